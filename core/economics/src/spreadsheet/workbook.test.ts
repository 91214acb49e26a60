import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { print } from '@daero/domain/expression/print';
import { read } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEconomicModel, type EconomicModel } from '../model/economic-model.ts';
import { formulaText } from './formula-text.ts';
import { columnName, limits, number, text, workbookFault, type Cell, type Workbook } from './workbook.ts';
import { workbookOf } from './workbook-of.ts';

const examples = join(import.meta.dirname, '../../../../examples/economics');
const form = z.record(z.string(), z.unknown());
const { default: model } = (await import(pathToFileURL(join(examples, 'sick-sicker/model.ts')).href)) as {
  readonly default: unknown;
};
const labelled = z.array(z.looseObject({ label: z.object({ en: z.string() }) }));
const sickSicker = form.parse(model);
const quick = { ...form.parse(sickSicker.analyses), probabilistic: { draws: 100, seed: 1 }, tornado: [] };
const cohort = (more: Readonly<Record<string, unknown>> = {}): EconomicModel =>
  unwrap(readEconomicModel({ ...sickSicker, analyses: quick, ...more }));
const tree = unwrap(
  readEconomicModel(
    parse(
      readFileSync(
        join(import.meta.dirname, '../../../../examples/economics/sumatriptan/model.yaml'),
        'utf8',
      ),
    ),
  ),
);
const cellsOf = ({ sheets }: Workbook): readonly Cell[] =>
  sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== null);

describe('a workbook', () => {
  test.each([
    ['cohort', cohort()],
    ['tree', tree],
  ])(
    'of a %s has no text that starts like a formula, and refers only to sheets that are there',
    (_, model) => {
      for (const language of ['ko', 'en'] as const) {
        const workbook = unwrap(workbookOf(model, {}, language));
        const names = workbook.sheets.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const cell of cellsOf(workbook)) {
          if (cell.holds === 'text') expect(cell.text).not.toMatch(/^[=+\-@\t\r]/);
          if (cell.holds !== 'formula') continue;
          for (const [, sheet = ''] of cell.formula.matchAll(/'([^']+)'!/g)) expect(names).toContain(sheet);
        }
      }
    },
  );

  test('a label that is written as a formula stays a text', () => {
    const title = { ko: '=HYPERLINK("http://x","y")', en: '=1+1' };
    const [first] = cellsOf(unwrap(workbookOf(cohort({ title }), {}, 'en')));
    expect(first).toEqual({ holds: 'text', text: "'=1+1", look: 'title' });
  });

  test('tells the state and the source of every parameter, and the conventions', () => {
    const workbook = unwrap(workbookOf(cohort(), {}, 'en'));
    const words = cellsOf(workbook).flatMap((cell) => (cell.holds === 'text' ? [cell.text] : []));
    for (const { label } of labelled.parse(sickSicker.parameters)) expect(words).toContain(label.en);
    expect(words).toContain('cycle of 1 year, 75 cycles (75 years)');
    expect(words).toContain('literature: 18');
    expect(words.some((word) => word.includes('Alarid-Escudero'))).toBe(true);
  });

  test('every number that is no parameter and no count is a formula', () => {
    const { sheets } = unwrap(workbookOf(cohort(), {}, 'en'));
    const trace = sheets.find(({ name }) => name === '1 Trace');
    const body = trace?.rows.slice(4) ?? [];
    expect(body).toHaveLength(76);
    for (const row of body)
      for (const [column, cell] of row.entries())
        expect(cell?.holds).toBe(column === 0 ? 'number' : 'formula');
  });

  test('what no program could open is refused', () => {
    const sheet = (rows: readonly (readonly Cell[])[]): Workbook => ({
      sheets: [{ name: 'x', rows, widths: [], frozen: { rows: 0, columns: 0 } }],
    });
    expect(workbookFault(sheet([[text('a')]]))).toBeNull();
    const long: Cell = { holds: 'formula', formula: '1+'.repeat(5000), look: 'plain' };
    expect(workbookFault(sheet([[long]]))?.kind).toBe('workbook-formula-too-long');
    const wide = Array.from({ length: limits.columns + 1 }, () => number(1));
    expect(workbookFault(sheet([wide]))?.kind).toBe('workbook-too-large');
  });
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test.each([
  ['-x^2', '(-(x^2))'],
  ['a < b and not c', 'IF(AND(IF(a<b,1,0)<>0,IF(c=0,1,0)<>0),1,0)'],
  ['if(a, 1e-7, exp(b))', 'IF(a<>0,1E-7,EXP(b))'],
  ['lookup(life, a + 1)', 'INDEX(V,MATCH((a+1),K,0))'],
])('%s is written %s', (source, written) => {
  const table = { rule: 'exact', keys: [1], values: [1] } as const;
  const tree = unwrap(read(source, ['a', 'b', 'c', 'x'], new Map([['life', table]])));
  const places = {
    name: (name: string) => name,
    table: () => ({ rule: 'exact', keys: 'K', values: 'V' }) as const,
  };
  expect(formulaText(tree, places), print(tree)).toBe(written);
});

test('a text never starts a formula, whatever it says', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const cell = text(words);
      expect(cell.holds === 'text' && !/^[=+\-@\t\r]/.test(cell.text)).toBe(true);
    }),
  );
});
