/** One kind of trouble that is made on purpose, round after round, and what must hold after each. */
export type Part = {
  readonly name: string;
  /** Says a line a round and gives how many held. It throws only when it cannot be run at all. */
  readonly run: (options: PartOptions) => Promise<Tally>;
};

export type PartOptions = {
  readonly times: number;
  /** A number in [0, 1), the next of a seeded series. */
  readonly random: () => number;
  readonly say: (line: string) => void;
};

export type Tally = { readonly passed: number; readonly failed: number };
