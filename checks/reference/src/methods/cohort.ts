import { unwrap } from '@daero/domain/result';
import { transitionMatrix, traceCohort, type Trace } from '@daero/economics/cohort/trace';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { answersOf } from './answers.ts';
import { named, readCohortModel, type CohortCheck, type CohortModel } from './cohort-model.ts';
import { icerRows } from './icer-table.ts';

/** Each check of `model.json` answered, each at its place. */
export function runCohortCase(given: Given): unknown {
  const model = readCohortModel(given.model);
  const checks = model.checks.filter(({ file }) => file === given.expectedFile);
  return answersOf(
    checks.flatMap((check) => [check, ...besides(model, check)]),
    (check) => answer(model, check),
  );
}

/** heemod sums net benefit up at this price of an effect, and prints how many people its model is of. */
const heemod = { willingness: 30_000, people: 1 };

/** The other columns of heemod's tables, which names its columns with a dot in front: those of a check's own row, and of the comparator. */
function besides(model: CohortModel, check: CohortCheck): readonly CohortCheck[] {
  const [row, column] = [
    check.at.slice(0, check.at.lastIndexOf('/')),
    check.at.slice(check.at.lastIndexOf('/') + 1),
  ];
  const stated = (field: string, value: number): CohortCheck => ({
    ...check,
    quantity: 'stated',
    value,
    at: `${row}/${field}`,
  });
  if (check.quantity === 'total') return [stated('.n_indiv', heemod.people)];
  if (check.quantity !== 'icer' || column !== '.icer') return [];
  const of = (strategy: string, reward: unknown): number => totalOf(model, check, strategy, reward);
  const [own, other] = [text(check, 'strategy'), text(check, 'comparator')];
  const cost = of(own, check.cost) - of(other, check.cost);
  const effect = of(own, check.effect) - of(other, check.effect);
  const worth = heemod.willingness * effect - cost;
  const first = `${row.slice(0, row.lastIndexOf('/'))}/${named(model.runs, check.run).strategies.indexOf(other)}`;
  return [
    ...Object.entries({
      '.cost': cost,
      '.dcost': cost,
      '.effect': effect,
      '.deffect': effect,
      '.nmb': worth,
      '.dnmb': worth,
      '.n_indiv': heemod.people,
    }).map(([field, value]) => stated(field, value)),
    ...Object.entries({ '.cost': 0, '.effect': 0, '.nmb': 0, '.n_indiv': heemod.people }).map(
      ([field, value]) => ({ ...stated(field, value), at: `${first}/${field}` }),
    ),
  ];
}

function answer(model: CohortModel, check: CohortCheck): unknown {
  switch (check.quantity) {
    case 'total':
      return totalOf(model, check, text(check, 'strategy'), check.reward);
    case 'stated':
      return check.value;
    case 'icer': {
      const difference = (reward: unknown): number =>
        totalOf(model, check, text(check, 'strategy'), reward) -
        totalOf(model, check, text(check, 'comparator'), reward);
      return difference(check.cost) / difference(check.effect);
    }
    case 'icer-table':
      return icerRows(
        named(model.runs, check.run).strategies.map((strategy) => ({
          strategy,
          cost: totalOf(model, check, strategy, check.cost),
          effect: totalOf(model, check, strategy, check.effect),
        })),
      );
    case 'trace': {
      const columns = columnsOf(model, check);
      return traceOf(model, check).occupancy.map((row) => columns.map(({ state }) => row[state]));
    }
    case 'transition-matrix':
      return transitionMatrix(model.compiled(check.run, text(check, 'strategy')), z.int().parse(check.cycle));
    case 'counts':
      return counts(model, check);
    case 'cycle-table':
      return cycleTable(model, check);
    default:
      throw new Error(`quantity ${check.quantity} is not known`);
  }
}

const text = (check: CohortCheck, field: string): string =>
  z.string(`${field} of the check at ${check.at}`).parse(check[field]);

/** A list of rewards is added. */
function totalOf(model: CohortModel, check: CohortCheck, strategy: string, reward: unknown): number {
  const wanted = z.union([z.string().transform((one) => [one]), z.array(z.string())]).parse(reward);
  const cohort = model.compiled(check.run, strategy);
  const last = unwrap(traceCohort(cohort)).totals.at(-1) ?? [];
  return wanted.reduce((sum, name) => {
    const index = cohort.rewards.findIndex((one) => one.name === name);
    return sum + (last[index] ?? NaN);
  }, 0);
}

const traceOf = (model: CohortModel, check: CohortCheck): Trace =>
  unwrap(traceCohort(model.compiled(check.run, text(check, 'strategy'))));

function columnsOf(
  { structure: { states } }: CohortModel,
  check: CohortCheck,
): readonly { readonly name: string; readonly state: number }[] {
  const names = z.array(z.string()).default(states.map(({ name }) => name));
  return names
    .parse(check.columns)
    .map((name) => ({ name, state: states.findIndex((one) => one.name === name) }));
}

/** heemod writes a row for each state, strategy of the run and time, states slowest. */
function counts(model: CohortModel, check: CohortCheck): unknown {
  const end = text(check, 'population') === 'end';
  const traces = named(model.runs, check.run).strategies.map((strategy) => {
    const { occupancy } = traceOf(model, { ...check, strategy });
    return { strategy, rows: end ? occupancy.slice(1) : occupancy.slice(0, -1) };
  });
  return columnsOf(model, check).flatMap(({ name, state }) =>
    traces.flatMap(({ strategy, rows }) =>
      rows.map((row, index) => ({
        '.strategy_names': strategy,
        model_time: index + 1,
        state_names: name,
        count: row[state],
      })),
    ),
  );
}

/** rdecision writes a row for each point: people of the whole population, rewards per head of the cycle that ended there. */
function cycleTable(model: CohortModel, check: CohortCheck): unknown {
  const { occupancy, totals } = traceOf(model, check);
  const cohort = model.compiled(check.run, text(check, 'strategy'));
  const population = z.number().default(1).parse(check.population);
  const rewards = Object.entries(z.record(z.string(), z.string()).parse(check.rewards)).map(
    ([column, name]) => ({ column, index: cohort.rewards.findIndex((one) => one.name === name) }),
  );
  return occupancy.map((row, point) => ({
    Cycle: point,
    Years: point * model.cycle_length_years,
    ...Object.fromEntries(
      rewards.map(({ column, index }) => [
        column,
        point === 0 ? 0 : (totals[point]?.[index] ?? NaN) - (totals[point - 1]?.[index] ?? NaN),
      ]),
    ),
    ...Object.fromEntries(
      columnsOf(model, check).map(({ name, state }) => [name, (row[state] ?? NaN) * population]),
    ),
  }));
}
