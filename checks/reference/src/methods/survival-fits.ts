import { unwrap } from '@daero/domain/result';
import { fitSurvival } from '@daero/economics/survival/fit';
import { fittedFamilies, parametersOf } from '@daero/economics/survival/fit-families';
import { kaplanMeier, type FollowUp } from '@daero/statistics/survival/kaplan-meier';
import { restrictedMeanSurvival } from '@daero/economics/survival/kaplan-meier-mean';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readCsv } from '../csv.ts';
import { answersOf } from './answers.ts';
import { level } from './scores.ts';
import type { Runner } from './table.ts';
import { term, termColumn, termName } from './terms.ts';

const inputs = z.object({
  data: z.object({
    file: z.string(),
    time: z.string(),
    event: z.object({ column: z.string(), value: level }),
  }),
  models: z.array(z.object({ at: z.string(), terms: z.array(term) })),
  distributions: z.array(z.object({ key: z.string(), family: z.enum(fittedFamilies) })),
  kaplan_meier: z
    .object({
      at: z.string(),
      rmst: z
        .object({ at: z.string(), horizon: z.number(), columns: z.array(z.enum(['rmst', 'se'])) })
        .optional(),
    })
    .optional(),
});

export const survivalFitsRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = readCsv(resolve(given.folder, asked.data.file));
  const follow: FollowUp = {
    time: csv.numbers(asked.data.time),
    event: Float64Array.from(csv.text(asked.data.event.column), (cell) =>
      Number(cell === asked.data.event.value),
    ),
  };
  const fits = asked.models.flatMap(({ at, terms }) =>
    asked.distributions.map(({ key, family }) => {
      const covariates = terms.map((each) => ({ name: termName(each), values: termColumn(csv, each) }));
      const fit = unwrap(fitSurvival(family, follow, covariates));
      const natural = fit.coefficients.map((value, i) =>
        parametersOf[family][i]?.scale === 'log' ? Math.exp(value) : value,
      );
      // One coefficient alone is written as a list of one, several by their names.
      const named = (values: readonly number[]): unknown =>
        values.length === 1 ? values : Object.fromEntries(fit.names.map((name, i) => [name, values[i]]));
      return {
        at: `${at}/${key}`,
        value: {
          coef: named(fit.coefficients),
          natural: named(natural),
          vcov: fit.covariance,
          loglik: fit.logLikelihood,
          aic: fit.aic,
          bic: fit.bicByEvents,
          bic_n: fit.bicByPeople,
        },
      };
    }),
  );
  return answersOf([...fits, ...kaplanMeierOf(follow, asked.kaplan_meier)], ({ value }) => value);
};

function kaplanMeierOf(
  follow: FollowUp,
  asked: z.output<typeof inputs>['kaplan_meier'],
): readonly { readonly at: string; readonly value: unknown }[] {
  if (asked === undefined) return [];
  const curve = unwrap(kaplanMeier(follow));
  const table = {
    time: curve.time,
    n_risk: curve.atRisk,
    n_event: curve.events,
    n_censor: curve.censored,
    surv: curve.survival,
    se: curve.survival.map((s, i) => s * Math.sqrt(curve.greenwood[i] ?? NaN)),
    std_err: curve.survival.map((s, i) => s * Math.sqrt(curve.greenwood[i] ?? NaN)),
  };
  const listed = Object.fromEntries(Object.entries(table).map(([name, column]) => [name, [...column]]));
  if (asked.rmst === undefined) return [{ at: asked.at, value: listed }];
  const mean = restrictedMeanSurvival(curve, asked.rmst.horizon);
  const columns = asked.rmst.columns.map((name) => (name === 'se' ? mean.standardError : mean.value));
  return [
    { at: asked.at, value: listed },
    { at: asked.rmst.at, value: columns },
  ];
}
