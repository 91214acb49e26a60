import { fail, succeed, type Result } from '@daero/domain/result';
import { normalCdf, normalQuantile } from '@daero/statistics/distributions/normal';
import { logistic } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { type Amount } from '../model/parameter.ts';
import { below, each } from '../model/place.ts';
import { covarianceRoot, normalCorrelation, type CovarianceFault } from './correlation.ts';
import { distributionQuantile, type Distribution } from './distribution.ts';
import { drawBlocks, standardGamma } from './sampling.ts';

const names = z.array(z.string().min(1)).min(2);

/** Parameters that are drawn together. Each keeps the distribution that it states by itself. */
export const jointForm = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('correlated'),
    parameters: names,
    /** `rank`: correlations of Spearman; `normal`: those of the normal numbers behind the draws (logarithms, logits). */
    scale: z.enum(['rank', 'normal']),
    correlation: z.array(z.array(z.number().min(-1).max(1))),
  }),
  /** Estimates of one regression on its scale of estimation: each states its value, the covariance the rest. */
  z.strictObject({
    form: z.literal('multivariate-normal'),
    parameters: names,
    covariance: z.array(z.array(z.number())),
  }),
  /** Shares of one whole: beta distributions whose alpha + beta is the sum of the alphas. */
  z.strictObject({ form: z.literal('dirichlet'), parameters: names }),
]);
export type JointForm = z.output<typeof jointForm>;

/** What is believed of one parameter by itself; `bound`: what its estimate of the chain will say. */
export type Margin = Distribution | 'bound';

/** The margins of parameters as they were read; none where nothing is uncertain, or where it follows from others. */
export const marginIn =
  (parameters: readonly { readonly name: string; readonly amount: Amount }[]) =>
  (name: string): Margin | null => {
    const amount = parameters.find((one) => one.name === name)?.amount;
    if (amount?.from === 'estimate') return 'bound';
    return amount?.from === 'number' ? amount.distribution : null;
  };

export type Joint = { readonly parameters: readonly string[] } & (
  | { readonly form: 'correlated'; readonly root: readonly (readonly number[])[] }
  | { readonly form: 'dirichlet'; readonly alphas: readonly number[] }
);
export type JointFault =
  | CovarianceFault
  | { readonly kind: 'joint-covariance-margin'; readonly path: string; readonly name: string }
  | { readonly kind: 'joint-parameter'; readonly path: string; readonly name: string }
  | {
      readonly kind: 'joint-dirichlet-margins';
      readonly path: string;
      readonly name: string;
      readonly total: number;
    };

/**
 * The groups of a model file that are drawn together, with their matrices checked.
 *
 * Which uncertainties move together? Sensitivity and specificity of one device, the coefficients of one regression, the shares of one
 * whole: drawn apart they would say more than is known. Logits of a sensitivity and a specificity that come from estimates of the chain
 * and are correlated on the normal scale are the bivariate logit-normal of accuracy studies.
 *
 * Takes    forms: of the file; marginOf: what each parameter states or is bound to, null where nothing
 * Gives    groups
 * Fails    joint-parameter without a distribution or in two groups; covariance-not-positive-definite; joint-covariance-margin;
 *          joint-dirichlet-margins
 * Cost     O(n^3) a group of n
 * Source   Briggs, Claxton and Sculpher (2006), ch. 4.3; rank correlation by a normal copula: Clemen and Reilly (1999), Management Science 45, 208-224
 * Checked  reference/economics/psa-distributions (root, correlation of ranks); uncertainty/joint.test.ts
 */
export function readJoint(
  forms: readonly JointForm[],
  marginOf: (name: string) => Margin | null,
): Result<readonly Joint[], JointFault> {
  const taken = new Set<string>();
  return each(forms, (form, index): Result<Joint, JointFault> => {
    const path = below('/joint', index);
    const { parameters } = form;
    for (const [place, name] of parameters.entries()) {
      if (marginOf(name) === null || taken.has(name))
        return fail({ kind: 'joint-parameter', path: below(path, 'parameters', place), name });
      taken.add(name);
    }
    if (form.form === 'dirichlet') return readDirichlet(parameters, path, marginOf);
    if (form.form === 'multivariate-normal') return readMultivariate(form, path, marginOf);
    const place = below(path, 'correlation');
    const { correlation, scale } = form;
    const size = parameters.length;
    const own = correlation.findIndex((row, i) => row.length !== size || row[i] !== 1);
    if (correlation.length !== size || own >= 0)
      return fail({ kind: 'covariance-not-positive-definite', path: place, row: Math.max(1, own + 1) });
    const normal = correlation.map((row, i) =>
      row.map((value, j) => (i === j || scale === 'normal' ? value : normalCorrelation(value))),
    );
    const root = covarianceRoot(normal, place);
    return root.ok ? succeed({ form: 'correlated', parameters, root: root.value }) : root;
  });
}

