import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { canonicalJson } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { evaluateCohortModel } from './evaluate.ts';
import { cohortModelForm, cohortModelJsonSchema } from './model-form.ts';
import { drawnGiven, prepareCohort } from './prepare.ts';
import { combineChunks, chunksOf, probabilisticChunk } from './probabilistic.ts';
import { readCohortModel } from './read.ts';

const file = join(import.meta.dirname, '../../../../examples/economics/ai-screening/model.yaml');
const written = (): unknown => parse(readFileSync(file, 'utf8'));
const form = cohortModelForm.parse(written());
const model = unwrap(readCohortModel(form));
const small = { ...form, analyses: { ...form.analyses, probabilistic: { draws: 2500, seed: 60 } } };

type Numbers = Readonly<Record<string, number>>;
const base: Numbers = Object.fromEntries(
  form.parameters.flatMap(({ name, value, distribution }) => {
    const mean = distribution !== undefined && 'mean' in distribution ? distribution.mean : undefined;
    const stated = value ?? mean;
    return stated === undefined ? [] : [[name, stated]];
  }),
);

/** The whole example again, with none of the engine: five numbers carried through thirty years. */
function byHand(p: Numbers, reading: 'none' | 'reader' | 'ai'): { cost: number; qaly: number } {
  const n = (name: string): number => p[name] ?? NaN;
  const [ill, healthy] = [n('prevalence'), 1 - n('prevalence')];
  const looked = reading !== 'none';
  const sens = looked ? n(`sens_${reading}`) : 0;
  const spec = looked ? n(`spec_${reading}`) : 1;
  let cost = looked ? n('c_exam') + (reading === 'ai' ? n('c_ai') : 0) : 0;
  cost += ill * sens * (n('c_workup') + n('c_early')) + healthy * (1 - spec) * n('c_workup');
  let qaly = -healthy * (1 - spec) * n('q_alarm');
  let [well, unseen, treated, late] = [healthy, ill * (1 - sens), ill * sens, 0];
  const mortality = [0.005, 0.009, 0.016, 0.03, 0.058, 0.11];
  for (let year = 0; year <= 30; year += 1) {
    const weight = (year === 0 || year === 30 ? 0.5 : 1) / Math.exp(year * Math.log(1.045));
    cost += weight * (treated * n('c_follow') + late * n('c_late'));
    qaly += weight * ((well + unseen) * n('u_well') + treated * n('u_early') + late * n('u_late'));
    const die = mortality[Math.min(5, Math.floor(year / 5))] ?? NaN;
    const leave = (rate: number): { on: number; dead: number } => {
      const out = 1 - Math.exp(-(rate + die));
      return { on: (out * rate) / (rate + die), dead: (out * die) / (rate + die) };
    };
    const [fast, slow] = [leave(n('r_progress')), leave(n('r_progress') * n('hr_treated'))];
    late = late * Math.exp(-(n('r_late') + die)) + unseen * fast.on + treated * slow.on;
    well *= Math.exp(-die);
    unseen *= 1 - fast.on - fast.dead;
    treated *= 1 - slow.on - slow.dead;
  }
  return { cost, qaly };
}

const near = (got: number | undefined, want: number): void =>
  expect(Math.abs((got ?? NaN) / want - 1)).toBeLessThan(1e-12);
const readings = ['none', 'reader', 'ai'] as const;

