import { readFile } from 'node:fs/promises';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Cells } from '@daero/evidence/design/run-once';

/** A CSV file (RFC 4180: quoted cells may hold commas, doubled quotes and line ends), its first line the names. */
export async function readCsv(file: string): Promise<Result<Cells, Fault>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    const fault = { kind: 'file-not-found', file } as const;
    return fail(fault);
  }
  return parseCsv(text.replace(/^\uFEFF/, ''), file);
}

export function parseCsv(text: string, file: string): Result<Cells, Fault> {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  const broken = (line: number): Result<Cells, Fault> => {
    const fault = { kind: 'file-not-csv', file, line } as const;
    return fail(fault);
  };
  for (;;) {
    const match = cell.exec(text);
    if (match === null) return broken(lines.length);
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] !== ',') lines.push([]);
  }
  if (lines.at(-1)?.join('') === '') lines.pop();
  const [columns = [], ...rows] = lines;
  const short = rows.findIndex((row) => row.length !== columns.length);
  return short < 0 ? succeed({ columns, rows }) : broken(short + 2);
}
