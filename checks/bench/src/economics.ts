import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { economicsAnswer, type EconomicsAnswer, type EconomicsTask } from './economics-task.ts';
import { timeThreads } from './economics-threads.ts';
import type { BenchRow } from './row.ts';
import { median } from './run-daero.ts';

const task = join(import.meta.dirname, 'economics-task.ts');
const peerScript = join(import.meta.dirname, 'economics-peer.R');
const draws = 10_000;
const strategies = 4;

type Measured = {
  readonly what: string;
  readonly task: EconomicsTask;
  readonly rounds: number;
  /** Seconds at most, and by how much the figure is shown and divided. */
  readonly within: number;
  readonly shown: { readonly unit: string; readonly times: number };
  /** Measured on a like machine (2 cores, R 4.2), since it is not run here. */
  readonly standIn?: { readonly name: string; readonly seconds: number };
};
const seconds = { unit: 's', times: 1 };

const measured: readonly Measured[] = [
  {
    what: 'individual model, 2 strategies x 100,000 patients, 4 Weibull transitions',
    task: 'individual',
    rounds: 7,
    within: 0.5,
    shown: seconds,
    standIn: { name: 'hesim 0.5.6, on a like machine', seconds: 1.7 },
  },
  {
    what: 'EVPPI of one parameter, 10,000 draws, 4 strategies',
    task: 'evppi',
    rounds: 15,
    within: 0.1,
    shown: seconds,
    standIn: { name: 'voi 1.0.3 gam, on a like machine', seconds: 0.45 },
  },
  {
    what: 'CEAC, CEAF and EVPI, 10,000 draws x 4 strategies x 501 prices',
    task: 'acceptability',
    rounds: 15,
    within: 0.1,
    shown: seconds,
    standIn: { name: 'BCEA 2.4.82, on a like machine', seconds: 20 },
  },
  {
    what: 'Sick-Sicker with 75 tunnels and a life table, 75 cycles, one strategy',
    task: 'tunnels',
    rounds: 101,
    within: strategies * 0.002,
    shown: { unit: 'ms', times: 1000 / strategies },
  },
];

/** The economic engine, beside vectorised R where R is installed; each measurement in a process of its own. */
export async function benchEconomics(): Promise<BenchRow[]> {
  return [cohortRow(), await threadsRow(), ...measured.map(rowOf)];
}

function cohortRow(): BenchRow {
  const within = 0.25;
  const own = ours('cohort', 7);
  const figure = median(own.seconds);
  const peer = vectorisedR(own);
  return {
    what: 'Sick-Sicker, 4 strategies x 75 cycles, 10,000 draws with their sampling, one thread',
    target: `<= ${within}`,
    figure,
    unit: 's',
    ...(peer === undefined ? {} : { peer, ratio: figure / peer.figure }),
    ok: figure <= within,
  };
}

async function threadsRow(): Promise<BenchRow> {
  const { one, two } = await timeThreads();
  return {
    what: 'the same, 100,000 draws on two workers: how many times as fast as on one (same bytes)',
    target: '>= 1.6',
    figure: one / two,
    unit: 'x',
    peer: { name: `one worker (${one.toFixed(2)} s; two ${two.toFixed(2)} s)`, figure: 1 },
    ok: one / two >= 1.6,
  };
}

function rowOf({ what, task: name, rounds, within, shown, standIn }: Measured): BenchRow {
  const middle = median(ours(name, rounds).seconds);
  return {
    what,
    target: `<= ${Number((within * shown.times).toPrecision(6))}`,
    figure: middle * shown.times,
    unit: shown.unit,
    ...(standIn === undefined
      ? {}
      : { peer: { name: standIn.name, figure: standIn.seconds }, ratio: middle / standIn.seconds }),
    ok: middle <= within,
  };
}

function ours(name: EconomicsTask, rounds: number): EconomicsAnswer {
  const child = spawnSync(process.execPath, [task, name, String(rounds)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${name} failed: ${child.stderr}`);
  return economicsAnswer.parse(JSON.parse(child.stdout));
}

const peerAnswer = z.strictObject({
  version: z.string(),
  seconds: z.array(z.number()),
  values: z.array(z.number()),
});

/** The same model in R, as fast as R does it. It draws for itself, so the means must agree within what chance leaves. */
function vectorisedR(own: EconomicsAnswer): BenchRow['peer'] {
  const child = spawnSync('Rscript', ['--vanilla', peerScript, String(draws), '7'], { encoding: 'utf8' });
  if (child.error !== undefined) return { name: 'vectorised R 4.2, on a like machine', figure: 0.23 };
  if (child.status !== 0) throw new Error(`R failed: ${child.stderr}`);
  const { version, seconds: took, values } = peerAnswer.parse(JSON.parse(child.stdout));
  const apart = values.map((value, index) => Math.abs(value / (own.values[index] ?? NaN) - 1));
  if (values.length !== 2 * strategies || !apart.every((gap) => gap < 0.01))
    throw new Error(`R found ${values.join(', ')}, we ${own.values.join(', ')}`);
  return { name: `vectorised R ${version}`, figure: median(took) };
}
