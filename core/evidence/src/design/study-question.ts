import { z } from 'zod';
import { marginQuestions } from '@daero/statistics/accuracy/margin-test';
import { baseOf, type QuestionKind } from './question-fields.ts';

const text = z.strictObject({ ko: z.string().min(1).max(300), en: z.string().min(1).max(300) });
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');

/** Names that a protocol needs and no formula. What is left out stands in the protocol as open. */
export const studyNames = z.strictObject({
  id: slug.default('new-study'),
  title: text.default({ ko: '새 연구(이름을 정할 것)', en: 'New study (to be named)' }),
  device: slug.default('device'),
  version: z.string().min(1).max(60).default('0'),
  product: text.default({ ko: '기기(이름을 정할 것)', en: 'The device (to be named)' }),
  maker: text.default({ ko: '제조사(정할 것)', en: 'Maker (to be stated)' }),
  indication: text.default({ ko: '적응증(정할 것)', en: 'Intended use (to be stated)' }),
  author: z.string().min(1).max(120).default('Study team'),
  writtenOn: z.iso.date().optional(),
});
export type StudyNames = z.output<typeof studyNames>;

/** Numbers are judged by `checkQuestion`, which says in words what is wrong with them. */
const fields = <Kind extends QuestionKind, const Name extends string>(kind: Kind, names: readonly Name[]) => {
  const base = baseOf(kind);
  const shape = names.map((name) => [name, z.number().default(Number(base[name]))] as const);
  return Object.fromEntries(shape) as Record<Name, z.ZodDefault<z.ZodNumber>>;
};
const choice = <const Value extends string>(kind: QuestionKind, name: string, values: readonly Value[]) => {
  const base = values.find((value) => value === baseOf(kind)[name]);
  if (base === undefined) throw new Error(`${kind} has no choice ${name}`);
  return z.enum(values).default(base);
};
const head = <const Kind extends QuestionKind>(kind: Kind) => ({
  question: z.literal(kind),
  names: studyNames.prefault({}),
});
const sampling = (kind: QuestionKind) => choice(kind, 'sampling', ['consecutive', 'enriched']);
const aim = (kind: QuestionKind) => choice(kind, 'aim', ['goal', 'precision']);
const asked = (kind: QuestionKind) => choice(kind, 'hypothesis', marginQuestions);

const recruits = [
  'prevalence',
  'diseasedShare',
  'alpha',
  'power',
  'centres',
  'dropOut',
  'indeterminate',
] as const;
const goals = ['sensitivity', 'sensitivityGoal', 'specificity', 'specificityGoal', 'threshold'] as const;
const clusters = ['clusterSize', 'clusterCorrelation', 'clusterVariation'] as const;

const accuracy = z.strictObject({
  ...head('accuracy'),
  endpoint: choice('accuracy', 'endpoint', ['sensitivity-specificity', 'auc']),
  aim: aim('accuracy'),
  sampling: sampling('accuracy'),
  ...fields('accuracy', [...goals, ...recruits, ...clusters, 'auc', 'aucGoal', 'halfWidth']),
});
const aiAgainstReaders = z.strictObject({
  ...head('ai-against-readers'),
  endpoint: choice('ai-against-readers', 'endpoint', ['auc', 'sensitivity-specificity']),
  hypothesis: asked('ai-against-readers'),
  sampling: sampling('ai-against-readers'),
  ...fields('ai-against-readers', [
    ...recruits,
    'margin',
    'aucDevice',
    'aucReaders',
    'readers',
    'readerSd',
    'ofReaders',
    'withDevice',
    'sensitivityDevice',
    'sensitivityReader',
    'specificityDevice',
    'specificityReader',
    'discordant',
    'threshold',
  ]),
});
const readersAided = z.strictObject({
  ...head('readers-aided'),
  order: choice('readers-aided', 'order', ['crossover', 'sequential']),
  hypothesis: asked('readers-aided'),
  sampling: sampling('readers-aided'),
  ...fields('readers-aided', [
    ...recruits,
    'margin',
    'aucAided',
    'aucUnaided',
    'readers',
    'readerSd',
    'washoutDays',
    'sameReader',
    'sameModality',
    'neither',
  ]),
});
const multiCentre = z.strictObject({
  ...head('multi-centre'),
  sampling: sampling('multi-centre'),
  ...fields('multi-centre', [...goals, ...recruits, 'between']),
});
const calibration = z.strictObject({
  ...head('calibration'),
  ...fields('calibration', [
    'cStatistic',
    'prevalence',
    'slopeHalfWidth',
    'ratioHalfWidth',
    'cHalfWidth',
    'riskThreshold',
    'sensitivity',
    'specificity',
    'benefitHalfWidth',
    'centres',
    'dropOut',
    'indeterminate',
  ]),
});
const agreement = z.strictObject({
  ...head('agreement'),
  measure: choice('agreement', 'measure', ['kappa', 'icc', 'limits']),
  aim: aim('agreement'),
  ...fields('agreement', [
    'kappa',
    'kappaGoal',
    'positives',
    'icc',
    'iccGoal',
    'bias',
    'deviation',
    'acceptable',
    'halfWidth',
    'alpha',
    'power',
    'centres',
    'dropOut',
    'indeterminate',
  ]),
});

/** A study as a person asks for it: the question, what is expected, and how people are found. */
export const studyQuestion = z.discriminatedUnion('question', [
  accuracy,
  aiAgainstReaders,
  readersAided,
  multiCentre,
  calibration,
  agreement,
]);
export type StudyQuestion = z.output<typeof studyQuestion>;
export type AskedQuestion = z.input<typeof studyQuestion>;
export type QuestionOf<Kind extends QuestionKind> = Extract<StudyQuestion, { readonly question: Kind }>;
