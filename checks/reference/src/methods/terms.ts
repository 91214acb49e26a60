import { z } from 'zod';
import type { Csv } from '../csv.ts';

/** A term of a regression: a column, or a named product of columns, whole powers and 0/1 indicators of a level. */
export const term = z.union([
  z.string(),
  z.object({
    name: z.string(),
    product: z.array(
      z.object({
        column: z.string(),
        power: z.number().int().positive().optional(),
        equals: z.union([z.string(), z.number()]).transform(String).optional(),
      }),
    ),
  }),
]);
export type Term = z.output<typeof term>;

export const termName = (each: Term): string => (typeof each === 'string' ? each : each.name);

export function termColumn(csv: Csv, each: Term): Float64Array {
  if (typeof each === 'string') return csv.numbers(each);
  const values = new Float64Array(csv.rows).fill(1);
  for (const { column, power = 1, equals } of each.product) {
    const cells = csv.text(column);
    const numbers =
      equals === undefined
        ? csv.numbers(column)
        : Float64Array.from(cells, (cell) => (cell === equals ? 1 : 0));
    for (let times = 0; times < power; times += 1)
      values.forEach((value, i) => (values[i] = value * (numbers[i] ?? NaN)));
  }
  return values;
}