describe('a tree hands people over to a cohort', () => {
  test('the base case is what is computed by hand', () => {
    const { strategies } = unwrap(evaluateCohortModel(unwrap(readCohortModel(small)), {}));
    readings.forEach((reading, index) => {
      const { cost, qaly } = byHand(base, reading);
      near(strategies[index]?.cost, cost);
      near(strategies[index]?.qaly, qaly);
    });
  });

  test('every draw takes tree and cohort from the same parameters', () => {
    const prepared = unwrap(prepareCohort(unwrap(readCohortModel(small)), {}));
    const chunk = unwrap(probabilisticChunk(prepared, { from: 0, draws: 2500 }));
    const first = drawnGiven(prepared, { from: 0, draws: 1000 });
    const third = drawnGiven(prepared, { from: 2000, draws: 500 });
    for (const [given, at, draw] of [
      [first, 0, 0],
      [first, 999, 999],
      [third, 77, 2077],
    ] as const) {
      const p = Object.fromEntries(
        [...given].map(([name, column]) => [name, column[column.length === 1 ? 0 : at] ?? NaN]),
      );
      readings.forEach((reading, index) => {
        const { cost, qaly } = byHand(p, reading);
        near(chunk.strategies[index]?.cost[draw], cost);
        near(chunk.strategies[index]?.effect[draw], qaly);
      });
    }
    const pieces = chunksOf(2500, 1).map((piece) => unwrap(probabilisticChunk(prepared, piece)));
    expect(combineChunks([...pieces].reverse())).toEqual(chunk.strategies);
  });

  test('sensitivities that were seen in the same cases are drawn together', () => {
    const prepared = unwrap(prepareCohort(unwrap(readCohortModel(small)), {}));
    const given = drawnGiven(prepared, { from: 0, draws: 2500 });
    const [x, y] = ['sens_reader', 'sens_ai'].map((name) =>
      Float64Array.from(given.get(name) ?? [], (p) => Math.log(p / (1 - p))),
    );
    const mean = (values: ArrayLike<number>): number =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    const spread = (a: Float64Array, b: Float64Array): number => {
      const [middleA, middleB] = [mean(a), mean(b)];
      return mean(a.map((value, i) => (value - middleA) * ((b[i] ?? NaN) - middleB)));
    };
    const [a, b] = [x ?? new Float64Array(), y ?? new Float64Array()];
    expect(spread(a, b) / Math.sqrt(spread(a, a) * spread(b, b))).toBeCloseTo(0.6, 1);
  });

  test('written out it reads back to the same model, and its schema takes it', () => {
    const again = unwrap(readCohortModel(JSON.parse(JSON.stringify(model.file))));
    expect(canonicalJson(again.file)).toBe(canonicalJson(model.file));
    const ascii = JSON.stringify(cohortModelJsonSchema())
      .replaceAll('\\\\p{L}', 'A-Za-z')
      .replaceAll('\\\\p{N}', '0-9');
    expect(z.fromJSONSchema(JSON.parse(ascii)).safeParse(written()).error).toBeUndefined();
  });

  test('tree and states are both drawn, and the conventions say how the tree counts', () => {
    const { shapes, conventions, traces } = unwrap(evaluateCohortModel(unwrap(readCohortModel(small)), {}));
    const forms = shapes.flatMap((shape) => (shape.shape === 'model-structure' ? [shape.drawing.form] : []));
    expect(forms).toEqual(['states', 'tree']);
    expect(conventions.map(({ en }) => en).join()).toContain('the tree before count once at the start');
    const [, reader] = traces;
    near(reader?.occupancy[1]?.[0], 0.02 * 0.25);
  });
});

type Place = Record<string, unknown>;
function changed(path: string, value: unknown): unknown {
  const copy = written();
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const place = steps.reduce<unknown>((there, step) => Reflect.get(there as Place, step), copy);
  if (value === undefined) Reflect.deleteProperty(place as Place, last);
  else Reflect.set(place as Place, last, value);
  return copy;
}

