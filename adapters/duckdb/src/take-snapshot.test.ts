import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unwrap } from '@daero/domain/result';
import { numberColumn, textColumn } from '@daero/domain/table';
import { headLine, snapshotHash, type Cell } from '@daero/registry/snapshot/canonical-text';
import { layoutOf } from '@daero/registry/snapshot/layout';
import { snapshotMapping, type SnapshotMapping } from '@daero/registry/snapshot/mapping';
import type { Snapshot } from '@daero/registry/snapshot/snapshot';
import { describe, expect, test } from 'vitest';
import { contentOfSnapshot, headKey, headOf } from './content-of-snapshot.ts';
import { readTable } from './read-table.ts';
import { withSession } from './session.ts';
import { longMapping, testFolder } from './snapshot.test-fixture.ts';
import { literal } from './sql.ts';
import { takeSnapshot } from './take-snapshot.ts';

const rows = ['P2,30,HR,80', 'P1,30,HR,90.5', 'P1,7,Temp,36.05', 'P1,30,HR,91', 'P1,30,GCS,', 'P10,-5,HR,-0'];
const header = 'id,minute,name,value';
const csv = (lines: readonly string[] = rows): string => `${[header, ...lines].join('\n')}\n`;

const snapshotOf = async (
  name: string,
  content: string | Uint8Array,
  mapping: SnapshotMapping = longMapping,
): Promise<Snapshot> => {
  const folder = testFolder();
  const source = join(folder, name);
  writeFileSync(source, content);
  return unwrap(await takeSnapshot({ source, mapping, intoFolder: join(folder, 'snapshots') }));
};

const parquetOf = async (content: string, select: string): Promise<string> => {
  const folder = testFolder();
  const [text, parquet] = [join(folder, 'a.csv'), join(folder, 'a.parquet')];
  writeFileSync(text, content);
  await withSession(folder, (connection) =>
    connection.run(
      `COPY (SELECT ${select} FROM read_csv(${literal(text)}, all_varchar = true)) TO ${literal(parquet)} (FORMAT parquet)`,
    ),
  );
  return parquet;
};

