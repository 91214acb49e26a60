import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Fault } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { evaluateEconomicModel, readEconomicModel } from './economic-model.ts';

const folder = join(import.meta.dirname, '../../../../examples/economics');
const yaml = (name: string): unknown => parse(readFileSync(join(folder, name, 'model.yaml'), 'utf8'));
const { default: sickSicker }: { readonly default: unknown } = await import(
  pathToFileURL(join(folder, 'sick-sicker/model.ts')).href
);

/** One model of each structure, as newcomers read it, with few draws. */
const models = {
  tree: () => yaml('ai-reader'),
  cohort: () => sickSicker,
  'tree before a cohort': () => yaml('ai-screening'),
  'partitioned survival': () => yaml('survival-two-arms'),
  individual: () => yaml('ai-ecg-individual'),
} as const satisfies Readonly<Record<string, () => unknown>>;
type Structure = keyof typeof models;

type Place = Record<string, unknown>;
type Change = readonly [string, unknown];
function changed(structure: Structure, changes: readonly Change[]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(models[structure]()));
  const few: readonly Change[] = [
    ['/analyses/probabilistic/draws', 200],
    ['/analyses/tornado', []],
  ];
  for (const [path, value] of [...few, ...changes]) {
    const steps = path.split('/').slice(1);
    const last = steps.pop() ?? '';
    const place = steps.reduce<unknown>((there, step) => Reflect.get(there as Place, step), copy);
    if (Array.isArray(place) && last === '-') place.push(value);
    else Reflect.set(place as Place, last, value);
  }
  return copy;
}

function faultOf(json: unknown): Fault | null {
  const read = readEconomicModel(json);
  const found = read.ok ? evaluateEconomicModel(read.value, {}) : read;
  return found.ok ? null : found.fault;
}

const made = { assumption: { ko: '지은 수', en: 'made up' }, by: 'tests', on: '2026-11-23' };
const parameter = (name: string, kind: string, rest: object): Change => [
  '/parameters/-',
  { name, kind, label: { ko: name, en: name }, ...('expression' in rest ? {} : { source: made }), ...rest },
];
const ratio = parameter('hr_extra', 'hazard-ratio', { value: 0.7 });
const oldPrice = parameter('c_old', 'cost', { value: 5, priceYear: 2001 });
const circle: readonly Change[] = [
  parameter('first', 'count', { expression: 'second + 1' }),
  parameter('second', 'count', { expression: 'first - 1' }),
];
const mixed = (left: string, right: string): Change =>
  parameter('sum', 'cost', { expression: `${left} + ${right}` });
const found = '/root/branches/0/node/branches/0/node/branches/0';
const read = '/start/branches/0/node';
const life = { rule: 'excess', firstAge: 60, annualProbability: [0.01, 0.01, 0.02], source: made };
const wide = { from: 0.5, to: 1.5 };

const correlated = (parameters: readonly string[]): Change => [
  '/joint',
  [
    {
      ...{ form: 'correlated', scale: 'normal', parameters },
      correlation: [
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ],
    },
  ],
];

