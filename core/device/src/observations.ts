/** Observations by column, in any order. One row is one value of one parameter at one minute. */
export type Observations = {
  /** Which subject, 0 .. subjects - 1. A subject without a row still counts as one. */
  readonly subject: ArrayLike<number>;
  readonly subjects: number;
  /** Minutes since the start of the stay. */
  readonly minute: ArrayLike<number>;
  readonly parameter: readonly (string | null)[];
  readonly value: ArrayLike<number>;
  /** Place in the source: of rows of one minute the one with the highest place is the last. */
  readonly place: ArrayLike<number>;
};

/** Numbers the subjects in order of first appearance, so that columns can be indexed by them. */
export function indexSubjects<Key>(keys: ArrayLike<Key>): {
  readonly index: Int32Array;
  readonly ids: readonly Key[];
} {
  const numbers = new Map<Key, number>();
  const index = new Int32Array(keys.length);
  const ids: Key[] = [];
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k];
    if (key === undefined) continue;
    if (k > 0 && key === keys[k - 1]) {
      index[k] = index[k - 1] ?? 0; // rows of a subject mostly follow one another
      continue;
    }
    const known = numbers.get(key) ?? numbers.size;
    if (known === numbers.size) {
      numbers.set(key, known);
      ids.push(key);
    }
    index[k] = known;
  }
  return { index, ids };
}

/** The rows ordered by subject, each subject's rows as they came; and where each subject's rows start. */
export function bySubject({ subject, subjects }: Observations): {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
} {
  const starts = new Int32Array(subjects + 1);
  for (let row = 0; row < subject.length; row++) {
    const of = subject[row] ?? -1;
    if (!(Number.isInteger(of) && of >= 0 && of < subjects))
      throw new RangeError(`subject ${of} is not 0..${subjects - 1}`);
    starts[of + 1] = (starts[of + 1] ?? 0) + 1;
  }
  for (let k = 0; k < subjects; k++) starts[k + 1] = (starts[k + 1] ?? 0) + (starts[k] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(subject.length);
  for (let row = 0; row < subject.length; row++) {
    const of = subject[row] ?? 0;
    const at = next[of] ?? 0;
    rows[at] = row;
    next[of] = at + 1;
  }
  return { rows, starts };
}
