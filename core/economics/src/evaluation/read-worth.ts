import { type ExpressionFault } from '@daero/domain/expression/compile';
import { type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { namesOf, unitsOf, type ParameterScope } from '../model/parameter.ts';
import { readExpression, type Path } from '../model/place.ts';
import {
  printDimension,
  readUnit,
  sameDimension,
  unitOf,
  noDimension,
  type Dimension,
  type UnitFault,
} from '../model/unit.ts';

export type Counts = 'cost' | 'effect';
export type WorthFault =
  | ExpressionFault
  | UnitFault
  | {
      readonly kind: 'model-payoff-unit';
      readonly path: Path;
      readonly outcome: string;
      readonly takes: string;
      readonly found: string;
    };

/** What counts as a cost is money, what counts as an effect is QALYs. */
export const unitOfOutcome = (counts: Counts, currency: string): Dimension =>
  readUnit(counts === 'cost' ? currency : 'QALY', currency) ?? noDimension;

/** A value of an outcome, in its unit or in its unit a year. */
export function readWorth(
  source: string | number,
  path: Path,
  scope: ParameterScope,
  { outcome, takes }: { readonly outcome: string; readonly takes: Dimension },
): Result<{ readonly expression: Expression; readonly path: Path }, WorthFault> {
  const tree = readExpression(source, namesOf(scope), path, scope.tables);
  if (!tree.ok) return tree;
  const { currency } = scope;
  const unit = unitOf(tree.value, unitsOf(scope), { path, currency, tables: scope.tableUnits });
  if (!unit.ok) return unit;
  if (unit.value === 'any' || sameDimension(unit.value, takes))
    return succeed({ expression: tree.value, path });
  const [wanted, found] = [printDimension(takes, currency), printDimension(unit.value, currency)];
  return fail({ kind: 'model-payoff-unit', path, outcome, takes: wanted, found });
}
