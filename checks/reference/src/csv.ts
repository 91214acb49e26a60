import { readFileSync } from 'node:fs';

/** A CSV file of a reference case, by column. */
export type Csv = {
  readonly rows: number;
  readonly has: (column: string) => boolean;
  /** The cells of a column as they stand in the file. */
  readonly text: (column: string) => readonly string[];
  /** The cells as numbers; an empty cell, NA or NaN is NaN. */
  readonly numbers: (column: string) => Float64Array;
};

export function readCsv(path: string): Csv {
  const [header = [], ...lines] = parseCsv(readFileSync(path, 'utf8'));
  const text = (column: string): readonly string[] => {
    const at = header.indexOf(column);
    if (at < 0) throw new Error(`${path} has no column ${column}; it has ${header.join(', ')}`);
    return lines.map((line) => line[at] ?? '');
  };
  const numbers = (column: string): Float64Array =>
    Float64Array.from(text(column), (cell) => {
      if (cell === '' || cell === 'NA' || cell === 'NaN') return NaN;
      if (cell === 'Inf' || cell === '-Inf') return cell === 'Inf' ? Infinity : -Infinity;
      const value = Number(cell);
      if (Number.isNaN(value)) throw new Error(`${path}, column ${column}: "${cell}" is not a number`);
      return value;
    });
  return { rows: lines.length, has: (column) => header.includes(column), text, numbers };
}

/** RFC 4180: quoted cells may hold commas, doubled quotes and line ends. */
function parseCsv(source: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (;;) {
    const match = cell.exec(source);
    if (match === null) throw new Error(`a CSV file breaks off at character ${cell.lastIndex}`);
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] !== ',') lines.push([]);
  }
  return lines.filter((line) => line.length > 1 || line[0] !== '');
}
