import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { canonicalJson } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { drawnValues } from '../evaluation/prepared-model.ts';
import { baseOutcome, drawnOutcomes } from '../evaluation/run-prepared.ts';
import { evaluateEconomicModel, readEconomicModel } from '../model/economic-model.ts';
import { verifyModel } from '../verification/battery.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { evaluateIndividualModel, prepareIndividual, simulatedPeople } from './evaluate-model.ts';
import { individualModelJsonSchema } from './model-form.ts';
import { simulateIndividuals } from './outcome.ts';
import { readIndividualModel } from './read.ts';

const root = join(import.meta.dirname, '../../../..');
const written = (): unknown =>
  parse(readFileSync(join(root, 'examples/economics/ai-ecg-individual/model.yaml'), 'utf8'));

type Place = Record<string, unknown>;
type Change = readonly [string, unknown];
/** The example with some places of it changed; `undefined` takes a place away. */
function changed(...changes: readonly Change[]): unknown {
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
const few: readonly Change[] = [
  ['/analyses/probabilistic', { draws: 120, seed: 70 }],
  ['/analyses/tornado', []],
  ['/conventions/patients', { base: 2000, perDraw: 200 }],
];

const made = { assumption: { ko: '지은 수', en: 'made up' }, by: 'tests', on: '2026-11-23' };
const words = (name: string): { ko: string; en: string } => ({ ko: name, en: name });
const number = (name: string, kind: string, value: number, unit?: string): object => ({
  ...{ name, kind, value, label: words(name), source: made },
  ...(unit === undefined ? {} : { unit }),
});
/** Sick people get well at one rate and die at another, the well die at that rate too: everything has a closed form. */
const constant = (patients: number): unknown => ({
  ...{ kind: 'individual', title: words('constant rates'), currency: 'KRW', priceYear: 2026 },
  perspective: words('tests'),
  conventions: {
    horizon: { length: 20, unit: 'years' },
    discount: { costs: 0.06, effects: 0.02, form: 'continuous', from: 'time-zero' },
    patients: { base: patients, perDraw: 100 },
  },
  parameters: [
    number('r_well', 'rate', 0.5, 'per year'),
    number('r_dead', 'rate', 0.1, 'per year'),
    number('hr', 'hazard-ratio', 1),
    number('c_sick', 'cost', 1000, 'KRW per year'),
    number('c_death', 'cost', 300),
    number('u_sick', 'utility', 0.5),
    number('u_well', 'utility', 0.9),
  ],
  states: ['sick', 'well', 'dead'].map((name) => ({ name, label: words(name) })),
  start: 'sick',
  transitions: [
    { from: 'sick', to: 'well', clock: 'reset', time: exponential('r_well') },
    { from: 'sick', to: 'dead', clock: 'forward', time: { ...exponential('r_dead'), hazardRatio: 'hr' } },
    { from: 'well', to: 'dead', clock: 'forward', time: { ...exponential('r_dead'), hazardRatio: 'hr' } },
  ],
  rewards: [
    {
      ...{ name: 'cost', label: words('cost'), counts: 'cost', start: 70, states: { sick: 'c_sick' } },
      transitions: ['sick', 'well'].map((from) => ({ from, to: 'dead', value: 'c_death' })),
    },
    { name: 'qaly', label: words('qaly'), counts: 'effect', states: { sick: 'u_sick', well: 'u_well' } },
  ],
  strategies: [
    { name: 'usual', label: words('usual') },
    { name: 'safer', label: words('safer'), set: { hr: 0.5 } },
  ],
  reference: 'usual',
  analyses: {
    willingness: { from: 0, to: 100, step: 50, stated: 50 },
    probabilistic: { draws: 100, seed: 3 },
  },
});
const exponential = (rate: string): object => ({ family: 'exponential', parameters: { rate } });
const area = (rate: number): number => (1 - Math.exp(-rate * 20)) / rate;

describe('against formulas', () => {
  const model = unwrap(readIndividualModel(constant(400_000)));
  const prepared = unwrap(prepareIndividual(model, {}));
  const people = unwrap(simulatedPeople(model, prepared));

  test.each([
    ['usual', 0, 0.1],
    ['safer', 1, 0.05],
  ] as const)('%s: within four Monte-Carlo errors of what constant rates give', (_name, index, dead) => {
    const { cost, effect } = unwrap(baseOutcome(prepared, index));
    const sick = (discount: number): number => area(0.5 + dead + discount);
    const alive = (discount: number): number => area(dead + discount);
    const costs = 70 + 1000 * sick(0.06) + 300 * dead * alive(0.06);
    const qalys = 0.5 * sick(0.02) + 0.9 * (alive(0.02) - sick(0.02));
    const errors = people[index];
    expect(Math.abs(cost - costs)).toBeLessThan(4 * (errors?.cost.monteCarloError ?? NaN));
    expect(Math.abs(effect - qalys)).toBeLessThan(4 * (errors?.effect.monteCarloError ?? NaN));
    expect(errors?.effect.monteCarloError).toBeLessThan(0.01);
  });

  test('the same bytes as the simulation gives that is called directly', () => {
    const time = (rate: number, hr: number) => ({ family: 'exponential', rate: rate * hr }) as const;
    const small = unwrap(readIndividualModel(constant(3500)));
    const ready = unwrap(prepareIndividual(small, {}));
    const direct = unwrap(
      simulateIndividuals(
        {
          states: ['sick', 'well', 'dead'],
          start: 'sick',
          transitions: small.transitions.map(({ from, to, clock }) => ({ from, to, clock })),
          horizonYears: 20,
          discount: { costs: 0.06, effects: 0.02, form: 'continuous' },
          strategies: [1, 0.5].map((hr) => ({
            name: `hr ${hr}`,
            times: [time(0.5, 1), time(0.1, hr), time(0.1, hr)],
            costPerYear: [1000, 0, 0],
            costAtTransition: [0, 300, 300],
            utility: [0.5, 0.9, 0],
            qalysAtTransition: [0, 0, 0],
          })),
          reference: 'hr 1',
        },
        { patients: 3500, seed: 3 },
      ),
    );
    direct.forEach(({ cost, effect }, index) => {
      const found = unwrap(baseOutcome(ready, index));
      expect(found.cost).toBeCloseTo(cost.value + 70, 9);
      expect(found.effect).toBeCloseTo(effect.value, 11);
    });
  });
});

test('a life table of a constant hazard is that hazard, and a hazard ratio multiplies it', () => {
  const annual = 1 - Math.exp(-0.1);
  const lifeTable = {
    ...{ startingAge: 60.5, firstAge: 60, source: made },
    annualProbability: Array.from({ length: 21 }, () => annual),
  };
  const file = constant(2000) as { transitions: Place[] };
  const tabled = {
    ...file,
    transitions: file.transitions.map((one, index) =>
      index === 0 ? one : { ...one, time: { lifeTable, hazardRatio: 'hr' } },
    ),
  };
  const [there, back] = [file, tabled].map((one) =>
    unwrap(prepareIndividual(unwrap(readIndividualModel(one)), {})),
  );
  if (there === undefined || back === undefined) throw new Error('two models were prepared');
  for (const index of [0, 1]) {
    const [a, b] = [unwrap(baseOutcome(there, index)), unwrap(baseOutcome(back, index))];
    expect(b.cost).toBeCloseTo(a.cost, 8);
    expect(b.effect).toBeCloseTo(a.effect, 10);
  }
});

describe('draws', () => {
  const model = unwrap(readIndividualModel(changed(...few, ['/analyses/probabilistic/draws', 1300])));
  const prepared = unwrap(prepareIndividual(model, {}));

  test('are the same bytes in one piece and in blocks, whoever ends first', () => {
    const whole = unwrap(drawnOutcomes(prepared, { from: 0, draws: 1300 }));
    const late = unwrap(drawnOutcomes(prepared, { from: 1000, draws: 300 }));
    const early = unwrap(drawnOutcomes(prepared, { from: 0, draws: 1000 }));
    whole.forEach(({ cost, effect }, index) => {
      expect(cost.slice(0, 1000)).toEqual(early[index]?.cost);
      expect(effect.slice(1000)).toEqual(late[index]?.effect);
    });
  });

  test('people have the same luck under both strategies: where nothing differs, nothing differs', () => {
    const same = unwrap(
      prepareIndividual(unwrap(readIndividualModel(changed(...few, ['/strategies/1/set', {}]))), {}),
    );
    const [first, second] = unwrap(drawnOutcomes(same, { from: 0, draws: 120 }));
    expect(second).toEqual(first);
  });

  test('the coefficients of the fit are drawn together', () => {
    const drawn = drawnValues(prepared, { from: 0, draws: 1300 });
    const [x, y] = ['shape', 'scale'].map((name) => drawn.get(`after_stroke.${name}`) ?? new Float64Array());
    const mean = (v: ArrayLike<number>): number =>
      Array.from(v).reduce((sum, one) => sum + one, 0) / v.length;
    const [a, b] = [x ?? new Float64Array(), y ?? new Float64Array()];
    const [middleA, middleB] = [mean(a), mean(b)];
    expect(middleA).toBeCloseTo(-0.4, 2);
    expect(mean(a.map((v, i) => (v - middleA) * ((b[i] ?? NaN) - middleB)))).toBeCloseTo(0.0008, 3);
  });
});

test('the battery passes, the warning says how much is luck, and the clocks are drawn', () => {
  const model = unwrap(readEconomicModel(changed(...few)));
  const rows = verifyModel(unwrap(modelUnderTest(model, {})));
  expect(rows.filter(({ verdict }) => verdict === 'to-explain')).toEqual([]);
  expect(rows.find(({ name }) => name === 'equal-arms')?.verdict).toBe('passed');
  const { shapes, warnings, conventions } = unwrap(evaluateEconomicModel(model, {}));
  expect(warnings.find(({ kind }) => kind === 'individual-monte-carlo')?.facts).toMatchObject({
    ...{ patients: 2000, perDraw: 200 },
  });
  expect(conventions.map(({ en }) => en).join()).toContain('2 transitions from the start, 4 from entry');
  const drawing = shapes.flatMap((shape) => (shape.shape === 'model-structure' ? [shape.drawing] : []))[0];
  expect(drawing).toMatchObject({
    form: 'states',
    moves: 'by-time',
    passages: [{ from: 0, to: 1, amount: 'Exponential (reset)' }, {}, {}, {}, {}, {}],
  });
});

describe('text, file and model', () => {
  const published = join(import.meta.dirname, '../../individual-model.schema.json');

  test('the published JSON Schema is that of the code (written again by vitest -u), and takes the example', async () => {
    await expect(`${JSON.stringify(individualModelJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
    const ascii = JSON.stringify(individualModelJsonSchema())
      .replaceAll('\\\\p{L}', 'A-Za-z')
      .replaceAll('\\\\p{N}', '0-9');
    const schema = z.fromJSONSchema(JSON.parse(ascii));
    expect(schema.safeParse(written()).error).toBeUndefined();
    expect(schema.safeParse(changed(['/conventions/patients', undefined])).success).toBe(false);
  });

  test('the model written out reads back to the same model', () => {
    const model = unwrap(readIndividualModel(written()));
    const again = unwrap(readIndividualModel(JSON.parse(JSON.stringify(model.file))));
    expect(canonicalJson(again.file)).toBe(canonicalJson(model.file));
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });
});

const time = '/transitions/3/time';
const faults: readonly (readonly [string, readonly Change[], object])[] = [
  [
    'a state that is not there',
    [['/transitions/0/to', 'fund']],
    { kind: 'cohort-state-unknown', path: '/transitions/0/to', name: 'fund', nearest: ['found'] },
  ],
  [
    'a start that is not there',
    [['/start', 'silence']],
    { kind: 'cohort-state-unknown', path: '/start', nearest: ['silent'] },
  ],
  [
    'a way from a state to itself',
    [['/transitions/0/to', 'silent']],
    { kind: 'individual-to-itself', path: '/transitions/0', from: 'silent' },
  ],
  [
    'a way twice',
    [['/transitions/1/to', 'found']],
    { kind: 'cohort-transition-twice', path: '/transitions/1', from: 'silent', to: 'found' },
  ],
  [
    'an unknown name',
    [[`${time}/hazardRatio`, 'hr_anticoagulent']],
    {
      kind: 'expression-unknown-name',
      name: 'hr_anticoagulent',
      nearest: ['hr_anticoagulant', 'c_anticoagulant'],
    },
  ],
  [
    'a relative risk on a hazard',
    [[`${time}/hazardRatio`, 'rr_found']],
    { kind: 'not-a-hazard-ratio', path: `${time}/hazardRatio`, found: 'relative-risk' },
  ],
  [
    'money as a rate',
    [[`${time}/parameters/rate`, 'c_stroke']],
    { kind: 'model-units-mixed', path: `${time}/parameters/rate`, left: 'KRW', right: 'per year' },
  ],
  [
    'a yearly cost at a passage',
    [['/rewards/0/transitions/0/value', 'c_after']],
    { kind: 'model-payoff-unit', path: '/rewards/0/transitions/0/value', found: 'KRW per year' },
  ],
  [
    'a value of a passage that is not there',
    [
      ['/rewards/0/transitions/0/to', 'dead'],
      ['/rewards/0/transitions/0/from', 'dead'],
    ],
    { kind: 'cohort-reward-without-transition', path: '/rewards/0/transitions/0' },
  ],
  [
    'a rate below zero',
    [[`${time}/parameters/rate`, -1]],
    { kind: 'curve-parameter-out-of-range', path: time, draw: 0 },
  ],
  [
    'a covariance that is not positive definite',
    [
      [
        '/fits/0/covariance',
        [
          [1, 2],
          [2, 1],
        ],
      ],
    ],
    { kind: 'covariance-not-positive-definite', path: '/fits/0/covariance', row: 2 },
  ],
  [
    'a discount rate over 1',
    [['/conventions/discount/effects', 4.5]],
    { kind: 'parameter-out-of-range', path: '/conventions/discount/effects', value: 4.5 },
  ],
  [
    'a value that is not finite',
    [['/rewards/1/states/silent', 'u_well/with_ai']],
    { kind: 'reward-not-finite', reward: 'qaly', draw: 0 },
  ],
  [
    'people who run in circles',
    [
      ['/transitions/2', { from: 'silent', to: 'dead', clock: 'reset', time: fast(1e-9) }],
      ['/transitions/0', { from: 'silent', to: 'found', clock: 'reset', time: fast(1e5) }],
      ['/transitions/4', { from: 'found', to: 'silent', clock: 'reset', time: fast(1e5) }],
      ['/rewards/0/transitions', []],
    ],
    { kind: 'individual-too-many-passages', path: '/transitions', limit: 100_000 },
  ],
  [
    'a life table that begins again',
    [
      [
        '/transitions/3',
        { from: 'found', to: 'stroke', clock: 'reset', time: { lifeTable: population(40) } },
      ],
    ],
    { kind: 'life-table-clock', path: '/transitions/3/clock', from: 'found', to: 'stroke' },
  ],
  [
    'mortality missing for an age',
    [
      [
        '/transitions/2',
        { from: 'silent', to: 'dead', clock: 'forward', time: { lifeTable: population(20) } },
      ],
    ],
    { kind: 'life-table-missing-age', path: '/transitions/2/time/lifeTable', age: 90, first: 70, last: 89 },
  ],
  [
    'a thousand million cells',
    [
      ['/conventions/patients', { base: 1_000_000, perDraw: 100_000 }],
      ['/analyses/probabilistic/draws', 100_000],
    ],
    { kind: 'individual-too-large', path: '/conventions/patients' },
  ],
  [
    'numbers of people left out',
    [['/conventions/patients', undefined]],
    { kind: 'model-field-missing', path: '/conventions/patients' },
  ],
  [
    'a circle',
    [['/strategies/1/set', { c_ai: 'c_confirm', c_confirm: 'c_ai' }]],
    { kind: 'definition-circular', names: ['c_ai', 'c_confirm'] },
  ],
];
function population(ages: number): object {
  const annualProbability = Array.from({ length: ages }, () => 0.03);
  return { startingAge: 70, firstAge: 70, annualProbability, source: made };
}
function fast(rate: number): object {
  return { family: 'exponential', parameters: { rate } };
}

test.each(faults)('%s', (_name, changes, expected) => {
  const read = readIndividualModel(changed(...few, ...changes));
  const found = read.ok ? evaluateIndividualModel(read.value, {}) : read;
  if (found.ok) throw new Error('the model was accepted');
  expect(found.fault).toMatchObject(expected);
  for (const language of languages) expect(speakFault(found.fault, language)).not.toMatch(/undefined|\{/);
});
