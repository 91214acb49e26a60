import { koreaMinutes } from '@daero/adoption/generated/use';
import { disclosed } from '@daero/adoption/use/disclosed';
import { frictionOf } from '@daero/adoption/use/friction';
import { defaultUseRules, type UsePeriod } from '@daero/adoption/use/rules';
import { useHistory } from '@daero/adoption/use/standing';
import { dayAt, opportunitiesOf, weeksOf, type Opportunity } from '@daero/adoption/use/weeks';
import type { Measured } from '@daero/adoption/view/layer-view';
import { wentLiveOn } from '@daero/adoption/layers/state';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { id } from '@daero/domain/identity';
import { succeed, type Result } from '@daero/domain/result';
import type { OpenedAdoption } from './records.ts';

/** What is read of a hospital's care: whether the device ran, was seen, and what came of it. */
const careTypes = [
  'opportunity.eligible',
  'inference.completed',
  'inference.failed',
  'result.shown',
  'decision.recorded',
  'report.finalised',
] as const;

/** Fewer people than this stand behind no number that is shown. */
export const smallestCell = 10;

export type Care = {
  readonly opportunities: readonly Opportunity[];
  readonly history: readonly UsePeriod[];
  /** Null where the log holds no care of this hospital with this product. */
  readonly measured: Measured | null;
};
export type CareReader = { readonly of: (adoption: OpenedAdoption) => Promise<Result<Care>> };

/** Use as the events of care tell it, read on from where it was and measured once for as long as nothing comes. */
export function careReader(events: EventLog): CareReader {
  type Read = { readonly after: number; readonly known: readonly LoggedEvent[] };
  const sites = new Map<string, Read>();
  const measured = new Map<string, { readonly key: string; readonly care: Care }>();
  const readOn = async (site: string): Promise<Result<Read>> => {
    let { after, known } = sites.get(site) ?? { after: 0, known: [] };
    const fresh: LoggedEvent[] = [];
    for (let next: number | null = after; next !== null;) {
      const page: Awaited<ReturnType<EventLog['read']>> = await events.read({
        ...{ site: id<'site'>(site), types: careTypes, after: next },
      });
      if (!page.ok) return page;
      fresh.push(...page.value.events);
      next = page.value.next;
    }
    after = fresh.at(-1)?.position ?? after;
    known = fresh.length === 0 ? known : [...known, ...fresh];
    const read = { after, known };
    sites.set(site, read);
    return succeed(read);
  };
  return {
    of: async (adoption) => {
      const read = await readOn(adoption.state.key.hospital);
      if (!read.ok) return read;
      const key = `${read.value.after} ${adoption.asOf} ${adoption.events.length}`;
      const before = measured.get(adoption.id);
      if (before?.key === key) return succeed(before.care);
      const care = careOf(adoption, read.value.known);
      measured.set(adoption.id, { key, care });
      return succeed(care);
    },
  };
}

function careOf({ state, asOf }: OpenedAdoption, events: readonly LoggedEvent[]): Care {
  const { hospital, productVersion } = state.key;
  const [deviceId = productVersion, version = null] = productVersion.split('@');
  const scope = { site: hospital, deviceId, version, offsetMinutes: koreaMinutes };
  const until = events.filter(({ occurredAt }) => dayAt(occurredAt, koreaMinutes) <= asOf);
  const opportunities = opportunitiesOf(until, scope);
  if (opportunities.length === 0) return { opportunities, history: [], measured: null };
  const decided = { wentLiveOn: wentLiveOn(state), withdrawnOn: state.withdrawn?.on ?? null };
  const history = useHistory(weeksOf(opportunities, asOf), decided, defaultUseRules);
  const days = opportunities.map(({ on }) => on).sort();
  return {
    ...{ opportunities, history },
    measured: {
      friction: frictionOf(until, scope, smallestCell),
      use: disclosed(opportunities, smallestCell),
      ...{ history, from: days[0] ?? null, to: days.at(-1) ?? asOf },
    },
  };
}
