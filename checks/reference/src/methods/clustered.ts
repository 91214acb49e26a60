import { unwrap } from '@daero/domain/result';
import { clusteredAuc } from '@daero/statistics/clustered/clustered-auc';
import {
  clusteredLimits,
  clusteredProportion,
  countsByCluster,
  geeProportion,
} from '@daero/statistics/clustered/clustered-proportion';
import { pairedAucs } from '@daero/statistics/discrimination/auc-comparison';
import { normalReach, normalTwoSided } from '@daero/statistics/distributions/normal';
import { around } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { atPath, merged } from './reader-study.ts';
import { firstCsv, groupsOf, level, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

const aucInputs = truthInputs.extend({
  direction: z.literal('higher'),
  cluster: z.string(),
  filter: z.object({ column: z.string(), equals: level }).nullable(),
  conf_level: z.number(),
  analyses: z.array(
    z.object({
      path: z.array(z.string()),
      kind: z.enum([
        'clustered-pair',
        'clustered-single',
        'naive-delong-variance',
        'naive-delong-covariance',
      ]),
      scores: z.array(z.string()),
    }),
  ),
});

export const clusteredAucRunner: Runner = (given) => {
  const asked = aucInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const { filter } = asked;
  const filterCells = filter === null ? null : csv.text(filter.column);
  const truths = csv.text(asked.truth);
  const clusters = csv.text(asked.cluster);
  const kept = (scores: readonly string[]) => {
    const columns = scores.map((score) => csv.numbers(score));
    return (row: number): boolean =>
      (filterCells === null || filterCells[row] === filter?.equals) &&
      (truths[row] === asked.positive || truths[row] === asked.negative) &&
      columns.every((column) => !Number.isNaN(column[row] ?? NaN));
  };
  const reach = normalReach(asked.conf_level);
  const clustered = (scores: readonly string[]) => {
    const rows = [...truths.keys()].filter(kept(scores));
    const columns = scores.map((score) => csv.numbers(score));
    return unwrap(
      clusteredAuc({
        cluster: rows.map((row) => clusters[row] ?? ''),
        truth: rows.map((row) => (truths[row] === asked.positive ? 1 : 0)),
        scores: columns.map((column) => rows.map((row) => column[row] ?? NaN)),
      }),
    );
  };
  const naive = (scores: readonly string[]) =>
    unwrap(pairedAucs(scores.map((score) => groupsOf(csv, asked, score, kept(scores)))));
  const about = (value: number, variance: number, suffix: string): object => {
    const [name, end] = suffix === '' ? ['', ''] : ['', `.${suffix}`];
    const { low, high } = around(value, Math.sqrt(variance), reach);
    return {
      [`auc${name}${end}`]: value,
      [`auc.var${end}`]: variance,
      [`auc.se${end}`]: Math.sqrt(variance),
      [`ci.bot${end}`]: low,
      [`ci.top${end}`]: high,
    };
  };
  const result = ({ kind, scores }: (typeof asked.analyses)[number]): unknown => {
    if (kind === 'naive-delong-variance') return naive(scores).covariance[0]?.[0];
    if (kind === 'naive-delong-covariance') return naive(scores).covariance[0]?.[1];
    const { aucs, covariance } = clustered(scores);
    const [a = NaN, b = NaN] = aucs;
    const at = (i: number, j: number): number => covariance[i]?.[j] ?? NaN;
    if (kind === 'clustered-single') return about(a, at(0, 0), '');
    const variance = at(0, 0) + at(1, 1) - 2 * at(0, 1);
    const difference = Math.abs(a - b); // the set gives it without its sign
    return {
      ...about(a, at(0, 0), 'A'),
      ...about(b, at(1, 1), 'B'),
      ...about(difference, variance, 'AminusB'),
      'p.value': normalTwoSided(difference / Math.sqrt(variance)),
    };
  };
  return merged([
    filter === null ? {} : { modality: filter.equals },
    ...asked.analyses.map((each) => atPath(each.path, result(each))),
  ]);
};

const proportionInputs = z.object({
  cluster: z.string(),
  unit: z.string(),
  event: z.string(),
  positive: level,
  conf_level: z.number(),
  variance: z.literal('ratio-estimator'),
  gee: z
    .object({ link: z.literal('logit'), correlations: z.array(z.enum(['independence', 'exchangeable'])) })
    .nullable(),
});

export const clusteredProportionRunner: Runner = (given) => {
  const asked = proportionInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const events = csv.text(asked.event).map((cell) => (cell === asked.positive ? 1 : 0));
  const counts = countsByCluster(csv.text(asked.cluster), events);
  const found = unwrap(clusteredProportion(counts));
  const { wald, wilson } = clusteredLimits(found, asked.conf_level);
  const { proportion: p, units } = found;
  return {
    clusters: found.clusters,
    lesions: units,
    p,
    var_ratio: found.variance,
    naive_var: (p * (1 - p)) / units,
    design_effect: found.designEffect,
    ci95_wald_ratio: pair(wald),
    ci95_wilson_neff: pair(wilson),
    ...Object.fromEntries(
      (asked.gee?.correlations ?? []).map((working) => {
        const { logit, standardError, correlation } = unwrap(geeProportion(counts, working));
        return [`gee_${working}`, { logit, robust_se: standardError, alpha: correlation }];
      }),
    ),
  };
};
