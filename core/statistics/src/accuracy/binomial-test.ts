import { binomialAtLeast, binomialAtMost, binomialMass } from '../distributions/binomial.ts';

export type Alternative = 'two-sided' | 'greater' | 'less';

/**
 * Exact p-value of a proportion against a stated one.
 *
 * How likely is a result at least this far from what p0 leads one to expect? Two-sided: the sum of the probabilities of
 * all results not more likely than the one observed (likelier by less than 1e-7 counts as equal).
 *
 * Takes    events and trials: whole numbers, 0 <= events <= trials; p0 in [0, 1]
 * Gives    p in [0, 1]
 * Fails    never
 * Cost     O(trials) two-sided, O(1) one-sided
 * Source   Clopper and Pearson (1934), Biometrika 26, 404-413; two-sided rule as in R binom.test
 * Checked  reference cases of the method binomial-interval
 */
export function binomialTest(
  events: number,
  trials: number,
  { p0, alternative }: { readonly p0: number; readonly alternative: Alternative },
): number {
  if (alternative === 'greater') return binomialAtLeast(events, trials, p0);
  if (alternative === 'less') return binomialAtMost(events, trials, p0);
  const limit = binomialMass(events, trials, p0) * (1 + 1e-7);
  let p = 0;
  for (let x = 0; x <= trials; x += 1) {
    const mass = binomialMass(x, trials, p0);
    if (mass <= limit) p += mass;
  }
  return Math.min(1, p);
}
