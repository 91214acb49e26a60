import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unwrap } from '@daero/domain/result';
import { languages, type Text } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateEconomicModel, readEconomicModel, type EconomicModel } from '../model/economic-model.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { furtherResults } from './further-results.ts';
import { manyOutcomes } from './many-outcomes.ts';
import { modelDraws } from './model-draws.ts';
import { researchOf } from './research.ts';

const words = (en: string): Text => ({ ko: `한 ${en}`, en });
const source = { assumption: words('assumed'), by: 'tests', on: '2026-11-22' };
const parameter = (name: string, kind: string, rest: object): object => ({
  ...{ name, label: words(name), kind, source },
  ...rest,
});
/** Usual care costs 10 and gives 1; the new way costs c and gives 1 + p * q. */
const file = (analyses: object = {}): object => ({
  ...{ kind: 'decision-tree', title: words('model'), currency: 'KRW', priceYear: 2026 },
  ...{ perspective: words('healthcare'), timeHorizon: words('a lifetime') },
  discounting: { costs: 0, effects: 0, statement: words('none') },
  outcomes: { cost: { unit: 'KRW' }, qaly: { unit: 'QALY' } },
  parameters: [
    parameter('c', 'cost', { distribution: { form: 'gamma', mean: 60, sd: 10 } }),
    parameter('p', 'probability', { distribution: { form: 'beta', mean: 0.5, sd: 0.1 } }),
    parameter('q', 'qaly', { value: 2 }),
  ],
  reference: 'usual',
  root: {
    ...{ type: 'decision', name: 'strategy' },
    branches: [
      {
        ...{ name: 'usual', label: words('usual') },
        node: { type: 'leaf', name: 'a', payoffs: { cost: 10, qaly: 1 } },
      },
      {
        ...{ name: 'new', label: words('new') },
        node: { type: 'leaf', name: 'b', payoffs: { cost: 'c', qaly: '1 + p * q' } },
      },
    ],
  },
  analyses: {
    ...{ willingness: { from: 0, to: 100, step: 10, stated: 50 }, probabilistic: { draws: 4000, seed: 5 } },
    ...analyses,
  },
});
const read = (analyses?: object): EconomicModel => unwrap(readEconomicModel(file(analyses)));
const worth = (c: number, p: number, q = 2): number => 50 * p * q - (c - 10);

const grid = {
  ...{ name: 'price', label: words('price and effect') },
  first: { parameter: 'c', low: 20, high: 100, points: 5 },
  second: { parameter: 'p', low: 0.2, high: 0.8, points: 3 },
};

describe('grids', () => {
  test('hold what the closed form gives, at every pair', () => {
    const [shape] = unwrap(furtherResults(read({ twoWay: [grid] }), {})).grids;
    if (shape === undefined) throw new Error('a grid was asked for');
    const [first, second] = shape.axes;
    expect([first.base, second.base]).toEqual([60, 0.5]);
    first.values.forEach((c, i) => {
      second.values.forEach((p, j) => {
        const [usual = NaN, own = NaN] = shape.worth[i]?.[j] ?? [];
        expect(own - usual).toBeCloseTo(worth(c, p), 9);
      });
    });
  });

  test('of a cohort are run at once, and give what each run alone gives', async () => {
    const root = join(import.meta.dirname, '../../../..');
    const place = pathToFileURL(join(root, 'examples/economics/sick-sicker/model.ts')).href;
    const { default: cohort }: { readonly default: unknown } = await import(place);
    const model = unwrap(readEconomicModel(cohort));
    const points = [0.6, 0.75].flatMap((u) =>
      [11_000, 15_000].map(
        (c) =>
          new Map([
            ['u_Trt', u],
            ['c_TrtA', c],
          ]),
      ),
    );
    const known = model.model.parameters.map(({ name }) => name);
    const asked = points.map((point) => new Map([...point].filter(([name]) => known.includes(name))));
    const ready = unwrap(modelUnderTest(model, {}));
    expect(unwrap(manyOutcomes(model, {}, asked))).toEqual(
      asked.map((point) => unwrap(ready.evaluate(point))),
    );
  });
});

