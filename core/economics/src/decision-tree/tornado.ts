import { succeed, type Fault, type Result } from '@daero/domain/result';
import { type TornadoShape } from '@daero/domain/shape';
import { type Text } from '@daero/domain/text';
import { netBenefit } from '../incremental/comparison.ts';
import { type BoundParameter } from '../model/binding.ts';
import { each } from '../model/place.ts';
import { distributionQuantile } from '../uncertainty/distribution.ts';
import { oneWay, type OneWayInput } from '../uncertainty/one-way.ts';
import { comparedStrategies, type Compared, type Named } from './model.ts';
import { type StrategyResult } from './summary.ts';

/** Cost and effect of a strategy in the base case, with some parameters at other values. */
type Expected<Trouble extends Fault> = (
  strategy: Named,
  instead: ReadonlyMap<string, number>,
) => Result<{ readonly cost: number; readonly effect: number }, Trouble>;

/** The ends that each parameter is moved to: those that the file states, or the 95 % limits of what is believed. */
export const oneWayInputs = (
  model: Pick<Compared, 'tornado'>,
  parameters: readonly BoundParameter[],
): readonly OneWayInput[] =>
  model.tornado.flatMap(({ parameter, range }): OneWayInput[] => {
    const distribution = parameters.find(({ name }) => name === parameter)?.distribution ?? null;
    if (range !== null) return [{ parameter, ...range }];
    if (distribution === null) return [];
    const [low, high] = [
      distributionQuantile(distribution, 0.025),
      distributionQuantile(distribution, 0.975),
    ];
    return [{ parameter, low, high }];
  });

/** A tornado of incremental net benefit for each comparison; the ends are the 95 % limits of the same distributions that are drawn from. */
export function tornadoShapes<Trouble extends Fault>(
  model: Compared,
  parameters: readonly BoundParameter[],
  results: readonly StrategyResult[],
  expected: Expected<Trouble>,
): Result<readonly TornadoShape[], Trouble> {
  const { stated } = model.willingness;
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const inputs = oneWayInputs(model, parameters);
  const worth = (result: { readonly cost: number; readonly effect: number }): number =>
    netBenefit(result.cost, result.effect, stated);
  const reference = results.find(({ strategy }) => strategy.name === model.reference.name);

  return each(comparedStrategies(model), (strategy): Result<TornadoShape, Trouble> => {
    const own = results.find((result) => result.strategy.name === strategy.name);
    if (own === undefined || reference === undefined) throw new Error('every strategy has a result');
    const bars = oneWay<Trouble>(inputs, (parameter, value) => {
      const instead = new Map([[parameter, value]]);
      const here = expected(strategy, instead);
      if (!here.ok) return here;
      const there = expected(model.reference, instead);
      return there.ok ? succeed(worth(here.value) - worth(there.value)) : there;
    });
    if (!bars.ok) return bars;
    const versus: Text = {
      ko: `${strategy.label.ko} 대 ${model.reference.label.ko}`,
      en: `${strategy.label.en} against ${model.reference.label.en}`,
    };
    return succeed({
      shape: 'tornado',
      label: { ko: `한 방향 민감도 분석: ${versus.ko}`, en: `One-way sensitivity analysis: ${versus.en}` },
      outcome: { ko: '증분 순편익', en: 'Incremental net benefit' },
      willingness: stated,
      currency: model.currency,
      base: worth(own.base) - worth(reference.base),
      bars: bars.value.map(({ parameter, low, high, atLow, atHigh }) => {
        const { label, source } = byName.get(parameter) ?? {
          label: { ko: parameter, en: parameter },
          source: null,
        };
        const state = source === null || source.state === 'derived' ? 'assumption' : source.state;
        return { parameter: label, state, lowInput: low, highInput: high, atLow, atHigh };
      }),
    });
  });
}
