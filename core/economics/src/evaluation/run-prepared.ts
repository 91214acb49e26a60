import { succeed, type Fault, type Result } from '@daero/domain/result';
import { type RangeFault } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { blockOfDraws } from '../uncertainty/sampling.ts';
import {
  baseValues,
  drawnValues,
  strategyColumns,
  type Columns,
  type PreparedModel,
} from './prepared-model.ts';

type Outcome = { readonly cost: number; readonly effect: number };

/** One strategy in a block of draws. */
export function strategyOutcomes<Trouble extends Fault>(
  prepared: PreparedModel<Trouble>,
  index: number,
  {
    given,
    draws,
    firstDraw,
  }: { readonly given: Columns; readonly draws: number; readonly firstDraw: number },
): Result<StrategyDraws, Trouble | RangeFault> {
  const columns = strategyColumns(prepared.settings[index] ?? [], given, firstDraw);
  if (!columns.ok) return columns;
  return prepared.outcomes(index, { columns: columns.value, draws, firstDraw });
}

/** One strategy in the base case, with some parameters at other values. */
export function baseOutcome<Trouble extends Fault>(
  prepared: PreparedModel<Trouble>,
  index: number,
  instead: ReadonlyMap<string, number> = new Map(),
): Result<Outcome, Trouble | RangeFault> {
  const given = baseValues(prepared.parameters, instead);
  const found = strategyOutcomes(prepared, index, { given, draws: 1, firstDraw: 0 });
  if (!found.ok) return found;
  return succeed({ cost: found.value.cost[0] ?? NaN, effect: found.value.effect[0] ?? NaN });
}

/**
 * Costs and effects of every strategy in draws `from` .. `from + draws`, block by block: the same bytes whoever computes which blocks.
 */
export function drawnOutcomes<Trouble extends Fault>(
  prepared: PreparedModel<Trouble>,
  { from, draws }: { readonly from: number; readonly draws: number },
): Result<readonly StrategyDraws[], Trouble | RangeFault> {
  const all = prepared.model.strategies.map(() => ({
    cost: new Float64Array(draws),
    effect: new Float64Array(draws),
  }));
  for (let start = 0; start < draws; start += blockOfDraws) {
    const block = Math.min(blockOfDraws, draws - start);
    const given = drawnValues(prepared, { from: from + start, draws: block });
    const runs = each([...all.keys()], (index) =>
      strategyOutcomes(prepared, index, { given, draws: block, firstDraw: from + start + 1 }),
    );
    if (!runs.ok) return runs;
    for (const [index, run] of runs.value.entries()) {
      all[index]?.cost.set(run.cost, start);
      all[index]?.effect.set(run.effect, start);
    }
  }
  return succeed(all);
}
