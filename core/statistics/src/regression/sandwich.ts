import { timesMatrix, type Matrix } from './cholesky.ts';
import { crossProducts, type LogisticDesign, type LogisticFit } from './logistic.ts';

export type RobustForm = 'HC0' | 'HC1' | 'HC3';

/**
 * Covariance of logistic coefficients that stays right when the variance of the outcome is not that of the model.
 *
 * HC1 is HC0 times n/(n - k); HC3 divides each residual by 1 - its leverage, and is the cautious one in small samples.
 *
 * Takes    the fit and the design it came from
 * Gives    the covariance, in the order of the terms
 * Fails    never
 * Cost     O(n p^2)
 * Source   Huber (1967); White (1980), Econometrica 48, 817-838; MacKinnon and White (1985), J Econometrics 29, 305-325
 * Checked  reference case of the method glm-logistic
 */
export function sandwich(fit: LogisticFit, { outcome, terms }: LogisticDesign, form: RobustForm): Matrix {
  const n = outcome.length;
  const squares = fit.fitted.map((risk, i) => {
    const residual = (outcome[i] ?? NaN) - risk;
    const kept = form === 'HC3' ? 1 - leverage(fit, terms, i) : 1;
    return (residual * residual) / (kept * kept);
  });
  const factor = form === 'HC1' ? n / (n - terms.length) : 1;
  return around(fit.covariance, crossProducts(terms, squares), factor);
}

/**
 * Covariance of logistic coefficients for rows that come in clusters (patients of one ward, readings of one reader).
 *
 * Few clusters make it too small: below some forty, say so.
 *
 * Takes    the fit, the design it came from, and the label of each row's cluster
 * Gives    the covariance with the factor G/(G - 1) (n - 1)/(n - k)
 * Fails    never
 * Cost     O(n p + G p^2)
 * Source   Liang and Zeger (1986), Biometrika 73, 13-22; Cameron and Miller (2015), J Human Resources 50, 317-372
 * Checked  reference case of the method glm-logistic
 */
export function clusterSandwich(
  fit: LogisticFit,
  { outcome, terms }: LogisticDesign,
  clusters: readonly string[],
): Matrix {
  const order = new Map([...new Set(clusters)].map((cluster, index) => [cluster, index]));
  const scores = terms.map((term) => {
    const sums = new Float64Array(order.size);
    fit.fitted.forEach((risk, i) => {
      const cluster = order.get(clusters[i] ?? '') ?? NaN;
      sums[cluster] = (sums[cluster] ?? NaN) + (term[i] ?? NaN) * ((outcome[i] ?? NaN) - risk);
    });
    return sums;
  });
  const [n, k, groups] = [outcome.length, terms.length, order.size];
  const factor = (groups / (groups - 1)) * ((n - 1) / (n - k));
  return around(fit.covariance, crossProducts(scores, new Float64Array(groups).fill(1)), factor);
}

const around = (bread: Matrix, filling: Matrix, factor: number): Matrix =>
  timesMatrix(timesMatrix(bread, filling), bread).map((row) => row.map((cell) => cell * factor));

/** w x'(X'WX)^-1 x: how far a row pulls its own fitted value. */
function leverage(fit: LogisticFit, terms: readonly ArrayLike<number>[], i: number): number {
  const risk = fit.fitted[i] ?? NaN;
  const x = terms.map((term) => term[i] ?? NaN);
  const form = fit.covariance.reduce(
    (total, row, j) => total + (x[j] ?? NaN) * row.reduce((sum, cell, k) => sum + cell * (x[k] ?? NaN), 0),
    0,
  );
  return risk * (1 - risk) * form;
}
