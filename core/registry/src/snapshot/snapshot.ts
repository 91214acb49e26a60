import type { ColumnKind } from './mapping.ts';
import type { Role } from './layout.ts';

/** An immutable table of a source at one moment, named by the hash of what it says. */
export type Snapshot = {
  /** SHA-256 of the canonical text (canonical-text.ts). */
  readonly hash: string;
  /** SHA-256 of the bytes it was taken from; `null` from the log. Files that say the same may differ here, and so in their row numbers. */
  readonly sourceHash: string | null;
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: ColumnKind;
    readonly role: Role | null;
  }[];
  /** Size of the Parquet file. */
  readonly bytes: number;
  /** Distinct subjects and sites; `null` where no column plays that part. */
  readonly subjects: number | null;
  readonly sites: number | null;
};

/** Where a faulty row stands: its number among the rows of data, and in a text file its line (the header is line 1). */
export type SnapshotFault =
  | { readonly kind: 'source-missing'; readonly file: string }
  | { readonly kind: 'source-unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'source-empty'; readonly file: string }
  | { readonly kind: 'source-header-only'; readonly file: string }
  | { readonly kind: 'source-gzip-broken'; readonly file: string }
  | { readonly kind: 'source-not-parquet'; readonly file: string }
  | { readonly kind: 'source-not-utf8'; readonly file: string; readonly line: number }
  | {
      readonly kind: 'source-row-ragged';
      readonly file: string;
      readonly line: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly kind: 'source-row-unreadable'; readonly file: string; readonly line: number }
  | { readonly kind: 'source-column-twice'; readonly file: string; readonly column: string }
  | {
      readonly kind: 'source-column-missing';
      readonly file: string;
      readonly column: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'source-cell-wrong-kind';
      readonly file: string;
      readonly column: string;
      readonly expected: ColumnKind;
      readonly line: number;
      readonly cells: number;
    }
  | {
      readonly kind: 'source-cell-wrong-kind-row';
      readonly file: string;
      readonly column: string;
      readonly expected: ColumnKind;
      readonly row: number;
      readonly cells: number;
    }
  | {
      readonly kind: 'source-key-twice';
      readonly file: string;
      readonly key: readonly string[];
      readonly rows: readonly number[];
      readonly keys: number;
    }
  | { readonly kind: 'snapshot-cancelled'; readonly file: string }
  | { readonly kind: 'snapshot-folder-unwritable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'snapshot-engine'; readonly file: string; readonly reason: string }
  | { readonly kind: 'snapshot-not-found'; readonly file: string }
  | {
      readonly kind: 'snapshot-column-missing';
      readonly file: string;
      readonly column: string;
      readonly known: readonly string[];
    };
