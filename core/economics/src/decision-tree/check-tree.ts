import { print } from '@daero/domain/expression/print';
import { hazardRatioOnProbability, type HazardRatioFault } from '../model/hazard-ratio.ts';
import { type Parameter } from '../model/parameter.ts';
import { below, type Path } from '../model/place.ts';
import {
  noDimension,
  printDimension,
  readUnit,
  sameDimension,
  unitOf,
  type UnitFault,
} from '../model/unit.ts';
import { outcomes, type Outcome } from './model.ts';
import { nodesOf, type Formula, type TreeNode } from './tree.ts';

type At = { readonly path: Path };
export type TreeCheckFault =
  | UnitFault
  | HazardRatioFault
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({
      readonly kind: 'model-payoff-unit';
      readonly outcome: string;
      readonly takes: string;
      readonly found: string;
    } & At)
  | ({ readonly kind: 'model-not-a-probability'; readonly source: string; readonly found: string } & At);

/** Decision nodes have names of their own, probabilities are probabilities, and payoffs are in the unit of their outcome. */
export function checkTree(
  root: TreeNode,
  parameters: readonly Parameter[],
  currency: string,
): TreeCheckFault | null {
  const decisions = new Set<string>();
  for (const node of nodesOf(root)) {
    if (node.type === 'decision') {
      if (decisions.has(node.name))
        return { kind: 'model-name-twice', path: below(node.path, 'name'), name: node.name };
      decisions.add(node.name);
    }
    const probabilities =
      node.type === 'chance' ? [...node.accuracy, ...node.branches.map((branch) => branch.probability)] : [];
    for (const probability of probabilities) {
      const fault = probability === 'complement' ? null : notAProbability(probability, parameters, currency);
      if (fault !== null) return fault;
    }
    const payoffs = node.type === 'leaf' ? [node.payoffs] : node.branches.map((branch) => branch.payoffs);
    for (const outcome of outcomes) {
      for (const payoff of payoffs) {
        const formula = payoff.get(outcome);
        const fault = formula === undefined ? null : wrongUnit(formula, outcome, parameters, currency);
        if (fault !== null) return fault;
      }
    }
  }
  return null;
}

const dimensions = (parameters: readonly Parameter[]): ReadonlyMap<string, Parameter['dimension']> =>
  new Map(parameters.map(({ name, dimension }) => [name, dimension]));

function notAProbability(
  { expression, path }: Formula,
  parameters: readonly Parameter[],
  currency: string,
): TreeCheckFault | null {
  const misused = hazardRatioOnProbability(expression, path, parameters);
  if (misused !== null) return misused;
  const unit = unitOf(expression, dimensions(parameters), { path, currency });
  if (!unit.ok) return unit.fault;
  const source = print(expression);
  if (unit.value !== 'any' && !sameDimension(unit.value, noDimension)) {
    return { kind: 'model-not-a-probability', path, source, found: printDimension(unit.value, currency) };
  }
  const bare =
    expression.node === 'name' ? parameters.find(({ name }) => name === expression.name) : undefined;
  return bare === undefined || bare.kind === 'probability'
    ? null
    : { kind: 'model-not-a-probability', path, source, found: bare.kind };
}

function wrongUnit(
  { expression, path }: Formula,
  outcome: Outcome,
  parameters: readonly Parameter[],
  currency: string,
): TreeCheckFault | null {
  const unit = unitOf(expression, dimensions(parameters), { path, currency });
  if (!unit.ok) return unit.fault;
  const takes = readUnit(outcome === 'cost' ? currency : 'QALY', currency) ?? noDimension;
  if (unit.value === 'any' || sameDimension(unit.value, takes)) return null;
  return {
    kind: 'model-payoff-unit',
    path,
    outcome,
    takes: printDimension(takes, currency),
    found: printDimension(unit.value, currency),
  };
}
