import { unwrap } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays } from '../calendar/day-number.ts';
import type { CaseChange, CaseEvent } from './event.ts';
import { apply, foldCase } from './fold.ts';
import { activeVisits, openWindows, type CaseState } from './state.ts';
import { decided, entered, eventsOf, opened } from './walk.test-fixture.ts';

/** A lawful case and the events that led to it. */
export type Walked = {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly on: IsoDate;
};

const start = isoDate('2026-02-02');
const between = 10;

/**
 * Ways that a case of a route can go: every change is tried on every case found so far, and one is kept when nobody saw its
 * last two events follow each other before. A stage is passed at most twice, so that appeals do not go on for ever.
 */
export function explore(route: string, jurisdiction = 'KR', version = '2026-01-26'): readonly Walked[] {
  const [first] = eventsOf([[start, opened(route, jurisdiction, version)]]);
  if (first === undefined) throw new Error('nothing was opened');
  const all: Walked[] = [{ events: [first], state: unwrap(foldCase([first])), on: start }];
  const seen = new Set(all.map(keyOf));
  for (const walked of all) {
    for (const { change, on } of tried(walked)) {
      const event = { ...first, eventId: `e${walked.events.length + 1}`, on, change };
      const next = apply(walked.state, event);
      if (!next.ok || next.value.visits.some(({ attempt }) => attempt > 2)) continue;
      const found = { events: [...walked.events, event], state: next.value, on };
      const key = keyOf(found);
      if (seen.has(key)) continue;
      seen.add(key);
      all.push(found);
    }
  }
  return all;
}

/** The last two things that happened. */
const keyOf = ({ events }: Pick<Walked, 'events'>): string =>
  events
    .slice(-2)
    .map(({ change }) => labelOf(change))
    .join(' > ');

export const labelOf = (change: CaseChange): string =>
  Object.entries(change)
    .filter(([name]) => name !== 'fromOn' && name !== 'toOn' && name !== 'key')
    .map(([, value]) => String(value))
    .join(' ');

function tried({ state, on }: Walked): readonly { readonly change: CaseChange; readonly on: IsoDate }[] {
  const later = addDays(on, between);
  const over = openWindows(state).reduce((last, { toOn }) => (toOn > last ? toOn : last), on);
  const here = new Set([...activeVisits(state), ...openWindows(state)].map(({ stage }) => stage));
  const stages = [...state.rules.stages.values()];
  return [
    ...stages.map(({ id }) => ({ change: entered(id), on: later })),
    ...stages.flatMap(({ id, transitions }) =>
      transitions.flatMap(({ on: outcome, to }) => {
        if (outcome === 'supplement-request' || outcome === 'appeal') return [];
        const day = outcome === 'expire' ? addDays(over, between) : later;
        return here.has(id) || outcome === 'change' ? [{ change: decided(id, outcome, to), on: day }] : [];
      }),
    ),
    ...stages.flatMap(({ id: stage, useWindow }): readonly { change: CaseChange; on: IsoDate }[] => [
      { change: { type: 'appealed', stage }, on: later },
      ...(here.has(stage)
        ? [{ change: { type: 'paused', stage, because: 'supplement-requested' } as const, on: later }]
        : []),
      ...(useWindow === undefined
        ? []
        : [{ change: { type: 'window-opened', stage, fromOn: later, toOn: null } as const, on: later }]),
    ]),
  ];
}
