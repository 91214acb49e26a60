import { unwrap } from '@daero/domain/result';
import { eggerTest } from '@daero/statistics/meta-analysis/egger';
import { qProfile, randomEffects } from '@daero/statistics/meta-analysis/random-effects';
import { tableEffects } from '@daero/statistics/meta-analysis/table-effects';
import { tau2Estimators, tau2StandardError, type Tau2Estimator } from '@daero/statistics/meta-analysis/tau2';
import type { Studies } from '@daero/statistics/meta-analysis/weighted';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { metaOfTablesRunner } from './meta-of-tables.ts';
import { firstCsv, pair } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = z.object({
  yi: z.string().nullable(),
  vi: z.string().nullable(),
  measure: z.string(),
  cells: z.object({ ai: z.string(), bi: z.string(), ci: z.string(), di: z.string() }).nullable(),
  continuity_correction: z
    .object({ value: z.number(), apply: z.literal('studies-with-a-zero-cell') })
    .nullable(),
  estimators: z.array(z.enum(tau2Estimators)),
  tests: z.array(z.enum(['z', 'knha'])),
  conf_level: z.number(),
  tau2_interval: z.object({
    method: z.literal('q-profile'),
    level: z.number(),
    estimators: z.array(z.enum(['DL', 'PM', 'ML', 'REML'])),
  }),
});
type Inputs = z.output<typeof inputs>;

function studiesIn(given: Given, asked: Inputs): Studies {
  const csv = firstCsv(given);
  if (asked.cells !== null) {
    const [a, b, c, d] = [asked.cells.ai, asked.cells.bi, asked.cells.ci, asked.cells.di].map(csv.numbers);
    return tableEffects(
      Array.from({ length: csv.rows }, (_row, i) => ({
        events1: a?.[i] ?? NaN,
        rest1: b?.[i] ?? NaN,
        events2: c?.[i] ?? NaN,
        rest2: d?.[i] ?? NaN,
      })),
      {
        measure: z.enum(['OR', 'RR']).parse(asked.measure),
        correction: asked.continuity_correction?.value ?? 0,
      },
    );
  }
  return { effects: csv.numbers(asked.yi ?? 'yi'), variances: csv.numbers(asked.vi ?? 'vi') };
}

/** Two shapes of inputs share the name: effects or tables with a grid of estimators, and tables with what goes around them. */
export const metaAnalysisRunner: Runner = (given) =>
  z.object({ effect: z.looseObject({}) }).safeParse(given.inputs).success
    ? metaOfTablesRunner(given)
    : metaOfEffects(given);

const metaOfEffects: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const studies = studiesIn(given, asked);
  const result = (estimator: Tau2Estimator): object => {
    const fit = (test: 'z' | 'knha') =>
      unwrap(
        randomEffects(studies.effects, studies.variances.map(Math.sqrt), {
          estimator,
          test,
          level: asked.conf_level,
        }),
      );
    const { q, qP, i2, h2, tau2 } = fit('z');
    const byTest = asked.tests.map((test) => {
      const found = fit(test);
      return [
        test,
        {
          estimate: found.estimate,
          se: found.standardError,
          ci95: pair(found.limits),
          stat: found.statistic,
          p: found.p,
          tau2: found.tau2,
          pi95: found.prediction === null ? null : pair(found.prediction),
        },
      ] as const;
    });
    const listed = asked.tau2_interval.estimators.find((each) => each === estimator);
    return {
      ...Object.fromEntries(byTest),
      Q: q,
      Q_p: qP,
      I2: 100 * i2,
      H2: h2,
      ...(listed === undefined
        ? {}
        : {
            tau2_ci_qprofile: pair(qProfile(studies, asked.tau2_interval.level)),
            tau2_se: tau2StandardError(studies, listed, tau2),
          }),
    };
  };
  return {
    yi: [...studies.effects],
    vi: [...studies.variances],
    results: {
      ...Object.fromEntries(asked.estimators.map((estimator) => [estimator, result(estimator)])),
      egger: eggerTest(studies),
    },
  };
};
