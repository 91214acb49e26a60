import { nearest } from '@daero/domain/expression/nearest';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { z } from 'zod';
import { type Aversion } from '../distributional/equally-distributed.ts';
import { textForm, type Parameter } from './parameter.ts';
import { below, each, type Path } from './place.ts';

const named = {
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  label: textForm,
};
const axisForm = z.strictObject({
  parameter: z.string(),
  low: z.number(),
  high: z.number(),
  points: z.int().min(2).max(41).default(11),
});
const studyForm = z.strictObject({
  ...named,
  /** What the study measures. */
  parameter: z.string(),
  /** A share of people, or a mean of people who vary with this standard deviation. */
  measures: z.union([z.literal('proportion'), z.strictObject({ sd: z.number().positive() })]),
  /** People in whom the parameter is seen: for a sensitivity those with the disease. */
  sizes: z.array(z.int().min(2).max(1_000_000)).min(1).max(12),
  fixedCost: z.number().min(0),
  costPerPerson: z.number().min(0),
  /** Where the costs are from. */
  statement: textForm,
  /** What the study designer is asked; a value may be that of a parameter. */
  design: z
    .strictObject({
      question: z.string(),
      values: z
        .record(z.string(), z.union([z.number(), z.string(), z.strictObject({ parameter: z.string() })]))
        .default({}),
    })
    .optional(),
});

/** What may be asked of a model besides its base case and its draws. */
export const furtherForms = {
  /** Two parameters at once over a grid. */
  twoWay: z
    .array(z.strictObject({ ...named, first: axisForm, second: axisForm }))
    .max(6)
    .default([]),
  /** Who gains and who bears the cost, by subgroup. */
  equity: z
    .strictObject({
      /** Money that buys a unit of health where it is now spent. */
      opportunityCost: z.number().positive(),
      aversion: z.strictObject({
        index: z.enum(['atkinson', 'kolm']),
        parameter: z.number().min(0).max(1000),
      }),
      groups: z
        .array(
          z.strictObject({ subgroup: z.string(), health: z.number(), forgone: z.number().min(0).max(1) }),
        )
        .min(2),
      statement: textForm,
    })
    .optional(),
  /** Studies that might be done, and the decisions that they would serve. */
  research: z
    .strictObject({
      decisionsPerYear: z.number().positive(),
      years: z.number().positive().max(50),
      discountRate: z.number().min(0).max(1),
      statement: textForm,
      studies: z.array(studyForm).min(1).max(20),
    })
    .optional(),
};
type FurtherForm = z.output<z.ZodObject<typeof furtherForms>>;

export type TwoWayAxis = z.output<typeof axisForm>;
export type TwoWayAnalysis = {
  readonly name: string;
  readonly label: Text;
  readonly first: TwoWayAxis;
  readonly second: TwoWayAxis;
};
/** Each group is a subgroup of the file: the health it has now, and its part of the health that the money no longer buys. */
export type Equity = {
  readonly opportunityCost: number;
  readonly aversion: Aversion;
  readonly groups: readonly {
    readonly subgroup: string;
    readonly health: number;
    readonly forgone: number;
  }[];
  readonly statement: Text;
};
export type PlannedStudy = z.output<typeof studyForm>;
export type Research = Omit<NonNullable<FurtherForm['research']>, 'studies'> & {
  readonly studies: readonly PlannedStudy[];
};

export type FurtherAnalyses = {
  readonly twoWay: readonly TwoWayAnalysis[];
  readonly equity: Equity | null;
  readonly research: Research | null;
};

type At = { readonly path: Path };
type UnknownParameter = {
  readonly kind: 'model-parameter-unknown';
  readonly name: string;
  readonly nearest: readonly string[];
} & At;
export type FurtherFault =
  | UnknownParameter
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({ readonly kind: 'model-axis'; readonly name: string; readonly low: number; readonly high: number } & At)
  | ({ readonly kind: 'model-axes-same'; readonly name: string } & At)
  | ({
      readonly kind: 'model-subgroup-unknown';
      readonly name: string;
      readonly known: readonly string[];
    } & At)
  | ({ readonly kind: 'model-equity-groups'; readonly name: string } & At)
  | ({ readonly kind: 'model-forgone-shares'; readonly sum: number } & At);

/** Grids, equity and research of a file: every parameter and subgroup in them is known. */
export function readFurther(
  { twoWay, equity, research }: FurtherForm,
  parameters: readonly Parameter[],
  subgroups: readonly string[],
): Result<FurtherAnalyses, FurtherFault> {
  const given = parameters.filter(({ amount }) => amount.from !== 'expression').map(({ name }) => name);
  const all = parameters.map(({ name }) => name);
  const twice =
    repeated(twoWay, '/analyses/twoWay') ?? repeated(research?.studies ?? [], '/analyses/research/studies');
  if (twice !== null) return fail(twice);
  const grids = each(twoWay, (grid, index): Result<TwoWayAnalysis, FurtherFault> => {
    const path = below('/analyses/twoWay', index);
    for (const side of ['first', 'second'] as const) {
      const { parameter, low, high } = grid[side];
      const unknown = unknownIn(given, parameter, below(path, side, 'parameter'));
      if (unknown !== null) return fail(unknown);
      if (!(low < high))
        return fail({ kind: 'model-axis', path: below(path, side), name: parameter, low, high });
    }
    if (grid.first.parameter === grid.second.parameter)
      return fail({ kind: 'model-axes-same', path, name: grid.first.parameter });
    return succeed(grid);
  });
  if (!grids.ok) return grids;
  if (equity !== undefined) {
    const unfit = unfitEquity(equity, subgroups);
    if (unfit !== null) return fail(unfit);
  }
  for (const [index, { parameter, design }] of (research?.studies ?? []).entries()) {
    const path = below('/analyses/research/studies', index);
    const unknown =
      unknownIn(given, parameter, below(path, 'parameter')) ??
      Object.entries(design?.values ?? {})
        .map(([field, value]) =>
          typeof value === 'object'
            ? unknownIn(all, value.parameter, below(path, 'design', 'values', field))
            : null,
        )
        .find((fault) => fault !== null) ??
      null;
    if (unknown !== null) return fail(unknown);
  }
  return succeed({ twoWay: grids.value, equity: equity ?? null, research: research ?? null });
}

function repeated(list: readonly { readonly name: string }[], place: Path): FurtherFault | null {
  const index = list.findIndex(({ name }, at) => list.findIndex((one) => one.name === name) < at);
  const twice = list[index];
  return twice === undefined
    ? null
    : { kind: 'model-name-twice', path: below(place, index, 'name'), name: twice.name };
}

const unknownIn = (known: readonly string[], name: string, path: Path): UnknownParameter | null =>
  known.includes(name)
    ? null
    : { kind: 'model-parameter-unknown', path, name, nearest: nearest(name, known) };

/** The groups are the subgroups, each once, and what is forgone is borne by them alone. */
function unfitEquity({ groups }: Equity, subgroups: readonly string[]): FurtherFault | null {
  const path = '/analyses/equity/groups';
  for (const [index, { subgroup }] of groups.entries())
    if (!subgroups.includes(subgroup))
      return { kind: 'model-subgroup-unknown', path: below(path, index), name: subgroup, known: subgroups };
  const unfit = subgroups.find((name) => groups.filter(({ subgroup }) => subgroup === name).length !== 1);
  if (unfit !== undefined) return { kind: 'model-equity-groups', path, name: unfit };
  const sum = groups.reduce((total, { forgone }) => total + forgone, 0);
  return Math.abs(sum - 1) <= 1e-9 ? null : { kind: 'model-forgone-shares', path, sum };
}
