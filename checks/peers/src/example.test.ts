import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { naiveAuc, readStays, type Stay } from './naive-news2.ts';
import { lacks, referenceData, root } from './requires.ts';

const run = promisify(execFile);
const icu = join(referenceData, 'physionet2012_set_a.csv.gz');
const outcomes = join(referenceData, 'physionet2012_outcomes_a.csv');

describe.skipIf(lacks('the reference data', existsSync(icu)))('the example on the real file', () => {
  let folder = '';
  let repository = '';
  let stays: readonly Stay[] = [];
  let all = 0;
  const estimates = new Map<
    string,
    { value: number; low: number; high: number; level: number; n: number; method: string; node: string }
  >();
  const daero = (...args: string[]): Promise<{ stdout: string }> =>
    run('npx', ['--no-install', 'daero', ...args], {
      cwd: root,
      env: { ...process.env, DAERO_HOME: join(folder, 'home'), DAERO_LANGUAGE: 'en' },
      maxBuffer: 1 << 26,
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daero-example-'));
    repository = join(folder, 'icu-early-warning');
    await cp(join(root, 'examples/icu-early-warning'), repository, {
      recursive: true,
      filter: (path) => !/\/out(\/|$)/.test(path),
    });
    await daero('build', repository, '--source', `icu=${icu}`, '--source', `outcomes=${outcomes}`);
    for (const row of JSON.parse(await readFile(join(repository, 'out/estimates.json'), 'utf8')))
      estimates.set(row.id, row);
    ({ all, stays } = await readStays(referenceData));
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const value = (id: string): number => estimates.get(id)?.value ?? NaN;

  test('AUC overall and by site equals a plain reading of the rules, pair by pair', () => {
    expect(value('auc')).toBeCloseTo(naiveAuc(stays), 12);
    for (const unit of ['1', '2', '3', '4']) {
      expect(value(`auc-site-${unit}`)).toBeCloseTo(naiveAuc(stays.filter((stay) => stay.unit === unit)), 12);
    }
    expect(estimates.get('auc')?.n).toBe(stays.length);
    expect(all).toBeGreaterThan(stays.length); // some stays had no item, and the flow says so
  });

  test.each([5, 7])('accuracy at scores of %d or more equals plain counting', (threshold) => {
    const share = (of: readonly Stay[], holds: (stay: Stay) => boolean): number =>
      of.filter(holds).length / of.length;
    const flagged = (stay: Stay): boolean => stay.score >= threshold;
    const died = (stay: Stay): boolean => stay.died;
    expect(value(`sens-${threshold}`)).toBeCloseTo(share(stays.filter(died), flagged), 12);
    expect(value(`spec-${threshold}`)).toBeCloseTo(
      1 -
        share(
          stays.filter((stay) => !stay.died),
          flagged,
        ),
      12,
    );
    expect(value(`ppv-${threshold}`)).toBeCloseTo(share(stays.filter(flagged), died), 12);
    expect(value(`npv-${threshold}`)).toBeCloseTo(
      1 -
        share(
          stays.filter((stay) => !flagged(stay)),
          died,
        ),
      12,
    );
  });

  test('every estimate has its interval around it, its method and its node', () => {
    for (const id of ['auc', 'sens-5', 'spec-5', 'sens-7', 'spec-7', 'ppv-7', 'npv-7']) {
      const { value: at = NaN, low = NaN, high = NaN, level, method, node } = estimates.get(id) ?? {};
      expect(low).toBeLessThan(at);
      expect(high).toBeGreaterThan(at);
      expect([level, node?.length, method?.length]).toEqual([0.95, 64, expect.any(Number)]);
    }
  });

  test('a claim is explained down to the file, and the bundle verifies', async () => {
    const { stdout } = await daero('explain', 'C-02', '--in', repository);
    expect(stdout).toContain('physionet2012_set_a.csv.gz');
    expect(stdout).toContain('code version');
    const verified = JSON.parse(
      (await daero('verify', join(repository, 'out/icu-early-warning.zip'), '--json')).stdout,
    );
    expect(verified.ok).toBe(true);
    expect(verified.rederived.atTheSiteOnly).toBe(2); // the two raw files themselves
  }, 120_000);

  test('with nothing changed nothing is computed', async () => {
    const again = JSON.parse(
      (
        await daero(
          'build',
          repository,
          '--source',
          `icu=${icu}`,
          '--source',
          `outcomes=${outcomes}`,
          '--json',
        )
      ).stdout,
    );
    expect(again.counts).toMatchObject({ computed: 0, failed: 0, blocked: 0 });
  });
});
