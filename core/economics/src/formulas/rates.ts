import { fail, succeed, type Result } from '@daero/domain/result';

export type RiskFault = {
  readonly kind: 'risk-impossible';
  readonly formula: string;
  readonly given: string;
  readonly result: number;
};

/** 1 - exp(-rate x time): only where nothing else competes; with competing rates use `matrixExponential`. */
export const rateToProbability = (rate: number, time: number): number => -Math.expm1(-rate * time);

export const probabilityToRate = (probability: number, time: number): number =>
  -Math.log1p(-probability) / time;

/** A probability over one length of time, over another, at a constant rate. */
export const rescaleProbability = (probability: number, from: number, to: number): number =>
  rateToProbability(probabilityToRate(probability, from), to);

/** An odds ratio acts on odds. */
export function withOddsRatio(probability: number, oddsRatio: number): number {
  if (probability === 1) return 1;
  const odds = (probability / (1 - probability)) * oddsRatio;
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** A hazard ratio acts on the cumulative hazard: 1 - (1 - p)^HR, never p x HR. */
export const withHazardRatio = (probability: number, hazardRatio: number): number =>
  -Math.expm1(hazardRatio * Math.log1p(-probability));

/**
 * A probability with a relative risk put on it.
 *
 * Takes    probability in [0, 1]; relative risk from 0
 * Gives    the product
 * Fails    risk-impossible where it passes 1: it is refused, not cut
 * Cost     O(1)
 * Source   Briggs, Claxton and Sculpher (2006), ch. 3
 * Checked  formulas/formulas.test.ts
 */
export function withRelativeRisk(probability: number, relativeRisk: number): Result<number, RiskFault> {
  const result = probability * relativeRisk;
  return result >= 0 && result <= 1
    ? succeed(result)
    : fail({
        kind: 'risk-impossible',
        formula: 'p x RR',
        given: `p = ${probability}, RR = ${relativeRisk}`,
        result,
      });
}

/** The value of a stream of 1 a year over a horizon, at a continuous rate. */
export const streamValue = (continuousRate: number, years: number): number =>
  continuousRate === 0 ? years : -Math.expm1(-continuousRate * years) / continuousRate;

/** The continuous rate that discounts as an annual one does at whole years: ln(1 + r). */
export const continuousRateOf = (annualRate: number): number => Math.log1p(annualRate);
