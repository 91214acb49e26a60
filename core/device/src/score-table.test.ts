import { describe, expect, test } from 'vitest';
import { news2Manifest, tableHash } from './manifest.ts';
import { news2 } from './news2.ts';
import { highestScore, pointsFor, scoreTable } from './score-table.ts';

/** The printed chart read a second time, value by value: the last value of a band and the first of the next. */
const chart = {
  'respiratory-rate': [
    [1, 3],
    [8, 3],
    [9, 1],
    [11, 1],
    [12, 0],
    [20, 0],
    [21, 2],
    [24, 2],
    [25, 3],
    [60, 3],
  ],
  'oxygen-saturation': [
    [50, 3],
    [91, 3],
    [92, 2],
    [93, 2],
    [94, 1],
    [95, 1],
    [96, 0],
    [100, 0],
  ],
  'systolic-pressure': [
    [40, 3],
    [90, 3],
    [91, 2],
    [100, 2],
    [101, 1],
    [110, 1],
    [111, 0],
    [219, 0],
    [220, 3],
    [300, 3],
  ],
  'heart-rate': [
    [20, 3],
    [40, 3],
    [41, 1],
    [50, 1],
    [51, 0],
    [90, 0],
    [91, 1],
    [110, 1],
    [111, 2],
    [130, 2],
    [131, 3],
    [250, 3],
  ],
  temperature: [
    [30, 3],
    [35, 3],
    [35.1, 1],
    [36, 1],
    [36.1, 0],
    [38, 0],
    [38.1, 1],
    [39, 1],
    [39.1, 2],
    [42, 2],
  ],
} satisfies Record<string, [number, number][]>;

/** Between two bands the value is rounded half up first. */
const between = {
  'respiratory-rate': [
    [8.49, 3],
    [8.5, 1],
    [20.5, 2],
  ],
  'oxygen-saturation': [
    [91.4, 3],
    [91.5, 2],
    [95.5, 0],
  ],
  temperature: [
    [35.04, 3],
    [35.05, 1],
    [36.049, 1],
    [36.05, 0],
    [38.05, 1],
    [39.05, 2],
    [39.04, 1],
  ],
} satisfies Record<string, [number, number][]>;

const rows = [chart, between].flatMap((table) =>
  Object.entries(table).flatMap(([item, values]) =>
    values.map(([value, points]) => ({ item, value, points })),
  ),
);

describe('NEWS2 as published', () => {
  test.each(rows)('$item $value scores $points', ({ item, value, points }) => {
    const measurement = news2.items.find((entry) => entry.item === item);
    expect(measurement?.kind).toBe('measurement');
    if (measurement?.kind === 'measurement') expect(pointsFor(measurement)(value)).toBe(points);
  });

  test('oxygen scores 2, not alert scores 3, and the most there is is 20', () => {
    const signs = news2.items.filter((item) => item.kind === 'sign');
    expect(signs.map(({ item, pointsWhenPresent }) => [item, pointsWhenPresent])).toEqual([
      ['supplemental-oxygen', 2],
      ['consciousness', 3],
    ]);
    expect(highestScore(news2)).toBe(20);
    expect(news2Manifest.gives.high).toBe(20);
  });

  test('is labelled a reference device, and its version is the hash of its table', () => {
    expect(news2Manifest.device.standing).toBe('reference');
    expect(news2Manifest.notice?.en).toContain('Reference device');
    const other = { ...news2, items: news2.items.slice(1) };
    expect(tableHash(other)).not.toBe(news2Manifest.version.modelHash);
  });
});

describe('a score table that does not cover the line once is refused', () => {
  const withBands = (bands: unknown) => ({
    name: 'x',
    source: 'x',
    items: [{ item: 'a', kind: 'measurement', unit: '1', decimals: 1, bands }],
  });
  const cases = [
    {
      what: 'a gap',
      bands: [
        { from: null, to: 1, points: 0 },
        { from: 1.2, to: null, points: 1 },
      ],
    },
    {
      what: 'an overlap',
      bands: [
        { from: null, to: 1, points: 0 },
        { from: 1, to: null, points: 1 },
      ],
    },
    {
      what: 'a closed end',
      bands: [
        { from: null, to: 1, points: 0 },
        { from: 1.1, to: 2, points: 1 },
      ],
    },
    {
      what: 'an open middle',
      bands: [
        { from: null, to: null, points: 0 },
        { from: 1.1, to: null, points: 1 },
      ],
    },
  ];
  test.each(cases)('$what', ({ bands }) => {
    expect(scoreTable.safeParse(withBands(bands)).success).toBe(false);
  });
  test('one step apart is accepted', () => {
    const bands = [
      { from: null, to: 1, points: 0 },
      { from: 1.1, to: null, points: 1 },
    ];
    expect(scoreTable.safeParse(withBands(bands)).success).toBe(true);
  });
});
