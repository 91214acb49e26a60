import { all, succeed, type Fault, type Result } from '@daero/domain/result';
import type { MarginQuestion } from '@daero/statistics/accuracy/margin-test';
import type { DesignParts, PlannedAnalysis, PlannedSource, StudyData } from './design.ts';
import {
  cases,
  column,
  columns,
  hypothesisSentence,
  notes,
  number,
  quantities,
  recruitNumber,
  requirements,
  t,
} from './design-words.ts';
import { levelOf } from './accuracy-design.ts';
import { diseasedShareOf, lostOf, recruitedOf, sizeAnalysis, sizeStep, type SizedStep } from './size-step.ts';
import type { QuestionOf } from './study-question.ts';

type Against = QuestionOf<'ai-against-readers'>;
type Aided = QuestionOf<'readers-aided'>;

const device = t('기기 단독', 'the device alone');
const aided = t('기기의 도움을 받은 판독', 'reading with the device');
const unaided = t('도움 없는 판독', 'reading without it');
const marginOf = (question: MarginQuestion, margin: number): number =>
  question === 'superiority' ? 0 : margin;

/** Readings of several readers: one row a reading. */
const readingsOf = (modes: boolean): PlannedSource => ({
  name: 'readings',
  title: t('판독', 'Readings'),
  columns: [
    columns.case,
    column('reader', 'text', '판독자의 가명', 'Pseudonym of the reader'),
    ...(modes
      ? [
          column('modality', 'text', '방식: aided 또는 unaided', 'Mode: aided or unaided'),
          column('session', 'text', '회차: first 또는 second', 'Session: first or second'),
        ]
      : []),
    column('rating', 'number', '판독 점수(클수록 의심)', 'Rating (higher means more suspicion)'),
  ],
});

const caseNumbers = (recruited: number, question: Against | Aided) => {
  const kept = Math.floor(recruited * (1 - lostOf(question)));
  const diseased = Math.floor(kept * diseasedShareOf(question) + 1e-9);
  return [
    recruitNumber(recruited, cases),
    number('diseased', t('그중 분석되는 질병 있음', 'Analysed, with the disease'), diseased, cases),
    number('healthy', t('그중 분석되는 질병 없음', 'Analysed, without'), kept - diseased, cases),
  ];
};

/** The device alone against several readers (AUC), or against the usual reading (sensitivity and specificity). */
export function againstReadersDesign(question: Against): Result<DesignParts, Fault> {
  const { alpha, power, hypothesis, threshold } = question;
  const margin = marginOf(hypothesis, question.margin);
  const asked = { question: hypothesis, margin, alpha, power };
  const share = diseasedShareOf(question);
  const lost = lostOf(question);
  const ofAuc = question.endpoint === 'auc';
  const paired = (id: 'sensitivity' | 'specificity', first: number, second: number, classShare: number) =>
    sizeStep(
      id,
      quantities[id],
      { of: 'paired-proportions', first, second, discordant: question.discordant, ...asked },
      { lost, classShare },
    );
  const steps: readonly Result<SizedStep, Fault>[] = ofAuc
    ? [
        sizeStep(
          'auc',
          quantities.auc,
          {
            of: 'device-against-readers',
            first: question.aucDevice,
            second: question.aucReaders,
            readers: question.readers,
            readerSd: question.readerSd,
            ofReaders: question.ofReaders,
            withDevice: question.withDevice,
            healthyPerDiseased: (1 - share) / share,
            ...asked,
          },
          { lost, classShare: share },
        ),
      ]
    : [
        paired('sensitivity', question.sensitivityDevice, question.sensitivityReader, share),
        paired('specificity', question.specificityDevice, question.specificityReader, 1 - share),
      ];
  const found = all(steps);
  if (!found.ok) return found;
  const recruited = recruitedOf(found.value);
  const primary: PlannedAnalysis = ofAuc
    ? {
        id: 'device-against-readers',
        title: t('기기 단독과 판독자의 AUC', 'AUC of the device alone and of readers'),
        method: 'standalone-versus-readers',
        table: 'readings',
        columns: { reader: 'reader', case: 'subject', truth: 'truth', rating: 'rating' },
        settings: {
          device: 'device',
          level: levelOf(alpha),
          hypothesis: { question: hypothesis, margin, alpha },
        },
        names: { device: 'auc-device', readers: 'auc-readers', difference: 'auc-difference', p: 'auc-p' },
        role: 'primary',
      }
    : {
        id: 'device-against-reading',
        title: t(
          '기기와 통상 판독의 민감도, 특이도',
          'Sensitivity and specificity of device and usual reading',
        ),
        method: 'paired-accuracy',
        columns: { truth: 'truth', first: 'device_call', second: 'reader_call' },
        settings: {
          level: levelOf(alpha),
          interval: 'tango',
          sensitivity: { question: hypothesis, margin, alpha },
          specificity: { question: hypothesis, margin, alpha },
        },
        names: {
          'sensitivity-first': 'sensitivity-device',
          'sensitivity-second': 'sensitivity-reading',
          'sensitivity-difference': 'sensitivity-difference',
          'specificity-first': 'specificity-device',
          'specificity-second': 'specificity-reading',
          'specificity-difference': 'specificity-difference',
        },
        role: 'primary',
      };
  const alone: PlannedAnalysis = {
    id: 'discrimination',
    title: t('기기의 판별력', 'Discrimination of the device'),
    method: 'auc-delong',
    columns: { truth: 'truth', score: 'score' },
    ...(question.centres > 1 ? { by: 'site' } : {}),
    settings: { interval: 'logit', level: levelOf(alpha) },
    names: { auc: 'auc' },
    role: 'secondary',
  };
  const reader = t('통상 판독', 'the usual reading');
  const data: StudyData = {
    unit: t('증례', 'cases'),
    cases: {
      name: 'cases',
      title: t('증례', 'Cases'),
      columns: [
        columns.case,
        columns.site,
        columns.truth,
        columns.score,
        ...(ofAuc
          ? []
          : [
              column(
                'reader_call',
                'number',
                '통상 판독: 양성 1, 음성 0',
                'Usual reading: 1 positive, 0 negative',
              ),
            ]),
      ],
    },
    readings: ofAuc ? readingsOf(false) : null,
    made: ofAuc ? {} : { device_call: { expression: `if(score >= ${threshold}, 1, 0)` } },
  };
  return succeed({
    hypotheses: (ofAuc ? [quantities.auc] : [quantities.sensitivity, quantities.specificity]).map(
      (quantity) =>
        hypothesisSentence(hypothesis, [device, ofAuc ? t('판독자', 'readers') : reader], {
          quantity,
          margin,
        }),
    ),
    numbers: [
      ...caseNumbers(recruited, question),
      ...(ofAuc ? [number('readers', t('판독자', 'Readers'), question.readers)] : []),
    ],
    steps: found.value.map(({ step }) => step),
    curves: found.value.map(({ curve }) => curve),
    analyses: [primary, alone, ...found.value.map(({ step }) => sizeAnalysis(step))],
    requirements: [requirements.accuracy, requirements.readers],
    claims: [
      ofAuc
        ? {
            id: 'C-01',
            ko: '기기 단독의 AUC는 {auc-device}, 판독자의 AUC는 {auc-readers}, 차이는 {auc-difference}였다.',
            en: 'The AUC was {auc-device} for the device alone and {auc-readers} for readers, a difference of {auc-difference}.',
            serves: ['R-03'],
          }
        : {
            id: 'C-01',
            ko: '통상 판독과 견준 기기의 민감도 차이는 {sensitivity-difference}, 특이도 차이는 {specificity-difference}였다.',
            en: 'Against the usual reading, sensitivity of the device differed by {sensitivity-difference} and specificity by {specificity-difference}.',
            serves: ['R-03'],
          },
      {
        id: 'C-02',
        ko: '기기의 AUC는 {auc}였다({auc:n}개 증례).',
        en: 'The AUC of the device was {auc} ({auc:n} cases).',
        serves: ['R-01'],
      },
    ],
    data,
    notes: question.sampling === 'enriched' ? [notes.cohort] : [],
  });
}

