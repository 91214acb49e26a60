import { normalQuantile } from '@daero/statistics/distributions/normal';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchRow } from './row.ts';
import { median } from './run-daero.ts';
import { answerSchema, type TaskAnswer, type TaskName } from './statistics-task.ts';

const task = join(import.meta.dirname, 'statistics-task.ts');
const peerScript = join(import.meta.dirname, 'statistics-peer.R');
const rounds = 5;
const million = 1_000_000;
const mostMegabytes = 300;

type Measured = {
  readonly what: string;
  readonly task: TaskName;
  readonly cases: number;
  /** How many times faster than the peer. */
  readonly faster: number;
  /** Rounds of the peer, and how near its values lie to ours; null where it draws at random. */
  readonly peer: { readonly name: string; readonly rounds: number; readonly within: number | null } | null;
  /** The peer's seconds on a like machine (2 cores, R 4.2), which stand in for it where it is not installed. */
  readonly standIn: { readonly name: string; readonly seconds: number };
};

const measured: readonly Measured[] = [
  {
    what: 'AUC with DeLong interval, 1,000,000 cases',
    task: 'auc',
    cases: million,
    faster: 2,
    peer: { name: 'roc + ci.auc', rounds: 3, within: 1e-9 },
    standIn: { name: 'pROC 1.18 roc + ci.auc', seconds: 1.2 },
  },
  {
    what: 'paired DeLong comparison of two scores, 1,000,000 cases',
    task: 'paired',
    cases: million,
    faster: 2,
    peer: { name: 'two roc + roc.test', rounds: 3, within: 1e-7 },
    standIn: { name: 'pROC 1.18 two roc + roc.test', seconds: 2.4 },
  },
  {
    what: '2,000 stratified bootstraps of an AUC, 10,000 cases',
    task: 'bootstrap',
    cases: 10_000,
    faster: 10,
    peer: { name: 'ci.auc by bootstrap', rounds: 1, within: null },
    standIn: { name: 'pROC 1.18 ci.auc by bootstrap', seconds: 10.7 },
  },
  {
    what: 'Obuchowski-Rockette with DeLong covariance, 10 readers x 1,000 cases x 2, from rows',
    task: 'obuchowski-rockette',
    cases: 1000,
    faster: 10,
    peer: null,
    standIn: { name: 'MRMCaov 0.3.0', seconds: 1.1 },
  },
  {
    what: 'U-statistics of a reader study, 10 readers x 1,000 cases x 2, from rows',
    task: 'u-statistics',
    cases: 1000,
    faster: 50,
    peer: null,
    standIn: { name: 'iMRMC 2.1.2', seconds: 28 },
  },
];

/** The statistics beside R's packages where those are installed, each measurement in a process of its own. */
export async function benchStatistics(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daero-bench-statistics-'));
  try {
    const withPeer = spawnSync('Rscript', ['-e', 'library(pROC)'], { stdio: 'ignore' }).status === 0;
    const files = new Map([million, 10_000].map((cases) => [cases, join(folder, `${cases}.doubles`)]));
    for (const [cases, file] of files) await writeFile(file, columns(cases));
    const found = measured.map((each) => {
      const file = each.peer === null ? null : (files.get(each.cases) ?? null);
      const own = ours(each, file);
      return { own, row: rowOf(each, own, withPeer && file !== null ? peerOf(each, file, own) : null) };
    });
    const megabytes = Math.max(...found.map(({ own }) => own.megabytes));
    return [
      ...found.map(({ row }) => row),
      {
        what: 'the most memory that any of these five took',
        target: `< ${mostMegabytes}`,
        figure: megabytes,
        unit: 'MB',
        ok: megabytes < mostMegabytes,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Truth and two correlated scores of each case, as doubles one column after another. */
function columns(cases: number): Uint8Array {
  const all = new Float64Array(3 * cases);
  const { uniform } = randomStream(2, cases);
  for (let row = 0; row < cases; row += 1) {
    const truth = row % 2;
    const shared = normalQuantile(uniform());
    all[row] = truth;
    all[cases + row] = truth + 0.8 * shared + 0.6 * normalQuantile(uniform());
    all[2 * cases + row] = 1.1 * truth + 0.8 * shared + 0.6 * normalQuantile(uniform());
  }
  return new Uint8Array(all.buffer);
}

function ours({ task: name, cases }: Measured, file: string | null): TaskAnswer {
  const child = spawnSync(process.execPath, [task, JSON.stringify({ task: name, rounds, file, cases })], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${name} failed: ${child.stderr}`);
  return answerSchema.parse(JSON.parse(child.stdout));
}

const peerAnswer = z.strictObject({
  version: z.string(),
  seconds: z.array(z.number()),
  values: z.array(z.number()),
});

/** The peer on the same columns in the same run; its answers must be ours. */
function peerOf({ task: name, cases, peer }: Measured, file: string, own: TaskAnswer): BenchRow['peer'] {
  if (peer === null) return undefined;
  const child = spawnSync('Rscript', [peerScript, name, file, String(cases), String(peer.rounds)], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`pROC failed at ${name}: ${child.stderr}`);
  const { version, seconds, values } = peerAnswer.parse(JSON.parse(child.stdout));
  const { within } = peer;
  const off = values.some(
    (value, i) => !(Math.abs(Math.abs(value) - Math.abs(own.values[i] ?? NaN)) <= (within ?? 1e-2)),
  );
  if (off) throw new Error(`${name}: pROC found ${values.join(', ')}, we ${own.values.join(', ')}`);
  return { name: `pROC ${version} ${peer.name}`, figure: median(seconds) };
}

function rowOf(
  { what, faster, standIn }: Measured,
  own: TaskAnswer,
  live: BenchRow['peer'] | null,
): BenchRow {
  const peer = live ?? { name: `${standIn.name}, on a like machine`, figure: standIn.seconds };
  const figure = median(own.seconds);
  const ratio = figure / peer.figure;
  return {
    what,
    target: `>= ${faster} times faster`,
    figure,
    unit: 's',
    peer,
    ratio,
    ok: ratio <= 1 / faster,
  };
}
