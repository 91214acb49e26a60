/** A function of the language: how many values it takes (`least` and more where `most` is null) and what it gives. */
export type LanguageFunction = {
  readonly least: number;
  readonly most: number | null;
  readonly of: (...values: readonly number[]) => number;
};

const one = (of: (x: number) => number): LanguageFunction => ({ least: 1, most: 1, of: (x = NaN) => of(x) });

/** All functions but `if` and `lookup`, which the compiler treats itself. */
export const functions: ReadonlyMap<string, LanguageFunction> = new Map<string, LanguageFunction>([
  ['exp', one(Math.exp)],
  ['ln', one(Math.log)],
  ['abs', one(Math.abs)],
  ['sqrt', one(Math.sqrt)],
  ['min', { least: 1, most: null, of: Math.min }],
  ['max', { least: 1, most: null, of: Math.max }],
]);

/** A table of a model: `exact` wants the key itself, `floor` takes the largest key that is not above. Keys rise. */
export type LookupTable = {
  readonly rule: 'exact' | 'floor';
  readonly keys: ArrayLike<number>;
  readonly values: ArrayLike<number>;
};

/** NaN where the table has no answer: who evaluates checks that values are finite, and names the place. */
export function lookup({ rule, keys, values }: LookupTable, x: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? Infinity) <= x) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || (rule === 'exact' && keys[low - 1] !== x)) return NaN;
  return values[low - 1] ?? NaN;
}

/** Whole exponents multiply, so that they are the same on every engine; others go by exp(y ln x). */
export function power(x: number, y: number): number {
  if (!Number.isInteger(y) || Math.abs(y) > 1024) return y === 0 ? 1 : Math.exp(y * Math.log(x));
  let [result, square] = [1, x];
  for (let left = Math.abs(y); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return y < 0 ? 1 / result : result;
}
