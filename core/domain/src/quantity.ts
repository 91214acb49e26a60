declare const unit: unique symbol;
/** A number that carries its unit in the type and nothing at run time. */
export type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

export type Probability = Quantity<'probability'>;
export type AnnualRate = Quantity<'per year'>; // a rate is not a probability, and will not compile as one
export type Days = Quantity<'days'>;
export type Minutes = Quantity<'minutes'>;
export type Qaly = Quantity<'QALY'>;
/** How much two populations overlap in score, 0.5 none told apart, 1 all: unitless but not a probability of anything a patient has. */
export type Auc = Probability;

const within = (name: string, low: number, high: number, x: number): number => {
  if (!(x >= low && x <= high)) throw new RangeError(`${name} must lie in [${low}, ${high}], got ${x}`);
  return x;
};

export const probability = (x: number): Probability => within('probability', 0, 1, x) as Probability;
export const annualRate = (x: number): AnnualRate => within('annual rate', 0, Infinity, x) as AnnualRate;
export const days = (x: number): Days => within('days', 0, Infinity, x) as Days;
export const minutes = (x: number): Minutes => within('minutes', -Infinity, Infinity, x) as Minutes;
export const qaly = (x: number): Qaly => within('QALY', -Infinity, Infinity, x) as Qaly;
