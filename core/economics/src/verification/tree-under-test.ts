import { succeed, type Result } from '@daero/domain/result';
import { outcomes, type DecisionModel } from '../decision-tree/model.ts';
import { pathsOf } from '../decision-tree/paths.ts';
import { rollBack } from '../decision-tree/rollback.ts';
import { bindParameter, type BindingFault, type Estimates } from '../model/binding.ts';
import { baseColumns } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { distributionQuantile } from '../uncertainty/distribution.ts';
import { type ModelUnderTest, type Outcome } from './battery.ts';

/** A decision tree as the battery sees it: the shares are the probabilities of its paths; its strategies are choices, so there are no settings to make equal. */
export function treeUnderTest(
  { root, strategies, reference, parameters }: DecisionModel,
  estimates: Estimates,
): Result<ModelUnderTest, BindingFault> {
  const bound = each(parameters, (parameter) => bindParameter(parameter, estimates));
  if (!bound.ok) return bound;
  const names = parameters.map(({ name }) => name);
  return succeed({
    reference: reference.name,
    parameters: bound.value.flatMap(({ name, kind, base, distribution }) => {
      if (base === null) return [];
      const at = (q: number): number =>
        distribution === null ? base : distributionQuantile(distribution, q);
      return [{ name, kind, base, low: at(0.025), high: at(0.975) }];
    }),
    evaluate: (instead) => {
      const columns = baseColumns(bound.value, instead);
      if (!columns.ok) return columns;
      const given = { names, columns: columns.value };
      return each(strategies, ({ name, policy }): Result<Outcome> => {
        const found = rollBack(root, policy, { given, outcomes });
        if (!found.ok) return found;
        const [cost, effect] = found.value;
        return succeed({ strategy: name, cost: cost?.[0] ?? NaN, effect: effect?.[0] ?? NaN });
      });
    },
    evaluateAlike: null,
    shares: () => {
      const columns = baseColumns(bound.value);
      if (!columns.ok) return columns;
      const given = { names, columns: columns.value };
      return each(strategies, ({ policy }): Result<readonly number[]> => {
        const paths = pathsOf(root, policy, { given, outcomes });
        return paths.ok ? succeed(paths.value.map(({ probability }) => probability[0] ?? NaN)) : paths;
      });
    },
    mostQalys: null,
  });
}
