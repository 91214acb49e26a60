/** How a cell is shown; it changes nothing of what it holds. */
export type Look = 'plain' | 'title' | 'head' | 'note' | 'money' | 'decimal' | 'input';

/** What a cell holds. Only `formula` is ever computed: a text is a text whatever it starts with. */
export type Cell =
  | { readonly holds: 'text'; readonly text: string; readonly look: Look }
  | { readonly holds: 'number'; readonly value: number; readonly look: Look }
  | { readonly holds: 'formula'; readonly formula: string; readonly look: Look };

/** A blank cell is null; rows may be shorter than others. */
export type Row = readonly (Cell | null)[];
export type Sheet = {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Widths of the columns in characters; the rest keep the usual one. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
};
export type Workbook = { readonly sheets: readonly Sheet[] };

/**
 * A text that no program takes for a formula, not even after it went through a CSV: where it starts like one, an apostrophe stands
 * before it.
 */
export const text = (words: string, look: Look = 'plain'): Cell => ({
  holds: 'text',
  text: /^[=+\-@\t\r]/.test(words) ? `'${words}` : words,
  look,
});

export function number(value: number, look: Look = 'plain'): Cell {
  if (!Number.isFinite(value)) throw new RangeError(`a cell cannot hold ${value}`);
  return { holds: 'number', value, look };
}

/** `words` without the equals sign. */
export const formula = (words: string, look: Look = 'plain'): Cell => ({
  holds: 'formula',
  formula: words,
  look,
});

/** A..Z, AA.. of a column that counts from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

/** `$C$7`: column from 0, row from 1, as a spreadsheet counts its rows. */
export const fixed = (column: number, row: number): string => `$${columnName(column)}$${row}`;
/** The same on another sheet. */
export const on = (sheet: string, cells: string): string => `'${sheet.replaceAll("'", "''")}'!${cells}`;
export const range = (from: number, to: number, row: number): string =>
  from === to ? fixed(from, row) : `${fixed(from, row)}:${fixed(to, row)}`;
export const down = (column: number, first: number, last: number): string =>
  `${fixed(column, first)}:${fixed(column, last)}`;

/** What a spreadsheet program can open. */
export const limits = { formulaCharacters: 8000, columns: 16_384, cells: 2_000_000 } as const;

export type WorkbookFault =
  | {
      readonly kind: 'workbook-too-large';
      readonly sheet: string;
      readonly columns: number;
      readonly cells: number;
      readonly limit: number;
    }
  | {
      readonly kind: 'workbook-formula-too-long';
      readonly sheet: string;
      readonly characters: number;
      readonly limit: number;
    };

/** The first thing of a workbook that a spreadsheet program would refuse. */
export function workbookFault({ sheets }: Workbook): WorkbookFault | null {
  for (const { name, rows } of sheets) {
    let [columns, cells] = [0, 0];
    for (const row of rows) {
      columns = Math.max(columns, row.length);
      cells += row.length;
      for (const cell of row) {
        if (cell?.holds !== 'formula' || cell.formula.length <= limits.formulaCharacters) continue;
        return {
          ...{ kind: 'workbook-formula-too-long', sheet: name },
          ...{ characters: cell.formula.length, limit: limits.formulaCharacters },
        };
      }
    }
    if (columns > limits.columns || cells > limits.cells)
      return { kind: 'workbook-too-large', sheet: name, columns, cells, limit: limits.cells };
  }
  return null;
}
