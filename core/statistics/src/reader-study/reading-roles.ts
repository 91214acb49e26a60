import type { ColumnNeed } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import { completeBinary, completeLabels, completeNumbers } from '../columns.ts';
import { readings, type ReaderStudy, type ReadingRows } from './readings.ts';

/** The columns of a reader study in a plan: one row a reading. */
export const readingNeeds: readonly ColumnNeed[] = [
  { role: 'reader', kind: 'label' },
  { role: 'modality', kind: 'label' },
  { role: 'case', kind: 'label' },
  { role: 'truth', kind: 'binary' },
  { role: 'rating', kind: 'number' },
];

/** A column of labels with none missing; whole numbers serve as labels too, since files number their readers and cases. */
export function completeIds(roles: Table, column: string): Result<readonly string[], Fault> {
  if (roles.columns.get(column)?.kind !== 'number') return completeLabels(roles, column);
  const found = completeNumbers(roles, column);
  return found.ok ? succeed(Array.from(found.value, String)) : found;
}

/** The rows of a study; with one modality there is no column of them. */
export function readingRows(
  roles: Table,
  { oneModality = false }: { readonly oneModality?: boolean } = {},
): Result<ReadingRows, Fault> {
  const columns: Record<'reader' | 'modality' | 'case', readonly string[]> = {
    reader: [],
    modality: Array.from({ length: roles.rows }, () => ''),
    case: [],
  };
  const needed = ['reader', 'case', ...(oneModality ? [] : (['modality'] as const))] as const;
  for (const role of needed) {
    const found = completeIds(roles, role);
    if (!found.ok) return found;
    columns[role] = found.value;
  }
  const truth = completeBinary(roles, 'truth');
  if (!truth.ok) return truth;
  const rating = completeNumbers(roles, 'rating');
  if (!rating.ok) return rating;
  return succeed({ ...columns, truth: truth.value, rating: rating.value });
}

/** The study of a plan's rows: readers in the order of their names, modalities in the order asked for, or of their names. */
export function studyOf(
  roles: Table,
  modalities?: readonly string[],
  by: typeof readings = readings,
): Result<ReaderStudy, Fault> {
  const rows = readingRows(roles);
  if (!rows.ok) return rows;
  const known = [...new Set(rows.value.modality)].sort();
  const unknown = modalities?.find((name) => !known.includes(name));
  if (unknown !== undefined) return fail({ kind: 'modality-unknown', modality: unknown, known });
  return by(rows.value, {
    readers: [...new Set(rows.value.reader)].sort(),
    modalities: modalities ?? known,
  });
}
