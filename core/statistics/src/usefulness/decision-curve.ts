import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '../distributions/normal.ts';
import { around, type Limits } from '../summary/interval.ts';
import { sum } from '../summary/moments.ts';
import { cohortOutcome, type OutcomeAt, stratifiedOutcome } from './net-benefit.ts';
import { survivalOutcome } from './survival-net-benefit.ts';

/** What is known of the outcome, and how the people were found. */
export type DecisionOutcome =
  | { readonly design: 'cohort'; readonly outcome: ArrayLike<number> }
  /** Cases and controls sampled apart: the prevalence of care must be stated. */
  | { readonly design: 'case-control'; readonly outcome: ArrayLike<number>; readonly prevalence: number }
  /** Follow-up with censoring: the outcome is an event by the horizon. */
  | {
      readonly design: 'survival';
      readonly time: ArrayLike<number>;
      readonly event: ArrayLike<number>;
      readonly horizon: number;
    };

export type RiskColumn = { readonly name: string; readonly risk: ArrayLike<number> };

export type NetBenefit = {
  readonly threshold: number;
  /** Shares of all people. */
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly netBenefit: number;
  readonly standardError: number;
  readonly limits: Limits;
  /** Against treating all, with its own interval: positive where the risks help. */
  readonly gain: { readonly value: number; readonly standardError: number; readonly limits: Limits };
  /** Interventions avoided a person against treating all, at no loss of true positives. */
  readonly avoided: number;
};

export type DecisionCurve = { readonly name: string; readonly points: readonly NetBenefit[] };

export type DecisionCurves = {
  readonly n: number;
  /** Of the outcome: observed, stated, or by Kaplan-Meier at the horizon. */
  readonly prevalence: number;
  readonly all: DecisionCurve;
  readonly curves: readonly DecisionCurve[];
};

export type DecisionFault =
  | { readonly kind: 'threshold-outside'; readonly value: number }
  | { readonly kind: 'risk-outside'; readonly row: number; readonly value: number }
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'prevalence-impossible'; readonly events: number; readonly trials: number }
  | { readonly kind: 'time-impossible'; readonly row: number; readonly value: number };

/**
 * Net benefit of acting on a risk, over the thresholds at which a patient might act.
 *
 * Is it better to treat those above the threshold than to treat all or none? A true positive counts 1, a false positive the odds of the
 * threshold. The limits come from what each person adds to the estimate, so differences between curves keep the pairing; they hold
 * one threshold at a time (see `decisionBand` for all at once).
 *
 * Takes    the outcome and its design; risks in [0, 1] of the same people; thresholds in (0, 1); level of two-sided coverage
 * Gives    for treating all, and for each risk: rates, net benefit and its gain over treating all, with limits
 * Fails    threshold-outside; risk-outside; too-few-cases below 2 of an outcome; prevalence-impossible; time-impossible
 * Cost     O(n) a threshold and risk; with survival O(n log n) once
 * Source   Vickers and Elkin (2006), Med Decis Making 26, 565-574; Vickers, Cronin, Elkin and Gonen (2008), BMC Med Inform Decis Mak 8, 53 (survival,
 *          case-control); Pfeiffer and Gail (2020), Stat Med 39, 3107 (variance); survival variance: its infinitesimal jackknife
 * Checked  reference cases of the methods decision-curve, decision-curve-case-control and decision-curve-survival
 */
export function decisionCurve(
  people: DecisionOutcome,
  risks: readonly RiskColumn[],
  { thresholds, level }: { readonly thresholds: readonly number[]; readonly level: number },
): Result<DecisionCurves, DecisionFault> {
  const outside = thresholds.find((value) => !(value > 0 && value < 1));
  if (outside !== undefined) return fail({ kind: 'threshold-outside', value: outside });
  for (const { risk } of risks) {
    const row = Array.from(risk).findIndex((value) => !(value >= 0 && value <= 1));
    if (row >= 0) return fail({ kind: 'risk-outside', row: row + 1, value: risk[row] ?? NaN });
  }
  const outcome = outcomeOf(people);
  if (!outcome.ok) return outcome;
  const { n, prevalence, at } = outcome.value;
  const everybody = new Uint8Array(n).fill(1);
  const z = normalReach(level);

  const curveOf = (name: string, positiveAt: (threshold: number) => Uint8Array): DecisionCurve => ({
    name,
    points: thresholds.map((threshold) => {
      const weight = threshold / (1 - threshold);
      const [own, all] = [at(positiveAt(threshold), weight), at(everybody, weight)];
      const value = own.netBenefit - all.netBenefit;
      const standardError = lengthOf(own.parts);
      const gainError = lengthOf(own.parts.map((part, i) => part - (all.parts[i] ?? NaN)));
      return {
        threshold,
        truePositive: own.truePositive,
        falsePositive: own.falsePositive,
        netBenefit: own.netBenefit,
        standardError,
        limits: around(own.netBenefit, standardError, z),
        gain: { value, standardError: gainError, limits: around(value, gainError, z) },
        avoided: value / weight,
      };
    }),
  });
  return succeed({
    n,
    prevalence,
    all: curveOf('all', () => everybody),
    curves: risks.map(({ name, risk }) => curveOf(name, (threshold) => positives(risk, threshold))),
  });
}

/** Positive when the risk reaches the threshold. */
export const positives = (risk: ArrayLike<number>, threshold: number): Uint8Array =>
  Uint8Array.from(risk, (value) => (value >= threshold ? 1 : 0));

/** The standard error: what each person adds to the estimate, as a vector, has it for its length. */
export const lengthOf = (parts: Float64Array): number => Math.sqrt(sum(parts.map((part) => part * part)));

export function outcomeOf(people: DecisionOutcome): Result<OutcomeAt, DecisionFault> {
  switch (people.design) {
    case 'cohort':
      return cohortOutcome(people.outcome);
    case 'case-control':
      return stratifiedOutcome(people.outcome, people.prevalence);
    case 'survival':
      return survivalOutcome(people);
  }
}
