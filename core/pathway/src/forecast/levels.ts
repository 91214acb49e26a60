import { philox } from '@daero/statistics/resampling/philox';

const word = 0x100000000;
const half = 0x10000;

/**
 * Numbers between 0 and 1 for the draws of one stage of one case: the k-th belongs to the k-th draw. They depend on the
 * seed and the index alone, so neither other cases nor the number of workers change them. Each is the middle of one of
 * 65,536 equal cells: days are whole and a stage takes some hundreds of them, so finer cells would show nothing, and
 * eight draws come of one block of the cipher.
 *
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11
 */
export function levels(seed: number, index: number, into: Float64Array): Float64Array {
  const key = Uint32Array.of(seed % word, Math.floor(seed / word));
  const counter = Uint32Array.of(0, 0, index % word, Math.floor(index / word));
  const block = new Uint32Array(4);
  for (let draw = 0; draw < into.length; draw += 8) {
    counter[0] = draw / 8;
    philox(counter, key, block);
    for (let at = 0; at < 4; at += 1) {
      const bits = block[at] ?? 0; // what lies past the last draw is not kept
      into[draw + 2 * at] = ((bits & 0xffff) + 0.5) / half;
      into[draw + 2 * at + 1] = ((bits >>> 16) + 0.5) / half;
    }
  }
  return into;
}
