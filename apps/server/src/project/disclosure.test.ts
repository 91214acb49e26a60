import './own-home.test-fixture.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Estimate } from '@daero/domain/estimate';
import { printEstimate } from '@daero/domain/format/estimate';
import { outputName } from '@daero/evidence/bundle/chain-file';
import type { EstimateOutput } from '@daero/evidence/kinds/outputs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuildReport } from './build-project.ts';
import {
  chainIn,
  findingsOf,
  jsonOf,
  opened,
  textOf,
  verdictOn,
  type Files,
} from './forgery.test-fixture.ts';
import { built, closedCells, openCells, peopleCsv } from './repository.test-fixture.ts';

let files: Files;
let withheld: ReadonlyMap<string, Estimate>;
let shown: ReadonlyMap<string, Estimate>;
let bytes: Uint8Array;

/** Every estimate that the site holds, by the state it came to. */
async function estimates(
  report: BuildReport,
  state: 'shown' | 'withheld',
): Promise<ReadonlyMap<string, Estimate>> {
  const found = new Map<string, Estimate>();
  for (const { node } of report.built.filter((one) => one.node.kind === 'estimate')) {
    const output = JSON.parse((await report.chain.store.read(node.hash)) ?? 'null') as EstimateOutput;
    if (output.state === state) found.set(node.id.slice('estimate:'.length), output.estimate);
  }
  return found;
}

beforeAll(async () => {
  const folder = await closedCells();
  const report = await built(folder);
  expect(report.built.filter(({ state }) => state.at === 'failed')).toEqual([]);
  bytes = await readFile(report.bundle ?? '');
  files = opened(bytes);
  [withheld, shown] = [await estimates(report, 'withheld'), await estimates(report, 'shown')];
});

/** The letters of a file, and for a page what a person reads of it. */
const readable = (name: string): readonly string[] => {
  const text = textOf(files, name);
  return name.endsWith('.html') || text.includes('<svg') ? [text, text.replace(/<[^>]*>/g, ' ')] : [text];
};

function everyNumber(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : [];
}

describe('a bundle of data that must not leave', () => {
  test('withholds what it should: the small site, one beside it, the cells of one table, the small band', () => {
    expect([...withheld.keys()].sort()).toEqual(
      expect.arrayContaining(['death-site-3', 'death-site-4', 'site-auc-site-3', 'site-auc-site-4']),
    );
    expect([...shown.keys()]).toEqual(
      expect.arrayContaining(['death', 'death-site-1', 'auc', 'summary-auc', 'extra-cost']),
    );
  });

  test('no withheld number stands in any file, as a number or as it would be printed', () => {
    const numbersOf = ({ value, low, high, standardError }: Estimate): readonly (number | null)[] => [
      value,
      low,
      high,
      standardError,
    ];
    const shownNumbers = new Set([...shown.values()].flatMap(numbersOf));
    // Prevalence is withheld with its table and shown as the death rate: what is shown elsewhere is no secret.
    const shownIntervals = new Set(
      [...shown.values()].map((estimate) => printEstimate(estimate, 'en').interval),
    );
    for (const [id, estimate] of withheld) {
      const secret = numbersOf(estimate).filter(
        (number): number is number =>
          number !== null && !Number.isInteger(number) && !shownNumbers.has(number),
      );
      const { interval } = printEstimate(estimate, 'en');
      const printed = interval === null || interval === '' || shownIntervals.has(interval) ? null : interval;
      for (const name of files.keys()) {
        if (name.endsWith('.json')) {
          const numbers = new Set(everyNumber(jsonOf(files, name)));
          for (const number of secret) expect(numbers.has(number), `${id} in ${name}`).toBe(false);
        }
        for (const text of readable(name)) {
          // A number of few digits (0.98) may stand in any drawing; its interval is looked for instead.
          for (const number of secret.filter((one) => String(one).length > 8))
            expect(text.includes(String(number)), `${id} in ${name}`).toBe(false);
          if (printed !== null) expect(text.includes(printed), `${id} in ${name}`).toBe(false);
        }
      }
    }
  });

  test('no counts of people from 1 to 9 stand behind anything that is shown', () => {
    for (const name of files.keys()) {
      if (!name.startsWith('outputs/')) continue;
      const output = jsonOf(files, name);
      for (const parts of everyField(output, 'parts')) {
        const { sites: _sites, draws: _draws, ...people } = parts as Record<string, number>;
        for (const count of Object.values(people)) expect(count >= 1 && count < 10, name).toBe(false);
      }
    }
  });

  test('no row, no identifier and no snapshot travels', async () => {
    const identifiers = (await peopleCsv()).match(/made-up-\d+/g) ?? [];
    expect(identifiers.length).toBeGreaterThan(100);
    for (const name of files.keys()) {
      expect(name.endsWith('.parquet')).toBe(false);
      const text = textOf(files, name);
      expect(identifiers.filter((identifier) => text.includes(identifier))).toEqual([]);
    }
  });

  test('the nodes at the site only have no output in it, and their claims show a dash', () => {
    const { nodes } = chainIn(files);
    const kept = nodes.filter(({ travels }) => travels === 'at the site only');
    expect(kept.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['quality:sources', 'estimate:death-site-4', 'parameter:p_event']),
    );
    for (const { hash } of kept) expect(files.has(outputName(hash))).toBe(false);
    const claim = nodes.find(({ id }) => id === 'claim:C-02');
    expect(jsonOf(files, outputName(claim?.hash ?? ''))).toMatchObject({
      en: [{ part: 'words' }, { part: 'number', shown: null }, { part: 'words' }],
    });
  });

  test('holds when it is verified, and says how much of it stays', async () => {
    const verdict = await verdictOn(bytes);
    expect(findingsOf(verdict)).toEqual([]);
    expect(verdict !== 'unreadable' && verdict.rederived.atTheSiteOnly).toBeGreaterThan(withheld.size);
  });
});

test('a bundle of open data withholds nothing', async () => {
  const folder = await openCells();
  const report = await built(folder);
  expect((await estimates(report, 'withheld')).size).toBe(0);
  const { nodes } = chainIn(opened(await readFile(join(folder, 'out/small-cells.zip'))));
  expect(new Set(nodes.map(({ travels }) => travels))).toEqual(new Set(['whole']));
});

function everyField(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name ? [inner as unknown] : everyField(inner, name),
  );
}
