import type { LoggedEvent } from '@daero/domain/event';
import type { AppendAnswer, EventLog, ReadQuery } from '@daero/domain/event-log';
import type { SiteId } from '@daero/domain/identity';
import { succeed } from '@daero/domain/result';
import type { Instant } from '@daero/domain/time';
import { admit, changes } from './admit.ts';
import { emptyChain } from './chain.ts';
import { checkDraft, type CheckedDraft, type Sha256 } from './check.ts';

/** The log without a disk: for tests, and for what must not outlive the process. */
export function memoryLog(world: { readonly now: () => Instant; readonly sha256: Sha256 }): EventLog {
  const sites = new Map<SiteId, LoggedEvent[]>();
  const of = (site: SiteId): LoggedEvent[] => sites.get(site) ?? [];

  return {
    append: async (batch) => {
      const answers: AppendAnswer[] = [];
      const bySite = new Map<SiteId, CheckedDraft[]>();
      batch.forEach((outside, place) => {
        const checked = checkDraft(outside, place + 1, world.sha256);
        if (!checked.ok) answers[place] = { answer: 'refused', fault: checked.fault };
        else
          bySite.set(checked.value.draft.site, [
            ...(bySite.get(checked.value.draft.site) ?? []),
            checked.value,
          ]);
      });
      for (const [site, checked] of bySite) {
        const there = of(site);
        const admitted = admit(checked, there.at(-1) ?? emptyChain, there, world.now(), world.sha256);
        sites.set(site, [...there, ...admitted.stored]);
        admitted.answers.forEach((answer, place) => (answers[(checked[place]?.entry ?? 0) - 1] = answer));
      }
      return succeed(answers);
    },

    read: async (query) => {
      const limit = query.limit ?? 1000;
      const matching = of(query.site).filter((event) => matches(event, query));
      const events = matching.slice(0, limit);
      return succeed({ events, next: matching.length > limit ? (events.at(-1)?.position ?? null) : null });
    },

    head: async (site) => {
      const last = of(site).at(-1);
      return succeed(last === undefined ? null : { position: last.position, hash: last.hash });
    },
  };
}

function matches(event: LoggedEvent, query: ReadQuery): boolean {
  const { subject, types, eventIds, changing, occurredFrom, occurredBefore, recordedUpTo, after } = query;
  const target = changes(event);
  return (
    event.position > (after ?? 0) &&
    (subject === undefined || event.subject === subject) &&
    (types === undefined || types.includes(event.type)) &&
    (eventIds === undefined || eventIds.includes(event.eventId)) &&
    (changing === undefined || (target !== null && changing.includes(target))) &&
    (occurredFrom === undefined || event.occurredAt >= occurredFrom) &&
    (occurredBefore === undefined || event.occurredAt < occurredBefore) &&
    (recordedUpTo === undefined || event.recordedAt <= recordedUpTo)
  );
}
