import { trialsOf } from './chunk.ts';
import type { Tally } from './tally.ts';
import type { Line } from './family.ts';
import type { Grid, Scenario } from './grid.ts';
import type { ScenarioCounts } from './simulate.ts';

/** Conservative: covers more, or rejects less, than it says. Liberal: the reverse. For power: more, or less, than planned. */
export type Verdict = 'within' | 'conservative' | 'liberal' | 'more' | 'less';

/** One line of the published table. */
export type Row = Line & {
  readonly scenario: Scenario;
  readonly studies: number;
  /** Studies without an answer; they count in no rate. */
  readonly unanswered: number;
  readonly rate: number;
  readonly monteCarloError: number;
  /** Mean width of the intervals; null for a test. */
  readonly width: number | null;
  readonly verdict: Verdict;
  /** Held to its band: the default forms. The others are published as they come out. */
  readonly judged: boolean;
};

export const rowsOf = (
  counts: readonly ScenarioCounts[],
  replications: number,
  bands: Grid['bands'],
): readonly Row[] =>
  counts.flatMap(({ scenario, tallies }) =>
    trialsOf(scenario).lines.map((line, at) =>
      rowOf(line, tallies[at] ?? { answered: 0, hits: 0, width: 0 }, {
        scenario,
        replications: Math.min(replications, scenario.most),
        bands,
      }),
    ),
  );

function rowOf(
  line: Line,
  { answered, hits, width }: Tally,
  {
    scenario,
    replications,
    bands,
  }: { readonly scenario: Scenario; readonly replications: number; readonly bands: Grid['bands'] },
): Row {
  const rate = hits / answered;
  return {
    ...line,
    scenario,
    studies: replications,
    unanswered: replications - answered,
    rate,
    monteCarloError: Math.sqrt((rate * (1 - rate)) / answered),
    width: line.counts === 'coverage' ? width / answered : null,
    verdict: verdictOf(line, rate, bands[line.counts]),
    judged: line.standing === 'default',
  };
}

function verdictOf(line: Line, rate: number, [low, high]: readonly [number, number]): Verdict {
  switch (line.counts) {
    case 'coverage':
      return rate < low ? 'liberal' : rate > high ? 'conservative' : 'within';
    case 'type-1-error':
      return rate > high ? 'liberal' : rate < low ? 'conservative' : 'within';
    case 'power':
      return rate < line.truth + low ? 'less' : rate > line.truth + high ? 'more' : 'within';
  }
}
