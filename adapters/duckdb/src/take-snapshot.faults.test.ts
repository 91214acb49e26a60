import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { speakFault } from '@daero/domain/words/speak';
import { snapshotMapping } from '@daero/registry/snapshot/mapping';
import { describe, expect, test } from 'vitest';
import { longMapping, testFolder } from './snapshot.test-fixture.ts';
import { takeSnapshot } from './take-snapshot.ts';

const header = 'id,minute,name,value\n';
const many = header + Array.from({ length: 5000 }, (_, k) => `P${k},${k},HR,${k}\n`).join('');
const truncated = gzipSync(many);
const keyed = snapshotMapping.parse({
  form: 'wide',
  columns: { id: 'text', value: 'number' },
  subject: 'id',
  key: ['id'],
});
const whole = snapshotMapping.parse({ form: 'wide', columns: { id: 'text', value: 'integer' } });
const moment = snapshotMapping.parse({ form: 'wide', columns: { id: 'text', value: 'instant' } });

const cases = [
  { what: 'an empty file', content: '', fault: { kind: 'source-empty' } },
  { what: 'nothing but line ends', content: '\n\n', fault: { kind: 'source-empty' } },
  { what: 'an empty gzip', name: 'a.csv.gz', content: gzipSync(''), fault: { kind: 'source-empty' } },
  { what: 'a header only', content: header, fault: { kind: 'source-header-only' } },
  {
    what: 'a missing column',
    content: 'id,minute,name\nP1,1,HR\n',
    fault: { kind: 'source-column-missing', column: 'value', known: ['id', 'minute', 'name'] },
  },
  {
    what: 'a column twice',
    content: 'id,minute,name,value,Value\n',
    fault: { kind: 'source-column-twice', column: 'Value' },
  },
  {
    what: 'a text in a number column',
    content: `${header}P1,1,HR,80\nP1,2,HR,secret\nP1,3,HR,secret\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 3, column: 'value', expected: 'number', cells: 2 },
  },
  {
    what: 'a text in a number column after a field of two lines',
    content: `${header}"P\n1",1,HR,80\n\nP1,2,HR,secret\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 5, column: 'value' },
  },
  {
    what: 'a text far down',
    content: `${many}P1,2,HR,secret\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 5002, column: 'value' },
  },
  {
    what: 'a text in the time column, before one in the value',
    content: `${header}P1,secret,HR,1\nP1,1,HR,secret\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 2, column: 'minute' },
  },
  {
    what: 'an infinite number',
    content: `${header}P1,1,HR,1e999\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 2 },
  },
  {
    what: 'not a number',
    content: `${header}P1,1,HR,nan\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 2 },
  },
  {
    what: 'an underscore in a number',
    content: `${header}P1,1,HR,1_000\n`,
    fault: { kind: 'source-cell-wrong-kind', line: 2 },
  },
  {
    what: 'a broken number where a whole one belongs',
    mapping: whole,
    content: 'id,value\nP1,1.5\n',
    fault: { kind: 'source-cell-wrong-kind', expected: 'integer', line: 2 },
  },
  {
    what: 'a whole number that cannot be kept exactly',
    mapping: whole,
    content: 'id,value\nP1,9007199254740993\n',
    fault: { kind: 'source-cell-wrong-kind', line: 2 },
  },
  {
    what: 'a moment without a time zone',
    mapping: moment,
    content: 'id,value\nP1,2026-11-22T05:20:00\n',
    fault: { kind: 'source-cell-wrong-kind', expected: 'instant', line: 2 },
  },
  {
    what: 'a key that stands twice',
    mapping: keyed,
    content: 'id,value\nP1,1\nP2,2\nP1,3\nP3,1\nP2,9\n',
    fault: { kind: 'source-key-twice', key: ['id'], keys: 2, rows: [1, 2, 3, 5] },
  },
  {
    what: 'a line with too few fields',
    content: `${header}P1,1,HR,80\nP1,2\n`,
    fault: { kind: 'source-row-ragged', line: 3, expected: 4, found: 2 },
  },
  {
    what: 'a line that is not UTF-8',
    content: Buffer.concat([Buffer.from(`${header}P1,1,`), Buffer.of(0xb0, 0xa1), Buffer.from(',80\n')]),
    fault: { kind: 'source-not-utf8', line: 2 },
  },
  {
    what: 'a gzip cut short',
    name: 'a.csv.gz',
    content: truncated.subarray(0, truncated.length - 300),
    fault: { kind: 'source-gzip-broken' },
  },
  {
    what: 'a gzip without its last four bytes',
    name: 'a.csv.gz',
    content: truncated.subarray(0, truncated.length - 4),
    fault: { kind: 'source-gzip-broken' },
  },
  {
    what: 'a gzip with a byte changed',
    name: 'a.csv.gz',
    content: truncated.map((byte, k) => (k === 900 ? byte ^ 0xff : byte)),
    fault: { kind: 'source-gzip-broken' },
  },
  {
    what: 'a Parquet file cut short',
    name: 'a.parquet',
    content: 'PAR1 and no more',
    fault: { kind: 'source-not-parquet' },
  },
];

