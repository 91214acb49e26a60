import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SnapshotLayout } from '@daero/registry/snapshot/layout';

/** A row by the names of its source; a name that is not there is missing. */
export type SourceRow = Readonly<Record<string, string | number | null | undefined>>;

/** Rows from the log take the road that files take: they are written to a text file and read from there. */
export async function writeRows(
  rows: AsyncIterable<SourceRow>,
  { columns }: SnapshotLayout,
  delimiter: string,
  folder: string,
  cancel?: AbortSignal,
): Promise<string> {
  const names = [...new Set(columns.flatMap(({ from }) => ('column' in from ? [from.column] : [])))];
  const file = join(folder, 'rows.csv');
  const options = cancel === undefined ? {} : { signal: cancel };
  await pipeline(Readable.from(lines(rows, names, delimiter)), createWriteStream(file), options);
  return file;
}

async function* lines(
  rows: AsyncIterable<SourceRow>,
  names: readonly string[],
  delimiter: string,
): AsyncGenerator<string> {
  let text = `${names.map(quoted).join(delimiter)}\n`;
  for await (const row of rows) {
    text += `${names.map((name) => field(row[name])).join(delimiter)}\n`;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Every text is quoted, so that an empty one is not taken for a missing one. */
const field = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'number' ? String(value) : quoted(value);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
