import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeBinary, completeNumbers, hasColumn } from '../columns.ts';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import { studentReach } from '../distributions/student-t.ts';
import { levelSetting } from '../settings.ts';
import { around, clip, logitLimits } from '../summary/interval.ts';
import { completeIds } from '../reader-study/reading-roles.ts';
import { clusteredAuc } from './clustered-auc.ts';

const title: Text = {
  ko: '군집 자료의 ROC 곡선 아래 면적',
  en: 'Area under the ROC curve of clustered units',
};
const words: Text = {
  ko: '군집을 단위로 한 분산(Obuchowski 1997), Wald 신뢰구간',
  en: 'Variance between clusters (Obuchowski 1997), Wald interval',
};
const logitWords: Text = {
  ko: '군집을 단위로 한 분산(Obuchowski 1997), 군집 수에 따른 t의 로짓 신뢰구간',
  en: 'Variance between clusters (Obuchowski 1997), logit interval by t on the clusters',
};
const source = 'Obuchowski (1997), Biometrics 53, 567-578';

/** Below this the variance between clusters is itself a rough estimate. */
const fewClusters = 30;

/**
 * How well a score tells diseased from healthy units where several come from one patient. Gives `auc`; with a second score also
 * `other`, `difference` (first minus second) and `p`.
 */
export const clusteredAucMethod = method({
  name: 'clustered-auc',
  title,
  settings: z.strictObject({
    level: levelSetting,
    /** Of an AUC; a difference has Wald limits. */
    interval: z.enum(['logit', 'wald']).default('logit'),
  }),
  takes: [
    { role: 'cluster', kind: 'label' },
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'other-score', kind: 'number', optional: true },
  ],
  gives: ['auc'],
  byGroup: false,
  file: 'statistics/src/clustered/clustered-auc-method.ts',
  run: (roles, { level, interval }) => {
    const cluster = completeIds(roles, 'cluster');
    if (!cluster.ok) return cluster;
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const scores: Float64Array[] = [];
    for (const role of hasColumn(roles, 'other-score') ? ['score', 'other-score'] : ['score']) {
      const score = completeNumbers(roles, role);
      if (!score.ok) return score;
      scores.push(score.value);
    }
    const found = clusteredAuc({ cluster: cluster.value, truth: truth.value, scores });
    if (!found.ok) return found;
    const { aucs, covariance, clusters, diseased, healthy } = found.value;
    const at = (i: number, j: number): number => covariance[i]?.[j] ?? NaN;
    const warnings: readonly Warning[] =
      clusters < fewClusters ? [{ kind: 'few-clusters', facts: { clusters } }] : [];
    const estimate = (value: number, variance: number, least: number): Estimate => {
      const standardError = Math.sqrt(variance);
      const limits = around(value, standardError, normalReach(level));
      const wide = around(value, standardError, studentReach(level, clusters - 1));
      const onLogit = least === 0 && interval === 'logit' ? logitLimits(value, standardError, wide) : null;
      const { low, high } = onLogit ?? clip(limits, least, 1);
      const cut = onLogit === null && (low !== limits.low || high !== limits.high);
      return {
        value,
        low,
        high,
        standardError,
        level,
        unit: 'auc',
        n: diseased + healthy,
        parts: { diseased, healthy, clusters },
        method: onLogit === null ? words : logitWords,
        source,
        warnings: cut ? [...warnings, { kind: 'interval-cut-off', facts: {} }] : warnings,
      };
    };
    const [auc = NaN, other] = aucs;
    const estimates: Record<string, Estimate> = { auc: estimate(auc, at(0, 0), 0) };
    if (other !== undefined) {
      const variance = at(0, 0) + at(1, 1) - 2 * at(0, 1);
      const difference = estimate(auc - other, variance, -1);
      estimates.other = estimate(other, at(1, 1), 0);
      estimates.difference = difference;
      if (variance > 0) {
        estimates.p = {
          ...difference,
          value: normalTwoSided((auc - other) / Math.sqrt(variance)),
          low: null,
          high: null,
          standardError: null,
          unit: 'probability',
          warnings: [...warnings, { kind: 'no-interval', facts: {} }],
        };
      }
    }
    return succeed({ estimates, shapes: [], warnings });
  },
});
