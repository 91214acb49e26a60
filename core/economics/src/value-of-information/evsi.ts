import { type Result } from '@daero/domain/result';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { evppi, type PartialValue, type PartialValueFault } from './evppi.ts';

/**
 * Expected value of sample information, by regression on simulated summaries of the study.
 *
 * What would a study of this size be worth, before it is run? In each draw of the parameters one study is simulated; what its summary
 * lets us expect is a smooth regression of the outcomes on the simulated summaries. A larger study comes nearer to knowing.
 *
 * Takes    strategies: draws of each; summaries: one column a number that the study would report, row by row of the same draws; willingness
 * Gives    the value a decision, raw and kept to what is possible, at each willingness
 * Fails    as evppi
 * Cost     as evppi
 * Source   Strong, Oakley, Brennan and Breeze (2015), Medical Decision Making 35, 570-583
 * Checked  value-of-information/value-of-information.test.ts: a normal mean in closed form, and the way to perfect information as n grows
 */
export const evsi = (
  strategies: readonly StrategyDraws[],
  summaries: readonly ArrayLike<number>[],
  willingness: readonly number[],
): Result<readonly PartialValue[], PartialValueFault> => evppi(strategies, summaries, willingness);

/** Decisions to come that the answer would serve: so many a year, over the years in which it stays of use, discounted. */
export function population({
  perYear,
  years,
  rate,
}: {
  readonly perYear: number;
  readonly years: number;
  readonly rate: number;
}): number {
  let [sum, factor] = [0, 1];
  for (let year = 0; year < years; year++) {
    sum += perYear * factor * Math.min(1, years - year); // a broken last year counts in part
    factor /= 1 + rate;
  }
  return sum;
}

/**
 * Expected net benefit of sampling.
 *
 * Is the study worth its cost? Its value for one decision times the decisions that it serves, less what it costs; the best size of a
 * study is where this is highest, and where it is below 0 everywhere no study pays.
 *
 * Takes    evsi: money a decision; population: decisions served; fixedCost and costPerPerson of the study; n: its people
 * Gives    money; below 0 where the study costs more than it is worth
 * Fails    never
 * Cost     O(1)
 * Source   Briggs, Claxton and Sculpher (2006), ch. 6; Conti and Claxton (2009), Medical Decision Making 29, 643-661
 * Checked  value-of-information/value-of-information.test.ts
 */
export const netBenefitOfSampling = ({
  evsi: value,
  population: served,
  fixedCost,
  costPerPerson,
  n,
}: {
  readonly evsi: number;
  readonly population: number;
  readonly fixedCost: number;
  readonly costPerPerson: number;
  readonly n: number;
}): number => value * served - fixedCost - costPerPerson * n;
