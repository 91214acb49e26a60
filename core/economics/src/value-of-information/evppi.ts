import { fail, succeed, type Result } from '@daero/domain/result';
import { mean } from '@daero/statistics/summary/moments';
import { acceptability, type StrategyDraws } from '../uncertainty/acceptability.ts';
import { type Basis } from './cubic-basis.ts';
import { predictorBasis } from './predictor-basis.ts';
import { dot, smoother } from './smooth.ts';

export type PartialValue = {
  readonly willingness: number;
  /** As the regression gives it: below 0 or above perfect information by chance alone. */
  readonly raw: number;
  /** Kept between 0 and the value of perfect information, for display. */
  readonly value: number;
};
export type PartialValueFault =
  | { readonly kind: 'voi-draws-differ'; readonly draws: number; readonly predictors: number }
  | { readonly kind: 'voi-too-few-draws'; readonly draws: number; readonly least: number }
  | { readonly kind: 'voi-not-finite' };

const leastDraws = 100;

/**
 * Expected value of partial perfect information, by regression on the draws of a probabilistic analysis.
 *
 * What would it be worth to know these parameters for certain, before deciding? The expected outcome given the parameters is a
 * smooth regression of the drawn net benefit on their draws. It is linear in the outcome, so costs and effects (as differences from the
 * first strategy) are brought to the basis once each; at every price only the smoothness is chosen again.
 *
 * Takes    strategies: draws of each; parameters: one column each, row by row of the same draws; willingness: money per unit of effect
 * Gives    the value a decision, raw and kept to what is possible, at each willingness
 * Fails    voi-draws-differ when rows do not match; voi-too-few-draws below 100; voi-not-finite
 * Cost     O(draws x columns x (columns + strategies x willingness)); one parameter has 10 columns, two 36, three 64
 * Source   Strong, Oakley and Brennan (2014), Medical Decision Making 34, 311-326
 * Checked  reference/economics/sick-sicker-psa (voi 1.0.3, mgcv) within 3 % of the value of perfect information; a normal case in closed form
 */
export function evppi(
  strategies: readonly StrategyDraws[],
  parameters: readonly ArrayLike<number>[],
  willingness: readonly number[],
): Result<readonly PartialValue[], PartialValueFault> {
  const draws = strategies[0]?.cost.length ?? 0;
  if (draws < leastDraws) return fail({ kind: 'voi-too-few-draws', draws, least: leastDraws });
  const wrong = parameters.find(({ length }) => length !== draws);
  if (wrong !== undefined) return fail({ kind: 'voi-draws-differ', draws, predictors: wrong.length });
  const columns = [...parameters, ...strategies.flatMap(({ cost, effect }) => [cost, effect])];
  if (columns.some((column) => Array.prototype.some.call(column, (value) => !Number.isFinite(value))))
    return fail({ kind: 'voi-not-finite' });

  const varying = parameters.filter((column) =>
    Array.prototype.some.call(column, (value) => value !== column[0]),
  );
  if (varying.length === 0)
    return succeed(willingness.map((price) => ({ willingness: price, raw: 0, value: 0 })));
  const expected = expectedBenefit(strategies, predictorBasis(varying));
  const perfect = acceptability(strategies, willingness).evpi;
  return succeed(
    willingness.map((price, index) => {
      const raw = gainOf(expected(price), draws);
      return { willingness: price, raw, value: Math.min(Math.max(0, raw), perfect[index] ?? 0) };
    }),
  );
}

/** The raw value at one price on a basis that is there already, as for the parts of a run. The draws must be finite. */
export function valueOnBasis(strategies: readonly StrategyDraws[], basis: Basis, price: number): number {
  return gainOf(expectedBenefit(strategies, basis)(price), strategies[0]?.cost.length ?? 0);
}

/** Expected net benefit beyond that of the first strategy, given the parameters, in every draw, at a price. */
function expectedBenefit(
  strategies: readonly StrategyDraws[],
  basis: Basis,
): (price: number) => readonly Float64Array[] {
  const { scoresOf, fit } = smoother(basis);
  const [first] = strategies;
  const beyond = (own: Float64Array, other: Float64Array | undefined): Float64Array =>
    own.map((value, draw) => value - (other?.[draw] ?? NaN));
  const others = strategies.slice(1).map((own) => {
    const [cost, effect] = [beyond(own.cost, first?.cost), beyond(own.effect, first?.effect)];
    return {
      ...{ costScores: scoresOf(cost), effectScores: scoresOf(effect) },
      squares: { cost: dot(cost, cost), both: dot(cost, effect), effect: dot(effect, effect) },
    };
  });
  return (price) =>
    others.map(({ costScores, effectScores, squares }) => {
      const scores = effectScores.map((score, index) => price * score - (costScores[index] ?? NaN));
      const total = price * price * squares.effect - 2 * price * squares.both + squares.cost;
      return fit(scores, total).fitted;
    });
}

/** Mean of the best less the best of the means; the first strategy is 0 in every draw. */
function gainOf(expected: readonly Float64Array[], draws: number): number {
  const best = new Float64Array(draws);
  let bestMean = 0;
  for (const worth of expected) {
    for (let draw = 0; draw < draws; draw++) {
      const own = worth[draw] ?? NaN;
      if (own > (best[draw] ?? NaN)) best[draw] = own;
    }
    bestMean = Math.max(bestMean, mean(worth));
  }
  return mean(best) - bestMean;
}
