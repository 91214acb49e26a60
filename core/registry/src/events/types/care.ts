import { z } from 'zod';
import { code, moment, person, share, yesNo, type EventType } from './parts.ts';

const finding = z.strictObject({ code, present: yesNo, confidence: share.nullable() });
const findings = z.array(finding).min(1).max(1000);
const order = {
  kind: z.enum(['order', 'test', 'drug', 'procedure', 'transfer', 'team-call', 'other']),
  code,
};

/** Families 3 to 8: what people made of it, what was done, what was true, and how it went. */
export const care = {
  // The reading before the device is seen: the baseline of the human alone.
  'human.initial_read': {
    family: 3,
    subject: 'required',
    payload: z.strictObject({ findings, secondsTaken: z.number().min(0).nullable() }),
  },
  'decision.recorded': {
    family: 4,
    subject: 'required',
    payload: z.strictObject({
      response: z.enum(['accepted', 'modified', 'overridden', 'ignored', 'not-seen']),
      reasonCode: code.nullable(),
      secondsTaken: z.number().min(0).nullable(),
    }),
  },
  // Surrogate truth at best: whoever wrote it may have seen the device's answer.
  'report.finalised': {
    family: 5,
    subject: 'required',
    payload: z.strictObject({ reportId: code, findings, exposedToDevice: yesNo }),
  },
  'report.amended': {
    family: 5,
    subject: 'required',
    payload: z.strictObject({ reportId: code, amends: code, findings, exposedToDevice: yesNo }),
  },
  'action.ordered': {
    family: 6,
    subject: 'required',
    payload: z.strictObject({ actionId: code, ...order }),
  },
  'action.performed': {
    family: 6,
    subject: 'required',
    payload: z.strictObject({ actionId: code, ...order, orderedAt: moment.nullable() }),
  },
  // The only source for accuracy. Negatives are sampled by design, so the chance of being sampled is kept.
  'reference.established': {
    family: 7,
    subject: 'required',
    payload: z.strictObject({
      truthSource: code,
      findings,
      adjudicators: z.array(person).max(50),
      blinded: yesNo,
      samplingProbability: share.refine((p) => p > 0, 'above 0').nullable(),
    }),
  },
  'outcome.observed': {
    family: 8,
    subject: 'required',
    payload: z.strictObject({
      endpoint: code,
      state: z.enum(['happened', 'did-not-happen', 'censored', 'unknown']),
      value: z.number().nullable(),
      source: z.enum(['record', 'claims', 'registry', 'patient', 'other']),
      censoringReason: code.nullable(),
    }),
  },
} as const satisfies Readonly<Record<string, EventType>>;
