import { fail, succeed, type Result } from '@daero/domain/result';
import { type Column } from '../kernel/operations.ts';
import { type GivenColumns } from '../kernel/run-program.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { blockOfDraws } from '../uncertainty/sampling.ts';
import { type CohortRunFault } from './check-run.ts';
import { drawnGiven, type PreparedCohort } from './prepare.ts';
import { runCohort } from './run-cohort.ts';
import { startOutcomes } from './start-of-cohort.ts';

/** A run of draws that one worker does. `from` is a whole number of blocks of a thousand. */
export type Chunk = { readonly from: number; readonly draws: number };
export type ChunkDraws = Chunk & {
  /** By strategy, in the order of the model. */
  readonly strategies: readonly StrategyDraws[];
};

/** The draws of a model cut into chunks of whole blocks, for any number of workers. */
export function chunksOf(draws: number, blocksEach = 10): readonly Chunk[] {
  const size = blocksEach * blockOfDraws;
  return Array.from({ length: Math.ceil(draws / size) }, (_, index) => ({
    from: index * size,
    draws: Math.min(size, draws - index * size),
  }));
}

/**
 * Costs and effects of every strategy in some of the draws of a probabilistic analysis.
 *
 * What would each strategy cost and give if the parameters were other than we think? Every parameter draws from streams keyed by
 * its name and the block, so a chunk is the same whoever computes it, and the strategies of one draw share their parameters.
 *
 * Takes    prepared: model with bound parameters; chunk: from a whole block of a thousand draws
 * Gives    one cost and one effect a strategy and draw
 * Fails    as runCohort does, with the number of the draw
 * Cost     O(draws x strategies x cycles x (transitions + rewards)); 10,000 draws of four strategies with four states over 75 cycles: see bench
 * Source   Briggs, Claxton and Sculpher (2006), ch. 4; Briggs et al. (2012), ISPOR-SMDM good practices 6
 * Checked  reference/economics/sick-sicker-psa (R) through the same runCohort; cohort/probabilistic.test.ts: chunks and workers
 */
export function probabilisticChunk(
  prepared: PreparedCohort,
  { from, draws }: Chunk,
): Result<ChunkDraws, CohortRunFault> {
  const strategies = prepared.strategies.map(() => ({
    cost: new Float64Array(draws),
    effect: new Float64Array(draws),
  }));
  for (let start = 0; start < draws; start += blockOfDraws) {
    const block = Math.min(blockOfDraws, draws - start);
    const given = drawnGiven(prepared, { from: from + start, draws: block });
    for (const index of strategies.keys()) {
      const run = outcomesOf(prepared, index, { given, draws: block, firstDraw: from + start + 1 });
      if (!run.ok) return run;
      strategies[index]?.cost.set(run.value.cost, start);
      strategies[index]?.effect.set(run.value.effect, start);
    }
  }
  return succeed({ from, draws, strategies });
}

/** Chunks joined in the order of their draws, whoever finished first; a gap or an overlap throws. */
export function combineChunks(chunks: readonly ChunkDraws[]): readonly StrategyDraws[] {
  const sorted = [...chunks].sort((a, b) => a.from - b.from);
  const draws = sorted.reduce((sum, chunk) => {
    if (chunk.from !== sum) throw new RangeError(`draw ${sum} is missing or computed twice`);
    return sum + chunk.draws;
  }, 0);
  return (sorted[0]?.strategies ?? []).map((_, index) => {
    const joined = { cost: new Float64Array(draws), effect: new Float64Array(draws) };
    for (const { from, strategies } of sorted) {
      const own = strategies[index];
      if (own === undefined) throw new RangeError('the chunks are of different models');
      joined.cost.set(own.cost, from);
      joined.effect.set(own.effect, from);
    }
    return joined;
  });
}

/** Cost and effect of one strategy: what counts as a cost added up, and what counts as an effect. */
export function outcomesOf(
  { model, strategies }: PreparedCohort,
  index: number,
  run: { readonly given: GivenColumns; readonly draws: number; readonly firstDraw: number },
): Result<StrategyDraws, CohortRunFault> {
  const prepared = strategies[index];
  if (prepared === undefined) throw new Error('no such strategy');
  const before = startOutcomes(model, prepared, run);
  if (!before.ok) return before;
  const totals = runCohort(prepared.outcomes, run);
  if (!totals.ok) return fail(totals.fault);
  const kinds = model.rewardKinds.filter((kind) => kind !== 'aside');
  const sum = (kind: 'cost' | 'effect'): Column => {
    const [first = new Float64Array(run.draws), ...others] = totals.value.filter(
      (_, at) => kinds[at] === kind,
    );
    return others.reduce((all, next) => all.map((value, draw) => value + (next[draw] ?? NaN)), first);
  };
  const [cost, effect] = [sum('cost'), sum('effect')];
  return before.value === null
    ? succeed({ cost, effect })
    : succeed({ cost: added(cost, before.value.cost), effect: added(effect, before.value.effect) });
}

const added = (column: Column, before: Column): Column =>
  column.map((value, draw) => value + (before[before.length === 1 ? 0 : draw] ?? NaN));
