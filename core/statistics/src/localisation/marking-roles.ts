import type { Warning } from '@daero/domain/estimate';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { numberColumn, textColumn, type Table } from '@daero/domain/table';
import { completeBinary, hasColumn } from '../columns.ts';
import { completeIds } from '../reader-study/reading-roles.ts';
import { marks, type LesionRows, type LocalisationStudy, type MarkRows } from './marks.ts';

/**
 * The study of a plan's rows, and what it takes for granted of them. Lesions of a case weigh alike where there is no column of
 * weights. Rows without a rating say that a case was read; a reader whose rows name one class only did not read the other.
 */
export function studyOfMarks(
  roles: Table,
  order: readonly string[] | undefined,
): Result<{ readonly study: LocalisationStudy; readonly unread: readonly Warning[] }, Fault> {
  const [reader, modality, cases] = [
    completeIds(roles, 'reader'),
    completeIds(roles, 'modality'),
    completeIds(roles, 'case'),
  ];
  if (!reader.ok) return reader;
  if (!modality.ok) return modality;
  if (!cases.ok) return cases;
  const truth = completeBinary(roles, 'truth');
  if (!truth.ok) return truth;
  const lesion = textColumn(roles, 'lesion');
  if (!lesion.ok) return lesion;
  const rating = numberColumn(roles, 'rating');
  if (!rating.ok) return rating;
  const weight = hasColumn(roles, 'weight') ? numberColumn(roles, 'weight') : succeed(null);
  if (!weight.ok) return weight;

  const known = [...new Set(modality.value)].sort();
  const unknown = order?.find((name) => !known.includes(name));
  if (unknown !== undefined) return fail({ kind: 'modality-unknown', modality: unknown, known });
  const marked = [...rating.value.keys()].filter((row) => !Number.isNaN(rating.value[row]));
  const of = <Value>(column: readonly Value[], fallback: Value): readonly Value[] =>
    marked.map((row) => column[row] ?? fallback);
  const rows: MarkRows = {
    reader: of(reader.value, ''),
    modality: of(modality.value, ''),
    case: of(cases.value, ''),
    lesion: of(lesion.value, null),
    rating: marked.map((row) => rating.value[row] ?? NaN),
  };
  const names = { readers: [...new Set(reader.value)].sort(), modalities: order ?? known };
  const study = marks(
    rows,
    lesionsOf({ cases: cases.value, truth: truth.value, lesion: lesion.value, weight: weight.value }),
    names,
  );
  if (!study.ok) return study;
  const unread = checkRead(study.value, {
    reader: reader.value,
    modality: modality.value,
    case: cases.value,
  });
  return unread.ok ? succeed({ study: study.value, unread: unread.value }) : unread;
}

/** Whether each reader's rows name two cases of each class in each modality, and how many cases they leave out. */
function checkRead(
  { readers, modalities, diseased, healthy }: LocalisationStudy,
  rows: Pick<MarkRows, 'reader' | 'modality' | 'case'>,
): Result<readonly Warning[], Fault> {
  const named = new Map<string, Set<string>>();
  const key = (reader: string, modality: string): string => JSON.stringify([reader, modality]);
  rows.case.forEach((id, row) => {
    const cell = key(rows.reader[row] ?? '', rows.modality[row] ?? '');
    const found = named.get(cell) ?? new Set();
    named.set(cell, found.add(id));
  });
  const lacking: number[] = [];
  for (const modality of modalities) {
    for (const reader of readers) {
      const own = named.get(key(reader, modality)) ?? new Set();
      const [sick, well] = [diseased, healthy].map((ids) => ids.filter((id) => own.has(id)).length);
      if (sick === undefined || well === undefined || sick < 2 || well < 2)
        return fail({ kind: 'reader-one-class', reader, modality, diseased: sick ?? 0, healthy: well ?? 0 });
      if (sick + well < diseased.length + healthy.length)
        lacking.push(diseased.length + healthy.length - sick - well);
    }
  }
  const cases = lacking.reduce((sum, each) => sum + each, 0);
  return succeed(
    cases === 0 ? [] : [{ kind: 'cases-without-rows', facts: { cells: lacking.length, cases } }],
  );
}

/** One row a lesion and one a healthy case, out of rows that name each once a reading. */
function lesionsOf(from: {
  readonly cases: readonly string[];
  readonly truth: Float64Array;
  readonly lesion: readonly (string | null)[];
  readonly weight: Float64Array | null;
}): LesionRows {
  const found = new Map<
    string,
    { readonly case: string; readonly lesion: string | null; readonly row: number }
  >();
  const perCase = new Map<string, number>();
  from.cases.forEach((id, row) => {
    const lesion = from.lesion[row] ?? null;
    const diseased = from.truth[row] === 1;
    if (diseased === (lesion === null)) return; // a mark elsewhere on a diseased case; a healthy case has no lesion
    const key = JSON.stringify([id, lesion]);
    if (found.has(key)) return;
    found.set(key, { case: id, lesion, row });
    perCase.set(id, (perCase.get(id) ?? 0) + 1);
  });
  const rows = [...found.values()];
  return {
    case: rows.map((row) => row.case),
    lesion: rows.map(({ lesion }) => lesion),
    weight: rows.map(({ row, case: id }) => from.weight?.[row] ?? 1 / (perCase.get(id) ?? NaN)),
  };
}
