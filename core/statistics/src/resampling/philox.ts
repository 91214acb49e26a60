/** A block cipher of four words that turns a counter and a key into random bits. */
export type PhiloxBlock = Uint32Array;

const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const weylA = 0x9e3779b9;
const weylB = 0xbb67ae85;
const rounds = 10;

/** The upper 32 bits of the product of two 32-bit words: Math.imul has only the lower ones. */
function highWord(x: number, y: number): number {
  const xLow = x & 0xffff;
  const xHigh = x >>> 16;
  const yLow = y & 0xffff;
  const yHigh = y >>> 16;
  // Each of these sums stays below 2^32: a product of two halves is at most 2^32 - 2^17 + 1.
  const middle = Math.imul(xHigh, yLow) + (Math.imul(xLow, yLow) >>> 16);
  const carry = Math.imul(xLow, yHigh) + (middle & 0xffff);
  return (Math.imul(xHigh, yHigh) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/**
 * Philox4x32-10: the same counter and key give the same four words on every machine, in any order of asking.
 *
 * Takes    a counter of four words and a key of two; the block to write to
 * Gives    nothing: the four random words stand in the block
 * Fails    never
 * Cost     O(1), ten rounds
 * Source   Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11
 * Checked  the known answers of the authors' Random123 library
 */
export function philox(counter: Readonly<Uint32Array>, key: Readonly<Uint32Array>, into: PhiloxBlock): void {
  let c0 = (counter[0] ?? 0) | 0;
  let c1 = (counter[1] ?? 0) | 0;
  let c2 = (counter[2] ?? 0) | 0;
  let c3 = (counter[3] ?? 0) | 0;
  let k0 = (key[0] ?? 0) | 0;
  let k1 = (key[1] ?? 0) | 0;
  for (let round = 0; round < rounds; round += 1) {
    const highA = highWord(multiplierA, c0);
    const highB = highWord(multiplierB, c2);
    const lowA = Math.imul(multiplierA, c0);
    const lowB = Math.imul(multiplierB, c2);
    c0 = highB ^ c1 ^ k0;
    c1 = lowB;
    c2 = highA ^ c3 ^ k1;
    c3 = lowA;
    k0 = (k0 + weylA) | 0;
    k1 = (k1 + weylB) | 0;
  }
  into[0] = c0;
  into[1] = c1;
  into[2] = c2;
  into[3] = c3;
}
