import { fail, succeed, type Result } from '@daero/domain/result';
import { normalSize, type SizeFault } from './normal-size.ts';
import { exactProportionPower, oneProportionDesign } from './proportion-size.ts';
import type { WholeSizeFault } from './whole-size.ts';

export type Goal = { readonly expected: number; readonly stated: number };

export type CoPrimary = {
  readonly sensitivity: Goal;
  readonly specificity: Goal;
  /** Of the diseased among those recruited: the prevalence, or the share by which an enriched study takes them. */
  readonly diseasedShare: number;
};

export type CoPrimarySize = {
  readonly recruited: number;
  readonly diseased: number;
  readonly healthy: number;
  readonly power: number;
};

/** The chance that both are shown: they rest on different people, so the chances multiply. */
export function coPrimaryPower(
  { sensitivity, specificity, diseasedShare }: CoPrimary,
  { alpha, recruited }: { readonly alpha: number; readonly recruited: number },
): CoPrimarySize {
  const diseased = Math.floor(recruited * diseasedShare + 1e-9);
  const healthy = recruited - diseased;
  const one = (goal: Goal, n: number): number =>
    n < 1 ? 0 : exactProportionPower(goal, { alpha, sided: 'one-sided', n });
  return { recruited, diseased, healthy, power: one(sensitivity, diseased) * one(specificity, healthy) };
}

/**
 * How many people show both sensitivity and specificity to lie above their goals, by exact tests.
 *
 * Each is tested at the full alpha, because the study succeeds only where both are shown; the power asked for is that of both together.
 *
 * Takes    expected values and goals, expected above goal; the share of diseased; one-sided alpha; power
 * Gives    people to recruit, of them diseased and healthy, and the power they give
 * Fails    size-infinite where an expected value does not lie above its goal; size-beyond-search
 * Cost     O(k log n) for the k people of the rarer class searched
 * Source   Pepe (2003), The statistical evaluation of medical tests, section 8.2; exact power: Chernick and Liu (2002), American
 *          Statistician 56, 149-155 (its sawtooth: the size holds for the next 20 of the rarer class too)
 * Checked  by simulation, and against the exact size of one proportion where the other is certain
 */
export function coPrimarySize(
  asked: CoPrimary,
  { alpha, power }: { readonly alpha: number; readonly power: number },
): Result<CoPrimarySize, SizeFault | WholeSizeFault> {
  const share = Math.min(asked.diseasedShare, 1 - asked.diseasedShare);
  let least = 1;
  for (const [goal, classShare] of [
    [asked.sensitivity, asked.diseasedShare],
    [asked.specificity, 1 - asked.diseasedShare],
  ] as const) {
    const distance = goal.expected - goal.stated;
    if (!(distance > 0)) return fail({ kind: 'size-infinite', distance });
    const alone = normalSize(oneProportionDesign(goal.expected, goal.stated), {
      alpha,
      power,
      sided: 'one-sided',
    });
    if (!alone.ok) return alone;
    least = Math.max(least, Math.floor((0.7 * alone.value * share) / classShare));
  }
  const [most, window] = [100_000, 20];
  let holding = 0;
  for (let rare = least; rare <= most; rare += 1) {
    const at = coPrimaryPower(asked, { alpha, recruited: recruitedFor(rare, share) });
    holding = at.power >= power ? holding + 1 : 0;
    if (holding > window)
      return succeed(coPrimaryPower(asked, { alpha, recruited: recruitedFor(rare - window, share) }));
  }
  return fail({ kind: 'size-beyond-search', most });
}

const recruitedFor = (rare: number, share: number): number => Math.ceil(rare / share - 1e-9);
