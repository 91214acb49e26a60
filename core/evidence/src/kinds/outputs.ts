import type { Estimate, Warning } from '@daero/domain/estimate';
import type { AnalysisOutput } from '@daero/domain/method';
import type { Fault } from '@daero/domain/result';
import type { CompletenessShape, FlowShape } from '@daero/domain/shape';
import type { TableJson } from './table-json.ts';

/** What each kind of node gives. Outputs are stored as canonical JSON, so every number in them is finite. */
export type SourceOutput = {
  readonly name: string;
  readonly file: string; // the file's own name, without the machine's folders
  readonly sha256: string;
  readonly bytes: number;
  readonly origin: 'file' | 'generated' | 'log';
};

export type PopulationOutput = {
  readonly table: TableJson;
  readonly flow: FlowShape;
  readonly completeness: CompletenessShape | null;
  readonly sites: readonly { readonly site: string; readonly n: number }[];
};

/** A method's output over the whole population and in each group. */
export type AnalysisNodeOutput = AnalysisOutput & {
  readonly n: number;
  readonly failures: readonly { readonly group: string; readonly fault: Fault }[];
  /** The estimates that a method has combined: disclosure must know them, and they do not travel. */
  readonly combines?: AnalysisOutput['estimates'];
};

/**
 * An estimate, and whether it may be shown: `withheld` where a count behind it is too small to leave the site. There it
 * still feeds the model, and travels no further.
 */
export type EstimateOutput =
  | { readonly state: 'shown'; readonly estimate: Estimate }
  | { readonly state: 'withheld'; readonly smallestCell: number; readonly estimate: Estimate }
  /** It has no meaning here, as a ratio has none where a strategy is dominated: the warnings say why. */
  | { readonly state: 'not given'; readonly warnings: readonly Warning[] };

export type ClaimPart =
  | { readonly part: 'words'; readonly words: string }
  | {
      readonly part: 'number';
      readonly estimate: string;
      readonly shown: string | null; // null: withheld
    }
  | { readonly part: 'setting'; readonly shown: string };

export type ClaimOutput = { readonly ko: readonly ClaimPart[]; readonly en: readonly ClaimPart[] };

export type RequirementOutput = {
  readonly servedBy: readonly string[];
  readonly withheld: readonly string[];
};
