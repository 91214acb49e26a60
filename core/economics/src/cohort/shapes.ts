import { print } from '@daero/domain/expression/print';
import { type CohortTraceShape, type ModelStructureShape } from '@daero/domain/shape';
import { type CohortModel } from './model.ts';
import { type StrategyTrace } from './evaluate.ts';

/** States in the order of the file, with every passage as it is written. */
export const cohortStructureShape = (
  model: Pick<CohortModel, 'title' | 'structure' | 'stateLabels'>,
): ModelStructureShape => ({
  shape: 'model-structure',
  label: model.title,
  drawing: {
    form: 'states',
    moves: 'by-cycle',
    states: model.structure.states.map(({ name, tunnels }, index) => ({
      label: model.stateLabels[index] ?? { ko: name, en: name },
      tunnels,
    })),
    passages: model.structure.rows.flat().map(({ from, to, probability }) => ({
      ...{ from, to },
      amount: probability === 'rest' ? 'rest' : print(probability.expression),
    })),
  },
});

/** Where the cohort of each strategy is at each point, in the base case. */
export const cohortTraceShape = (
  model: Pick<CohortModel, 'stateLabels' | 'strategies'>,
  years: readonly number[],
  traces: readonly StrategyTrace[],
): CohortTraceShape => ({
  shape: 'cohort-trace',
  label: { ko: '코호트의 분포', en: 'Cohort trace' },
  states: model.stateLabels,
  years,
  strategies: traces.map(({ strategy, occupancy }) => ({
    name: model.strategies.find(({ name }) => name === strategy)?.label ?? { ko: strategy, en: strategy },
    occupancy,
  })),
});
