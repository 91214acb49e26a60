const bits = 11;
const buckets = 1 << bits;
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * The positions of numbers in rising order of their values; equal values keep their order.
 *
 * A radix sort of the upper 32 bits, in three passes, and a comparison within the runs that these leave equal: several times
 * as fast as sorting positions by a comparison, and the order of a million scores is what an AUC costs.
 *
 * Takes    numbers, none NaN; infinite ones have their place, and -0 equals 0
 * Gives    positions 0 .. n - 1
 * Fails    never
 * Cost     O(n), and O(r log r) for a run of r values that agree in their first 20 bits
 * Source   Knuth (1998), The art of computer programming 3, 5.2.5
 * Checked  against a comparison sort, by law, in its test
 */
export function sortOrder(values: ArrayLike<number>): Int32Array {
  const n = values.length;
  const copy = new Float64Array(n);
  for (let i = 0; i < n; i += 1) copy[i] = (values[i] ?? NaN) + 0; // -0 + 0 is 0
  let [keys, order] = [upperKeys(copy), new Int32Array(n)];
  for (let i = 0; i < n; i += 1) order[i] = i;
  let [nextKeys, nextOrder] = [new Uint32Array(n), new Int32Array(n)];
  for (let shift = 0; shift < 32; shift += bits) {
    const starts = startsOf(keys, shift);
    if (starts === null) continue; // all alike here
    for (let i = 0; i < n; i += 1) {
      const key = keys[i] ?? 0;
      const bucket = (key >>> shift) & (buckets - 1);
      const at = starts[bucket] ?? 0;
      starts[bucket] = at + 1;
      nextKeys[at] = key;
      nextOrder[at] = order[i] ?? 0;
    }
    [keys, nextKeys] = [nextKeys, keys];
    [order, nextOrder] = [nextOrder, order];
  }
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && keys[to] === keys[from]) to += 1;
    if (to - from > 1) settle(copy, order, from, to);
    from = to;
  }
  return order;
}

/** The upper halves of the numbers as whole numbers that rise with them. */
function upperKeys(copy: Float64Array): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(copy.buffer, copy.byteOffset, 2 * copy.length);
  const keys = new Uint32Array(copy.length);
  const upper = littleEndian ? 1 : 0;
  for (let i = 0; i < keys.length; i += 1) {
    const word = words[2 * i + upper] ?? 0;
    keys[i] = word >= 0x80000000 ? ~word : word ^ 0x80000000;
  }
  return keys;
}

/** Where each bucket begins; null where one bucket holds all. */
function startsOf(keys: Uint32Array, shift: number): Int32Array | null {
  const counts = new Int32Array(buckets);
  for (let i = 0; i < keys.length; i += 1) {
    const bucket = ((keys[i] ?? 0) >>> shift) & (buckets - 1);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  let before = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const own = counts[bucket] ?? 0;
    if (own === keys.length) return null;
    counts[bucket] = before;
    before += own;
  }
  return counts;
}

/** Orders a run that the keys could not tell apart: by insertion where it is short, which most are. */
function settle(copy: Float64Array, order: Int32Array, from: number, to: number): void {
  if (to - from > 32) {
    const first = copy[order[from] ?? 0];
    if (order.subarray(from, to).every((at) => copy[at] === first)) return; // ties, as of a score of few values
    order.subarray(from, to).sort((a, b) => (copy[a] ?? NaN) - (copy[b] ?? NaN) || a - b);
    return;
  }
  for (let i = from + 1; i < to; i += 1) {
    const moved = order[i] ?? 0;
    const value = copy[moved] ?? NaN;
    let at = i;
    while (at > from && (copy[order[at - 1] ?? 0] ?? NaN) > value) {
      order[at] = order[at - 1] ?? 0;
      at -= 1;
    }
    order[at] = moved;
  }
}
