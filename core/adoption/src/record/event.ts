import { isId } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { isInstant, isoDate, type IsoDate } from '@daero/domain/time';
import { confidences } from '@daero/pathway/jurisdiction/schema';
import { z } from 'zod';

/** What every change of adoption carries: who, why, on which day, and on what paper it rests. */
export const words = z.string().trim().min(1).max(2000);
export const idForm = z.string().refine(isId, '1-128 letters, digits or ._:-');
export const dayForm = z.iso.date().transform((on): IsoDate => isoDate(on));
export const textForm = z.strictObject({ ko: words, en: words });

/** Where a setting comes from: there is no public rule for hospital committees, so the default says it is unverified. */
export const groundsForm = z.strictObject({ source: words.nullable(), confidence: z.enum(confidences) });
export type Grounds = z.output<typeof groundsForm>;

/** Written by us from how hospitals commonly do it; no paper states it. */
export const unverified: Grounds = { source: null, confidence: 'general-knowledge-unverified' };

const actorForm = z.strictObject({ personId: idForm, role: z.enum(roles) });

/** The form of an event whose change is of the given kind; what `annulled` does is the same for all. */
export const recordedForm = <Form extends z.ZodType>(change: Form) =>
  z.strictObject({
    eventId: idForm,
    on: dayForm.describe('the day on which it happened'),
    recordedAt: z.string().refine(isInstant, 'a moment reads 2026-11-22T05:20:00Z').optional(),
    by: actorForm,
    reason: words,
    source: words.nullable().describe('the paper it rests on: minutes, a letter, a contract'),
    change,
  });

export const annulledForm = z.strictObject({
  type: z.literal('annulled'),
  eventId: idForm.describe('the event that is to count no longer'),
});

export type By = z.output<typeof actorForm>;

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
