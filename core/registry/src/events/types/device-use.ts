import { z } from 'zod';
import { code, digest, moment, note, person, yesNo, type EventType } from './parts.ts';

const score = z.strictObject({ name: code, value: z.number() });

/** Families 0 to 2: the chance to use the device, what it computed, and whether anybody saw it. */
export const deviceUse = {
  // The denominator: cases in which the device did not run are opportunities too.
  'opportunity.eligible': {
    family: 0,
    subject: 'required',
    payload: z.strictObject({ ruleVersion: code, inputPresent: yesNo }),
  },
  'inference.requested': {
    family: 1,
    subject: 'required',
    payload: z.strictObject({ inputDigest: digest, qualityFlags: z.array(code).max(100) }),
  },
  'inference.completed': {
    family: 1,
    subject: 'required',
    payload: z.strictObject({
      inputDigest: digest,
      qualityFlags: z.array(code).max(100),
      scores: z.array(score).min(1).max(1000),
      class: code.nullable(),
      uncertainty: z.number().min(0).nullable(),
      threshold: z.number().nullable(),
      latencyMs: z.number().min(0).nullable(),
    }),
  },
  // A technical failure is an outcome of the device, not a missing row.
  'inference.failed': {
    family: 1,
    subject: 'required',
    payload: z.strictObject({
      inputDigest: digest.nullable(),
      failureCode: code,
      latencyMs: z.number().min(0).nullable(),
    }),
  },
  'result.shown': {
    family: 2,
    subject: 'required',
    payload: z.strictObject({
      channel: code,
      shownTo: person.nullable(),
      place: code.nullable(), // where on the screen or in the list
      secondsVisible: z.number().min(0).nullable(),
      humanReadBefore: yesNo,
    }),
  },
  'result.suppressed': {
    family: 2,
    subject: 'required',
    payload: z.strictObject({ channel: code, reasonCode: code }),
  },
  'result.delayed': {
    family: 2,
    subject: 'required',
    payload: z.strictObject({ channel: code, delaySeconds: z.number().min(0), reasonCode: code }),
  },
} as const satisfies Readonly<Record<string, EventType>>;

/** Family 11: an era boundary; results from both sides of it are never pooled unseen. */
export const operation = {
  'device.changed': {
    family: 11,
    subject: 'none',
    payload: z.strictObject({
      fromVersion: code.nullable(),
      toVersion: code.nullable(),
      approvalRef: code.nullable(),
    }),
  },
  'config.changed': {
    family: 11,
    subject: 'none',
    payload: z.strictObject({ setting: code, from: z.json(), to: z.json(), approvalRef: code.nullable() }),
  },
  'downtime.recorded': {
    family: 11,
    subject: 'none',
    payload: z.strictObject({ fromAt: moment, toAt: moment.nullable(), planned: yesNo, reason: note }),
  },
} as const satisfies Readonly<Record<string, EventType>>;
