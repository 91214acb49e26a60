import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { chunkStore } from './chunk-store.ts';
import { families } from './families.ts';
import { parseGrid, scenariosOf, type Scenario } from './grid.ts';
import { report } from './report.ts';
import { simulate, type SimulateOptions } from './simulate.ts';
import { rowsOf } from './verdict.ts';

const folder = mkdtempSync(join(tmpdir(), 'daero-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
const newPlace = (): string => join(folder, String((stores += 1)));
const storeAt = (place: string, code = 'a') => chunkStore(place, () => code);

const grid = parseGrid({
  seed: 7,
  replications: 400,
  fewer: { auc: 250 },
  bands: { coverage: [0.935, 0.965], 'type-1-error': [0.035, 0.065], power: [-0.015, 0.05] },
  families: {
    proportion: [{ p: 0.9, n: 20 }],
    auc: [{ auc: 0.8, diseased: 20, healthy: 20 }],
    'auc-paired': [{ first: 0.8, second: 0.8, correlation: 0.5, diseased: 30, healthy: 30 }],
  },
});
const scenarios = unwrap(scenariosOf(grid, families, null));

const run = (options: Partial<SimulateOptions>, of: readonly Scenario[] = scenarios) =>
  simulate(of, {
    replications: grid.replications,
    workers: 1,
    store: storeAt(newPlace()),
    signal: new AbortController().signal,
    ...options,
  });

const filesBelow = (place: string): string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    : [];

describe('the run', () => {
  test('one worker and three count the same', async () => {
    const alone = await run({ workers: 1 });
    expect(alone).not.toBeNull();
    expect(await run({ workers: 3 })).toEqual(alone);
  });

  test('what is stopped goes on where it was and ends as if it had not been', async () => {
    const whole = await run({});
    const place = newPlace();
    const stop = new AbortController();
    const halted = await run({
      store: storeAt(place),
      signal: stop.signal,
      onProgress: ({ computed }) => (computed === 4 ? stop.abort() : undefined),
    });
    expect(halted).toBeNull();
    const kept = filesBelow(place).length;
    expect(kept).toBeGreaterThanOrEqual(4);
    let last = { done: 0, of: 0, computed: 0 };
    const resumed = await run({ store: storeAt(place), workers: 2, onProgress: (now) => (last = now) });
    expect(resumed).toEqual(whole);
    expect(last).toEqual({ done: 11, of: 11, computed: 11 - kept }); // 400, 250 and 400 studies in hundreds
  });

  test('finished chunks are not computed again, damaged ones and those of other code are', async () => {
    const place = newPlace();
    const first = await run({ store: storeAt(place) });
    const computedWith = async (code: string): Promise<number> => {
      let count = 0;
      const again = await run({
        store: storeAt(place, code),
        onProgress: ({ computed }) => (count = computed),
      });
      expect(again).toEqual(first);
      return count;
    };
    expect(await computedWith('a')).toBe(0);
    const [one = ''] = filesBelow(place);
    writeFileSync(join(place, one), readFileSync(join(place, one), 'utf8').slice(0, 10));
    expect(await computedWith('a')).toBe(1);
    expect(await computedWith('b')).toBe(11);
  });

  test('trouble in a worker is told with the family it was in', async () => {
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error('the grid has scenarios');
    const wrong = { ...scenario, settings: { p: 'much', n: 10 } };
    await expect(run({}, [wrong])).rejects.toThrow(/proportion 1/);
  });
});

describe('the verdict', () => {
  const caught = async () => {
    const [first] = scenarios;
    if (first === undefined) throw new Error('the grid has scenarios');
    const counts = await run({ replications: 4000, workers: 2 }, [first]);
    return rowsOf(counts ?? [], 4000, grid.bands);
  };

  test('Wald limits of a proportion of 20 people are called liberal, exact ones conservative, neither judged', async () => {
    const rows = await caught();
    const of = (form: string) => rows.find((row) => row.form === form);
    // Of 20 with p = 0.9 the exact coverages are 0.876 and 0.989 (sums of the binomial distribution).
    expect(of('wald')).toMatchObject({ verdict: 'liberal', judged: false, truth: 0.9 });
    expect(of('clopper-pearson')).toMatchObject({ verdict: 'conservative', judged: false });
    expect(of('wilson')).toMatchObject({ judged: true });
    expect(Math.abs((of('wald')?.rate ?? 0) - 0.876)).toBeLessThan(4 * (of('wald')?.monteCarloError ?? 0));
    const page = report(grid, 4000, rows);
    expect(page).toContain('(liberal · 반보수적)');
    expect(page).not.toContain('NaN');
  });
});

describe('the grid that is published', () => {
  const real = parseGrid(JSON.parse(readFileSync(join(import.meta.dirname, '../grid.json'), 'utf8')));
  const all = unwrap(scenariosOf(real, families, null));

  test('every family has scenarios, and no two have one random stream', () => {
    expect([...new Set(all.map(({ family }) => family))]).toEqual(families.map(({ name }) => name));
    expect(new Set(all.map(({ seed }) => seed)).size).toBe(all.length);
  });

  test('every family names the file that it stands in', () => {
    const root = join(import.meta.dirname, '../../..');
    for (const { name, file } of families)
      expect(readFileSync(join(root, file), 'utf8')).toContain(`name: '${name}'`);
  });

  test('a family or a setting that is not there is a fault with its place', () => {
    expect(scenariosOf(real, families, 'nothing')).toMatchObject({
      fault: { kind: 'simulation-family-unknown', family: 'nothing' },
    });
    const wrong = { ...real, families: { kappa: [{ n: 10, kappa: 0.5 }] } };
    expect(scenariosOf(wrong, families, null)).toMatchObject({
      fault: { kind: 'simulation-scenario-wrong', family: 'kappa', number: 1 },
    });
  });
});
