import { type ExpressionFault } from '@daero/domain/expression/compile';
import { nearest } from '@daero/domain/expression/nearest';
import { print } from '@daero/domain/expression/print';
import { type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { inOrder, type CircularFault } from './definition-order.ts';
import { hazardRatioOnProbability, type HazardRatioFault } from './hazard-ratio.ts';
import { namesOf, unitsOf, type Parameter, type ParameterScope } from './parameter.ts';
import { below, each, readExpression, type Path } from './place.ts';
import { printDimension, sameDimension, unitOf, type UnitFault } from './unit.ts';

/** A strategy that is the same model with some parameters otherwise. */
export type SettingStrategy = {
  readonly name: string;
  readonly label: Text;
  /** By parameter: what this strategy gives it. */
  readonly set: ReadonlyMap<string, Expression>;
};
type StrategyForm = {
  readonly name: string;
  readonly label: Text;
  readonly set: Readonly<Record<string, string | number>>;
};

export type StrategyFault =
  | ExpressionFault
  | CircularFault
  | HazardRatioFault
  | UnitFault
  | { readonly kind: 'model-name-twice'; readonly path: Path; readonly name: string }
  | {
      readonly kind: 'model-parameter-unknown';
      readonly path: Path;
      readonly name: string;
      readonly nearest: readonly string[];
    }
  | {
      readonly kind: 'model-strategy-unknown';
      readonly path: Path;
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'model-one-strategy'; readonly count: number };

/** The strategies of a file: what each gives to parameters has their unit, uses known names and goes round in no circle. */
export function readStrategies(
  { strategies }: { readonly strategies: readonly StrategyForm[] },
  scope: ParameterScope,
): Result<readonly SettingStrategy[], StrategyFault> {
  const { earlier: parameters } = scope;
  if (strategies.length < 2) return fail({ kind: 'model-one-strategy', count: strategies.length });
  const known = parameters.map(({ name }) => name);
  return each(strategies, ({ name, label, set }, index): Result<SettingStrategy, StrategyFault> => {
    const path = below('/strategies', index);
    if (strategies.findIndex((one) => one.name === name) < index)
      return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    const replaced = new Map<string, Expression>();
    for (const [wanted, amount] of Object.entries(set)) {
      const place = below(path, 'set', wanted);
      const parameter = parameters.find((one) => one.name === wanted);
      if (parameter === undefined)
        return fail({
          ...{ kind: 'model-parameter-unknown', path: place, name: wanted },
          nearest: nearest(wanted, known),
        });
      const tree = readExpression(amount, namesOf(scope), place, scope.tables);
      if (!tree.ok) return tree;
      const unfit = unfitFor(parameter, tree.value, place, scope);
      if (unfit !== null) return fail(unfit);
      replaced.set(wanted, tree.value);
    }
    const circular = inOrder(definitionsOf(parameters, replaced));
    return circular.ok ? succeed({ name, label, set: replaced }) : circular;
  });
}

/** The parameters as one strategy defines them. */
export const definitionsOf = (
  parameters: readonly Parameter[],
  set: ReadonlyMap<string, Expression>,
): readonly { readonly name: string; readonly path: Path; readonly expression: Expression | 'given' }[] =>
  parameters.map(({ name, path, amount }) => ({
    ...{ name, path },
    expression: set.get(name) ?? (amount.from === 'expression' ? amount.expression : ('given' as const)),
  }));

function unfitFor(
  { dimension }: Parameter,
  expression: Expression,
  path: Path,
  scope: ParameterScope,
): HazardRatioFault | UnitFault | null {
  const misused = hazardRatioOnProbability(expression, path, scope.earlier);
  if (misused !== null) return misused;
  const { currency } = scope;
  const found = unitOf(expression, unitsOf(scope), { path, currency, tables: scope.tableUnits });
  if (!found.ok) return found.fault;
  if (found.value === 'any' || sameDimension(found.value, dimension)) return null;
  const [left, right] = [printDimension(found.value, currency), printDimension(dimension, currency)];
  return { kind: 'model-units-mixed', path, source: print(expression), left, right };
}

/** The strategy that the others are compared with. */
export function referenceOf<One extends { readonly name: string }>(
  strategies: readonly One[],
  reference: string,
): Result<One, StrategyFault> {
  const found = strategies.find(({ name }) => name === reference);
  if (found !== undefined) return succeed(found);
  const known = strategies.map(({ name }) => name);
  return fail({ kind: 'model-strategy-unknown', path: '/reference', name: reference, known });
}
