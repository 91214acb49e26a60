import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchBuild } from './build.ts';
import { benchEconomics } from './economics.ts';
import { benchForecast } from './forecast.ts';
import { benchIntake } from './intake.ts';
import { benchPages } from './pages.ts';
import type { BenchRow } from './row.ts';
import { benchSnapshot } from './snapshot.ts';
import { benchStart } from './start.ts';
import { benchStatistics } from './statistics.ts';

const benches = {
  build: benchBuild,
  intake: benchIntake,
  snapshot: benchSnapshot,
  statistics: benchStatistics,
  pages: benchPages,
  start: benchStart,
  forecast: benchForecast,
  economics: benchEconomics,
} as const;

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const stranger = asked.find((name) => !(name in benches));
if (stranger !== undefined) {
  console.error(`no bench ${stranger}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`${name} ...`);
  rows.push(...(await run()));
}

const shown = (x: number): string =>
  x >= 100 ? Math.round(x).toLocaleString('en') : String(Number(x.toPrecision(3)));
const lines = rows.map(({ what, target, figure, unit, peer, ratio, ok }) =>
  [
    '',
    what,
    target,
    `${shown(figure)} ${unit}`,
    peer === undefined ? '' : `${peer.name}: ${shown(peer.figure)} ${unit}`,
    ratio === undefined ? '' : ratio.toFixed(2),
    ok ? '✓' : '✕ missed',
    '',
  ].join(' | '),
);
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const report = `# Bench

Medians of one run on ${machine}. A figure depends on the machine and on what else it does; a ratio much less.

| what | target | figure | peer in the same run | ratio | |
| --- | --- | --- | --- | --- | --- |
${lines.map((line) => line.trim()).join('\n')}
`;
console.log(report);
if (asked.length === 0) await writeFile(join(import.meta.dirname, '../results.md'), report);
