import { unwrap, type Fault } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buyers, contractMethods, contractRuleOn, contractRules } from './contract-rules.ts';
import { procurementEventForm, type ProcurementEvent } from './event.ts';
import { decideProcurement, foldProcurement } from './fold.ts';
import { contractValue, priceInYear, type Price } from './price.ts';
import { rankingOf } from './ranking.ts';
import type { ProcurementState } from './state.ts';

type Row = readonly [on: string, by: string, change: unknown];
const text = (en: string): { ko: string; en: string } => ({ ko: `${en} 항목`, en });
const serviceLevel = {
  ...{
    availability: 0.995,
    resultWithinSeconds: 60,
    answerWithinHours: 4,
    repairWithinHours: 24,
    penalty: null,
  },
};
const opened = (buyer = 'national-university-hospital', budget = 60_000_000): Row => [
  '2026-04-01',
  'buyer-oh',
  {
    type: 'opened',
    hospital: 'generated-a',
    need: text('chest'),
    buyer,
    budget,
    usesPerYear: 10_000,
    years: 1,
    buyerIds: ['buyer-oh'],
  },
];
const criterion = (id: string, weight: number, leastScore: number | null = null): unknown => ({
  id,
  name: text(id),
  weight,
  leastScore,
});
const criteria: Row = [
  '2026-04-02',
  'buyer-oh',
  {
    type: 'criteria-set',
    criteria: [criterion('clinical', 0.5, 60), criterion('fit', 0.3), criterion('price', 0.2)],
    reviewers: ['r1', 'r2'],
  },
];
const offered = (id: string, perYear: number, designatedOn: string | null = null): Row => [
  '2026-04-10',
  'buyer-oh',
  {
    type: 'offered',
    offer: {
      ...{ id, vendor: `vendor ${id}`, productVersion: `${id}@1.0`, serviceLevel },
      price: { form: 'licence', perYear },
      innovativeProduct: designatedOn === null ? null : { number: '2026-1', designatedOn },
    },
  },
];
const scored = (
  offer: string,
  scores: readonly [number, number, number],
  by: readonly string[] = ['r1', 'r2'],
): readonly Row[] =>
  by.flatMap((reviewer) =>
    ['clinical', 'fit', 'price'].map((name, at): Row => [
      '2026-04-20',
      reviewer,
      { type: 'scored', offer, criterion: name, score: scores[at] },
    ]),
  );
const awarded = (offer: string, method: string, whyNotFirst: string | null = null): Row => [
  '2026-04-25',
  'buyer-oh',
  { type: 'awarded', offer, method, whyNotFirst },
];
const renewed = (toOn: string): Row => [
  '2026-05-01',
  'buyer-oh',
  { type: 'renewed', reference: 'c-2', toOn },
];
const contracted = (perYear: number): Row => [
  '2026-05-01',
  'buyer-oh',
  {
    type: 'contracted',
    reference: 'c-1',
    fromOn: '2026-05-15',
    toOn: '2027-05-14',
    price: { form: 'licence', perYear },
    serviceLevel,
    exit: text('exit'),
  },
];
const evaluated: readonly Row[] = [
  ...[opened(), criteria, offered('a', 18_000_000), offered('b', 40_000_000, '2025-06-01')],
  ...scored('a', [70, 80, 90]),
  ...scored('b', [90, 90, 40]),
];

const eventsOf = (rows: readonly Row[]): readonly ProcurementEvent[] =>
  rows.map(([on, personId, change], at) =>
    procurementEventForm.parse({
      eventId: `p${at + 1}`,
      on,
      by: { personId, role: 'procurement' },
      reason: 'as minuted',
      source: null,
      change,
    }),
  );
const walk = (rows: readonly Row[]): ProcurementState => unwrap(foldProcurement(eventsOf(rows)));
function refusedAt(rows: readonly Row[]): Fault {
  if (rows.length > 1) walk(rows.slice(0, -1));
  const found = foldProcurement(eventsOf(rows));
  if (found.ok) throw new Error('nothing was refused');
  return found.fault;
}

