import { families } from './families.ts';
import type { Trials } from './family.ts';
import type { Scenario } from './grid.ts';
import { count, type Tally } from './tally.ts';

/** Some replications of one scenario: from the first up to, and without, the last. */
export type Chunk = { readonly scenario: Scenario; readonly from: number; readonly to: number };

const prepared = new Map<string, Trials>();

/** A scenario made ready, once in each process: some draw pilots for it. */
export function trialsOf({ family: name, settings }: Pick<Scenario, 'family' | 'settings'>): Trials {
  const key = JSON.stringify([name, settings]);
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const found = families.find((family) => family.name === name);
  if (found === undefined) throw new Error(`no family ${name}`);
  const trials = found.prepare(settings);
  prepared.set(key, trials);
  return trials;
}

export const runChunk = ({ scenario, from, to }: Chunk): readonly Tally[] =>
  count(trialsOf(scenario), { seed: scenario.seed, from, to });
