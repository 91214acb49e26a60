import { succeed, fail, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { betaQuantile } from '../distributions/beta.ts';
import { normalCdf, normalDensity, normalQuantile, normalReach } from '../distributions/normal.ts';
import { around, logistic, logit, mapLimits, type Limits } from '../summary/interval.ts';

export const binomialIntervals = [
  'wilson',
  'wilson-continuity',
  'clopper-pearson',
  'jeffreys',
  'agresti-coull',
  'wald',
  'logit',
  'probit',
  'cloglog',
] as const;
export type BinomialInterval = (typeof binomialIntervals)[number];

export type BinomialFault = {
  readonly kind: 'counts-impossible';
  readonly events: number;
  readonly trials: number;
};

/**
 * Interval for a proportion, by the named form.
 *
 * Which true proportions are compatible with so many events in so many trials? Wald and Agresti-Coull limits can leave
 * [0, 1] and are given as they come; Wald has no width at 0 or all events. Logit, probit and complementary log-log
 * have no estimate there and give the Clopper-Pearson limits instead.
 *
 * Takes    events and trials: whole numbers, 0 <= events <= trials, trials >= 1; level: two-sided coverage
 * Gives    low and high on the scale of the proportion
 * Fails    counts-impossible
 * Cost     O(1)
 * Source   Wilson (1927); Clopper and Pearson (1934); Agresti and Coull (1998), American Statistician 52, 119-126;
 *          Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133 (Jeffreys, ends set to 0 and 1);
 *          Newcombe (1998), Statistics in Medicine 17, 857-872 (continuity, limited to |events - trials/2| as in R prop.test)
 * Checked  reference cases of the methods binomial-interval and sens-spec-interval
 */
export function binomialInterval(
  events: number,
  trials: number,
  { form, level }: { readonly form: BinomialInterval; readonly level: number },
): Result<Limits, BinomialFault> {
  const possible =
    Number.isInteger(events) && Number.isInteger(trials) && trials >= 1 && events >= 0 && events <= trials;
  if (!possible) return fail({ kind: 'counts-impossible', events, trials });
  return succeed(limits({ x: events, n: trials, p: events / trials, level, z: normalReach(level) }, form));
}

type Counts = {
  readonly x: number;
  readonly n: number;
  readonly p: number;
  readonly level: number;
  readonly z: number;
};

function limits(counts: Counts, form: BinomialInterval): Limits {
  const { x, n, p, z } = counts;
  switch (form) {
    case 'wilson':
      return wilsonLimits(x, n, z);
    case 'wilson-continuity':
      return wilsonWithContinuity(counts);
    case 'clopper-pearson':
      return clopperPearson(counts);
    case 'jeffreys':
      return jeffreys(counts);
    case 'agresti-coull': {
      const [trials, events] = [n + z * z, x + (z * z) / 2];
      const centre = events / trials;
      return around(centre, Math.sqrt((centre * (1 - centre)) / trials), z);
    }
    case 'wald':
      return around(p, Math.sqrt((p * (1 - p)) / n), z);
    case 'logit':
      return onScale(counts, logit, logistic, 1 / (p * (1 - p)));
    case 'probit':
      return onScale(counts, normalQuantile, normalCdf, 1 / normalDensity(normalQuantile(p)));
    case 'cloglog':
      return onScale(
        counts,
        (q) => Math.log(-Math.log(q)),
        (y) => Math.exp(-Math.exp(y)),
        1 / (p * Math.log(p)),
      );
    default:
      return unreachable(form);
  }
}

/** Wilson's limits, also for counts that are not whole (corrected, or an effective number of people). */
export const wilsonLimits = (x: number, n: number, z: number): Limits => ({
  low: x === 0 ? 0 : wilson(x / n, n, -z),
  high: x === n ? 1 : wilson(x / n, n, z),
});

/** The score limit on the side of the sign of z. */
function wilson(p: number, n: number, z: number): number {
  const half = (z * z) / (2 * n);
  return (p + half + z * Math.sqrt((p * (1 - p)) / n + half / (2 * n))) / (1 + (z * z) / n);
}

function wilsonWithContinuity({ x, n, p, z }: Counts): Limits {
  const correction = Math.min(0.5, Math.abs(x - n / 2)) / n;
  const [below, above] = [p - correction, p + correction];
  return { low: below <= 0 ? 0 : wilson(below, n, -z), high: above >= 1 ? 1 : wilson(above, n, z) };
}

const clopperPearson = ({ x, n, level }: Counts): Limits => ({
  low: x === 0 ? 0 : betaQuantile((1 - level) / 2, x, n - x + 1),
  high: x === n ? 1 : betaQuantile((1 + level) / 2, x + 1, n - x),
});

const jeffreys = ({ x, n, level }: Counts): Limits => ({
  low: x === 0 ? 0 : betaQuantile((1 - level) / 2, x + 0.5, n - x + 0.5),
  high: x === n ? 1 : betaQuantile((1 + level) / 2, x + 0.5, n - x + 0.5),
});

/** A Wald interval on another scale; `slope` is the derivative of the map at p (delta method). */
function onScale(
  counts: Counts,
  there: (p: number) => number,
  back: (y: number) => number,
  slope: number,
): Limits {
  const { x, n, p, z } = counts;
  if (x === 0 || x === n) return clopperPearson(counts);
  return mapLimits(around(there(p), Math.abs(slope) * Math.sqrt((p * (1 - p)) / n), z), back);
}
