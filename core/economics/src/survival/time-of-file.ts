import { columnFormula, type DrawColumn, type ExpressionFault } from '@daero/domain/expression/compile';
import { nearest } from '@daero/domain/expression/nearest';
import { print } from '@daero/domain/expression/print';
import { type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { namesOf, sourceForm, unitsOf, type ParameterScope } from '../model/parameter.ts';
import { below, each, readExpression, type Path } from '../model/place.ts';
import {
  noDimension,
  printDimension,
  sameDimension,
  unitOf,
  type Dimension,
  type UnitFault,
} from '../model/unit.ts';
import { type LifeTable } from './background-mortality.ts';
import { familyName } from './distribution.ts';
import {
  coefficientName,
  curveFamilies,
  familyParameters,
  type CurveFamily,
  type SurvivalFits,
} from './fit-of-file.ts';

const amount = z.union([z.number(), z.string().min(1)]);

/** Mortality of the population by completed age. */
export const lifeTableForm = z.strictObject({
  firstAge: z.int().min(0).max(130),
  /** Probabilities of dying within a year, one for each age from the first. */
  annualProbability: z.array(z.number().min(0).max(1)).min(1),
  source: sourceForm,
});

/** A time to an event as a model file states it: by a fit, or by a family whose parameters are expressions. */
export const timeForm = z.union(
  [
    z.strictObject({
      fit: z.string().min(1),
      /** What each covariate of the fit is. */
      covariates: z.record(z.string(), amount).default({}),
      hazardRatio: amount.optional(),
    }),
    z.strictObject({
      family: z.enum(curveFamilies),
      /** On their natural scale, with time in years. */
      parameters: z.record(z.string(), amount),
      knots: z.array(z.number()).min(2).optional(),
      hazardRatio: amount.optional(),
    }),
    z.strictObject({
      /** Death as in the population of that age. */
      lifeTable: lifeTableForm.extend({ startingAge: z.number().min(0).max(120) }),
      hazardRatio: amount.optional(),
    }),
  ],
  {
    error:
      'fit (+ covariates, hazardRatio) | family + parameters (+ knots, hazardRatio) | lifeTable (+ hazardRatio)',
  },
);
export type TimeForm = z.output<typeof timeForm>;

type Written = { readonly expression: Expression; readonly path: Path };

/** A time to an event with every number of it read; `amounts` are the parameters of the family on their natural scale, in its order. */
export type TimeToEvent = {
  readonly family: CurveFamily | 'life-table';
  /** Mortality of the population from an age on; null for a family. */
  readonly table: (LifeTable & { readonly startingAge: number }) | null;
  readonly names: readonly string[];
  readonly amounts: readonly Written[];
  readonly knots: readonly number[];
  readonly unitsPerYear: number;
  /** Multiplies the hazard at all times; null for none. */
  readonly hazardRatio: Written | null;
  readonly path: Path;
};

type At = { readonly path: Path };
export type TimeFault =
  | ExpressionFault
  | UnitFault
  | ({
      readonly kind: 'fit-unknown' | 'fit-covariate-unknown' | 'curve-parameter-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | ({ readonly kind: 'fit-covariate-missing'; readonly name: string } & At)
  | ({
      readonly kind: 'life-table-missing-age';
      readonly age: number;
      readonly first: number;
      readonly last: number;
    } & At)
  | ({ readonly kind: 'fit-knots'; readonly family: string } & At)
  | ({ readonly kind: 'not-a-hazard-ratio'; readonly source: string; readonly found: string } & At);

/** What a time may rest on; a life table has to reach as far as the model looks. */
export type TimeScope = ParameterScope & { readonly fits: SurvivalFits; readonly horizonYears: number };

/** The first age up to the horizon that a table does not hold. */
export function missingAge(
  { firstAge, annualProbability }: LifeTable,
  startingAge: number,
  horizonYears: number,
): { readonly age: number; readonly first: number; readonly last: number } | null {
  const [first, last] = [firstAge, firstAge + annualProbability.length - 1];
  const youngest = Math.floor(startingAge);
  if (youngest < first) return { age: youngest, first, last };
  return Math.ceil(startingAge + horizonYears) - 1 > last ? { age: last + 1, first, last } : null;
}

/** Reads a time to an event: every name known, every unit fitting a time in years. */
export function readTime(form: TimeForm, path: Path, scope: TimeScope): Result<TimeToEvent, TimeFault> {
  const ratio = form.hazardRatio === undefined ? succeed(null) : readRatio(form.hazardRatio, path, scope);
  if (!ratio.ok) return ratio;
  if ('lifeTable' in form) {
    const { startingAge, firstAge, annualProbability } = form.lifeTable;
    const missing = missingAge(form.lifeTable, startingAge, scope.horizonYears);
    if (missing !== null)
      return fail({ kind: 'life-table-missing-age', path: below(path, 'lifeTable'), ...missing });
    const table = { firstAge, annualProbability, startingAge };
    const bare = { family: 'life-table', names: [], amounts: [], knots: [], unitsPerYear: 1 } as const;
    return succeed({ ...bare, table, hazardRatio: ratio.value, path });
  }
  const own = 'fit' in form ? timeOfFit(form, path, scope) : timeOfFamily(form, path, scope);
  return own.ok ? succeed({ ...own.value, hazardRatio: ratio.value, path }) : own;
}

type Own = Omit<TimeToEvent, 'hazardRatio' | 'path'>;

function timeOfFit(
  { fit: name, covariates }: Extract<TimeForm, { fit: string }>,
  path: Path,
  scope: ParameterScope & { readonly fits: SurvivalFits },
): Result<Own, TimeFault> {
  const fit = scope.fits.byName.get(name);
  const known = [...scope.fits.byName.keys()];
  if (fit === undefined)
    return fail({ kind: 'fit-unknown', path: below(path, 'fit'), name, nearest: nearest(name, known) });
  const place = below(path, 'covariates');
  for (const covariate of Object.keys(covariates))
    if (!fit.covariates.includes(covariate))
      return fail({
        ...{ kind: 'fit-covariate-unknown', path: below(place, covariate), name: covariate },
        nearest: nearest(covariate, fit.covariates),
      });
  const moved = each(fit.covariates, (covariate): Result<Expression, TimeFault> => {
    const value = covariates[covariate];
    if (value === undefined) return fail({ kind: 'fit-covariate-missing', path: place, name: covariate });
    const read = readPlain(value, below(place, covariate), scope);
    if (!read.ok) return read;
    return succeed(both('*', named(coefficientName(name, covariate)), read.value.expression));
  });
  if (!moved.ok) return moved;
  const { family, parameters, located, knots, unitsPerYear } = fit;
  return succeed({
    ...{ family, knots, unitsPerYear, table: null, names: parameters.map((one) => one.name) },
    amounts: parameters.map((parameter, index) => {
      const own: Expression = named(coefficientName(name, parameter.name));
      const whole = index === located ? moved.value.reduce((sum, one) => both('+', sum, one), own) : own;
      return { expression: parameter.scale === 'log' ? exponential(whole) : whole, path: below(path, 'fit') };
    }),
  });
}

function timeOfFamily(
  { family, parameters, knots = [] }: Extract<TimeForm, { family: CurveFamily }>,
  path: Path,
  scope: ParameterScope,
): Result<Own, TimeFault> {
  const spline = family === 'royston-parmar';
  const rising = knots.every((knot, i) => i === 0 || knot > (knots[i - 1] ?? NaN));
  if (spline ? knots.length < 2 || !rising : knots.length > 0)
    return fail({ kind: 'fit-knots', path: below(path, 'knots'), family });
  const names = familyParameters(family, knots.length).map(({ name }) => name);
  const place = below(path, 'parameters');
  const unknown = Object.keys(parameters).find((name) => !names.includes(name));
  const missing = names.find((name) => parameters[name] === undefined);
  const wrong = unknown ?? missing;
  if (wrong !== undefined)
    return fail({ kind: 'curve-parameter-unknown', path: below(place, wrong), name: wrong, nearest: names });
  const amounts = each(names, (name) =>
    readMeasured(parameters[name] ?? '', below(place, name), scope, dimensionIn(family, name)),
  );
  if (!amounts.ok) return amounts;
  return succeed({ family, names, knots, unitsPerYear: 1, table: null, amounts: amounts.value });
}

/** Rates are per year, scales of accelerated time are years; all others have no unit. */
function dimensionIn(family: CurveFamily, name: string): Dimension {
  const year = { ...noDimension, year: 1 };
  const perYear = { ...noDimension, year: -1 };
  if (name === 'rate' || (family === 'gompertz' && name === 'shape')) return perYear;
  return name === 'scale' && family !== 'weibull-ph' ? year : noDimension;
}

function readMeasured(
  source: string | number,
  path: Path,
  scope: ParameterScope,
  takes: Dimension,
): Result<Written, TimeFault> {
  const tree = readExpression(source, namesOf(scope), path, scope.tables);
  if (!tree.ok) return tree;
  const { currency } = scope;
  const unit = unitOf(tree.value, unitsOf(scope), { path, currency, tables: scope.tableUnits });
  if (!unit.ok) return unit;
  if (unit.value !== 'any' && !sameDimension(unit.value, takes)) {
    const [left, right] = [printDimension(unit.value, currency), printDimension(takes, currency)];
    return fail({ kind: 'model-units-mixed', path, source: print(tree.value), left, right });
  }
  return succeed({ expression: tree.value, path });
}

const readPlain = (source: string | number, path: Path, scope: ParameterScope): Result<Written, TimeFault> =>
  readMeasured(source, path, scope, noDimension);

/** What multiplies a hazard is a ratio of hazards: not a probability, nor a ratio of risks or odds. */
function readRatio(source: string | number, at: Path, scope: ParameterScope): Result<Written, TimeFault> {
  const path = below(at, 'hazardRatio');
  const read = readPlain(source, path, scope);
  if (!read.ok) return read;
  const { expression } = read.value;
  const bare =
    expression.node === 'name' ? scope.earlier.find(({ name }) => name === expression.name) : undefined;
  if (bare === undefined || bare.kind === 'hazard-ratio' || bare.kind === 'ratio') return read;
  return fail({ kind: 'not-a-hazard-ratio', path, source: print(expression), found: bare.kind });
}

const named = (name: string): Expression => ({ node: 'name', name, at: 0 });
const both = (operator: '+' | '*', left: Expression, right: Expression): Expression => ({
  ...{ node: 'binary', operator, left, right, at: 0 },
});
const exponential = (of: Expression): Expression => ({ node: 'call', name: 'exp', takes: [of], at: 0 });

/** A time as a table prints it. */
export const timeName = ({ family }: TimeToEvent): string =>
  family === 'life-table' ? 'Life table' : familyName(family);

/** The column of an expression over columns of parameters. */
export function columnOf(expression: Expression, columns: ReadonlyMap<string, DrawColumn>): DrawColumn {
  return columnFormula(expression, [...columns.keys()])([...columns.values()]);
}
