import { type Expression } from '@daero/domain/expression/tree';
import { type Result, succeed } from '@daero/domain/result';
import { type Column } from '../kernel/operations.ts';
import { runProgram, type GivenColumns } from '../kernel/run-program.ts';
import { bindParameter, type BindingFault, type BoundParameter, type Estimates } from '../model/binding.ts';
import { inOrder } from '../model/definition-order.ts';
import { rangeOf } from '../model/parameter.ts';
import { type ParameterColumns } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { drawJoint } from '../uncertainty/joint.ts';
import { sampleDistribution } from '../uncertainty/sampling.ts';
import { compileCohort, type Account, type CompiledCohort, type RangedDefinition } from './compile-cohort.ts';
import { type CohortModel, type CohortStrategy, type RewardKind } from './model.ts';
import { initialOf } from './start-of-cohort.ts';
import { type Written } from './structure.ts';

/** A model with its parameters bound and each strategy traced: what every analysis runs. */
export type PreparedCohort = {
  readonly model: CohortModel;
  readonly parameters: readonly BoundParameter[];
  readonly strategies: readonly {
    readonly strategy: CohortStrategy;
    readonly cohort: CompiledCohort;
    /** The same without what is reported aside. */
    readonly outcomes: CompiledCohort;
  }[];
};

/** Binds every parameter to its estimate and traces every strategy, once for all analyses. */
export function prepareCohort(
  model: CohortModel,
  estimates: Estimates,
): Result<PreparedCohort, BindingFault> {
  const bound = each(model.parameters, (parameter) => bindParameter(parameter, estimates));
  if (!bound.ok) return bound;
  const strategies = model.strategies.map((strategy) => ({
    strategy,
    cohort: compiled(model, strategy, ['cost', 'effect', 'aside']),
    outcomes: compiled(model, strategy, ['cost', 'effect']),
  }));
  return succeed({ model, parameters: bound.value, strategies });
}

/** Every parameter that is not derived, at its base value or at the value that `instead` gives it. */
export const baseGiven = (
  { parameters }: PreparedCohort,
  instead: ReadonlyMap<string, number> = new Map(),
): GivenColumns =>
  new Map(parameters.map(({ name, base }) => [name, Float64Array.of(instead.get(name) ?? base ?? NaN)]));

/** Draws `from` .. `from + draws`; `from` is a whole block, so that any worker draws the same. */
export function drawnGiven(
  { parameters, model }: PreparedCohort,
  { from, draws }: { readonly from: number; readonly draws: number },
): GivenColumns {
  const { seed } = model.probabilistic;
  const given: Map<string, Column> = drawJoint(model.joint, parameters, { draws, seed, from });
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

/** One column a parameter, derived ones too: those that vary with the cycle have their value in the first. */
export function parameterColumns(
  { model, parameters, strategies }: PreparedCohort,
  given: GivenColumns,
): ParameterColumns {
  const cohort = strategies.find(({ strategy }) => strategy.name === model.reference.name)?.cohort;
  const values = cohort === undefined ? null : runProgram(cohort.program.steps, given);
  values?.startCycle(1);
  return parameters.map(({ name, amount }): Column => {
    const step = cohort?.program.names.get(name);
    const own = amount.from === 'expression' && step !== undefined ? values?.of(step, 1) : given.get(name);
    return own ?? Float64Array.of(NaN);
  });
}

function compiled(
  model: CohortModel,
  strategy: CohortStrategy,
  kinds: readonly RewardKind[],
): CompiledCohort {
  const { set } = strategy;
  const definitions = model.parameters.map(({ name, path, kind, amount }): RangedDefinition => {
    const expression = set.get(name) ?? (amount.from === 'expression' ? amount.expression : 'given');
    return { name, path, expression, range: rangeOf[kind] };
  });
  const ordered = inOrder([...ownDefinitions(model), ...definitions]);
  if (!ordered.ok)
    throw new Error(`a circle was not refused when the model was read: ${ordered.fault.names.join()}`);
  const { conventions, tables } = model;
  const structure = { ...model.structure, initial: initialOf(model, strategy) };
  const { clock, counting, discounting, rates } = conventions;
  const account = (rate: Written): Account => ({ rate, counting, discounting });
  const never: Written = { expression: { node: 'number', value: 0, at: 0 }, path: '/conventions/discount' };
  const rateOf = { cost: rates.costs, effect: rates.effects, aside: never };
  return compileCohort({
    ...{ structure, clock, tables, definitions: ordered.value },
    accounts: new Map(
      structure.rewards.flatMap(({ name }, index): readonly [string, Account][] => {
        const kind = model.rewardKinds[index] ?? 'aside';
        return kinds.includes(kind) ? [[name, account(rateOf[kind])]] : [];
      }),
    ),
  });
}

/** What the structure itself names. */
function ownDefinitions({ conventions, startingAge }: CohortModel): readonly RangedDefinition[] {
  const number = (value: number): Expression => ({ node: 'number', value, at: 0 });
  const name = (word: string): Expression => ({ node: 'name', name: word, at: 0 });
  const both = (operator: '+' | '-' | '*', left: Expression, right: Expression): Expression => ({
    ...{ node: 'binary', operator, left, right, at: 0 },
  });
  const own = (word: string, expression: Expression): RangedDefinition => ({
    ...{ name: word, expression, range: null, path: '/conventions/cycle' },
  });
  const cycle = own('cycle', number(conventions.clock.cycleYears));
  if (startingAge === null) return [cycle];
  const sinceStart = both('*', both('-', name('t'), number(1)), name('cycle'));
  return [cycle, own('age', both('+', number(startingAge), sinceStart))];
}
