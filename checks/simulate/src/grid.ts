import { contentHash } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import type { Family } from './family.ts';

const band = z.tuple([z.number(), z.number()]);

const schema = z.strictObject({
  seed: z.number().int().min(0),
  replications: z.number().int().min(1),
  /** Families whose fits take so long that they get this many at most. */
  fewer: z.record(z.string(), z.number().int().min(1)),
  bands: z.strictObject({
    coverage: band,
    'type-1-error': band,
    /** Below and above the planned power. */
    power: band,
  }),
  families: z.record(z.string(), z.array(z.record(z.string(), z.json()))),
});

/** The scenarios fixed beforehand, and the bands that they are held to. */
export type Grid = z.output<typeof schema>;
export const parseGrid = (value: unknown): Grid => schema.parse(value);

export type Scenario = {
  readonly family: string;
  /** From 1, within its family. */
  readonly number: number;
  readonly settings: unknown;
  /** Of its random streams: from the grid's seed and the scenario itself, so its place in the file does not matter. */
  readonly seed: number;
  /** The most replications that it gets. */
  readonly most: number;
};

export type GridFault =
  | { readonly kind: 'simulation-family-unknown'; readonly family: string; readonly known: readonly string[] }
  | {
      readonly kind: 'simulation-scenario-wrong';
      readonly family: string;
      readonly number: number;
      readonly problem: string;
    };

/** The scenarios of the grid in the order of the families, each checked against the settings of its family. */
export function scenariosOf(
  grid: Grid,
  families: readonly Family[],
  only: string | null,
): Result<readonly Scenario[], GridFault> {
  const known = families.map(({ name }) => name);
  for (const family of [...(only === null ? [] : [only]), ...Object.keys(grid.families)]) {
    if (!known.includes(family)) return fail({ kind: 'simulation-family-unknown', family, known });
  }
  const scenarios: Scenario[] = [];
  for (const { name: family, settings: schemaOf } of families) {
    if (only !== null && only !== family) continue;
    for (const [at, settings] of (grid.families[family] ?? []).entries()) {
      const number = at + 1;
      const checked = schemaOf.safeParse(settings);
      if (!checked.success) {
        const problem = z.prettifyError(checked.error);
        return fail({ kind: 'simulation-scenario-wrong', family, number, problem });
      }
      const seed = Number.parseInt(contentHash({ seed: grid.seed, family, settings }).slice(0, 12), 16);
      scenarios.push({ family, number, settings, seed, most: grid.fewer[family] ?? Infinity });
    }
  }
  return succeed(scenarios);
}
