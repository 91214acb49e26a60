import { all, succeed, type Fault, type Result } from '@daero/domain/result';
import type { DesignParts } from './design.ts';
import {
  column,
  columns,
  number,
  precisionSentence,
  recruitNumber,
  requirements,
  t,
} from './design-words.ts';
import { lostOf, recruitedOf, sizeAnalysis, sizeStep } from './size-step.ts';
import type { QuestionOf } from './study-question.ts';

const measures = {
  slope: t('보정 기울기', 'calibration slope'),
  ratio: t('관찰/기대(로그)', 'observed over expected (log)'),
  c: t('c 통계량', 'c-statistic'),
  benefit: t('표준화 순편익', 'standardised net benefit'),
} as const;

/** A risk validated: four measures, each as precise as wanted; the largest size decides. */
export function riskDesign(question: QuestionOf<'calibration'>): Result<DesignParts, Fault> {
  const { prevalence, cStatistic, riskThreshold, sensitivity, specificity } = question;
  const recruits = { lost: lostOf(question) };
  const risk = { prevalence, cStatistic };
  const of = 'calibration' as const;
  const found = all([
    sizeStep(
      'slope',
      measures.slope,
      { of, measure: 'slope', ...risk, halfWidth: question.slopeHalfWidth },
      recruits,
    ),
    sizeStep(
      'ratio',
      measures.ratio,
      { of, measure: 'observed-expected', ...risk, halfWidth: question.ratioHalfWidth },
      recruits,
    ),
    sizeStep(
      'c',
      measures.c,
      { of, measure: 'c-statistic', ...risk, halfWidth: question.cHalfWidth },
      recruits,
    ),
    sizeStep(
      'benefit',
      measures.benefit,
      {
        of: 'net-benefit',
        prevalence,
        sensitivity,
        specificity,
        threshold: riskThreshold,
        halfWidth: question.benefitHalfWidth,
      },
      recruits,
    ),
  ]);
  if (!found.ok) return found;
  const recruited = recruitedOf(found.value);
  const kept = Math.floor(recruited * (1 - lostOf(question)));
  return succeed({
    hypotheses: [
      precisionSentence(measures.slope, question.slopeHalfWidth),
      precisionSentence(measures.ratio, question.ratioHalfWidth),
      precisionSentence(measures.c, question.cHalfWidth),
      precisionSentence(measures.benefit, question.benefitHalfWidth),
    ],
    numbers: [
      recruitNumber(recruited),
      number(
        'events',
        t('그중 분석되는 사건', 'Analysed, with the event'),
        Math.floor(kept * prevalence + 1e-9),
      ),
      number('per-centre', t('기관마다', 'In each centre'), Math.ceil(recruited / question.centres)),
    ],
    steps: found.value.map(({ step }) => step),
    curves: found.value.map(({ curve }) => curve),
    analyses: [
      {
        id: 'calibration',
        title: t('예측 위험의 보정', 'Calibration of the risk'),
        method: 'calibration',
        columns: { truth: 'truth', risk: 'risk' },
        names: {
          slope: 'calibration-slope',
          intercept: 'calibration-intercept',
          'observed-to-expected': 'observed-expected',
        },
        role: 'primary',
      },
      {
        id: 'discrimination',
        title: t('판별력', 'Discrimination'),
        method: 'auc-delong',
        columns: { truth: 'truth', score: 'risk' },
        ...(question.centres > 1 ? { by: 'site' } : {}),
        settings: { interval: 'logit' },
        names: { auc: 'auc' },
        role: 'primary',
      },
      {
        id: 'usefulness',
        title: t('의사결정 곡선', 'Decision curve'),
        method: 'decision-curve',
        columns: { truth: 'truth', risk: 'risk' },
        settings: { threshold: riskThreshold },
        names: { 'net-benefit': 'net-benefit-device', gain: 'net-benefit-gain' },
        role: 'primary',
      },
      ...found.value.map(({ step }) => sizeAnalysis(step)),
    ],
    requirements: [requirements.calibration],
    claims: [
      {
        id: 'C-01',
        ko: '예측 위험의 보정 기울기는 {calibration-slope}, 관찰 대 예측의 비는 {observed-expected}, AUC는 {auc}였다.',
        en: 'The calibration slope of the risk was {calibration-slope}, observed over expected {observed-expected}, and its AUC {auc}.',
        serves: ['R-04'],
      },
      {
        id: 'C-02',
        ko: '위험 {usefulness.threshold}에서 조치할 때, 나은 기본 전략보다 순편익이 {net-benefit-gain}만큼 달랐다.',
        en: 'Acting from a risk of {usefulness.threshold}, net benefit differed from the better default by {net-benefit-gain}.',
        serves: ['R-04'],
      },
    ],
    data: {
      unit: t('명', 'people'),
      cases: {
        name: 'cases',
        title: t('대상별 자료', 'Subjects'),
        columns: [
          columns.case,
          columns.site,
          column('truth', 'number', '사건: 있음 1, 없음 0', 'Event: 1 yes, 0 no'),
          column('risk', 'number', '기기가 낸 위험(0과 1 사이)', 'Risk by the device (between 0 and 1)'),
        ],
      },
      made: {},
      readings: null,
    },
    notes: [],
  });
}
