import { isId } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { isInstant, isoDate, type IsoDate } from '@daero/domain/time';
import { confidences } from '@daero/pathway/jurisdiction/schema';
import { z } from 'zod';

/** What every change of a call or a project carries: who, why, on which day, and on what paper it rests. */
export const words = z.string().trim().min(1).max(2000);
export const idSchema = z.string().refine(isId, '1-128 letters, digits or ._:-');
export const daySchema = z.iso.date().transform((on): IsoDate => isoDate(on));
export const textSchema = z.strictObject({ ko: words, en: words });
export const yearSchema = z.int().min(2020).max(2100);
/** Parts of ten thousand: shares and weights stay whole numbers. */
export const shareSchema = z.int().min(0).max(10_000);

/** Where a rule of a call comes from, and how far it may be trusted. */
export const groundsSchema = z.strictObject({ source: words.nullable(), confidence: z.enum(confidences) });
export type Grounds = z.output<typeof groundsSchema>;

export const actorSchema = z.strictObject({ personId: idSchema, role: z.enum(roles) });
export type By = z.output<typeof actorSchema>;

/** The form of an event whose change is of the given kind. */
export const recordedSchema = <Change extends z.ZodType>(change: Change) =>
  z.strictObject({
    eventId: idSchema,
    on: daySchema.describe('the day on which it happened'),
    recordedAt: z.string().refine(isInstant, 'a moment reads 2026-11-22T05:20:00Z').optional(),
    by: actorSchema,
    reason: words,
    source: words.nullable().describe('the paper it rests on: a notice, minutes, a receipt'),
    change,
  });

export const annulledSchema = z.strictObject({
  type: z.literal('annulled'),
  eventId: idSchema.describe('the event that is to count no longer'),
});

/** One change of state with who and why. */
export type Recorded<Change> = {
  readonly eventId: string;
  readonly on: IsoDate;
  readonly recordedAt?: string | undefined;
  readonly by: By;
  readonly reason: string;
  readonly source: string | null;
  readonly change: Change;
};

/** An event of one kind, as the functions that apply it take it. */
export type RecordedOf<Change extends { readonly type: string }, Type extends Change['type']> = Recorded<
  Extract<Change, { readonly type: Type }>
>;
