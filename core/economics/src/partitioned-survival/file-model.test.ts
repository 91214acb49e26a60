import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { canonicalJson } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { drawnValues } from '../evaluation/prepared-model.ts';
import { drawnOutcomes } from '../evaluation/run-prepared.ts';
import { evaluateEconomicModel, readEconomicModel } from '../model/economic-model.ts';
import { verifyModel } from '../verification/battery.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { evaluatePartitionedModel, preparePartitioned } from './evaluate-model.ts';
import { partitionedModelForm, partitionedModelJsonSchema } from './model-form.ts';
import { readPartitionedModel } from './read.ts';

const root = join(import.meta.dirname, '../../../..');
const written = (): unknown =>
  parse(readFileSync(join(root, 'examples/economics/survival-two-arms/model.yaml'), 'utf8'));
const set = resolve(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference/economics/psm-two-arm');

type Place = Record<string, unknown>;
/** The example with some places of it changed; `undefined` takes a place away. */
function changed(...changes: readonly (readonly [string, unknown])[]): unknown {
  const copy = written();
  for (const [path, value] of changes) {
    const steps = path.split('/').slice(1);
    const last = steps.pop() ?? '';
    const place = steps.reduce<unknown>((there, step) => Reflect.get(there as Place, step), copy);
    if (value === undefined) Reflect.deleteProperty(place as Place, last);
    else Reflect.set(place as Place, last, value);
  }
  return copy;
}
const few = ['/analyses/probabilistic', { draws: 200, seed: 19 }] as const;
const rowsOf = (...changes: readonly (readonly [string, unknown])[]) =>
  unwrap(evaluatePartitionedModel(unwrap(readPartitionedModel(changed(few, ...changes))), {})).strategies;

const answers = z.object({
  tolerance: z.unknown(),
  expected: z.object({
    costs: z.array(z.object({ strategy_id: z.number(), dr: z.number(), costs: z.number() })),
    qalys: z.array(z.object({ strategy_id: z.number(), dr: z.number(), qalys: z.number() })),
  }),
});

describe.skipIf(!existsSync(set))('the file gives what hesim gave (psm-two-arm)', () => {
  test.each([0, 0.03, 0.045])('discounted at %d', (rate) => {
    const { expected } = answers.parse(JSON.parse(readFileSync(join(set, 'expected.json'), 'utf8')));
    const at = { costs: rate, effects: rate, form: 'continuous', from: 'time-zero' };
    rowsOf(['/conventions/discount', at]).forEach(({ cost, qaly }, index) => {
      const own = (row: { strategy_id: number; dr: number }): boolean =>
        row.strategy_id === index + 1 && row.dr === rate;
      const costs = expected.costs.filter(own).reduce((sum, row) => sum + row.costs, 0);
      const qalys = expected.qalys.filter(own).reduce((sum, row) => sum + row.qalys, 0);
      expect(Math.abs(cost / costs - 1)).toBeLessThan(1e-9);
      expect(Math.abs(qaly / qalys - 1)).toBeLessThan(1e-9);
    });
  });
});

/** Both curves exponential: everything has a closed form as the cycle shrinks. */
const exponential = (pfs: object, os: object): readonly (readonly [string, unknown])[] => [
  ['/curves/0/time', { family: 'exponential', ...pfs }],
  ['/curves/1/time', { family: 'exponential', ...os }],
  ['/conventions/cycle', { length: 1, unit: 'days' }],
  ['/conventions/horizon', { length: 3652, unit: 'days' }],
  ['/conventions/discount', { costs: 0.06, effects: 0.02, form: 'continuous', from: 'time-zero' }],
];
const years = 3652 / 365.25;
const area = (rate: number, discount: number, to = years): number =>
  (1 - Math.exp(-(rate + discount) * to)) / (rate + discount);

describe('against formulas', () => {
  test('exponential curves, costs and effects discounted apart', () => {
    const [old] = rowsOf(...exponential({ parameters: { rate: 0.5 } }, { parameters: { rate: 0.2 } }));
    const [free, all] = [area(0.5, 0.06), area(0.2, 0.06)];
    expect((old?.cost ?? NaN) / (5000 * all + 1200 * free + 6800 * (all - free))).toBeCloseTo(1, 5);
    const [freeQ, allQ] = [area(0.5, 0.02), area(0.2, 0.02)];
    expect((old?.qaly ?? NaN) / (0.8 * freeQ + 0.55 * (allQ - freeQ))).toBeCloseTo(1, 5);
  });

  test('a hazard ratio multiplies the hazard of any family, and the strategy sets it', () => {
    const ratio = { name: 'hr', kind: 'hazard-ratio', value: 1, label: { ko: '위험비', en: 'hr' } };
    const parameters = partitionedModelForm.parse(written()).parameters;
    const source = parameters[0]?.source;
    const [, better] = rowsOf(
      ...exponential(
        { parameters: { rate: 0.5 }, hazardRatio: 'hr' },
        { parameters: { rate: 0.2 }, hazardRatio: 'hr' },
      ),
      ['/parameters', [...parameters, { ...ratio, source }]],
      ['/strategies/1/set', { hr: 0.5 }],
    );
    const [free, all] = [area(0.25, 0.02), area(0.1, 0.02)];
    expect((better?.qaly ?? NaN) / (0.8 * free + 0.55 * (all - free))).toBeCloseTo(1, 5);
  });

  test('a cost at the start, until a time, and at death', () => {
    const [old] = rowsOf(
      ...exponential({ parameters: { rate: 0.5 } }, { parameters: { rate: 0.2 } }),
      ['/rewards/0', { ...drug, states: { free: 'if(time < 2, c_drug, 0)' }, start: 70, death: 900 }],
      ['/rewards/1/states', {}],
    );
    const dying = 0.2 * area(0.2, 0.06);
    expect((old?.cost ?? NaN) / (5000 * area(0.5, 0.06, 2) + 70 + 900 * dying)).toBeCloseTo(1, 3);
  });

  test('a curve for each strategy is a curve with a covariate', () => {
    const by = (fit: string) => ({
      control: { fit, covariates: { new: 0 } },
      new: { fit, covariates: { new: 1 } },
    });
    const label = { ko: '곡선', en: 'curve' };
    const apart = rowsOf(
      ['/curves/0', { name: 'pfs', label, byStrategy: by('pfs') }],
      ['/curves/1', { name: 'os', label, byStrategy: by('os') }],
      ['/strategies/1/set', { c_drug: 'c_drug_new' }],
    );
    expect(apart).toEqual(rowsOf());
  });

  test('a fit in months is a fit in years', () => {
    const [first] = partitionedModelForm.parse(written()).fits;
    const { shape = NaN, scale = NaN, new: arm = NaN } = first?.coefficients ?? {};
    const months = { shape, scale: scale + Math.log(12), new: arm };
    const there = rowsOf();
    const back = rowsOf(['/fits/0/time', 'months'], ['/fits/0/coefficients', months]);
    back.forEach(({ cost, qaly }, index) => {
      expect(cost / (there[index]?.cost ?? NaN)).toBeCloseTo(1, 12);
      expect(qaly / (there[index]?.qaly ?? NaN)).toBeCloseTo(1, 12);
    });
  });

  test('excess over the mortality of the population adds the hazards up', () => {
    const population = 0.03;
    const table = {
      rule: 'excess',
      firstAge: 60,
      annualProbability: Array.from({ length: 11 }, () => 1 - Math.exp(-population)),
      source: { assumption: { ko: '지은 수', en: 'made up' }, by: 'tests', on: '2026-11-23' },
    };
    const [old] = rowsOf(
      ...exponential({ parameters: { rate: 0.5 } }, { parameters: { rate: 0.2 } }),
      ['/startingAge', 60],
      ['/background', table],
    );
    const [free, all] = [area(0.5, 0.02), area(0.2 + population, 0.02)];
    expect((old?.qaly ?? NaN) / (0.8 * free + 0.55 * (all - free))).toBeCloseTo(1, 5);
  });
});
const drug = { name: 'drug', label: { ko: '약값', en: 'Drug' }, counts: 'cost', per: 'year' };

describe('draws', () => {
  const prepared = unwrap(preparePartitioned(unwrap(readPartitionedModel(written())), {}));

  test('coefficients of a fit have the covariance that the file states', () => {
    const drawn = drawnValues(prepared, { from: 0, draws: 20_000 });
    const column = (name: string): Float64Array => drawn.get(name) ?? new Float64Array();
    const mean = (x: ArrayLike<number>): number => Array.from(x).reduce((sum, v) => sum + v, 0) / x.length;
    const covariance = (a: Float64Array, b: Float64Array): number => {
      const [ma, mb] = [mean(a), mean(b)];
      return mean(a.map((v, i) => (v - ma) * ((b[i] ?? NaN) - mb)));
    };
    for (const { name, coefficients, covariance: stated } of partitionedModelForm.parse(written()).fits) {
      const names = Object.keys(coefficients);
      for (const [i, a] of names.entries()) {
        expect(mean(column(`${name}.${a}`))).toBeCloseTo(coefficients[a] ?? NaN, 2);
        for (const [j, b] of names.entries()) {
          const found = covariance(column(`${name}.${a}`), column(`${name}.${b}`));
          expect(Math.abs(found - (stated[i]?.[j] ?? NaN))).toBeLessThan(0.0004);
        }
      }
    }
  });

  test('are the same bytes in one piece and in blocks, whoever ends first', () => {
    const whole = unwrap(drawnOutcomes(prepared, { from: 0, draws: 2500 }));
    for (const from of [2000, 0, 1000]) {
      const draws = Math.min(1000, 2500 - from);
      const piece = unwrap(drawnOutcomes(prepared, { from, draws }));
      piece.forEach(({ cost, effect }, index) => {
        expect(cost).toEqual(whole[index]?.cost.slice(from, from + draws));
        expect(effect).toEqual(whole[index]?.effect.slice(from, from + draws));
      });
    }
  });

  test('each is the base case of its own parameters', () => {
    const [at, draws] = [37, 200];
    const drawn = drawnValues(prepared, { from: 0, draws });
    const outcomes = unwrap(drawnOutcomes(prepared, { from: 0, draws }));
    const file = partitionedModelForm.parse(written());
    const value = (name: string): number => {
      const column = drawn.get(name) ?? new Float64Array();
      return column[column.length === 1 ? 0 : at] ?? NaN;
    };
    const fixed = {
      ...file,
      fits: file.fits.map((fit) => ({
        ...fit,
        coefficients: Object.fromEntries(
          Object.keys(fit.coefficients).map((name) => [name, value(`${fit.name}.${name}`)]),
        ),
      })),
      parameters: file.parameters.map(({ distribution: _distribution, ...one }) => ({
        ...one,
        value: value(one.name),
      })),
      analyses: { ...file.analyses, probabilistic: { draws: 100, seed: 1 } },
    };
    const rows = unwrap(evaluatePartitionedModel(unwrap(readPartitionedModel(fixed)), {})).strategies;
    rows.forEach(({ cost, qaly }, index) => {
      expect(outcomes[index]?.cost[at]).toBeCloseTo(cost, 6);
      expect(outcomes[index]?.effect[at]).toBeCloseTo(qaly, 10);
    });
  });
});

test('the battery passes, and says what it cannot judge', () => {
  const model = unwrap(readEconomicModel(written()));
  const rows = verifyModel(unwrap(modelUnderTest(model, {})));
  expect(rows.filter(({ verdict }) => verdict === 'to-explain').map(({ name }) => name)).toEqual([]);
  expect(rows.find(({ name }) => name === 'sums-to-one')?.verdict).toBe('passed');
  const { shapes, warnings } = unwrap(evaluateEconomicModel(unwrap(readEconomicModel(changed(few))), {}));
  expect(shapes.map(({ shape }) => shape)).toEqual([
    ...['cost-effectiveness-plane', 'acceptability', 'tornado', 'cohort-trace', 'model-structure'],
  ]);
  expect(warnings.map(({ kind }) => kind)).toContain('curves-not-linked');
});

describe('text, file and model', () => {
  const published = join(import.meta.dirname, '../../partitioned-survival-model.schema.json');

  test('the published JSON Schema is that of the code (written again by vitest -u), and takes the example', async () => {
    await expect(`${JSON.stringify(partitionedModelJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
    const ascii = JSON.stringify(partitionedModelJsonSchema())
      .replaceAll('\\\\p{L}', 'A-Za-z')
      .replaceAll('\\\\p{N}', '0-9');
    const schema = z.fromJSONSchema(JSON.parse(ascii));
    expect(schema.safeParse(written()).error).toBeUndefined();
    expect(schema.safeParse(changed(['/conventions/withinCycle', undefined])).success).toBe(false);
  });

  test('the model written out reads back to the same model', () => {
    const model = unwrap(readPartitionedModel(written()));
    const again = unwrap(readPartitionedModel(JSON.parse(JSON.stringify(model.file))));
    expect(canonicalJson(again.file)).toBe(canonicalJson(model.file));
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });
});

const life = {
  rule: 'greater-hazard',
  firstAge: 60,
  annualProbability: [0.01, 0.01, 0.01, 0.02],
  source: { assumption: { ko: '지은 수', en: 'made up' }, by: 'tests', on: '2026-11-23' },
};
const asymmetric = [
  [0.0025, 0.01, 0],
  [0.0003, 0.004, -0.004],
  [0, -0.004, 0.008],
];
const impossible = [
  [0.0025, 0.01, 0],
  [0.01, 0.004, -0.004],
  [0, -0.004, 0.008],
];
type Row = readonly [string, readonly (readonly [string, unknown])[], object];
const faults: readonly Row[] = [
  [
    'a covariance that is not symmetric',
    [['/fits/0/covariance', asymmetric]],
    { kind: 'covariance-not-positive-definite', path: '/fits/0/covariance', row: 1 },
  ],
  [
    'a covariance of nothing that can vary together',
    [['/fits/0/covariance', impossible]],
    { kind: 'covariance-not-positive-definite', path: '/fits/0/covariance', row: 2 },
  ],
  [
    'a covariance of too few rows',
    [['/fits/0/covariance', [[1]]]],
    { kind: 'fit-covariance-size', path: '/fits/0/covariance', takes: 3, got: 1 },
  ],
  [
    'a coefficient left out',
    [['/fits/0/coefficients', { shap: 0.2, scale: 0.4, new: 0.35 }]],
    {
      kind: 'fit-coefficient-missing',
      path: '/fits/0/coefficients',
      name: 'shape',
      nearest: ['shap', 'scale'],
    },
  ],
  ['knots without a spline', [['/fits/0/knots', [0, 1]]], { kind: 'fit-knots', family: 'weibull-aft' }],
  [
    'a fit that is not there',
    [['/curves/0/time/fit', 'pf']],
    { kind: 'fit-unknown', path: '/curves/0/time/fit', name: 'pf', nearest: ['pfs', 'os'] },
  ],
  [
    'a covariate that is not in the fit',
    [['/curves/0/time/covariates', { arm: 1 }]],
    { kind: 'fit-covariate-unknown', path: '/curves/0/time/covariates/arm', name: 'arm' },
  ],
  [
    'a covariate left open',
    [['/curves/0/time/covariates', {}]],
    { kind: 'fit-covariate-missing', path: '/curves/0/time/covariates', name: 'new' },
  ],
  [
    'an unknown name in a covariate',
    [['/curves/0/time/covariates/new', 'is_neu']],
    { kind: 'expression-unknown-name', name: 'is_neu', nearest: ['is_new', 'os.new'] },
  ],
  [
    'money as the scale of a curve',
    [['/curves/0/time', { family: 'weibull-aft', parameters: { shape: 1.2, scale: 'c_drug' } }]],
    {
      kind: 'model-units-mixed',
      path: '/curves/0/time/parameters/scale',
      left: 'KRW per year',
      right: 'year',
    },
  ],
  [
    'a parameter of another family',
    [['/curves/0/time', { family: 'exponential', parameters: { scale: 2 } }]],
    { kind: 'curve-parameter-unknown', path: '/curves/0/time/parameters/scale', nearest: ['rate'] },
  ],
  [
    'a utility as a hazard ratio',
    [['/curves/0/time/hazardRatio', 'u_free']],
    { kind: 'model-units-mixed', path: '/curves/0/time/hazardRatio', left: 'QALY per year' },
  ],
  [
    'a count as a hazard ratio',
    [['/curves/0/time/hazardRatio', 'is_new']],
    { kind: 'not-a-hazard-ratio', path: '/curves/0/time/hazardRatio', found: 'count' },
  ],
  [
    'a rate below zero',
    [['/curves/0/time', { family: 'exponential', parameters: { rate: -0.5 } }]],
    {
      kind: 'curve-parameter-out-of-range',
      path: '/curves/0/time',
      draw: 0,
      parameters: ['rate=-0.5', 'hr=1'],
    },
  ],
  [
    'curves that cross',
    [['/curves/0/time', { family: 'exponential', parameters: { rate: 0.001 } }]],
    {
      kind: 'curves-cross-in-draw',
      path: '/curves/1',
      strategy: 'control',
      inner: 'pfs',
      outer: 'os',
      draw: 0,
    },
  ],
  ['too few states', [['/states/2', undefined]], { kind: 'model-field-missing', path: '/states/2' }],
  [
    'one curve for three states',
    [['/curves', (partitionedModelForm.parse(written()).curves as unknown[]).slice(1)]],
    { kind: 'curves-and-states', path: '/states', curves: 1, states: 3 },
  ],
  [
    'a state that is not there',
    [['/rewards/0/states', { fre: 'c_drug' }]],
    { kind: 'cohort-state-unknown', path: '/rewards/0/states/fre', nearest: ['free'] },
  ],
  [
    'a curve of a strategy that is not there',
    [['/curves/0', { name: 'pfs', label: { ko: '곡선', en: 'curve' }, byStrategy: { old: { fit: 'pfs' } } }]],
    { kind: 'curve-for-strategy', path: '/curves/0/byStrategy/old', known: ['control', 'new'] },
  ],
  [
    'utilities counted as a cost',
    [['/rewards/0/states/free', 'u_free']],
    { kind: 'model-payoff-unit', path: '/rewards/0/states/free', outcome: 'drug', found: 'QALY per year' },
  ],
  [
    'a yearly cost counted once',
    [['/rewards/0/start', 'c_drug']],
    { kind: 'model-payoff-unit', path: '/rewards/0/start', takes: 'KRW', found: 'KRW per year' },
  ],
  [
    'a price of another year',
    [['/parameters/1/priceYear', 2020]],
    { kind: 'model-price-years-mixed', path: '/parameters/1/priceYear', stated: 2020 },
  ],
  [
    'mortality missing for an age',
    [
      ['/startingAge', 60],
      ['/background', life],
    ],
    { kind: 'life-table-missing-age', path: '/background', age: 64, first: 60, last: 63 },
  ],
  [
    'mortality that is no probability',
    [
      ['/startingAge', 60],
      ['/background', { ...life, annualProbability: [0.01, 1.2] }],
    ],
    { kind: 'model-field', path: '/background/annualProbability/1' },
  ],
  [
    'mortality without an age',
    [['/background', life]],
    { kind: 'model-field-missing', path: '/startingAge' },
  ],
  [
    'a cycle that does not divide the horizon',
    [['/conventions/cycle', { length: 7, unit: 'months' }]],
    { kind: 'cohort-cycle-does-not-divide', path: '/conventions/horizon' },
  ],
  [
    'a circle',
    [['/strategies/1/set', { c_drug: 'c_drug_new', c_drug_new: 'c_drug' }]],
    { kind: 'definition-circular', names: ['c_drug', 'c_drug_new'] },
  ],
  [
    'mixed units in what a strategy sets',
    [['/strategies/1/set/c_drug', 'u_free']],
    {
      kind: 'model-units-mixed',
      path: '/strategies/1/set/c_drug',
      left: 'QALY per year',
      right: 'KRW per year',
    },
  ],
  [
    'a thousand million cells',
    [
      ['/analyses/probabilistic/draws', 1_000_000],
      ['/conventions/cycle', { length: 1, unit: 'days' }],
      ['/conventions/horizon', { length: 5478, unit: 'days' }],
    ],
    { kind: 'curves-too-large', path: '/conventions/cycle', curves: 2 },
  ],
  ['a convention left out', [['/conventions/withinCycle', undefined]], { kind: 'model-field-missing' }],
];

test.each(faults)('%s', (_name, changes, expected) => {
  const read = readPartitionedModel(changed(few, ...changes));
  const found = read.ok ? evaluatePartitionedModel(read.value, {}) : read;
  if (found.ok) throw new Error('the model was accepted');
  expect(found.fault).toMatchObject(expected);
  for (const language of languages) expect(speakFault(found.fault, language)).not.toMatch(/undefined|\{/);
});

test('curves that cross in a draw only are named by its number', () => {
  const wide = { family: 'exponential', parameters: { rate: 'r' } };
  const rate = {
    ...{ name: 'r', kind: 'rate', unit: 'per year', label: { ko: '위험률', en: 'rate' }, value: 0.9 },
    distribution: { form: 'uniform', min: 0.02, max: 2 },
    source: { assumption: { ko: '지은 수', en: 'made up' }, by: 'tests', on: '2026-11-23' },
  };
  const parameters = partitionedModelForm.parse(written()).parameters;
  const read = unwrap(
    readPartitionedModel(changed(few, ['/curves/0/time', wide], ['/parameters', [...parameters, rate]])),
  );
  const found = evaluatePartitionedModel(read, {});
  if (found.ok) throw new Error('the draws were accepted');
  expect(found.fault).toMatchObject({ kind: 'curves-cross-in-draw', path: '/curves/1' });
  expect('draw' in found.fault && found.fault.draw).toBeGreaterThan(0);
});
