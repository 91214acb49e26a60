import { succeed, type Result } from '@daero/domain/result';
import { type TwoWayAxis, type TwoWayShape } from '@daero/domain/shape';
import { netBenefit } from '../incremental/comparison.ts';
import { type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { type TwoWayAnalysis } from '../model/further-analyses.ts';
import { each } from '../model/place.ts';
import { twoWay, type TwoWayGrid } from '../uncertainty/two-way.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { manyOutcomes } from './many-outcomes.ts';

/** The two-way analyses that a model file names, at its stated willingness to pay, each as a grid to be drawn. */
export function gridShapes(model: EconomicModel, estimates: Estimates): Result<readonly TwoWayShape[]> {
  const { sets } = model.model;
  const ready = modelUnderTest(model, estimates);
  if (!ready.ok) return ready;
  const bases = new Map(ready.value.parameters.map(({ name, base }) => [name, base]));
  return each(sets.twoWay, (grid) => {
    const found = gridOf(model, estimates, grid);
    return found.ok ? succeed(shapeOf(model, grid, found.value, bases)) : found;
  });
}

function gridOf(model: EconomicModel, estimates: Estimates, grid: TwoWayAnalysis): Result<TwoWayGrid> {
  const { first, second } = grid;
  const { stated } = model.model.willingness;
  const points: ReadonlyMap<string, number>[] = [];
  const listed = twoWay([first, second], (point) => {
    points.push(point);
    return succeed<readonly number[]>([0]);
  });
  if (!listed.ok) return listed;
  const found = manyOutcomes(model, estimates, points);
  if (!found.ok) return found;
  const worth = found.value.map((row) => row.map(({ cost, effect }) => netBenefit(cost, effect, stated)));
  let at = 0; // the points come in the order in which they were listed
  return twoWay([first, second], () => succeed(worth[at++] ?? []));
}

function shapeOf(
  { model }: EconomicModel,
  { label, first, second }: TwoWayAnalysis,
  grid: TwoWayGrid,
  bases: ReadonlyMap<string, number>,
): TwoWayShape {
  const axis = (name: string, values: readonly number[]): TwoWayAxis => {
    const parameter = model.parameters.find((one) => one.name === name);
    return {
      parameter: parameter?.label ?? { ko: name, en: name },
      unit: parameter === undefined || plainUnits.includes(parameter.unit) ? '' : parameter.unit,
      values,
      base: bases.get(name) ?? NaN,
    };
  };
  return {
    shape: 'two-way',
    label,
    ...{ currency: model.currency, priceYear: model.priceYear, effectUnit: 'QALY' },
    willingness: model.willingness.stated,
    axes: [axis(first.parameter, grid.first), axis(second.parameter, grid.second)],
    strategies: model.strategies.map((strategy) => strategy.label),
    reference: model.strategies.findIndex(({ name }) => name === model.reference.name),
    worth: grid.worth,
  };
}

/** Units that say nothing beside the name of a parameter. */
const plainUnits: readonly string[] = ['probability', 'count', '1'];
