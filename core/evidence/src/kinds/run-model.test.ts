import type { Json } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { estimate } from '../estimate.test-fixture.ts';
import { smallCohort } from '../small-cohort.test-fixture.ts';
import { smallModel } from '../small-model.test-fixture.ts';
import type { EstimateOutput } from './outputs.ts';
import { modelParts, runModel, type ModelNodeOutput } from './run-model.ts';

const { structure, parameters } = modelParts(parse(smallModel) as Json);
const share = estimate({ events: 20, trials: 100 }, { value: 0.2 });

const run = (bound: EstimateOutput): ModelNodeOutput =>
  unwrap(
    runModel(
      structure,
      parameters.map((parameter) => ({ ...parameter, bound: parameter.estimate === null ? null : bound })),
    ),
  );

test('a model file falls into its structure and its parameters, each with the estimate it is bound to', () => {
  expect(parameters.map(({ name, estimate: of }) => [name, of])).toEqual([
    ['p_event', 'death'],
    ['p_averted', null],
    ['c_event', null],
    ['c_alert', null],
    ['q_life', null],
    ['c_expected', null],
  ]);
  expect(structure).not.toHaveProperty('parameters');
});

test('expected cost is that of the tree, by arithmetic', () => {
  const { strategies } = run({ state: 'shown', estimate: share });
  expect(strategies.map(({ name, cost }) => [name, Math.round(cost * 1e6) / 1e6])).toEqual([
    ['usual', 0.2 * 1000],
    ['alert', 100 + 0.2 * (1 - 0.1) * 1000],
  ]);
});

describe('a withheld estimate', () => {
  const shown = run({ state: 'shown', estimate: share });
  const withheld = run({ state: 'withheld', smallestCell: 10, estimate: share });

  test('still feeds the model', () => expect(withheld.strategies).toEqual(shown.strategies));

  test('is named by no row, no derived row and no bar', () => {
    const names = (of: ModelNodeOutput): readonly string[] => of.parameters.map(({ name }) => name);
    expect(names(shown)).toEqual(['p_event', 'p_averted', 'c_event', 'c_alert', 'q_life', 'c_expected']);
    expect(names(withheld)).toEqual(['p_averted', 'c_event', 'c_alert', 'q_life']);
    const bars = (of: ModelNodeOutput): readonly string[] =>
      of.shapes.flatMap((shape) =>
        shape.shape === 'tornado' ? shape.bars.map(({ parameter }) => parameter.en) : [],
      );
    expect(bars(shown)).toContain('Risk of the event');
    expect(bars(withheld)).not.toContain('Risk of the event');
    expect(bars(withheld)).toContain('Cost of an event');
  });
});

describe('a cohort model', () => {
  const parts = modelParts(parse(smallCohort) as Json);
  const evaluated = (bound: EstimateOutput): ModelNodeOutput =>
    unwrap(
      runModel(
        parts.structure,
        parts.parameters.map((parameter) => ({
          ...parameter,
          bound: parameter.estimate === null ? null : bound,
        })),
      ),
    );
  const shown = evaluated({ state: 'shown', estimate: share });

  test('runs on the estimate that its parameter is bound to', () => {
    // sick in a year 0.2 (bound), half as often with the aid; nobody is sick at the start, a sick year costs 1,000
    expect(shown.strategies.map(({ name, cost }) => [name, Math.round(cost * 1e6) / 1e6])).toEqual([
      ['alone', 200 + 360],
      ['aided', 100 + 190 + 2 * 150],
    ]);
    expect(shown.parameters.find(({ name }) => name === 'p_sick')).toMatchObject({
      value: 0.2,
      state: 'estimate',
      estimateId: 'death',
    });
    expect(shown.conventions[0]?.en).toBe('cycle of 1 year, 2 cycles (2 years)');
  });

  test('gives the estimates and the shapes of a tree, and its trace', () => {
    expect(Object.keys(shown.estimates)).toEqual(expect.arrayContaining(['incremental-cost', 'icer']));
    expect(shown.shapes.map(({ shape }) => shape)).toEqual(
      expect.arrayContaining([
        'cost-effectiveness-plane',
        'acceptability',
        'tornado',
        'value-of-information',
        'cohort-trace',
        'model-structure',
      ]),
    );
  });

  test('keeps a withheld estimate to itself: no trace, no bar', () => {
    const withheld = evaluated({ state: 'withheld', smallestCell: 10, estimate: share });
    expect(withheld.strategies).toEqual(shown.strategies);
    expect(withheld.shapes.map(({ shape }) => shape)).not.toContain('cohort-trace');
    const known = withheld.shapes.flatMap((shape) =>
      shape.shape === 'value-of-information' ? shape.parameters.map(({ parameter }) => parameter.en) : [],
    );
    expect(known).toEqual(['Cost of a sick year']);
  });
});
