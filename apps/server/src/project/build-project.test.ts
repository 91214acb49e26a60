import { testFolder } from './own-home.test-fixture.ts';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { EstimateRow } from '@daero/evidence/estimates-file';
import { beforeAll, describe, expect, test } from 'vitest';
import { holdBuild } from './build-lock.ts';
import type { BuildReport } from './build-project.ts';
import {
  build,
  built,
  edit,
  filesBelow,
  freshFolder,
  hashesOf,
  idsAt,
  leftovers,
  openCells,
  peopleCsv,
  smallCells,
  unwatchedBuild,
} from './repository.test-fixture.ts';

type Person = { readonly site: number; readonly score: number; readonly died: boolean };
async function people(): Promise<readonly Person[]> {
  const [, ...lines] = (await peopleCsv()).trim().split('\n');
  return lines.map((line) => {
    const [, site, score, died] = line.split(',').map(Number);
    return { site: site ?? NaN, score: score ?? NaN, died: died === 1 };
  });
}
const rowsIn = async (folder: string): Promise<ReadonlyMap<string, EstimateRow>> =>
  new Map(
    (JSON.parse(await readFile(join(folder, 'out/estimates.json'), 'utf8')) as EstimateRow[]).map((row) => [
      row.id,
      row,
    ]),
  );

describe('a whole build', () => {
  let folder = '';
  let first: BuildReport;
  beforeAll(async () => {
    folder = await openCells();
    first = await built(folder);
  });

  test('computes every node once and leaves estimates, the dossier in two languages and a bundle', async () => {
    expect(first.counts).toEqual({ computed: first.built.length, fresh: 0, failed: 0, blocked: 0 });
    expect(first.bundle).toBe(join(folder, 'out/small-cells.zip'));
    const files = await filesBelow(join(folder, 'out'));
    expect(files.filter((name) => name.startsWith('objects/')).length).toBe(
      new Set(hashesOf(first).values()).size,
    );
    expect(files).toEqual(expect.arrayContaining(['dossier-en.html', 'dossier-ko.html', 'estimates.json']));
    expect(await leftovers(join(folder, 'out'))).toEqual([]);
  });

  test('gives the numbers that plain counting of the file gives', async () => {
    const [all, rows] = [await people(), await rowsIn(folder)];
    const rate = (of: readonly Person[]): number => of.filter(({ died }) => died).length / of.length;
    expect(rows.get('death')?.value).toBeCloseTo(rate(all), 12);
    for (const site of [1, 2, 3, 4]) {
      const here = all.filter((person) => person.site === site);
      expect(rows.get(`death-site-${site}`)).toMatchObject({ n: here.length });
      expect(rows.get(`death-site-${site}`)?.value).toBeCloseTo(rate(here), 12);
    }
    const [dead, alive] = [all.filter(({ died }) => died), all.filter(({ died }) => !died)];
    const wins = dead.reduce(
      (sum, one) =>
        sum +
        alive.reduce(
          (so, other) => so + (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0),
          0,
        ),
      0,
    );
    expect(rows.get('auc')?.value).toBeCloseTo(wins / (dead.length * alive.length), 12);
    expect(rows.get('extra-cost')?.value).toBeCloseTo(100 - rate(all) * 0.1 * 1000, 9);
  });

  test('computes nothing the second time and rewrites nothing', async () => {
    const zip = join(folder, 'out/small-cells.zip');
    const before = (await stat(zip)).mtimeMs;
    const second = await built(folder);
    expect(second.counts).toEqual({ computed: 0, fresh: first.built.length, failed: 0, blocked: 0 });
    expect((await stat(zip)).mtimeMs).toBe(before);
  });

  test('writes the files for people again where one of them is gone', async () => {
    const zip = join(folder, 'out/small-cells.zip');
    const [before, page] = [await readFile(zip), join(folder, 'out/dossier-ko.html')];
    await rm(page);
    expect((await built(folder)).counts.computed).toBe(0);
    expect((await stat(page)).size).toBeGreaterThan(1000);
    expect((await readFile(zip)).equals(before)).toBe(true);
  });

  test('computes the dependants of one changed assumption and nothing else, and nothing when it changes back', async () => {
    const bundle = await readFile(join(folder, 'out/small-cells.zip'));
    await edit(folder, 'model.yaml', [['mean: 1000, sd: 100', 'mean: 1100, sd: 100']]);
    const changed = await built(folder);
    expect(idsAt(changed, 'computed')).toEqual(
      [
        'parameter:c_event',
        'model',
        'estimate:extra-cost',
        'estimate:net-benefit',
        'figure:model:ko',
        'figure:model:en',
        'claim:C-03',
        'requirement:R-02',
        'document:ko',
        'document:en',
      ].sort(),
    );
    expect(idsAt(changed, 'fresh')).toEqual(
      expect.arrayContaining(['analysis:death-rate', 'analysis:discrimination', 'claim:C-01']),
    );
    await edit(folder, 'model.yaml', [['mean: 1100, sd: 100', 'mean: 1000, sd: 100']]);
    expect((await built(folder)).counts.computed).toBe(0);
    expect((await readFile(join(folder, 'out/small-cells.zip'))).equals(bundle)).toBe(true);
  });

  test('in another folder gives the same bytes', async () => {
    const other = await openCells();
    const again = await built(other);
    expect(hashesOf(again)).toEqual(hashesOf(first));
    for (const name of ['estimates.json', 'dossier-ko.html', 'dossier-en.html', 'small-cells.zip']) {
      expect(
        (await readFile(join(other, 'out', name))).equals(await readFile(join(folder, 'out', name))),
        name,
      ).toBe(true);
    }
  });
});

