import type { Text } from './text.ts';

/** What an economic model, a budget and a hospital's case look like as figures: models, not people. */

/** Where a cohort is at each point in time, a panel a strategy. */
export type CohortTraceShape = {
  readonly shape: 'cohort-trace';
  readonly label: Text;
  readonly states: readonly Text[];
  /** Years since the start, one a point. */
  readonly years: readonly number[];
  readonly strategies: readonly {
    readonly name: Text;
    /** By state, then by point: share of the cohort at the start (above 1 where people join). */
    readonly occupancy: readonly (readonly number[])[];
  }[];
};

/** What it would be worth a decision to know more: everything, or one parameter at a time. */
export type ValueOfInformationShape = {
  readonly shape: 'value-of-information';
  readonly label: Text;
  readonly currency: string;
  readonly priceYear: number;
  readonly effectUnit: string;
  readonly draws: number;
  readonly willingness: readonly number[];
  /** One a willingness. */
  readonly evpi: readonly number[];
  /** Where the bars are told: the stated willingness. */
  readonly stated: number;
  readonly perfect: { readonly value: number; readonly standardError: number | null };
  readonly parameters: readonly {
    readonly parameter: Text;
    readonly state: 'estimate' | 'assumption' | 'literature';
    readonly value: number;
    readonly standardError: number | null;
  }[];
  /** Decisions a year that the answer would serve; null where nobody has counted them. */
  readonly decisionsPerYear: number | null;
};

/** Which strategy is worth most where two parameters are varied at once, and by how much over the reference. */
export type TwoWayShape = {
  readonly shape: 'two-way';
  readonly label: Text;
  readonly currency: string;
  readonly priceYear: number;
  readonly effectUnit: string;
  readonly willingness: number;
  /** Along x, then along y: values rising; base: where the base case lies, perhaps outside the grid. */
  readonly axes: readonly [TwoWayAxis, TwoWayAxis];
  readonly strategies: readonly Text[];
  /** The place of the reference among the strategies. */
  readonly reference: number;
  /** By value along x, then along y: net benefit of every strategy, in their order. */
  readonly worth: readonly (readonly (readonly number[])[])[];
};
export type TwoWayAxis = {
  readonly parameter: Text;
  readonly unit: string;
  readonly values: readonly number[];
  readonly base: number;
};

/** What a study of each size would be worth to the decisions that it serves, and what remains after its cost. */
export type ResearchValueShape = {
  readonly shape: 'research-value';
  readonly label: Text;
  readonly currency: string;
  readonly priceYear: number;
  readonly effectUnit: string;
  readonly willingness: number;
  /** Decisions served, discounted. */
  readonly population: number;
  readonly studies: readonly {
    readonly label: Text;
    readonly parameter: Text;
    readonly sizes: readonly {
      readonly n: number;
      /** A decision. */
      readonly evsi: number;
      readonly cost: number;
      /** Of all decisions, less the cost. */
      readonly netBenefit: number;
    }[];
    /** Place of the size with the highest net benefit where that is above 0. */
    readonly best: number | null;
    /** Nothing of any size could be worth more: all decisions, the parameter known for certain. */
    readonly most: number;
  }[];
};

/** Money a year of one bearer: the world with the technology less the world without, and what both spend. */
export type BudgetPanel = {
  readonly bearer: 'payer' | 'patient' | 'non-covered';
  readonly fees: readonly number[];
  /** Savings (below 0) or further costs elsewhere. */
  readonly offsets: readonly number[];
  /** Fees of what is used less: 0 or below. */
  readonly displaced: readonly number[];
  /** Least and most over the scenarios, the base case among them. */
  readonly net: readonly { readonly value: number; readonly low: number; readonly high: number }[];
  readonly without: readonly number[];
  readonly with: readonly number[];
};

export type BudgetImpactShape = {
  readonly shape: 'budget-impact';
  readonly label: Text;
  readonly payer: Text;
  readonly currency: string;
  readonly priceYear: number;
  readonly years: readonly number[];
  readonly scenarios: number;
  readonly panels: readonly BudgetPanel[];
};

/** A hospital's own money: what comes and goes in each period, and what has come together. */
export type CashFlowShape = {
  readonly shape: 'cash-flow';
  readonly label: Text;
  readonly hospital: Text;
  readonly currency: string;
  readonly priceYear: number;
  /** Periods of so many months each, counted from 1. */
  readonly monthsEach: number;
  readonly net: readonly number[];
  readonly cumulative: readonly number[];
  /** The first month at whose end all has come back for good; null where that does not happen. */
  readonly paybackMonth: number | null;
  readonly netPresentValue: number;
};

/** States and passages, or a tree, with what is on each edge as the model file states it. */
export type ModelStructureShape = {
  readonly shape: 'model-structure';
  readonly label: Text;
  readonly drawing:
    | {
        readonly form: 'states';
        /** How people move: by a probability a cycle, by a time of each way out, or not at all: states lie between survival curves. */
        readonly moves: 'by-cycle' | 'by-time' | 'between-curves';
        readonly states: readonly { readonly label: Text; readonly tunnels: number }[];
        readonly passages: readonly { readonly from: number; readonly to: number; readonly amount: string }[];
      }
    | {
        readonly form: 'tree';
        /** Each after its parent; the first is the root. */
        readonly nodes: readonly {
          readonly kind: 'decision' | 'chance' | 'leaf';
          readonly name: string;
          /** Of the branch that leads here; the root has none. */
          readonly branch: {
            readonly from: number;
            readonly label: Text;
            readonly probability: string | null;
          } | null;
          /** What is paid and gained on the way here, as `cost: c_day * days`. */
          readonly payoffs: readonly string[];
        }[];
      };
};
