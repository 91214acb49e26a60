import { isId } from '@daero/domain/identity';
import { isInstant } from '@daero/domain/time';
import { z } from 'zod';

/** One type of event: the family it belongs to in the table of thirteen, whether it is about a patient, what it says. */
export type EventType = {
  readonly family: EventFamily;
  readonly subject: 'required' | 'none' | 'either';
  readonly payload: z.ZodType;
};

/** 0 to 12 are events of care, numbered as in the table of families; the others are a sign-in, an intake of events, or change a case, a decision, money, a build or a plan. */
export type EventFamily = number | 'access' | 'intake' | 'case' | 'decision' | 'money' | 'build' | 'plan';

export const ulidForm = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/); // a word of a code list, never free text
export const note = z.string().min(1).max(2000);
export const eventId = z.string().regex(ulidForm);
export const person = z.string().refine(isId, 'an id');
export const share = z.number().min(0).max(1);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Date.parse would move 30 February to March, so the day must survive the round trip. */
const onCalendar = (text: string): boolean => {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) && day >= '1800' && day < '2200';
};
export const moment = z
  .string()
  .refine((text) => isInstant(text) && onCalendar(text), 'a moment such as 2026-11-22T05:20:00Z');

/** "Unknown" is an answer of its own: it never counts as "no". */
export const yesNo = z.enum(['yes', 'no', 'unknown']);
