import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { sha256Text } from '@daero/domain/canonical';
import { generatedId } from '@daero/registry/events/generated-events';
import { checkDraft } from '@daero/registry/events/check';
import { describe, expect, test } from 'vitest';
import { draftOf, readLogged } from '../record/log.ts';
import { boardRow } from './board.ts';
import { defaultRules } from './default-rules.ts';
import { adoptionEventForm } from './event.ts';
import { foldAdoption } from './fold.ts';
import { standingOn } from './standing.ts';
import { recordOf, wentLiveOn } from './state.ts';
import {
  approved,
  bought,
  conditional,
  eventsOf,
  opened,
  papers,
  refusedAt,
  trained,
  walk,
  yes,
  type Row,
} from './walk.test-fixture.ts';

const live: readonly Row[] = [...bought, ...trained, ...yes('go-live', '2026-06-15')];
const start: Row = ['2026-01-05', 'admin', opened()];

describe('a hospital from need to monitoring', () => {
  test('every layer says yes, and the board is empty of blocks', () => {
    const state = walk([...live, ...yes('monitoring', '2026-12-14')]);
    const row = boardRow(state, isoDate('2026-12-20'));
    expect([row.passed, row.next, row.blocks]).toEqual([10, [], []]);
    expect(wentLiveOn(state)).toBe('2026-06-15');
  });

  test('monitoring is asked again after its term', () => {
    const state = walk([...live, ...yes('monitoring', '2026-12-14')]);
    const row = boardRow(state, isoDate('2027-12-24'));
    expect(row.next).toMatchObject([{ layer: 'monitoring', since: '2027-12-14', days: 10 }]);
    expect(row.blocks).toMatchObject([{ because: 'term-over' }]);
  });

  test('the board says who is next, for how long, and what blocks', () => {
    const row = boardRow(walk([start, ...yes('need', '2026-01-12')]), isoDate('2026-01-22'));
    expect(row.next.map(({ layer, days }) => [layer, days])).toEqual([
      ['clinical-review', 10],
      ['fee-finance', 10],
    ]);
    expect(row.blocks.map(({ layer, because }) => [layer, because])).toEqual([
      ['clinical-review', 'papers-missing'],
      ['fee-finance', 'papers-missing'],
    ]);
  });

  test('a key without a holder blocks', () => {
    const row = boardRow(walk([['2026-01-05', 'admin', opened(defaultRules())]]), isoDate('2026-01-06'));
    expect(row.blocks.map(({ because }) => because)).toContain('nobody-holds-the-key');
  });
});

describe('a conditional yes returns when its condition is due', () => {
  const rows: readonly Row[] = [
    start,
    ...papers('need', '2026-01-12'),
    ['2026-01-12', 'dr-kim', conditional('need', '2026-03-31')],
  ];
  const met = (on: string): Row => [
    on,
    'dr-kim',
    { type: 'condition-met', layer: 'need', condition: 'c1', reference: 'r' },
  ];
  const standing = (more: readonly Row[], on: string): string => {
    const state = walk([...rows, ...more]);
    const record = recordOf(state, 'need');
    return record === null ? '' : standingOn(state, record, isoDate(on)).is;
  };
  test.each([
    [[], '2026-03-31', 'conditional'],
    [[], '2026-04-01', 'returned'],
    [[met('2026-03-31')], '2026-04-01', 'approved'],
    [[met('2026-04-02')], '2026-04-03', 'returned'],
    [[met('2026-04-02'), ['2026-04-03', 'dr-kim', approved('need')]], '2026-04-03', 'approved'],
    [[met('2026-03-01')], '2026-02-20', 'conditional'], // what is known of that day
  ] as const)('%j on %s: %s', (more, on, is) => {
    expect(standing(more, on)).toBe(is);
  });
});

test('a hospital that withdraws keeps the reason, and its board asks for nothing', () => {
  const state = walk([
    ...live,
    ['2026-10-01', 'quality-seo', { type: 'withdrawn', because: ['alert-fatigue', 'workload'] }],
  ]);
  const row = boardRow(state, isoDate('2027-05-01'));
  expect(row.withdrawn).toMatchObject({ on: '2026-10-01', because: ['alert-fatigue', 'workload'] });
  expect([row.next, row.blocks]).toEqual([[], []]);
});

test('an annulled yes counts no longer, and what rested on it is refused', () => {
  const rows: readonly Row[] = [
    start,
    ...yes('need', '2026-01-12'),
    ['2026-01-20', 'dr-kim', { type: 'annulled', eventId: 'e4' }],
  ];
  expect(boardRow(walk(rows), isoDate('2026-01-21')).passed).toBe(0);
  const built = [...bought, ['2026-05-26', 'dr-kim', { type: 'annulled', eventId: 'e4' }]] as const;
  expect(refusedAt(built).kind).toBe('adoption-out-of-order');
});

test('a passed key opens the layer to its new holder', () => {
  const rows: readonly Row[] = [
    start,
    ['2026-01-06', 'admin', { type: 'key-passed', layer: 'need', holders: ['dr-moon'] }],
  ];
  expect(
    refusedAt([...rows, ...papers('need', '2026-01-12'), ['2026-01-12', 'dr-kim', approved('need')]]).kind,
  ).toBe('adoption-key-missing');
  expect(
    boardRow(
      walk([...rows, ...papers('need', '2026-01-12'), ['2026-01-12', 'dr-moon', approved('need')]]),
      isoDate('2026-01-13'),
    ).passed,
  ).toBe(1);
});

test('every event passes the door of the log and comes back as it was', () => {
  const events = eventsOf(live).map((event, at) => ({ ...event, eventId: generatedId(at) }));
  const stream = { kind: 'adoption', streamId: 'generated-a', site: 'generated-a' } as const;
  const back = events.map((event, at) => {
    const checked = unwrap(checkDraft(draftOf(event, stream, `${event.on}T03:00:00Z`), at + 1, sha256Text));
    return unwrap(readLogged(checked.draft, adoptionEventForm));
  });
  expect(back).toEqual(events.map((event) => ({ ...event, recordedAt: `${event.on}T03:00:00.000Z` })));
  expect(foldAdoption(back)).toMatchObject({ ok: true });
});