function readMultivariate(
  { parameters, covariance }: Extract<JointForm, { form: 'multivariate-normal' }>,
  path: string,
  marginOf: (name: string) => Margin | null,
): Result<Joint, JointFault> {
  const place = below(path, 'covariance');
  if (covariance.length !== parameters.length)
    return fail({ kind: 'covariance-not-positive-definite', path: place, row: covariance.length });
  const checked = covarianceRoot(covariance, place);
  if (!checked.ok) return checked;
  const sd = covariance.map((row, i) => Math.sqrt(row[i] ?? NaN));
  const wrong = parameters.findIndex((name, i) => {
    const margin = marginOf(name);
    const own = margin === 'bound' || margin?.form !== 'normal' ? NaN : margin.sd;
    return !(Math.abs(own / (sd[i] ?? NaN) - 1) <= 1e-6);
  });
  if (wrong >= 0) {
    const name = parameters[wrong] ?? '';
    return fail({ kind: 'joint-covariance-margin', path: below(path, 'parameters', wrong), name });
  }
  const root = checked.value.map((row, i) => row.map((value) => value / (sd[i] ?? NaN)));
  return succeed({ form: 'correlated', parameters, root });
}

function readDirichlet(
  parameters: readonly string[],
  path: string,
  marginOf: (name: string) => Margin | null,
): Result<Joint, JointFault> {
  const margins = parameters.map((name) => {
    const margin = marginOf(name);
    return margin === 'bound' ? null : margin; // shares of one whole are stated together, or not at all
  });
  const alphas = margins.map((margin) => (margin?.form === 'beta' ? margin.alpha : NaN));
  const total = alphas.reduce((sum, alpha) => sum + alpha, 0);
  const wrong = margins.findIndex(
    (margin) => margin?.form !== 'beta' || !(Math.abs(margin.alpha + margin.beta - total) <= 1e-9 * total),
  );
  if (wrong < 0) return succeed({ form: 'dirichlet', parameters, alphas });
  const name = parameters[wrong] ?? '';
  return fail({ kind: 'joint-dirichlet-margins', path: below(path, 'parameters', wrong), name, total });
}

/** Draws of a group, a column a parameter; whole blocks, as those of a single parameter. */
export function sampleJoint(
  joint: Joint,
  distributions: readonly Distribution[],
  { draws, seed, from }: { readonly draws: number; readonly seed: number; readonly from: number },
): readonly Float64Array[] {
  const columns = joint.parameters.map(() => new Float64Array(draws));
  const fresh = new Float64Array(columns.length);
  drawBlocks(draws, { seed, name: `joint ${joint.parameters.join(' ')}`, from }, (uniform, draw) => {
    if (joint.form === 'dirichlet') {
      joint.alphas.forEach((alpha, index) => (fresh[index] = standardGamma(alpha, uniform)));
      const sum = fresh.reduce((total, value) => total + value, 0);
      columns.forEach((column, index) => (column[draw] = (fresh[index] ?? NaN) / sum));
      return 0;
    }
    for (let index = 0; index < fresh.length; index++) fresh[index] = normalQuantile(uniform());
    columns.forEach((column, index) => {
      const row = joint.root[index] ?? [];
      const value = row.reduce((sum, weight, j) => sum + weight * (fresh[j] ?? 0), 0);
      const distribution = distributions[index];
      column[draw] = distribution === undefined ? NaN : fromNormal(distribution, value);
    });
    return 0;
  });
  return columns;
}

/** Columns of every parameter that is drawn together with others, by name. */
export function drawJoint(
  joints: readonly Joint[],
  parameters: readonly { readonly name: string; readonly distribution: Distribution | null }[],
  at: { readonly draws: number; readonly seed: number; readonly from: number },
): Map<string, Float64Array> {
  const drawn = new Map<string, Float64Array>();
  for (const joint of joints) {
    const own = joint.parameters.flatMap(
      (name) => parameters.find((one) => one.name === name)?.distribution ?? [],
    );
    const columns = sampleJoint(joint, own, at);
    joint.parameters.forEach((name, index) => drawn.set(name, columns[index] ?? Float64Array.of(NaN)));
  }
  return drawn;
}

/** The value whose rank is that of a standard normal number. */
function fromNormal(distribution: Distribution, z: number): number {
  switch (distribution.form) {
    case 'normal':
      return distribution.mean + distribution.sd * z;
    case 'lognormal':
      return Math.exp(distribution.meanlog + distribution.sdlog * z);
    case 'logit-normal':
      return logistic(distribution.mu + distribution.sigma * z);
    default:
      return distributionQuantile(distribution, normalCdf(z));
  }
}
