import writeXlsxFile, { type CellObject, type Cell as XlsxCell } from 'write-excel-file/node';
import { type Cell, type Look, type Workbook } from '@daero/economics/spreadsheet/workbook';
import { sameDates } from './same-dates.ts';

/** How each look is drawn: a stated value is blue, as in every model that was ever audited. */
const looks: Readonly<Record<Look, Partial<Omit<CellObject, 'value' | 'type'>>>> = {
  plain: {},
  title: { fontWeight: 'bold', fontSize: 14 },
  head: { fontWeight: 'bold' },
  note: { fontStyle: 'italic', textColor: '#555555' },
  money: { format: '#,##0.00' },
  decimal: { format: '0.000000' },
  input: { textColor: '#0000cc' },
};

/** A workbook as the bytes of an .xlsx file: the same bytes for the same workbook. Programs compute its formulas when they open it. */
export async function writeWorkbook({ sheets }: Workbook): Promise<Uint8Array> {
  const pages = sheets.map(({ name, rows, widths, frozen }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozen.rows,
    stickyColumnsCount: frozen.columns,
  }));
  return sameDates(new Uint8Array(await writeXlsxFile(pages).toBuffer()));
}

function cellOf(cell: Cell | null): XlsxCell {
  if (cell === null) return null;
  const look = looks[cell.look];
  switch (cell.holds) {
    case 'text':
      return { value: cell.text, type: String, ...look };
    case 'number':
      return { value: cell.value, type: Number, ...look };
    case 'formula':
      return { value: `=${cell.formula}`, type: 'Formula', ...look };
  }
}
