import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { comparedStrategies, type Named } from '../decision-tree/model.ts';
import { netBenefit } from '../incremental/comparison.ts';
import { type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { threshold } from '../uncertainty/threshold.ts';
import { type Outcome } from '../verification/battery.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { manyOutcomes } from './many-outcomes.ts';

export type TurningPoint = {
  readonly parameter: string;
  readonly label: Text;
  readonly unit: string;
  readonly strategy: Named;
  readonly base: number;
  /** Where it was looked for. */
  readonly low: number;
  readonly high: number;
  /** Net benefit over the reference at both ends. */
  readonly atLow: number;
  readonly atHigh: number;
  /** The value at which the strategy is worth as much as the reference; null where the ends lie on one side. */
  readonly at: number | null;
};

/**
 * Threshold analysis of a model: for each parameter and comparison, the value at which the decision turns.
 *
 * How far may this number be off before another strategy is the better one? Each parameter moves alone within the range that the file
 * states, else within the 95 % limits of what is believed; beyond it nothing was looked for.
 *
 * Takes    model and the estimates it is bound to
 * Gives    a row for each parameter of the analysis and each strategy but the reference, those that turn first, nearest to the base case first
 * Fails    as the model does at the end of a range
 * Cost     two evaluations a parameter, some 60 more where it turns
 * Source   Briggs, Claxton and Sculpher (2006), ch. 1; Briggs, Weinstein, Fenwick et al. (2012), Value in Health 15, 835-842
 * Checked  analyses/analyses.test.ts: a linear model in closed form; at the value found both are worth the same
 */
export function turningPoints(
  economicModel: EconomicModel,
  estimates: Estimates,
): Result<readonly TurningPoint[]> {
  const { model } = economicModel;
  const ready = modelUnderTest(economicModel, estimates);
  if (!ready.ok) return ready;
  const { evaluate, parameters } = ready.value;
  const asked = (model.sets.thresholds ?? model.tornado).flatMap(({ parameter, range }) => {
    const known = parameters.find(({ name }) => name === parameter);
    if (known === undefined) return [];
    const { low, high } = range ?? known;
    return low < high ? [{ parameter, low, high, base: known.base }] : [];
  });
  const ends = manyOutcomes(
    economicModel,
    estimates,
    asked.flatMap(({ parameter, low, high }) => [new Map([[parameter, low]]), new Map([[parameter, high]])]),
  );
  if (!ends.ok) return ends;
  const gainOf = (outcomes: readonly Outcome[], strategy: Named): number => {
    const worth = (name: string): number => {
      const own = outcomes.find((one) => one.strategy === name);
      return own === undefined ? NaN : netBenefit(own.cost, own.effect, model.willingness.stated);
    };
    return worth(strategy.name) - worth(model.reference.name);
  };
  const rows = asked.flatMap(({ parameter, low, high, base }, index) =>
    comparedStrategies(model).map((strategy): TurningPoint => {
      const at = threshold(
        (value) => {
          if (value === low) return gainOf(ends.value[2 * index] ?? [], strategy);
          if (value === high) return gainOf(ends.value[2 * index + 1] ?? [], strategy);
          const found = evaluate(new Map([[parameter, value]]));
          return found.ok ? gainOf(found.value, strategy) : NaN;
        },
        { low, high, target: 0 },
      );
      const { label, unit } = model.parameters.find(({ name }) => name === parameter) ?? {
        label: { ko: parameter, en: parameter },
        unit: '',
      };
      return {
        ...{ parameter, label, unit, strategy: { name: strategy.name, label: strategy.label } },
        ...{ base, low, high, at },
        atLow: gainOf(ends.value[2 * index] ?? [], strategy),
        atHigh: gainOf(ends.value[2 * index + 1] ?? [], strategy),
      };
    }),
  );
  return succeed([...rows].sort((a, b) => distance(a) - distance(b)));
}

/** How far the decision is from turning, in parts of the range; what does not turn comes last. */
const distance = ({ at, base, low, high }: TurningPoint): number =>
  at === null ? Infinity : Math.abs(at - base) / (high - low);
