import { fail, succeed, type Fault, type Result } from '@daero/domain/result';

export type GridAxis = {
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
  readonly points: number;
};
export type TwoWayGrid = {
  /** Values of the two parameters, rising. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** By value of the first, then of the second: what each strategy is worth there, in their order. */
  readonly worth: readonly (readonly (readonly number[])[])[];
  /** By the same: the place of the strategy that is worth most; of equals the one named first. */
  readonly best: readonly (readonly number[])[];
};
export type GridFault =
  | {
      readonly kind: 'grid-axis';
      readonly parameter: string;
      readonly low: number;
      readonly high: number;
      readonly points: number;
    }
  | { readonly kind: 'grid-same-parameter'; readonly parameter: string };

const mostPoints = 101;

/**
 * Two-way sensitivity analysis: which strategy is best at each pair of values of two parameters.
 *
 * Where does the decision turn when two things are doubtful at once, such as price and sensitivity? Worth should be a net benefit;
 * everything else stays at its base value, so the two are taken as unrelated.
 *
 * Takes    axes: two parameters with the ends of their ranges and 2 to 101 points each; result: worth of every strategy with both replaced
 * Gives    the points of both axes, ends included; worth by point and strategy; the best strategy at each point
 * Fails    grid-axis, grid-same-parameter; as result does, at the first pair that it refuses
 * Cost     one evaluation of all strategies a pair
 * Source   Briggs, Claxton and Sculpher (2006), ch. 1; Briggs, Weinstein, Fenwick et al. (2012), Value in Health 15, 835-842
 * Checked  uncertainty/two-way.test.ts: a line where two strategies are worth the same, and one-way analysis along the edges
 */
export function twoWay<Trouble extends Fault>(
  [along, across]: readonly [GridAxis, GridAxis],
  result: (instead: ReadonlyMap<string, number>) => Result<readonly number[], Trouble>,
): Result<TwoWayGrid, GridFault | Trouble> {
  for (const { parameter, low, high, points } of [along, across]) {
    const sound = Number.isFinite(low) && Number.isFinite(high) && low < high;
    if (!sound || !Number.isInteger(points) || points < 2 || points > mostPoints)
      return fail({ kind: 'grid-axis', parameter, low, high, points });
  }
  if (along.parameter === across.parameter)
    return fail({ kind: 'grid-same-parameter', parameter: along.parameter });

  const [first, second] = [pointsOf(along), pointsOf(across)];
  const worth: (readonly number[])[][] = [];
  for (const a of first) {
    const row: (readonly number[])[] = [];
    for (const b of second) {
      const found = result(
        new Map([
          [along.parameter, a],
          [across.parameter, b],
        ]),
      );
      if (!found.ok) return found;
      row.push(found.value);
    }
    worth.push(row);
  }
  const best = worth.map((row) => row.map((values) => values.indexOf(Math.max(...values))));
  return succeed({ first, second, worth, best });
}

const pointsOf = ({ low, high, points }: GridAxis): readonly number[] =>
  Array.from({ length: points }, (_none, at) =>
    at === points - 1 ? high : low + ((high - low) * at) / (points - 1),
  );
