import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '../distributions/normal.ts';
import { around, logistic, logit, mapLimits } from '../summary/interval.ts';
import { predictiveValues, type PredictiveValue, type Share, type TwoByTwo } from './binary-accuracy.ts';

export type PrevalenceFault =
  | { readonly kind: 'prevalence-impossible'; readonly events: number; readonly trials: number }
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number };

/**
 * PPV and NPV at a prevalence that was itself estimated, in other people than the study's.
 *
 * On the logit scale a predictive value is the logit of the prevalence plus a part of the test alone, so their variances add. A prevalence
 * stated without people behind it goes to `predictiveValues`, whose intervals are narrower for taking it as known.
 *
 * Takes    the four counts; the events and trials from which the prevalence was estimated, independent of them; level
 * Gives    ppv and npv; limits null where sensitivity or specificity is 0 or 1
 * Fails    prevalence-impossible where it is 0, 1 or no share; too-few-cases without diseased or healthy people
 * Cost     O(1)
 * Source   Mercaldo, Lau and Zhou (2007), Statistics in Medicine 26, 2170-2183, with the variance of the prevalence's logit added
 * Checked  by law: with ever more people behind the prevalence the limits become those of `predictiveValues`
 */
export function predictiveValuesUncertain(
  counts: TwoByTwo,
  { prevalence, level }: { readonly prevalence: Share; readonly level: number },
): Result<{ readonly ppv: PredictiveValue; readonly npv: PredictiveValue }, PrevalenceFault> {
  const { events, trials } = prevalence;
  if (!(events > 0 && events < trials)) return fail({ kind: 'prevalence-impossible', events, trials });
  const diseased = counts.truePositive + counts.falseNegative;
  const healthy = counts.falsePositive + counts.trueNegative;
  if (diseased === 0 || healthy === 0) return fail({ kind: 'too-few-cases', diseased, healthy });
  const known = predictiveValues(counts, { prevalence: events / trials, level });
  const z = normalReach(level);
  const ofPrevalence = 1 / events + 1 / (trials - events);
  const widened = ({ value, limits }: PredictiveValue): PredictiveValue => {
    if (limits === null) return { value, limits };
    const spread = (logit(limits.high) - logit(limits.low)) / (2 * z);
    const standardError = Math.sqrt(spread * spread + ofPrevalence);
    return { value, limits: mapLimits(around(logit(value), standardError, z), logistic) };
  };
  return succeed({ ppv: widened(known.ppv), npv: widened(known.npv) });
}