describe('bad input gives one clear fault and leaves nothing behind', () => {
  test.each(cases)('$what', async ({ name = 'a.csv', content, mapping = longMapping, fault }) => {
    const folder = testFolder();
    const source = join(folder, name);
    writeFileSync(source, content);
    const taken = await takeSnapshot({ source, mapping, intoFolder: join(folder, 'snapshots') });
    expect(taken).toMatchObject({ ok: false, fault: { ...fault, file: source } });
    if (!taken.ok) {
      expect(speakFault(taken.fault, 'en')).toContain(source);
      expect(speakFault(taken.fault, 'ko')).toMatch(/십시오\.$/);
      expect(JSON.stringify(taken.fault)).not.toContain('secret'); // a value may say who the patient is
    }
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([]);
  });

  test('a missing file', async () => {
    const folder = testFolder();
    const taken = await takeSnapshot({
      source: join(folder, 'none.csv'),
      mapping: longMapping,
      intoFolder: folder,
    });
    expect(taken).toMatchObject({ fault: { kind: 'source-missing', file: join(folder, 'none.csv') } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the target is a file', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'a.csv'), many);
    const intoFolder = join(folder, 'a.csv');
    const taken = await takeSnapshot({ source: intoFolder, mapping: longMapping, intoFolder });
    expect(taken).toMatchObject({ fault: { kind: 'snapshot-folder-unwritable', folder: intoFolder } });
  });
});

describe('work that does not come to its end', () => {
  test('cancelled before and while it runs', async () => {
    const folder = testFolder();
    const source = join(folder, 'a.csv');
    writeFileSync(source, many.repeat(1) + many.slice(header.length).repeat(40));
    for (const at of ['opening', 'naming'] as const) {
      const cancel = new AbortController();
      const intoFolder = join(folder, at);
      const taken = await takeSnapshot({
        source,
        mapping: longMapping,
        intoFolder,
        cancel: cancel.signal,
        onProgress: ({ stage }) => (stage === at ? cancel.abort() : undefined),
      });
      expect(taken).toMatchObject({ fault: { kind: 'snapshot-cancelled', file: source } });
      expect(readdirSync(intoFolder)).toEqual([]);
    }
  });

  test('progress ends at all rows', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'a.csv'), many);
    const seen: number[] = [];
    await takeSnapshot({
      source: join(folder, 'a.csv'),
      mapping: longMapping,
      intoFolder: folder,
      onProgress: ({ rows }) => seen.push(rows),
    });
    expect(seen.at(-1)).toBe(5000);
  });

  test('what a killed process left goes with the next run; what another still works on stays', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'a.csv'), many);
    const intoFolder = join(folder, 'snapshots');
    const host = hostname().replace(/[^A-Za-z0-9]/g, '_');
    const dead = 4_194_305; // above the highest process id that Linux gives
    const [left, alive] = [`.part-${host}-${dead}-abc123`, `.part-${host}-${process.ppid}-abc123`];
    for (const name of [left, alive]) mkdirSync(join(intoFolder, name, 'spill'), { recursive: true });
    const taken = await takeSnapshot({ source: join(folder, 'a.csv'), mapping: longMapping, intoFolder });
    expect(taken.ok).toBe(true);
    const names = readdirSync(intoFolder);
    expect(names).not.toContain(left);
    expect(names).toContain(alive);
  });
});
