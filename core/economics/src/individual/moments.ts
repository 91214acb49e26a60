import { covariance, mean, variance } from '@daero/statistics/summary/moments';

/** Means of cost and effect, and sums of products of their deviations. */
export type Moments = {
  readonly n: number;
  readonly cost: number;
  readonly effect: number;
  readonly costSquares: number;
  readonly effectSquares: number;
  readonly products: number;
};

/** Moments of one group of patients. */
export function momentsOf(cost: Float64Array, effect: Float64Array): Moments {
  const n = cost.length;
  const scale = n - 1;
  return {
    n,
    cost: mean(cost),
    effect: mean(effect),
    costSquares: scale === 0 ? 0 : variance(cost) * scale,
    effectSquares: scale === 0 ? 0 : variance(effect) * scale,
    products: scale === 0 ? 0 : covariance(cost, effect) * scale,
  };
}

/** Two groups as one (Chan, Golub and LeVeque 1979): no digits are lost to large sums. */
export function together(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  const [cost, effect] = [b.cost - a.cost, b.effect - a.effect];
  const [share, weight] = [b.n / n, (a.n * b.n) / n];
  return {
    n,
    cost: a.cost + cost * share,
    effect: a.effect + effect * share,
    costSquares: a.costSquares + b.costSquares + cost * cost * weight,
    effectSquares: a.effectSquares + b.effectSquares + effect * effect * weight,
    products: a.products + b.products + cost * effect * weight,
  };
}
