import { print } from '@daero/domain/expression/print';
import { type Expression } from '@daero/domain/expression/tree';
import { type Parameter } from './parameter.ts';
import { type Path } from './place.ts';

export type HazardRatioFault = {
  readonly kind: 'hazard-ratio-on-probability';
  readonly path: Path;
  readonly source: string;
  readonly probability: string;
  readonly ratio: string;
};

/** What a value is made of by sums and products alone: a power or an exponential makes something else of it. */
type Carries = { readonly probability: string | null; readonly ratio: string | null };
const nothing: Carries = { probability: null, ratio: null };
const together = (a: Carries, b: Carries): Carries => ({
  probability: a.probability ?? b.probability,
  ratio: a.ratio ?? b.ratio,
});

/** The product in which a hazard ratio meets a probability, where there is one: it acts on rates. */
export function hazardRatioOnProbability(
  expression: Expression,
  path: Path,
  parameters: readonly Parameter[],
): HazardRatioFault | null {
  let fault: HazardRatioFault | null = null;
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));

  const named = (name: string): Carries => {
    const parameter = byName.get(name);
    if (parameter === undefined) return nothing;
    if (parameter.kind === 'probability') return { probability: name, ratio: null };
    if (parameter.kind === 'hazard-ratio') return { probability: null, ratio: name };
    const derived = parameter.kind === 'ratio' && parameter.amount.from === 'expression';
    return derived ? carried(parameter.amount.expression) : nothing;
  };
  const carried = (tree: Expression): Carries => {
    switch (tree.node) {
      case 'number':
        return nothing;
      case 'name':
        return named(tree.name);
      case 'unary':
        return carried(tree.operand);
      case 'binary': {
        const [left, right] = [carried(tree.left), carried(tree.right)];
        if (tree.operator === '+' || tree.operator === '-') return together(left, right);
        if (tree.operator !== '*' && tree.operator !== '/') return nothing;
        for (const [a, b] of [
          [left, right],
          [right, left],
        ] as const) {
          if (a.probability === null || b.ratio === null || fault !== null) continue;
          const source = print(tree);
          fault = {
            ...{ kind: 'hazard-ratio-on-probability', path, source },
            ...{ probability: a.probability, ratio: b.ratio },
          };
        }
        return together(left, right);
      }
      case 'call': {
        const takes = tree.takes.map(carried);
        const keeps = tree.name === 'if' || tree.name === 'min' || tree.name === 'max';
        return keeps ? takes.reduce(together, nothing) : nothing;
      }
    }
  };
  carried(expression);
  return fault;
}
