import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The example's device and estimates a second time, as plainly as the sentences that define them can be read: no
 * columns, no indexes, no code of Daero. Slow on purpose; the test compares.
 */
export type Stay = {
  readonly id: string;
  readonly score: number;
  readonly died: boolean;
  readonly unit: string;
};

type Row = { readonly minute: number; readonly value: number; readonly text: string };

const read = async (folder: string, file: string): Promise<string[][]> => {
  const bytes = await readFile(join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
};

export async function readStays(
  folder: string,
): Promise<{ readonly all: number; readonly stays: readonly Stay[] }> {
  const rows = new Map<string, Map<string, Row[]>>();
  for (const [id = '', minute, item = '', text = ''] of await read(folder, 'physionet2012_set_a.csv.gz')) {
    const value = Number(text);
    const items = rows.get(id) ?? new Map<string, Row[]>();
    rows.set(id, items);
    if (item !== 'ICUType' && (value <= 0 || (item === 'Temp' && value < 25))) continue;
    items.set(item, [...(items.get(item) ?? []), { minute: Number(minute), value, text }]);
  }
  const deaths = new Map(
    (await read(folder, 'physionet2012_outcomes_a.csv')).map((row) => [row[0], row[5] === '1']),
  );
  const stays: Stay[] = [];
  for (const [id, items] of rows) {
    const score = highestScore(items);
    if (score === null) continue;
    stays.push({ id, score, died: deaths.get(id) === true, unit: items.get('ICUType')?.[0]?.text ?? '' });
  }
  return { all: rows.size, stays };
}

function highestScore(items: ReadonlyMap<string, readonly Row[]>): number | null {
  let highest: number | null = null;
  let anything = false;
  for (let hour = 1; hour <= 24; hour++) {
    const last = (item: string): Row | undefined =>
      (items.get(item) ?? [])
        .filter(({ minute }) => hour * 60 - 720 <= minute && minute <= hour * 60)
        .reduce<Row | undefined>(
          (held, row) => (held === undefined || row.minute >= held.minute ? row : held),
          undefined,
        );
    const [rr, spo2, fio2, vent, gcs, hr] = ['RespRate', 'SaO2', 'FiO2', 'MechVent', 'GCS', 'HR'].map(last);
    const pressure = last('SysABP') ?? last('NISysABP');
    const temperature = last('Temp');
    if ([rr, spo2, fio2, vent, gcs, hr, pressure, temperature].some((row) => row !== undefined))
      anything = true;
    const score =
      (rr
        ? upTo(
            whole(rr),
            [
              [8, 3],
              [11, 1],
              [20, 0],
              [24, 2],
            ],
            3,
          )
        : 0) +
      (spo2
        ? upTo(
            whole(spo2),
            [
              [91, 3],
              [93, 2],
              [95, 1],
            ],
            0,
          )
        : 0) +
      ((fio2 && fio2.value > 0.21) || vent ? 2 : 0) +
      (pressure
        ? upTo(
            whole(pressure),
            [
              [90, 3],
              [100, 2],
              [110, 1],
              [219, 0],
            ],
            3,
          )
        : 0) +
      (hr
        ? upTo(
            whole(hr),
            [
              [40, 3],
              [50, 1],
              [90, 0],
              [110, 1],
              [130, 2],
            ],
            3,
          )
        : 0) +
      (gcs && gcs.value < 15 ? 3 : 0) +
      (temperature
        ? upTo(
            tenths(temperature),
            [
              [350, 3],
              [360, 1],
              [380, 0],
              [390, 1],
            ],
            2,
          )
        : 0);
    if (highest === null || score > highest) highest = score;
  }
  return anything ? highest : null;
}

/** Points of the first band that reaches the value. */
const upTo = (value: number, bands: readonly (readonly [number, number])[], above: number): number =>
  bands.find(([to]) => value <= to)?.[1] ?? above;

const whole = ({ text }: Row): number => halfUp(text, 0);
const tenths = ({ text }: Row): number => halfUp(text, 1);

/** Rounded half up on the decimal digits as they stand, in units of the last place kept. */
function halfUp(text: string, places: number): number {
  const [integer = '0', fraction = ''] = text.split('.');
  const digits = fraction.padEnd(places + 1, '0');
  return Number(integer + digits.slice(0, places)) + (Number(digits[places]) >= 5 ? 1 : 0);
}

export function naiveAuc(stays: readonly Stay[]): number {
  const [died, lived] = [stays.filter((stay) => stay.died), stays.filter((stay) => !stay.died)];
  let won = 0;
  for (const a of died) for (const b of lived) won += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
  return won / died.length / lived.length;
}
