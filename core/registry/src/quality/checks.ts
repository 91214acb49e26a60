import { z } from 'zod';

const column = z.string().min(1);
/** Read in the dossier, so in both languages. */
const text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const cell = z.union([z.string(), z.number()]);

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and -'),
  source: z.string().min(1).describe('Name of the source in the plan'),
  where: z
    .record(column, z.array(cell).min(1))
    .default({})
    .describe('Only rows with one of these values, for example item: [HR]'),
  failAbove: z.number().min(0).max(1).default(0).describe('Largest share that may fail, for each group'),
  why: text.describe('What would go wrong, and where the threshold comes from'),
  owner: z.string().min(1).optional().describe('Who puts it right'),
};

/** Groups for a check: by a column, or, in long form, by the value that the subject has for an item. */
const by = z.union([column, z.strictObject({ item: z.string().min(1) })]).optional();

/** The cells that are there are of this kind. */
const type = z.strictObject({
  ...common,
  check: z.literal('type'),
  column,
  kind: z.enum(['text', 'number', 'integer', 'instant']),
});
/** The cells that are there hold one of these codes. */
const allowed = z.strictObject({
  ...common,
  check: z.literal('allowed'),
  column,
  values: z.array(cell).min(1),
});
/** The key is there in every row and stands once. */
const key = z.strictObject({ ...common, check: z.literal('key'), columns: z.array(column).min(1) });
/** Every value stands in another source too. */
const reference = z.strictObject({
  ...common,
  check: z.literal('reference'),
  column,
  to: z.strictObject({ source: z.string().min(1), column }),
});
/** The cell is not missing. */
const present = z.strictObject({ ...common, check: z.literal('present'), column, by });
/** Every subject has at least one value of the item. */
const itemPresent = z.strictObject({
  ...common,
  check: z.literal('item-present'),
  item: z.string().min(1),
  by,
});
/** A value lies within limits. Artefact codes (-1, 0 for "not measured") are counted apart: they are missing, not implausible. */
const range = z.strictObject({
  ...common,
  check: z.literal('range'),
  column,
  low: z.number().optional(),
  high: z.number().optional(),
  artefacts: z.array(z.number()).default([]),
  by,
});
/** Of two times in a row the first is not after the second. */
const order = z.strictObject({ ...common, check: z.literal('order'), earlier: column, later: column });
/** No two rows are the same in these columns. */
const unique = z.strictObject({ ...common, check: z.literal('unique'), columns: z.array(column).min(1) });

export const qualityCheck = z
  .discriminatedUnion('check', [type, allowed, key, reference, present, itemPresent, range, order, unique])
  .refine(
    (check) => check.check !== 'range' || check.low !== undefined || check.high !== undefined,
    'a range has a low end, a high end or both',
  );
export type QualityCheck = z.output<typeof qualityCheck>;
export type Grouping = z.output<typeof by>;

const waiver = z.strictObject({
  check: z.string().min(1),
  reason: text.describe('Why the analysis may go on'),
  by: z.string().min(1).describe('Who answers for it'),
});
export type Waiver = z.output<typeof waiver>;

/** What a plan asks of its sources, and which failures it accepts, with reason and name. */
export const qualityPlan = z
  .strictObject({ checks: z.array(qualityCheck).default([]), waivers: z.array(waiver).default([]) })
  .superRefine(({ checks, waivers }, context) => {
    const ids = checks.map(({ id }) => id);
    const twice = ids.find((id, k) => ids.indexOf(id) < k);
    if (twice !== undefined) context.addIssue({ code: 'custom', message: `the check ${twice} stands twice` });
    for (const [k, { check }] of waivers.entries()) {
      if (!ids.includes(check)) {
        context.addIssue({
          code: 'custom',
          path: ['waivers', k, 'check'],
          message: `there is no check ${check}`,
        });
      }
    }
  });
export type QualityPlan = z.output<typeof qualityPlan>;

/** Kahn's three: does it have the form, is it there, can it be. */
export type QualityClass = 'conformance' | 'completeness' | 'plausibility';
export const classOf: Readonly<Record<QualityCheck['check'], QualityClass>> = {
  type: 'conformance',
  allowed: 'conformance',
  key: 'conformance',
  reference: 'conformance',
  present: 'completeness',
  'item-present': 'completeness',
  range: 'plausibility',
  order: 'plausibility',
  unique: 'plausibility',
};
