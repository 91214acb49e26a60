import { parseArgs } from 'node:util';
import { buildKill } from './build-kill.ts';
import { intakeKill } from './intake-kill.ts';
import type { Part, Tally } from './part.ts';
import { workerKill } from './worker-kill.ts';

// Kills processes with SIGKILL at random moments and looks at what is left. A further part is one row here.
const parts: readonly Part[] = [intakeKill, workerKill, buildKill];

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string' },
  },
});
const times = Number(values.times);
const chosen = parts.filter(({ name }) => values.part === undefined || values.part === name);
if (!Number.isInteger(times) || times < 1 || chosen.length === 0) {
  console.error(`daero-faults [--times 50] [--seed 1] [--part ${parts.map(({ name }) => name).join('|')}]`);
  process.exit(2);
}

/** Mulberry32: the same seed kills at the same delays, as far as a machine repeats itself. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let total: Tally = { passed: 0, failed: 0 };
for (const part of chosen) {
  const say = (line: string): void => console.log(`${part.name} ${line}`);
  const tally = await part.run({ times, random: seeded(Number(values.seed)), say });
  total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed };
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
