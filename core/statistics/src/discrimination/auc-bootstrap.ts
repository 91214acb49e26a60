import { fail, succeed, type Result } from '@daero/domain/result';
import { drawCounts } from '../resampling/draw-counts.ts';
import { aucOfCounts, rankOrder, type RankOrder } from './auc-of-counts.ts';

export type BootstrapCases = {
  /** 0 or 1, a row each. */
  readonly truth: ArrayLike<number>;
  /** One or more scores of the same rows, each resampled alike, so that their differences keep the pairing. */
  readonly scores: readonly ArrayLike<number>[];
  /** Who each row belongs to, where one patient has several rows; each row stands alone without it. */
  readonly patient?: readonly string[];
};

export type BootstrapOptions = {
  readonly replicates: number;
  readonly seed: number;
  /** What is computed of each score in each replicate; the AUC unless it says otherwise. */
  readonly statistic?: (order: RankOrder, counts: Int32Array) => number;
};

export type AucBootstrapFault =
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'score-missing' };

/**
 * Bootstrap of one or more AUCs, or of another statistic of the curve: patients drawn with replacement, the diseased and the healthy apart.
 *
 * What would the AUC have been with other patients from the same places? A patient's rows are drawn together. A patient with any diseased
 * row is drawn among the diseased. Each replicate has a random stream of its own, so any number of workers gives the same answer.
 *
 * Takes    truth, scores and patients of n rows; number of replicates; seed
 * Gives    for each score the statistic of all replicates, in their order
 * Fails    too-few-cases when fewer than 2 patients are on one side; score-missing
 * Cost     O(n) a replicate and score after one sort: 2,000 replicates of 10,000 rows in about half a second
 * Source   Efron and Tibshirani (1993), An introduction to the bootstrap; Carpenter and Bithell (2000), Statistics in Medicine 19, 1141-1164
 * Checked  reference cases of the method auc-bootstrap
 */
export function aucBootstrap(
  { truth, scores, patient }: BootstrapCases,
  { replicates, seed, statistic = aucOfCounts }: BootstrapOptions,
): Result<readonly Float64Array[], AucBootstrapFault> {
  const patients = patientsOf(truth, patient);
  const { diseased, healthy } = patients;
  if (diseased < 2 || healthy < 2) return fail({ kind: 'too-few-cases', diseased, healthy });
  const orders: RankOrder[] = [];
  for (const score of scores) {
    const order = rankOrder(truth, score, patients.of);
    if (order === null) return fail({ kind: 'score-missing' });
    orders.push(order);
  }
  const found = scores.map(() => new Float64Array(replicates));
  const counts = new Int32Array(diseased + healthy);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    counts.fill(0);
    const { draw } = drawCounts(seed, replicate);
    draw(counts, 0, diseased);
    draw(counts, diseased, healthy);
    for (const [s, order] of orders.entries()) {
      const column = found[s];
      if (column !== undefined) column[replicate] = statistic(order, counts);
    }
  }
  return succeed(found);
}

/** The place of each row's patient, the diseased patients first. */
function patientsOf(
  truth: ArrayLike<number>,
  patient: readonly string[] | undefined,
): { readonly of: Int32Array; readonly diseased: number; readonly healthy: number } {
  const names = patient ?? Array.from(truth, (_value, row) => row);
  const ill = new Set(names.filter((_name, row) => truth[row] === 1));
  const well = new Set(names.filter((name) => !ill.has(name)));
  const place = new Map([...ill, ...well].map((name, index) => [name, index]));
  return {
    of: Int32Array.from(names, (name: string | number) => place.get(name) ?? -1),
    diseased: ill.size,
    healthy: well.size,
  };
}
