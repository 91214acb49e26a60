import { canonicalJson, sha256Text } from '@daero/domain/canonical';
import { z } from 'zod';
import { role, type Role, type SnapshotLayout } from './layout.ts';
import { columnKind, type ColumnKind } from './mapping.ts';

/** A row by the columns of a layout, in their order. A moment is its text in UTC; `null` is missing, '' is a text. */
export type Cell = string | number | null;
export type SnapshotRow = { readonly cells: readonly Cell[]; readonly position: number };

/**
 * The canonical text of a snapshot, whose SHA-256 is its name.
 *
 * The first line says what the columns are, then comes one line a row, each ended by a line feed, all in UTF-8. A row is a
 * JSON array of its cells as RFC 8785 writes them: a number in ECMAScript's shortest form that reads back (-0 is 0), a text
 * as it stands (no Unicode normalisation) with only the escapes that JSON demands, a moment as `2026-11-22T05:20:00.000Z`,
 * what is missing as `null`. Constants are content and are written in every row.
 *
 * Rows stand in the order site, subject, time, id, as far as the layout has them; in long form the item follows, and a
 * declared key comes last. Numbers go by size, texts by code point, missing first. Rows that are equal in all of these keep
 * their order in the source ("of equal minutes the last row"): there, and only there, the order of a file is content. A
 * position itself is not: it says where a row was found, not what it says. So a file, its compressed form, its Parquet form
 * and a file of the same rows in another order have one name.
 */
export function canonicalText(layout: SnapshotLayout, rows: readonly SnapshotRow[]): string {
  const ordered = rows.toSorted((a, b) => compareRows(layout, a, b));
  return headLine(layout) + ordered.map(({ cells }) => rowLine(cells)).join('');
}

export const snapshotHash = (layout: SnapshotLayout, rows: readonly SnapshotRow[]): string =>
  sha256Text(canonicalText(layout, rows));

const head = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string(), kind: columnKind, role: role.optional() })).min(1),
  form: z.literal('daero-snapshot/1'),
  order: z.array(z.string()),
});

/** What the first line says. */
export type SnapshotHead = {
  readonly columns: readonly {
    readonly name: string;
    readonly kind: ColumnKind;
    readonly role: Role | null;
  }[];
  readonly order: readonly string[];
};

export const headLine = ({ columns, order }: SnapshotHead): string =>
  `${canonicalJson({
    columns: columns.map(({ name, kind, role }) => (role === null ? { name, kind } : { name, kind, role })),
    form: 'daero-snapshot/1',
    order,
  })}\n`;

/** The head again from its line; `null` where the line is none. */
export function readHeadLine(line: string): SnapshotHead | null {
  try {
    const { columns, order } = head.parse(JSON.parse(line));
    return { columns: columns.map(({ name, kind, role }) => ({ name, kind, role: role ?? null })), order };
  } catch {
    return null;
  }
}

export const rowLine = (cells: readonly Cell[]): string => `${canonicalJson(cells)}\n`;

function compareRows({ columns, order }: SnapshotLayout, a: SnapshotRow, b: SnapshotRow): number {
  for (const name of order) {
    const at = columns.findIndex((column) => column.name === name);
    const difference = compareCells(a.cells[at] ?? null, b.cells[at] ?? null);
    if (difference !== 0) return difference;
  }
  return a.position - b.position;
}

function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return typeof a === 'string' && typeof b === 'string' ? compareTexts(a, b) : Number(a) - Number(b);
}

/** By code point, as UTF-8 bytes sort; `<` would go by UTF-16 units, which puts U+1F600 before U+FFFD. */
function compareTexts(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [k, character] of left.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (right[k]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
