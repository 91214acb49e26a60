import { unwrap } from '@daero/domain/result';
import { baseGiven, drawnGiven, prepareCohort } from '@daero/economics/cohort/prepare';
import { combineChunks, outcomesOf, probabilisticChunk } from '@daero/economics/cohort/probabilistic';
import { readCohortModel } from '@daero/economics/cohort/read';
import { type CohortModel } from '@daero/economics/cohort/model';
import { type IndividualModel } from '@daero/economics/individual/model';
import { simulateIndividuals } from '@daero/economics/individual/outcome';
import { acceptability, type StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import { evppi } from '@daero/economics/value-of-information/evppi';
import { mean } from '@daero/statistics/summary/moments';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { root } from './run-daero.ts';

/** What is timed, each in a process of its own. */
export const economicsTasks = ['cohort', 'individual', 'evppi', 'acceptability', 'tunnels'] as const;
export type EconomicsTask = (typeof economicsTasks)[number];

export const economicsAnswer = z.strictObject({
  /** Of each round, the first from a cold start. */
  seconds: z.array(z.number()),
  values: z.array(z.number()),
});
export type EconomicsAnswer = z.output<typeof economicsAnswer>;

/** A model of the examples, read. */
export async function exampleModel(name: string): Promise<CohortModel> {
  const place = pathToFileURL(join(root, 'examples/economics', name, 'model.ts')).href;
  const { default: file }: { readonly default: unknown } = await import(place);
  return unwrap(readCohortModel(file));
}

const draws = 10_000;

/** From a model that was read to costs and effects of every draw, sampling included. */
const probabilistic = (model: CohortModel): readonly StrategyDraws[] => {
  const prepared = unwrap(prepareCohort(model, {}));
  return combineChunks([unwrap(probabilisticChunk(prepared, { from: 0, draws }))]);
};

/** Healthy, sick, dead, and back to healthy: four Weibull transitions under two strategies. */
const illness: IndividualModel = {
  states: ['healthy', 'sick', 'dead'],
  start: 'healthy',
  transitions: [
    { from: 'healthy', to: 'sick', clock: 'reset' },
    { from: 'healthy', to: 'dead', clock: 'reset' },
    { from: 'sick', to: 'healthy', clock: 'reset' },
    { from: 'sick', to: 'dead', clock: 'reset' },
  ],
  horizonYears: 40,
  discount: { costs: 0.045, effects: 0.045, form: 'annual' },
  strategies: [8, 11].map((onset, index) => ({
    name: ['usual', 'new'][index] ?? '',
    times: [
      { family: 'weibull-aft', shape: 1.2, scale: onset },
      { family: 'weibull-aft', shape: 1.5, scale: 30 },
      { family: 'weibull-aft', shape: 0.9, scale: 6 },
      { family: 'weibull-aft', shape: 1.1, scale: 9 },
    ],
    costPerYear: [100, 3000 + 800 * index, 0],
    costAtTransition: [500, 0, 0, 0],
    utility: [0.95, 0.6, 0],
    qalysAtTransition: [-0.01, 0, 0, 0],
  })),
  reference: 'usual',
};

async function workOf(task: EconomicsTask): Promise<() => readonly number[]> {
  switch (task) {
    case 'cohort': {
      const model = await exampleModel('sick-sicker');
      return () => probabilistic(model).flatMap(({ cost, effect }) => [mean(cost), mean(effect)]);
    }
    case 'individual':
      return () =>
        unwrap(simulateIndividuals(illness, { patients: 100_000, seed: 5 })).flatMap(({ cost, effect }) => [
          cost.value,
          effect.value,
        ]);
    case 'evppi': {
      const model = await exampleModel('sick-sicker');
      const prepared = unwrap(prepareCohort(model, {}));
      const column = drawnGiven(prepared, { from: 0, draws }).get('c_B');
      if (column === undefined) throw new Error('the model has no such parameter');
      const outcomes = probabilistic(model);
      return () => unwrap(evppi(outcomes, [column], [model.willingness.stated])).map(({ value }) => value);
    }
    case 'acceptability': {
      const outcomes = probabilistic(await exampleModel('sick-sicker'));
      const prices = Array.from({ length: 501 }, (_none, index) => index * 400);
      return () => acceptability(outcomes, prices).evpi;
    }
    case 'tunnels': {
      const prepared = unwrap(prepareCohort(await exampleModel('sick-sicker-residence'), {}));
      const run = { given: baseGiven(prepared), draws: 1, firstDraw: 0 };
      return () =>
        prepared.strategies.flatMap((_strategy, index) => {
          const { cost, effect } = unwrap(outcomesOf(prepared, index, run));
          return [...cost, ...effect];
        });
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const task = z.enum(economicsTasks).parse(process.argv[2]);
  const rounds = Number(process.argv[3]);
  const work = await workOf(task);
  const seconds: number[] = [];
  let values: readonly number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    values = work();
    seconds.push((performance.now() - start) / 1000);
  }
  process.stdout.write(JSON.stringify({ seconds, values: [...values] } satisfies EconomicsAnswer));
}
