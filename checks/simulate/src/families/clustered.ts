import { unwrap } from '@daero/domain/result';
import { clusteredAuc } from '@daero/statistics/clustered/clustered-auc';
import {
  clusteredLimits,
  clusteredProportion,
  countsByCluster,
  geeProportion,
} from '@daero/statistics/clustered/clustered-proportion';
import { clusteredProportionMethod } from '@daero/statistics/clustered/clustered-proportion-method';
import { normalQuantile, normalReach, normalTwoSided } from '@daero/statistics/distributions/normal';
import { studentReach } from '@daero/statistics/distributions/student-t';
import { around, clip, logistic, logitLimits, mapLimits } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { happens, normal } from '../draws.ts';
import { covers, family, rejectsTruth, type Standing } from '../family.ts';

const level = 0.95;
const usual = clusteredProportionMethod.settings.parse({}).interval;
const standing = (form: typeof usual): Standing => (form === usual ? 'default' : 'asymptotic');

/** Cluster i has 1 + i mod `mostUnits` units. */
const unitsOf = (clusters: number, mostUnits: number): readonly number[] =>
  Array.from({ length: clusters }, (_none, i) => i).flatMap((i) =>
    new Array<number>(1 + (i % mostUnits)).fill(i),
  );

export const clusteredProportionFamily = family({
  name: 'clustered-proportion',
  title: {
    ko: '군집 자료의 비율(병변 단위 민감도)',
    en: 'Proportion of clustered units (sensitivity for lesions)',
  },
  model: {
    ko: '한 군집의 단위는 root(correlation)의 확률로 군집의 결과를 따르고, 아니면 스스로 정해집니다.',
    en: 'A unit takes the result of its cluster with probability root(correlation), else one of its own.',
  },
  settings: z.strictObject({
    clusters: z.number().int(),
    mostUnits: z.number().int(),
    p: z.number(),
    correlation: z.number(),
  }),
  file: 'checks/simulate/src/families/clustered.ts',
  prepare: ({ clusters, mostUnits, p, correlation }) => {
    const cluster = unitsOf(clusters, mostUnits);
    const names = cluster.map(String);
    return {
      lines: [
        covers('proportion', p, 'Wilson by design effect, t', standing('wilson-t')),
        covers('proportion', p, 'Wilson by design effect', standing('wilson')),
        covers('proportion', p, 'Wald, ratio estimator', standing('wald')),
        covers('proportion', p, 'GEE, logit', standing('gee')),
      ],
      replicate: (random) => {
        const shared = Array.from({ length: clusters }, () => happens(random, p));
        const follows = Math.sqrt(correlation);
        const event = cluster.map((i) =>
          (happens(random, follows) ? (shared[i] ?? false) : happens(random, p)) ? 1 : 0,
        );
        const counts = countsByCluster(names, event);
        const limits = clusteredLimits(unwrap(clusteredProportion(counts)), level);
        const gee = geeProportion(counts, 'exchangeable');
        return [
          limits['wilson-t'],
          limits.wilson,
          limits.wald,
          gee.ok
            ? mapLimits(around(gee.value.logit, gee.value.standardError, normalReach(level)), logistic)
            : null,
        ];
      },
    };
  },
});

export const clusteredAucFamily = family({
  name: 'clustered-auc',
  title: { ko: '군집 자료의 AUC', en: 'AUC of clustered units' },
  model: {
    ko: '두 점수의 군집 효과와 단위 오차가 정규. mixed이면 한 군집에 환자와 비환자 단위가 섞입니다. 두 점수의 AUC는 같습니다.',
    en: 'Two scores of one AUC with normal effects of clusters and units; where mixed, a cluster holds units of both classes.',
  },
  settings: z.strictObject({
    clusters: z.number().int(),
    mostUnits: z.number().int(),
    auc: z.number(),
    /** Share of the variance of a score that lies between clusters. */
    correlation: z.number(),
    mixed: z.boolean(),
  }),
  file: 'checks/simulate/src/families/clustered.ts',
  prepare: ({ clusters, mostUnits, auc, correlation, mixed }) => {
    const cluster = unitsOf(clusters, mostUnits);
    const names = cluster.map(String);
    const shift = normalQuantile(auc) * Math.SQRT2;
    const [between, within] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
    return {
      lines: [
        covers('AUC', auc, 'Obuchowski, logit by t', 'default'),
        covers('AUC', auc, 'Obuchowski, Wald', 'asymptotic'),
        covers('difference', 0, 'Obuchowski, Wald', 'default'),
        rejectsTruth('difference', 0, 'Obuchowski', 'default'),
      ],
      replicate: (random) => {
        const truth = cluster.map((i) =>
          mixed ? (happens(random, 0.5) ? 1 : 0) : Math.floor(i / mostUnits) % 2,
        );
        const scores = [0, 1].map(() => {
          const effect = Array.from({ length: clusters }, () => normal(random, 0, between));
          return truth.map(
            (ill, unit) => ill * shift + (effect[cluster[unit] ?? 0] ?? NaN) + normal(random, 0, within),
          );
        });
        const found = clusteredAuc({ cluster: names, truth, scores });
        if (!found.ok) return [null, null, null, null];
        const { aucs, covariance } = found.value;
        const at = (i: number, j: number): number => covariance[i]?.[j] ?? NaN;
        const difference = (aucs[0] ?? NaN) - (aucs[1] ?? NaN);
        const standardError = Math.sqrt(at(0, 0) + at(1, 1) - 2 * at(0, 1));
        const z_ = normalReach(level);
        const [own = NaN, ownError] = [aucs[0], Math.sqrt(at(0, 0))];
        const wide = around(own, ownError, studentReach(level, found.value.clusters - 1));
        return [
          logitLimits(own, ownError, wide) ?? clip(wide, 0, 1),
          around(own, ownError, z_),
          around(difference, standardError, z_),
          normalTwoSided(difference / standardError),
        ];
      },
    };
  },
});
