import { yearlyPrice } from '@daero/economics/ai-device/price';
import { unreachable } from '@daero/domain/unreachable';
import { z } from 'zod';

const won = z.number().min(0).max(1e13);

/** How a product is paid for. */
export const priceForm = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('per-use'), perUse: won, leastPerYear: won }),
  z.strictObject({ form: z.literal('licence'), perYear: won }),
  z.strictObject({
    form: z.literal('banded'),
    bands: z
      .array(z.strictObject({ upToUses: z.int().min(1).nullable(), perUse: won }))
      .min(1)
      .describe('each use costs what its band says; the last band has no end'),
  }),
  z.strictObject({
    form: z.literal('by-outcome'),
    perYear: won,
    shareAtRisk: z.number().min(0).max(1).describe('what is paid only if the agreed result is reached'),
  }),
  z.strictObject({
    form: z.literal('subsidised'),
    perYear: won,
    paidByProgramme: z.number().min(0).max(1),
    untilYear: z.int().min(1).describe('the years in which the programme pays'),
  }),
]);
export type Price = z.output<typeof priceForm>;

/** What is assumed of a year: nobody knows the uses beforehand. */
export type YearAssumed = { readonly year: number; readonly uses: number; readonly outcomeReached: boolean };

/** What the hospital pays in a year, in won. */
export function priceInYear(price: Price, { year, uses, outcomeReached }: YearAssumed): number {
  switch (price.form) {
    case 'per-use':
    case 'licence':
      return yearlyPrice(price, uses);
    case 'banded':
      return bandedPrice(price.bands, uses);
    case 'by-outcome':
      return price.perYear * (outcomeReached ? 1 : 1 - price.shareAtRisk);
    case 'subsidised':
      return price.perYear * (year <= price.untilYear ? 1 - price.paidByProgramme : 1);
    default:
      return unreachable(price);
  }
}

function bandedPrice(bands: Extract<Price, { form: 'banded' }>['bands'], uses: number): number {
  let [paid, from] = [0, 0];
  for (const { upToUses, perUse } of bands) {
    const to = upToUses === null ? uses : Math.min(uses, upToUses);
    paid += Math.max(0, to - from) * perUse;
    from = Math.max(from, to);
  }
  return paid;
}

/** What a contract of so many years is worth, a programme's part included: this is what a ceiling is held against. */
export function contractValue(price: Price, years: number, usesPerYear: number): number {
  const whole = price.form === 'subsidised' ? { ...price, paidByProgramme: 0 } : price;
  let value = 0;
  for (let year = 1; year <= years; year += 1)
    value += priceInYear(whole, { year, uses: usesPerYear, outcomeReached: true });
  return value;
}

/** Bands rise, and only the last has no end. */
export const bandsRise = (price: Price): boolean =>
  price.form !== 'banded' ||
  price.bands.every(({ upToUses }, at) => {
    const last = at === price.bands.length - 1;
    const before = at === 0 ? 0 : (price.bands[at - 1]?.upToUses ?? Infinity);
    return last ? upToUses === null : upToUses !== null && upToUses > before;
  });
