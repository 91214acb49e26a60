import { cubicBasis, type Basis } from './cubic-basis.ts';

/** Knots of one predictor, by how many there are: the products of their bases must stay few. */
const knotsFor = [10, 6, 4];

/**
 * A basis of the expected outcome given some parameters: one is a spline; two or three are all products of their splines, so that they
 * may act together in any smooth way; more are a spline each and the products of every two, taken straight.
 */
export function predictorBasis(predictors: readonly ArrayLike<number>[]): Basis {
  const knots = knotsFor[predictors.length - 1];
  if (knots !== undefined) return predictors.map((each) => cubicBasis(each, knots)).reduce(tensor);
  const straight = predictors.map(standardised);
  const products = straight.flatMap((left, i) =>
    straight.slice(i + 1).map((right) => left.map((value, row) => value * (right[row] ?? 0))),
  );
  const none = products.map(() => products.map(() => 0));
  return [...predictors.map((each) => cubicBasis(each, 6)), { columns: products, penalty: none }].reduce(
    beside,
  );
}

/** Every column of one times every column of the other; both penalties act, each brought to the same size. */
function tensor(left: Basis, right: Basis): Basis {
  const columns = left.columns.flatMap((a) =>
    right.columns.map((b) => a.map((value, row) => value * (b[row] ?? 0))),
  );
  const [sizeLeft, sizeRight] = [left, right].map(({ penalty }) => trace(penalty) || 1);
  const places = left.columns.flatMap((_, i) => right.columns.map((_column, j) => ({ i, j })));
  const penalty = places.map((a) =>
    places.map((b) => {
      const alongLeft = a.j === b.j ? (left.penalty[a.i]?.[b.i] ?? 0) / (sizeLeft ?? 1) : 0;
      const alongRight = a.i === b.i ? (right.penalty[a.j]?.[b.j] ?? 0) / (sizeRight ?? 1) : 0;
      return alongLeft + alongRight;
    }),
  );
  return { columns, penalty };
}

function beside(left: Basis, right: Basis): Basis {
  const scaled = (basis: Basis): readonly (readonly number[])[] => {
    const size = trace(basis.penalty) || 1;
    return basis.penalty.map((row) => row.map((value) => value / size));
  };
  const [a, b] = [scaled(left), scaled(right)];
  return {
    columns: [...left.columns, ...right.columns],
    penalty: [...a.map((row) => [...row, ...b.map(() => 0)]), ...b.map((row) => [...a.map(() => 0), ...row])],
  };
}

const trace = (penalty: readonly (readonly number[])[]): number =>
  penalty.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);

function standardised(values: ArrayLike<number>): Float64Array {
  const column = Float64Array.from(values);
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const spread =
    Math.sqrt(column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / column.length) || 1;
  return column.map((value) => (value - mean) / spread);
}
