/** A block cipher of four words that turns a counter and a key into random bits. */
export type PhiloxBlock = Uint32Array;

const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const weylA = 0x9e3779b9;
const weylB = 0xbb67ae85;
const rounds = 10;

/** The upper 32 bits of the product of two 32-bit words: Math.imul has only the lower ones. */
function highWord(x: number, y: number): number {
  const [xLow, xHigh] = [x & 0xffff, x >>> 16];
  const [yLow, yHigh] = [y & 0xffff, y >>> 16];
  const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
  const carry = (middle & 0xffff) + xLow * yHigh;
  return (xHigh * yHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/**
 * Philox4x32-10: the same counter and key give the same four words on every machine, in any order of asking.
 *
 * Source   Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11
 * Checked  the known answers of the authors' Random123 library
 */
export function philox(counter: Readonly<Uint32Array>, key: Readonly<Uint32Array>, into: PhiloxBlock): void {
  let [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = counter;
  let [k0 = 0, k1 = 0] = key;
  for (let round = 0; round < rounds; round += 1) {
    const [highA, lowA] = [highWord(multiplierA, c0), Math.imul(multiplierA, c0)];
    const [highB, lowB] = [highWord(multiplierB, c2), Math.imul(multiplierB, c2)];
    c0 = (highB ^ c1 ^ k0) >>> 0;
    c1 = lowB >>> 0;
    c2 = (highA ^ c3 ^ k1) >>> 0;
    c3 = lowA >>> 0;
    k0 = (k0 + weylA) >>> 0;
    k1 = (k1 + weylB) >>> 0;
  }
  into[0] = c0;
  into[1] = c1;
  into[2] = c2;
  into[3] = c3;
}
