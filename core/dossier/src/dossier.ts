import type { IntervalKind } from '@daero/domain/format/estimate';
import type { Estimate } from '@daero/domain/estimate';
import type { Device } from '@daero/domain/product';
import type { Language, Text } from '@daero/domain/text';
import type { Instant } from '@daero/domain/time';
import type { LockState } from '@daero/evidence/lock';
import type { Figure } from '@daero/figures/figure';

/**
 * A dossier as a tree, before it has a form. Sentences, tables and figures point to numbers by id;
 * nothing in it is typed as a number in words, so every form prints the same figures.
 */
export type Dossier = {
  readonly id: string;
  readonly version: string;
  /** The hash of the document's node in the chain. */
  readonly node: string;
  readonly title: Text;
  readonly summary: Text;
  readonly labels: readonly DossierLabel[];
  readonly product: Product;
  readonly authors: readonly { readonly name: string; readonly role: Text }[];
  readonly lock: LockState;
  /** When outcomes were first opened; null where nobody recorded it. */
  readonly outcomesOpenedAt: Instant | null;
  /** Every number of the document, by the id that plan and claims use. */
  readonly numbers: readonly LiveNumber[];
  readonly claims: readonly Claim[];
  readonly requirements: readonly Requirement[];
  readonly sources: readonly Source[];
  readonly quality: readonly QualityRow[];
  /** Participant flow and completeness. */
  readonly dataFigures: readonly DrawnFigure[];
  readonly results: readonly ResultSection[];
  readonly economics: Economics | null;
  readonly methods: readonly MethodUse[];
  readonly provenance: Provenance;
};

/** What must be said on every page. */
export type DossierLabel = 'demonstration' | 'generated-data' | 'reference-device';

export type Product = {
  readonly name: Text;
  readonly maker: Text;
  readonly version: string;
  readonly standing: Device['standing'];
  readonly indication: Text;
};

/** The seven states of a number; they are never blurred. */
export type NumberState =
  'law' | 'typical' | 'forecast' | 'assumption' | 'estimate' | 'demonstration' | 'observed';

export type LiveNumber = {
  readonly id: string; // 'sens-5'
  readonly node: string;
  readonly label: Text;
  readonly state: NumberState;
  readonly content:
    | {
        readonly kind: 'shown';
        readonly estimate: Estimate;
        readonly interval: IntervalKind;
        /** Year of the prices, for money. */
        readonly priceYear: number | null;
      }
    | { readonly kind: 'withheld'; readonly smallestCell: number }
    | { readonly kind: 'failed'; readonly why: Text };
};

export type Claim = {
  readonly id: string;
  readonly node: string;
  readonly sentence: Readonly<Record<Language, readonly ClaimPart[]>>;
  readonly serves: readonly string[];
};

/** One run of a claim's sentence, as the chain filled it. */
export type ClaimPart =
  | { readonly part: 'words'; readonly words: string }
  | { readonly part: 'number'; readonly estimate: string; readonly shown: string | null } // null: withheld
  | { readonly part: 'setting'; readonly shown: string };

export type Requirement = {
  readonly id: string;
  readonly node: string;
  readonly text: Text;
  readonly source: string;
  readonly servedBy: readonly string[];
  readonly verdict: 'met' | 'weak' | 'gap';
  /** Why it is weak or missing. */
  readonly why: Text | null;
};

export type Source = {
  readonly id: string;
  readonly node: string;
  readonly title: Text;
  readonly file: string;
  readonly origin: 'file' | 'generated' | 'log';
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly snapshot: string;
  readonly disclosure: 'open' | { readonly smallestCell: number };
  readonly licence: Text;
};

/** One check of the data-quality report (Kahn and others 2016). */
export type QualityRow = {
  readonly source: string;
  readonly node: string;
  readonly dimension: 'conformance' | 'completeness' | 'plausibility';
  readonly check: Text;
  /** `fewerThan`: too few rows to say how many, where the source is not open. */
  readonly failing: number | { readonly fewerThan: number };
  readonly of: number;
  readonly outcome: 'passed' | 'passed-with-failures' | 'waived' | 'failed' | 'not-applicable';
  readonly note: Text | null;
};

/** A figure in both languages, already drawn: the document does not draw. */
export type DrawnFigure = {
  readonly id: string;
  readonly node: string;
  readonly drawn: Readonly<Record<Language, { readonly figure: Omit<Figure, 'plot'>; readonly svg: string }>>;
};

export type ResultSection = {
  readonly id: string;
  readonly node: string;
  readonly title: Text;
  readonly lead: Text | null;
  readonly numbers: readonly string[];
  readonly figures: readonly DrawnFigure[];
};

export type Economics = {
  readonly title: Text;
  readonly node: string;
  readonly perspective: Text;
  readonly priceYear: number;
  readonly parameters: readonly Parameter[];
  readonly numbers: readonly string[];
  readonly figures: readonly DrawnFigure[];
};

export type Parameter = {
  readonly id: string;
  readonly node: string;
  readonly label: Text;
  readonly state: 'bound' | 'assumption' | 'literature';
  readonly quantity: Pick<Estimate, 'value' | 'low' | 'high' | 'unit' | 'level'>;
  readonly distribution: string | null;
  readonly source: Text;
  /** The number it is bound to. */
  readonly from: string | null;
};

export type MethodUse = {
  readonly name: string;
  readonly title: Text;
  readonly source: string;
  readonly file: string;
  readonly codeVersion: string;
};

export type Provenance = {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: Text;
    readonly label: Text;
    readonly hash: string;
    readonly inputs: readonly string[];
  }[];
};

export const shortNode = (hash: string): string => hash.slice(0, 8);
