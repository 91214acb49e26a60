import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { StudyQuestion } from './study-question.ts';

type Check = Fault | null;

/** So near to 0 or 1 no study is planned, and formulas lose their digits. */
const nearly = 0.0001;

/** Values that no study can have: each is said with its field before any formula sees it. */
export function checkQuestion(question: StudyQuestion): Result<StudyQuestion, Fault> {
  const found = checksOf(question).find((check) => check !== null);
  return found === undefined || found === null ? succeed(question) : fail(found);
}

function checksOf(question: StudyQuestion): readonly Check[] {
  return [
    ...shares(question),
    ...counts(question),
    ...errors(question),
    ...margin(question),
    ...goals(question),
  ];
}

/** Strictly between 0 and 1, where they count. */
const openShares: Readonly<Record<StudyQuestion['question'], readonly string[]>> = {
  accuracy: ['prevalence', 'diseasedShare', 'halfWidth'],
  'ai-against-readers': ['prevalence', 'diseasedShare'],
  'readers-aided': ['prevalence', 'diseasedShare', 'aucAided', 'aucUnaided'],
  'multi-centre': [
    'prevalence',
    'diseasedShare',
    'sensitivity',
    'sensitivityGoal',
    'specificity',
    'specificityGoal',
  ],
  calibration: [
    'prevalence',
    'slopeHalfWidth',
    'ratioHalfWidth',
    'cHalfWidth',
    'riskThreshold',
    'sensitivity',
    'specificity',
    'benefitHalfWidth',
  ],
  agreement: ['halfWidth'],
};

function shares(question: StudyQuestion): readonly Check[] {
  const named = [...openShares[question.question], ...endpointShares(question)];
  const closed = ['clusterCorrelation', 'ofReaders', 'withDevice', 'sameReader', 'sameModality', 'neither'];
  const values: Readonly<Record<string, unknown>> = question;
  const within = (field: string, least: number, most: number, closedBelow = false): Check => {
    const value = values[field];
    if (typeof value !== 'number') return null;
    const inside = (closedBelow ? value >= least : value > least) && value < most;
    return inside ? null : outside(field, value, least, most);
  };
  return [
    ...named.map((field) => within(field, field.endsWith('alfWidth') ? 0.001 : nearly, 1 - nearly)),
    ...closed.map((field) => within(field, 0, 1 - nearly, true)),
    within('readerSd', 0, 0.5, true),
    within('between', 0, 5, true),
    within('clusterVariation', 0, 5, true),
    ...(question.question === 'calibration' ? [within('cStatistic', 0.5 + nearly, 1 - nearly)] : []),
    ...(question.question === 'agreement' && question.measure === 'limits'
      ? [within('deviation', 1e-6, 1e6), within('acceptable', 1e-6, 1e6), within('bias', -1e6, 1e6)]
      : []),
  ];
}

/** The expected values that the chosen endpoint uses. */
function endpointShares(question: StudyQuestion): readonly string[] {
  switch (question.question) {
    case 'accuracy':
      return question.endpoint === 'auc'
        ? ['auc', 'aucGoal']
        : ['sensitivity', 'sensitivityGoal', 'specificity', 'specificityGoal'];
    case 'ai-against-readers':
      return question.endpoint === 'auc'
        ? ['aucDevice', 'aucReaders']
        : ['sensitivityDevice', 'sensitivityReader', 'specificityDevice', 'specificityReader', 'discordant'];
    case 'agreement':
      return question.measure === 'kappa'
        ? ['kappa', 'kappaGoal', 'positives']
        : question.measure === 'icc'
          ? ['icc', 'iccGoal']
          : [];
    default:
      return [];
  }
}

const outside = (field: string, value: number, least: number, most: number): Fault => {
  const fault = { kind: 'expected-outside', field, value, least, most } as const;
  return fault;
};

function counts(question: StudyQuestion): readonly Check[] {
  const whole = (field: string, value: number, least: number): Check =>
    Number.isInteger(value) && value >= least && value <= 1000
      ? null
      : outside(field, value, least - 1, 1001);
  const { dropOut, indeterminate } = question;
  const losses = { kind: 'losses-impossible', field: 'dropOut', dropOut, indeterminate } as const;
  return [
    whole('centres', question.centres, question.question === 'multi-centre' ? 2 : 1),
    'readers' in question ? whole('readers', question.readers, 2) : null,
    'washoutDays' in question ? whole('washoutDays', question.washoutDays, 1) : null,
    'clusterSize' in question && !(question.clusterSize >= 1 && question.clusterSize <= 1000)
      ? outside('clusterSize', question.clusterSize, 0, 1001)
      : null,
    dropOut >= 0 && indeterminate >= 0 && dropOut + indeterminate < 1 ? null : losses,
  ];
}

function errors(question: StudyQuestion): readonly Check[] {
  if (!('alpha' in question)) return [];
  const { alpha, power } = question;
  if (!(alpha > 1e-6 && alpha < 0.5)) return [outside('alpha', alpha, 1e-6, 0.5)];
  if (!(power < 1 - nearly)) return [outside('power', power, 0, 1 - nearly)];
  const fault = { kind: 'power-below-alpha', field: 'power', power, alpha } as const;
  return [power > alpha ? null : fault];
}

function margin(question: StudyQuestion): readonly Check[] {
  if (!('hypothesis' in question) || question.hypothesis === 'superiority') return [];
  const fault = { kind: 'margin-wrong-sign', field: 'margin', margin: question.margin } as const;
  return [
    question.margin > 0 ? null : fault,
    question.margin > nearly && question.margin < 1 ? null : outside('margin', question.margin, nearly, 1),
  ];
}

function goals(question: StudyQuestion): readonly Check[] {
  const beyond = (field: string, expected: number, goal: number): Check => {
    const fault = { kind: 'expected-not-beyond-goal', field, expected, goal } as const;
    return expected > goal ? null : fault;
  };
  switch (question.question) {
    case 'accuracy':
      if (question.aim === 'precision') return [];
      return question.endpoint === 'auc'
        ? [beyond('auc', question.auc, question.aucGoal)]
        : [
            beyond('sensitivity', question.sensitivity, question.sensitivityGoal),
            beyond('specificity', question.specificity, question.specificityGoal),
          ];
    case 'multi-centre':
      return [
        beyond('sensitivity', question.sensitivity, question.sensitivityGoal),
        beyond('specificity', question.specificity, question.specificityGoal),
      ];
    case 'agreement':
      if (question.aim === 'precision' || question.measure === 'limits') return [];
      return question.measure === 'kappa'
        ? [beyond('kappa', question.kappa, question.kappaGoal)]
        : [beyond('icc', question.icc, question.iccGoal)];
    default:
      return [];
  }
}
