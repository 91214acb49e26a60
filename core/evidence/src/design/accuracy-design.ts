import { all, succeed, type Fault, type Result } from '@daero/domain/result';
import type { DesignParts, PlannedAnalysis, PlannedClaim, StudyData } from './design.ts';
import {
  columns,
  goalSentence,
  notes,
  number,
  precisionSentence,
  quantities,
  recruitNumber,
  requirements,
  t,
} from './design-words.ts';
import { diseasedShareOf, lostOf, recruitedOf, sizeAnalysis, sizeStep, type SizedStep } from './size-step.ts';
import type { QuestionOf } from './study-question.ts';

type Question = QuestionOf<'accuracy'>;

/** The device alone, against goals or as precisely as wanted. */
export function accuracyDesign(question: Question): Result<DesignParts, Fault> {
  const found = all(stepsOf(question));
  if (!found.ok) return found;
  const recruited = recruitedOf(found.value);
  const share = diseasedShareOf(question);
  const kept = Math.floor(recruited * (1 - lostOf(question)));
  const diseased = Math.floor(kept * share + 1e-9);
  const clustered = question.clusterSize > 1;
  return succeed({
    hypotheses: hypothesesOf(question),
    numbers: [
      recruitNumber(recruited, clustered ? t('단위(병변 등)', 'units (lesions and the like)') : undefined),
      number('diseased', t('그중 분석되는 질병 있음', 'Analysed, with the disease'), diseased),
      number('healthy', t('그중 분석되는 질병 없음', 'Analysed, without'), kept - diseased),
      number('per-centre', t('기관마다', 'In each centre'), Math.ceil(recruited / question.centres)),
    ],
    steps: found.value.map(({ step }) => step),
    curves: found.value.map(({ curve }) => curve),
    analyses: [...analysesOf(question), ...found.value.map(({ step }) => sizeAnalysis(step))],
    requirements: [requirements.accuracy, ...(question.centres > 1 ? [requirements.centres] : [])],
    claims: claimsOf(question),
    data: dataOf(question),
    notes: [
      ...(question.aim === 'goal' && question.endpoint !== 'auc' ? [notes.intervalIsTest] : []),
      ...(question.sampling === 'enriched' ? [notes.cohort] : []),
      ...(clustered ? [notes.clusteredHits] : []),
    ],
  });
}

function stepsOf(question: Question): readonly Result<SizedStep, Fault>[] {
  const { alpha, power, halfWidth, sensitivity, specificity, auc } = question;
  const share = diseasedShareOf(question);
  const { clusterSize: size, clusterCorrelation: correlation, clusterVariation: variation } = question;
  const common = {
    lost: lostOf(question),
    ...(size > 1 ? { clusters: { size, correlation, variation } } : {}),
  };
  const ratio = { healthyPerDiseased: (1 - share) / share };
  if (question.endpoint === 'auc') {
    return [
      question.aim === 'goal'
        ? sizeStep(
            'auc',
            quantities.auc,
            { of: 'auc', expected: auc, stated: question.aucGoal, ...ratio, alpha, power },
            { ...common, classShare: share },
          )
        : sizeStep(
            'auc',
            quantities.auc,
            { of: 'auc-precision', expected: auc, halfWidth, ...ratio },
            { ...common, classShare: share },
          ),
    ];
  }
  if (question.aim === 'precision') {
    const one = (id: 'sensitivity' | 'specificity', expected: number, classShare: number) =>
      sizeStep(
        id,
        quantities[id],
        { of: 'proportion-precision', expected, halfWidth, interval: 'wilson' },
        { ...common, classShare },
      );
    return [one('sensitivity', sensitivity, share), one('specificity', specificity, 1 - share)];
  }
  return [
    sizeStep(
      'co-primary',
      t('민감도와 특이도', 'Sensitivity and specificity'),
      {
        of: 'co-primary',
        sensitivity: { expected: sensitivity, stated: question.sensitivityGoal },
        specificity: { expected: specificity, stated: question.specificityGoal },
        diseasedShare: share,
        alpha,
        power,
      },
      common,
    ),
  ];
}

function hypothesesOf(question: Question) {
  if (question.endpoint === 'auc')
    return [
      question.aim === 'goal'
        ? goalSentence(quantities.auc, question.aucGoal)
        : precisionSentence(quantities.auc, question.halfWidth),
    ];
  return (['sensitivity', 'specificity'] as const).map((name) =>
    question.aim === 'goal'
      ? goalSentence(
          quantities[name],
          name === 'sensitivity' ? question.sensitivityGoal : question.specificityGoal,
        )
      : precisionSentence(quantities[name], question.halfWidth),
  );
}

