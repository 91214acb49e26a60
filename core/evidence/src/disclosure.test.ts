import type { Estimate } from '@daero/domain/estimate';
import type { Shape } from '@daero/domain/shape';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { disclose, discloseShape, mustWithhold, smallestCellOf } from './disclosure.ts';
import { estimate } from './estimate.test-fixture.ts';
import type { AnalysisNodeOutput } from './kinds/outputs.ts';

const output = (
  estimates: Readonly<Record<string, Estimate>>,
  rest: Partial<AnalysisNodeOutput> = {},
): AnalysisNodeOutput => ({ estimates, shapes: [], warnings: [], failures: [], n: 0, ...rest });

const share = (events: number, trials: number): Estimate => estimate({ events, trials });
/** Deaths among people, by site, with their total. */
const bySite = (sites: readonly (readonly [number, number])[]): Record<string, Estimate> => ({
  death: share(
    sites.reduce((sum, [events]) => sum + events, 0),
    sites.reduce((sum, [, trials]) => sum + trials, 0),
  ),
  ...Object.fromEntries(sites.map(([events, trials], at) => [`death-site-${at + 1}`, share(events, trials)])),
});
const withheld = (estimates: Record<string, Estimate>, smallestCell = 10): readonly string[] =>
  [...disclose(output(estimates), smallestCell).withheld].sort();

test('open data have a smallest cell of 1; others say theirs', () => {
  expect([smallestCellOf('open'), smallestCellOf({ smallestCell: 10 })]).toEqual([1, 10]);
});

describe('a count is too small from 1 to one below the smallest cell', () => {
  it.each([
    { name: 'nobody names nobody', parts: { events: 0, trials: 50 }, hidden: false },
    { name: 'one', parts: { events: 1, trials: 50 }, hidden: true },
    { name: 'nine', parts: { events: 9, trials: 50 }, hidden: true },
    { name: 'ten', parts: { events: 10, trials: 50 }, hidden: false },
    { name: 'nine who did not', parts: { events: 41, trials: 50 }, hidden: true },
    { name: 'all', parts: { events: 50, trials: 50 }, hidden: false },
    { name: 'few in all', parts: { trials: 9 }, hidden: true },
    { name: 'few diseased', parts: { diseased: 9, healthy: 90 }, hidden: true },
    { name: 'four sites are not four people', parts: { sites: 4, people: 100 }, hidden: false },
  ])('$name', ({ parts, hidden }) => expect(mustWithhold(estimate(parts), 10)).toBe(hidden));
});

describe('what a total gives back', () => {
  test('one small site takes the smallest other with it', () => {
    expect(
      withheld(
        bySite([
          [20, 60],
          [15, 50],
          [12, 45],
          [4, 46],
        ]),
      ),
    ).toEqual(['death-site-3', 'death-site-4']);
  });

  test('two small sites whose sum is small take a third', () => {
    expect(
      withheld(
        bySite([
          [20, 60],
          [15, 50],
          [4, 46],
          [3, 45],
        ]),
      ),
    ).toEqual(['death-site-2', 'death-site-3', 'death-site-4']);
  });

  test('a site where nobody died does not hide one where few did', () => {
    expect(
      withheld(
        bySite([
          [20, 60],
          [15, 50],
          [0, 30],
          [4, 46],
        ]),
      ),
    ).toEqual(['death-site-2', 'death-site-3', 'death-site-4']);
  });

  test('a group that gave no estimate is not given back either', () => {
    const { 'death-site-4': _gone, ...rest } = bySite([
      [20, 60],
      [15, 50],
      [12, 45],
      [4, 46],
    ]);
    expect(withheld(rest)).toEqual(['death-site-3']);
  });

  test('where all are large nothing is withheld', () => {
    expect(
      withheld(
        bySite([
          [20, 60],
          [15, 50],
          [12, 45],
        ]),
      ),
    ).toEqual([]);
  });
});

test('the cells of one table go together: predictive value, flagged and prevalence would give the missed cases back', () => {
  const table = {
    sensitivity: share(96, 100), // 4 missed
    specificity: share(246, 300),
    ppv: share(96, 150),
    npv: share(246, 250),
    prevalence: share(100, 400),
    flagged: share(150, 400),
  };
  expect(withheld(table)).toEqual(Object.keys(table).sort());
});

test('estimates that a method combined are neither drawn nor sent where one of them is withheld', () => {
  const combines = bySite([
    [20, 60],
    [15, 50],
    [12, 45],
    [4, 46],
  ]);
  const drawn = output(
    { summary: estimate({ sites: 4 }, { n: 201 }) },
    { combines, shapes: [forest([60, 50, 45, 46])] },
  );
  const { output: left, withheld: gone } = disclose(drawn, 10);
  expect({ gone, shapes: left.shapes, combines: left.combines }).toEqual({
    gone: [],
    shapes: [],
    combines: undefined,
  });
  expect(Object.keys(left.estimates)).toEqual(['summary']);
});

