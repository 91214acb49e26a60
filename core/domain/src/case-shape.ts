import type { Text } from './text.ts';
import type { IsoDate } from './time.ts';

export type DateRange = { readonly level: number; readonly fromOn: IsoDate; readonly toOn: IsoDate };

/** The road of one case in the calendar: what is done, what runs, and when the rest may end. Rules and draws, not people. */
export type CaseForecastShape = {
  readonly shape: 'case-forecast';
  readonly label: Text;
  readonly asOf: IsoDate;
  /** How many draws the ranges come from; null where nothing is forecast. */
  readonly draws: number | null;
  readonly rows: readonly {
    readonly label: Text;
    /** What sort of stage it is, which gives it its colour. */
    readonly kind:
      'regulatory' | 'hta' | 'payer' | 'institution' | 'evidence-window' | 'surveillance' | 'support';
    /** Passages that are over or under way: the end is null while one runs. */
    readonly passed: readonly { readonly fromOn: IsoDate; readonly toOn: IsoDate | null }[];
    readonly pauses: readonly { readonly fromOn: IsoDate; readonly toOn: IsoDate | null }[];
    /** From when it is expected to run (the middle draw), and when it may end; null where nothing is forecast. */
    readonly ahead: {
      readonly fromOn: IsoDate;
      readonly medianOn: IsoDate;
      readonly ranges: readonly DateRange[];
    } | null;
    /** Why no end is forecast; null where one is, or it is over. */
    readonly withheld: Text | null;
    /** The last day of its limit as the law counts it; null where none is known. */
    readonly limitOn: IsoDate | null;
    readonly critical: boolean;
  }[];
  /** The end of the time of use, and how likely the reassessment is to come after it. */
  readonly window: { readonly endsOn: IsoDate; readonly chanceOfMissing: number | null } | null;
  /** What the reader came for: the name of the mark and when it comes. */
  readonly mark: { readonly name: Text; readonly range: DateRange; readonly medianOn: IsoDate } | null;
};
