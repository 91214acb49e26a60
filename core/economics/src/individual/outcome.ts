import { fail, succeed, type Result } from '@daero/domain/result';
import { checkIndividualModel, type IndividualFault, type IndividualModel } from './model.ts';
import { together, type Moments } from './moments.ts';
import { patientsInBlock, simulateBlock, type BlockOutcome } from './simulate.ts';

/** A mean over simulated patients, and how much of it is the luck of the draw. */
export type SimulatedMean = { readonly value: number; readonly monteCarloError: number };

export type IndividualOutcome = {
  readonly strategy: string;
  readonly cost: SimulatedMean;
  readonly effect: SimulatedMean;
  readonly incrementalCost: SimulatedMean;
  readonly incrementalEffect: SimulatedMean;
  /** Of the incremental net benefit at a willingness to pay. */
  readonly netBenefit: (willingness: number) => SimulatedMean;
  /** Mean years in each state and passages of each transition, undiscounted, within the horizon. */
  readonly years: readonly number[];
  readonly passages: readonly number[];
};

export const mostPatients = 10_000_000;

export const blocksOf = (patients: number): number => Math.ceil(patients / patientsInBlock);

/**
 * Blocks of simulated patients as one result.
 *
 * Takes    model; its blocks in their order, wherever they were computed
 * Gives    means with their Monte-Carlo standard errors, increments in the same patients, years and passages
 * Fails    never; without blocks it throws
 * Cost     O(blocks x strategies)
 * Source   Chan, Golub and LeVeque (1979), Stanford STAN-CS-79-773; O'Hagan, Stevenson and Madan (2007), Health Economics 16, 1009-1023
 * Checked  individual/individual.test.ts: the same bytes however the blocks were shared out; errors fall as 1/sqrt(n)
 */
export function outcomesOf(
  model: IndividualModel,
  blocks: readonly BlockOutcome[],
): readonly IndividualOutcome[] {
  const patients = blocks.reduce((sum, block) => sum + block.patients, 0);
  return model.strategies.map(({ name }, s) => {
    const rows = blocks.flatMap(({ strategies }) => strategies[s] ?? []);
    const own = rows.map((row) => row.own).reduce(together);
    const increment = rows.map((row) => row.increment).reduce(together);
    const meanOf = (columns: readonly Float64Array[]): readonly number[] =>
      Array.from(
        columns[0] ?? [],
        (_value, k) => columns.reduce((sum, column) => sum + (column[k] ?? NaN), 0) / patients,
      );
    return {
      strategy: name,
      cost: { value: own.cost, monteCarloError: errorOf(own.costSquares, own) },
      effect: { value: own.effect, monteCarloError: errorOf(own.effectSquares, own) },
      incrementalCost: { value: increment.cost, monteCarloError: errorOf(increment.costSquares, increment) },
      incrementalEffect: {
        value: increment.effect,
        monteCarloError: errorOf(increment.effectSquares, increment),
      },
      netBenefit: (willingness) => ({
        value: willingness * increment.effect - increment.cost,
        monteCarloError: errorOf(
          willingness * willingness * increment.effectSquares +
            increment.costSquares -
            2 * willingness * increment.products,
          increment,
        ),
      }),
      years: meanOf(rows.map((row) => row.years)),
      passages: meanOf(rows.map((row) => row.passages)),
    };
  });
}

const errorOf = (squares: number, { n }: Moments): number => Math.sqrt(Math.max(0, squares) / (n - 1) / n);

/**
 * An individual continuous-time model, all patients in one go.
 *
 * What do strategies cost and give, person by person, when times in states do not forget? Increments are taken in the same patients with
 * the same luck, so that fewer patients tell strategies apart; the error that is left is printed with every mean.
 *
 * Takes    model; patients: 2 to 10 million; seed
 * Gives    one outcome a strategy
 * Fails    individual-state-unknown, individual-strategy-unknown, individual-list-length, individual-value, individual-horizon,
 *          individual-patients
 * Cost     2 x 100,000 patients and four transitions in some 0.2 seconds
 * Source   Incerti and Jansen (2021), hesim: health economic simulation modeling and decision analysis, arXiv 2102.09437
 * Checked  individual/individual.test.ts
 */
export function simulateIndividuals(
  model: IndividualModel,
  { patients, seed }: { readonly patients: number; readonly seed: number },
): Result<readonly IndividualOutcome[], IndividualFault> {
  if (!(Number.isInteger(patients) && patients >= 2 && patients <= mostPatients))
    return fail({ kind: 'individual-patients', patients, limit: mostPatients });
  const checked = checkIndividualModel(model);
  if (!checked.ok) return checked;
  const blocks = Array.from({ length: blocksOf(patients) }, (_, block) =>
    simulateBlock(model, { seed, block, patients }),
  );
  return succeed(outcomesOf(model, blocks));
}
