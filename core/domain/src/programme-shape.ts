import type { Text } from './text.ts';
import type { IsoDate } from './time.ts';

type Counted = readonly { readonly on: IsoDate; readonly value: number }[];

/** What was counted against what was promised, in the calendar, and where the pace leads. */
export type AccrualShape = {
  readonly shape: 'accrual';
  readonly label: Text;
  readonly unit: Text;
  readonly asOf: IsoDate;
  readonly plan: Counted;
  /** Cumulative, of all places together. */
  readonly counted: Counted;
  readonly sites: readonly { readonly label: Text; readonly points: Counted }[];
  /** At the pace of so many last days, with the range of that pace; null where nothing is left to forecast. */
  readonly outlook: {
    readonly windowDays: number;
    readonly level: number;
    readonly endsOn: IsoDate;
    readonly forecast: number;
    readonly low: number;
    readonly high: number;
  } | null;
};

/** Amounts agreed and spent, by group: whole won of one kind of money. */
export type AmountsShape = {
  readonly shape: 'amounts';
  readonly label: Text;
  /** Whose money: the grant, or all of it. */
  readonly money: Text;
  readonly by: Text;
  readonly asOf: IsoDate;
  readonly projects: number;
  readonly rows: readonly {
    readonly label: Text;
    readonly projects: number;
    readonly agreed: number;
    readonly spent: number;
    /** What an even pace would have spent by now; null where that is not told. */
    readonly planned: number | null;
  }[];
};
