import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { daysBetween } from '@daero/pathway/calendar/day-number';
import { waitingOf, type Wait, type Waiting } from './waiting.ts';

/** The days of one product at one hospital (or of a product as a whole, where the caller takes the first hospital). */
export type Milestones = {
  readonly id: string;
  /** When development or the application began: what comes before authorisation is innovation, not deployment. */
  readonly begunOn: IsoDate | null;
  readonly authorisedOn: IsoDate | null;
  readonly firstUseOn: IsoDate | null;
  readonly sustainedOn: IsoDate | null;
  readonly paidOn: IsoDate | null;
  /** From here on nothing more can come: refused for good, or withdrawn. */
  readonly endedOn: IsoDate | null;
};

export type Efficiency = {
  readonly asOf: IsoDate;
  /** From the beginning to authorisation. */
  readonly innovation: Waiting;
  /** From authorisation. */
  readonly toFirstUse: Waiting;
  readonly toSustainedUse: Waiting;
  readonly toPayment: Waiting;
  /** Left out of the deployment times, for they were not authorised by the day. */
  readonly notAuthorised: number;
};

/**
 * Deployment efficiency beside innovation efficiency: how long from authorisation to use, to sustained use, to payment, over a portfolio
 * as known on a day. Those not there yet are counted as waiting, never left out.
 */
export function efficiencyOf(portfolio: readonly Milestones[], asOf: IsoDate): Result<Efficiency> {
  for (const row of portfolio) {
    const wrong = disorder(row);
    if (wrong !== null) return fail({ kind: 'portfolio-days-fall', id: row.id, ...wrong });
  }
  const known = (on: IsoDate | null): on is IsoDate => on !== null && on <= asOf;
  const waits = (
    from: (row: Milestones) => IsoDate | null,
    to: (row: Milestones) => IsoDate | null,
  ): readonly Wait[] =>
    portfolio.flatMap((row): readonly Wait[] => {
      const [began, came, { endedOn }] = [from(row), to(row), row];
      if (!known(began)) return [];
      if (known(came)) return [{ days: daysBetween(began, came), ended: 'reached' }];
      if (known(endedOn) && endedOn >= began) return [{ days: daysBetween(began, endedOn), ended: 'never' }];
      return [{ days: daysBetween(began, asOf), ended: 'not-yet' }];
    });
  const authorised = ({ authorisedOn }: Milestones): IsoDate | null => authorisedOn;
  return succeed({
    asOf,
    innovation: waitingOf(waits(({ begunOn }) => begunOn, authorised)),
    toFirstUse: waitingOf(waits(authorised, ({ firstUseOn }) => firstUseOn)),
    toSustainedUse: waitingOf(waits(authorised, ({ sustainedOn }) => sustainedOn)),
    toPayment: waitingOf(waits(authorised, ({ paidOn }) => paidOn)),
    notAuthorised: portfolio.filter(({ authorisedOn }) => !known(authorisedOn)).length,
  });
}

/** A day before one that must precede it. */
function disorder(row: Milestones): { readonly first: string; readonly second: string } | null {
  const pairs = [
    ['begunOn', 'authorisedOn'],
    ['authorisedOn', 'firstUseOn'],
    ['firstUseOn', 'sustainedOn'],
    ['authorisedOn', 'paidOn'],
  ] as const;
  for (const [first, second] of pairs) {
    const [one, two] = [row[first], row[second]];
    if (one !== null && two !== null && two < one) return { first: one, second: two };
  }
  return null;
}
