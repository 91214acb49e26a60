import { unreachable } from '@daero/domain/unreachable';
import type { TwoByTwo } from './binary-accuracy.ts';

export const handlings = ['excluded', 'wrong', 'right', 'positive', 'negative'] as const;
/** What a result that is neither positive nor negative counts as: nothing, a wrong call, a right one, or a call. */
export type Handling = (typeof handlings)[number];

/** People of one truth by what the test said of them. */
export type ResultCounts = {
  readonly positive: number;
  readonly negative: number;
  readonly indeterminate: number;
  readonly missing: number;
};

/**
 * The two-by-two table of a test some of whose results are indeterminate or missing, under a stated handling.
 *
 * A device that fails on the hard cases looks better the more of them are left out. `wrong` is the intention to diagnose: an
 * indeterminate result of a diseased person is a miss and of a healthy one a false alarm. `wrong` for both kinds is the worst case, `right`
 * the best; the truth of care lies between.
 *
 * Takes    counts of the diseased and of the healthy; how indeterminate and how missing results are handled
 * Gives    the table; with `excluded` fewer people than were tested
 * Fails    never
 * Cost     O(1)
 * Source   Schuetz, Schlattmann and Dewey (2012), BMJ 345, e6717 (intention to diagnose); Shinkins and others (2013), BMJ 346, f2778;
 *          Simel and others (1987), J Clin Epidemiol 40, 107-114 (as a call)
 * Checked  by law: every other handling lies between the worst and the best case, and nobody is lost
 */
export function incompleteResults(
  { diseased, healthy }: { readonly diseased: ResultCounts; readonly healthy: ResultCounts },
  handling: { readonly indeterminate: Handling; readonly missing: Handling },
): TwoByTwo {
  const calls = (counts: ResultCounts, ill: boolean): { positive: number; negative: number } => {
    const made = { positive: counts.positive, negative: counts.negative };
    for (const kind of ['indeterminate', 'missing'] as const) {
      const call = callFor(handling[kind], ill);
      if (call !== null) made[call] += counts[kind];
    }
    return made;
  };
  const [ill, well] = [calls(diseased, true), calls(healthy, false)];
  return {
    truePositive: ill.positive,
    falseNegative: ill.negative,
    falsePositive: well.positive,
    trueNegative: well.negative,
  };
}

function callFor(handling: Handling, diseased: boolean): 'positive' | 'negative' | null {
  switch (handling) {
    case 'excluded':
      return null;
    case 'positive':
    case 'negative':
      return handling;
    case 'wrong':
      return diseased ? 'negative' : 'positive';
    case 'right':
      return diseased ? 'positive' : 'negative';
    default:
      return unreachable(handling);
  }
}
