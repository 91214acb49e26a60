import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { comparedStrategies, type Named } from '../decision-tree/model.ts';
import { distributionalChange, type DistributionalChange } from '../distributional/equally-distributed.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { type Equity } from '../model/further-analyses.ts';
import { each } from '../model/place.ts';
import { type SubgroupAnalysis } from '../uncertainty/scenarios.ts';

export type EquityGroup = {
  readonly subgroup: string;
  readonly label: Text;
  readonly share: number;
  /** A person of the group: health now, gained by the strategy, and lost to what its money no longer buys. */
  readonly health: number;
  readonly gained: number;
  readonly forgone: number;
};
export type EquityRow = {
  readonly strategy: Named;
  readonly groups: readonly EquityGroup[];
  readonly change: DistributionalChange;
};
export type EquityResult = { readonly equity: Equity; readonly rows: readonly EquityRow[] };

/**
 * Distributional cost-effectiveness of each strategy against the reference, over the subgroups of a model.
 *
 * Who gains health and who gives it up for that, and is the distribution fairer afterwards? The money that a strategy costs would have
 * bought health elsewhere; who loses that is an assumption of the file.
 *
 * Takes    model with its equity; subgroups: its subgroup analysis
 * Gives    for each strategy but the reference: health by group, the gain in the mean and in the equally distributed equivalent; null where the file names none
 * Fails    as distributionalChange: health that the index cannot use
 * Cost     O(strategies x groups)
 * Source   Asaria, Griffin and Cookson (2016), Medical Decision Making 36, 8-19
 * Checked  analyses/analyses.test.ts: two groups by hand; without aversion the gain is the net health benefit
 */
export function equityOf(
  { model }: EconomicModel,
  subgroups: SubgroupAnalysis | null,
): Result<EquityResult | null> {
  const { equity } = model.sets;
  if (equity === null || subgroups === null) return succeed(null);
  const rows = each(comparedStrategies(model), (strategy): Result<EquityRow> => {
    const changes = subgroups.subgroups.map(({ name, share, strategies }) => {
      const own = strategies.find((one) => one.strategy === strategy.name);
      const usual = strategies.find((one) => one.strategy === model.reference.name);
      const more = (of: 'cost' | 'effect'): number => (own?.[of] ?? NaN) - (usual?.[of] ?? NaN);
      return { name, share, cost: more('cost'), effect: more('effect') };
    });
    const lost = changes.reduce((sum, { share, cost }) => sum + share * cost, 0) / equity.opportunityCost;
    const groups = changes.map(({ name, share, effect }): EquityGroup => {
      const stated = equity.groups.find(({ subgroup }) => subgroup === name);
      const label = model.sets.subgroups.find((one) => one.name === name)?.label ?? { ko: name, en: name };
      return {
        ...{ subgroup: name, label, share, health: stated?.health ?? NaN },
        ...{ gained: effect, forgone: (lost * (stated?.forgone ?? NaN)) / share },
      };
    });
    const change = distributionalChange(
      groups.map(({ subgroup, share, health }) => ({ name: subgroup, weight: share, health })),
      { gained: groups.map(({ gained }) => gained), forgone: groups.map(({ forgone }) => forgone) },
      equity.aversion,
    );
    return change.ok ? succeed({ strategy, groups, change: change.value }) : change;
  });
  return rows.ok ? succeed({ equity, rows: rows.value }) : rows;
}
