import type { LoggedEvent } from '@daero/domain/event';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { changeSchema, dateSchema } from '../case/event.ts';
import { assumptionSchema } from '../forecast/assumption.ts';
import { policySchema } from '../requirements/requirement.ts';

/** What the log keeps of a case: an event of the rules, what is assumed or asked from now on, or a claim that serves a gate. */
const text = z.string().trim().min(1).max(2000);
const both = z.strictObject({ ko: text, en: text });

/** Why, and the name under which it was signed. */
export const signedSchema = z.object({ reason: text, signedBy: z.string().trim().min(1).max(100) });

export const aboutSchema = z.strictObject({
  title: both,
  product: both,
  demonstration: z.boolean().describe('true where nothing of it happened'),
  project: z
    .string()
    .min(1)
    .max(128)
    .nullable()
    .describe('the evidence repository whose claims it may bring'),
  facts: z
    .record(z.string(), z.number())
    .optional()
    .describe('what was known of the product when its route was chosen'),
});

/** A claim of an evidence repository and what it is taken to show; people and day come from the chain itself. */
export const bindingSchema = z.strictObject({
  claim: z.string().min(1).max(128),
  serves: z.array(text).min(1).describe('requirements, for example kr.nhta:clinicalUtility'),
  level: z.literal([1, 2, 3, 4]).nullable(),
  population: z.array(text).min(1),
  comparator: text.nullable(),
});

const happened = signedSchema
  .extend({ on: dateSchema, source: text.nullable(), change: changeSchema, about: aboutSchema.optional() })
  .transform((entry) => ({ is: 'happened' as const, ...entry }));
const assumed = signedSchema
  .extend({ assumptions: z.array(assumptionSchema).max(200) })
  .transform((entry) => ({ is: 'assumed' as const, ...entry }));
const bound = signedSchema
  .extend({ binding: bindingSchema })
  .transform((entry) => ({ is: 'bound' as const, ...entry }));
const asked = signedSchema
  .extend({ policies: z.array(policySchema).max(200) })
  .transform((entry) => ({ is: 'asked' as const, ...entry }));
const unbound = signedSchema
  .extend({ claim: text })
  .transform((entry) => ({ is: 'unbound' as const, ...entry }));

export type Signed = z.output<typeof signedSchema>;
export type About = z.output<typeof aboutSchema>;
export type Binding = z.output<typeof bindingSchema>;
export type Entry =
  | z.output<typeof happened>
  | z.output<typeof assumed>
  | z.output<typeof asked>
  | z.output<typeof bound>
  | z.output<typeof unbound>;

const changeNames = changeSchema.options.map((option) => option.shape.type.value);
const ofType: ReadonlyMap<string, z.ZodType<Entry>> = new Map<string, z.ZodType<Entry>>([
  ...changeNames.map((name) => [`case.${name}`, happened] as const),
  ['case.assumed', assumed],
  ['case.asked', asked],
  ['case.bound', bound],
  ['case.unbound', unbound],
]);

/** Every type of event that a case has in the log. */
export const caseEventTypes: readonly string[] = [...ofType.keys()];

export const typeOfEntry = (entry: Entry): string =>
  `case.${entry.is === 'happened' ? entry.change.type : entry.is}`;

/** The event of a case as the log holds it. */
export function readEntry({ eventId, type, payload }: LoggedEvent): Result<Entry> {
  const found = ofType.get(type)?.safeParse(payload);
  if (found?.success === true) return succeed(found.data);
  const path = found?.error.issues[0]?.path.join('.') ?? 'type';
  return fail({ kind: 'case-entry-unreadable', eventId, type, path });
}
