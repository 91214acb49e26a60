import { nearest } from '@daero/domain/expression/nearest';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { furtherForms, readFurther, type FurtherAnalyses, type FurtherFault } from './further-analyses.ts';
import { textForm, type Parameter } from './parameter.ts';
import { type NamedValues, type Subgroup } from '../uncertainty/scenarios.ts';
import { type Text } from '@daero/domain/text';
import { below, each, type Path } from './place.ts';

const namedValuesForm = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  label: textForm,
  set: z.record(z.string(), z.number()),
});

const rangesForm = z.array(
  z.union([z.string(), z.strictObject({ parameter: z.string(), low: z.number(), high: z.number() })]),
);

/** What is asked of a model, whatever its structure. */
export const analysesForm = z.strictObject({
  willingness: z.strictObject({ from: z.number(), to: z.number(), step: z.number(), stated: z.number() }),
  probabilistic: z.strictObject({
    draws: z.int().min(100).max(1_000_000),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  tornado: z.union([z.literal('all'), rangesForm]).default('all'),
  /** Where the decision turns as one parameter moves; left out: over the ranges of the tornado. */
  thresholds: rangesForm.optional(),
  /** Several parameters otherwise at once; told beside the base case. */
  scenarios: z.array(namedValuesForm).default([]),
  /** Groups of people with values of their own; their shares add up to 1. */
  subgroups: z.array(namedValuesForm.extend({ share: z.number().positive().max(1) })).default([]),
  ...furtherForms,
});
export type AnalysesForm = z.output<typeof analysesForm>;

/** What a unit of effect may be worth: a range, and one stated value inside it at which single numbers are given. */
export type Willingness = { readonly points: readonly number[]; readonly stated: number };

/** Ends of a one-way analysis; null takes the 2.5 % and 97.5 % quantiles of the distribution. */
export type OneWayRange = {
  readonly parameter: string;
  readonly range: { readonly low: number; readonly high: number } | null;
};

type At = { readonly path: Path };
export type AnalysesFault =
  | FurtherFault
  | ({ readonly kind: 'model-willingness' } & At)
  | ({
      readonly kind: 'model-parameter-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({ readonly kind: 'model-subgroup-shares'; readonly sum: number } & At)
  | ({ readonly kind: 'model-range-not-stated'; readonly name: string } & At);

const mostPoints = 1000;

/** The range as points, the last one its end. */
export function readWillingness({
  from,
  to,
  step,
  stated,
}: AnalysesForm['willingness']): Result<Willingness, AnalysesFault> {
  const steps = Math.round((to - from) / step);
  const sound =
    from >= 0 && to > from && step > 0 && steps >= 1 && steps <= mostPoints && stated >= from && stated <= to;
  if (!sound) return fail({ kind: 'model-willingness', path: '/analyses/willingness' });
  const points = Array.from({ length: steps + 1 }, (_, index) => Math.min(to, from + index * step));
  return succeed({ points, stated });
}

/** The parameters of the one-way analysis: each is given, not derived, and its range is stated or that of its distribution. */
export function readTornado(
  form: AnalysesForm['tornado'],
  parameters: readonly Parameter[],
): Result<readonly OneWayRange[], AnalysesFault> {
  if (form === 'all')
    return succeed(parameters.filter(uncertain).map(({ name }) => ({ parameter: name, range: null })));
  return readRanges(form, parameters, '/analyses/tornado');
}

const uncertain = ({ amount }: Parameter): boolean =>
  amount.from === 'estimate' || (amount.from === 'number' && amount.distribution !== null);

function readRanges(
  form: z.output<typeof rangesForm>,
  parameters: readonly Parameter[],
  place: Path,
): Result<readonly OneWayRange[], AnalysesFault> {
  return each(form, (stated, index): Result<OneWayRange, AnalysesFault> => {
    const path = below(place, index);
    const name = typeof stated === 'string' ? stated : stated.parameter;
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined || parameter.amount.from === 'expression') {
      const given = parameters.filter(({ amount }) => amount.from !== 'expression').map((one) => one.name);
      return fail({ kind: 'model-parameter-unknown', path, name, nearest: nearest(name, given) });
    }
    if (typeof stated !== 'string')
      return succeed({ parameter: name, range: { low: stated.low, high: stated.high } });
    return uncertain(parameter)
      ? succeed({ parameter: name, range: null })
      : fail({ kind: 'model-range-not-stated', path, name });
  });
}

/** Scenarios and subgroups of a file, with their names in both languages, and what else is asked. */
export type ValueSets = FurtherAnalyses & {
  /** Null where the file leaves them to the ranges of the tornado. */
  readonly thresholds: readonly OneWayRange[] | null;
  readonly scenarios: readonly (NamedValues & { readonly label: Text })[];
  readonly subgroups: readonly (Subgroup & { readonly label: Text })[];
};

/** The sets of values of a file: each parameter in them is given, not derived, and the subgroups are the whole population. */
export function readValueSets(
  analyses: AnalysesForm,
  parameters: readonly Parameter[],
): Result<ValueSets, AnalysesFault> {
  const { scenarios, subgroups } = analyses;
  const given = parameters.filter(({ amount }) => amount.from !== 'expression').map(({ name }) => name);
  const lists = { scenarios, subgroups };
  for (const list of ['scenarios', 'subgroups'] as const) {
    for (const [index, { name, set }] of lists[list].entries()) {
      const path = below('/analyses', list, index);
      if (lists[list].findIndex((one) => one.name === name) < index)
        return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
      const unknown = Object.keys(set).find((parameter) => !given.includes(parameter));
      if (unknown !== undefined) {
        const place = below(path, 'set', unknown);
        return fail({
          ...{ kind: 'model-parameter-unknown', path: place, name: unknown },
          nearest: nearest(unknown, given),
        });
      }
    }
  }
  const sum = subgroups.reduce((total, { share }) => total + share, 0);
  if (subgroups.length > 0 && !(Math.abs(sum - 1) <= 1e-9))
    return fail({ kind: 'model-subgroup-shares', path: '/analyses/subgroups', sum });
  const mapped = <One extends { readonly set: Readonly<Record<string, number>> }>({ set, ...one }: One) => ({
    ...one,
    set: new Map(Object.entries(set)),
  });
  const further = readFurther(
    analyses,
    parameters,
    subgroups.map(({ name }) => name),
  );
  if (!further.ok) return further;
  const thresholds =
    analyses.thresholds === undefined
      ? succeed(null)
      : readRanges(analyses.thresholds, parameters, '/analyses/thresholds');
  if (!thresholds.ok) return thresholds;
  return succeed({
    ...{ scenarios: scenarios.map(mapped), subgroups: subgroups.map(mapped) },
    ...{ ...further.value, thresholds: thresholds.value },
  });
}
