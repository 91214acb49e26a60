import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { evaluateCohortModel } from './evaluate.ts';
import { cohortModelForm, cohortModelJsonSchema, type CohortModelFile } from './model-form.ts';
import { readCohortModel } from './read.ts';

/** The Sick-Sicker model of the examples: what newcomers read is what is tested. */
const example = join(import.meta.dirname, '../../../../examples/economics/sick-sicker/model.ts');
const { default: file }: { readonly default: unknown } = await import(pathToFileURL(example).href);
const sickSicker: CohortModelFile = cohortModelForm.parse(file);

type Json = { [key: string]: unknown };
/** The file with one place of it changed; `undefined` takes the place away. */
function changed(path: string, value: unknown, file: CohortModelFile = sickSicker): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(file));
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const place = steps.reduce<unknown>((there, step) => Reflect.get(there as Json, step), copy);
  if (value === undefined) Reflect.deleteProperty(place as Json, last);
  else Reflect.set(place as Json, last, value);
  return copy;
}
const parameter = (name: string): number => sickSicker.parameters.findIndex((one) => one.name === name);
const small = {
  willingness: { from: 0, to: 10, step: 5, stated: 5 },
  probabilistic: { draws: 200, seed: 1 },
};

/** One row a fault: what is changed, and what is said about it. Those of a run need the model to be evaluated. */
const rows: readonly [string, string, unknown, object][] = [
  [
    'a convention left out',
    '/conventions/withinCycle',
    undefined,
    { kind: 'model-field-missing', path: '/conventions/withinCycle' },
  ],
  [
    'a discount form left out',
    '/conventions/discount/form',
    undefined,
    { kind: 'model-field', path: '/conventions/discount/form' },
  ],
  [
    'effects not discounted apart',
    '/conventions/discount/effects',
    undefined,
    { kind: 'model-field', path: '/conventions/discount/effects' },
  ],
  ['a field nobody knows', '/halfCycle', true, { kind: 'model-field-unknown', path: '/halfCycle' }],
  [
    'a cycle that does not divide the horizon',
    '/conventions/cycle',
    { length: 2, unit: 'years' },
    { kind: 'cohort-cycle-does-not-divide', path: '/conventions/horizon', cycles: 37.5 },
  ],
  [
    "Simpson's rule with odd cycles",
    '/conventions/withinCycle/weights',
    'simpson',
    { kind: 'cohort-simpson-odd', cycles: 75 },
  ],
  [
    'an unknown name',
    '/transitions/0/probability',
    '(1 - p_HD)*p_HS2',
    { kind: 'expression-unknown-name', name: 'p_HS2', nearest: ['p_HS1', 'c_S2', 'p_HD'] },
  ],
  [
    'an unknown state',
    '/transitions/0/to',
    'S3',
    { kind: 'cohort-state-unknown', path: '/transitions/0/to', nearest: ['S1', 'S2', 'D'] },
  ],
  ['a transition twice', '/transitions/0/to', 'D', { kind: 'cohort-transition-twice', from: 'H', to: 'D' }],
  [
    'two rests',
    '/transitions/0/probability',
    'rest',
    { kind: 'cohort-two-rests', from: 'H', path: '/transitions/2/probability' },
  ],
  [
    'a state that nobody leaves or stays in',
    '/transitions/9',
    undefined,
    { kind: 'model-field-missing', path: '/transitions/9' },
  ],
  [
    'a value of a passage that is not there',
    '/rewards/0/transitions',
    [{ from: 'D', to: 'H', value: 1 }],
    { kind: 'cohort-reward-without-transition', path: '/rewards/0/transitions/0' },
  ],
  [
    'a circle',
    '/strategies/1/set',
    { r_HD: 'p_HD/cycle' },
    { kind: 'definition-circular', names: ['r_HD', 'p_HD'] },
  ],
  [
    'a definition by itself',
    `/parameters/${parameter('p_HD')}/expression`,
    'p_HD',
    { kind: 'definition-circular', names: ['p_HD'] },
  ],
  [
    'a hazard ratio on a probability',
    '/transitions/4/probability',
    '(1 - p_S1D)*p_S1S2*hr_B',
    {
      kind: 'hazard-ratio-on-probability',
      path: '/transitions/4/probability',
      probability: 'p_S1D',
      ratio: 'hr_B',
    },
  ],
  [
    'a hazard ratio on a probability, in a sum',
    `/parameters/${parameter('p_S1D')}/expression`,
    'p_HD*(1 - on_A + on_A*hr_S1)',
    { kind: 'hazard-ratio-on-probability', probability: 'p_HD', ratio: 'hr_S1' },
  ],
  [
    'a hazard ratio on a probability, in what a strategy sets',
    '/strategies/1/set',
    { p_S1S2: 'p_HS1*hr_B' },
    { kind: 'hazard-ratio-on-probability', path: '/strategies/1/set/p_S1S2', ratio: 'hr_B' },
  ],
  [
    'mixed units in what a strategy sets',
    '/strategies/1/set',
    { c_S1: 'c_S1 + u_S1' },
    { kind: 'model-units-mixed', path: '/strategies/1/set/c_S1' },
  ],
  [
    'a cost where a strategy sets a utility',
    '/strategies/1/set',
    { u_S1: 'c_S2' },
    { kind: 'model-units-mixed', path: '/strategies/1/set/u_S1', right: 'QALY per year' },
  ],
  [
    'a rate as a probability',
    '/transitions/1/probability',
    'r_HD',
    { kind: 'model-not-a-probability', found: 'per year' },
  ],
  [
    'a ratio as a probability',
    '/transitions/1/probability',
    'hr_B',
    { kind: 'model-not-a-probability', found: 'hazard-ratio' },
  ],
  [
    'a cost among utilities',
    '/rewards/1/states/H',
    'c_H',
    { kind: 'model-payoff-unit', path: '/rewards/1/states/H', outcome: 'qaly' },
  ],
  [
    'a yearly cost counted by the cycle',
    '/rewards/0/per',
    'cycle',
    { kind: 'model-payoff-unit', outcome: 'cost' },
  ],
  [
    'prices of another year',
    `/parameters/${parameter('c_H')}/priceYear`,
    2015,
    { kind: 'model-price-years-mixed', name: 'c_H', stated: 2015, priceYear: 2023 },
  ],
  [
    'a strategy that sets nothing known',
    '/strategies/1/set',
    { on_AA: 1 },
    { kind: 'model-parameter-unknown', path: '/strategies/1/set/on_AA', nearest: ['on_A', 'on_B'] },
  ],
  [
    'a name twice',
    `/parameters/${parameter('c_H')}/name`,
    'c_S1',
    { kind: 'model-name-twice', name: 'c_S1' },
  ],
  [
    'a table in months',
    '/tables',
    [
      {
        ...{ name: 'm', label: { ko: '표', en: 'table' }, lookup: 'exact', unit: 'per month' },
        ...{ keys: [1], values: [1], source: { literature: { ko: '문헌', en: 'a paper' } } },
      },
    ],
    { kind: 'parameter-unit-unknown', path: '/tables/0/unit', name: 'm', unit: 'per month' },
  ],
  [
    'a name of the structure',
    `/parameters/${parameter('c_H')}/name`,
    'age',
    { kind: 'model-name-reserved', name: 'age' },
  ],
  [
    'a table whose keys fall',
    '/tables',
    [
      {
        name: 'm',
        label: { ko: '표', en: 'table' },
        lookup: 'exact',
        keys: [2, 1],
        values: [1, 1],
        source: { assumption: { ko: '가', en: 'a' }, by: 'x', on: '2026-01-01' },
      },
    ],
    { kind: 'table-keys', path: '/tables/0', name: 'm' },
  ],
  ['a thousand million cells', '/states/1/tunnels', 100_000, { kind: 'cohort-too-large', copies: 100_003 }],
  [
    'correlations that no numbers can have',
    '/joint',
    [
      {
        form: 'correlated',
        scale: 'rank',
        parameters: ['u_H', 'u_S1'],
        correlation: [
          [1, 1],
          [1, 1],
        ],
      },
    ],
    { kind: 'covariance-not-positive-definite', path: '/joint/0/correlation', row: 2 },
  ],
  [
    'no reference',
    '/reference',
    'c',
    { kind: 'model-strategy-unknown', known: ['standard-care', 'a', 'b', 'ab'] },
  ],
  [
    'a probability over 1',
    '/transitions/1/probability',
    'p_HD + 1',
    {
      kind: 'cohort-probability-out-of-range',
      path: '/transitions/1/probability',
      from: 'H',
      to: 'D',
      cycle: 1,
      draw: 0,
    },
  ],
  [
    'a rest below 0',
    '/transitions/0/probability',
    '1 - p_HD/2',
    {
      kind: 'cohort-complement-below-zero',
      path: '/transitions/2/probability',
      from: 'H',
      to: 'H',
      cycle: 1,
      draw: 0,
    },
  ],
  [
    'a rest below 0 in a later cycle',
    '/transitions/0/probability',
    'if(t < 10, 0.1, 1)',
    { kind: 'cohort-complement-below-zero', from: 'H', cycle: 10, draw: 0 },
  ],
  [
    'a row that does not add up',
    '/transitions/9/probability',
    0.9,
    { kind: 'cohort-row-does-not-sum', from: 'D', sum: 0.9 },
  ],
  [
    'shares that do not add up',
    '/initial',
    { H: 0.9 },
    { kind: 'cohort-initial', path: '/initial', sum: 0.9 },
  ],
  [
    'a division by 0',
    '/rewards/0/states/H',
    'c_H/(1 - 1)',
    { kind: 'cohort-value-not-finite', path: '/rewards/0/states/H' },
  ],
  [
    'a derived probability over 1',
    `/parameters/${parameter('p_HD')}/expression`,
    '1.5 + 0*r_HD*cycle',
    { kind: 'parameter-out-of-range', name: 'p_HD', value: 1.5 },
  ],
];

