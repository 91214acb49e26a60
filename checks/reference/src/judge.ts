import { readCase } from './case.ts';
import { compare, type Comparison } from './compare.ts';
import { knownLimits } from './known-limits.ts';
import { runners } from './methods/table.ts';
import { monteCarloRules } from './monte-carlo.ts';
import { regressionRules } from './regression-estimates.ts';

/** What became of one case. */
export type Verdict = { readonly name: string; readonly method: string } & (
  | {
      readonly verdict: 'ok';
      readonly compared: number;
      readonly leftOut: Comparison['skipped'];
      readonly knownLimit?: string;
    }
  | { readonly verdict: 'off'; readonly compared: number; readonly off: Comparison['off'] }
  | { readonly verdict: 'off'; readonly trouble: string }
  | { readonly verdict: 'skip'; readonly reason: string }
);

/** Runs a case and compares; a case that cannot be read or a method that throws is off, never a skip. */
export function judge(file: string, root: string): Verdict {
  let read: ReturnType<typeof readCase>;
  try {
    read = readCase(file, root);
  } catch (trouble) {
    return {
      name: file,
      method: 'unknown',
      verdict: 'off',
      trouble: `not a reference case: ${message(trouble)}`,
    };
  }
  const { name, given, expected, tolerance } = read;
  const about = { name, method: given.method };
  const run = Object.hasOwn(runners, given.method) ? runners[given.method] : undefined;
  if (run === undefined)
    return { ...about, verdict: 'skip', reason: `method ${given.method} is not built yet` };
  try {
    const found = run(given);
    const drawn = monteCarloRules(expected, found);
    if (tolerance.rel === undefined && tolerance.abs === undefined && drawn.length === 0) {
      return { ...about, verdict: 'skip', reason: 'the case gives no tolerance that can be read as numbers' };
    }
    const rules = [...regressionRules(expected), ...read.rules, ...drawn];
    const { off, compared, skipped } = compare(expected, found, tolerance, rules);
    if (compared === 0) return { ...about, verdict: 'skip', reason: 'nothing in it can be scored' };
    if (off.length === 0) return { ...about, verdict: 'ok', compared, leftOut: skipped };
    const limits = Object.hasOwn(knownLimits, given.method) ? (knownLimits[given.method] ?? []) : [];
    const held = compare(expected, found, tolerance, [...rules, ...limits]);
    return held.off.length === 0
      ? { ...about, verdict: 'ok', compared, leftOut: skipped, knownLimit: knownLimitOf(limits) }
      : { ...about, verdict: 'off', compared, off: held.off };
  } catch (trouble) {
    return { ...about, verdict: 'off', trouble: message(trouble) };
  }
}

const knownLimitOf = (limits: readonly { readonly why: string }[]): string =>
  [...new Set(limits.map(({ why }) => why))].join('; ');

const message = (trouble: unknown): string => (trouble instanceof Error ? trouble.message : String(trouble));
