import { type Text } from '@daero/domain/text';
import { netBenefit } from '../incremental/comparison.ts';
import { icerTable, type IcerRow } from '../incremental/icer-table.ts';
import { type BoundParameter, type Estimates } from '../model/binding.ts';
import { type Compared } from './model.ts';
import { type StrategyResult } from './summary.ts';

/** A line of the results table: the base case. */
export type StrategyRow = {
  readonly name: string;
  readonly label: Text;
  readonly cost: number;
  readonly qaly: number;
  /** At the stated willingness to pay. */
  readonly netBenefit: number;
  readonly status: IcerRow['status'];
  readonly step: IcerRow['step'];
};

export function strategyRows(model: Compared, results: readonly StrategyResult[]): readonly StrategyRow[] {
  const table = icerTable(results.map(({ strategy, base }) => ({ strategy: strategy.name, ...base })));
  return results.map(({ strategy: { name, label }, base: { cost, effect } }) => {
    const row = table.find((each) => each.strategy === name);
    if (row === undefined) throw new Error('every strategy has a row');
    const worth = netBenefit(cost, effect, model.willingness.stated);
    return { name, label, cost, qaly: effect, netBenefit: worth, status: row.status, step: row.step };
  });
}

/** The people of the largest estimate that a model rests on; 0 where it rests on none. */
export const peopleBehind = (parameters: readonly BoundParameter[], estimates: Estimates): number =>
  parameters.reduce((most, { amount }) => {
    const estimate = amount.from === 'estimate' ? estimates[amount.estimateId] : undefined;
    return Math.max(most, estimate?.n ?? 0);
  }, 0);
