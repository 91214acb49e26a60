import { succeed, unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { isoDate } from '@daero/domain/time';
import { sha256Text } from '@daero/domain/canonical';
import { generatedId } from '@daero/registry/events/generated-events';
import { checkDraft } from '@daero/registry/events/check';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf, readLogged } from '../record/log.ts';
import { boardRow } from './board.ts';
import { defaultRules } from './default-rules.ts';
import { adoptionEventForm } from './event.ts';
import { decideAdoption, foldAdoption } from './fold.ts';
import { passes, standingOn } from './standing.ts';
import { recordOf, wentLiveOn } from './state.ts';
import {
  approved,
  bought,
  conditional,
  eventsOf,
  holders,
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

const withReader = (score: number): readonly Row[] =>
  trained.map(([on, by, change]) =>
    JSON.stringify(change).includes('dr-park') && JSON.stringify(change).includes('course-taken')
      ? [on, by, { type: 'course-taken', course: 'reader-course', person: 'dr-park', score }]
      : [on, by, change],
  );
const rulesWith = (change: (rules: ReturnType<typeof defaultRules>) => void): Row => {
  const rules = structuredClone(defaultRules(holders));
  change(rules);
  return ['2026-01-05', 'admin', opened(rules)];
};
const due: readonly Row[] = [
  start,
  ...papers('need', '2026-01-12'),
  ['2026-01-12', 'dr-kim', conditional('need', '2026-01-31')],
];

const refusals: readonly (readonly [kind: string, says: string, rows: readonly Row[]])[] = [
  ['adoption-not-opened', '', [['2026-01-05', 'dr-kim', approved('need')]]],
  ['adoption-opened-twice', '', [start, start]],
  [
    'adoption-key-missing',
    'buyer-oh',
    [...bought.slice(0, -1), ['2026-05-25', 'dr-lee', approved('purchase')]],
  ],
  [
    'adoption-out-of-order',
    'Clinical review',
    [
      start,
      ...yes('need', '2026-01-12'),
      ...papers('security-privacy', '2026-01-13'),
      ['2026-01-13', 'ciso-han', approved('security-privacy')],
    ],
  ],
  [
    'adoption-date-before',
    'Need',
    [
      start,
      ...yes('need', '2026-01-12'),
      ...papers('clinical-review', '2026-01-06'),
      ['2026-01-06', 'dr-lee', approved('clinical-review')],
    ],
  ],
  ['adoption-date-before', 'opening', [start, ['2026-01-04', 'dr-kim', approved('need')]]],
  [
    'adoption-papers-missing',
    'use case',
    [start, ...papers('need', '2026-01-12').slice(0, 1), ['2026-01-12', 'dr-kim', approved('need')]],
  ],
  [
    'adoption-papers-missing',
    'request',
    [start, ...papers('need', '2026-01-13'), ['2026-01-12', 'dr-kim', approved('need')]],
  ],
  [
    'adoption-returned',
    'Need',
    [...due, ...papers('fee-finance', '2026-02-01'), ['2026-02-01', 'fin-jung', approved('fee-finance')]],
  ],
  [
    'adoption-decided-already',
    'Need',
    [start, ...yes('need', '2026-01-12'), ['2026-01-13', 'dr-kim', approved('need')]],
  ],
  [
    'adoption-must-open',
    'downtime plan',
    [
      ...bought,
      ...trained.slice(0, -1),
      ...papers('go-live', '2026-06-15'),
      ['2026-06-15', 'dr-kim', approved('go-live')],
    ],
  ],
  [
    'adoption-must-open',
    'course for users',
    [
      ...bought,
      ...withReader(79),
      ...papers('go-live', '2026-06-15'),
      ['2026-06-15', 'dr-kim', approved('go-live')],
    ],
  ],
  [
    'adoption-must-open',
    'course for users',
    [
      ...bought,
      ...trained,
      ...papers('go-live', '2028-06-02'),
      ['2028-06-02', 'dr-kim', conditional('go-live', '2028-12-01')],
    ],
  ],
  ['adoption-layer-unknown', 'purchase', [start, ['2026-01-12', 'dr-kim', approved('lobby')]]],
  [
    'adoption-paper-unknown',
    'use-case',
    [start, ['2026-01-12', 'x', { type: 'paper-filed', layer: 'need', paper: 'p', reference: 'r' }]],
  ],
  [
    'adoption-condition-unknown',
    'c1',
    [
      ...due,
      ['2026-01-13', 'dr-kim', { type: 'condition-met', layer: 'need', condition: 'c2', reference: 'r' }],
    ],
  ],
  [
    'adoption-key-missing',
    'dr-kim',
    [
      ...due,
      ['2026-01-13', 'dr-lee', { type: 'condition-met', layer: 'need', condition: 'c1', reference: 'r' }],
    ],
  ],
  [
    'adoption-key-missing',
    'dr-kim',
    [start, ['2026-01-13', 'dr-lee', { type: 'key-passed', layer: 'need', holders: ['dr-lee'] }]],
  ],
  [
    'adoption-nothing-to-reopen',
    'Need',
    [start, ['2026-01-13', 'dr-kim', { type: 'reopened', layer: 'need' }]],
  ],
  [
    'adoption-requirement-unknown',
    'owner',
    [start, ['2026-01-13', 'dr-kim', { type: 'role-filled', role: 'king', persons: ['a'] }]],
  ],
  [
    'adoption-procedure-missing',
    'downtime plan',
    [
      start,
      [
        '2026-01-13',
        'dr-kim',
        { type: 'procedure-drilled', procedure: 'downtime', wentWell: true, reference: 'd' },
      ],
    ],
  ],
  [
    'adoption-withdrawal-key',
    'buyer-oh',
    [start, ['2026-01-13', 'visitor', { type: 'withdrawn', because: ['other'] }]],
  ],
  [
    'adoption-withdrawn',
    '2026-01-13',
    [
      start,
      ['2026-01-13', 'dr-kim', { type: 'withdrawn', because: ['other'] }],
      ...papers('need', '2026-01-14').slice(0, 1),
    ],
  ],
  ['adoption-annul-unknown', 'e9', [start, ['2026-01-13', 'dr-kim', { type: 'annulled', eventId: 'e9' }]]],
  ['adoption-name-twice', 'need', [rulesWith(({ layers }) => layers.push(...layers.slice(0, 1)))]],
  ['adoption-layer-dangling', 'nowhere', [rulesWith(({ layers }) => layers[0]?.after.push('nowhere'))]],
  ['adoption-layer-circle', 'wait', [rulesWith(({ layers }) => layers[0]?.after.push('monitoring'))]],
];

test.each(refusals)('%s, naming %s, in both languages', (kind, says, rows) => {
  const fault = refusedAt(rows);
  expect(fault.kind).toBe(kind);
  expect(speakFault(fault, 'en')).toContain(says);
  for (const language of ['ko', 'en'] as const)
    expect(speakFault(fault, language)).not.toMatch(/undefined|\{|null/);
  expect(speakFault(fault, 'ko')).toMatch(/[가-힣]/);
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

describe('laws', () => {
  const day = (at: number): string => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);
  const layers = defaultRules().layers;
  const step = fc.tuple(fc.nat(9), fc.nat(40), fc.constantFrom('yes', 'conditional', 'refused', 'reopened'));

  /** Steps of any kind at any layer; only what is allowed is kept. */
  const lawful = (steps: readonly (readonly [number, number, string])[]): readonly Row[] => {
    let [rows, at]: [readonly Row[], number] = [[start], 0];
    for (const [which, later, what] of steps) {
      at += later;
      const layer = layers[which];
      if (layer === undefined) continue;
      const by = holders[layer.id as keyof typeof holders][0] ?? '';
      const change =
        what === 'yes'
          ? approved(layer.id)
          : what === 'conditional'
            ? conditional(layer.id, day(at + 30))
            : what === 'reopened'
              ? { type: 'reopened', layer: layer.id }
              : { type: 'decided', layer: layer.id, outcome: { is: 'refused' } };
      const next: readonly Row[] = [...rows, ...papers(layer.id, day(at)), [day(at), by, change]];
      if (foldAdoption(eventsOf(next)).ok) rows = next;
    }
    return rows;
  };

  test('no layer ever says yes before what it waits for, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const state = walk(lawful(steps));
        for (const { layer, decisions } of state.layers.values())
          for (const { on } of decisions)
            for (const name of layer.after) {
              const before = state.layers.get(name);
              const said = before?.decisions.some((one) => one.on <= on && one.outcome.is !== 'refused');
              expect(said).toBe(true);
            }
      }),
      { numRuns: 60 },
    );
  });

  test('no days on the board are negative, whoever is next is not waiting, and a command gives what the fold takes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat(900), (steps, later) => {
        const rows = lawful(steps);
        const state = walk(rows);
        const row = boardRow(state, isoDate(day(later)));
        for (const { days } of [...row.cells, ...row.next, ...row.blocks])
          expect(days).toBeGreaterThanOrEqual(0);
        for (const { layer } of row.next) {
          const after = state.layers.get(layer)?.layer.after ?? [];
          for (const name of after) {
            const cell = row.cells.find((one) => one.layer === name);
            const returned = row.cells.find((one) => one.layer === layer)?.standing.is === 'returned';
            expect(returned || (cell !== undefined && passes(cell.standing))).toBe(true);
          }
        }
        const events = eventsOf(rows);
        const last = events.at(-1);
        if (last !== undefined) expect(decideAdoption(events.slice(0, -1), last)).toEqual(succeed([last]));
      }),
      { numRuns: 40 },
    );
  });
});
