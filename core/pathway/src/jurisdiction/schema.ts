import { z } from 'zod';

/** The form of a jurisdiction file. What it names elsewhere in itself is checked by `read-jurisdiction.ts`. */
export const confidences = [
  'stated-in-source',
  'inferred-from-sources',
  'from-seeds',
  'general-knowledge-unverified',
] as const;
export type Confidence = (typeof confidences)[number];

export const dayTypes = ['working', 'calendar', 'mixed', 'unknown'] as const;
/** How a law counts its days; `mixed` and `unknown` give no date until somebody says which is meant. */
export type DayType = (typeof dayTypes)[number];

export const transitionKinds = [
  'approve',
  'reject',
  'conditional',
  'supplement-request',
  'appeal',
  'withdraw',
  'expire',
  'ex-officio',
  'classified-existing',
  'classified-new',
  'elect',
  'change',
  'harm-exit',
] as const;
export type TransitionKind = (typeof transitionKinds)[number];

export const evidenceKinds = [
  'clinicalValidity',
  'clinicalUtility',
  'safety',
  'costEffectiveness',
  'rwdRwe',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceScale = [
  'required',
  'expected',
  'considered',
  'generated-here',
  'not-assessed',
  'unknown',
] as const;
export type EvidenceNeed = (typeof evidenceScale)[number];

export const stageKinds = [
  'regulatory',
  'hta',
  'payer',
  'institution',
  'evidence-window',
  'surveillance',
  'support',
] as const;
export const durationKinds = ['statutory', 'typical', 'target', 'window'] as const;
export const clockEffects = ['stop', 'extend', 'deadline', 'none'] as const;

const text = z.string().min(1);
const key = z.string().regex(/^[a-z][a-zA-Z0-9_.]*$/);
const days = z.int().min(0).nullable();

/** Where a statement comes from, and how far it may be trusted: on every leaf that states something. */
const grounds = {
  source: z.union([key, z.array(key).min(1)]).nullable(),
  confidence: z.enum(confidences),
};
const fact = z.strictObject({ text, ...grounds });

const duration = z.strictObject({
  kind: z.enum(durationKinds),
  minDays: days,
  typicalDays: days,
  maxDays: days,
  dayType: z.enum(dayTypes),
  ...grounds,
  note: text.optional(),
});

const useWindow = z.strictObject({
  initialMonths: z.int().min(1),
  extensions: z.int().min(0).nullable(),
  maxMonths: z.int().min(1).nullable(),
  ...grounds,
  note: text.optional(),
});

const transition = z.strictObject({
  on: z.enum(transitionKinds),
  to: key,
  ...grounds,
  note: text.optional(),
});

const clock = z.strictObject({
  event: text,
  effect: z.enum(clockEffects),
  maxDays: days,
  ...grounds,
  note: text.optional(),
});

const need = z.enum(evidenceScale);
const stage = z.strictObject({
  id: key,
  name: text,
  nameLocal: text,
  kind: z.enum(stageKinds),
  actors: z.array(key).min(1),
  inputs: z.array(fact),
  outputs: z.array(fact),
  criteria: z.array(fact),
  durations: z.array(duration).min(1),
  variants: z
    .array(z.strictObject({ id: key, text, actors: z.array(key), durations: z.array(duration).min(1) }))
    .optional(),
  useWindow: useWindow.optional(),
  evidence: z.strictObject({
    clinicalValidity: need,
    clinicalUtility: need,
    safety: need,
    costEffectiveness: need,
    rwdRwe: need,
    ...grounds,
    note: text.optional(),
  }),
  transitions: z.array(transition),
  clocks: z.array(clock),
  facts: z.array(fact),
});

const route = z.strictObject({
  id: key,
  name: text,
  nameLocal: text,
  inForceFrom: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  stages: z.array(key).min(1),
  total: duration,
  facts: z.array(fact),
});

const price = z.strictObject({
  id: key,
  item: text,
  amount: z.union([z.number().min(0), z.tuple([z.number().min(0), z.number().min(0)])]),
  unit: text,
  ...grounds,
  note: text.optional(),
});

const source = z.strictObject({
  title: text,
  publisher: text,
  year: z.int().min(1900).max(2200).nullable(),
  url: z.url().nullable(),
  tier: z.enum([
    'law',
    'government',
    'government-affiliated',
    'journal',
    'public-hospital',
    'professional-society',
    'law-firm',
    'trade',
    'news',
    'report',
    'consultancy',
    'vendor',
    'cluster',
    'reproduction',
    'blog',
    'aggregator',
  ]),
});

export const jurisdictionSchema = z.strictObject({
  schemaVersion: z.literal('1.0'),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  title: text,
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
  language: text,
  currency: z.string().regex(/^[A-Z]{3}$/),
  evidenceScale: z.array(need),
  actors: z.array(z.strictObject({ id: key, name: text, nameLocal: text, role: text })).min(1),
  terminals: z.record(key, text),
  stages: z.array(stage).min(1),
  routes: z.array(route).min(1),
  prices: z.array(price),
  stageFactsIndex: z.array(fact).optional(),
  openQuestions: z.array(text),
  sources: z.record(key, source),
});

export type Jurisdiction = z.output<typeof jurisdictionSchema>;
export type Stage = Jurisdiction['stages'][number];
export type Route = Jurisdiction['routes'][number];
export type Duration = Stage['durations'][number];
export type UseWindow = NonNullable<Stage['useWindow']>;
export type Transition = Stage['transitions'][number];
export type Clock = Stage['clocks'][number];
export type Fact = Stage['facts'][number];
export type Source = Jurisdiction['sources'][string];
/** What a statement rests on. */
export type Grounds = { readonly source: string | readonly string[] | null; readonly confidence: Confidence };
