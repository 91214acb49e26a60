import { type DrawColumn } from '@daero/domain/expression/compile';
import { type Fault, type Result } from '@daero/domain/result';
import { type OneWayRange, type ValueSets, type Willingness } from '../model/analyses.ts';
import { bindParameter, type BindingFault, type BoundParameter, type Estimates } from '../model/binding.ts';
import { inOrder } from '../model/definition-order.ts';
import { columnsFrom, type RangeFault } from '../model/parameter-columns.ts';
import { type Parameter } from '../model/parameter.ts';
import { each } from '../model/place.ts';
import { definitionsOf, type SettingStrategy } from '../model/strategies.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { drawJoint, type Joint } from '../uncertainty/joint.ts';
import { sampleDistribution } from '../uncertainty/sampling.ts';

/** What a model has whose strategies are settings of parameters, whatever it does with them. */
export type SampledModel = {
  /** In the order of the file. */
  readonly parameters: readonly Parameter[];
  readonly joint: readonly Joint[];
  readonly strategies: readonly SettingStrategy[];
  readonly reference: SettingStrategy;
  readonly willingness: Willingness;
  readonly probabilistic: { readonly draws: number; readonly seed: number };
  readonly sets: ValueSets;
  readonly tornado: readonly OneWayRange[];
};

/** Columns of parameters by name: one value a draw, or one that holds in all. */
export type Columns = ReadonlyMap<string, DrawColumn>;
/** Draws `firstDraw` .. `firstDraw + draws`, counted from 1; 0 is the base case. */
export type Run = { readonly columns: Columns; readonly draws: number; readonly firstDraw: number };

/** A model with its parameters bound, and its structure as one function of columns. */
export type PreparedModel<Trouble extends Fault> = {
  readonly model: SampledModel;
  readonly parameters: readonly BoundParameter[];
  /** By strategy: the parameters as it defines them, each using only those before it. */
  readonly settings: readonly (readonly BoundParameter[])[];
  readonly outcomes: (strategy: number, run: Run) => Result<StrategyDraws, Trouble>;
};

/** Binds parameters to their estimates, and orders them for each strategy. */
export function prepareModel<Trouble extends Fault>(
  model: SampledModel,
  estimates: Estimates,
  outcomes: PreparedModel<Trouble>['outcomes'],
): Result<PreparedModel<Trouble>, BindingFault> {
  const bound = each(model.parameters, (parameter) => bindParameter(parameter, estimates));
  if (!bound.ok) return bound;
  const settings = model.strategies.map(({ set }) => settingsOf(bound.value, set));
  return { ok: true, value: { model, parameters: bound.value, settings, outcomes } };
}

/** The parameters as one strategy sets them, each using only those before it. */
export function settingsOf(
  bound: readonly BoundParameter[],
  set: SettingStrategy['set'],
): readonly BoundParameter[] {
  const ordered = inOrder(definitionsOf(bound, set));
  if (!ordered.ok) throw new Error('a circle was not refused when the model was read');
  return ordered.value.flatMap(({ name }) => {
    const parameter = bound.find((one) => one.name === name);
    const expression = set.get(name);
    if (parameter === undefined) return [];
    return expression === undefined
      ? [parameter]
      : [
          {
            ...parameter,
            amount: { from: 'expression', expression } as const,
            base: null,
            distribution: null,
          },
        ];
  });
}

/** Every parameter that is not derived, at its base value or at the value that `instead` gives it. */
export const baseValues = (
  parameters: readonly BoundParameter[],
  instead: ReadonlyMap<string, number> = new Map(),
): Columns =>
  new Map(parameters.map(({ name, base }) => [name, Float64Array.of(instead.get(name) ?? base ?? NaN)]));

/** Draws of every parameter that is not derived; `from` is a whole block, so that any worker draws the same. */
export function drawnValues(
  { model, parameters }: Pick<PreparedModel<Fault>, 'model' | 'parameters'>,
  { from, draws }: { readonly from: number; readonly draws: number },
): Columns {
  const { seed } = model.probabilistic;
  const given = drawJoint(model.joint, parameters, { draws, seed, from });
  for (const { name, base, distribution } of parameters) {
    if (given.has(name)) continue;
    const column =
      distribution === null
        ? Float64Array.of(base ?? NaN)
        : sampleDistribution(distribution, draws, { seed, name, from });
    given.set(name, column);
  }
  return given;
}

/** Columns of every parameter as one strategy has it, the derived ones computed. */
export function strategyColumns(
  parameters: readonly BoundParameter[],
  given: Columns,
  firstDraw: number,
): Result<Columns, RangeFault> {
  const columns = columnsFrom(parameters, ({ name }) => given.get(name) ?? Float64Array.of(NaN), firstDraw);
  if (!columns.ok) return columns;
  return {
    ok: true,
    value: new Map(parameters.map(({ name }, index) => [name, columns.value[index] ?? Float64Array.of(NaN)])),
  };
}
