/** ISO 4217 codes in use here; a new country adds a row. */
export type Currency = 'KRW' | 'USD' | 'EUR' | 'GBP' | 'JPY';

/** An amount means nothing without its currency and the year of its prices. */
export type Money = { readonly amount: number; readonly currency: Currency; readonly priceYear: number };

export function money(amount: number, currency: Currency, priceYear: number): Money {
  if (!Number.isFinite(amount)) throw new RangeError(`an amount of money must be finite, got ${amount}`);
  if (!Number.isInteger(priceYear) || priceYear < 1900 || priceYear > 2200) {
    throw new RangeError(`a price year is a calendar year, got ${priceYear}`);
  }
  return { amount, currency, priceYear };
}

/** Adds like to like: other currencies and price years need a stated conversion first. */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency || left.priceYear !== right.priceYear) {
    throw new RangeError(
      `cannot add ${left.currency} of ${left.priceYear} and ${right.currency} of ${right.priceYear}`,
    );
  }
  return { ...left, amount: left.amount + right.amount };
}
