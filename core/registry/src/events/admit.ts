import { canonicalJson } from '@daero/domain/canonical';
import type { EventDraft, LoggedEvent } from '@daero/domain/event';
import type { AppendAnswer } from '@daero/domain/event-log';
import { fail, succeed, type Result } from '@daero/domain/result';
import { id, type EventId } from '@daero/domain/identity';
import type { Instant } from '@daero/domain/time';
import { link, type ChainEnd } from './chain.ts';
import { checkPayload, type CheckedDraft, type PayloadFault, type Sha256 } from './check.ts';

/** What must be looked up at the site before drafts can be admitted. */
export const lookups = (
  checked: readonly CheckedDraft[],
): { readonly keys: readonly string[]; readonly eventIds: readonly EventId[] } => ({
  keys: checked.map(({ draft }) => draft.idempotencyKey),
  eventIds: checked.flatMap(({ draft }) => {
    const target = changes(draft);
    return target === null ? [draft.eventId] : [draft.eventId, target];
  }),
});

export type AdmissionFault =
  | PayloadFault
  | { readonly kind: 'idempotency-key-reused'; readonly entry: number; readonly storedAt: number }
  | { readonly kind: 'event-id-taken'; readonly entry: number; readonly storedAt: number }
  | { readonly kind: 'event-corrected-missing'; readonly entry: number }
  | { readonly kind: 'event-correction-of-correction'; readonly entry: number; readonly storedAt: number }
  | { readonly kind: 'event-correction-other-subject'; readonly entry: number; readonly storedAt: number };

/**
 * Decides on drafts of one site, in their order, against the end of its chain and the stored events that share a
 * key or an id with them. The caller holds the site's only writer's seat while this decides and until `stored` is durable.
 */
export function admit(
  checked: readonly CheckedDraft[],
  end: ChainEnd,
  found: readonly LoggedEvent[],
  now: Instant,
  sha256: Sha256,
): { readonly answers: readonly AppendAnswer[]; readonly stored: readonly LoggedEvent[] } {
  const byKey = new Map(found.map((event) => [event.idempotencyKey, event]));
  const byId = new Map(found.map((event) => [event.eventId, event]));
  const stored: LoggedEvent[] = [];

  const answers = checked.map(({ entry, draft, payloadHash }): AppendAnswer => {
    const same = byKey.get(draft.idempotencyKey);
    if (same !== undefined) {
      return says(draft, payloadHash) === says(same, same.payloadHash)
        ? { answer: 'already there', eventId: same.eventId, position: same.position }
        : refused({ kind: 'idempotency-key-reused', entry, storedAt: same.position });
    }
    const taken = byId.get(draft.eventId);
    if (taken !== undefined) return refused({ kind: 'event-id-taken', entry, storedAt: taken.position });
    const allowed = checkChange(draft, entry, byId);
    if (!allowed.ok) return refused(allowed.fault);

    const event = link(draft, payloadHash, stored.at(-1) ?? end, now, sha256);
    stored.push(event);
    byKey.set(event.idempotencyKey, event);
    byId.set(event.eventId, event);
    return { answer: 'stored', eventId: event.eventId, position: event.position };
  });
  return { answers, stored };
}

const refused = (fault: AdmissionFault): AppendAnswer => ({ answer: 'refused', fault });

/** What a draft claims about the world. Its id, clock and cause may be made anew when it is sent again. */
function says(draft: EventDraft, payloadHash: string): string {
  const {
    type,
    schemaVersion,
    subject,
    encounter,
    subjectRef,
    occurredAt,
    actor,
    device,
    arm,
    study,
    correlationId,
  } = draft;
  const facts = {
    type,
    schemaVersion,
    subject,
    encounter,
    subjectRef,
    occurredAt,
    actor,
    device,
    arm,
    study,
    correlationId,
  };
  return canonicalJson({ ...facts, payloadHash });
}

/** The event that a correction or an erasure is about. */
export function changes(draft: EventDraft): EventId | null {
  const { type, payload } = draft;
  if (typeof payload !== 'object' || payload === null || !('reason' in payload)) return null;
  const target =
    type === 'record.corrected' ? payload['corrects'] : type === 'record.erased' ? payload['erases'] : null;
  return typeof target === 'string' ? id<'event'>(target) : null;
}

function checkChange(
  draft: EventDraft,
  entry: number,
  byId: ReadonlyMap<EventId, LoggedEvent>,
): Result<void, AdmissionFault> {
  const targetId = changes(draft);
  if (targetId === null) return succeed(undefined);
  const target = byId.get(targetId);
  if (target === undefined) return fail({ kind: 'event-corrected-missing', entry });
  const storedAt = target.position;
  if (changes(target) !== null) return fail({ kind: 'event-correction-of-correction', entry, storedAt });
  if (target.subject !== draft.subject)
    return fail({ kind: 'event-correction-other-subject', entry, storedAt });
  if (draft.type === 'record.erased') return succeed(undefined);

  const { payload } = draft;
  const replacement =
    typeof payload === 'object' && payload !== null && 'replacement' in payload
      ? payload['replacement']
      : null;
  const said = checkPayload(target.type, replacement ?? null, entry);
  return said.ok ? succeed(undefined) : said;
}
