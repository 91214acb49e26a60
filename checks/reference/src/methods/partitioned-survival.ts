import { unwrap } from '@daero/domain/result';
import { evaluatePartitionedSurvival } from '@daero/economics/partitioned-survival/evaluate';
import { z } from 'zod';
import { distributionOf } from './survival-distributions.ts';
import type { Runner } from './table.ts';

/** A number for every strategy, or one a strategy by its name. */
const perStrategy = z.union([z.number(), z.record(z.string(), z.number())]);

const inputs = z.object({
  utility: z.record(z.string(), z.number()),
  structured: z.object({
    strategies: z.array(z.object({ strategy_id: z.number(), name: z.string() })),
    states: z.array(z.object({ state_id: z.number(), name: z.string(), probability: z.string() })),
    curves: z.record(
      z.string(),
      z.looseObject({ family: z.string() }).catchall(z.union([z.string(), perStrategy])),
    ),
    time_grid: z.object({ from: z.literal(0), to: z.number(), steps: z.int(), unit: z.literal('years') }),
    integration: z.string().startsWith('trapezoid'),
    discount_rates: z.array(z.number()),
    discounting: z.enum(['continuous', 'annual']),
    costs: z.array(
      z.object({
        category: z.string(),
        per_year: z.record(z.string(), z.record(z.string(), z.number())),
      }),
    ),
  }),
});

export const partitionedSurvivalRunner: Runner = (given) => {
  const { utility, structured: asked } = inputs.parse(given.inputs);
  const curves = orderedCurves(asked.states.map(({ probability }) => probability));
  const living = asked.states.slice(0, -1);
  const run = (rate: number) =>
    unwrap(
      evaluatePartitionedSurvival({
        states: asked.states.map(({ name }) => name),
        curves,
        grid: { horizonYears: asked.time_grid.to, steps: asked.time_grid.steps },
        weights: 'half-cycle',
        discount: { costs: rate, effects: rate, form: asked.discounting, from: 'time-zero' },
        utilities: living.map(({ name }) => utility[name] ?? NaN),
        background: null,
        strategies: asked.strategies.map(({ name }) => ({
          name,
          curves: curves.map((curve) => curveFor(asked.curves[curve], name)),
          costsPerYear: Object.fromEntries(
            asked.costs.map(({ category, per_year }) => [
              category,
              living.map((state) => per_year[name]?.[state.name] ?? NaN),
            ]),
          ),
        })),
      }),
    );

  const perYear = asked.time_grid.steps / asked.time_grid.to;
  const whole = Array.from({ length: Math.floor(asked.time_grid.to) + 1 }, (_, year) => year);
  const runs = asked.discount_rates.map((rate) => ({ rate, outcomes: run(rate).outcomes }));
  const base = runs[0]?.outcomes ?? [];
  const rows = runs.flatMap(({ rate, outcomes }) =>
    outcomes.flatMap((outcome, s) =>
      outcome.byState.map((state, k) => ({
        about: {
          sample: 1,
          strategy_id: asked.strategies[s]?.strategy_id,
          patient_id: 1,
          grp_id: 1,
          state_id: living[k]?.state_id,
          dr: rate,
        },
        state,
      })),
    ),
  );
  return {
    stateprobs_yearly: base.flatMap((outcome, s) =>
      asked.states.flatMap(({ state_id }, k) =>
        whole.map((t) => ({
          strategy_id: asked.strategies[s]?.strategy_id,
          state_id,
          t,
          prob: outcome.shares[k]?.[Math.round(t * perYear)],
        })),
      ),
    ),
    qalys: rows.map(({ about, state }) => ({ ...about, qalys: state.qalys, lys: state.lifeYears })),
    costs: asked.costs.flatMap(({ category }) =>
      rows.map(({ about, state }) => ({ ...about, category, costs: state.costs[category] })),
    ),
  };
};

/** `S_pfs`, `S_os - S_pfs`, `1 - S_os`: the curves from the innermost outwards. */
const orderedCurves = (probabilities: readonly string[]): readonly string[] =>
  probabilities.slice(0, -1).map((text) => /^S_(\w+)/.exec(text)?.[1] ?? text);

function curveFor(curve: Readonly<Record<string, unknown>> | undefined, strategy: string) {
  const { family, ...parameters } = z.looseObject({ family: z.string() }).parse(curve);
  const own = Object.entries(parameters).map(([name, value]) => {
    const number = z.union([z.number(), z.record(z.string(), z.number())]).parse(value);
    return [name, typeof number === 'number' ? number : (number[strategy] ?? NaN)] as const;
  });
  return distributionOf(family, Object.fromEntries(own));
}
