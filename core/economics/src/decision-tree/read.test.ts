import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { canonicalJson } from '@daero/domain/canonical';
import { unwrap, type Fault } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { bindings, estimateNames } from './model.ts';
import { evaluateDecisionModel } from './evaluate.ts';
import { decisionModelForm, decisionModelJsonSchema } from './model-form.ts';
import { readDecisionModel } from './read.ts';

const project = resolve(import.meta.dirname, '../../../..');
const file = resolve(project, 'examples/icu-early-warning/model.yaml');
const example = (): unknown => parse(readFileSync(file, 'utf8'));

/** The example with one place changed; `undefined` takes it away. */
function withChange(pointer: string, value: unknown): unknown {
  const json = example();
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((at, step) => Reflect.get(at as object, step), json);
  if (value === undefined) Reflect.deleteProperty(holder as object, last);
  else Reflect.set(holder as object, last, value);
  return json;
}

function faultOf(json: unknown): Fault {
  const model = readDecisionModel(json);
  if (model.ok) throw new Error('the model was accepted');
  for (const language of ['ko', 'en'] as const)
    expect(speakFault(model.fault, language)).not.toMatch(/undefined|\{/);
  return model.fault;
}

test('the example is a model, and says what it needs and gives', () => {
  const model = readDecisionModel(example());
  if (!model.ok) throw new Error(speakFault(model.fault, 'en'));
  expect(bindings(model.value)).toEqual(['prevalence', 'sens-5', 'spec-5']);
  expect(estimateNames(model.value)).toEqual([
    ...['cost-usual', 'qaly-usual', 'cost-alert', 'qaly-alert'],
    ...['incremental-cost', 'incremental-qaly', 'icer', 'net-benefit', 'probability-cost-effective'],
  ]);
  const stated = model.value.parameters.filter(({ source }) => source.state === 'assumption');
  expect(stated.every(({ source }) => source.state === 'assumption' && source.by === 'example authors')).toBe(
    true,
  );
  expect(stated).toHaveLength(10);
});

/** A decision among so many ends. */
function wide(branches: number): object {
  const names = Array.from({ length: branches }, (_, index) => `end-${index}`);
  return {
    ...{ type: 'decision', name: 'many' },
    branches: names.map((name) => ({ name, node: { type: 'leaf', name } })),
  };
}

const alert = '/root/branches/1/node';
const faults: readonly (readonly [string, string, unknown, object])[] = [
  ['a field that is not there', '/priceYear', undefined, { kind: 'model-field-missing', path: '/priceYear' }],
  ['a field too many', '/colour', 'red', { kind: 'model-field-unknown', path: '/colour' }],
  ['money in another currency', '/currency', 'USD', { kind: 'model-field', path: '/currency' }],
  ['a text in one language', '/title', { ko: '제목' }, { kind: 'model-field-missing', path: '/title/en' }],
  ['a day that is none', '/parameters/3/source/on', '2026-02-30', { kind: 'model-field' }],
  [
    'a name given twice',
    '/parameters/4/name',
    'p_averted',
    { kind: 'model-name-twice', path: '/parameters/4/name' },
  ],
  [
    'a word of the language as name',
    '/parameters/4/name',
    'exp',
    { kind: 'model-name-reserved', path: '/parameters/4/name' },
  ],
  [
    'a misspelt parameter',
    '/parameters/13/expression',
    'c_day * day_stay',
    {
      kind: 'expression-unknown-name',
      column: 9,
      name: 'day_stay',
      nearest: ['days_stay'],
      source: 'c_day * day_stay (/parameters/13/expression)',
    },
  ],
  [
    'a parameter defined by itself',
    '/parameters/13/expression',
    'c_stay',
    { kind: 'definition-circular', path: '/parameters/13', names: ['c_stay'] },
  ],
  [
    'more than a thousand million cells',
    '/root',
    wide(600),
    { kind: 'tree-too-large', path: '/root', strategies: 600, nodes: 601 },
  ],
  [
    'a broken expression',
    `${alert}/branches/0/probability`,
    'p_death +',
    { kind: 'expression-operand', column: 10 },
  ],
  [
    'two values for one parameter',
    '/parameters/13/value',
    5,
    { kind: 'parameter-needs-one-value', name: 'c_stay' },
  ],
  [
    'no value',
    '/parameters/4/distribution',
    undefined,
    { kind: 'parameter-needs-one-value', name: 'c_alerting' },
  ],
  ['no source', '/parameters/4/source', undefined, { kind: 'parameter-without-source', name: 'c_alerting' }],
  [
    'a probability above 1',
    '/parameters/3/value',
    1.2,
    { kind: 'parameter-out-of-range', value: 1.2, high: 1, draw: 0 },
  ],
  [
    'a unit nobody converts',
    '/parameters/8/unit',
    'hours',
    { kind: 'parameter-unit-unknown', unit: 'hours' },
  ],
  [
    'money of another country',
    '/parameters/7/unit',
    'USD per day',
    { kind: 'parameter-unit-unknown', unit: 'USD per day' },
  ],
  [
    'a unit of another kind',
    '/parameters/8/unit',
    'KRW',
    { kind: 'parameter-unit-of-kind', parameterKind: 'duration', takes: 'day | year' },
  ],
  [
    'a spread that no beta has',
    '/parameters/3/distribution/sd',
    0.9,
    { kind: 'distribution-parameters', path: '/parameters/3/distribution', form: 'beta' },
  ],
  [
    'a probability that can leave its range',
    '/parameters/3/distribution',
    { form: 'normal', mean: 0.05, sd: 0.02 },
    { kind: 'distribution-leaves-kind', parameterKind: 'probability' },
  ],
  [
    'days added to money',
    '/parameters/13/expression',
    'c_day * days_stay + days_stay',
    { kind: 'model-units-mixed', left: 'KRW', right: 'day', path: '/parameters/13/expression' },
  ],
  [
    'a cost that is a cost per day',
    '/parameters/13/expression',
    'c_day',
    { kind: 'model-units-mixed', left: 'KRW per day', right: 'KRW' },
  ],
  [
    'money paid in QALYs',
    '/root/branches/0/payoffs/cost',
    'q_survivor',
    { kind: 'model-payoff-unit', outcome: 'cost', takes: 'KRW', found: 'QALY' },
  ],
  [
    'a cost as probability',
    `${alert}/branches/0/probability`,
    'c_day',
    { kind: 'model-not-a-probability', found: 'KRW per day' },
  ],
  [
    'a count as probability',
    `${alert}/branches/0/probability`,
    'n_responses',
    { kind: 'model-not-a-probability', found: 'count' },
  ],
  [
    'an outcome nobody declared',
    '/root/branches/0/payoffs',
    { costs: 1 },
    { kind: 'model-outcome-unknown', name: 'costs', nearest: ['cost'] },
  ],
  [
    'two branches of one name',
    '/root/branches/1/name',
    'usual',
    { kind: 'model-name-twice', path: '/root/branches/1/name' },
  ],
  [
    'two complements',
    `${alert}/branches/0/probability`,
    'complement',
    { kind: 'chance-two-complements', path: alert },
  ],
  [
    'a reference that is no strategy',
    '/reference',
    'nothing',
    { kind: 'model-strategy-unknown', known: ['usual', 'alert'] },
  ],
  ['a willingness outside its range', '/analyses/willingness/stated', 5, { kind: 'model-willingness' }],
  [
    'a tornado of nothing known',
    '/analyses/tornado',
    ['p_avert'],
    { kind: 'model-parameter-unknown', name: 'p_avert', nearest: ['p_averted', 'q_averted', 'c_alerting'] },
  ],
];

describe('faults name the place in the file and what to do', () => {
  test.each(faults)('%s', (_name, pointer, value, expected) => {
    expect(faultOf(withChange(pointer, value))).toMatchObject(expected);
  });

  test('a certain parameter in the tornado needs a stated range', () => {
    const json = withChange('/parameters/4', {
      ...{ name: 'c_alerting', label: { ko: '비용', en: 'Cost' }, kind: 'cost', value: 9000 },
      source: { literature: { ko: '가격표', en: 'Price list' }, year: 2026 },
    });
    Reflect.set(Reflect.get(json as object, 'analyses') as object, 'tornado', ['c_alerting']);
    expect(faultOf(json)).toMatchObject({ kind: 'model-range-not-stated', name: 'c_alerting' });
  });

  test('one strategy is no comparison', () => {
    const json = example();
    const branches = Reflect.get(Reflect.get(json as object, 'root') as object, 'branches') as unknown[];
    branches.pop();
    expect(faultOf(json)).toMatchObject({ kind: 'model-one-strategy', count: 1 });
  });

  test('choices that combine to more policies than anyone compares are refused before they are listed', () => {
    const decision = (depth: number): unknown =>
      depth === 0
        ? { type: 'leaf', name: 'end' }
        : {
            ...{ type: 'decision', name: `d${depth}` },
            branches: [
              { name: 'stop', node: { type: 'leaf', name: 'stopped' } },
              { name: 'on', node: decision(depth - 1) },
            ],
          };
    expect(faultOf(withChange('/root', decision(40)))).toMatchObject({
      kind: 'model-too-many-policies',
      count: 2 ** 40,
    });
  });

  test.each([[null], [[]], ['text'], [{ kind: 'cohort' }]])('%j is not a model', (json) => {
    expect(faultOf(json)).toMatchObject({ kind: expect.stringMatching(/^model-field/) as string });
  });

  test('a hostile depth is refused and does not exhaust the stack', () => {
    let root: unknown = { type: 'leaf', name: 'end' };
    for (let depth = 0; depth < 100_000; depth++)
      root = { type: 'decision', name: `d${depth}`, branches: [{ name: 'on', node: root }] };
    expect(faultOf(withChange('/root', root))).toMatchObject({ kind: 'model-too-deep' });
  });
});

describe('text, file and model', () => {
  const published = resolve(project, 'core/economics/decision-tree-model.schema.json');

  test('the published JSON Schema is that of the code (written again by vitest -u), and takes the example', async () => {
    await expect(`${JSON.stringify(decisionModelJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
    const ascii = JSON.stringify(decisionModelJsonSchema())
      .replaceAll('\\\\p{L}', 'A-Za-z')
      .replaceAll('\\\\p{N}', '0-9');
    const schema = z.fromJSONSchema(JSON.parse(ascii));
    expect(schema.safeParse(example()).error).toBeUndefined();
    expect(schema.safeParse(withChange('/root/type', 'guess')).success).toBe(false);
  });

  test('the model written out reads back to the same model', () => {
    const model = unwrap(readDecisionModel(example()));
    const again = unwrap(readDecisionModel(JSON.parse(JSON.stringify(model.file))));
    expect(canonicalJson(again.file)).toBe(canonicalJson(model.file));
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });

  test('definitions may stand in any order', () => {
    const path = resolve(project, 'examples/economics/test-then-act/model.yaml');
    const form = decisionModelForm.parse(parse(readFileSync(path, 'utf8')));
    const few = { ...form, analyses: { ...form.analyses, probabilistic: { draws: 200, seed: 7 } } };
    const turned = { ...few, parameters: [...few.parameters].reverse() };
    const [there, back] = [few, turned].map((file) =>
      unwrap(evaluateDecisionModel(unwrap(readDecisionModel(file)), {})),
    );
    expect(back?.strategies).toEqual(there?.strategies);
    expect(back?.estimates).toEqual(there?.estimates);
  });
});
