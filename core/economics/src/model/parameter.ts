import { fail, succeed, type Result } from '@daero/domain/result';
import { type ExpressionFault, type Tables } from '@daero/domain/expression/compile';
import { type Expression } from '@daero/domain/expression/tree';
import { type Text } from '@daero/domain/text';
import { isoDate } from '@daero/domain/time';
import { z } from 'zod';
import {
  distributionForm,
  readDistribution,
  type DistributionFault,
} from '../uncertainty/distribution-form.ts';
import { distributionMean, distributionRange, type Distribution } from '../uncertainty/distribution.ts';
import { hazardRatioOnProbability, type HazardRatioFault } from './hazard-ratio.ts';
import { below, readExpression, type Path } from './place.ts';
import {
  noDimension,
  printDimension,
  readUnit,
  sameDimension,
  unitOf,
  type Dimension,
  type UnitFault,
  type Units,
} from './unit.ts';

export const parameterKinds = [
  'probability',
  'cost',
  'utility',
  'qaly',
  'rate',
  'ratio',
  'hazard-ratio',
  'odds-ratio',
  'relative-risk',
  'count',
  'duration',
  'coefficient',
] as const;
export type ParameterKind = (typeof parameterKinds)[number];

/** Where a number comes from. A derived one comes from the parameters that its expression names. */
export type Source =
  | { readonly state: 'estimate'; readonly estimateId: string; readonly as: BoundForm }
  | { readonly state: 'assumption'; readonly statement: Text; readonly by: string; readonly on: string }
  | {
      readonly state: 'literature';
      readonly reference: Text;
      readonly url: string | null;
      readonly year: number | null;
    }
  | { readonly state: 'derived'; readonly expression: string };
/** How an estimate becomes a belief: shares by counts or on the logit scale, ratios and rates on the log scale, the rest as they are. */
export const boundForms = [
  'beta-from-counts',
  'logit-normal-from-interval',
  'lognormal-from-interval',
  'normal-from-interval',
] as const;
export type BoundForm = (typeof boundForms)[number];

/** The distribution that each of them gives, by its range. */
const boundRange: Readonly<Record<BoundForm, readonly [string, number, number]>> = {
  'beta-from-counts': ['beta', 0, 1],
  'logit-normal-from-interval': ['logit-normal', 0, 1],
  'lognormal-from-interval': ['lognormal', 0, Infinity],
  'normal-from-interval': ['normal', -Infinity, Infinity],
};

/** What fixes the value of a parameter. */
export type Amount =
  | { readonly from: 'number'; readonly value: number; readonly distribution: Distribution | null }
  | { readonly from: 'estimate'; readonly estimateId: string; readonly as: BoundForm }
  | { readonly from: 'expression'; readonly expression: Expression };

export type Parameter = {
  readonly name: string;
  readonly label: Text;
  readonly kind: ParameterKind;
  readonly unit: string;
  readonly dimension: Dimension;
  readonly amount: Amount;
  readonly source: Source;
  readonly path: Path;
};

export const textForm = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const dayForm = z.string().refine((text) => isDay(text), 'a day reads 2026-11-22');

export const sourceForm = z.union(
  [
    z.strictObject({
      estimate: z.string().min(1),
      as: z.enum(boundForms),
    }),
    z.strictObject({ assumption: textForm, by: z.string().min(1), on: dayForm }),
    z.strictObject({
      literature: textForm,
      url: z.url().optional(),
      year: z.int().min(1900).max(2200).optional(),
    }),
  ],
  { error: 'estimate + as | assumption + by + on | literature (+ url, year)' },
);

export const parameterForm = z.strictObject({
  name: z
    .string()
    .regex(/^[\p{L}_][\p{L}\p{N}_.]*$/u, 'a name has letters, digits, _ and . and starts with a letter'),
  label: textForm,
  kind: z.enum(parameterKinds),
  unit: z.string().min(1).optional(),
  /** The year of the prices of a cost, where it could be doubted. */
  priceYear: z.int().min(1900).max(2200).optional(),
  value: z.number().optional(),
  expression: z.string().optional(),
  distribution: distributionForm.optional(),
  source: sourceForm.optional(),
});
export type ParameterForm = z.output<typeof parameterForm>;

