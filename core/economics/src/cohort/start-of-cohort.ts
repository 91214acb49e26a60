import { type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { outcomes, type Outcome } from '../decision-tree/model.ts';
import { chosen, type Policy } from '../decision-tree/policy.ts';
import { rollBack, type RollbackFault } from '../decision-tree/rollback.ts';
import { type ChanceBranch, type Payoffs, type TreeNode } from '../decision-tree/tree.ts';
import { type Column } from '../kernel/operations.ts';
import { runProgram, type GivenColumns } from '../kernel/run-program.ts';
import { type CompiledCohort } from './compile-cohort.ts';
import { type CohortModel, type CohortStrategy } from './model.ts';
import { type Written } from './structure.ts';

const number = (value: number): Expression => ({ node: 'number', value, at: 0 });
const both = (operator: '+' | '-' | '*', left: Expression, right: Expression): Expression => ({
  ...{ node: 'binary', operator, left, right, at: 0 },
});
const sumOf = (terms: readonly Expression[]): Expression => {
  const [first, ...others] = terms;
  return first === undefined ? number(0) : others.reduce((sum, term) => both('+', sum, term), first);
};

/** What the tree gives under one policy, written out over its paths: formulas that a trace or a spreadsheet can compute. */
export type StartExpressions = {
  /** The share of people that arrives in each state, by its name; a state that no leaf names is not there. */
  readonly shares: ReadonlyMap<string, Expression>;
  /** Expected payoff, by outcome. */
  readonly payoffs: Readonly<Record<Outcome, Expression>>;
};

/** Shares and payoffs of a tree under one policy as expressions of the parameters. */
export function startExpressions(root: TreeNode, policy: Policy): StartExpressions {
  const shares = new Map<string, Expression[]>();
  const paid: Readonly<Record<Outcome, Expression[]>> = { cost: [], qaly: [] };
  const times = (share: Expression | null, what: Expression): Expression =>
    share === null ? what : both('*', share, what);
  const pay = (payoffs: Payoffs, share: Expression | null): void => {
    for (const outcome of outcomes) {
      const formula = payoffs.get(outcome);
      if (formula !== undefined) paid[outcome].push(times(share, formula.expression));
    }
  };
  /** `share` of everybody comes here; null is all of them. */
  const walk = (node: TreeNode, share: Expression | null): void => {
    switch (node.type) {
      case 'leaf':
        pay(node.payoffs, share);
        if (node.to !== null) shares.set(node.to, [...(shares.get(node.to) ?? []), share ?? number(1)]);
        return;
      case 'decision': {
        const branch = chosen(node, policy);
        pay(branch.payoffs, share);
        return walk(branch.node, share);
      }
      case 'chance':
        for (const branch of node.branches) {
          const here = times(share, probabilityOf(branch, node.branches));
          pay(branch.payoffs, here);
          walk(branch.node, here);
        }
    }
  };
  walk(root, null);
  return {
    shares: new Map([...shares].map(([state, terms]) => [state, sumOf(terms)])),
    payoffs: { cost: sumOf(paid.cost), qaly: sumOf(paid.qaly) },
  };
}

function probabilityOf({ probability }: ChanceBranch, all: readonly ChanceBranch[]): Expression {
  if (probability !== 'complement') return probability.expression;
  const others = all.flatMap((one) => (one.probability === 'complement' ? [] : [one.probability.expression]));
  return others.length === 0 ? number(1) : both('-', number(1), sumOf(others));
}

/** The shares at the start of one strategy: as the file states them, or as its tree hands them over. */
export function initialOf(
  { start, structure }: Pick<CohortModel, 'start' | 'structure'>,
  { choose }: CohortStrategy,
): readonly (Written | null)[] {
  if (start === null) return structure.initial;
  const { shares } = startExpressions(start, choose);
  return structure.states.map(({ name }) => {
    const expression = shares.get(name);
    return expression === undefined ? null : { expression, path: '/start' };
  });
}

/**
 * What the tree before a cohort costs and gives on average, in every draw of a block.
 *
 * Everything in it happens at the start: it is counted once for everybody, and not discounted.
 *
 * Takes    model; strategy with its traced cohort; given: one column a parameter that is handed in; firstDraw, for the words of a fault
 * Gives    cost and effect, one value a draw or one for all; null where the file has no tree
 * Fails    as rollBack: node, branch, draw and parameters of what is not a probability
 * Cost     O(nodes x draws)
 * Source   Briggs, Claxton and Sculpher (2006), Decision modelling for health economic evaluation, ch. 2.3: a tree that feeds a Markov model
 * Checked  cohort/hand-over.test.ts: paths and cohort added up by hand
 */
export function startOutcomes(
  { start, parameters }: CohortModel,
  { strategy, outcomes: cohort }: { readonly strategy: CohortStrategy; readonly outcomes: CompiledCohort },
  { given, firstDraw }: { readonly given: GivenColumns; readonly firstDraw: number },
): Result<{ readonly cost: Column; readonly effect: Column } | null, RollbackFault> {
  if (start === null) return succeed(null);
  const { steps, names } = cohort.program;
  const values = runProgram(steps, given);
  values.startCycle(1);
  const columns = parameters.map(({ name }) => values.of(names.get(name) ?? -1, 1));
  const known = { names: parameters.map(({ name }) => name), columns };
  const found = rollBack(start, strategy.choose, { given: known, outcomes });
  if (!found.ok) {
    const { draw } = found.fault;
    return fail({ ...found.fault, draw: draw === 0 ? 0 : firstDraw + draw - 1 });
  }
  const [cost, effect] = found.value;
  if (cost === undefined || effect === undefined) throw new Error('one column an outcome was promised');
  return succeed({ cost, effect });
}
