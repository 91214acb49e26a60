import { type DrawColumn } from '@daero/domain/expression/compile';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type ParameterColumns } from '../model/parameter-columns.ts';
import { type Path } from '../model/place.ts';
import { chosen, type Policy } from './policy.ts';
import { type Chance, type Payoffs, type TreeNode } from './tree.ts';

/** `draw` counts from 1; 0 is the base case. `parameters` are those that the probabilities of the node read, as name=value. */
type InDraw = { readonly path: Path; readonly draw: number; readonly parameters: readonly string[] };
export type RollbackFault =
  | ({
      readonly kind: 'complement-below-zero';
      readonly node: string;
      readonly branch: string;
      readonly value: number;
    } & InDraw)
  | ({
      readonly kind: 'probability-out-of-range';
      readonly node: string;
      readonly branch: string;
      readonly value: number;
    } & InDraw)
  | ({ readonly kind: 'probabilities-do-not-sum'; readonly node: string; readonly sum: number } & InDraw)
  | {
      readonly kind: 'payoff-not-finite';
      readonly path: Path;
      readonly outcome: string;
      readonly draw: number;
    };

/** The parameters' names, in the order of their columns, and the columns. */
export type Given = { readonly names: readonly string[]; readonly columns: ParameterColumns };

/** One column an outcome, in the order asked for. */
export type ExpectedValues = readonly DrawColumn[];

/**
 * Expected outcomes of one policy, rolled back from the leaves, in every draw at once.
 *
 * What does a strategy cost and give on average? Each path counts its payoffs with its probability; a decision counts the
 * branch that the policy takes. Probabilities are never cut or rescaled: what is not a probability is refused, with its draw.
 *
 * Takes    root; policy; names and columns of the parameters; outcomes by name
 * Gives    expected value of each outcome: one value a draw, or one value where nothing varies
 * Fails    complement-below-zero, probability-out-of-range, probabilities-do-not-sum, payoff-not-finite: node, branch, draw and parameters
 * Cost     O(nodes x draws) time and space
 * Source   Raiffa (1968), Decision analysis; Briggs, Claxton and Sculpher (2006), ch. 2
 * Checked  reference/economics/tree-ai-reader, tree-sumatriptan, tree-test-then-act (R, rdecision 1.3.0)
 */
export function rollBack(
  root: TreeNode,
  policy: Policy,
  { given, outcomes }: { readonly given: Given; readonly outcomes: readonly string[] },
): Result<ExpectedValues, RollbackFault> {
  switch (root.type) {
    case 'leaf':
      return payoffColumns(root.payoffs, outcomes, given);
    case 'decision': {
      const branch = chosen(root, policy);
      const after = rollBack(branch.node, policy, { given, outcomes });
      if (!after.ok) return after;
      const here = payoffColumns(branch.payoffs, outcomes, given);
      return here.ok ? succeed(here.value.map((column, index) => add(column, after.value[index]))) : here;
    }
    case 'chance': {
      const probabilities = probabilityColumns(root, given);
      if (!probabilities.ok) return probabilities;
      const sums: (DrawColumn | undefined)[] = outcomes.map(() => undefined);
      for (const [index, branch] of root.branches.entries()) {
        const after = rollBack(branch.node, policy, { given, outcomes });
        if (!after.ok) return after;
        const here = payoffColumns(branch.payoffs, outcomes, given);
        if (!here.ok) return here;
        const probability = probabilities.value[index] ?? zero;
        here.value.forEach((column, outcome) => {
          sums[outcome] = addProduct(sums[outcome], probability, add(column, after.value[outcome]));
        });
      }
      return succeed(sums.map((sum) => sum ?? zero));
    }
  }
}

const zero: DrawColumn = Float64Array.of(0);

/** Payoffs by outcome, 0 where none is stated. */
export function payoffColumns(
  payoffs: Payoffs,
  outcomes: readonly string[],
  { columns }: Given,
): Result<ExpectedValues, RollbackFault> {
  const found: DrawColumn[] = [];
  for (const outcome of outcomes) {
    const formula = payoffs.get(outcome);
    const column = formula === undefined ? zero : formula.over(columns);
    const at = column.findIndex((value) => !Number.isFinite(value));
    if (at >= 0 && formula !== undefined) {
      return fail({
        kind: 'payoff-not-finite',
        path: formula.path,
        outcome,
        draw: column.length === 1 ? 0 : at + 1,
      });
    }
    found.push(column);
  }
  return succeed(found);
}

/** Sums of a few probabilities miss 1 by this much at most. */
const rounding = 1e-9;

/** The probability of each branch, the complement filled in. */
export function probabilityColumns(
  chance: Chance,
  given: Given,
): Result<readonly DrawColumn[], RollbackFault> {
  const { columns, names } = given;
  const reads = new Set(
    chance.branches.flatMap(({ probability }) => (probability === 'complement' ? [] : probability.reads)),
  );
  const inDraw = (
    column: DrawColumn,
    at: number,
  ): { readonly draw: number; readonly parameters: readonly string[] } => ({
    draw: column.length === 1 ? 0 : at + 1,
    parameters: [...reads].map((name) => {
      const values = columns[names.indexOf(name)] ?? zero;
      return `${name}=${Number((values[values.length === 1 ? 0 : at] ?? NaN).toPrecision(6))}`;
    }),
  });

  let stated: DrawColumn = zero;
  const found: (DrawColumn | null)[] = [];
  for (const { probability, name, path } of chance.branches) {
    if (probability === 'complement') {
      found.push(null);
      continue;
    }
    const column = probability.over(columns);
    const at = column.findIndex((value) => !(value >= -rounding && value <= 1 + rounding));
    if (at >= 0) {
      const value = column[at] ?? NaN;
      return fail({
        kind: 'probability-out-of-range',
        path,
        node: chance.name,
        branch: name,
        value,
        ...inDraw(column, at),
      });
    }
    stated = add(stated, column);
    found.push(column);
  }
  const rest = addProduct(Float64Array.of(1), Float64Array.of(-1), stated);
  const complement = chance.branches[found.indexOf(null)];
  const wrong =
    complement === undefined ? (x: number) => Math.abs(x) > rounding : (x: number) => x < -rounding;
  const at = rest.findIndex(wrong);
  if (at >= 0) {
    const value = rest[at] ?? NaN;
    const where = inDraw(rest, at);
    return complement === undefined
      ? fail({
          kind: 'probabilities-do-not-sum',
          path: chance.path,
          node: chance.name,
          sum: 1 - value,
          ...where,
        })
      : fail({
          kind: 'complement-below-zero',
          path: complement.path,
          node: chance.name,
          branch: complement.name,
          value,
          ...where,
        });
  }
  return succeed(found.map((column) => column ?? rest));
}

export function add(a: DrawColumn, b: DrawColumn = zero): DrawColumn {
  if (b === zero) return a;
  if (a === zero) return b;
  return addProduct(a, Float64Array.of(1), b);
}

/** a + b c, draw by draw. */
export function addProduct(a: DrawColumn = zero, b: DrawColumn, c: DrawColumn): DrawColumn {
  const draws = Math.max(a.length, b.length, c.length);
  const [i, j, k] = [a, b, c].map((column) => (column.length === 1 ? 0 : 1));
  const out = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    out[draw] = (a[draw * (i ?? 0)] ?? NaN) + (b[draw * (j ?? 0)] ?? NaN) * (c[draw * (k ?? 0)] ?? NaN);
  }
  return out;
}
