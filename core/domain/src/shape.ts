import type { CaseForecastShape } from './case-shape.ts';
import type { AccrualShape, AmountsShape } from './programme-shape.ts';
import type {
  BudgetImpactShape,
  CashFlowShape,
  CohortTraceShape,
  ModelStructureShape,
  ResearchValueShape,
  TwoWayShape,
  ValueOfInformationShape,
} from './model-shape.ts';
import type { Text } from './text.ts';

export type { CaseForecastShape, DateRange } from './case-shape.ts';
export type { AccrualShape, AmountsShape } from './programme-shape.ts';
export type {
  BudgetImpactShape,
  BudgetPanel,
  CashFlowShape,
  CohortTraceShape,
  ModelStructureShape,
  ResearchValueShape,
  TwoWayAxis,
  TwoWayShape,
  ValueOfInformationShape,
} from './model-shape.ts';

/**
 * What an analysis found, in the form a plot and its table are made from. A method fills one of these,
 * `figures` turns it into a plot description, and neither knows the other.
 */
export type Shape =
  | RocShape
  | ForestShape
  | CalibrationShape
  | SurvivalShape
  | ReadersShape
  | FrocShape
  | DecisionCurveShape
  | BlandAltmanShape
  | SrocShape
  | SizeCurveShape
  | FlowShape
  | CompletenessShape
  | PlaneShape
  | AcceptabilityShape
  | TornadoShape
  | CohortTraceShape
  | ValueOfInformationShape
  | BudgetImpactShape
  | CashFlowShape
  | ModelStructureShape
  | TwoWayShape
  | ResearchValueShape
  | CaseForecastShape
  | AccrualShape
  | AmountsShape;

export type Interval = { readonly value: number; readonly low: number | null; readonly high: number | null };

export type RocShape = {
  readonly shape: 'roc';
  readonly label: Text;
  readonly n: { readonly diseased: number; readonly healthy: number };
  readonly level: number;
  /** One to six, all of the same people. */
  readonly curves: readonly {
    readonly label: Text;
    readonly auc: Interval;
    /** From (0, 0) to (1, 1); positive when score >= threshold; the first has no threshold (null). */
    readonly points: readonly {
      readonly falsePositive: number;
      readonly truePositive: number;
      readonly threshold: number | null;
    }[];
    /** Limits of the sensitivity at each false positive share, one at a time; null where none was computed. */
    readonly band:
      readonly { readonly falsePositive: number; readonly low: number; readonly high: number }[] | null;
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
  /** Limits of non-inferiority or equivalence, drawn as rules; none where nothing was asked. */
  readonly margins: readonly number[];
  readonly rows: readonly (Interval & {
    readonly label: Text;
    readonly n: number;
    /** Share of the summary, 0..1; null for a row that is not part of it. */
    readonly weight: number | null;
    /** `left-out`: everybody but the site that the label names. */
    readonly role: 'site' | 'summary' | 'pooled-rows' | 'difference' | 'left-out';
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
  /** Limits of the curve, one risk at a time; null where none were computed. */
  readonly band:
    readonly { readonly predicted: number; readonly low: number; readonly high: number }[] | null;
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
    /** Times at which people were censored, each once. */
    readonly censoredAt: readonly number[];
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

/** Reader by modality: what each reader reached, the means, and what was concluded of their differences. */
export type ReadersShape = {
  readonly shape: 'readers';
  readonly label: Text;
  readonly quantity: Text;
  readonly level: number;
  /** Cases. */
  readonly n: number;
  /** As of an estimate (diseased, healthy); `trials` where a value is a share of these. */
  readonly parts: Readonly<Record<string, number>>;
  readonly modalities: readonly Text[];
  /** One value a modality; null where the reader did not read in it. */
  readonly readers: readonly { readonly label: Text; readonly values: readonly (number | null)[] }[];
  /** One a modality. */
  readonly means: readonly Interval[];
  /** `second` less `first`, by their places in `modalities`. */
  readonly differences: readonly {
    readonly first: number;
    readonly second: number;
    readonly difference: Interval;
    readonly p: number;
  }[];
  /** The difference that is asked to be excluded, with its sign (-0.05); null where none is. */
  readonly margin: number | null;
};

/** Free-response curves. They end where the marks end: nothing is drawn beyond. */
export type FrocShape = {
  readonly shape: 'froc';
  readonly label: Text;
  /** Where the curves are readers: the modality they all read in. */
  readonly modality: Text | null;
  readonly n: { readonly cases: number; readonly lesions: number };
  readonly curves: readonly {
    readonly label: Text;
    readonly points: readonly {
      readonly nonLesionsPerCase: number;
      readonly lesionShare: number;
      readonly threshold: number | null;
    }[];
  }[];
};

export type DecisionCurveShape = {
  readonly shape: 'decision-curve';
  readonly label: Text;
  readonly n: number;
  readonly events: number;
  readonly level: number;
  /** Days at which the event is looked at, for a survival outcome. */
  readonly horizonDays: number | null;
  readonly thresholds: readonly number[];
  readonly curves: readonly {
    readonly label: Text;
    readonly role: 'score' | 'treat-all' | 'treat-none';
    /** One a threshold, as are the limits; null where there are none. */
    readonly netBenefit: readonly number[];
    readonly low: readonly number[] | null;
    readonly high: readonly number[] | null;
    /** Over the better of treating all and treating none, one a threshold; null where it is not asked. */
    readonly gain: readonly Interval[] | null;
  }[];
  /** The step that net benefits of scores were rounded to, so that no few people can be counted from them; null: exact. */
  readonly roundedTo: number | null;
};

export type BlandAltmanShape = {
  readonly shape: 'bland-altman';
  readonly label: Text;
  readonly unit: Text;
  readonly n: number;
  readonly level: number;
  /** Each a pair of measurements; none where they may not leave the site. */
  readonly points: readonly { readonly mean: number; readonly difference: number }[];
  readonly bias: Interval;
  /** Limits of agreement, each with its own interval. */
  readonly lower: Interval;
  readonly upper: Interval;
};

/** Points of these lines are [false positive share, sensitivity]. */
type RocPoints = readonly (readonly [falsePositive: number, sensitivity: number])[];

/** Studies of diagnostic accuracy in ROC space, with what they come to together. */
export type SrocShape = {
  readonly shape: 'sroc';
  readonly label: Text;
  readonly level: number;
  readonly studies: readonly {
    readonly label: Text;
    readonly diseased: number;
    readonly healthy: number;
    readonly sensitivity: number;
    readonly falsePositive: number;
  }[];
  readonly summary: { readonly sensitivity: number; readonly falsePositive: number } | null;
  /** Outlines of the regions at the level, and the summary curve; empty where there is none. */
  readonly confidence: RocPoints;
  readonly prediction: RocPoints;
  readonly curve: RocPoints;
};

/** What a study of some size can be expected to reach: power or precision against people, readers or cases. */
export type SizeCurveShape = {
  readonly shape: 'size-curve';
  readonly label: Text;
  readonly x: Text;
  readonly y: Text;
  readonly curves: readonly {
    readonly label: Text;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
  /** What is to be reached, on y. */
  readonly target: number | null;
  readonly chosen: { readonly x: number; readonly y: number } | null;
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
  /** The place of usual care among them; null where none is. */
  readonly reference: number | null;
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
