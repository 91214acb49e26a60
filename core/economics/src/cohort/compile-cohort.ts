import { type LookupTable } from '@daero/domain/expression/functions';
import { tracer, type Definition, type Program, type Step } from '../kernel/program.ts';
import { type Path } from '../model/place.ts';
import { scheduleOf, type Counting, type Discounting, type Schedule } from './accounting.ts';
import { type Reward, type Structure, type Transition, type Written } from './structure.ts';

/** How one reward is added up. */
export type Account = {
  /** Per year; an expression, so that it can vary in an analysis. */
  readonly rate: Written;
  readonly counting: Counting;
  readonly discounting: Discounting;
};
export type Clock = { readonly cycles: number; readonly cycleYears: number };

/** A definition with the range that its values must keep to, and its place for the fault. */
export type RangedDefinition = Definition & {
  readonly range: readonly [number, number] | null;
  readonly path: Path;
};

export type CompiledTransition = {
  readonly to: number;
  readonly step: number;
  readonly transition: Transition;
  /** What each passage adds to a reward, by the place of the reward. */
  readonly pays: readonly { readonly reward: number; readonly value: CompiledValue }[];
  /** Whether any of it depends on how long people had been there. */
  readonly paysByResidence: boolean;
};
export type CompiledRow = {
  readonly transitions: readonly CompiledTransition[];
  /** Null where a `rest` makes it 1. */
  readonly sum: number | null;
  /** Whether any probability of the row varies with the cycle; then it is checked in each. */
  readonly variesByCycle: boolean;
  readonly variesByResidence: boolean;
};
export type CompiledValue = {
  readonly step: number;
  readonly written: Written;
  readonly variesByCycle: boolean;
  readonly variesByResidence: boolean;
};
export type CompiledReward = {
  readonly name: string;
  /** Rewards of one group are counted and discounted alike, so that their stays are added up once. */
  readonly group: number;
  readonly states: readonly { readonly state: number; readonly value: CompiledValue }[];
  /** 1, or the length of a cycle in years where values are per year. */
  readonly scale: number;
  readonly rate: number;
  readonly account: Account;
  readonly schedule: Schedule;
};

/** A cohort of one strategy, traced: nothing in it is text any more. */
export type CompiledCohort = {
  readonly structure: Structure;
  readonly clock: Clock;
  readonly program: Program;
  readonly definitions: readonly RangedDefinition[];
  readonly tables: ReadonlyMap<string, LookupTable>;
  readonly initial: readonly (CompiledValue | null)[];
  readonly entries: readonly { readonly to: number; readonly share: CompiledValue }[];
  readonly rows: readonly CompiledRow[];
  readonly rewards: readonly CompiledReward[];
  readonly ranged: readonly { readonly definition: RangedDefinition; readonly value: CompiledValue }[];
};

export type CohortParts = {
  readonly structure: Structure;
  readonly clock: Clock;
  readonly tables: ReadonlyMap<string, LookupTable>;
  /** In an order in which each uses only those before it. */
  readonly definitions: readonly RangedDefinition[];
  /** By the name of the reward; only rewards named here are added up. */
  readonly accounts: ReadonlyMap<string, Account>;
};

/** Traces a cohort once; it can then be run with any draws. */
export function compileCohort({
  structure,
  clock,
  tables,
  definitions,
  accounts,
}: CohortParts): CompiledCohort {
  const { trace, number, binary, program } = tracer(definitions, tables);
  const varies = (step: number): Step['varies'] => program.steps[step]?.varies ?? 'never';
  const byCycle = (step: number): boolean => varies(step) === 'cycle' || varies(step) === 'both';
  const byResidence = (step: number): boolean => varies(step) === 'residence' || varies(step) === 'both';
  const valueOf = (written: Written, step = trace(written.expression)): CompiledValue => ({
    ...{ step, written, variesByCycle: byCycle(step), variesByResidence: byResidence(step) },
  });

  const counted = structure.rewards.filter(({ name }) => accounts.has(name));
  const rowOf = (row: readonly Transition[]): CompiledRow => {
    const stated = row.flatMap(({ probability }) =>
      probability === 'rest' ? [] : [trace(probability.expression)],
    );
    const [first = number(0), ...others] = stated;
    const sum = others.reduce((total, step) => binary('+', total, step), first);
    const transitions = row.map((transition): CompiledTransition => {
      const { to, probability } = transition;
      const step = probability === 'rest' ? binary('-', number(1), sum) : trace(probability.expression);
      const pays = counted.flatMap(({ transitions: passages }, reward) =>
        passages
          .filter((passage) => passage.from === transition.from && passage.to === to)
          .map(({ value }) => ({ reward, value: valueOf(value) })),
      );
      return {
        to,
        step,
        transition,
        pays,
        paysByResidence: pays.some(({ value }) => value.variesByResidence),
      };
    });
    return {
      transitions,
      sum: stated.length === row.length ? sum : null,
      variesByCycle: byCycle(sum),
      variesByResidence: byResidence(sum),
    };
  };

  const groups: string[] = [];
  const groupOf = (key: string): number => {
    if (!groups.includes(key)) groups.push(key);
    return groups.indexOf(key);
  };
  const rewardOf = (reward: Reward, account: Account): CompiledReward => ({
    name: reward.name,
    group: groupOf(JSON.stringify([trace(account.rate.expression), account.counting, account.discounting])),
    states: reward.states.flatMap((written, state) =>
      written === null ? [] : [{ state, value: valueOf(written) }],
    ),
    scale: reward.per === 'year' ? clock.cycleYears : 1,
    rate: trace(account.rate.expression),
    account,
    schedule: scheduleOf(account.counting, clock.cycles),
  });

  return {
    ...{ structure, clock, program, definitions, tables },
    initial: structure.initial.map((written) => (written === null ? null : valueOf(written))),
    entries: structure.entries.map(({ to, share }) => ({ to, share: valueOf(share) })),
    rows: structure.rows.map(rowOf),
    rewards: counted.flatMap((reward) => {
      const account = accounts.get(reward.name);
      return account === undefined ? [] : [rewardOf(reward, account)];
    }),
    ranged: definitions.flatMap((definition) => {
      const step = program.names.get(definition.name);
      if (definition.range === null || step === undefined) return [];
      const expression = { node: 'name', name: definition.name, at: 0 } as const;
      return [{ definition, value: valueOf({ expression, path: definition.path }, step) }];
    }),
  };
}