describe('turning points', () => {
  test('lie where both are worth the same, in closed form', () => {
    const model = read({ thresholds: [{ parameter: 'c', low: 20, high: 140 }, 'p'] });
    const found = new Map(
      unwrap(furtherResults(model, {})).turningPoints.map(({ parameter: name, at }) => [name, at ?? NaN]),
    );
    expect(found.get('c')).toBeCloseTo(60, 9);
    expect(found.get('p')).toBeCloseTo(0.5, 9);
  });

  test('none where both ends lie on one side; by default over the parameters of the tornado', () => {
    const model = read({ thresholds: [{ parameter: 'c', low: 70, high: 140 }] });
    expect(unwrap(furtherResults(model, {})).turningPoints).toMatchObject([{ at: null }]);
    expect(
      unwrap(furtherResults(read(), {}))
        .turningPoints.map(({ parameter: name }) => name)
        .sort(),
    ).toEqual(['c', 'p']);
  });
});

const subgroups = [
  { name: 'young', label: words('young'), share: 0.25, set: { p: 0.8 } },
  { name: 'old', label: words('old'), share: 0.75, set: { p: 0.4 } },
];
const equity = {
  ...{ opportunityCost: 100, aversion: { index: 'atkinson', parameter: 0 }, statement: words('assumed') },
  groups: [
    { subgroup: 'young', health: 30, forgone: 0.5 },
    { subgroup: 'old', health: 10, forgone: 0.5 },
  ],
};

describe('equity', () => {
  test('by hand, and without aversion the gain is the net health benefit', () => {
    const [row] = unwrap(furtherResults(read({ subgroups, equity }), {})).equity?.rows ?? [];
    expect(row?.groups.map(({ gained, forgone }) => [gained, forgone])).toEqual([
      [1.6, 1],
      [0.8, 1 / 3],
    ]);
    const netHealth = 0.25 * 1.6 + 0.75 * 0.8 - 50 / 100;
    expect(row?.change.meanGain).toBeCloseTo(netHealth, 12);
    expect(row?.change.edeGain).toBeCloseTo(netHealth, 12);
  });

  test('who dislikes inequality values what goes to those with less', () => {
    const averse = { ...equity, aversion: { index: 'atkinson', parameter: 2 } };
    const [row] = unwrap(furtherResults(read({ subgroups, equity: averse }), {})).equity?.rows ?? [];
    expect(row?.change.fairness).toBeGreaterThan(0);
  });
});

const study = {
  ...{ name: 'trial', label: words('trial'), parameter: 'p', measures: 'proportion' },
  ...{ sizes: [800, 10, 50, 200], fixedCost: 100, costPerPerson: 1, statement: words('assumed') },
  design: { question: 'accuracy', values: { sensitivity: { parameter: 'p' }, aim: 'precision' } },
};
const research = {
  ...{ decisionsPerYear: 1000, years: 5, discountRate: 0.045, statement: words('assumed') },
  studies: [study],
};