describe('what is wrong with a model is said once, with its place, in both languages', () => {
  test.each(rows)('%s', (_name, path, value, fault) => {
    const file = changed('/analyses', small);
    const model = readCohortModel(
      changed(path, value, path === '/states/1/tunnels' ? sickSicker : (file as CohortModelFile)),
    );
    const result = model.ok ? evaluateCohortModel(model.value, {}) : model;
    expect(result).toMatchObject({ ok: false, fault });
    if (!result.ok)
      for (const language of languages) expect(speakFault(result.fault, language)).not.toContain('undefined');
  });
});

test('the mortality of an age that the table does not hold is missed by name, also behind other names', () => {
  const source = { assumption: { ko: '가정', en: 'assumed' }, by: 'tests', on: '2026-11-22' };
  const table = {
    name: 'mortality',
    label: { ko: '사망률', en: 'mortality' },
    lookup: 'exact',
    unit: '1 per year',
    keys: [25, 26, 27],
    values: [0.001, 0.001, 0.001],
    source,
  };
  const file = changed('/tables', [table], changed('/analyses', small) as CohortModelFile) as CohortModelFile;
  const rate = {
    name: 'r_HD',
    label: { ko: '사망률', en: 'death' },
    kind: 'rate',
    unit: 'per year',
    expression: 'lookup(mortality, age)',
  };
  const model = unwrap(readCohortModel(changed('/parameters/0', rate, file)));
  expect(evaluateCohortModel(model, {})).toMatchObject({
    ok: false,
    fault: { kind: 'cohort-lookup-missing', key: 28, cycle: 4, source: 'lookup(mortality, age)' },
  });
});