/** What is wrong, in which model, and the one fault that says so, with its place in the file. */
const rows: readonly (readonly [string, Structure, readonly Change[], object])[] = [
  [
    'a probability over 1',
    'tree',
    [[`${found}/probability`, 'sens_reader*2']],
    { kind: 'probability-out-of-range', path: found, branch: 'found', value: 1.5, draw: 0 },
  ],
  [
    'a stated probability over 1',
    'tree',
    [
      [
        '/parameters/0',
        { name: 'prevalence', kind: 'probability', value: 1.2, label: { ko: '가', en: 'a' }, source: made },
      ],
    ],
    { kind: 'parameter-out-of-range', path: '/parameters/0', name: 'prevalence', value: 1.2 },
  ],
  [
    'a probability over 1',
    'cohort',
    [['/transitions/1/probability', 'p_HD + 1']],
    { kind: 'cohort-probability-out-of-range', path: '/transitions/1/probability', draw: 0, cycle: 1 },
  ],
  [
    'a probability over 1',
    'tree before a cohort',
    [[`${read}/prevalence`, 'prevalence*60']],
    {
      kind: 'probability-out-of-range',
      path: `${read}/falsePositive`,
      node: 'read by the radiologist',
      draw: 0,
    },
  ],
  [
    'a complement below zero',
    'tree',
    [
      [
        '/root/branches/0/node/branches/-',
        { name: 'third', probability: 'prevalence*60', node: { type: 'leaf', name: 'x' } },
      ],
      ['/root/branches/0/node/branches/2/probability', '1 - prevalence/2'],
    ],
    {
      kind: 'complement-below-zero',
      path: '/root/branches/0/node/branches/1',
      node: 'disease, reader',
      draw: 0,
    },
  ],
  [
    'a complement below zero in some draw',
    'cohort',
    [
      parameter('p_wide', 'ratio', {
        value: 0.6,
        distribution: { form: 'uniform', min: wide.from, max: wide.to },
      }),
      ['/transitions/0/probability', 'if(t < 7, 0.1, min(p_wide, 1))'],
    ],
    {
      kind: 'cohort-complement-below-zero',
      path: '/transitions/2/probability',
      from: 'H',
      to: 'H',
      cycle: 7,
    },
  ],
  [
    'a hazard ratio used on a probability',
    'tree',
    [ratio, [`${found}/probability`, 'sens_reader*hr_extra']],
    {
      kind: 'hazard-ratio-on-probability',
      path: `${found}/probability`,
      probability: 'sens_reader',
      ratio: 'hr_extra',
    },
  ],
  [
    'a hazard ratio used on a probability',
    'cohort',
    [['/transitions/4/probability', '(1 - p_S1D)*p_S1S2*hr_B']],
    { kind: 'hazard-ratio-on-probability', path: '/transitions/4/probability', ratio: 'hr_B' },
  ],
  [
    'a hazard ratio used on a probability, by a strategy',
    'tree before a cohort',
    [['/strategies/2/set', { prevalence: 'prevalence*hr_treated' }]],
    { kind: 'hazard-ratio-on-probability', path: '/strategies/2/set/prevalence', ratio: 'hr_treated' },
  ],
  [
    'a probability used as a hazard ratio',
    'individual',
    [parameter('p_any', 'probability', { value: 0.3 }), ['/transitions/3/time/hazardRatio', 'p_any']],
    { kind: 'not-a-hazard-ratio', path: '/transitions/3/time/hazardRatio', found: 'probability' },
  ],
  [
    'mixed units',
    'tree',
    [mixed('c_ai', 'q_early')],
    { kind: 'model-units-mixed', left: 'KRW', right: 'QALY' },
  ],
  ['mixed units', 'cohort', [mixed('c_H', 'u_H')], { kind: 'model-units-mixed', right: 'QALY per year' }],
  [
    'mixed units',
    'partitioned survival',
    [mixed('c_drug', 'u_free')],
    { kind: 'model-units-mixed', left: 'KRW per year', right: 'QALY per year' },
  ],
  [
    'mixed units',
    'individual',
    [mixed('c_ai', 'c_after')],
    { kind: 'model-units-mixed', right: 'KRW per year' },
  ],
  ...(Object.keys(models) as Structure[]).map(
    (structure) =>
      [
        'mixed price years',
        structure,
        [oldPrice],
        { kind: 'model-price-years-mixed', stated: 2001 },
      ] as const,
  ),
  ...(Object.keys(models) as Structure[]).map(
    (structure) =>
      [
        'a circular definition',
        structure,
        circle,
        { kind: 'definition-circular', names: ['first', 'second'] },
      ] as const,
  ),
  [
    'correlations that are not positive definite',
    'tree',
    [correlated(['sens_reader', 'sens_ai_assisted', 'sens_ai_standalone_triage'])],
    { kind: 'covariance-not-positive-definite', path: '/joint/0/correlation', row: 3 },
  ],
  [
    'correlations that are not positive definite',
    'tree before a cohort',
    [correlated(['sens_reader', 'sens_ai', 'spec_ai'])],
    { kind: 'covariance-not-positive-definite', path: '/joint/0/correlation', row: 3 },
  ],
  [
    'a covariance that is not positive definite',
    'partitioned survival',
    [['/fits/1/covariance/0/0', -0.0036]],
    { kind: 'covariance-not-positive-definite', path: '/fits/1/covariance', row: 1 },
  ],
  [
    'a covariance that is not positive definite',
    'individual',
    [
      [
        '/fits/0/covariance',
        [
          [0.0016, 0.01],
          [0.01, 0.0064],
        ],
      ],
    ],
    { kind: 'covariance-not-positive-definite', path: '/fits/0/covariance', row: 2 },
  ],
  [
    'crossing survival curves',
    'partitioned survival',
    [['/curves/1/time/hazardRatio', 30]],
    {
      kind: 'curves-cross-in-draw',
      path: '/curves/1',
      strategy: 'control',
      inner: 'pfs',
      outer: 'os',
      draw: 0,
    },
  ],
  [
    'missing mortality for an age',
    'partitioned survival',
    [
      ['/startingAge', 60],
      ['/background', life],
    ],
    { kind: 'life-table-missing-age', path: '/background', age: 63, first: 60, last: 62 },
  ],
  [
    'missing mortality for an age',
    'tree before a cohort',
    [['/tables/0/lookup', 'exact']],
    { kind: 'cohort-lookup-missing', source: 'lookup(mortality, age)', key: 61, cycle: 2 },
  ],
  [
    'a cycle that does not divide the horizon',
    'cohort',
    [['/conventions/cycle', { length: 2, unit: 'years' }]],
    { kind: 'cohort-cycle-does-not-divide', path: '/conventions/horizon', cycles: 37.5 },
  ],
  [
    'a cycle that does not divide the horizon',
    'partitioned survival',
    [['/conventions/cycle', { length: 1, unit: 'weeks' }]],
    { kind: 'cohort-cycle-does-not-divide', path: '/conventions/horizon' },
  ],
  [
    'more than 10^9 cells',
    'cohort',
    [
      ['/states/1/tunnels', 100_000],
      ['/analyses/probabilistic/draws', 10_000],
    ],
    { kind: 'cohort-too-large', path: '/states', copies: 100_003, limit: 1e9 },
  ],
  [
    'more than 10^9 cells',
    'partitioned survival',
    [
      ['/conventions/cycle', { length: 1, unit: 'days' }],
      ['/conventions/horizon', { length: 5000, unit: 'days' }],
      ['/analyses/probabilistic/draws', 100_000],
    ],
    { kind: 'curves-too-large', path: '/conventions/cycle', cycles: 5000, limit: 1e9 },
  ],
  [
    'more than 10^9 cells',
    'individual',
    [
      ['/conventions/patients/perDraw', 100_000],
      ['/analyses/probabilistic/draws', 10_000],
    ],
    { kind: 'individual-too-large', path: '/conventions/patients', limit: 1e9 },
  ],
  [
    'a probability that is believed to be normal',
    'tree',
    [
      [
        '/parameters/0',
        {
          ...{ name: 'prevalence', kind: 'probability', label: { ko: '유병률', en: 'prevalence' } },
          source: { estimate: 'prevalence', as: 'normal-from-interval' },
        },
      ],
    ],
    { kind: 'distribution-leaves-kind', path: '/parameters/0/source/as', form: 'normal' },
  ],
  [
    'an unknown name',
    'tree',
    [[`${found}/probability`, 'sens_raeder']],
    {
      kind: 'expression-unknown-name',
      name: 'sens_raeder',
      nearest: ['sens_reader', 'spec_reader', 'minutes_reader'],
    },
  ],
  [
    'an unknown name',
    'partitioned survival',
    [['/rewards/1/states/free', 'c_fre']],
    { kind: 'expression-unknown-name', name: 'c_fre', nearest: ['c_free', 'u_free', 'c_drug'] },
  ],
  [
    'an unknown name',
    'individual',
    [['/rewards/0/states/found', 'c_anticoagulants']],
    {
      kind: 'expression-unknown-name',
      name: 'c_anticoagulants',
      nearest: ['c_anticoagulant', 'hr_anticoagulant'],
    },
  ],
];

