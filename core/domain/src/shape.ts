import type { Text } from './text.ts';

/**
 * What an analysis found, in the form a plot and its table are made from. A method fills one of these,
 * `figures` turns it into a plot description, and neither knows the other.
 */
export type Shape =
  | RocShape
  | ForestShape
  | CalibrationShape
  | SurvivalShape
  | FlowShape
  | CompletenessShape
  | PlaneShape
  | AcceptabilityShape
  | TornadoShape;

export type Interval = { readonly value: number; readonly low: number | null; readonly high: number | null };

export type RocShape = {
  readonly shape: 'roc';
  readonly label: Text;
  readonly n: { readonly diseased: number; readonly healthy: number };
  readonly level: number;
  readonly auc: Interval;
  /** From (0, 0) to (1, 1); positive when score >= threshold; the first has no threshold (null). */
  readonly points: readonly {
    readonly falsePositive: number;
    readonly truePositive: number;
    readonly threshold: number | null;
  }[];
};

export type ForestShape = {
  readonly shape: 'forest';
  readonly label: Text;
  readonly quantity: Text;
  readonly level: number;
  readonly scale: 'linear' | 'log';
  /** The value of no effect or of no use (0.5 for an AUC); null where there is none. */
  readonly reference: number | null;
  readonly rows: readonly (Interval & {
    readonly label: Text;
    readonly n: number;
    /** Share of the summary, 0..1; null for a row that is not part of it. */
    readonly weight: number | null;
    readonly role: 'site' | 'summary' | 'pooled-rows';
  })[];
  readonly prediction: { readonly low: number; readonly high: number } | null;
  readonly heterogeneity: {
    readonly tau2: number;
    readonly i2: number;
    readonly q: number;
    readonly p: number;
  } | null;
};

export type CalibrationShape = {
  readonly shape: 'calibration';
  readonly label: Text;
  readonly n: number;
  readonly events: number;
  readonly level: number;
  readonly intercept: Interval;
  readonly slope: Interval;
  readonly ici: number | null;
  readonly bins: readonly (Interval & { readonly predicted: number; readonly n: number })[];
  readonly curve: readonly { readonly predicted: number; readonly observed: number }[];
};

export type SurvivalShape = {
  readonly shape: 'survival';
  readonly label: Text;
  readonly event: Text;
  readonly timeUnit: 'days';
  readonly level: number;
  readonly groups: readonly {
    readonly label: Text;
    readonly n: number;
    readonly steps: readonly {
      readonly time: number;
      readonly survival: number;
      readonly low: number;
      readonly high: number;
    }[];
    /** At the ticks of the time axis. */
    readonly table: readonly {
      readonly time: number;
      readonly atRisk: number;
      readonly events: number; // up to and including this time
      readonly censored: number;
    }[];
  }[];
  readonly logRank: { readonly chi2: number; readonly df: number; readonly p: number } | null;
  readonly censoring: Text;
};

/** CONSORT-like: n at a stage, and who left before the next, by reason. */
export type FlowShape = {
  readonly shape: 'flow';
  readonly label: Text;
  readonly unit: Text;
  readonly stages: readonly {
    readonly label: Text;
    readonly n: number;
    readonly left: readonly { readonly reason: Text; readonly n: number }[];
  }[];
};

export type CompletenessShape = {
  readonly shape: 'completeness';
  readonly label: Text;
  readonly unit: Text;
  readonly rows: readonly { readonly label: Text; readonly present: number; readonly of: number }[];
};

export type PlaneShape = {
  readonly shape: 'cost-effectiveness-plane';
  readonly label: Text;
  readonly comparison: Text;
  readonly currency: string;
  readonly priceYear: number;
  readonly effectUnit: string;
  readonly mean: { readonly effect: number; readonly cost: number };
  readonly draws: readonly { readonly effect: number; readonly cost: number }[]; // at most 1,000, evenly taken
  readonly drawsInAll: number;
  readonly willingness: readonly number[];
  /** Share of all draws a quadrant, 0..1. */
  readonly quadrants: {
    readonly northEast: number;
    readonly southEast: number;
    readonly southWest: number;
    readonly northWest: number;
  };
};

export type AcceptabilityShape = {
  readonly shape: 'acceptability';
  readonly label: Text;
  readonly currency: string;
  readonly effectUnit: string;
  readonly strategies: readonly { readonly name: Text; readonly probabilities: readonly number[] }[];
  readonly willingness: readonly number[];
  /** At each willingness, the probability of the strategy with the highest expected net benefit. */
  readonly frontier: readonly number[];
};

export type TornadoShape = {
  readonly shape: 'tornado';
  readonly label: Text;
  readonly outcome: Text;
  readonly willingness: number;
  readonly currency: string;
  readonly base: number;
  readonly bars: readonly {
    readonly parameter: Text;
    readonly state: 'estimate' | 'assumption' | 'literature';
    readonly lowInput: number;
    readonly highInput: number;
    readonly atLow: number;
    readonly atHigh: number;
  }[];
};