/** Readers with the device against the same readers without it. */
export function aidedReadersDesign(question: Aided): Result<DesignParts, Fault> {
  const { alpha, power, hypothesis } = question;
  const margin = marginOf(hypothesis, question.margin);
  const share = diseasedShareOf(question);
  const found = sizeStep(
    'auc',
    quantities.auc,
    {
      of: 'aided-readers',
      first: question.aucAided,
      second: question.aucUnaided,
      readers: question.readers,
      readerSd: question.readerSd,
      sameReader: question.sameReader,
      sameModality: question.sameModality,
      neither: question.neither,
      healthyPerDiseased: (1 - share) / share,
      to: 'readers-and-cases',
      question: hypothesis,
      margin,
      alpha,
      power,
    },
    { lost: lostOf(question), classShare: share },
  );
  if (!found.ok) return found;
  const compared = {
    modalities: ['aided', 'unaided'],
    hypothesis: { question: hypothesis, margin, alpha },
    level: levelOf(alpha),
  };
  const roles = { reader: 'reader', modality: 'modality', case: 'subject', truth: 'truth', rating: 'rating' };
  return succeed({
    hypotheses: [hypothesisSentence(hypothesis, [aided, unaided], { quantity: quantities.auc, margin })],
    numbers: [
      ...caseNumbers(found.value.step.recruited, question),
      number('readers', t('판독자', 'Readers'), question.readers),
    ],
    steps: [found.value.step],
    curves: [found.value.curve],
    analyses: [
      {
        id: 'readers-aided',
        title: t('보조와 비보조 판독의 AUC', 'AUC with and without the device'),
        ...(question.order === 'crossover'
          ? { method: 'reader-crossover', settings: { ...compared, washoutDays: question.washoutDays } }
          : { method: 'reader-sequential', settings: compared }),
        table: 'readings',
        columns: { ...roles, period: 'session' },
        names: { first: 'auc-aided', second: 'auc-unaided', difference: 'auc-difference' },
        role: 'primary',
      },
      {
        id: 'readers-any-missingness',
        title: t('빠진 판독을 허용하는 같은 비교', 'The same comparison, allowing missing readings'),
        method: 'reader-u-statistic',
        table: 'readings',
        columns: roles,
        settings: { modalities: ['aided', 'unaided'], level: levelOf(alpha) },
        names: { difference: 'auc-difference-u' },
        role: 'secondary',
      },
      sizeAnalysis(found.value.step),
    ],
    requirements: [requirements.readers],
    claims: [
      {
        id: 'C-01',
        ko: '판독자의 AUC는 기기의 도움을 받으면 {auc-aided}, 받지 않으면 {auc-unaided}로, 차이는 {auc-difference}였다.',
        en: 'The AUC of readers was {auc-aided} with the device and {auc-unaided} without it, a difference of {auc-difference}.',
        serves: ['R-03'],
      },
    ],
    data: {
      unit: t('증례', 'cases'),
      cases: {
        name: 'cases',
        title: t('증례', 'Cases'),
        columns: [columns.case, columns.site, columns.truth],
      },
      readings: readingsOf(true),
      made: {},
    },
    notes: [
      question.order === 'sequential' ? notes.sequential : notes.washout,
      ...(question.sampling === 'enriched' ? [notes.cohort] : []),
    ],
  });
}
