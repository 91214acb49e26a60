import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwrap } from '@daero/domain/result';
import { oneRow } from '@daero/duckdb/read-rows';
import { withSession } from '@daero/duckdb/session';
import { literal } from '@daero/duckdb/sql';
import { takeSnapshot } from '@daero/duckdb/take-snapshot';
import { snapshotMapping } from '@daero/registry/snapshot/mapping';
import { z } from 'zod';
import type { BenchRow } from './row.ts';

const events = 10_000_000;
const columns = { site: 'site', subject: 'subject', time: 'minute', item: 'item', value: 'value' };
const physionet = { subject: 'record_id', time: 'minute', item: 'parameter', value: 'value' };
const self = fileURLToPath(import.meta.url);

/** Snapshots of ten million events and of the real ICU file, each in a process of its own whose peak memory is read. */
export async function benchSnapshot(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daero-bench-snapshot-'));
  try {
    const source = join(folder, 'events.csv');
    await writeEvents(source, folder);
    const taken = measure(source, columns, join(folder, 'snapshots'));
    const plain = await plainCopy(source, folder);
    await sameSums(source, taken.file, folder);
    return [
      {
        what: 'snapshot of 10 million event rows',
        target: '<= 60',
        figure: taken.seconds,
        unit: 's',
        peer: { name: 'DuckDB, CSV to Parquet without order or name', figure: plain },
        ratio: taken.seconds / plain,
        ok: taken.rows === events && taken.seconds <= 60,
      },
      {
        what: 'its peak memory',
        target: '< 1,000',
        figure: taken.megabytes,
        unit: 'MB',
        ok: taken.megabytes < 1000,
      },
      ...real(folder),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function real(folder: string): BenchRow[] {
  const root = resolve(dirname(self), '../../..');
  const source = resolve(
    root,
    process.env['DAERO_REFERENCE'] ?? '../shared/reference',
    'rwe/data/physionet2012_set_a.csv.gz',
  );
  if (!existsSync(source)) return [];
  const { seconds } = measure(source, physionet, join(folder, 'real'));
  return [
    {
      what: 'snapshot of the ICU file (1.75 million rows, gzip)',
      target: '<= 4',
      figure: seconds,
      unit: 's',
      ok: seconds <= 4,
    },
  ];
}

const answer = z.strictObject({
  seconds: z.number(),
  megabytes: z.number(),
  rows: z.int(),
  file: z.string(),
});
type Answer = z.output<typeof answer>;

function measure(source: string, mapping: object, intoFolder: string): Answer {
  const child = spawnSync(process.execPath, [self, JSON.stringify({ source, mapping, intoFolder })], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`the snapshot process failed: ${child.stderr}`);
  return answer.parse(JSON.parse(child.stdout));
}

/** Events as a log of four hospitals and 25,000 patients would hold them, in no order at all. */
const writeEvents = (file: string, spill: string): Promise<unknown> =>
  withSession(spill, (connection) =>
    connection.run(`COPY (SELECT 's' || k % 4 AS site, 'P' || hash(k) % 25000 AS subject, hash(k + 1) % 2880 AS "minute",
      ['HR', 'Temp', 'SysABP', 'NISysABP', 'RespRate', 'SaO2', 'GCS'][1 + CAST(hash(k + 2) % 7 AS INTEGER)] AS item,
      CAST(hash(k + 3) % 100000 AS DOUBLE) / 64 AS value FROM range(${events}) AS rows(k)) TO ${literal(file)} (HEADER)`),
  );

async function plainCopy(source: string, folder: string): Promise<number> {
  const start = performance.now();
  await withSession(folder, (connection) =>
    connection.run(`COPY (SELECT * FROM read_csv(${literal(source)})) TO ${literal(join(folder, 'plain.parquet'))}
      (FORMAT parquet, COMPRESSION zstd)`),
  );
  return (performance.now() - start) / 1000;
}

/** Nothing was lost or doubled: rows and sums of the snapshot equal those of the text (sixty-fourths, exact in binary). */
async function sameSums(source: string, snapshot: string, spill: string): Promise<void> {
  const [left, right] = await withSession(spill, async (connection) => [
    await oneRow(connection, `SELECT count(*), sum("minute"), sum(value) FROM read_csv(${literal(source)})`),
    await oneRow(
      connection,
      `SELECT count(*), sum(time), sum(value) FROM read_parquet(${literal(snapshot)})`,
    ),
  ]);
  if (left?.map(Number).join() !== right?.map(Number).join())
    throw new Error(`sums differ: ${left?.join()} and ${right?.join()}`);
}

const task = z.strictObject({
  source: z.string(),
  mapping: z.record(z.string(), z.string()),
  intoFolder: z.string(),
});

if (process.argv[1] === self) {
  const { source, mapping, intoFolder } = task.parse(JSON.parse(process.argv[2] ?? '{}'));
  const start = performance.now();
  const { rows, file } = unwrap(
    await takeSnapshot({ source, mapping: snapshotMapping.parse({ form: 'long', ...mapping }), intoFolder }),
  );
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1000; // kilobytes on Linux
  process.stdout.write(JSON.stringify({ seconds, megabytes, rows, file } satisfies Answer));
}
