import { z } from 'zod';
import { roundHalfUp } from './rounding.ts';

/** A span of values that scores the same; both ends belong to it, `null` is open. In units of the item, after rounding. */
const band = z.strictObject({
  from: z.number().nullable(),
  to: z.number().nullable(),
  points: z.int().min(0),
});

const measurement = z.strictObject({
  item: z.string().min(1),
  kind: z.literal('measurement'),
  unit: z.string(),
  decimals: z.int().min(0).max(6),
  bands: z.array(band).min(1),
});

/** Something a patient has or has not: oxygen is given, the patient is not alert. */
const sign = z.strictObject({
  item: z.string().min(1),
  kind: z.literal('sign'),
  pointsWhenPresent: z.int().min(0),
});

/** A score as it was published: what is looked at, and the points for it. Nothing of it is code. */
export const scoreTable = z
  .strictObject({
    name: z.string().min(1),
    source: z.string().min(1),
    items: z.array(z.discriminatedUnion('kind', [measurement, sign])).min(1),
  })
  .superRefine((table, context) => {
    const names = table.items.map(({ item }) => item);
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', message: 'an item stands twice' });
    for (const item of table.items) {
      const trouble = item.kind === 'measurement' ? gapOrOverlap(item) : null;
      if (trouble !== null) context.addIssue({ code: 'custom', message: `${item.item}: ${trouble}` });
    }
  });

export type ScoreTable = z.output<typeof scoreTable>;
export type ScoreItem = ScoreTable['items'][number];
export type Measurement = Extract<ScoreItem, { kind: 'measurement' }>;

/** Bands must cover the whole line once: every rounded value has points, and only one number of them. */
function gapOrOverlap({ bands, decimals }: Measurement): string | null {
  if (bands[0]?.from !== null || bands.at(-1)?.to !== null) return 'the first and last band are open';
  for (const [k, { to }] of bands.entries()) {
    const next = bands[k + 1];
    if (next === undefined) return null;
    if (to === null || next.from === null) return 'only the first and last band are open';
    if (roundHalfUp(next.from, decimals) !== roundHalfUp(to, decimals) + 1) {
      return `a gap or an overlap between ${to} and ${next.from}`;
    }
  }
  return null;
}

const most = (item: ScoreItem): number =>
  item.kind === 'sign' ? item.pointsWhenPresent : Math.max(...item.bands.map(({ points }) => points));

/** The highest score the table can give. */
export const highestScore = (table: ScoreTable): number =>
  table.items.reduce((sum, item) => sum + most(item), 0);

/** From a value to its points. Upper ends are kept as whole steps, so that a comparison never meets a broken number. */
export function pointsFor(item: Measurement): (value: number) => number {
  const ends = item.bands.map(({ to }) => (to === null ? Infinity : roundHalfUp(to, item.decimals)));
  const points = item.bands.map((band) => band.points);
  return (value) => {
    const steps = roundHalfUp(value, item.decimals);
    let k = 0;
    while (steps > (ends[k] ?? Infinity)) k++;
    return points[k] ?? 0;
  };
}
