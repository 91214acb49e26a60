import { unwrap } from '@daero/domain/result';
import {
  binaryAccuracy,
  classify,
  likelihoodRatios,
  predictiveValues,
  type Share,
} from '@daero/statistics/accuracy/binary-accuracy';
import { binomialInterval, type BinomialInterval } from '@daero/statistics/accuracy/binomial-interval';
import { binomialTest } from '@daero/statistics/accuracy/binomial-test';
import { z } from 'zod';
import { firstCsv, groupsOf, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

/** The reference set's names of the intervals, and ours. */
const forms = {
  wilson: 'wilson',
  wilson_continuity: 'wilson-continuity',
  exact: 'clopper-pearson',
  jeffreys: 'jeffreys',
  'agresti-coull': 'agresti-coull',
  asymptotic: 'wald',
  logit: 'logit',
  probit: 'probit',
  cloglog: 'cloglog',
} as const satisfies Readonly<Record<string, BinomialInterval>>;

const intervalName = z.enum([
  'wilson',
  'wilson_continuity',
  'exact',
  'jeffreys',
  'agresti-coull',
  'asymptotic',
  'logit',
  'probit',
  'cloglog',
]);
type IntervalName = z.output<typeof intervalName>;

const intervals = ({ events, trials }: Share, names: readonly IntervalName[], coverage: number): object =>
  Object.fromEntries(
    names.map((name) => [
      name,
      pair(unwrap(binomialInterval(events, trials, { form: forms[name], level: coverage }))),
    ]),
  );

const gridInputs = z.object({
  events: z.string(),
  trials: z.string(),
  conf_levels: z.array(z.object({ key: z.string(), level: z.number() })),
  interval_methods: z.array(intervalName),
  tests: z.array(
    z.object({
      key: z.string(),
      p0: z.number(),
      alternative: z.enum(['two-sided', 'greater', 'less']),
      test: z.literal('exact-binomial'),
    }),
  ),
});

export const binomialIntervalRunner: Runner = (given) => {
  const asked = gridInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const [events, trials] = [csv.numbers(asked.events), csv.numbers(asked.trials)];
  return Array.from(events, (x, row) => {
    const share = { events: x, trials: trials[row] ?? NaN };
    return {
      x,
      n: share.trials,
      ...Object.fromEntries(
        asked.conf_levels.map(({ key, level: coverage }) => [
          key,
          intervals(share, asked.interval_methods, coverage),
        ]),
      ),
      ...Object.fromEntries(asked.tests.map((test) => [test.key, binomialTest(x, share.trials, test)])),
    };
  });
};

const cutInputs = truthInputs.extend({
  cuts: z.array(z.object({ score: z.string(), threshold: z.number(), positive_if: z.enum(['>=', '>']) })),
  conf_level: z.number(),
  interval_methods: z.array(intervalName),
  prevalences: z.array(z.number()),
  predictive_value_interval: z.literal('mercaldo-logit'),
  likelihood_ratio_interval: z.literal('simel-log'),
});

export const sensSpecRunner: Runner = (given) => {
  const asked = cutInputs.parse(given.inputs);
  const csv = firstCsv(given);
  return asked.cuts.map((cut) => {
    const { diseased, healthy } = groupsOf(csv, asked, cut.score);
    const truth = [...diseased].map(() => 1).concat([...healthy].map(() => 0));
    const counts = classify(truth, [...diseased, ...healthy], {
      threshold: cut.threshold,
      positiveWhen: cut.positive_if === '>=' ? 'at-least' : 'above',
    });
    const proportion = (share: Share): object => ({
      x: share.events,
      n: share.trials,
      est: share.events / share.trials,
      ci95: intervals(share, asked.interval_methods, asked.conf_level),
    });
    const shares = binaryAccuracy(counts);
    const ratios = likelihoodRatios(counts, asked.conf_level);
    return {
      marker: cut.score,
      threshold: cut.threshold,
      tp: counts.truePositive,
      fn: counts.falseNegative,
      fp: counts.falsePositive,
      tn: counts.trueNegative,
      sensitivity: proportion(shares.sensitivity),
      specificity: proportion(shares.specificity),
      accuracy: proportion(shares.accuracy),
      ppv_in_sample: proportion(shares.ppv),
      npv_in_sample: proportion(shares.npv),
      at_prevalence: asked.prevalences.map((prevalence) => {
        const { ppv, npv } = predictiveValues(counts, { prevalence, level: asked.conf_level });
        return {
          prevalence,
          ppv: ppv.value,
          npv: npv.value,
          ppv_ci95_logit_mercaldo: ppv.limits === null ? null : pair(ppv.limits),
          npv_ci95_logit_mercaldo: npv.limits === null ? null : pair(npv.limits),
        };
      }),
      likelihood_ratios: {
        lr_pos: ratios.positive.value,
        lr_neg: ratios.negative.value,
        lr_pos_ci95_log: ratios.positive.limits === null ? null : pair(ratios.positive.limits),
        lr_neg_ci95_log: ratios.negative.limits === null ? null : pair(ratios.negative.limits),
        dor: ratios.diagnosticOddsRatio.value,
      },
    };
  });
};
