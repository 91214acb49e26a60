import { fail, succeed, type Result } from '@daero/domain/result';
import { hazardAt, type EventTime } from './event-time.ts';
import { integrate } from './integrate.ts';

/** Annual probabilities of death of a population by completed age, as a life table prints them. */
export type LifeTable = { readonly firstAge: number; readonly annualProbability: ArrayLike<number> };

/**
 * How the curve of a study meets the population's: `greater-hazard` lets nobody be safer than the population; `excess` adds the
 * population's hazard to a curve that was fitted to excess mortality alone.
 */
export const backgroundRules = ['greater-hazard', 'excess'] as const;
export type BackgroundRule = (typeof backgroundRules)[number];

export type BackgroundFault =
  | {
      readonly kind: 'mortality-missing-for-age';
      readonly age: number;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'mortality-not-a-probability'; readonly age: number; readonly value: number };

export type Background = {
  readonly table: LifeTable;
  readonly ageAtStart: number;
  readonly rule: BackgroundRule;
};

/**
 * The cumulative hazard of a survival curve that is not allowed to forget the population's mortality.
 *
 * What happens after follow-up ends? A fitted curve alone can promise more life than people of that age have. The hazard of the
 * population is constant within a year of age.
 *
 * Takes    the curve's functions; life table, age at time 0, rule; times in years that rise from 0
 * Gives    the cumulative hazard at each time
 * Fails    mortality-missing-for-age where the horizon runs past the table; mortality-not-a-probability
 * Cost     O(times + years); the greater of two hazards is integrated piece by piece between birthdays and times
 * Source   Sweeting et al. (2023), Medical Decision Making 43, 737-748; NICE DSU TSD 21 (Rutherford et al. 2020)
 * Checked  survival/survival.test.ts: excess adds up exactly; an exponential curve against the sum of the greater rates by hand
 */
export function withBackgroundMortality(
  curve: EventTime,
  { table, ageAtStart, rule }: Background,
  times: ArrayLike<number>,
): Result<Float64Array, BackgroundFault> {
  const population = annualHazards(table, { from: ageAtStart, years: times[times.length - 1] ?? 0 });
  if (!population.ok) return population;
  const hazardFor = (year: number): number => population.value[year] ?? NaN;
  const firstBirthday = Math.floor(ageAtStart) + 1 - ageAtStart;

  const out = new Float64Array(times.length);
  let [reached, year, total] = [0, 0, 0];
  for (let i = 0; i < times.length; i += 1) {
    const time = times[i] ?? NaN;
    while (reached < time) {
      const birthday = firstBirthday + year;
      const end = Math.min(time, birthday);
      total += pieceOf(curve, { from: reached, to: end, background: hazardFor(year), rule });
      if (end === birthday) year += 1;
      reached = end;
    }
    out[i] = total;
  }
  return succeed(out);
}

function pieceOf(
  curve: EventTime,
  {
    from,
    to,
    background,
    rule,
  }: {
    readonly from: number;
    readonly to: number;
    readonly background: number;
    readonly rule: BackgroundRule;
  },
): number {
  const own = curve.cumulativeHazard(to) - curve.cumulativeHazard(from);
  if (rule === 'excess') return own + background * (to - from);
  // Where the curve's own hazard is the greater throughout, its cumulative hazard is exact, also where the hazard starts at infinity.
  const samples = [from + (to - from) * 1e-6, (from + to) / 2, to].map((t) => hazardAt(curve, t));
  if (samples.every((hazard) => hazard >= background)) return own;
  return integrate((t) => Math.max(hazardAt(curve, t), background), [from, to]);
}

function annualHazards(
  { firstAge, annualProbability }: LifeTable,
  { from, years }: { readonly from: number; readonly years: number },
): Result<Float64Array, BackgroundFault> {
  const start = Math.floor(from);
  const count = Math.ceil(from + years) - start;
  const hazards = new Float64Array(count);
  for (let year = 0; year < count; year += 1) {
    const age = start + year;
    const probability = annualProbability[age - firstAge];
    if (probability === undefined) {
      const last = firstAge + annualProbability.length - 1;
      return fail({ kind: 'mortality-missing-for-age', age, first: firstAge, last });
    }
    if (!(probability >= 0 && probability <= 1))
      return fail({ kind: 'mortality-not-a-probability', age, value: probability });
    hazards[year] = -Math.log1p(-probability);
  }
  return succeed(hazards);
}