describe('the content of a source counts, not its file', () => {
  /** All but what names the file, or rows by their place in it, and the documents that show both. */
  const numbers = (report: BuildReport): ReadonlyMap<string, string> =>
    new Map([...hashesOf(report)].filter(([id]) => !/^(source|quality|document):/.test(id)));

  test('compressed, and with its rows in another order, it gives the same numbers under the same hashes', async () => {
    const [plain, packed, shuffled] = [await smallCells(), await smallCells(), await smallCells()];
    const text = await peopleCsv();
    const gz = join(packed, 'people.csv.gz');
    await writeFile(gz, gzipSync(text));
    const [head = '', ...lines] = text.trim().split('\n');
    await writeFile(join(shuffled, 'people.csv'), `${[head, ...lines.reverse()].join('\n')}\n`);
    const reports = [
      await built(plain),
      await built(packed, new Map([['people', gz]])),
      await built(shuffled),
    ];
    const [first, ...others] = reports.map(numbers);
    for (const other of others) expect(other).toEqual(first);
    const sources = new Set(reports.map((report) => hashesOf(report).get('source:people')));
    expect(sources.size).toBe(3);
    const estimates = await Promise.all(
      [plain, packed, shuffled].map((one) => readFile(join(one, 'out/estimates.json'), 'utf8')),
    );
    expect(new Set(estimates).size).toBe(1);
  });

  test('one cell changed changes the snapshot and what rests on it', async () => {
    const [folder, other] = [await smallCells(), await smallCells()];
    await edit(other, 'people.csv', [['made-up-198,4,3,0', 'made-up-198,4,4,0']]);
    const [one, two] = [hashesOf(await built(folder)), hashesOf(await built(other))];
    expect(one.get('snapshot:people')).not.toBe(two.get('snapshot:people'));
    expect(one.get('estimate:auc')).not.toBe(two.get('estimate:auc'));
  });
});

describe('stopped', () => {
  test('between two nodes, the next build goes on from there and comes to the same bytes', async () => {
    const [folder, whole] = [await smallCells(), await smallCells()];
    let computed = 0;
    const stopped = await build(folder, new Map(), {
      ...unwatchedBuild,
      step: ({ state }) => (computed += state === 'computed' ? 1 : 0),
      cancelled: () => computed >= 5,
    });
    expect(stopped).toEqual({ ok: false, fault: { kind: 'build-cancelled' } });
    expect(await leftovers(join(folder, 'out'))).toEqual([]);
    expect(await filesBelow(join(folder, 'out'))).not.toContain('small-cells.zip');
    const rest = await built(folder);
    expect(rest.counts.fresh).toBe(5);
    await built(whole);
    const [one, other] = await Promise.all(
      [folder, whole].map((at) => readFile(join(at, 'out/small-cells.zip'))),
    );
    expect(one?.equals(other ?? new Uint8Array())).toBe(true);
  });

  test('by a node that fails, the files of the last whole build stay as they are, and no bundle is claimed', async () => {
    const folder = await smallCells();
    await built(folder);
    const before = await readFile(join(folder, 'out/estimates.json'));
    const csv = await peopleCsv();
    await writeFile(join(folder, 'people.csv'), csv.replace(/,[01]$/gm, ',0'));
    for (const _time of [1, 2]) {
      const failed = await built(folder);
      expect([failed.bundle, failed.counts.failed]).toEqual([null, 1]);
      expect((await readFile(join(folder, 'out/estimates.json'))).equals(before)).toBe(true);
    }
  });
});

describe('one build holds a folder', () => {
  test('of many that start at once', async () => {
    const folder = await freshFolder();
    const tries = await Promise.all(Array.from({ length: 20 }, () => holdBuild(folder)));
    expect(tries.filter(({ ok }) => ok).length).toBe(1);
    for (const one of tries) {
      if (one.ok) await one.value();
      else expect(one.fault).toMatchObject({ kind: 'build-running', folder, pid: process.pid });
    }
    expect((await holdBuild(folder)).ok).toBe(true);
  });

  test('and one that a killed process left is taken over by exactly one, with what it was writing', async () => {
    const folder = await freshFolder();
    const dead = 2 ** 22 + 1; // beyond what Linux gives
    await writeFile(join(folder, 'building'), String(dead));
    await writeFile(join(folder, `estimates.json.${dead}.0a1b2c3d.part`), 'half');
    const tries = await Promise.all(Array.from({ length: 20 }, () => holdBuild(folder)));
    expect(tries.filter(({ ok }) => ok).length).toBe(1);
    expect(await filesBelow(folder)).toEqual(['building']);
  });
});

test('the key is made in the home of the installation, for its owner alone', async () => {
  const key = join(testFolder, 'home/keys/signing-key.pem');
  expect((await stat(key)).mode & 0o777).toBe(0o600);
});