type Named = { readonly path: Path; readonly name: string };
export type ParameterFault =
  | ({ readonly kind: 'parameter-needs-one-value' } & Named)
  | ({ readonly kind: 'parameter-without-source' } & Named)
  | ({ readonly kind: 'parameter-unit-unknown'; readonly unit: string } & Named)
  | ({
      readonly kind: 'parameter-unit-of-kind';
      readonly parameterKind: ParameterKind;
      readonly unit: string;
      readonly takes: string;
    } & Named)
  | ({
      readonly kind: 'distribution-leaves-kind';
      readonly form: string;
      readonly parameterKind: ParameterKind;
    } & Named)
  | ({
      readonly kind: 'parameter-out-of-range';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly draw: number;
    } & Named)
  | ({
      readonly kind: 'model-price-years-mixed';
      readonly stated: number;
      readonly priceYear: number;
    } & Named)
  | DistributionFault
  | ExpressionFault
  | HazardRatioFault
  | UnitFault;

/** The least and most that a value of this kind can be. A saving is a negative cost; states worse than death have a negative utility. */
export const rangeOf: Readonly<Record<ParameterKind, readonly [number, number]>> = {
  probability: [0, 1],
  cost: [-Infinity, Infinity],
  utility: [-Infinity, 1],
  qaly: [-Infinity, Infinity],
  rate: [0, Infinity],
  ratio: [0, Infinity],
  'hazard-ratio': [0, Infinity],
  'odds-ratio': [0, Infinity],
  'relative-risk': [0, Infinity],
  count: [0, Infinity],
  duration: [0, Infinity],
  coefficient: [-Infinity, Infinity],
};

/** What a parameter may rest on. */
export type ParameterScope = {
  readonly earlier: readonly Parameter[];
  readonly currency: string;
  readonly priceYear: number;
  /** Names that the structure itself gives (the cycle, the age), and tables, with their units. */
  readonly own?: Units;
  readonly tables?: Tables;
  readonly tableUnits?: Units;
};

export const namesOf = ({ earlier, own }: ParameterScope): readonly string[] => [
  ...earlier.map(({ name }) => name),
  ...(own?.keys() ?? []),
];
export const unitsOf = ({ earlier, own }: ParameterScope): Units =>
  new Map([...(own ?? []), ...earlier.map(({ name, dimension }): [string, Dimension] => [name, dimension])]);

/** Reads one parameter of a file; it may use the names before it, and no others. */
export function readParameter(
  form: ParameterForm,
  path: Path,
  scope: ParameterScope,
): Result<Parameter, ParameterFault> {
  const { name, label, kind } = form;
  const { currency, priceYear } = scope;
  if (form.priceYear !== undefined && form.priceYear !== priceYear) {
    const place = below(path, 'priceYear');
    return fail({ kind: 'model-price-years-mixed', path: place, name, stated: form.priceYear, priceYear });
  }
  const unit = form.unit ?? usualUnit(kind, currency);
  const dimension = readUnit(unit, currency);
  if (dimension === null)
    return fail({ kind: 'parameter-unit-unknown', path: below(path, 'unit'), name, unit });
  const takes = dimensionsOf(kind);
  if (!takes.some((one) => sameDimension(one, dimension))) {
    const fitting = takes.map((one) => printDimension(one, currency)).join(' | ');
    return fail({
      kind: 'parameter-unit-of-kind',
      path: below(path, 'unit'),
      name,
      parameterKind: kind,
      unit,
      takes: fitting,
    });
  }
  const amount = readAmount(form, path, scope, dimension);
  if (!amount.ok) return amount;
  const source = readSource(form);
  if (source === null) return fail({ kind: 'parameter-without-source', path, name });
  return succeed({ name, label, kind, unit, dimension, amount: amount.value, source, path });
}