describe('a purchase from request to contract', () => {
  test('the ranking is the weighted mean of the reviewers', () => {
    expect(rankingOf(walk(evaluated)).map(({ offer, rank, score }) => [offer.id, rank, score])).toEqual([
      ['b', 1, 80],
      ['a', 2, 77],
    ]);
  });
  test('the first by the innovative-product channel, signed below the award', () => {
    const state = walk([...evaluated, awarded('b', 'innovative-product'), contracted(39_000_000)]);
    expect(state.award).toMatchObject({ ruleId: 'innovative-2021', value: 40_000_000 });
    expect(state.contract).toMatchObject({ reference: 'c-1', signedOn: '2026-05-01' });
  });
  test('a renewal moves the end of the contract, and the end that was is kept', () => {
    const signed = [...evaluated, awarded('b', 'open-competition'), contracted(39_000_000)];
    const before = walk(signed).contract;
    const state = walk([...signed, renewed('2029-12-31')]);
    expect(state.contract).toMatchObject({
      ...{ reference: 'c-1', toOn: '2029-12-31' },
      renewals: [{ on: '2026-05-01', endedOn: before?.toOn, toOn: '2029-12-31' }],
    });
  });
  test('the second, with its reason, as a small private contract', () => {
    expect(walk([...evaluated, awarded('a', 'small-private-contract', 'budget')]).award?.ruleId).toBe(
      'small-private-2021',
    );
  });
  test('a conflict takes the scores of the reviewer out', () => {
    const state = walk([
      ...evaluated,
      ['2026-04-21', 'r2', { type: 'conflict-declared', reviewer: 'r2', offer: 'b' }],
    ]);
    expect(rankingOf(state).map(({ offer, missing }) => [offer.id, missing])).toEqual([
      ['b', 0],
      ['a', 0],
    ]);
    expect(state.scores.size).toBe(9);
  });
});

