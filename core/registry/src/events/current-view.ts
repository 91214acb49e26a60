import type { Json } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog, ReadQuery } from '@daero/domain/event-log';
import type { EventId } from '@daero/domain/identity';
import { succeed, type Result } from '@daero/domain/result';
import { changes } from './admit.ts';

/** An event as it stands now (or stood at `recordedUpTo`): what the log first took, and what it says after corrections. */
export type StandingEvent = {
  readonly event: LoggedEvent;
  readonly payload: Json;
  /** The correction that stands; `null` while nobody corrected it. */
  readonly correctedBy: EventId | null;
};

export type StandingPage = { readonly events: readonly StandingEvent[]; readonly next: number | null };

/**
 * The log with its corrections applied: the last one in log order stands, what was erased is left out, and the
 * correcting events themselves are not shown. A page may hold fewer events than its limit; `next` says whether to go on.
 */
export async function currentView(log: EventLog, query: ReadQuery): Promise<Result<StandingPage>> {
  const page = await log.read(query);
  if (!page.ok) return page;
  const facts = page.value.events.filter((event) => changes(event) === null);
  const latest = await latestChanges(log, query, facts);
  if (!latest.ok) return latest;

  const events = facts.flatMap((event): readonly StandingEvent[] => {
    const change = latest.value.get(event.eventId);
    if (change === undefined) return [{ event, payload: event.payload, correctedBy: null }];
    if (change === 'erased') return [];
    return [{ event, payload: change.replacement, correctedBy: change.by }];
  });
  return succeed({ events, next: page.value.next });
}

type Change = 'erased' | { readonly replacement: Json; readonly by: EventId };

async function latestChanges(
  log: EventLog,
  query: ReadQuery,
  facts: readonly LoggedEvent[],
): Promise<Result<ReadonlyMap<EventId, Change>>> {
  const latest = new Map<EventId, Change>();
  if (facts.length === 0) return succeed(latest);
  const { site, recordedUpTo } = query;
  const changing = facts.map((event) => event.eventId);
  let after: number | null = 0;
  while (after !== null) {
    const page = await log.read({
      site,
      changing,
      after,
      ...(recordedUpTo === undefined ? {} : { recordedUpTo }),
    });
    if (!page.ok) return page;
    for (const event of page.value.events) {
      const target = changes(event);
      if (target === null || latest.get(target) === 'erased') continue; // what was erased stays erased
      latest.set(
        target,
        event.type === 'record.erased' ? 'erased' : { replacement: replacement(event), by: event.eventId },
      );
    }
    after = page.value.next;
  }
  return succeed(latest);
}

function replacement({ payload }: LoggedEvent): Json {
  if (typeof payload !== 'object' || payload === null || !('replacement' in payload)) {
    throw new Error('a correction without its replacement passed the door');
  }
  return payload['replacement'] ?? null;
}