test('a draw that gives no probability is named by its number', () => {
  const wide = { form: 'uniform', min: 0, max: 0.0001 };
  const file = changed(
    `/parameters/${parameter('u_H')}/distribution`,
    wide,
    changed('/analyses', small) as CohortModelFile,
  );
  const model = unwrap(
    readCohortModel(
      changed('/transitions/1/probability', 'if(u_H*cycle < 0.5, 2, 0)*p_HD/p_HD', file as CohortModelFile),
    ),
  );
  const result = evaluateCohortModel(model, {});
  expect(result).toMatchObject({
    ok: false,
    fault: { kind: 'cohort-probability-out-of-range', draw: 1, value: 2 },
  });
});

describe('text, file and model', () => {
  const published = join(import.meta.dirname, '../../cohort-model.schema.json');

  test('the published JSON Schema is that of the code (written again by vitest -u), and takes the example', async () => {
    await expect(`${JSON.stringify(cohortModelJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
    // this reader of schemas reads patterns without Unicode classes
    const ascii = readFileSync(published, 'utf8')
      .replaceAll('\\\\p{L}', 'A-Za-z')
      .replaceAll('\\\\p{N}', '0-9');
    const schema = z.fromJSONSchema(JSON.parse(ascii));
    expect(schema.safeParse(sickSicker).error).toBeUndefined();
    expect(schema.safeParse(changed('/conventions/withinCycle', undefined)).success).toBe(false);
  });

  test('the model written out reads back to the same model', () => {
    const model = unwrap(readCohortModel(sickSicker));
    const again = unwrap(readCohortModel(JSON.parse(JSON.stringify(model.file))));
    expect(canonicalJson(again.file)).toBe(canonicalJson(model.file));
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });

  test('definitions may stand in any order', () => {
    const turned = { ...sickSicker, analyses: small, parameters: [...sickSicker.parameters].reverse() };
    const [there, back] = [{ ...sickSicker, analyses: small }, turned].map((file) =>
      unwrap(evaluateCohortModel(unwrap(readCohortModel(file)), {})),
    );
    expect(back?.strategies).toEqual(there?.strategies);
    expect(back?.estimates).toEqual(there?.estimates);
  });
});

test('coefficients of a regression state their values, and their covariance the rest', () => {
  const source = { assumption: { ko: '가정', en: 'assumed' }, by: 'tests', on: '2026-11-23' };
  const coefficient = (name: string, value: number): object => ({
    ...{ name, kind: 'coefficient', value, label: { ko: name, en: name }, source },
  });
  const covariance = [
    [0.04, -0.012],
    [-0.012, 0.09],
  ];
  const file = changed(
    '/joint',
    [{ form: 'multivariate-normal', parameters: ['b0', 'b1'], covariance }],
    changed(
      '/parameters',
      [...sickSicker.parameters, coefficient('b0', -1), coefficient('b1', 0.5)],
      changed('/analyses', small) as CohortModelFile,
    ) as CohortModelFile,
  );
  const model = unwrap(readCohortModel(file));
  const margins = model.parameters.slice(-2).map(({ amount }) => amount);
  expect(margins).toMatchObject([
    { value: -1, distribution: { form: 'normal', mean: -1, sd: 0.2 } },
    { value: 0.5, distribution: { form: 'normal', mean: 0.5, sd: 0.3 } },
  ]);
  const again = unwrap(readCohortModel(JSON.parse(JSON.stringify(model.file))));
  expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  const left = changed('/joint/0/parameters', ['b0', 'c_H'], file as CohortModelFile);
  expect(readCohortModel(left)).toMatchObject({ fault: { kind: 'joint-covariance-margin' } });
});
