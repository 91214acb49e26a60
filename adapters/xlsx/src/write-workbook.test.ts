import { setTimeout } from 'node:timers/promises';
import { formula, number, text, type Workbook } from '@daero/economics/spreadsheet/workbook';
import { expect, test } from 'vitest';
import { sameDates } from './same-dates.ts';
import { writeWorkbook } from './write-workbook.ts';

const workbook: Workbook = {
  sheets: [
    {
      name: 'One',
      rows: [
        [text('=1+1', 'title'), null, number(2, 'money'), formula("C1*'Two'!A1", 'decimal')],
        [],
        [text('끝')],
      ],
      widths: [20],
      frozen: { rows: 1, columns: 1 },
    },
    { name: 'Two', rows: [[number(0.1)]], widths: [], frozen: { rows: 0, columns: 0 } },
  ],
};

test('the same workbook is the same bytes at any time of day', async () => {
  const first = await writeWorkbook(workbook);
  await setTimeout(2100); // the times of a zip have steps of two seconds
  expect(Buffer.compare(first, await writeWorkbook(workbook))).toBe(0);
}, 10_000);

test('another workbook is other bytes', async () => {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('there is a sheet');
  const other = { sheets: [{ ...sheet, rows: [[number(3)]] }] };
  expect(Buffer.compare(await writeWorkbook(workbook), await writeWorkbook(other))).not.toBe(0);
});

test('what is no zip is no workbook of ours', () => {
  expect(() => sameDates(new Uint8Array(30))).toThrow();
});
