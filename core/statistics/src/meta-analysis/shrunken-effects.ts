import { tau2, type Tau2Estimator } from './tau2.ts';
import { weightedAt, type Studies } from './weighted.ts';

export type ShrunkenEffects = { readonly effects: Float64Array; readonly standardErrors: Float64Array };

/**
 * The best guess at each study's own effect, drawn towards the mean of all (BLUP).
 *
 * What is true of this site, knowing its own result and those of the others? The less a site's result is worth, the more it is drawn in.
 *
 * Takes    studies, and an estimator of the variance between them
 * Gives    an effect and standard error a study
 * Fails    never
 * Cost     O(k) after the estimator
 * Source   Raudenbush and Bryk (1985), J Educ Stat 10, 75-98
 * Checked  reference case of the method meta-analysis with BLUPs
 */
export function shrunkenEffects(studies: Studies, estimator: Tau2Estimator): ShrunkenEffects {
  const between = tau2(studies, estimator);
  const { estimate, sumWeights } = weightedAt(studies, between);
  const trust = studies.variances.map((variance) => between / (between + variance));
  return {
    effects: trust.map((share, i) => share * (studies.effects[i] ?? NaN) + (1 - share) * estimate),
    standardErrors: trust.map((share, i) =>
      Math.sqrt(share * (studies.variances[i] ?? NaN) + ((1 - share) * (1 - share)) / sumWeights),
    ),
  };
}
