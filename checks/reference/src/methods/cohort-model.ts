import { read, type Tables } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';
import { type Counting } from '@daero/economics/cohort/accounting';
import {
  compileCohort,
  type Account,
  type CompiledCohort,
  type RangedDefinition,
} from '@daero/economics/cohort/compile-cohort';
import { type StructureForm } from '@daero/economics/cohort/structure-form';
import { readStructure, type Structure } from '@daero/economics/cohort/structure';
import { inOrder } from '@daero/economics/model/definition-order';
import { z } from 'zod';

const amount = z.union([z.number(), z.string()]);
const amounts = z.record(z.string(), amount);
const point = z.looseObject({
  basis: z.literal('point'),
  weights: z.enum(['none', 'half-cycle', 'simpson', 'alternating-2/3-4/3']),
});
const cycle = z.looseObject({
  basis: z.literal('cycle'),
  population: z.enum(['start', 'end', 'mean']),
  discount_at: z.enum(['start', 'mid', 'end']),
});
const check = z.looseObject({ file: z.string(), at: z.string(), run: z.string(), quantity: z.string() });

/** `model.json` of a cohort, as the reference README describes it. */
const form = z.looseObject({
  cycle_length_years: z.number(),
  cycles: z.int(),
  states: z.array(z.looseObject({ name: z.string(), tunnels: z.int().default(1) })),
  initial: amounts,
  parameters: amounts.default({}),
  tables: z
    .record(
      z.string(),
      z.looseObject({
        lookup: z.enum(['exact', 'floor']),
        keys: z.array(z.number()),
        values: z.array(z.number()),
      }),
    )
    .default({}),
  transitions: z.array(z.looseObject({ from: z.string(), to: z.string(), probability: amount })),
  rewards: z.record(
    z.string(),
    z.looseObject({
      discount_rate: amount,
      state: amounts.default({}),
      state_value_per: z.enum(['cycle', 'year']),
      transition: z.array(z.looseObject({ from: z.string(), to: z.string(), value: amount })).default([]),
    }),
  ),
  strategies: z.array(z.looseObject({ name: z.string(), set: amounts.default({}) })),
  runs: z.array(
    z.looseObject({
      name: z.string(),
      strategies: z.array(z.string()),
      accounting: z.record(z.string(), z.discriminatedUnion('basis', [point, cycle])),
    }),
  ),
  checks: z.array(check),
});
type Form = z.output<typeof form>;

export type CohortCheck = z.output<typeof check>;
export type CohortModel = Pick<Form, 'checks' | 'runs' | 'cycle_length_years'> & {
  readonly structure: Structure;
  readonly rewardNames: readonly string[];
  /** A strategy under the accounting of a run; the parameters named in `drawn` will be handed in. */
  readonly compiled: (run: string, strategy: string, drawn?: readonly string[]) => CompiledCohort;
};

/** The reference's model in the engine's own structures. */
export function readCohortModel(json: unknown): CohortModel {
  const model = form.parse(json);
  const tables: Tables = new Map(
    Object.entries(model.tables).map(([name, { lookup, keys, values }]) => [
      name,
      { rule: lookup, keys, values },
    ]),
  );
  const names = [...Object.keys(model.parameters), 't', 'k'];
  const structure = unwrap(readStructure(structureForm(model), '', { names, tables }));
  const expression = (source: string | number): RangedDefinition['expression'] =>
    unwrap(read(String(source), names, tables));

  const compiled: CohortModel['compiled'] = (runName, strategyName, drawn = []) => {
    const run = named(model.runs, runName);
    const { set } = named(model.strategies, strategyName);
    const definitions = Object.entries({ ...model.parameters, ...set }).map(
      ([name, source]): RangedDefinition => ({
        name,
        expression: drawn.includes(name) && !Object.hasOwn(set, name) ? 'given' : expression(source),
        range: null,
        path: `/parameters/${name}`,
      }),
    );
    return compileCohort({
      structure,
      tables,
      clock: { cycles: model.cycles, cycleYears: model.cycle_length_years },
      definitions: unwrap(inOrder(definitions)),
      accounts: new Map(
        Object.entries(model.rewards).flatMap(([name, { discount_rate: rate }]): [string, Account][] => {
          const accounting = run.accounting[name];
          const tree = expression(rate);
          if (accounting === undefined || tree === 'given') return [];
          const discounting = { form: 'annual', from: 'time-zero' } as const;
          const path = `/rewards/${name}/discount_rate`;
          return [
            [name, { rate: { expression: tree, path }, counting: countingOf(accounting), discounting }],
          ];
        }),
      ),
    });
  };
  const { checks, runs, cycle_length_years } = model;
  return { checks, runs, cycle_length_years, structure, compiled, rewardNames: Object.keys(model.rewards) };
}

const rest = (probability: string | number): string | number =>
  probability === 'complement' ? 'rest' : probability;

function structureForm({ states, initial, transitions, rewards }: Form): StructureForm {
  const listed = new Set(transitions.map(({ from, to }) => JSON.stringify([from, to])));
  return {
    states: states.map(({ name, tunnels }) => ({ name, tunnels })),
    initial,
    entries: [],
    transitions: transitions.map(({ from, to, probability }) => ({
      from,
      to,
      probability: rest(probability),
    })),
    rewards: Object.entries(rewards).map(([name, { state, state_value_per: per, transition }]) => ({
      ...{ name, per, states: state },
      transitions: transition
        .filter(({ from, to }) => listed.has(JSON.stringify([from, to]))) // nobody takes a way that is not listed
        .map(({ from, to, value }) => ({ from, to, value })),
    })),
  };
}

function countingOf(accounting: z.output<typeof point> | z.output<typeof cycle>): Counting {
  if (accounting.basis === 'point') {
    const weights = accounting.weights === 'alternating-2/3-4/3' ? 'alternating' : accounting.weights;
    return { at: 'points', weights };
  }
  const { population, discount_at: discountedAt } = accounting;
  return { at: 'cycles', population, discountedAt: discountedAt === 'mid' ? 'middle' : discountedAt };
}

export function named<One extends { readonly name: string }>(ones: readonly One[], name: string): One {
  const found = ones.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`nothing is named ${name}: ${ones.map((one) => one.name).join(', ')}`);
  return found;
}