describe('the name of a snapshot', () => {
  test('is the hash of the canonical text that core writes', async () => {
    const cells: Cell[][] = [
      ['P2', 30, 'HR', 80],
      ['P1', 30, 'HR', 90.5],
      ['P1', 7, 'Temp', 36.05],
      ['P1', 30, 'HR', 91],
      ['P1', 30, 'GCS', null],
      ['P10', -5, 'HR', 0],
    ];
    const expected = snapshotHash(
      layoutOf(longMapping),
      cells.map((row, k) => ({ cells: row, position: k + 1 })),
    );
    const taken = await snapshotOf('a.csv', csv());
    expect(taken.hash).toBe(expected);
    expect(taken.file.endsWith(`${expected}.parquet`)).toBe(true);
    expect([taken.rows, taken.subjects, taken.sites]).toEqual([6, 3, null]);
  });

  test('does not change with compression, format, quoting, line ends or the order of rows that do not tie', async () => {
    const first = await snapshotOf('a.csv', csv());
    const typed = await parquetOf(
      csv(),
      'id, CAST("minute" AS INTEGER) AS "minute", name, CAST(value AS DOUBLE) AS value',
    );
    const turned = [
      'P10,-5,HR,-0',
      'P1,30,GCS,',
      'P1,30,HR,90.5',
      'P1,30,HR,91',
      'P2,30,HR,80',
      'P1,7,Temp,36.05',
    ];
    const folder = testFolder();
    const others = [
      await snapshotOf('a.csv.gz', gzipSync(csv())),
      await snapshotOf('named-wrongly.csv', gzipSync(csv())),
      await snapshotOf(
        'quoted.csv',
        csv(rows.map((row) => row.replace(/^[^,]*/, '"$&"'))).replaceAll('\n', '\r\n'),
      ),
      await snapshotOf('turned.csv', csv(turned)),
      await snapshotOf('bom.csv', `\uFEFF${csv()}`),
      await snapshotOf("odd * [name] 'é.csv", csv()),
      unwrap(await takeSnapshot({ source: typed, mapping: longMapping, intoFolder: folder })),
    ];
    expect(others.map(({ hash }) => hash)).toEqual(others.map(() => first.hash));
  });

  const changes = [
    { what: 'a number', lines: rows.with(0, 'P2,30,HR,81') },
    {
      what: 'which of two tied rows is the last',
      lines: rows.with(1, 'P1,30,HR,91').with(3, 'P1,30,HR,90.5'),
    },
    { what: 'missing against an empty text', lines: rows.with(4, 'P1,30,"",') },
    { what: 'a row twice', lines: [...rows, 'P2,30,HR,80'] },
    { what: 'a row less', lines: rows.slice(1) },
  ];
  test.each(changes)('changes with $what', async ({ lines }) => {
    expect((await snapshotOf('a.csv', csv(lines))).hash).not.toBe((await snapshotOf('b.csv', csv())).hash);
  });

  test('is the same for rows that come from the log', async () => {
    async function* log() {
      for (const [k, line] of rows.entries()) {
        const [id, minute, name, value] = line.split(',');
        yield {
          id,
          minute: Number(minute),
          name,
          value: value === '' ? null : k === 0 ? value : Number(value),
        };
      }
    }
    const taken = unwrap(
      await takeSnapshot({ source: log(), mapping: longMapping, intoFolder: testFolder() }),
    );
    expect(taken.hash).toBe((await snapshotOf('a.csv', csv())).hash);
    expect(taken.sourceHash).toBeNull();
  });

  test('agrees with core on any text, any number, any moment', async () => {
    const mapping = snapshotMapping.parse({
      form: 'wide',
      columns: { subject: 'text', x: 'number', k: 'integer', at: 'instant', note: 'text' },
      subject: 'subject',
      constants: { site: 'S "1"', era: 2.5 },
      site: 'site',
    });
    const layout = layoutOf(mapping);
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    const moment = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer().map((k) => k / 100),
      fc.constantFrom(-0, 1e21, 1e15, 9007199254740993, 1e-5, 1.5e-7, 123456789012345680000, 5e-324),
    );
    const row = fc.record({
      subject: fc.option(text),
      x: fc.option(number),
      k: fc.option(fc.maxSafeInteger()),
      at: fc.option(moment),
      note: fc.option(text),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (records) => {
        async function* log() {
          for (const { at, ...rest } of records) yield { ...rest, at: at?.toISOString() ?? null };
        }
        const taken = unwrap(await takeSnapshot({ source: log(), mapping, intoFolder: testFolder() }));
        const cells = records.map((record, k) => ({
          position: k + 1,
          cells: layout.columns.map(({ name, from }): Cell => {
            if ('constant' in from) return from.constant;
            return name === 'at' ? (record.at?.toISOString() ?? null) : { ...record, at: null }[name as 'x'];
          }),
        }));
        expect(taken.hash).toBe(snapshotHash(layout, cells));
      }),
      { numRuns: 40 },
    );
  });
});

test('every character that JSON escapes is escaped as core escapes it, alone in its row', async () => {
  const mapping = snapshotMapping.parse({ form: 'wide', columns: { x: 'text', y: 'text' }, missing: ['NA'] });
  const controls = Array.from({ length: 33 }, (_, code) => String.fromCharCode(code));
  const said = [...controls, '"', '\\', '/', '\x7f', '\u2028', 'é', '한', '😀', '', 'NA'];
  async function* log() {
    for (const x of said) yield { x, y: `a${x}b` };
  }
  const taken = unwrap(await takeSnapshot({ source: log(), mapping, intoFolder: testFolder() }));
  const cells = said.map((x, position) => ({ cells: [x === 'NA' ? null : x, `a${x}b`], position }));
  expect(taken.hash).toBe(snapshotHash(layoutOf(mapping), cells));
});

test('numbers of every size are written as ECMAScript writes them', async () => {
  const mapping = snapshotMapping.parse({ form: 'wide', columns: { x: 'number' } });
  const digits = [
    '1',
    '-1.5',
    '1.25',
    '123456789',
    '-9007199254740993',
    '4.9406564584124654',
    '9.999999999999999',
  ];
  const numbers = Array.from({ length: 60 }, (_, k) => k - 30).flatMap((e) =>
    digits.map((text) => Number(`${text}e${e}`)),
  );
  async function* log() {
    for (const x of [...numbers, Number.MAX_VALUE, Number.MIN_VALUE]) yield { x };
  }
  const taken = unwrap(await takeSnapshot({ source: log(), mapping, intoFolder: testFolder() }));
  const cells = [...numbers, Number.MAX_VALUE, Number.MIN_VALUE].map((x, position) => ({
    cells: [x],
    position,
  }));
  expect(taken.hash).toBe(snapshotHash(layoutOf(mapping), cells));
});

