import type { Estimate, Warning } from '@daero/domain/estimate';
import { makeEstimate } from '../summary/make-estimate.ts';
import { bootstrapSummary } from './bootstrap-summary.ts';

type Given = Omit<Estimate, 'low' | 'high' | 'standardError' | 'warnings'> & {
  readonly replicates: ArrayLike<number>;
  readonly warnings?: readonly Warning[];
};

/**
 * A value with the percentile interval of its bootstrap replicates.
 *
 * Replicates without a value are left out and counted. A value such as a mean distance is larger in every replicate than in the
 * sample: where the replicates lie to one side of it, that limit is the value itself, and a warning says so.
 *
 * Takes    the value, its replicates (NaN where one has none), level, and what an estimate needs besides
 * Gives    the estimate; without an interval where fewer than 2 replicates have a value
 * Fails    never
 * Cost     O(B log B)
 * Source   Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13
 * Checked  by `bootstrapSummary`; the two warnings in the tests of the methods that use it
 */
export function bootstrapEstimate({ replicates, warnings = [], ...about }: Given): Estimate {
  const drawn = Float64Array.from(replicates).filter((value) => Number.isFinite(value));
  const missing = replicates.length - drawn.length;
  const counted: readonly Warning[] =
    missing === 0
      ? warnings
      : [...warnings, { kind: 'draws-without-value', facts: { missing, replicates: replicates.length } }];
  if (drawn.length < 2) return makeEstimate({ ...about, limits: null, warnings: counted });
  const { limits, variance } = bootstrapSummary(drawn, about.level);
  const { value } = about;
  const low = Math.min(limits.low, value);
  const high = Math.max(limits.high, value);
  const moved = low !== limits.low || high !== limits.high;
  return makeEstimate({
    ...about,
    limits: { low, high },
    standardError: Math.sqrt(variance),
    warnings: moved ? [...counted, { kind: 'bootstrap-one-sided', facts: {} }] : counted,
  });
}