const read = '/start/branches/0/node';
const faults: readonly [string, string, unknown, object][] = [
  [
    'a leaf that hands nobody over',
    `${read}/falseNegative/node/to`,
    undefined,
    { kind: 'model-field-missing', path: `${read}/falseNegative/node/to` },
  ],
  [
    'a leaf to a state that is not there',
    `${read}/falseNegative/node/to`,
    'unsen',
    {
      kind: 'cohort-state-unknown',
      path: `${read}/falseNegative/node/to`,
      name: 'unsen',
      nearest: ['unseen'],
    },
  ],
  ['shares at the start beside a tree', '/initial', { well: 1 }, { kind: 'cohort-start-and-initial' }],
  ['neither tree nor shares', '/start', undefined, { kind: 'model-field-missing', path: '/initial' }],
  [
    'a sensitivity that is a cost',
    `${read}/sensitivity`,
    'c_exam',
    { kind: 'model-not-a-probability', path: `${read}/sensitivity`, found: 'KRW' },
  ],
  [
    'a prevalence that is a hazard ratio',
    `${read}/prevalence`,
    'hr_treated',
    { kind: 'model-not-a-probability', path: `${read}/prevalence`, found: 'hazard-ratio' },
  ],
  [
    'a hazard ratio on a sensitivity',
    `${read}/sensitivity`,
    'sens_reader*hr_treated',
    { kind: 'hazard-ratio-on-probability', path: `${read}/sensitivity`, ratio: 'hr_treated' },
  ],
  [
    'an unknown name',
    `${read}/specificity`,
    'spec_raeder',
    {
      kind: 'expression-unknown-name',
      name: 'spec_raeder',
      nearest: ['spec_reader', 'sens_reader', 'spec_ai'],
    },
  ],
  [
    'a payoff that waits for an age',
    `${read}/truePositive/payoffs/cost`,
    'c_early*r_die/r_late',
    { kind: 'tree-varies-by-cycle', path: `${read}/truePositive/payoffs/cost`, name: 'r_die' },
  ],
  [
    'a decision without a choice',
    '/strategies/0/choose',
    {},
    { kind: 'strategy-chooses-nothing', path: '/strategies/0/choose', decision: 'reading' },
  ],
  [
    'a choice that is not there',
    '/strategies/1/choose/reading',
    'readers',
    { kind: 'strategy-choice-unknown', path: '/strategies/1/choose/reading', nearest: ['reader'] },
  ],
  [
    'a choice at a decision that is not there',
    '/strategies/1/choose',
    { read: 'reader' },
    { kind: 'strategy-choice-unknown', path: '/strategies/1/choose/read', name: 'read' },
  ],
  [
    'a sensitivity over 1',
    `${read}/sensitivity`,
    'sens_reader*1.5',
    {
      kind: 'probability-out-of-range',
      path: `${read}/falseNegative`,
      node: 'read by the radiologist',
      draw: 0,
    },
  ],
];

test.each(faults)('%s', (_name, path, value, expected) => {
  const read = readCohortModel(changed(path, value));
  const found = read.ok ? evaluateCohortModel(read.value, {}) : read;
  if (found.ok) throw new Error('the model was accepted');
  expect(found.fault).toMatchObject(expected);
  for (const language of languages) expect(speakFault(found.fault, language)).not.toMatch(/undefined|\{/);
});

test('a draw in which a test finds more than everybody is named by its number, also in a later block', () => {
  const place = form.parameters.findIndex(({ name }) => name === 'sens_reader');
  const wide = changed(`/parameters/${place}`, {
    ...form.parameters[place],
    ...{ kind: 'ratio', value: 0.75, distribution: { form: 'uniform', min: 0.5, max: 1.0002 } },
  });
  const copy = JSON.parse(JSON.stringify(wide)) as { joint: unknown; start: { branches: Place[] } };
  Reflect.set(copy, 'joint', []);
  Reflect.set(copy.start.branches[0]?.node as Place, 'sensitivity', 'sens_reader*1');
  const prepared = unwrap(prepareCohort(unwrap(readCohortModel(copy)), {}));
  const drawn = drawnGiven(prepared, { from: 0, draws: 5000 }).get('sens_reader') ?? new Float64Array();
  const first = drawn.findIndex((value) => value > 1) + 1;
  expect(first).toBeGreaterThan(1000);
  expect(probabilisticChunk(prepared, { from: 0, draws: 5000 })).toMatchObject({
    fault: { kind: 'probability-out-of-range', branch: 'false negative', draw: first },
  });
});
