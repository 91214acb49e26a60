import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import type { SiteId } from '@daero/domain/identity';
import { succeed, type Result } from '@daero/domain/result';

/** The events of one room by stream: a stream is one case, one hospital's decision, one programme. */
export type Streams = {
  /** Every stream with its events in the order of the log; what is known already is not read again. */
  readonly all: () => Promise<Result<ReadonlyMap<string, readonly LoggedEvent[]>>>;
  readonly of: (stream: string) => Promise<Result<readonly LoggedEvent[]>>;
};

/** Reads the types of a room on from where it was; the correlation id of an event names its stream. */
export function streams(events: EventLog, site: SiteId, types: readonly string[]): Streams {
  const known = new Map<string, readonly LoggedEvent[]>();
  let after = 0;
  let reading: Promise<Result<null>> | null = null;

  const readOn = async (): Promise<Result<null>> => {
    for (;;) {
      const page = await events.read({ site, types, after });
      if (!page.ok) return page;
      for (const event of page.value.events) {
        const stream = event.correlationId ?? '';
        known.set(stream, [...(known.get(stream) ?? []), event]);
        after = event.position;
      }
      if (page.value.next === null) return succeed(null);
    }
  };
  /** A reading that began before the question was put may have missed what came meanwhile: it is waited for, then read again. */
  const upToDate = async (): Promise<Result<null>> => {
    if (reading !== null) await reading;
    reading ??= readOn().finally(() => (reading = null));
    return reading;
  };

  return {
    all: async () => {
      const read = await upToDate();
      return read.ok ? succeed(known) : read;
    },
    of: async (stream) => {
      const read = await upToDate();
      return read.ok ? succeed(known.get(stream) ?? []) : read;
    },
  };
}
