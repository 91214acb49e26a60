import { all, succeed, type Fault, type Result } from '@daero/domain/result';
import { levelOf } from './accuracy-design.ts';
import type { DesignParts } from './design.ts';
import {
  columns,
  goalSentence,
  notes,
  number,
  quantities,
  recruitNumber,
  requirements,
  t,
} from './design-words.ts';
import { diseasedShareOf, lostOf, sizeAnalysis, sizeStep } from './size-step.ts';
import type { QuestionOf } from './study-question.ts';

/** Sensitivity and specificity where centres differ: the centres are the sample. */
export function centreDesign(question: QuestionOf<'multi-centre'>): Result<DesignParts, Fault> {
  const { alpha, power, between, centres, threshold } = question;
  const share = diseasedShareOf(question);
  const one = (id: 'sensitivity' | 'specificity', expected: number, stated: number, classShare: number) =>
    sizeStep(
      id,
      quantities[id],
      { of: 'multi-centre', expected, stated, between, centres, alpha, power },
      { lost: lostOf(question), classShare },
    );
  const found = all([
    one('sensitivity', question.sensitivity, question.sensitivityGoal, share),
    one('specificity', question.specificity, question.specificityGoal, 1 - share),
  ]);
  if (!found.ok) return found;
  const each = Math.max(...found.value.map(({ step }) => step.recruited));
  const roles = { truth: 'truth', score: 'score' };
  const combined = (id: 'sensitivity' | 'specificity') => ({
    id: `${id}-across-centres`,
    title: t(`기관을 아우른 ${quantities[id].ko}`, `${quantities[id].en} across centres`),
    method: 'random-effects',
    of: { analysis: 'accuracy', estimate: id },
    settings: {
      scale: 'logit',
      quantity: quantities[id],
      label: t(`기관별 ${quantities[id].ko}`, `${quantities[id].en} by centre`),
      unit: 'probability',
      level: levelOf(alpha),
    },
    names: { summary: `${id}-summary`, tau2: `${id}-tau2` },
    role: 'primary' as const,
  });
  return succeed({
    hypotheses: [
      goalSentence(t('기관을 아우른 민감도', 'Sensitivity across centres'), question.sensitivityGoal),
      goalSentence(t('기관을 아우른 특이도', 'Specificity across centres'), question.specificityGoal),
    ],
    numbers: [
      recruitNumber(each * centres),
      number('centres', t('기관', 'Centres'), centres, t('곳', 'sites')),
      number('per-centre', t('기관마다', 'In each centre'), each),
      number(
        'diseased',
        t('기관마다 분석되는 질병 있음', 'Analysed in each, with the disease'),
        Math.floor(each * (1 - lostOf(question)) * share + 1e-9),
      ),
    ],
    steps: found.value.map(({ step }) => step),
    curves: found.value.map(({ curve }) => curve),
    analyses: [
      {
        id: 'accuracy',
        title: t('기관별 정확도', 'Accuracy by centre'),
        method: 'binary-accuracy',
        columns: roles,
        by: 'site',
        settings: { threshold, interval: 'logit', level: levelOf(alpha) },
        names: { sensitivity: 'sensitivity', specificity: 'specificity' },
        role: 'secondary',
      },
      combined('sensitivity'),
      combined('specificity'),
      {
        id: 'discrimination',
        title: t('기관별 판별력', 'Discrimination by centre'),
        method: 'auc-delong',
        columns: roles,
        by: 'site',
        settings: { interval: 'logit', level: levelOf(alpha) },
        names: { auc: 'auc' },
        role: 'secondary',
      },
      {
        id: 'centre-differences',
        title: t('기관 사이의 차이(양성 판정)', 'Differences between centres (positive calls)'),
        method: 'centre-heterogeneity',
        columns: { event: 'device_call', centre: 'site' },
        names: { 'median-odds-ratio': 'median-odds-ratio' },
        role: 'secondary',
      },
      ...found.value.map(({ step }) => sizeAnalysis(step)),
    ],
    requirements: [requirements.accuracy, requirements.centres],
    claims: [
      {
        id: 'C-01',
        ko: '문턱값 {accuracy.threshold}에서 기관을 아우른 민감도는 {sensitivity-summary}, 특이도는 {specificity-summary}였다.',
        en: 'At a threshold of {accuracy.threshold}, sensitivity across centres was {sensitivity-summary} and specificity {specificity-summary}.',
        serves: ['R-01', 'R-02'],
      },
      {
        id: 'C-02',
        ko: '양성 판정의 기관 사이 중앙 오즈비는 {median-odds-ratio}였다.',
        en: 'The median odds ratio of positive calls between centres was {median-odds-ratio}.',
        serves: ['R-02'],
      },
    ],
    data: {
      unit: t('명', 'people'),
      cases: {
        name: 'cases',
        title: t('대상별 자료', 'Subjects'),
        columns: [columns.case, columns.site, columns.truth, columns.score],
      },
      readings: null,
      made: { device_call: { expression: `if(score >= ${threshold}, 1, 0)` } },
    },
    notes: [
      ...(centres < 5 ? [notes.fewCentres] : []),
      ...(question.sampling === 'enriched' ? [notes.cohort] : []),
    ],
  });
}
