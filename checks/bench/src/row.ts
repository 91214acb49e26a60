/** One line of the bench: what was measured, what it must reach, and the peer it stands beside in the same run. */
export type BenchRow = {
  readonly what: string;
  /** As the target is written, for example ">= 5,000". */
  readonly target: string;
  readonly figure: number;
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly figure: number };
  /** Ours over the peer's. */
  readonly ratio?: number;
  readonly ok: boolean;
};
