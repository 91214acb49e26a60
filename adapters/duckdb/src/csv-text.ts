import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** The fields of the first line of a CSV text; quotes as in RFC 4180, a byte order mark is no part of a name. */
export function parseHeader(text: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') return [];
  for (let k = 0; k < body.length; k++) {
    const character = body[k] ?? '';
    if (character === '"') {
      if (quoted && body[k + 1] === '"') {
        field += '"';
        k++;
      } else quoted = !quoted;
    } else if (!quoted && character === delimiter) {
      fields.push(field);
      field = '';
    } else if (!quoted && (character === '\n' || character === '\r')) break;
    else field += character;
  }
  return [...fields, field];
}

/**
 * The line on which a row of data starts (the header is line 1). Reads the file again, so it is for faults only: a quoted
 * field may hold line feeds, and empty lines are no rows.
 */
export async function lineOfRow(file: string, gzip: boolean, row: number): Promise<number> {
  const bytes = gzip ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);
  let line = 1;
  let rows = -1; // the header is row 0
  let quoted = false;
  let empty = true;
  for await (const chunk of bytes) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a file gives bytes');
    for (const byte of chunk) {
      if (byte === 0x0a) line++;
      if (byte === 0x22) quoted = !quoted;
      if (byte === 0x0a && !quoted) empty = true;
      else if (empty && byte !== 0x0d) {
        empty = false;
        if (++rows === row) return line;
      }
    }
  }
  throw new RangeError(`no row ${row} in ${rows} rows`);
}
