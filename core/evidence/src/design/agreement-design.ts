import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { AskedSize } from '@daero/statistics/sample-size/study-size';
import { levelOf } from './accuracy-design.ts';
import type { DesignParts, PlannedAnalysis, PlannedClaim } from './design.ts';
import {
  column,
  columns,
  goalSentence,
  number,
  precisionSentence,
  quantities,
  recruitNumber,
  requirements,
  t,
} from './design-words.ts';
import { lostOf, sizeAnalysis, sizeStep } from './size-step.ts';
import type { QuestionOf } from './study-question.ts';

type Question = QuestionOf<'agreement'>;
const limits = t('일치 한계', 'limits of agreement');

function askedOf(question: Question): AskedSize {
  const { alpha, power, halfWidth } = question;
  const goal = question.aim === 'goal';
  switch (question.measure) {
    case 'kappa': {
      const { kappa: expected, kappaGoal: stated, positives } = question;
      return goal
        ? { of: 'kappa', expected, stated, positives, alpha, power }
        : { of: 'kappa-precision', expected, positives, halfWidth };
    }
    case 'icc': {
      const { icc: expected, iccGoal: stated } = question;
      return goal
        ? { of: 'icc', expected, stated, ratings: 2, alpha, power }
        : { of: 'icc-precision', expected, ratings: 2, halfWidth };
    }
    case 'limits': {
      const { bias, deviation, acceptable } = question;
      return goal
        ? { of: 'limits-of-agreement', bias, deviation, acceptable, alpha, power }
        : { of: 'limits-precision', halfWidth };
    }
  }
}

function sentenceOf(question: Question) {
  const { measure, aim, halfWidth } = question;
  if (measure === 'limits') {
    return aim === 'goal'
      ? t(
          `두 측정의 일치 한계가 허용 차이 ${question.acceptable} 안에 있다.`,
          `The limits of agreement lie within the acceptable difference of ${question.acceptable}.`,
        )
      : precisionSentence(limits, halfWidth);
  }
  const goal = measure === 'kappa' ? question.kappaGoal : question.iccGoal;
  return aim === 'goal'
    ? goalSentence(quantities[measure], goal)
    : precisionSentence(quantities[measure], halfWidth);
}

/** Two ratings, or two measurements, of the same subjects. */
export function agreementDesign(question: Question): Result<DesignParts, Fault> {
  const label = question.measure === 'limits' ? limits : quantities[question.measure];
  const found = sizeStep(question.measure, label, askedOf(question), { lost: lostOf(question) });
  if (!found.ok) return found;
  const { step, curve } = found.value;
  const ofKappa = question.measure === 'kappa';
  const roles = { first: 'first', second: 'second' };
  const level = levelOf(question.alpha);
  const analysis: PlannedAnalysis = ofKappa
    ? {
        id: 'agreement',
        title: t('두 판정의 일치', 'Agreement of the two ratings'),
        method: 'kappa',
        columns: roles,
        settings: { categories: ['absent', 'present'], level },
        names: { kappa: 'kappa', ac1: 'ac1', pabak: 'pabak' },
        role: 'primary',
      }
    : {
        id: 'agreement',
        title: t('두 측정의 일치', 'Agreement of the two measurements'),
        method: 'limits-of-agreement',
        columns: roles,
        settings: { level },
        names: { bias: 'bias', 'lower-limit': 'lower-limit', 'upper-limit': 'upper-limit', icc: 'icc' },
        role: 'primary',
      };
  const claim: PlannedClaim = ofKappa
    ? {
        id: 'C-01',
        ko: '두 판정의 카파는 {kappa}였다({kappa:n}명).',
        en: 'Kappa of the two ratings was {kappa} ({kappa:n} subjects).',
        serves: ['R-05'],
      }
    : {
        id: 'C-01',
        ko: '두 측정의 치우침은 {bias}, 일치 한계는 {lower-limit}에서 {upper-limit}, 급내상관은 {icc}였다.',
        en: 'Bias of the two measurements was {bias}, the limits of agreement {lower-limit} to {upper-limit}, the intraclass correlation {icc}.',
        serves: ['R-05'],
      };
  const kind = ofKappa ? 'text' : 'number';
  const what = ofKappa
    ? t('판정: present 또는 absent', 'rating: present or absent')
    : t('측정값', 'measurement');
  return succeed({
    hypotheses: [sentenceOf(question)],
    numbers: [
      recruitNumber(step.recruited),
      number('needed', t('그중 분석되는 수', 'Analysed'), step.needed),
      number('per-centre', t('기관마다', 'In each centre'), Math.ceil(step.recruited / question.centres)),
    ],
    steps: [step],
    curves: [curve],
    analyses: [analysis, sizeAnalysis(step)],
    requirements: [requirements.agreement],
    claims: [claim],
    data: {
      unit: t('명', 'people'),
      cases: {
        name: 'cases',
        title: t('대상별 자료', 'Subjects'),
        columns: [
          columns.case,
          columns.site,
          column('first', kind, `기기의 ${what.ko}`, `The device's ${what.en}`),
          column('second', kind, `기준의 ${what.ko}`, `The reference's ${what.en}`),
        ],
      },
      readings: null,
      made: {},
    },
    notes: [],
  });
}
