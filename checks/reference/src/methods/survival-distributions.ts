import { unwrap } from '@daero/domain/result';
import { readSurvivalDistribution, type SurvivalDistribution } from '@daero/economics/survival/distribution';
import { densityAt, eventTime, hazardAt, quantileOf, survivalAt } from '@daero/economics/survival/event-time';
import { meanTime, restrictedMean } from '@daero/economics/survival/mean-time';
import { z } from 'zod';
import { answersOf } from './answers.ts';
import type { Runner } from './table.ts';

const parameters = z.record(z.string(), z.union([z.number(), z.array(z.number())]));

const inputs = z.object({
  cases: z.array(
    z.object({
      at: z.string(),
      family: z.string(),
      parameters,
      times: z.array(z.number()),
      probabilities: z.array(z.number()),
      horizons: z.array(z.number()),
      discount_rate: z.number(),
      quantile: z.boolean(),
      mean: z.boolean(),
    }),
  ),
});

/** A case's family and parameters in the words of core: a spline's coefficients are numbered there, gamma0, gamma1, ... */
export function distributionOf(
  family: string,
  given: Readonly<Record<string, number | readonly number[]>>,
): SurvivalDistribution {
  const numbered = Object.entries(given).filter(([name]) => /^gamma\d+$/.test(name));
  const form =
    numbered.length === 0
      ? { family, ...given }
      : { family, knots: given.knots, gamma: numbered.map(([, value]) => value) };
  return unwrap(readSurvivalDistribution(form, family));
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

export const survivalDistributionsRunner: Runner = (given) =>
  answersOf(inputs.parse(given.inputs).cases, (each) => {
    const distribution = distributionOf(each.family, each.parameters);
    const time = eventTime(distribution);
    const means = (rate: number): readonly number[] =>
      each.horizons.map((horizon) => restrictedMean(time, horizon, rate));
    return {
      params: each.parameters,
      t: each.times,
      survival: each.times.map((t) => survivalAt(time, t)),
      density: each.times.map((t) => densityAt(time, t)),
      hazard: each.times.map((t) => hazardAt(time, t)),
      cumhaz: each.times.map(time.cumulativeHazard),
      u: each.probabilities,
      quantile: each.quantile ? each.probabilities.map((p) => finite(quantileOf(time, p))) : {},
      rmst_horizons: each.horizons,
      rmst: means(0),
      [`discounted_rmst_continuous_${Number((100 * each.discount_rate).toPrecision(12))}pct`]: means(
        each.discount_rate,
      ),
      mean: each.mean ? finite(meanTime(distribution)) : {},
    };
  });
