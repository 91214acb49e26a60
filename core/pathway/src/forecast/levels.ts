import { philox } from '@daero/statistics/resampling/philox';

const word = 0x100000000;
const grain = 1 / word;

/**
 * Numbers between 0 and 1 for the draws of one stage of one case: the k-th belongs to the k-th draw. They depend on the
 * seed and the index alone, so neither other cases nor the number of workers change them. Thirty-two bits are more than
 * whole days can show, and take half the time of fifty-two.
 *
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11
 */
export function levels(seed: number, index: number, into: Float64Array): Float64Array {
  const key = Uint32Array.of(seed % word, Math.floor(seed / word));
  const counter = Uint32Array.of(0, 0, index % word, Math.floor(index / word));
  const block = new Uint32Array(4);
  const whole = into.length - (into.length % 4);
  for (let draw = 0; draw < whole; draw += 4) {
    counter[0] = draw / 4;
    philox(counter, key, block);
    into[draw] = ((block[0] ?? 0) + 0.5) * grain;
    into[draw + 1] = ((block[1] ?? 0) + 0.5) * grain;
    into[draw + 2] = ((block[2] ?? 0) + 0.5) * grain;
    into[draw + 3] = ((block[3] ?? 0) + 0.5) * grain;
  }
  counter[0] = whole / 4;
  philox(counter, key, block);
  for (let draw = whole; draw < into.length; draw += 1)
    into[draw] = ((block[draw - whole] ?? 0) + 0.5) * grain;
  return into;
}
