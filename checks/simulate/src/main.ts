import { fail, succeed, type Result } from '@daero/domain/result';
import type { Language } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { codeVersions } from '@daero/objects/code-version';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chunkStore } from './chunk-store.ts';
import { families } from './families.ts';
import { parseGrid, scenariosOf } from './grid.ts';
import { progressLine } from './progress.ts';
import { report } from './report.ts';
import { simulate } from './simulate.ts';
import { rowsOf, type Row } from './verdict.ts';

const usage = `daero-simulate [--only <family>] [--replications <n>] [--workers <n>] [--json]

Coverage, type I error and power of the methods over the scenarios of checks/simulate/grid.json.
The whole grid with its own number of replications writes docs/simulation.md; anything less is only shown.
Finished chunks are kept below .daero/simulate, so a run that was stopped goes on where it was.
The exit code is 1 when a default form lies outside its band, 130 when the run was cancelled.`;

const root = resolve(import.meta.dirname, '../../..');
/** DAERO_LANGUAGE, else the language of the terminal, else Korean. */
const language: Language = (() => {
  const asked = process.env.DAERO_LANGUAGE ?? process.env.LC_ALL ?? process.env.LANG ?? '';
  return asked.startsWith('en') || asked.startsWith('C.') || asked === 'C' || asked === 'POSIX' ? 'en' : 'ko';
})();

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    replications: { type: 'string' },
    workers: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const wholeNumber = (option: string, value: string): Result<number> =>
  /^[1-9]\d{0,8}$/.test(value)
    ? succeed(Number(value))
    : fail({ kind: 'simulation-option-wrong', option, value });

/** One line a default form on the terminal; the page has them all. */
const line = ({ scenario, quantity, form, counts, rate, monteCarloError, verdict }: Row): string =>
  `${verdict.padEnd(12)} ${scenario.family} ${scenario.number}: ${quantity}, ${form}, ${counts} ${(100 * rate).toFixed(2)} ± ${(100 * monteCarloError).toFixed(2)} %`;

async function main(): Promise<Result<number>> {
  const grid = parseGrid(JSON.parse(await readFile(join(root, 'checks/simulate/grid.json'), 'utf8')));
  const replications = wholeNumber('--replications', values.replications ?? String(grid.replications));
  if (!replications.ok) return replications;
  const workers = wholeNumber('--workers', values.workers ?? String(availableParallelism()));
  if (!workers.ok) return workers;
  const scenarios = scenariosOf(grid, families, values.only ?? null);
  if (!scenarios.ok) return scenarios;

  const versionOf = codeVersions(root);
  const fileOf = new Map(families.map(({ name, file }) => [name, file]));
  const folder = join(resolve(root, process.env.DAERO_HOME ?? '.daero'), 'simulate');
  const store = chunkStore(
    folder,
    (family) => `${versionOf(fileOf.get(family) ?? '')} ${versionOf('checks/simulate/src/tally.ts')}`,
  );
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const show = progressLine(language);
  const counts = await simulate(scenarios.value, {
    replications: replications.value,
    workers: workers.value,
    store,
    signal: stop.signal,
    onProgress: show.progress,
  });
  show.end(counts === null);
  if (counts === null) return succeed(130);

  const rows = rowsOf(counts, replications.value, grid.bands);
  const outside = rows.filter(({ judged, verdict }) => judged && verdict !== 'within');
  const whole = values.only === undefined && replications.value === grid.replications;
  if (whole) await writeFile(join(root, 'docs/simulation.md'), report(grid, replications.value, rows));
  if (values.json) console.log(JSON.stringify({ replications: replications.value, rows }, null, 1));
  else {
    const judged = rows.filter((row) => row.judged);
    for (const row of judged) console.log(line(row));
    console.log(`${judged.length - outside.length} within, ${outside.length} outside`);
  }
  return succeed(outside.length > 0 ? 1 : 0);
}

if (values.help) console.log(usage);
else {
  const ended = await main();
  if (!ended.ok) console.error(speakFault(ended.fault, language));
  process.exitCode = ended.ok ? ended.value : 2;
}
