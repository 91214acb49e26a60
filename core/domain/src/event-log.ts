import type { EventDraft, LoggedEvent } from './event.ts';
import type { EventId, SiteId, SubjectId } from './identity.ts';
import type { Fault, Result } from './result.ts';
import type { Instant } from './time.ts';

/** What became of one event of a batch. */
export type AppendAnswer =
  | { readonly answer: 'stored'; readonly eventId: EventId; readonly position: number }
  | { readonly answer: 'already there'; readonly eventId: EventId; readonly position: number } // the id it was first stored under
  | { readonly answer: 'refused'; readonly fault: Fault };

/** The last event of a site's chain: who knows it can tell that the log was cut. */
export type Head = { readonly position: number; readonly hash: string };

/** Which events of a site, always in the order of the log. All that is given must hold. */
export type ReadQuery = {
  readonly site: SiteId;
  readonly subject?: SubjectId;
  readonly types?: readonly string[];
  readonly eventIds?: readonly EventId[];
  /** Corrections and erasures of these events. */
  readonly changing?: readonly EventId[];
  readonly occurredFrom?: Instant;
  readonly occurredBefore?: Instant;
  /** The log as it was known at that moment. */
  readonly recordedUpTo?: Instant;
  readonly after?: number; // a position
  readonly limit?: number; // 1,000 unless it says otherwise
};

export type Page = {
  readonly events: readonly LoggedEvent[];
  /** Where the next page starts after; `null` when there is no more. */
  readonly next: number | null;
};

/**
 * The one log. Append-only, one hash chain a site, exactly once by site and idempotency key.
 * What `append` answers as stored survives the death of the process and of the machine.
 */
export type EventLog = {
  /** Answers in the order of the batch. A fault of the whole means: send the same batch again, nothing will be there twice. */
  readonly append: (batch: readonly EventDraft[]) => Promise<Result<readonly AppendAnswer[]>>;
  readonly read: (query: ReadQuery) => Promise<Result<Page>>;
  /** `null` for a site that has no events yet. */
  readonly head: (site: SiteId) => Promise<Result<Head | null>>;
};
