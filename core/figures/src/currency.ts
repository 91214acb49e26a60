import type { Currency } from '@daero/domain/money';

const known: Readonly<Record<Currency, true>> = { KRW: true, USD: true, EUR: true, GBP: true, JPY: true };
const isCurrency = (code: string): code is Currency => code in known;

/** A shape's currency comes from a model that was checked at the door. */
export function currencyOf(code: string): Currency {
  if (!isCurrency(code)) throw new RangeError(`no such currency here: ${code}`);
  return code;
}
