import type { Fault, Result } from '@daero/domain/result';
import { fail, succeed } from '@daero/domain/result';
import { numberColumn, textColumn, type Table } from '@daero/domain/table';

/** A column of numbers with none missing. */
export function completeNumbers(roles: Table, column: string): Result<Float64Array, Fault> {
  const found = numberColumn(roles, column);
  if (!found.ok) return found;
  const rows = found.value.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0);
  return rows > 0 ? fail({ kind: 'value-missing', column, rows }) : found;
}

/** A column of 0 and 1 with none missing. */
export function completeBinary(roles: Table, column: string): Result<Float64Array, Fault> {
  const found = numberColumn(roles, column);
  if (!found.ok) return found;
  const row = found.value.findIndex((value) => value !== 0 && value !== 1 && !Number.isNaN(value));
  if (row >= 0)
    return fail({ kind: 'value-not-binary', column, row: row + 1, value: found.value[row] ?? NaN });
  return completeNumbers(roles, column);
}

/** A column of labels with none missing. */
export function completeLabels(roles: Table, column: string): Result<readonly string[], Fault> {
  const found = textColumn(roles, column);
  if (!found.ok) return found;
  const labels = found.value.filter((label) => label !== null);
  const rows = found.value.length - labels.length;
  return rows > 0 ? fail({ kind: 'value-missing', column, rows }) : succeed(labels);
}

export const hasColumn = (roles: Table, column: string): boolean => roles.columns.has(column);

export type ScoredCases = {
  readonly truth: Float64Array;
  readonly score: Float64Array;
  readonly diseased: Float64Array;
  readonly healthy: Float64Array;
};

/** The columns `truth` and `score`, and the scores of each class: two cases in each, and scores that differ. */
export function scoredCases(roles: Table): Result<ScoredCases, Fault> {
  const truth = completeBinary(roles, 'truth');
  if (!truth.ok) return truth;
  const score = completeNumbers(roles, 'score');
  if (!score.ok) return score;
  const diseased = score.value.filter((_value, row) => truth.value[row] === 1);
  const healthy = score.value.filter((_value, row) => truth.value[row] === 0);
  if (diseased.length < 2 || healthy.length < 2) {
    return fail({ kind: 'too-few-cases', diseased: diseased.length, healthy: healthy.length });
  }
  const varies = checkVaries(score.value);
  if (!varies.ok) return varies;
  return succeed({ truth: truth.value, score: score.value, diseased, healthy });
}

/** The column `patient`, where rows name their patients. */
export const patientsOf = (roles: Table): Result<readonly string[] | undefined, Fault> =>
  hasColumn(roles, 'patient') ? completeLabels(roles, 'patient') : succeed(undefined);

/** A fault where every score is the same: such a score tells nobody apart. */
export function checkVaries(score: ArrayLike<number>): Result<null, Fault> {
  const value = score[0] ?? NaN;
  for (let i = 1; i < score.length; i += 1) if (score[i] !== value) return succeed(null);
  return fail({ kind: 'score-constant', value, n: score.length });
}
