import type { Shape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import type { PlotDescription } from './plot.ts';

/** A plot with its words and its table: one source for page and document. */
export type Figure = {
  readonly kind: Shape['shape'];
  readonly language: Language;
  /** The finding, in one sentence; neutral where the interval includes the reference. */
  readonly title: string;
  /** Quantity, population, n and level. */
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly plot: PlotDescription;
  readonly table: FigureTable;
};

/** The accessible form of a plot: what it shows, as rows. */
export type FigureTable = {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly Cell[])[];
};
export type FigureColumn = { readonly title: string; readonly align: 'start' | 'end' };
/** Words, or a number as computed and as printed (`null` where there is none), or a text of a file that is in no language. */
export type Cell = string | { readonly value: number | null; readonly text: string; readonly code?: true };

export const none: Cell = { value: null, text: '—' };
export const code = (text: string): Cell => ({ value: null, text, code: true });
export const cell = (value: number | null, text: string): Cell => (value === null ? none : { value, text });

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A cell of text that a spreadsheet would take for a formula gets an apostrophe. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The table as CSV (RFC 4180), numbers in full precision. */
export function csvText({ columns, rows }: FigureTable): string {
  const lines = [
    columns.map(({ title }) => quoted(harmless(title))),
    ...rows.map((row) =>
      row.map((one) =>
        typeof one === 'string' || one.code === true
          ? quoted(harmless(typeof one === 'string' ? one : one.text))
          : one.value === null
            ? ''
            : String(one.value),
      ),
    ),
  ];
  return lines.map((line) => line.join(',')).join('\r\n') + '\r\n';
}