describe('reading a snapshot back', () => {
  test('gives its rows in their order, with the place each had in the source', async () => {
    const { file } = await snapshotOf('a.csv', csv());
    const read = unwrap(await readTable(file, { columns: ['subject', 'time', 'value', 'position'] }));
    expect(unwrap(textColumn(read, 'subject'))).toEqual(['P1', 'P1', 'P1', 'P1', 'P10', 'P2']);
    expect([...unwrap(numberColumn(read, 'time'))]).toEqual([7, 30, 30, 30, -5, 30]);
    expect([...unwrap(numberColumn(read, 'value'))]).toEqual([36.05, NaN, 90.5, 91, 0, 80]);
    expect([...unwrap(numberColumn(read, 'position'))]).toEqual([3, 5, 2, 4, 6, 1]);
  });

  test('takes only the items that are asked for', async () => {
    const { file } = await snapshotOf('a.csv', csv());
    const read = unwrap(await readTable(file, { columns: ['value'], where: { item: ['Temp', "no'ne"] } }));
    expect([...unwrap(numberColumn(read, 'value'))]).toEqual([36.05]);
    expect(unwrap(await readTable(file, { where: { item: [] } })).rows).toBe(0);
  });

  test('names a column that is not there, and a file that is not', async () => {
    const { file } = await snapshotOf('a.csv', csv());
    expect(await readTable(file, { columns: ['nothing'] })).toMatchObject({
      fault: { kind: 'snapshot-column-missing', column: 'nothing' },
    });
    expect(await readTable(`${file}.gone`)).toMatchObject({ fault: { kind: 'snapshot-not-found' } });
  });

  test('its place decides between rows of one time, and is the order of the snapshot', async () => {
    const { file } = await snapshotOf('a.csv', csv());
    const read = unwrap(await readTable(file, { columns: ['place'], where: { item: ['HR'] } }));
    expect([...unwrap(numberColumn(read, 'place'))]).toEqual([2, 3, 4, 5]);
  });

  test('counts and sums as a plain reading of the text does', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, k) => `P${k % 97},${(k * 7919) % 2880},HR,${(k % 1000) / 8}`,
    );
    const { file } = await snapshotOf('many.csv', csv(lines));
    const read = unwrap(await readTable(file));
    const naive = lines.map((line) => Number(line.split(',')[3]));
    const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
    expect(read.rows).toBe(lines.length);
    expect(sum(unwrap(numberColumn(read, 'value')))).toBe(sum(naive)); // eighths: exact in binary
  });
});

describe('the name that a file deserves', () => {
  const altered = [
    { what: 'nothing', select: '*', order: '', same: true },
    {
      what: 'a cell',
      select: '* REPLACE (value + (CASE WHEN position = 1 THEN 1e-12 ELSE 0 END) AS value)',
      order: '',
      same: false,
    },
    { what: 'the order', select: '*', order: 'ORDER BY position', same: false },
    { what: 'a column', select: '* EXCLUDE (value)', order: '', same: false },
  ];
  test.each(altered)('with $what changed', async ({ select, order, same }) => {
    const taken = await snapshotOf('a.csv', csv());
    const folder = testFolder();
    const copy = join(folder, 'copy.parquet');
    await withSession(folder, async (connection) => {
      const head = await headOf(connection, taken.file);
      if (head === null) throw new Error('a snapshot says what it is');
      await connection.run(`COPY (SELECT ${select} FROM read_parquet(${literal(taken.file)}) ${order}) TO ${literal(copy)}
        (FORMAT parquet, KV_METADATA {${headKey}: ${literal(headLine(head))}})`);
    });
    expect((await contentOfSnapshot(copy)) === taken.hash).toBe(same);
  });

  test('is none for what is no snapshot', async () => {
    const text = join(testFolder(), 'a.parquet');
    writeFileSync(text, csv());
    expect(await contentOfSnapshot(text)).toBeNull();
    expect(await contentOfSnapshot(`${text}.gone`)).toBeNull();
    expect(await contentOfSnapshot(await parquetOf(csv(), '*'))).toBeNull();
  });
});

describe('the folder', () => {
  test('holds whole snapshots only, and the same content once', async () => {
    const folder = testFolder();
    const intoFolder = join(folder, 'snapshots');
    for (const name of ['a.csv', 'b.csv']) {
      writeFileSync(join(folder, name), csv());
      unwrap(await takeSnapshot({ source: join(folder, name), mapping: longMapping, intoFolder }));
    }
    expect(readdirSync(intoFolder)).toHaveLength(1);
  });
});
