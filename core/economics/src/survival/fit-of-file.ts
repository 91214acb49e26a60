import { nearest } from '@daero/domain/expression/nearest';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { sourceForm, textForm, type ParameterForm } from '../model/parameter.ts';
import { below, each, type Path } from '../model/place.ts';
import { covarianceRoot, type CovarianceFault } from '../uncertainty/correlation.ts';
import { type JointForm } from '../uncertainty/joint.ts';
import {
  fittedFamilies,
  locatedAt,
  parametersOf,
  type FittedFamily,
  type FittedParameter,
} from './fit-families.ts';

export const curveFamilies = [...fittedFamilies, 'royston-parmar'] as const;
export type CurveFamily = (typeof curveFamilies)[number];

/** Units of time that a fit was made in, by how many of them a year has. */
export const timeUnits = { years: 1, months: 12, weeks: 365.25 / 7, days: 365.25 } as const;

/** A survival fit as its software printed it: estimates on the scale of estimation (logs of positive parameters), with their covariance. */
export const fitForm = z.strictObject({
  name: z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'letters, digits and _, starting with a letter'),
  label: textForm,
  family: z.enum(curveFamilies),
  /** The unit of time of the data. */
  time: z.enum(['years', 'months', 'weeks', 'days']),
  /** Those of the family in any order, and one a covariate. */
  coefficients: z.record(z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u), z.number()),
  /** Rows and columns in the order of the coefficients. */
  covariance: z.array(z.array(z.number())),
  /** Of a spline, on the log of time, rising. */
  knots: z.array(z.number()).min(2).optional(),
  source: sourceForm,
});
export type FitForm = z.output<typeof fitForm>;

/** A fit with the names that its coefficients have among the parameters of the model. */
export type NamedFit = {
  readonly family: CurveFamily;
  readonly unitsPerYear: number;
  readonly knots: readonly number[];
  /** Of the family, in its order. */
  readonly parameters: readonly FittedParameter[];
  /** Covariates move this one of them. */
  readonly located: number;
  readonly covariates: readonly string[];
};
export type SurvivalFits = {
  readonly byName: ReadonlyMap<string, NamedFit>;
  /** Each coefficient as a parameter of the model, and which of them are drawn together. */
  readonly parameters: readonly ParameterForm[];
  readonly joint: readonly JointForm[];
};

type At = { readonly path: Path };
export type FitsFault =
  | CovarianceFault
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({ readonly kind: 'fit-knots'; readonly family: string } & At)
  | ({
      readonly kind: 'fit-coefficient-missing';
      readonly family: string;
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | ({ readonly kind: 'fit-covariance-size'; readonly takes: number; readonly got: number } & At);

export const coefficientName = (fit: string, coefficient: string): string => `${fit}.${coefficient}`;

/**
 * Survival fits of a model file: their coefficients become parameters that are drawn together from the multivariate normal distribution
 * of the estimates, on the scale of estimation, so that shape and scale move as the data let them.
 */
export function readFits(forms: readonly FitForm[]): Result<SurvivalFits, FitsFault> {
  const byName = new Map<string, NamedFit>();
  const parameters: ParameterForm[] = [];
  const joint: JointForm[] = [];
  const read = each(forms, (form, index): Result<NamedFit, FitsFault> => {
    const { name, label, coefficients, covariance, source } = form;
    const path = below('/fits', index);
    if (byName.has(name)) return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    const fit = namedFit(form, path);
    if (!fit.ok) return fit;
    const names = Object.keys(coefficients);
    const place = below(path, 'covariance');
    if (covariance.length !== names.length)
      return fail({ kind: 'fit-covariance-size', path: place, takes: names.length, got: covariance.length });
    const root = covarianceRoot(covariance, place);
    if (!root.ok) return root;
    const sd = (i: number): number => Math.sqrt(covariance[i]?.[i] ?? NaN);
    byName.set(name, fit.value);
    for (const [i, [coefficient, mean]] of Object.entries(coefficients).entries())
      parameters.push({
        ...{ name: coefficientName(name, coefficient), kind: 'coefficient', source },
        label: { ko: `${label.ko}: ${coefficient}`, en: `${label.en}: ${coefficient}` },
        distribution: { form: 'normal', mean, sd: sd(i) },
      });
    if (names.length > 1)
      joint.push({
        ...{ form: 'multivariate-normal', covariance },
        parameters: names.map((coefficient) => coefficientName(name, coefficient)),
      });
    return fit;
  });
  return read.ok ? succeed({ byName, parameters, joint }) : read;
}

function namedFit(
  { family, time, coefficients, knots = [] }: FitForm,
  path: Path,
): Result<NamedFit, FitsFault> {
  const spline = family === 'royston-parmar';
  const rising = knots.every((knot, i) => i === 0 || knot > (knots[i - 1] ?? NaN));
  if (spline ? knots.length < 2 || !rising : knots.length > 0)
    return fail({ kind: 'fit-knots', path: below(path, 'knots'), family });
  const parameters = familyParameters(family, knots.length);
  const given = Object.keys(coefficients);
  const missing = parameters.find(({ name }) => !given.includes(name));
  if (missing !== undefined)
    return fail({
      ...{ kind: 'fit-coefficient-missing', path: below(path, 'coefficients'), family },
      ...{ name: missing.name, nearest: nearest(missing.name, given) },
    });
  return succeed({
    ...{ family, knots, parameters, unitsPerYear: timeUnits[time], located: locationOf(family) },
    covariates: given.filter((name) => parameters.every((one) => one.name !== name)),
  });
}

/** Parameters of a family in its order; a spline has one a knot. */
export const familyParameters = (family: CurveFamily, knots: number): readonly FittedParameter[] =>
  family === 'royston-parmar'
    ? Array.from({ length: knots }, (_, k) => ({ name: `gamma${k}`, scale: 'identity' as const }))
    : parametersOf[family];

const locationOf = (family: CurveFamily): number =>
  family === 'royston-parmar' ? 0 : locatedAt[family satisfies FittedFamily];
