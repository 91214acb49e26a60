import { unwrap } from '@daero/domain/result';
import { aucBootstrap } from '@daero/statistics/discrimination/auc-bootstrap';
import { pairedAucs, pairedDifference } from '@daero/statistics/discrimination/auc-comparison';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { aucInterval } from '@daero/statistics/discrimination/auc-interval';
import { normalQuantile } from '@daero/statistics/distributions/normal';
import { delongCovariance } from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { obuchowskiRockette } from '@daero/statistics/reader-study/obuchowski-rockette';
import { readings, type ReadingRows } from '@daero/statistics/reader-study/readings';
import { readingSums } from '@daero/statistics/reader-study/reading-moments';
import { uInterval, uStatistic } from '@daero/statistics/reader-study/u-statistic';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { bootstrapSummary } from '@daero/statistics/resampling/bootstrap-summary';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { z } from 'zod';

/** What is timed, each in a process of its own so that its memory can be read. */
export const tasks = ['auc', 'paired', 'bootstrap', 'obuchowski-rockette', 'u-statistics'] as const;
export type TaskName = (typeof tasks)[number];

const taskSchema = z.strictObject({
  task: z.enum(tasks),
  rounds: z.number().int(),
  /** Columns of doubles, one after another: truth, then scores; null for the reader studies, which make their own. */
  file: z.string().nullable(),
  cases: z.number().int(),
});

export const answerSchema = z.strictObject({
  /** Of each round, the first from a cold start. */
  seconds: z.array(z.number()),
  megabytes: z.number(),
  /** What came out, to be held beside the peer's. */
  values: z.array(z.number()),
});
export type TaskAnswer = z.output<typeof answerSchema>;

const level = 0.95;

/** The columns of a file of doubles, without a copy. */
function columnsOf(file: string, cases: number): readonly Float64Array[] {
  if (endianness() !== 'LE') throw new Error('the columns are written for a little-endian machine');
  const bytes = readFileSync(file);
  const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  return Array.from({ length: all.length / cases }, (_none, i) => all.subarray(i * cases, (i + 1) * cases));
}

/** The scores of the diseased and of the healthy, counted first: a filter would hold them twice. */
function groups(truth: Float64Array, score: Float64Array) {
  const ill = truth.reduce((count, value) => count + value, 0);
  const found = { diseased: new Float64Array(ill), healthy: new Float64Array(truth.length - ill) };
  let [diseased, healthy] = [0, 0];
  for (let row = 0; row < truth.length; row += 1) {
    if (truth[row] === 1) found.diseased[diseased++] = score[row] ?? NaN;
    else found.healthy[healthy++] = score[row] ?? NaN;
  }
  return found;
}

/** A reader study as a file has it: one row a reading. */
function readerRows(readers: number, cases: number): ReadingRows {
  const rows = { reader: [] as string[], modality: [] as string[], case: [] as string[] };
  const [truth, rating]: [number[], number[]] = [[], []];
  for (let reader = 0; reader < readers; reader += 1) {
    for (const [m, modality] of ['first', 'second'].entries()) {
      const { uniform } = randomStream(3, reader * 2 + m);
      for (let one = 0; one < cases; one += 1) {
        rows.reader.push(`reader ${reader}`);
        rows.modality.push(modality);
        rows.case.push(`case ${one}`);
        truth.push(one % 2);
        rating.push((one % 2) * (1.2 + 0.2 * m) + normalQuantile(uniform()));
      }
    }
  }
  return { ...rows, truth, rating };
}

function workOf(task: TaskName, file: string | null, cases: number): () => readonly number[] {
  const columns = file === null ? [] : columnsOf(file, cases);
  const [truth = new Float64Array(0), first = new Float64Array(0), second = new Float64Array(0)] = columns;
  const rows = file === null ? readerRows(10, cases) : null;
  const study = () => {
    if (rows === null) throw new Error('a reader study has rows');
    return unwrap(readings(rows));
  };
  switch (task) {
    case 'auc':
      return () => {
        const { diseased, healthy } = groups(truth, first);
        const found = unwrap(aucDelong(diseased, healthy));
        const { low, high } = aucInterval(found, { form: 'wald', level });
        return [found.auc, low, high];
      };
    case 'paired':
      return () => {
        const both = unwrap(pairedAucs([groups(truth, first), groups(truth, second)]));
        return [both.aucs[0] ?? NaN, both.aucs[1] ?? NaN, pairedDifference(both, 0, 1).z];
      };
    case 'bootstrap':
      return () => {
        const [replicates = new Float64Array(0)] = unwrap(
          aucBootstrap({ truth, scores: [first] }, { replicates: 2000, seed: 1 }),
        );
        const { low, high } = bootstrapSummary(replicates, level).limits;
        return [low, high];
      };
    case 'obuchowski-rockette':
      return () => {
        const read = study();
        const { readers, modalities } = read;
        const values = cellFigures(read, { of: 'auc' }).map(({ value }) => value);
        const components = varianceComponents(
          { readers, modalities, values, covariance: delongCovariance(read) },
          'shared',
        );
        return [unwrap(obuchowskiRockette(components, { to: 'readers-and-cases', level })).test.p];
      };
    case 'u-statistics':
      return () => {
        const read = study();
        const sums = readingSums(read);
        const readers = read.readers.map((_name, at) => at);
        const found = uStatistic(sums, { first: 0, second: 1, readers }, 'unbiased');
        return [found.value, uInterval(found, level)?.p ?? NaN];
      };
  }
}

if (process.argv[1] === import.meta.filename) {
  const { task, rounds, file, cases } = taskSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
  const work = workOf(task, file, cases);
  const seconds: number[] = [];
  let values: readonly number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    values = work();
    seconds.push((performance.now() - start) / 1000);
  }
  const megabytes = process.resourceUsage().maxRSS / 1000; // kilobytes on Linux
  process.stdout.write(JSON.stringify({ seconds, megabytes, values: [...values] } satisfies TaskAnswer));
}
