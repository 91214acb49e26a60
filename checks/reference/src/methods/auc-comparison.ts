import { unwrap } from '@daero/domain/result';
import {
  contrastTest,
  pairedAucs,
  pairedDifference,
  unpairedDifference,
} from '@daero/statistics/discrimination/auc-comparison';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { normalQuantile, normalReach, normalUpper } from '@daero/statistics/distributions/normal';
import { around } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { completeOn, firstCsv, groupsOf, level, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = truthInputs.extend({
  scores: z.array(z.string()),
  direction: z.literal('higher'),
  missing: z.enum(['complete-on-all-scores', 'none']),
  variance: z.literal('delong'),
  pairs: z.array(z.tuple([z.string(), z.string()])),
  conf_level: z.number(),
  also_unpaired: z.boolean().nullable(),
  noninferiority: z.object({ margins: z.array(z.number()), one_sided_level: z.number() }).nullable(),
  omnibus: z.object({ order: z.array(z.string()), contrast: z.array(z.array(z.number())) }).nullable(),
});

export const aucComparisonRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = firstCsv(given);
  const keep = completeOn(csv, asked.scores);
  const groups = (score: string) => groupsOf(csv, asked, score, keep);
  const { noninferiority, omnibus } = asked;

  const comparison = ([marker1, marker2]: readonly [string, string]): object => {
    const both = [groups(marker1), groups(marker2)] as const;
    const { aucs, covariance } = unwrap(pairedAucs(both));
    const { difference, standardError, z: statistic, p } = pairedDifference({ aucs, covariance }, 0, 1);
    const [one, two] = both.map(({ diseased, healthy }) => unwrap(aucDelong(diseased, healthy)));
    const apart = one === undefined || two === undefined ? null : unpairedDifference(one, two);
    return {
      marker1,
      marker2,
      n: both[0].diseased.length + both[0].healthy.length,
      auc1: aucs[0],
      auc2: aucs[1],
      diff: difference,
      var1: covariance[0]?.[0],
      var2: covariance[1]?.[1],
      cov: covariance[0]?.[1],
      se_diff: standardError,
      z: statistic,
      p,
      p_greater: normalUpper(statistic),
      ci95_diff: pair(around(difference, standardError, normalReach(asked.conf_level))),
      ...(asked.also_unpaired === true && apart !== null
        ? { unpaired: { D: apart.t, df: apart.df, p: apart.p } }
        : {}),
      ...(noninferiority === null
        ? {}
        : {
            noninferiority_marker1_vs_marker2: noninferiority.margins.map((margin) => {
              const above = (difference + margin) / standardError;
              return {
                margin,
                z: above,
                p_one_sided: normalUpper(above),
                lower95_one_sided:
                  difference - normalQuantile(noninferiority.one_sided_level) * standardError,
              };
            }),
          }),
    };
  };

  const all = omnibus === null ? null : unwrap(pairedAucs(omnibus.order.map(groups)));
  return {
    pairs: asked.pairs.map(comparison),
    ...(omnibus === null || all === null
      ? {}
      : {
          omnibus: {
            order: omnibus.order,
            theta: all.aucs,
            cov: all.covariance,
            contrast: omnibus.contrast,
            ...contrastTest(all, omnibus.contrast),
          },
        }),
  };
};

const unpairedInputs = truthInputs.extend({
  scores: z.array(z.string()),
  direction: z.literal('higher'),
  variance: z.literal('delong'),
  group: z.string(),
  groups: z.tuple([z.object({ level, key: z.string() }), z.object({ level, key: z.string() })]),
});

export const aucUnpairedRunner: Runner = (given) => {
  const asked = unpairedInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const cells = csv.text(asked.group);
  const [first, second] = asked.groups;
  return asked.scores.map((score) => {
    const of = (wanted: string) => {
      const { diseased, healthy } = groupsOf(csv, asked, score, (row) => cells[row] === wanted);
      return unwrap(aucDelong(diseased, healthy));
    };
    const [one, two] = [of(first.level), of(second.level)];
    const { t, df, p } = unpairedDifference(one, two);
    return {
      marker: score,
      [`auc_${first.key}`]: one.auc,
      [`auc_${second.key}`]: two.auc,
      [`var_${first.key}`]: one.standardError * one.standardError,
      [`var_${second.key}`]: two.standardError * two.standardError,
      D: t,
      df,
      p,
      z: t,
    };
  });
};