describe('research', () => {
  test('a larger study tells more, never more than certainty; the best is worth most after its cost', () => {
    const found = unwrap(researchOf(read({ research }), {}));
    const [own] = found?.shape.studies ?? [];
    if (found === null || own === undefined) throw new Error('a study was asked for');
    const values = own.sizes.map(({ evsi }) => evsi);
    expect(own.sizes.map(({ n }) => n)).toEqual([10, 50, 200, 800]);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(Math.max(...values) * found.shape.population).toBeLessThanOrEqual(own.most);
    for (const { evsi, cost, netBenefit } of own.sizes)
      expect(netBenefit).toBeCloseTo(evsi * found.shape.population - cost, 6);
    expect(own.sizes[own.best ?? -1]?.netBenefit).toBe(Math.max(...own.sizes.map((one) => one.netBenefit)));
    expect(found.designs).toEqual([{ question: 'accuracy', values: { sensitivity: 0.5, aim: 'precision' } }]);
  });

  test('about the closed form of a normal gain: E max(0, gain) - max(0, E gain) for perfect knowledge of p', () => {
    const [own] = unwrap(researchOf(read({ research }), {}))?.shape.studies ?? [];
    // the gain is 100 p - 50 - (c - 60): with p near normal(0.5, 0.1), knowing p is worth 10 / sqrt(2 pi)
    const population = unwrap(researchOf(read({ research }), {}))?.shape.population ?? NaN;
    expect((own?.most ?? NaN) / population).toBeCloseTo(10 / Math.sqrt(2 * Math.PI), 0);
  });

  test('dear studies are not chosen, studies of nothing uncertain are worth nothing, few draws tell nothing', () => {
    const dear = { ...study, fixedCost: 1e12 };
    const certain = { ...study, name: 'sure', parameter: 'q', measures: { sd: 1 } };
    const found = unwrap(researchOf(read({ research: { ...research, studies: [dear, certain] } }), {}));
    expect(found?.shape.studies.map(({ best }) => best)).toEqual([null, null]);
    expect(found?.shape.studies[1]?.sizes.every(({ evsi }) => evsi === 0)).toBe(true);
    expect(unwrap(researchOf(read({ research, probabilistic: { draws: 500, seed: 1 } }), {}))).toBeNull();
    expect(unwrap(researchOf(read(), {}))).toBeNull();
  });

  test('rests on the very draws of the evaluation', () => {
    const model = read();
    const { strategies } = unwrap(modelDraws(model, {}));
    const gain = (draw: number): number => {
      const [usual, own] = strategies;
      return (own?.effect[draw] ?? NaN) - (usual?.effect[draw] ?? NaN);
    };
    const plane = unwrap(evaluateEconomicModel(model, {})).shapes.find(
      ({ shape }) => shape === 'cost-effectiveness-plane',
    );
    if (plane?.shape !== 'cost-effectiveness-plane') throw new Error('a plane was promised');
    expect(plane.draws[0]?.effect).toBe(gain(0));
  });
});

describe('a file that asks wrongly', () => {
  test.each([
    ['model-parameter-unknown', { twoWay: [{ ...grid, first: { ...grid.first, parameter: 'cc' } }] }, 'cc'],
    ['model-name-twice', { twoWay: [grid, grid] }, 'price'],
    ['model-axis', { twoWay: [{ ...grid, first: { ...grid.first, low: 200 } }] }, '200'],
    ['model-axes-same', { twoWay: [{ ...grid, second: grid.first }] }, '"c"'],
    ['model-subgroup-unknown', { equity }, 'young'],
    [
      'model-equity-groups',
      { subgroups, equity: { ...equity, groups: [equity.groups[0], equity.groups[0]] } },
      'young',
    ],
    [
      'model-forgone-shares',
      { subgroups, equity: { ...equity, groups: equity.groups.map((one) => ({ ...one, forgone: 0.4 })) } },
      '0.8',
    ],
    [
      'model-parameter-unknown',
      { research: { ...research, studies: [{ ...study, parameter: 'pp' }] } },
      'pp',
    ],
    ['model-range-not-stated', { thresholds: ['q'] }, 'q'],
  ])('%s, with its place', (kind, analyses, word) => {
    const found = readEconomicModel(file(analyses));
    if (found.ok) throw new Error('it was read');
    expect(found.fault.kind).toBe(kind);
    for (const language of languages) {
      expect(speakFault(found.fault, language)).toContain(word);
      expect(speakFault(found.fault, language)).toContain('/analyses/');
    }
  });
});

test('a turning point found is where the line says, whatever the price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 15, max: 90 }), (price) => {
      const json = file({ thresholds: [{ parameter: 'p', low: 0.01, high: 0.99 }] });
      const priced = JSON.parse(JSON.stringify(json).replace('"mean":60', `"mean":${price}`)) as unknown;
      const [row] = unwrap(furtherResults(unwrap(readEconomicModel(priced)), {})).turningPoints;
      expect(row?.at).toBeCloseTo((price - 10) / 100, 9);
    }),
    { numRuns: 20 },
  );
});
