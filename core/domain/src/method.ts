import type { z } from 'zod';
import type { Estimate, Warning } from './estimate.ts';
import type { Result } from './result.ts';
import type { Shape } from './shape.ts';
import type { Table } from './table.ts';
import type { Text } from './text.ts';

/** A column that a method reads, by the part it plays. The plan says which column of the population plays it. */
export type ColumnNeed = {
  readonly role: string;
  readonly kind: 'binary' | 'number' | 'label';
  readonly optional?: true;
};

export type AnalysisOutput = {
  /** By the names in `gives`; a `by: site` method adds `name-<group>` for each group. */
  readonly estimates: Readonly<Record<string, Estimate>>;
  readonly shapes: readonly Shape[];
  readonly warnings: readonly Warning[];
};

/**
 * A method as a plan names it: the one record that registers it. It stands in the file of its function,
 * and one row in `core/evidence/src/methods.ts` makes it known.
 */
export type Method<Settings extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly title: Text;
  readonly settings: Settings;
  readonly takes: readonly ColumnNeed[];
  /** Names of the estimates it gives, so that a claim slot can be checked before anything runs; `mean-*` is one for each name in the rows. */
  readonly gives: readonly string[];
  /** True where it can also be run in each group of a `group` column, giving `name-<group>`. */
  readonly byGroup: boolean;
  /** The path of the file below `core/`, from which its code version is derived. */
  readonly file: string;
  readonly run: (roles: Table, settings: z.output<Settings>) => Result<AnalysisOutput>;
};

/** Keeps the types of a record while it is written. */
export const method = <Settings extends z.ZodType>(record: Method<Settings>): Method<Settings> => record;

/** A record among others in a table: its settings are read by its own schema, whoever wrote them. */
export const listed = <Settings extends z.ZodType>(record: Method<Settings>): Method => ({
  ...record,
  run: (roles, settings) => record.run(roles, record.settings.parse(settings)),
});
