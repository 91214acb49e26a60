import { unwrap } from '@daero/domain/result';
import { mantelHaenszel, petoOddsRatio } from '@daero/statistics/meta-analysis/common-odds-ratio';
import { eggerTest } from '@daero/statistics/meta-analysis/egger';
import { metaRegression } from '@daero/statistics/meta-analysis/meta-regression';
import { qProfile, randomEffects } from '@daero/statistics/meta-analysis/random-effects';
import { shrunkenEffects } from '@daero/statistics/meta-analysis/shrunken-effects';
import { tableEffects } from '@daero/statistics/meta-analysis/table-effects';
import { tau2Estimators, type Tau2Estimator } from '@daero/statistics/meta-analysis/tau2';
import { z } from 'zod';
import { firstCsv, pair } from './scores.ts';
import type { Runner } from './table.ts';
import { term, termColumn } from './terms.ts';

const estimator = z.enum(tau2Estimators);
const at = z.string().transform((pointer) => pointer.replace(/^\//, ''));

const inputs = z.object({
  effect: z.object({
    measure: z.enum(['log risk ratio', 'log odds ratio']),
    columns: z.object({
      treated_events: z.string(),
      treated_non_events: z.string(),
      control_events: z.string(),
      control_non_events: z.string(),
    }),
  }),
  methods: z.array(estimator),
  knapp_hartung: z.string().nullable(),
  conf_level: z.number(),
  leave_one_out: estimator.nullable(),
  blup: estimator.nullable(),
  meta_regression: z
    .object({ at, method: z.literal('REML'), intercept: z.literal(true), terms: z.array(term) })
    .nullable(),
  mantel_haenszel: z.object({ at, measure: z.literal('log odds ratio') }).nullable(),
  peto: z.object({ at, measure: z.literal('log odds ratio') }).nullable(),
});

/** The meta-analysis of two-by-two tables as the set of care data asks for it, with what goes around it. */
export const metaOfTablesRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = firstCsv(given);
  const of = asked.effect.columns;
  const [a, b, c, d] = [
    of.treated_events,
    of.treated_non_events,
    of.control_events,
    of.control_non_events,
  ].map(csv.numbers);
  const tables = Array.from({ length: csv.rows }, (_row, i) => ({
    events1: a?.[i] ?? NaN,
    rest1: b?.[i] ?? NaN,
    events2: c?.[i] ?? NaN,
    rest2: d?.[i] ?? NaN,
  }));
  const measure = asked.effect.measure === 'log odds ratio' ? 'OR' : 'RR';
  const studies = tableEffects(tables, { measure, correction: 0.5 });
  const errors = studies.variances.map(Math.sqrt);
  const options = { level: asked.conf_level, test: 'z' } as const;
  const fit = (method: Tau2Estimator, test: 'z' | 'knha', keep: (i: number) => boolean = () => true) =>
    unwrap(
      randomEffects(
        studies.effects.filter((_effect, i) => keep(i)),
        errors.filter((_error, i) => keep(i)),
        { ...options, estimator: method, test },
      ),
    );
  const block = (method: Tau2Estimator, test: 'z' | 'knha'): object => {
    const found = fit(method, test);
    return {
      est: found.estimate,
      se: found.standardError,
      ci: pair(found.limits),
      z: found.statistic,
      p: found.p,
      tau2: found.tau2,
      I2: 100 * found.i2,
      H2: found.h2,
      Q: found.q,
      Qp: found.qP,
      pi: found.prediction === null ? null : pair(found.prediction),
    };
  };
  const hartung = asked.knapp_hartung === null ? null : estimator.parse(asked.knapp_hartung.split('_')[0]);
  const out = asked.leave_one_out;
  return {
    yi: [...studies.effects],
    vi: [...studies.variances],
    rma: {
      ...Object.fromEntries(asked.methods.map((method) => [method, block(method, 'z')])),
      ...(hartung === null ? {} : { [asked.knapp_hartung ?? '']: block(hartung, 'knha') }),
      tau2_Qprofile_ci: [fit('REML', 'z').tau2, ...pair(qProfile(studies, asked.conf_level))],
      egger: eggerTest(studies),
      ...(out === null
        ? {}
        : {
            leave1out_REML_est: [...errors.keys()].map((left) => fit(out, 'z', (i) => i !== left).estimate),
          }),
      ...(asked.blup === null ? {} : { blup: shrunken(shrunkenEffects(studies, asked.blup)) }),
    },
    ...(asked.meta_regression === null
      ? {}
      : {
          [asked.meta_regression.at]: regression(
            metaRegression(studies, [
              new Float64Array(csv.rows).fill(1),
              ...asked.meta_regression.terms.map((each) => termColumn(csv, each)),
            ]),
          ),
        }),
    ...(asked.mantel_haenszel === null ? {} : { [asked.mantel_haenszel.at]: mantel(mantelHaenszel(tables)) }),
    ...(asked.peto === null ? {} : { [asked.peto.at]: common(petoOddsRatio(tables)) }),
  };
};

const shrunken = ({ effects, standardErrors }: ReturnType<typeof shrunkenEffects>): object => ({
  pred: [...effects],
  se: [...standardErrors],
});

const common = ({ logOddsRatio, standardError }: ReturnType<typeof petoOddsRatio>): object => ({
  est: logOddsRatio,
  se: standardError,
});

const mantel = (found: ReturnType<typeof mantelHaenszel>): object => ({ ...common(found), MH: found.chi2 });

function regression(result: ReturnType<typeof metaRegression>): object {
  const { coefficients, covariance, tau2, r2, qm } = unwrap(result);
  return {
    coef: coefficients,
    se: covariance.map((row, j) => Math.sqrt(row[j] ?? NaN)),
    tau2,
    R2: 100 * r2,
    QM: qm,
  };
}
