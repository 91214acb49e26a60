import './own-home.test-fixture.ts';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Fault, Result } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, it, test } from 'vitest';
import type { BuildReport } from './build-project.ts';
import {
  build,
  edit,
  faultAt,
  filesBelow,
  leftovers,
  openCells,
  peopleCsv,
  smallCells,
} from './repository.test-fixture.ts';

/** The one fault, whether it stopped the build at the door or one node of it. */
function theFault(report: Result<BuildReport>): Fault {
  if (!report.ok) return report.fault;
  const failed = report.value.built.filter(({ state }) => state.at === 'failed');
  expect(new Set(failed.map(({ state }) => state.at === 'failed' && state.fault.kind)).size).toBe(1);
  return faultAt(report.value, failed[0]?.node.id ?? '');
}

/** Says what, where and what to do, in both languages; and a Korean reader gets Korean. */
function expectSpoken(fault: Fault, says: readonly (string | RegExp)[]): void {
  for (const language of languages) {
    const spoken = speakFault(fault, language);
    for (const word of says) expect(spoken).toMatch(word);
    expect(spoken).not.toMatch(/undefined|\[object|NaN/);
  }
  expect(speakFault(fault, 'ko')).toMatch(/[가-힣]/);
  expect(speakFault(fault, 'ko')).toMatch(/시오/);
}

type Row = {
  readonly name: string;
  readonly kind: string;
  readonly says: readonly (string | RegExp)[];
  readonly spoil: (folder: string) => Promise<unknown>;
  /** The folder's own plan and sources are refused before anything is written. */
  readonly at: 'plan' | 'source';
};

const csv = (folder: string): string => join(folder, 'people.csv');
const plan =
  (...changes: readonly (readonly [string, string])[]) =>
  (folder: string) =>
    edit(folder, 'plan.yaml', changes);
const data = (make: (text: string) => string | Uint8Array) => async (folder: string) =>
  writeFile(csv(folder), make(await peopleCsv()));
const asGzip = (make: (packed: Uint8Array) => Uint8Array) => async (folder: string) => {
  await writeFile(join(folder, 'people.csv.gz'), make(gzipSync(await peopleCsv())));
  await edit(folder, 'plan.yaml', [['./people.csv', './people.csv.gz']]);
};

const rows: readonly Row[] = [
  {
    name: 'no plan',
    kind: 'plan-missing',
    says: ['plan.yaml'],
    at: 'plan',
    spoil: (folder) => rm(join(folder, 'plan.yaml')),
  },
  {
    name: 'a plan that is no YAML',
    kind: 'plan-not-yaml',
    says: ['plan.yaml', '3'],
    at: 'plan',
    spoil: plan(['id: small-cells\n', 'id: "small-cells\n']),
  },
  {
    name: 'a wrong field',
    kind: 'plan-field-wrong',
    says: ['plan.yaml', '12', 'indicatoin'],
    at: 'plan',
    spoil: plan(['indication:', 'indicatoin: 1\nindication:']),
  },
  {
    name: 'an unknown method',
    kind: 'plan-name-unknown',
    says: ['plan.yaml', 'analyses.0.method', 'proportoin', 'proportion,'],
    at: 'plan',
    spoil: plan(['method: proportion', 'method: proportoin']),
  },
  {
    name: 'a claim slot that no analysis gives',
    kind: 'plan-name-unknown',
    says: ['claims.0.en', 'deaths', 'death-site-1'],
    at: 'plan',
    spoil: plan(['overall was {death}', 'overall was {deaths}']),
  },
  {
    name: 'a number typed into a claim',
    kind: 'claim-number-typed',
    says: ['claims.0.ko', '0.3'],
    at: 'plan',
    spoil: plan(['전체 사망은 {death}였다', '전체 사망은 0.3이었다']),
  },
  {
    name: 'a circle of analyses',
    kind: 'plan-cycle',
    says: ['plan.yaml', 'one -> two -> one'],
    at: 'plan',
    spoil: plan([
      'requirements:\n',
      [
        ['one', 'two'],
        ['two', 'one'],
      ]
        .map(
          ([id, of]) =>
            `  - { id: ${id}, title: { ko: 가, en: A }, method: random-effects, of: { analysis: ${of}, estimate: summary }, settings: { quantity: { ko: 가, en: A }, label: { ko: 가, en: A } }, names: { summary: ${id} } }\n`,
        )
        .join('') + 'requirements:\n',
    ]),
  },
  {
    name: 'no source',
    kind: 'source-not-found',
    says: ['people', 'people.csv', '--source people='],
    at: 'plan',
    spoil: (folder) => rm(csv(folder)),
  },
  {
    name: 'a source that is a folder',
    kind: 'source-unreadable',
    says: ['people.csv', 'EISDIR'],
    at: 'plan',
    spoil: async (folder) => [await rm(csv(folder)), await mkdir(csv(folder))],
  },
  {
    name: 'a missing column',
    kind: 'source-column-missing',
    says: ['people.csv', 'died', 'person, site, score'],
    at: 'source',
    spoil: data((text) => text.replace(',died', ',dead')),
  },
  {
    name: 'a text in a column of numbers',
    kind: 'source-cell-wrong-kind',
    says: ['people.csv', '3', 'score', 'number'],
    at: 'source',
    spoil: data((text) => text.replace('made-up-198,4,3,0', 'made-up-198,4,three,0')),
  },
  {
    name: 'a truncated gzip',
    kind: 'source-gzip-broken',
    says: ['people.csv.gz'],
    at: 'source',
    spoil: asGzip((packed) => packed.slice(0, -20)),
  },
  {
    name: 'a damaged gzip',
    kind: 'source-gzip-broken',
    says: ['people.csv.gz'],
    at: 'source',
    spoil: asGzip((packed) => packed.map((byte, at) => (at === 200 ? byte ^ 0xff : byte))),
  },
  {
    name: 'a duplicate key',
    kind: 'source-key-twice',
    says: ['people.csv', 'person', '2, 202'],
    at: 'source',
    spoil: data((text) => `${text.trimEnd()}\n${text.split('\n')[2]}\n`),
  },
  { name: 'an empty file', kind: 'source-empty', says: ['people.csv'], at: 'source', spoil: data(() => '') },
  {
    name: 'a file with a header alone',
    kind: 'source-header-only',
    says: ['people.csv'],
    at: 'source',
    spoil: data((text) => `${text.split('\n')[0]}\n`),
  },
  {
    name: 'a row with a field too many',
    kind: 'source-row-ragged',
    says: ['people.csv', '3', '5', '4'],
    at: 'source',
    spoil: data((text) => text.replace('made-up-198,4,3,0', 'made-up-198,4,3,0,1')),
  },
  {
    name: 'text that is not UTF-8',
    kind: 'source-not-utf8',
    says: ['people.csv', '3'],
    at: 'source',
    spoil: data((text) => Buffer.from(text.replace('made-up-198', 'made-up-\u00ff'), 'latin1')),
  },
  {
    name: 'a site that the plan does not have',
    kind: 'value-not-listed',
    says: ['site_code', '1, 2, 3, 4'],
    at: 'source',
    spoil: data((text) => text.replace('made-up-198,4,3,0', 'made-up-198,9,3,0')),
  },
  {
    name: 'nobody who had the outcome',
    kind: 'too-few-cases',
    says: ['0', '201'],
    at: 'source',
    spoil: data((text) => text.replace(/,[01]$/gm, ',0')),
  },
  {
    name: 'an outcome that is neither 0 nor 1',
    kind: 'value-not-binary',
    says: ['2'],
    at: 'source',
    spoil: data((text) => text.replace('made-up-198,4,3,0', 'made-up-198,4,3,2')),
  },
  {
    name: 'a subject twice where the mapping has no key',
    kind: 'subject-twice',
    says: ['people', '201'],
    at: 'source',
    spoil: async (folder) => [
      await plan(['      key: [person]\n', ''])(folder),
      await data((text) => text.replace(/made-up-\d+(,.*)\n?$/, 'made-up-198$1\n'))(folder),
    ],
  },
];

describe('bad input is one clear fault, and nothing is left half-written', () => {
  it.each(rows)('$name', async ({ kind, says, spoil, at }) => {
    const folder = await smallCells();
    await spoil(folder);
    const fault = theFault(await build(folder));
    expect(fault.kind).toBe(kind);
    expectSpoken(fault, says);
    const left = await filesBelow(join(folder, 'out'));
    expect(
      left.filter(
        (name) =>
          !/^(objects\/..\/[0-9a-f]{64}\.json|snapshots\/([0-9a-f]{64}\.parquet|of-[0-9a-f]+\.json)|chain\.json|failures\.json)$/.test(
            name,
          ),
      ),
    ).toEqual([]);
    if (at === 'plan') expect(left).toEqual([]);
  });
});

describe('data quality', () => {
  const check = (waivers: string) =>
    plan([
      'population:\n',
      `quality:
  checks:
    - { id: score-plausible, source: people, check: range, column: score, low: 0, high: 20, why: { ko: 점수표의 범위, en: The range of the score } }
${waivers}population:
`,
    ]);
  const spoilt = data((text) => text.replace('made-up-198,4,3,0', 'made-up-198,4,99,0'));

  test('an unwaived failure stops all that stands on the data and names check, source, counts and rows', async () => {
    const folder = await smallCells();
    await check('')(folder);
    await spoilt(folder);
    const report = await build(folder);
    const fault = theFault(report);
    expect(fault).toMatchObject({
      kind: 'quality-failed',
      first: 'score-plausible',
      source: 'people',
      rows: [2],
      failing: 1,
    });
    expectSpoken(fault, ['score-plausible', 'people', '201', '2']);
    expect(report.ok && report.value.counts.computed).toBe(2); // the source and its snapshot
    expect(report.ok && report.value.bundle).toBeNull();
  });

  test('one that somebody answers for lets the build go on, and the dossier says who and why', async () => {
    const folder = await smallCells();
    await check(
      '  waivers: [{ check: score-plausible, reason: { ko: 시험 까닭, en: A reason for the test }, by: Dr Kim }]\n',
    )(folder);
    await spoilt(folder);
    const report = await build(folder);
    expect(report.ok && report.value.counts.failed).toBe(0);
    expect(await readFile(join(folder, 'out/dossier-en.html'), 'utf8')).toContain('A reason for the test');
    expect(await readFile(join(folder, 'out/dossier-ko.html'), 'utf8')).toContain('시험 까닭');
  });
});

describe('a model that is none', () => {
  it.each([
    {
      name: 'an unknown field',
      from: 'priceYear: 2026',
      to: 'priceYear: 2026\npriceYaer: 1',
      says: ['model.yaml', '5', 'priceYaer'],
    },
    {
      name: 'a parameter of an unknown kind',
      from: 'kind: qaly',
      to: 'kind: happiness',
      says: ['model.yaml', 'parameters.4.kind'],
    },
    {
      name: 'an estimate that the plan does not promise',
      from: 'estimate: death,',
      to: 'estimate: deaths,',
      says: ['model.yaml', '15', 'parameters.0.source.estimate', 'deaths', 'death-site-1'],
    },
    { name: 'no YAML', from: 'currency: KRW', to: 'currency: "KRW', says: ['model.yaml'] },
    {
      name: 'a probability that is none',
      from: 'p_event * (1 - p_averted)',
      to: 'c_event',
      says: ['model.yaml', 'root', 'c_event'],
    },
  ])('$name', async ({ from, to, says }) => {
    const folder = await openCells();
    await edit(folder, 'model.yaml', [[from, to]]);
    const fault = theFault(await build(folder));
    expectSpoken(fault, says);
    expect(await filesBelow(join(folder, 'out'))).toEqual([]);
  });

  test('a model that holds itself is refused, not followed', async () => {
    const folder = await openCells();
    await writeFile(
      join(folder, 'model.yaml'),
      'kind: decision-tree\nroot: &root { type: decision, branches: [*root] }\n',
    );
    expectSpoken(theFault(await build(folder)), ['model.yaml']);
  });
});

test('a source that the plan does not have is named', async () => {
  const folder = await smallCells();
  const fault = theFault(await build(folder, new Map([['peolpe', csv(folder)]])));
  expectSpoken(fault, ['peolpe', 'people']);
  expect(await leftovers(join(folder, 'out'))).toEqual([]);
});
