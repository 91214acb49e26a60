import { unwrap } from '@daero/domain/result';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { logisticRegression, type LogisticDesign } from '@daero/statistics/regression/logistic';
import { clusterSandwich, sandwich } from '@daero/statistics/regression/sandwich';
import { mean } from '@daero/statistics/summary/moments';
import { z } from 'zod';
import type { Csv } from '../csv.ts';
import { firstCsv } from './scores.ts';
import type { Runner } from './table.ts';
import { term, termColumn, termName } from './terms.ts';

const fitInputs = z.object({
  at: z.string(),
  outcome: z.string(),
  intercept: z.boolean(),
  terms: z.array(term),
  family: z.literal('binomial'),
  link: z.literal('logit'),
  offset: z.string().nullable(),
  weights: z.null(),
  robust: z.array(z.enum(['HC0', 'HC1', 'HC3'])).nullable(),
  cluster: z.object({ column: z.string(), type: z.literal('HC1'), at: z.string() }).nullable(),
  quasi_dispersion_at: z.null(),
});
const inputs = z.object({ fits: z.array(fitInputs) });

export const glmLogisticRunner: Runner = (given) => {
  const csv = firstCsv(given);
  const found: Record<string, unknown> = {};
  for (const asked of inputs.parse(given.inputs).fits) {
    const block = asked.at === '' ? found : {};
    if (asked.at !== '') found[asked.at.replace(/^\//, '')] = block;
    Object.assign(block, fitBlock(csv, asked));
  }
  return found;
};

function fitBlock(csv: Csv, asked: z.output<typeof fitInputs>): object {
  const whole = [
    ...(asked.intercept ? [new Float64Array(csv.rows).fill(1)] : []),
    ...asked.terms.map((each) => termColumn(csv, each)),
  ];
  const outcomes = csv.numbers(asked.outcome);
  const complete = (_value: unknown, i: number): boolean =>
    [outcomes, ...whole].every((column) => !Number.isNaN(column[i] ?? NaN));
  const terms = whole.map((column) => column.filter(complete));
  const outcome = outcomes.filter(complete);
  const offset = asked.offset === null ? {} : { offset: csv.numbers(asked.offset).filter(complete) };
  const design: LogisticDesign = { outcome, terms, ...offset };
  const fit = unwrap(logisticRegression(design));
  const alone = unwrap(
    logisticRegression({ outcome, terms: [new Float64Array(outcome.length).fill(1)], ...offset }),
  );
  const names = [...(asked.intercept ? ['(Intercept)'] : []), ...asked.terms.map(termName)];
  const cluster = asked.cluster;
  return {
    coef: Object.fromEntries(names.map((name, j) => [name, fit.coefficients[j]])),
    vcov: fit.covariance,
    deviance: -2 * fit.logLikelihood,
    null_deviance: -2 * alone.logLikelihood,
    loglik: fit.logLikelihood,
    aic: -2 * fit.logLikelihood + 2 * terms.length,
    dispersion: 1,
    ...Object.fromEntries((asked.robust ?? []).map((form) => [form, sandwich(fit, design, form)])),
    ...(cluster === null
      ? {}
      : { [cluster.at]: clusterSandwich(fit, design, csv.text(cluster.column).filter(complete)) }),
    auc: unwrap(
      aucDelong(
        fit.fitted.filter((_risk, i) => outcome[i] === 1),
        fit.fitted.filter((_risk, i) => outcome[i] === 0),
      ),
    ).auc,
    brier: mean(fit.fitted.map((risk, i) => (risk - (outcome[i] ?? NaN)) * (risk - (outcome[i] ?? NaN)))),
    fitted_first6: [...fit.fitted.slice(0, 6)],
  };
}
