import { power } from '@daero/domain/expression/functions';
import { unreachable } from '@daero/domain/unreachable';

/**
 * When people are counted. At the points 0..n between cycles, with weights; or once in each cycle 1..n, those at its start, at its
 * end, or the mean of both (the life-table method).
 */
export type Counting =
  | { readonly at: 'points'; readonly weights: PointWeights }
  | {
      readonly at: 'cycles';
      readonly population: 'start' | 'end' | 'mean';
      /** Where in its cycle a value is discounted. */
      readonly discountedAt: 'start' | 'middle' | 'end';
    };
export const pointWeightRules = ['none', 'half-cycle', 'simpson', 'alternating'] as const;
export type PointWeights = (typeof pointWeightRules)[number];

export const discountForms = ['annual', 'whole-years', 'continuous'] as const;
/** `annual`: (1 + r)^-years; `whole-years`: the same with years cut to whole ones; `continuous`: exp(-r years). */
export type DiscountForm = (typeof discountForms)[number];
export const discountStarts = ['time-zero', 'after-first-year'] as const;
/** From which moment values lose worth. */
export type DiscountStart = (typeof discountStarts)[number];
export type Discounting = { readonly form: DiscountForm; readonly from: DiscountStart };

/**
 * Weights of the points 0..n between n cycles.
 *
 * How much of a cycle does the count at each point stand for? `alternating` is what a much-copied tutorial calls Simpson's rule: it
 * has 2/3 and 4/3 exchanged and is here only so that its numbers can be reproduced.
 *
 * Takes    rule; cycles: n, a whole number from 1 (even for Simpson's rule)
 * Gives    n + 1 weights
 * Fails    throws when Simpson's rule is asked of an odd number of cycles: the reader of a model refuses that first
 * Cost     O(n)
 * Source   Elbasha and Chhatwal (2016), Medical Decision Making 36, 115-131, within-cycle correction methods
 * Checked  reference/economics/formulas; cohort/accounting.test.ts: Simpson is exact for cubics
 */
export function pointWeights(rule: PointWeights, cycles: number): Float64Array {
  if (rule === 'simpson' && cycles % 2 === 1)
    throw new RangeError(`Simpson's rule needs an even number of cycles, got ${cycles}`);
  return Float64Array.from({ length: cycles + 1 }, (_, point) => {
    const end = point === 0 || point === cycles;
    switch (rule) {
      case 'none':
        return 1;
      case 'half-cycle':
        return end ? 1 / 2 : 1;
      case 'simpson':
        return end ? 1 / 3 : point % 2 === 1 ? 4 / 3 : 2 / 3;
      case 'alternating':
        return end ? 1 / 3 : point % 2 === 1 ? 2 / 3 : 4 / 3;
      default:
        return unreachable(rule);
    }
  });
}

/**
 * What a value at a later time is worth now.
 *
 * How much less do costs and effects count that come later? exp(-0.03 years) is not 1.03^-years: the form is always named.
 *
 * Takes    rate: per year, 0 or more; years from the start; form and start of discounting
 * Gives    the factor, in (0, 1]
 * Fails    never
 * Cost     O(1)
 * Source   Briggs, Claxton and Sculpher (2006), Decision modelling for health economic evaluation, ch. 2
 * Checked  reference/economics/formulas and every cohort case there
 */
export function discountFactor(rate: number, years: number, { form, from }: Discounting): number {
  const waited = from === 'time-zero' ? years : Math.max(0, years - 1);
  switch (form) {
    case 'annual':
      return power(1 + rate, -waited);
    case 'whole-years':
      return power(1 + rate, -Math.floor(waited + 1e-9)); // twelve twelfths are a year
    case 'continuous':
      return Math.exp(-rate * waited);
    default:
      return unreachable(form);
  }
}

/** How one cycle is counted: the weight of those present before and after its transition, and of the transitions, and when. */
export type CycleCount = {
  readonly before: number;
  readonly after: number;
  readonly flows: number;
  /** In cycles from the start. */
  readonly time: number;
};

/** The count at the start (before any cycle), and that of each cycle 1..n. */
export type Schedule = { readonly initial: number; readonly cycles: readonly CycleCount[] };

/** The counts of a rule, cycle by cycle. */
export function scheduleOf(counting: Counting, cycles: number): Schedule {
  const all = Array.from({ length: cycles }, (_, index) => index + 1);
  switch (counting.at) {
    case 'points': {
      const weights = pointWeights(counting.weights, cycles);
      return {
        initial: weights[0] ?? 0,
        cycles: all.map((cycle) => {
          const weight = weights[cycle] ?? 0;
          return { before: 0, after: weight, flows: weight, time: cycle };
        }),
      };
    }
    case 'cycles': {
      const before = { start: 1, end: 0, mean: 1 / 2 }[counting.population];
      const back = { start: 1, middle: 1 / 2, end: 0 }[counting.discountedAt];
      return {
        initial: 0,
        cycles: all.map((cycle) => ({ before, after: 1 - before, flows: 1, time: cycle - back })),
      };
    }
    default:
      return unreachable(counting);
  }
}
