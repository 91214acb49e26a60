import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { type ListingRule } from '../settings/settings.ts';

/** What a device costs its user: by use, or a licence a year whatever the volume. */
export type DevicePrice =
  | { readonly form: 'per-use'; readonly perUse: number; readonly leastPerYear: number }
  | { readonly form: 'licence'; readonly perYear: number };

/** Money a year at a volume of uses. */
export function yearlyPrice(price: DevicePrice, uses: number): number {
  switch (price.form) {
    case 'per-use':
      return Math.max(price.leastPerYear, price.perUse * uses);
    case 'licence':
      return price.perYear;
    default:
      return unreachable(price);
  }
}

/** What a use costs at this volume: a licence is spread over its uses, so that a small hospital pays more for each. */
export const pricePerUse = (price: DevicePrice, uses: number): number => yearlyPrice(price, uses) / uses;

/** Uses a year from which a licence costs less than paying by use; Infinity where it never does. */
export function usesWhereLicenceIsCheaper(licencePerYear: number, perUse: number): number {
  return perUse > 0 ? licencePerYear / perUse : Infinity;
}

export type ListingFault =
  | { readonly kind: 'listing-group-unknown'; readonly group: string; readonly known: readonly string[] }
  | {
      readonly kind: 'listing-above-ceiling';
      readonly fee: number;
      readonly ceiling: number;
      readonly share: number;
    };

/** What a use adds to what is paid, by who pays it. */
export type IncrementalFee = {
  readonly payer: number;
  readonly patient: number;
  readonly nonCovered: number;
};

/**
 * The incremental fee of a device that is listed for a time.
 *
 * Who pays what for one use? As selective benefit the group's add-on, of which the patient bears most; as non-benefit what the company
 * asks, up to a share of the examination's fee, and all of it by the patient outside the payer's books.
 *
 * Takes    rule in force (data of the country); route: selective benefit with a fee group, or non-benefit with the fee asked, the examination's
 *          fee and the ceiling of its group as a share of it
 * Gives    payer, patient and non-covered parts
 * Fails    listing-group-unknown; listing-above-ceiling
 * Cost     O(1)
 * Source   the sources of the rule
 * Checked  ai-device/ai-device.test.ts
 */
export function incrementalFee(
  rule: ListingRule,
  route:
    | { readonly as: 'selective-benefit'; readonly group: string }
    | {
        readonly as: 'non-benefit';
        readonly fee: number;
        readonly examinationFee: number;
        readonly ceilingShare: number;
      },
): Result<IncrementalFee, ListingFault> {
  switch (route.as) {
    case 'selective-benefit': {
      const group = rule.feeGroups.find(({ name }) => name === route.group);
      if (group === undefined) {
        const known = rule.feeGroups.map(({ name }) => name);
        return fail({ kind: 'listing-group-unknown', group: route.group, known });
      }
      const patient = group.addOn * rule.selectiveBenefit.patientShare;
      return succeed({ payer: group.addOn - patient, patient, nonCovered: 0 });
    }
    case 'non-benefit': {
      const { low, high } = rule.nonBenefitCeiling;
      const share = Math.min(high, Math.max(low, route.ceilingShare));
      const ceiling = share * route.examinationFee;
      return route.fee <= ceiling
        ? succeed({ payer: 0, patient: 0, nonCovered: route.fee })
        : fail({ kind: 'listing-above-ceiling', fee: route.fee, ceiling, share });
    }
    default:
      return unreachable(route);
  }
}
