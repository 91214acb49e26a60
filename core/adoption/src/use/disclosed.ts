import { isoDate, type IsoDate } from '@daero/domain/time';
import { countsOf, groupedBy, weekOf, type Opportunity, type UseCounts } from './weeks.ts';

/** A count as it may leave the hospital: null where it would tell of too few people. */
export type DisclosedCounts = Readonly<Record<keyof UseCounts, number | null>>;
export type Disclosed = {
  readonly smallestCell: number;
  readonly total: DisclosedCounts;
  readonly weeks: readonly (DisclosedCounts & { readonly weekOf: IsoDate })[];
  /** Readers by number, most cases first: nobody is named. */
  readonly readers: readonly (DisclosedCounts & { readonly reader: number })[];
};

const nested = ['eligible', 'ran', 'seen'] as const;
const responses = ['used', 'overridden', 'ignored'] as const;
const nothing: DisclosedCounts = {
  ...{ eligible: null, ran: null, seen: null },
  ...{ used: null, overridden: null, ignored: null, failed: null },
};

/**
 * Use in numbers that may be shown outside: no cell of fewer people than the smallest cell, nor one that can be had by subtraction. Within a
 * row a count is withheld when it, or what it leaves of the count before it, is small. Across rows, the next smallest go with the withheld
 * ones until the total gives none of them away.
 */
export function disclosed(opportunities: readonly Opportunity[], smallestCell: number): Disclosed {
  const total = disclosedRow(opportunities, smallestCell);
  const weeks = shielded(
    groupedBy(opportunities, ({ on }) => weekOf(on)),
    smallestCell,
  )
    .map(([week, counts]) => ({ weekOf: isoDate(week), ...counts }))
    .sort((a, b) => (a.weekOf < b.weekOf ? -1 : 1));
  const read = opportunities.filter(({ reader }) => reader !== null);
  // Cases that nobody read are a row of their own in the subtraction, though not on the page.
  const byReader = groupedBy(opportunities, ({ reader }) => reader ?? '');
  const readers = shielded(byReader, smallestCell)
    .filter(([reader]) => reader !== '')
    .sort(([a, one], [b, two]) => (two.eligible ?? 0) - (one.eligible ?? 0) || (a < b ? -1 : 1))
    .map(([, counts], at) => ({ reader: at + 1, ...counts }));
  return { smallestCell, total, weeks, readers: read.length === 0 ? [] : readers };
}

/** Columns that are shown or withheld together. */
const columns: readonly (readonly [keyof UseCounts, ...(keyof UseCounts)[]])[] = [
  ['eligible'],
  ['ran'],
  ['seen'],
  ['used', 'overridden', 'ignored'],
  ['failed'],
];

type Shown = Record<keyof UseCounts, number | null>;

/** Rows in which, column by column, what is withheld cannot be had by subtracting the others from the total. */
function shielded(
  groups: ReadonlyMap<string, readonly Opportunity[]>,
  smallestCell: number,
): readonly (readonly [string, DisclosedCounts])[] {
  const rows = [...groups]
    .sort(([a, one], [b, two]) => people(one) - people(two) || (a < b ? -1 : 1))
    .map(([name, own]) => ({ name, own, shown: disclosedRow(own, smallestCell) }));
  for (const column of columns) {
    const [first] = column;
    for (;;) {
      const hidden = rows.filter(({ shown }) => shown[first] === null);
      const union = hidden.flatMap(({ own }) => own);
      if (hidden.length === 0) break;
      if (hidden.length > 1 && disclosedRow(union, smallestCell)[first] !== null) break;
      const next = rows.find(({ shown }) => shown[first] !== null);
      if (next === undefined) break;
      for (const name of column) next.shown[name] = null;
    }
  }
  return rows.map(({ name, shown }) => [name, shown]);
}

const people = (of: readonly Opportunity[]): number => new Set(of.map(({ subject }) => subject)).size;

function disclosedRow(own: readonly Opportunity[], smallestCell: number): Shown {
  const counts = countsOf(own);
  const small = (which: (one: Opportunity) => boolean): boolean => {
    const cell = people(own.filter(which));
    return cell > 0 && cell < smallestCell;
  };
  const is: Readonly<Record<(typeof nested)[number], (one: Opportunity) => boolean>> = {
    eligible: () => true,
    ran: ({ ran }) => ran,
    seen: ({ seen }) => seen,
  };
  const shown: Shown = { ...nothing };
  let outer = is.eligible;
  for (const name of nested) {
    const [inner, around] = [is[name], outer];
    if (small(inner) || small((one) => around(one) && !inner(one))) continue;
    shown[name] = counts[name];
    outer = inner;
  }
  const answered =
    (name: (typeof responses)[number]) =>
    (one: Opportunity): boolean =>
      one.seen &&
      (name === 'used' ? one.response === 'accepted' || one.response === 'modified' : one.response === name);
  const rest = (one: Opportunity): boolean => one.seen && !responses.some((name) => answered(name)(one));
  // The responses add up to what was seen: they are shown together or not at all.
  if (shown.seen !== null && !responses.some((name) => small(answered(name))) && !small(rest))
    for (const name of responses) shown[name] = counts[name];
  const failed = (one: Opportunity): boolean => one.failed && !one.ran;
  if (shown.ran !== null && !small(failed) && !small((one) => !one.ran && !failed(one)))
    shown.failed = counts.failed;
  return shown;
}
