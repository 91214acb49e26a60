import { randomStream } from '@daero/statistics/resampling/random-stream';
import { z } from 'zod';
import type { Answer, Line, Trials } from './family.ts';

const tallySchema = z.strictObject({
  /** Studies in which the method gave an answer. */
  answered: z.number().int(),
  /** Intervals that held the truth, or tests below 5 %. */
  hits: z.number().int(),
  /** Sum of the widths of the intervals. */
  width: z.number(),
});
/** What some replications counted for one line. */
export type Tally = z.output<typeof tallySchema>;
export const talliesSchema = z.array(tallySchema);

/** Every replication has a random stream of its own, so the same ones come to the same counts wherever and whenever they run. */
export function count(
  { lines, replicate }: Trials,
  { seed, from, to }: { readonly seed: number; readonly from: number; readonly to: number },
): readonly Tally[] {
  const tallies = lines.map(() => ({ answered: 0, hits: 0, width: 0 }));
  for (let replication = from; replication < to; replication += 1) {
    const answers = replicate(randomStream(seed, replication));
    if (answers.length !== lines.length)
      throw new Error(`${answers.length} answers for ${lines.length} lines`);
    answers.forEach((answer, at) => {
      const [line, tally] = [lines[at], tallies[at]];
      if (line === undefined || tally === undefined || !given(answer)) return;
      tally.answered += 1;
      if (hits(line, answer)) tally.hits += 1;
      if (typeof answer !== 'number') tally.width += answer.high - answer.low;
    });
  }
  return tallies;
}

const given = (answer: Answer): answer is Exclude<Answer, null> =>
  answer !== null &&
  (typeof answer === 'number'
    ? Number.isFinite(answer)
    : Number.isFinite(answer.low) && Number.isFinite(answer.high));

const alpha = 0.05;
/** A limit that equals the truth but for rounding holds it. */
const rounding = 1e-12;

function hits(line: Line, answer: Exclude<Answer, null>): boolean {
  if (typeof answer === 'number') return answer < alpha;
  return answer.low <= line.truth + rounding && line.truth - rounding <= answer.high;
}

export const sumTallies = (a: readonly Tally[], b: readonly Tally[]): readonly Tally[] =>
  a.map((tally, at) => ({
    answered: tally.answered + (b[at]?.answered ?? NaN),
    hits: tally.hits + (b[at]?.hits ?? NaN),
    width: tally.width + (b[at]?.width ?? NaN),
  }));
