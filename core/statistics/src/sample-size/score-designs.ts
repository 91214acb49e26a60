import { fail, succeed, type Result } from '@daero/domain/result';
import { tangoScore } from '../accuracy/paired-proportions.ts';
import { restrictedShares } from '../accuracy/unpaired-proportions.ts';
import type { DifferenceDesign } from './margin-size.ts';

export type DiscordanceFault = {
  readonly kind: 'discordance-impossible';
  readonly discordant: number;
  readonly least: number;
  readonly most: number;
};

/**
 * Two tests on the same people, by Tango's score statistic.
 *
 * The share of people on whom the tests differ decides the size; it lies between the difference and what the two proportions leave.
 *
 * Takes    the expected proportions called right; the share of people on whom the tests differ
 * Gives    the design, whose n counts people of one truth
 * Fails    discordance-impossible
 * Cost     O(1) for each bound
 * Source   Tango (1998), Statistics in Medicine 17, 891-908; Liu, Hsueh, Hsieh and Chen (2002), ibid. 21, 231-245 (its size)
 * Checked  by simulation with the very test that the analysis runs
 */
export function tangoDesign(
  first: number,
  second: number,
  discordant: number,
): Result<DifferenceDesign, DiscordanceFault> {
  const difference = first - second;
  const [least, most] = [Math.abs(difference), Math.min(first + second, 2 - first - second)];
  if (!(discordant >= least - 1e-12 && discordant <= most + 1e-12 && discordant > 0))
    return fail({ kind: 'discordance-impossible', discordant, least, most });
  const [onlyFirst, onlySecond] = [(discordant + difference) / 2, (discordant - difference) / 2];
  const both = first - onlyFirst;
  const counts = { both, onlyFirst, onlySecond, neither: 1 - both - discordant };
  return succeed({
    difference,
    variance: discordant - difference * difference,
    nullVarianceAt: (supposed) => {
      // The score of one expected person is his distance in standard errors under the bound.
      const standardError = (difference - supposed) / tangoScore(counts, supposed);
      return standardError * standardError;
    },
  });
}

/**
 * Two proportions in different people, by the score statistic of Farrington and Manning.
 *
 * Takes    the expected proportions; people of the second group for each of the first
 * Gives    the design, whose n counts people of the first group
 * Fails    never
 * Cost     O(1) for each bound
 * Source   Farrington and Manning (1990), Statistics in Medicine 9, 1447-1454
 * Checked  by simulation with the score test of `unpairedScore`
 */
export function farringtonManningDesign(first: number, second: number, ratio = 1): DifferenceDesign {
  const spread = (p: number, q: number): number => p * (1 - p) + (q * (1 - q)) / ratio;
  const shares = {
    first: { events: first, trials: 1 },
    second: { events: second * ratio, trials: ratio },
  };
  return {
    difference: first - second,
    variance: spread(first, second),
    nullVarianceAt: (supposed) => spread(...restrictedShares(shares, supposed)),
  };
}
