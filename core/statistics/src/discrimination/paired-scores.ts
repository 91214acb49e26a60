import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import { checkVaries, completeBinary, completeNumbers, patientsOf } from '../columns.ts';

/** Several scores of the same people, every one complete: nobody is left out of one curve and kept in another. */
export type PairedScores = {
  readonly truth: Float64Array;
  readonly scores: readonly Float64Array[];
  readonly groups: readonly { readonly diseased: Float64Array; readonly healthy: Float64Array }[];
  readonly patient: readonly string[] | undefined;
  readonly parts: { readonly diseased: number; readonly healthy: number };
};

/**
 * The columns of a paired comparison, complete.
 *
 * Takes    the roles; names of the columns of scores; whether patients are drawn whole, so that one may have several rows
 * Gives    truth, scores, and the scores of each class
 * Fails    value-missing, value-not-binary; case-twice where rows repeat a patient who is not drawn whole; score-constant; too-few-cases
 * Cost     O(s n)
 * Source   none: a reading of columns
 * Checked  in the tests of the methods that compare scores
 */
export function pairedScores(
  roles: Table,
  names: readonly string[],
  patientsDrawn: boolean,
): Result<PairedScores, Fault> {
  const truth = completeBinary(roles, 'truth');
  if (!truth.ok) return truth;
  const patient = patientsOf(roles);
  if (!patient.ok) return patient;
  if (patient.value !== undefined && !patientsDrawn) {
    const seen = new Set<string>();
    for (const name of patient.value) {
      if (seen.has(name)) return fail({ kind: 'case-twice', patient: name });
      seen.add(name);
    }
  }
  const scores: Float64Array[] = [];
  for (const name of names) {
    const score = completeNumbers(roles, name);
    if (!score.ok) return score;
    const varies = checkVaries(score.value);
    if (!varies.ok) return varies;
    scores.push(score.value);
  }
  const diseased = truth.value.reduce((sum, each) => sum + each, 0);
  const parts = { diseased, healthy: roles.rows - diseased };
  if (parts.diseased < 2 || parts.healthy < 2) return fail({ kind: 'too-few-cases', ...parts });
  return succeed({
    truth: truth.value,
    scores,
    groups: scores.map((score) => ({
      diseased: score.filter((_value, row) => truth.value[row] === 1),
      healthy: score.filter((_value, row) => truth.value[row] === 0),
    })),
    patient: patient.value,
    parts,
  });
}

/** Whether a score is a yes or no in disguise. */
export const hasTwoValues = (score: Float64Array): boolean => {
  const seen = new Set<number>();
  for (const value of score) {
    seen.add(value);
    if (seen.size > 2) return false;
  }
  return true;
};
