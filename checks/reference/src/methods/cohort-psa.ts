import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { runCohort } from '@daero/economics/cohort/run-cohort';
import { acceptability, type StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import { evppi } from '@daero/economics/value-of-information/evppi';
import { mean } from '@daero/statistics/summary/moments';
import { z } from 'zod';
import type { Given } from '../case.ts';
import type { Csv } from '../csv.ts';
import { readCohortModel } from './cohort-model.ts';
import { icerRows } from './icer-table.ts';
import { fileOf } from './strategy-draws.ts';

const form = z.looseObject({
  strategies: z.array(z.string()),
  draws: z.looseObject({
    parameters: z.string(),
    outcomes: z.string().optional(),
    id: z.string().default('draw'),
    cost: z.string(),
    effect: z.string(),
    run: z.string(),
  }),
  wtp: z.array(z.number()),
  evppi: z.looseObject({ file: z.string(), wtp: z.array(z.number()) }).optional(),
});
type Inputs = z.output<typeof form>;

/** The model run once a draw, and what follows from the draws. */
export function cohortPsaRunner(given: Given): unknown {
  const inputs = form.parse(given.inputs);
  const parameters = fileOf(given, inputs.draws.parameters);
  const names = columnsOf(given, inputs).filter((name) => name !== inputs.draws.id);
  const draws = drawsOf(given, inputs, { parameters, names });
  checkOutcomes(given, inputs, draws);
  const { strategies, wtp } = inputs;
  const { probabilities, best, evpi, expectedLoss } = acceptability(draws, wtp);
  const means = draws.map(({ cost, effect }) => ({ cost: mean(cost), effect: mean(effect) }));
  const rows = (field: string, values: readonly (readonly number[])[]): unknown =>
    wtp.flatMap((WTP, at) =>
      strategies.map((Strategy, index) => ({
        WTP,
        Strategy,
        [field]: values[index]?.[at],
        On_Frontier: best[at] === index,
      })),
    );
  return {
    mean: strategies.map((Strategy, index) => ({
      Strategy,
      meanCost: means[index]?.cost,
      meanEffect: means[index]?.effect,
    })),
    icer_table: icerRows(strategies.map((strategy, index) => ({ strategy, ...(means[index] ?? nothing) }))),
    ceac: rows('Proportion', probabilities),
    expected_loss: rows('Expected_Loss', expectedLoss),
    evpi_dampack: wtp.map((WTP, at) => ({ WTP, EVPI: evpi[at] })),
    evpi_direct: { wtp, evpi },
    by_wtp: partialValues(given, inputs, { parameters, draws }),
  };
}

const nothing = { cost: NaN, effect: NaN };

type Drawn = { readonly parameters: Csv; readonly draws: readonly StrategyDraws[] };

function columnsOf(given: Given, { draws }: Inputs): readonly string[] {
  const model = z.looseObject({ parameters: z.record(z.string(), z.unknown()) }).parse(given.model);
  const csv = fileOf(given, draws.parameters);
  return Object.keys(model.parameters).filter((name) => csv.has(name));
}

function drawsOf(
  given: Given,
  { strategies, draws: { run, cost, effect } }: Inputs,
  { parameters, names }: { readonly parameters: Csv; readonly names: readonly string[] },
): readonly StrategyDraws[] {
  const model = readCohortModel(given.model);
  const columns = new Map(names.map((name) => [name, parameters.numbers(name)]));
  return strategies.map((strategy) => {
    const cohort = model.compiled(run, strategy, names);
    const totals = unwrap(runCohort(cohort, { given: columns, draws: parameters.rows, firstDraw: 1 }));
    const reward = (pattern: string): Float64Array => {
      const name = pattern.replace(/_?\{strategy\}_?/, '');
      return (
        totals[cohort.rewards.findIndex((one) => one.name === name)] ??
        new Float64Array(parameters.rows).fill(NaN)
      );
    };
    return { cost: reward(cost), effect: reward(effect) };
  });
}

/** What the package computed for every draw must be what the engine computes: 1e-9, relative. */
function checkOutcomes(
  given: Given,
  { strategies, draws: named }: Inputs,
  draws: readonly StrategyDraws[],
): void {
  if (named.outcomes === undefined) return;
  const outcomes = fileOf(given, named.outcomes);
  strategies.forEach((strategy, index) => {
    for (const outcome of ['cost', 'effect'] as const) {
      const column = named[outcome].replace('{strategy}', strategy);
      const expected = outcomes.numbers(column);
      const at = expected.findIndex(
        (value, draw) =>
          !(Math.abs((draws[index]?.[outcome][draw] ?? NaN) - value) <= 1e-9 * Math.abs(value)),
      );
      if (at >= 0)
        throw new Error(
          `${column} of draw ${at + 1}: expected ${expected[at]}, got ${draws[index]?.[outcome][at]}`,
        );
    }
  });
}

/** Of the file of answers, what says which parameters stand together at which price; the values are not read. */
const partialForm = z.object({
  expected: z.object({
    by_wtp: z.array(
      z.object({ wtp: z.number(), evppi: z.array(z.object({ pars: z.array(z.string()) })).default([]) }),
    ),
  }),
});

function partialValues(given: Given, { evppi: asked }: Inputs, { parameters, draws }: Drawn): unknown {
  if (asked === undefined || asked.file !== given.expectedFile) return undefined;
  const file: unknown = JSON.parse(readFileSync(resolve(given.folder, asked.file), 'utf8'));
  return partialForm.parse(file).expected.by_wtp.map(({ wtp, evppi: groups }) => ({
    wtp,
    evpi: acceptability(draws, [wtp]).evpi[0],
    evppi: groups.map(({ pars }) => {
      const columns = pars.map((name) => parameters.numbers(name));
      const [found] = unwrap(evppi(draws, columns, [wtp]));
      return { pars, gam: found?.value, earth: found?.value };
    }),
  }));
}
