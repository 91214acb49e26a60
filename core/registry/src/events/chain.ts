import { canonicalJson } from '@daero/domain/canonical';
import type { EventDraft, LoggedEvent } from '@daero/domain/event';
import type { Head } from '@daero/domain/event-log';
import type { SiteId } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Instant } from '@daero/domain/time';
import type { Sha256 } from './check.ts';

/** What the first event of a site follows. */
export const noHash = '0'.repeat(64);

/** The end of a site's chain, with the time of its last record. */
export type ChainEnd = Head & { readonly recordedAt: Instant | null };
export const emptyChain: ChainEnd = { position: 0, hash: noHash, recordedAt: null };

/** Fixes a draft at the end of its site's chain. */
export function link(
  draft: EventDraft,
  payloadHash: string,
  end: ChainEnd,
  now: Instant,
  sha256: Sha256,
): LoggedEvent {
  const recordedAt = end.recordedAt !== null && end.recordedAt > now ? end.recordedAt : now; // a clock set back does not reorder the log
  const unsigned = { ...draft, position: end.position + 1, recordedAt, payloadHash, previousHash: end.hash };
  return { ...unsigned, hash: sha256(canonicalJson({ ...unsigned, payload: null })) };
}

export type ChainFault = {
  readonly kind: 'chain-broken';
  readonly site: SiteId;
  readonly position: number;
  /** What does not fit: the order, the link to the event before, the envelope, or what the event says. */
  readonly part: 'order' | 'link' | 'envelope' | 'payload';
};

/** The chain after one more event, or what is off with it. */
export function follow(end: Head, event: LoggedEvent, sha256: Sha256): Result<Head, ChainFault> {
  const { hash, ...unsigned } = event;
  const broken = (part: ChainFault['part']): Result<Head, ChainFault> =>
    fail({ kind: 'chain-broken', site: event.site, position: end.position + 1, part });
  if (event.position !== end.position + 1) return broken('order');
  if (event.previousHash !== end.hash) return broken('link');
  if (sha256(canonicalJson(event.payload)) !== event.payloadHash) return broken('payload');
  if (sha256(canonicalJson({ ...unsigned, payload: null })) !== hash) return broken('envelope');
  return succeed({ position: event.position, hash });
}
