import { canonicalJson, type Json } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import { fail, succeed, type Result } from '@daero/domain/result';
import { readDraft, type EnvelopeFault } from './envelope.ts';
import { firstIssue } from './issue.ts';
import { storable } from './storable.ts';
import { eventType } from './types/table.ts';

/** A draft that says something the log can keep, with the hash of what it says. */
export type CheckedDraft = {
  readonly entry: number;
  readonly draft: EventDraft;
  readonly payloadHash: string;
};

export type Sha256 = (text: string) => string;

const largestPayload = 1_048_576; // bytes of canonical JSON; images and signals are objects that an event names by hash

export type DraftFault =
  | EnvelopeFault
  | PayloadFault
  | { readonly kind: 'event-subject-missing'; readonly entry: number; readonly type: string }
  | { readonly kind: 'event-subject-not-allowed'; readonly entry: number; readonly type: string }
  | { readonly kind: 'event-text-unstorable'; readonly entry: number }
  | {
      readonly kind: 'event-payload-too-large';
      readonly entry: number;
      readonly type: string;
      readonly limit: number;
    };

export type PayloadFault =
  | { readonly kind: 'event-type-unknown'; readonly entry: number; readonly type: string }
  | {
      readonly kind: 'event-payload-wrong';
      readonly entry: number;
      readonly type: string;
      readonly path: string;
      readonly expected: string;
    };

/** Everything that can be judged without looking into the log. */
export function checkDraft(
  outside: unknown,
  entry: number,
  sha256: Sha256,
): Result<CheckedDraft, DraftFault> {
  if (!storable(outside)) return fail({ kind: 'event-text-unstorable', entry }); // first: the schemas recurse
  const read = readDraft(outside, entry);
  if (!read.ok) return read;
  const draft = read.value;
  const { type, subject, payload } = draft;

  const said = checkPayload(type, payload, entry);
  if (!said.ok) return said;
  if (said.value === 'required' && subject === null)
    return fail({ kind: 'event-subject-missing', entry, type });
  if (said.value === 'none' && subject !== null)
    return fail({ kind: 'event-subject-not-allowed', entry, type });

  const text = canonicalJson(payload);
  if (text.length > largestPayload) {
    return fail({ kind: 'event-payload-too-large', entry, type, limit: largestPayload });
  }
  return succeed({ entry, draft, payloadHash: sha256(text) });
}

/** What a type says of its payload; gives whether the event must name a subject. */
export function checkPayload(
  name: string,
  payload: Json,
  entry: number,
): Result<'required' | 'none' | 'either', PayloadFault> {
  const type = eventType(name);
  if (type === null) return fail({ kind: 'event-type-unknown', entry, type: printable(name) });
  const read = type.payload.safeParse(payload);
  if (read.success) return succeed(type.subject);
  return fail({ kind: 'event-payload-wrong', entry, type: name, ...firstIssue(read.error) });
}

/** A sender may have put anything where the type belongs; only what looks like one is repeated. */
const printable = (name: string): string =>
  /^[a-z_]{1,30}\.[a-z_-]{1,40}$/.test(name) ? name : '(unreadable)';
