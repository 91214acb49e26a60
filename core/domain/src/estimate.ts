import type { Text } from './text.ts';
import type { WarningKind } from './words/warnings.ts';

/** What a value counts or measures; the formatter and the economic model both ask. */
export type EstimateUnit =
  'probability' | 'auc' | 'ratio' | 'logit' | 'count' | 'days' | 'KRW' | 'QALY' | 'KRW per QALY' | 'score';

/** Something a reader must know before using the number. Every kind has words in both languages. */
export type Warning = {
  readonly kind: WarningKind;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** A value with everything a reviewer needs to judge it. */
export type Estimate = {
  readonly value: number;
  /** `null` where the method gives no interval; the reason is then a warning. */
  readonly low: number | null;
  readonly high: number | null;
  /** On the scale of `value`; `null` where the method has none. */
  readonly standardError: number | null;
  /** Two-sided coverage of the interval, 0.95 unless the plan says otherwise. */
  readonly level: number;
  readonly unit: EstimateUnit;
  /** People (or stays, cases: the plan's unit) that the value rests on. */
  readonly n: number;
  /** The counts behind it, by name: events and trials, diseased and healthy. Disclosure control reads these. */
  readonly parts: Readonly<Record<string, number>>;
  /** Named form, for example "Wilson score interval". */
  readonly method: Text;
  /** Where the formula was published. */
  readonly source: string;
  readonly seed?: number;
  readonly warnings: readonly Warning[];
};