const refusals: readonly (readonly [string, string, readonly Row[]])[] = [
  [
    'purchase-weights',
    '0.9',
    [
      opened(),
      [
        '2026-04-02',
        'x',
        { type: 'criteria-set', criteria: [criterion('a', 0.5), criterion('b', 0.4)], reviewers: ['r1'] },
      ],
    ],
  ],
  [
    'adoption-name-twice',
    'a',
    [
      opened(),
      [
        '2026-04-02',
        'x',
        { type: 'criteria-set', criteria: [criterion('a', 0.5), criterion('a', 0.5)], reviewers: ['r1'] },
      ],
    ],
  ],
  ['purchase-criteria-missing', 'weights', [opened(), offered('a', 1)]],
  [
    'purchase-criteria-late',
    'offer',
    [opened(), criteria, offered('a', 1), ['2026-04-11', 'x', criteria[2]]],
  ],
  ['purchase-over-ceiling', '20000000', [...evaluated, awarded('b', 'small-private-contract')]],
  [
    'purchase-not-designated',
    'innovative product',
    [...evaluated, awarded('a', 'innovative-product', 'why')],
  ],
  [
    'purchase-designation-over',
    '2026-04-25',
    [
      opened(),
      criteria,
      offered('b', 1, '2023-04-25'),
      ...scored('b', [90, 90, 40]),
      awarded('b', 'innovative-product'),
    ],
  ],
  ['purchase-method-not-open', 'open competition', [...evaluated, awarded('b', 'own-rules')]],
  ['purchase-not-first', 'b is', [...evaluated, awarded('a', 'small-private-contract')]],
  [
    'purchase-over-budget',
    '60000000',
    [
      opened(),
      criteria,
      offered('a', 60_000_001),
      ...scored('a', [70, 70, 70]),
      awarded('a', 'open-competition'),
    ],
  ],
  [
    'purchase-scores-missing',
    '3',
    [
      opened(),
      criteria,
      offered('a', 1),
      ...scored('a', [70, 70, 70], ['r1']),
      awarded('a', 'open-competition'),
    ],
  ],
  [
    'purchase-must-failed',
    'clinical',
    [opened(), criteria, offered('a', 1), ...scored('a', [59, 90, 90]), awarded('a', 'open-competition')],
  ],
  [
    'purchase-key-missing',
    'buyer-oh',
    [...evaluated, ['2026-04-25', 'r1', awarded('b', 'open-competition')[2]]],
  ],
  [
    'purchase-reviewer-unknown',
    'r1',
    [opened(), criteria, offered('a', 1), ...scored('a', [1, 1, 1], ['r9']).slice(0, 1)],
  ],
  [
    'purchase-conflict',
    'r1',
    [
      opened(),
      criteria,
      offered('a', 1),
      ['2026-04-11', 'r1', { type: 'conflict-declared', reviewer: 'r1', offer: 'a' }],
      ...scored('a', [1, 1, 1])
        .slice(0, 1)
        .map(([, by, change]): Row => ['2026-04-12', by, change]),
    ],
  ],
  [
    'purchase-name-unknown',
    'a',
    [opened(), criteria, offered('a', 1), ...scored('z', [1, 1, 1]).slice(0, 1)],
  ],
  ['purchase-not-awarded', 'award', [...evaluated, contracted(1)]],
  ['purchase-not-contracted', 'e', [...evaluated, renewed('2029-12-31')]],
  [
    'adoption-date-before',
    '2026-01-01',
    [...evaluated, awarded('b', 'open-competition'), contracted(1), renewed('2026-01-01')],
  ],
  ['purchase-dearer', '40000000', [...evaluated, awarded('b', 'open-competition'), contracted(41_000_000)]],
  [
    'purchase-signed',
    '2026-05-01',
    [...evaluated, awarded('b', 'open-competition'), contracted(1), contracted(1)],
  ],
  [
    'purchase-awarded-already',
    '2026-04-25',
    [...evaluated, awarded('b', 'open-competition'), awarded('b', 'open-competition')],
  ],
  [
    'purchase-cancelled',
    '2026-04-25',
    [...evaluated, ['2026-04-25', 'buyer-oh', { type: 'cancelled' }], awarded('b', 'open-competition')],
  ],
  [
    'adoption-date-before',
    '2026-04-10',
    [opened(), criteria, offered('a', 1), ['2026-04-09', 'x', offered('b', 1)[2]]],
  ],
  ['adoption-not-opened', '', [criteria]],
];
test.each(refusals)('%s, naming %s, in both languages', (kind, says, rows) => {
  const fault = refusedAt(rows);
  expect(fault.kind).toBe(kind);
  expect(speakFault(fault, 'en')).toContain(says);
  for (const language of ['ko', 'en'] as const)
    expect(speakFault(fault, language)).not.toMatch(/undefined|\{|null/);
});

describe('rules of contract are dated data', () => {
  test('none is known before its source, and each says how far it may be trusted', () => {
    expect(contractRuleOn('small-private-contract', 'state', isoDate('2020-12-31'))).toBeNull();
    expect(contractRuleOn('small-private-contract', 'state', isoDate('2026-01-01'))?.ceiling).toBe(
      20_000_000,
    );
    for (const { grounds } of contractRules)
      expect(grounds.source !== null || grounds.confidence === 'general-knowledge-unverified').toBe(true);
  });
  test('every buyer has a method without a ceiling', () => {
    for (const buyer of buyers)
      expect(
        contractMethods.some(
          (method) => contractRuleOn(method, buyer, isoDate('2026-01-01'))?.ceiling === null,
        ),
      ).toBe(true);
  });
});

describe('prices', () => {
  test('by hand', () => {
    const year = { year: 1, uses: 1500, outcomeReached: false };
    const banded: Price = {
      form: 'banded',
      bands: [
        { upToUses: 1000, perUse: 3000 },
        { upToUses: null, perUse: 1000 },
      ],
    };
    expect(priceInYear(banded, year)).toBe(3_500_000);
    expect(priceInYear({ form: 'by-outcome', perYear: 1000, shareAtRisk: 0.2 }, year)).toBe(800);
    const helped: Price = { form: 'subsidised', perYear: 1000, paidByProgramme: 0.8, untilYear: 2 };
    expect([1, 2, 3].map((at) => priceInYear(helped, { ...year, year: at }))).toEqual(
      [200, 200, 1000].map((won) => expect.closeTo(won, 6)),
    );
    expect(contractValue(helped, 3, 0)).toBe(3000);
  });
  test('more uses never cost less', () => {
    const won = fc.integer({ min: 0, max: 10_000 });
    const price = fc.oneof(
      fc.record({ form: fc.constant('per-use' as const), perUse: won, leastPerYear: won }),
      fc.record({ form: fc.constant('licence' as const), perYear: won }),
      fc.tuple(won, won, fc.integer({ min: 1, max: 500 })).map(([first, second, upToUses]): Price => ({
        form: 'banded',
        bands: [
          { upToUses, perUse: first },
          { upToUses: null, perUse: second },
        ],
      })),
    );
    fc.assert(
      fc.property(price, fc.nat(2000), fc.nat(2000), (one, uses, more) => {
        expect(contractValue(one, 3, uses + more)).toBeGreaterThanOrEqual(contractValue(one, 3, uses) - 1e-9);
      }),
    );
  });
});

test('whatever the scores, a better score never loses a place, and a command gives what the fold takes', () => {
  const triple = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100));
  fc.assert(
    fc.property(triple, triple, fc.nat(30), (one, two, more) => {
      const rows = (first: readonly [number, number, number]): readonly Row[] => [
        opened(),
        criteria,
        offered('a', 1),
        offered('b', 1),
        ...scored('a', first),
        ...scored('b', two),
      ];
      const rank = (first: readonly [number, number, number]): number =>
        rankingOf(walk(rows(first))).find(({ offer }) => offer.id === 'a')?.rank ?? Infinity;
      expect(rank([Math.min(100, one[0] + more), one[1], one[2]])).toBeLessThanOrEqual(rank(one));
      const events = eventsOf(rows(one));
      const last = events.at(-1);
      if (last !== undefined)
        expect(decideProcurement(events.slice(0, -1), last)).toEqual({ ok: true, value: [last] });
    }),
    { numRuns: 50 },
  );
});
