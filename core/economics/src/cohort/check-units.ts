import { print } from '@daero/domain/expression/print';
import { hazardRatioOnProbability, type HazardRatioFault } from '../model/hazard-ratio.ts';
import { unitsOf, type ParameterScope } from '../model/parameter.ts';
import { type Path } from '../model/place.ts';
import {
  noDimension,
  printDimension,
  readUnit,
  sameDimension,
  unitOf,
  type Dimension,
  type UnitFault,
} from '../model/unit.ts';
import { type CohortModelForm } from './model-form.ts';
import { type Structure, type Written } from './structure.ts';

type At = { readonly path: Path };
export type CohortUnitFault =
  | UnitFault
  | HazardRatioFault
  | ({ readonly kind: 'parameter-unit-unknown'; readonly name: string; readonly unit: string } & At)
  | ({
      readonly kind: 'model-payoff-unit';
      readonly outcome: string;
      readonly takes: string;
      readonly found: string;
    } & At)
  | ({ readonly kind: 'model-not-a-probability'; readonly source: string; readonly found: string } & At);

/** Probabilities are probabilities, and what counts as a cost or an effect is measured as one. */
export function checkUnits(
  structure: Structure,
  rewards: CohortModelForm['rewards'],
  scope: ParameterScope,
): CohortUnitFault | null {
  const { currency, earlier: parameters } = scope;
  const units = unitsOf(scope);
  const kinds = new Map(parameters.map(({ name, kind }) => [name, kind]));

  const probability = ({ expression, path }: Written): CohortUnitFault | null => {
    const misused = hazardRatioOnProbability(expression, path, parameters);
    if (misused !== null) return misused;
    const unit = unitOf(expression, units, { path, currency, tables: scope.tableUnits });
    if (!unit.ok) return unit.fault;
    const source = print(expression);
    if (unit.value !== 'any' && !sameDimension(unit.value, noDimension))
      return { kind: 'model-not-a-probability', path, source, found: printDimension(unit.value, currency) };
    const bare = expression.node === 'name' ? kinds.get(expression.name) : undefined;
    return bare === undefined || bare === 'probability'
      ? null
      : { kind: 'model-not-a-probability', path, source, found: bare };
  };
  const worth = (
    { expression, path }: Written,
    outcome: string,
    takes: Dimension,
  ): CohortUnitFault | null => {
    const unit = unitOf(expression, units, { path, currency, tables: scope.tableUnits });
    if (!unit.ok) return unit.fault;
    if (unit.value === 'any' || sameDimension(unit.value, takes)) return null;
    const [wanted, found] = [printDimension(takes, currency), printDimension(unit.value, currency)];
    return { kind: 'model-payoff-unit', path, outcome, takes: wanted, found };
  };

  for (const row of structure.rows) {
    for (const { probability: stated } of row) {
      const fault = stated === 'rest' ? null : probability(stated);
      if (fault !== null) return fault;
    }
  }
  for (const [index, reward] of structure.rewards.entries()) {
    const form = rewards[index];
    const unit =
      form?.counts === 'cost' ? currency : form?.counts === 'effect' ? 'QALY' : (form?.unit ?? 'count');
    const path = `/rewards/${index}`;
    const whole = readUnit(unit, currency);
    if (whole === null)
      return { kind: 'parameter-unit-unknown', path: `${path}/unit`, name: reward.name, unit };
    const stay = reward.per === 'year' ? { ...whole, year: whole.year - 1 } : whole;
    for (const value of reward.states) {
      const fault = value === null ? null : worth(value, reward.name, stay);
      if (fault !== null) return fault;
    }
    for (const { value } of reward.transitions) {
      const fault = worth(value, reward.name, whole);
      if (fault !== null) return fault;
    }
  }
  return null;
}