function readAmount(
  form: ParameterForm,
  path: Path,
  scope: ParameterScope,
  dimension: Dimension,
): Result<Amount, ParameterFault> {
  const { name, kind, value, source } = form;
  const bound = source !== undefined && 'estimate' in source;
  const stated = value !== undefined || form.distribution !== undefined;
  const ways = Number(stated) + Number(form.expression !== undefined) + Number(bound);
  if (ways !== 1) return fail({ kind: 'parameter-needs-one-value', path, name });
  const [low, high] = rangeOf[kind];
  if (bound) {
    const [formOf, least, most] = boundRange[source.as];
    if (least < low || most > high) {
      const place = below(path, 'source', 'as');
      return fail({ kind: 'distribution-leaves-kind', path: place, name, form: formOf, parameterKind: kind });
    }
    return succeed({ from: 'estimate', estimateId: source.estimate, as: source.as });
  }

  if (form.expression !== undefined) {
    const place = below(path, 'expression');
    const expression = readExpression(form.expression, namesOf(scope), place, scope.tables);
    if (!expression.ok) return expression;
    const misused = hazardRatioOnProbability(expression.value, place, scope.earlier);
    if (misused !== null) return fail(misused);
    const found = unitOf(expression.value, unitsOf(scope), {
      ...{ path: place, currency: scope.currency, tables: scope.tableUnits },
    });
    if (!found.ok) return found;
    if (found.value !== 'any' && !sameDimension(found.value, dimension)) {
      const [left, right] = [found.value, dimension].map((one) => printDimension(one, scope.currency));
      return fail({
        ...{ kind: 'model-units-mixed', path: place, source: form.expression },
        ...{ left: left ?? '', right: right ?? '' },
      });
    }
    return succeed({ from: 'expression', expression: expression.value });
  }

  const distribution =
    form.distribution === undefined
      ? succeed(null)
      : readDistribution(form.distribution, below(path, 'distribution'));
  if (!distribution.ok) return distribution;
  if (distribution.value !== null) {
    const [least, most] = distributionRange(distribution.value);
    if (least < low || most > high) {
      return fail({
        kind: 'distribution-leaves-kind',
        path: below(path, 'distribution'),
        name,
        form: distribution.value.form,
        parameterKind: kind,
      });
    }
  }
  const base =
    value ?? statedMean(form) ?? (distribution.value === null ? null : distributionMean(distribution.value));
  if (base === null) return fail({ kind: 'parameter-needs-one-value', path, name });
  if (!(base >= low && base <= high))
    return fail({ kind: 'parameter-out-of-range', path, name, value: base, low, high, draw: 0 });
  return succeed({ from: 'number', value: base, distribution: distribution.value });
}

/** The mean as the file states it: computed back from shape and scale it would differ in the last digit. */
const statedMean = ({ distribution }: ParameterForm): number | null =>
  distribution !== undefined && 'mean' in distribution && distribution.form !== 'truncated-normal'
    ? (distribution.mean ?? null)
    : null;

function readSource({ source, expression }: ParameterForm): Source | null {
  if (source === undefined) return expression === undefined ? null : { state: 'derived', expression };
  if ('estimate' in source) return { state: 'estimate', estimateId: source.estimate, as: source.as };
  if ('assumption' in source)
    return { state: 'assumption', statement: source.assumption, by: source.by, on: source.on };
  return {
    state: 'literature',
    reference: source.literature,
    url: source.url ?? null,
    year: source.year ?? null,
  };
}

const per = (unit: 'day' | 'year'): Dimension => ({ ...noDimension, [unit]: -1 });

function dimensionsOf(kind: ParameterKind): readonly Dimension[] {
  const money = { ...noDimension, money: 1 };
  switch (kind) {
    case 'probability':
    case 'ratio':
    case 'hazard-ratio':
    case 'odds-ratio':
    case 'relative-risk':
    case 'count':
    case 'coefficient':
      return [noDimension];
    case 'cost':
      return [money, { ...money, day: -1 }, { ...money, year: -1 }];
    case 'utility':
      return [{ ...noDimension, qaly: 1, year: -1 }];
    case 'qaly':
      return [{ ...noDimension, qaly: 1 }];
    case 'rate':
      return [per('day'), per('year')];
    case 'duration':
      return [
        { ...noDimension, day: 1 },
        { ...noDimension, year: 1 },
      ];
  }
}

function usualUnit(kind: ParameterKind, currency: string): string {
  switch (kind) {
    case 'cost':
      return currency;
    case 'utility':
      return 'QALY per year';
    case 'qaly':
      return 'QALY';
    default:
      return kind; // a rate and a duration then fail: their unit must be stated
  }
}

function isDay(text: string): boolean {
  try {
    return isoDate(text) === text;
  } catch {
    return false;
  }
}
