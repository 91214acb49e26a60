import { succeed, type Fault, type Result } from '@daero/domain/result';
import { each } from '../model/place.ts';
import { distributionQuantile } from '../uncertainty/distribution.ts';
import { type ModelUnderTest, type Outcome } from '../verification/battery.ts';
import { settingsOf, type PreparedModel } from './prepared-model.ts';
import { baseOutcome } from './run-prepared.ts';

/** A prepared model as the battery sees it. */
export function preparedUnderTest<Trouble extends Fault>(
  prepared: PreparedModel<Trouble>,
  { shares, mostQalys }: Pick<ModelUnderTest, 'shares' | 'mostQalys'>,
): ModelUnderTest {
  const { model, parameters } = prepared;
  const { reference } = model;
  const like = { ...prepared, settings: model.strategies.map(() => settingsOf(parameters, reference.set)) };
  const run = (
    of: PreparedModel<Trouble>,
    instead: ReadonlyMap<string, number>,
  ): Result<readonly Outcome[]> =>
    each([...model.strategies.entries()], ([index, { name }]): Result<Outcome> => {
      const found = baseOutcome(of, index, instead);
      return found.ok ? succeed({ strategy: name, ...found.value }) : found;
    });
  return {
    reference: reference.name,
    parameters: parameters.flatMap(({ name, kind, base, distribution }) => {
      if (base === null) return [];
      const at = (q: number): number =>
        distribution === null ? base : distributionQuantile(distribution, q);
      return [{ name, kind, base, low: at(0.025), high: at(0.975) }];
    }),
    evaluate: (instead) => run(prepared, instead),
    evaluateAlike: () => run(like, new Map()),
    ...{ shares, mostQalys },
  };
}
