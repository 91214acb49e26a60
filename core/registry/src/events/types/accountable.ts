import { z } from 'zod';
import { code, eventId, moment, note, yesNo, type EventType } from './parts.ts';

const won = z.number().min(0);

/** Families 9, 10 and 12: cost, harm, and the rights of the person the record is about. */
export const accountable = {
  'cost.recorded': {
    family: 9,
    subject: 'required',
    payload: z.strictObject({
      itemCode: code, // EDI
      quantity: z.number().min(0),
      payerShare: won,
      patientShare: won,
      currency: z.enum(['KRW', 'USD', 'EUR', 'GBP', 'JPY']),
      priceYear: z.number().int().min(1900).max(2200),
      perspective: z.enum(['payer', 'hospital', 'society', 'patient']),
    }),
  },
  'adverse_event.reported': {
    family: 10,
    subject: 'either', // a near miss on a screen harms nobody in particular
    payload: z.strictObject({
      severity: z.enum(['near-miss', 'none', 'mild', 'moderate', 'severe', 'death', 'unknown']),
      deviceRelation: z.enum(['unrelated', 'unlikely', 'possible', 'probable', 'certain', 'unknown']),
      reportId: code.nullable(),
      reportDueAt: moment.nullable(),
    }),
  },
  'consent.changed': {
    family: 12,
    subject: 'required',
    payload: z.strictObject({
      scope: code,
      given: yesNo,
      supersedes: eventId.nullable(),
      reason: note.nullable(),
    }),
  },
  // Points at the first record, never at another correction; the last correction in the log stands.
  'record.corrected': {
    family: 12,
    subject: 'either',
    payload: z.strictObject({ corrects: eventId, replacement: z.json(), reason: note }),
  },
  'record.erased': {
    family: 12,
    subject: 'either',
    payload: z.strictObject({ erases: eventId, reason: note }),
  },
} as const satisfies Readonly<Record<string, EventType>>;
