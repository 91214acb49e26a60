import { fail, succeed, type Result } from '@daero/domain/result';
import { type SurvivalDistribution } from '../survival/distribution.ts';
import { type EventTime } from '../survival/event-time.ts';

/**
 * A way out of a state. `reset`: its clock starts when the state is entered (semi-Markov); `forward`: it runs from the start of the
 * simulation, and who arrives late has already survived until then.
 */
export type Transition = { readonly from: string; readonly to: string; readonly clock: 'reset' | 'forward' };

export type IndividualStrategy = {
  readonly name: string;
  /** The time of each transition, in the order of the model's transitions. */
  readonly times: readonly (SurvivalDistribution | EventTime)[];
  /** Money a year in each state, and once at each transition. */
  readonly costPerYear: readonly number[];
  readonly costAtTransition: readonly number[];
  /** QALYs a year in each state, and once at each transition (a loss is below 0). */
  readonly utility: readonly number[];
  readonly qalysAtTransition: readonly number[];
};

/** Everything that changes the numbers; nothing has a default. */
export type IndividualModel = {
  readonly states: readonly string[];
  readonly start: string;
  readonly transitions: readonly Transition[];
  readonly horizonYears: number;
  /** `annual`: (1 + r)^-t; `continuous`: exp(-r t). Both run through the years, not in steps. */
  readonly discount: {
    readonly costs: number;
    readonly effects: number;
    readonly form: 'annual' | 'continuous';
  };
  readonly strategies: readonly IndividualStrategy[];
  /** Increments are against this one. */
  readonly reference: string;
};

export type IndividualFault =
  | { readonly kind: 'individual-state-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'individual-strategy-unknown'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly kind: 'individual-list-length';
      readonly strategy: string;
      readonly list: string;
      readonly takes: number;
      readonly got: number;
    }
  | {
      readonly kind: 'individual-value';
      readonly strategy: string;
      readonly list: string;
      readonly value: number;
    }
  | { readonly kind: 'individual-horizon'; readonly years: number }
  | { readonly kind: 'individual-patients'; readonly patients: number; readonly limit: number };

/** Names, lengths and numbers of a model, before anybody is simulated. */
export function checkIndividualModel(model: IndividualModel): Result<IndividualModel, IndividualFault> {
  const { states, transitions, strategies, start, reference, horizonYears, discount } = model;
  const named = [start, ...transitions.flatMap(({ from, to }) => [from, to])];
  const unknown = named.find((name) => !states.includes(name));
  if (unknown !== undefined) return fail({ kind: 'individual-state-unknown', name: unknown, known: states });
  if (!strategies.some(({ name }) => name === reference)) {
    const known = strategies.map(({ name }) => name);
    return fail({ kind: 'individual-strategy-unknown', name: reference, known });
  }
  if (!(horizonYears > 0 && Number.isFinite(horizonYears)))
    return fail({ kind: 'individual-horizon', years: horizonYears });
  for (const rate of [discount.costs, discount.effects])
    if (!(rate >= 0 && rate < 1))
      return fail({ kind: 'individual-value', strategy: '*', list: 'discount', value: rate });
  for (const strategy of strategies) {
    const lists = {
      times: [strategy.times, transitions.length],
      costPerYear: [strategy.costPerYear, states.length],
      costAtTransition: [strategy.costAtTransition, transitions.length],
      utility: [strategy.utility, states.length],
      qalysAtTransition: [strategy.qalysAtTransition, transitions.length],
    } as const;
    for (const [list, [values, takes]] of Object.entries(lists)) {
      if (values.length !== takes)
        return fail({
          kind: 'individual-list-length',
          strategy: strategy.name,
          list,
          takes,
          got: values.length,
        });
      const wrong = values.find((value) => typeof value === 'number' && !Number.isFinite(value));
      if (typeof wrong === 'number')
        return fail({ kind: 'individual-value', strategy: strategy.name, list, value: wrong });
    }
  }
  return succeed(model);
}
