import { resolve } from 'node:path';
import { type StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import type { Given } from '../case.ts';
import { readCsv, type Csv } from '../csv.ts';

/** A column name of its own for each strategy, or one with `{strategy}` in the place of the name. */
export type ColumnNames = string | readonly string[];

export const fileOf = (given: Given, name: string): Csv => readCsv(resolve(given.folder, name));

/** The columns of costs and effects of each strategy. */
export function strategyDraws(
  csv: Csv,
  strategies: readonly string[],
  names: { readonly cost: ColumnNames; readonly effect: ColumnNames },
): readonly StrategyDraws[] {
  const column = (from: ColumnNames, index: number): Float64Array =>
    csv.numbers(
      typeof from === 'string' ? from.replace('{strategy}', strategies[index] ?? '') : (from[index] ?? ''),
    );
  return strategies.map((_, index) => ({
    cost: column(names.cost, index),
    effect: column(names.effect, index),
  }));
}
