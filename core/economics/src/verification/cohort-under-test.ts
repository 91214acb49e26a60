import { succeed, type Result } from '@daero/domain/result';
import { baseGiven, prepareCohort } from '../cohort/prepare.ts';
import { outcomesOf } from '../cohort/probabilistic.ts';
import { type CohortModel } from '../cohort/model.ts';
import { traceCohort } from '../cohort/trace.ts';
import { type BindingFault, type Estimates } from '../model/binding.ts';
import { each } from '../model/place.ts';
import { distributionQuantile } from '../uncertainty/distribution.ts';
import { type ModelUnderTest, type Outcome } from './battery.ts';

/** A cohort model as the battery sees it. */
export function cohortUnderTest(
  model: CohortModel,
  estimates: Estimates,
): Result<ModelUnderTest, BindingFault> {
  const prepared = prepareCohort(model, estimates);
  if (!prepared.ok) return prepared;
  const like = prepareCohort(
    { ...model, strategies: model.strategies.map((strategy) => ({ ...strategy, set: model.reference.set })) },
    estimates,
  );
  if (!like.ok) return like;
  const run = (of: typeof prepared.value, instead: ReadonlyMap<string, number>): Result<readonly Outcome[]> =>
    each([...model.strategies.entries()], ([index, { name }]): Result<Outcome> => {
      const found = outcomesOf(of, index, { given: baseGiven(of, instead), draws: 1, firstDraw: 0 });
      if (!found.ok) return found;
      return succeed({
        strategy: name,
        cost: found.value.cost[0] ?? NaN,
        effect: found.value.effect[0] ?? NaN,
      });
    });
  return succeed({
    reference: model.reference.name,
    parameters: prepared.value.parameters.flatMap(({ name, kind, base, distribution }) =>
      base === null
        ? []
        : [
            {
              name,
              kind,
              base,
              low: distribution === null ? base : distributionQuantile(distribution, 0.025),
              high: distribution === null ? base : distributionQuantile(distribution, 0.975),
            },
          ],
    ),
    evaluate: (instead) => run(prepared.value, instead),
    evaluateAlike: () => run(like.value, new Map()),
    shares: () => {
      const rows = each(prepared.value.strategies, ({ cohort }) => {
        const trace = traceCohort(cohort, baseGiven(prepared.value));
        return trace.ok ? succeed(trace.value.occupancy) : trace;
      });
      return rows.ok ? succeed(rows.value.flat()) : rows;
    },
    mostQalys: model.conventions.horizonYears,
  });
}