describe('what is wrong is said once, in both languages, with its place in the file', () => {
  test.each(rows)('%s: %s', (_what, structure, changes, expected) => {
    const fault = faultOf(changed(structure, changes));
    expect(fault).toMatchObject(expected);
    if (fault === null) return;
    const facts: Readonly<Record<string, unknown>> = { ...fault };
    const place = facts.path ?? /\((\/[^)]*)\)/.exec(String(facts.source))?.[1];
    expect(place).toMatch(/^\//);
    for (const language of languages) {
      const said = speakFault(fault, language);
      expect(said).toContain(place);
      expect(said).not.toMatch(/undefined|NaN|\{/);
    }
  });

  test.each(Object.keys(models) as Structure[])('%s: as it stands nothing is wrong with it', (structure) => {
    expect(faultOf(changed(structure, []))).toBeNull();
  });
});

test('a complement below zero in a draw names draw, cycle and row', () => {
  const fault = faultOf(
    changed('cohort', [
      parameter('p_wide', 'ratio', { value: 0.6, distribution: { form: 'uniform', min: 0.9, max: 1 } }),
      ['/transitions/0/probability', 'if(t < 7, 0.1, p_wide)'],
    ]),
  );
  expect(fault).toMatchObject({ kind: 'cohort-complement-below-zero', from: 'H', cycle: 7, residence: 1 });
  const { draw } = { draw: 0, ...fault };
  expect(draw).toBeGreaterThan(1);
  for (const language of languages) {
    const said = fault === null ? '' : speakFault(fault, language);
    expect(said).toContain(String(draw));
    expect(said).toMatch(/H/);
    expect(said).toMatch(/p_wide=0\.99/);
  }
});