describe('laws, over sites of any size', () => {
  const site = fc
    .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
    .map(([a, b]): [number, number] => [a, a + b]);
  const sites = fc.array(site, { minLength: 1, maxLength: 6 });
  const cell = fc.integer({ min: 5, max: 15 });
  const small = (count: number, k: number): boolean => count >= 1 && count < k;

  test('no estimate that is shown has a count, or the rest of one, from 1 to k - 1', () => {
    fc.assert(
      fc.property(sites, cell, (all, k) => {
        for (const { n, parts } of Object.values(disclose(output(bySite(all)), k).output.estimates)) {
          const { events = 0, trials = 0 } = parts;
          for (const count of [n, events, trials, trials - events]) expect(small(count, k)).toBe(false);
        }
      }),
    );
  });

  test('a shown total less the shown groups names nobody or enough, and never exactly one group is missing', () => {
    fc.assert(
      fc.property(sites, cell, (all, k) => {
        const { estimates } = disclose(output(bySite(all)), k).output;
        const { death: total, ...groups } = estimates;
        if (total === undefined) return;
        const missing = all.filter((_, at) => groups[`death-site-${at + 1}`] === undefined);
        const sum = (part: string): number =>
          (total.parts[part] ?? 0) -
          Object.values(groups).reduce((so, group) => so + (group.parts[part] ?? 0), 0);
        if (Object.keys(groups).length === 0) return; // nothing to subtract
        const [events, trials] = [sum('events'), sum('trials')];
        for (const count of [events, trials, trials - events]) expect(small(count, k)).toBe(false);
        const [only] = missing;
        if (missing.length === 1 && only !== undefined) {
          expect(only.some((count) => small(count, k)) || small(only[1] - only[0], k)).toBe(false);
        }
      }),
    );
  });

  test('to disclose again changes nothing', () => {
    fc.assert(
      fc.property(sites, cell, (all, k) => {
        const once = disclose(output(bySite(all)), k).output;
        expect(disclose(once, k)).toEqual({ output: once, withheld: [] });
      }),
    );
  });

  test('open data are left as they are', () => {
    fc.assert(
      fc.property(sites, (all) => {
        const whole = output(bySite(all), { shapes: [forest([1, 2])] });
        expect(disclose(whole, 1)).toEqual({ output: whole, withheld: [] });
      }),
    );
  });
});

const words = { ko: '말', en: 'words' };
const forest = (sizes: readonly number[]): Shape => ({
  shape: 'forest',
  label: words,
  quantity: words,
  level: 0.95,
  scale: 'linear',
  reference: null,
  margins: [],
  rows: sizes.map((n) => ({ label: words, value: 0.5, low: 0.4, high: 0.6, n, weight: null, role: 'site' })),
  prediction: null,
  heterogeneity: null,
});
const calibration = (events: number, bins: readonly [number, number][]): Shape => ({
  shape: 'calibration',
  label: words,
  n: 200,
  events,
  level: 0.95,
  intercept: { value: 0, low: null, high: null },
  slope: { value: 1, low: null, high: null },
  ici: null,
  bins: bins.map(([n, died]) => ({ predicted: 0.2, n, value: died / n, low: null, high: null })),
  curve: [{ predicted: 0.1, observed: 0.1 }],
  band: [{ predicted: 0.1, low: 0.05, high: 0.2 }],
});
const flow = (left: number): Shape => ({
  shape: 'flow',
  label: words,
  unit: words,
  stages: [
    { label: words, n: 200, left: [{ reason: words, n: left }] },
    { label: words, n: 200 - left, left: [] },
  ],
});
const completeness = (present: number): Shape => ({
  shape: 'completeness',
  label: words,
  unit: words,
  rows: [
    { label: words, present, of: 200 },
    { label: words, present: 100, of: 200 },
  ],
});

describe('shapes', () => {
  const rowsOf = (shape: Shape): number => {
    const [left] = discloseShape(shape, 10);
    if (left === undefined) return -1;
    if (left.shape === 'completeness') return left.rows.length;
    return left.shape === 'calibration' ? left.bins.length : 0;
  };
  it.each([
    { name: 'a forest with a small site is not shown', shape: forest([50, 9]), rows: -1 },
    { name: 'a forest of large sites is', shape: forest([50, 10]), rows: 0 },
    { name: 'a flow with a small exit is not', shape: flow(3), rows: -1 },
    { name: 'a flow with no exit is', shape: flow(0), rows: 0 },
    { name: 'an item that few lack loses its row', shape: completeness(195), rows: 1 },
    { name: 'an item that all have keeps it', shape: completeness(200), rows: 2 },
    {
      name: 'calibration keeps large bins',
      shape: calibration(50, [
        [100, 20],
        [100, 30],
      ]),
      rows: 2,
    },
    {
      name: 'one small bin takes all bins with it',
      shape: calibration(50, [
        [100, 5],
        [100, 45],
      ]),
      rows: 0,
    },
    { name: 'calibration of few events is not shown', shape: calibration(9, []), rows: -1 },
  ])('$name', ({ shape, rows }) => expect(rowsOf(shape)).toBe(rows));

  test('a calibration curve steps from person to person and stays', () => {
    expect(discloseShape(calibration(50, []), 10)).toMatchObject([{ curve: [] }]);
  });
});
