import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeBinary } from '../columns.ts';
import { normalReach } from '../distributions/normal.ts';
import { completeIds } from '../reader-study/reading-roles.ts';
import { levelSetting } from '../settings.ts';
import { around, clip, logistic, mapLimits, type Limits } from '../summary/interval.ts';
import {
  clusteredLimits,
  clusteredProportion,
  countsByCluster,
  geeProportion,
} from './clustered-proportion.ts';

const intervals = ['wilson-t', 'wilson', 'wald', 'gee'] as const;
type IntervalForm = (typeof intervals)[number];

const names: Readonly<Record<IntervalForm, Text>> = {
  'wilson-t': {
    ko: '비 추정, 설계 효과로 나눈 수에 대한 Wilson 구간(군집 수에 따른 t)',
    en: 'Ratio estimator, Wilson interval on the number over the design effect, by t on the clusters',
  },
  wilson: {
    ko: '비 추정, 설계 효과로 나눈 수에 대한 Wilson 구간',
    en: 'Ratio estimator, Wilson interval on the number over the design effect',
  },
  wald: { ko: '비 추정, Wald 구간', en: 'Ratio estimator, Wald interval' },
  gee: {
    ko: '일반화 추정 방정식(교환 가능 상관), 로버스트 구간',
    en: 'Generalised estimating equations (exchangeable), robust interval',
  },
};
const sources: Readonly<Record<IntervalForm, string>> = {
  'wilson-t':
    'Rao and Scott (1992), Biometrics 48, 577-585; Korn and Graubard (1998), Survey Methodology 24, 193-201',
  wilson: 'Rao and Scott (1992), Biometrics 48, 577-585; Wilson (1927)',
  wald: 'Rao and Scott (1992), Biometrics 48, 577-585',
  gee: 'Liang and Zeger (1986), Biometrika 73, 13-22',
};

const fewClusters = 30;

/** A share of units that come in clusters, such as the sensitivity for lesions. Gives `proportion`, and `design-effect`. */
export const clusteredProportionMethod = method({
  name: 'clustered-proportion',
  title: {
    ko: '군집 자료의 비율(병변 단위 민감도 등)',
    en: 'Proportion of clustered units (lesion-level sensitivity and the like)',
  },
  settings: z.strictObject({ level: levelSetting, interval: z.enum(intervals).default('wilson-t') }),
  takes: [
    { role: 'cluster', kind: 'label' },
    { role: 'event', kind: 'binary' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['proportion', 'design-effect'],
  byGroup: true,
  file: 'statistics/src/clustered/clustered-proportion-method.ts',
  run: (roles, { level, interval }) => {
    const cluster = completeIds(roles, 'cluster');
    if (!cluster.ok) return cluster;
    const event = completeBinary(roles, 'event');
    if (!event.ok) return event;
    const counts = countsByCluster(cluster.value, event.value);
    const found = clusteredProportion(counts);
    if (!found.ok) return found;
    const { proportion, variance, designEffect, clusters, units, events } = found.value;

    let value = proportion;
    let standardError = Math.sqrt(variance);
    let limits: Limits;
    if (interval === 'gee') {
      const gee = geeProportion(counts, 'exchangeable');
      if (!gee.ok) return gee;
      value = logistic(gee.value.logit);
      standardError = gee.value.standardError * value * (1 - value);
      limits = mapLimits(around(gee.value.logit, gee.value.standardError, normalReach(level)), logistic);
    } else limits = clusteredLimits(found.value, level)[interval];
    const { low, high } = clip(limits, 0, 1);
    const warnings: Warning[] = [];
    if (clusters < fewClusters) warnings.push({ kind: 'few-clusters', facts: { clusters } });
    if (low !== limits.low || high !== limits.high) warnings.push({ kind: 'interval-cut-off', facts: {} });
    if (!(high > low)) return fail({ kind: 'proportion-at-the-end', events, units });
    const estimate: Estimate = {
      value,
      low,
      high,
      standardError,
      level,
      unit: 'probability',
      n: units,
      parts: { events, trials: units, clusters },
      method: names[interval],
      source: sources[interval],
      warnings,
    };
    return succeed({
      estimates: {
        proportion: estimate,
        'design-effect': {
          ...estimate,
          value: designEffect,
          low: null,
          high: null,
          standardError: null,
          unit: 'ratio',
          warnings: [...warnings, { kind: 'no-interval', facts: {} }],
        },
      },
      shapes: [],
      warnings,
    });
  },
});