/** The interval whose lower end decides: of level 1 - 2 alpha. */
export const levelOf = (alpha: number): number => Math.round((1 - 2 * alpha) * 1e9) / 1e9;

function analysesOf(question: Question): readonly PlannedAnalysis[] {
  const { threshold, alpha, prevalence, sampling, aim, endpoint } = question;
  const level = levelOf(alpha);
  const roles = { truth: 'truth', score: 'score' };
  const by = question.centres > 1 ? { by: 'site' } : {};
  const binary: PlannedAnalysis = {
    id: 'accuracy',
    title: t('문턱값에서의 정확도', 'Accuracy at the threshold'),
    method: 'binary-accuracy',
    columns: roles,
    ...by,
    settings: { threshold, level },
    names: { sensitivity: 'sensitivity', specificity: 'specificity', prevalence: 'prevalence' },
    role: endpoint === 'auc' ? 'secondary' : 'primary',
  };
  const goals: PlannedAnalysis = {
    id: 'accuracy',
    title: t('목표에 견준 민감도와 특이도', 'Sensitivity and specificity against their goals'),
    method: 'co-primary-accuracy',
    columns: roles,
    ...by,
    settings: {
      threshold,
      sensitivity: { goal: question.sensitivityGoal, alpha },
      specificity: { goal: question.specificityGoal, alpha },
      test: 'exact',
      level,
    },
    names: { sensitivity: 'sensitivity', specificity: 'specificity', 'co-primary-p': 'co-primary-p' },
    role: 'primary',
  };
  const discrimination: PlannedAnalysis = {
    id: 'discrimination',
    title: t('판별력', 'Discrimination'),
    method: 'auc-delong',
    columns: roles,
    ...by,
    settings: { interval: 'logit', level },
    names: { auc: 'auc' },
    role: endpoint === 'auc' ? 'primary' : 'secondary',
  };
  const values: PlannedAnalysis = {
    id: 'predictive-values',
    title: t('사용할 곳의 유병률에서의 예측도', 'Predictive values at the prevalence of care'),
    method: 'predictive-values',
    columns: roles,
    settings: { threshold, prevalence },
    names: { ppv: 'ppv', npv: 'npv' },
    role: 'secondary',
  };
  const clustered: PlannedAnalysis[] =
    question.clusterSize > 1
      ? [
          {
            id: 'clustered-discrimination',
            title: t('군집을 고려한 판별력', 'Discrimination with clusters'),
            method: 'clustered-auc',
            columns: { ...roles, cluster: 'patient' },
            names: { auc: 'auc-clustered' },
            role: endpoint === 'auc' ? 'primary' : 'secondary',
          },
        ]
      : [];
  const primary =
    endpoint === 'auc' ? [discrimination, binary] : [aim === 'goal' ? goals : binary, discrimination];
  return [...primary, ...clustered, ...(sampling === 'enriched' || prevalence > 0 ? [values] : [])];
}

function claimsOf(question: Question): readonly PlannedClaim[] {
  const accuracy: PlannedClaim = {
    id: 'C-01',
    ko: '문턱값 {accuracy.threshold}에서 민감도는 {sensitivity}, 특이도는 {specificity}였다.',
    en: 'At a threshold of {accuracy.threshold}, sensitivity was {sensitivity} and specificity {specificity}.',
    serves: ['R-01'],
  };
  const auc: PlannedClaim = {
    id: 'C-02',
    ko: '기기의 AUC는 {auc}였다({auc:n}명).',
    en: 'The AUC of the device was {auc} ({auc:n} people).',
    serves: ['R-01'],
  };
  const values: PlannedClaim = {
    id: 'C-03',
    ko: '유병률 {predictive-values.prevalence}에서 양성예측도는 {ppv}, 음성예측도는 {npv}이다.',
    en: 'At a prevalence of {predictive-values.prevalence} the positive predictive value is {ppv} and the negative one {npv}.',
    serves: ['R-01'],
  };
  return question.endpoint === 'auc' ? [auc, accuracy, values] : [accuracy, auc, values];
}

function dataOf(question: Question): StudyData {
  const { case: id, site, truth, score, patient } = columns;
  return {
    unit: question.clusterSize > 1 ? t('단위', 'units') : t('명', 'people'),
    cases: {
      name: 'cases',
      title: t('대상별 자료', 'Subjects'),
      columns: [id, site, truth, score, ...(question.clusterSize > 1 ? [patient] : [])],
    },
    readings: null,
    made: {},
  };
}
