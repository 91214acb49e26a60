import { fail, succeed, type Result } from '@daero/domain/result';

/** What readers marked: one row a mark. A case without a mark has no row. */
export type MarkRows = {
  readonly reader: readonly string[];
  readonly modality: readonly string[];
  readonly case: readonly string[];
  /** The lesion that was hit; null for a mark where no lesion is. */
  readonly lesion: readonly (string | null)[];
  /** Higher means more suspicion. */
  readonly rating: ArrayLike<number>;
};

/** What is there: one row a lesion, and one row with lesion null for a case without disease. */
export type LesionRows = {
  readonly case: readonly string[];
  readonly lesion: readonly (string | null)[];
  /** How much a lesion counts within its case; the weights of a case add up to 1. Not read where lesion is null. */
  readonly weight: ArrayLike<number>;
};

/** The marks of one reader in one modality. What was not marked is rated -Infinity: below every rating, and no number. */
export type MarkedCell = {
  /** By lesion. */
  readonly lesions: Float64Array;
  /** The highest rating of a mark where no lesion is, by case. */
  readonly elsewhere: { readonly diseased: Float64Array; readonly healthy: Float64Array };
  /** Every mark where no lesion is: its case (diseased ones first, then healthy ones) and its rating. */
  readonly nonLesions: { readonly at: readonly number[]; readonly rating: readonly number[] };
};

export type LocalisationStudy = {
  readonly readers: readonly string[];
  readonly modalities: readonly string[];
  readonly diseased: readonly string[];
  readonly healthy: readonly string[];
  /** Lesions of diseased case i stand at positions start[i] to start[i + 1]. */
  readonly start: Int32Array;
  readonly weights: Float64Array;
  /** All readers of the first modality, then all of the second, and so on. */
  readonly cells: readonly MarkedCell[];
};

export type MarkFault =
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'weights-not-one'; readonly case: string; readonly sum: number }
  | {
      readonly kind: 'mark-without-lesion';
      readonly row: number;
      readonly case: string;
      readonly lesion: string;
    }
  | { readonly kind: 'mark-without-case'; readonly row: number; readonly case: string }
  | { readonly kind: 'case-of-two-truths'; readonly case: string }
  | { readonly kind: 'reading-without-rating'; readonly row: number };

/** Weights written to three decimals, such as 0.333 three times, are meant to add up to 1. */
const weightsWithin = 1.5e-3;

/**
 * The marks of a localisation study, by reader and modality, over one list of cases and lesions.
 *
 * Every reader is taken to have read every case in every modality: a case without marks is a case where nothing was seen.
 * Where a lesion was marked twice, the higher rating stands.
 *
 * Takes    rows of marks and of lesions; the readers and modalities that count, in their order
 * Gives    ratings of lesions and of the worst mark elsewhere, aligned by case
 * Fails    too-few-cases below 2 of a class; weights-not-one; mark-without-lesion, mark-without-case; case-of-two-truths; reading-without-rating
 * Cost     O(rows + readers x modalities x cases)
 * Source   Chakraborty and Berbaum (2004), Medical Physics 31, 2313-2330
 * Checked  reference cases of the method froc
 */
export function marks(
  rows: MarkRows,
  lesions: LesionRows,
  keep: { readonly readers: readonly string[]; readonly modalities: readonly string[] },
): Result<LocalisationStudy, MarkFault> {
  const known = casesOf(lesions);
  if (!known.ok) return known;
  const { diseased, healthy, start, weights, lesionAt, caseAt } = known.value;
  const empty = (n: number): Float64Array => new Float64Array(n).fill(-Infinity);
  const cells = keep.modalities.flatMap(() =>
    keep.readers.map(() => ({
      lesions: empty(weights.length),
      elsewhere: { diseased: empty(diseased.length), healthy: empty(healthy.length) },
      nonLesions: { at: [] as number[], rating: [] as number[] },
    })),
  );
  for (const [row, id] of rows.case.entries()) {
    const reader = keep.readers.indexOf(rows.reader[row] ?? '');
    const modality = keep.modalities.indexOf(rows.modality[row] ?? '');
    const cell = reader < 0 || modality < 0 ? undefined : cells[modality * keep.readers.length + reader];
    if (cell === undefined) continue;
    const [rating, lesion] = [rows.rating[row] ?? NaN, rows.lesion[row] ?? null];
    if (Number.isNaN(rating)) return fail({ kind: 'reading-without-rating', row: row + 1 });
    const place = caseAt.get(id);
    if (place === undefined) return fail({ kind: 'mark-without-case', row: row + 1, case: id });
    if (lesion !== null) {
      const at = lesionAt.get(id)?.get(lesion);
      if (at === undefined) return fail({ kind: 'mark-without-lesion', row: row + 1, case: id, lesion });
      raise(cell.lesions, at, rating);
    } else {
      raise(cell.elsewhere[place.diseased ? 'diseased' : 'healthy'], place.at, rating);
      cell.nonLesions.at.push(place.diseased ? place.at : diseased.length + place.at);
      cell.nonLesions.rating.push(rating);
    }
  }
  return succeed({ ...keep, diseased, healthy, start, weights, cells });
}

const raise = (column: Float64Array, at: number, rating: number): void => {
  column[at] = Math.max(column[at] ?? -Infinity, rating);
};

type Cases = {
  readonly diseased: readonly string[];
  readonly healthy: readonly string[];
  readonly start: Int32Array;
  readonly weights: Float64Array;
  readonly lesionAt: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly caseAt: ReadonlyMap<string, { readonly diseased: boolean; readonly at: number }>;
};

function casesOf({ case: ids, lesion: names, weight }: LesionRows): Result<Cases, MarkFault> {
  const byCase = new Map<string, { readonly name: string; readonly weight: number }[]>();
  const healthy = new Set<string>();
  for (const [row, id] of ids.entries()) {
    const name = names[row] ?? null;
    if (name === null) healthy.add(id);
    else byCase.set(id, [...(byCase.get(id) ?? []), { name, weight: weight[row] ?? NaN }]);
    if (healthy.has(id) && byCase.has(id)) return fail({ kind: 'case-of-two-truths', case: id });
  }
  const lists = { diseased: [...byCase.keys()], healthy: [...healthy] };
  if (lists.diseased.length < 2 || healthy.size < 2)
    return fail({ kind: 'too-few-cases', diseased: lists.diseased.length, healthy: healthy.size });

  const weights: number[] = [];
  const start = [0];
  const lesionAt = new Map<string, ReadonlyMap<string, number>>();
  for (const [id, lesions] of byCase) {
    const sum = lesions.reduce((total, each) => total + each.weight, 0);
    if (!(Math.abs(sum - 1) <= weightsWithin)) return fail({ kind: 'weights-not-one', case: id, sum });
    lesionAt.set(id, new Map(lesions.map(({ name }, at) => [name, weights.length + at])));
    weights.push(...lesions.map((each) => each.weight));
    start.push(weights.length);
  }
  return succeed({
    ...lists,
    start: Int32Array.from(start),
    weights: Float64Array.from(weights),
    lesionAt,
    caseAt: new Map<string, { readonly diseased: boolean; readonly at: number }>([
      ...lists.diseased.map((id, at) => [id, { diseased: true, at }] as const),
      ...lists.healthy.map((id, at) => [id, { diseased: false, at }] as const),
    ]),
  });
}
