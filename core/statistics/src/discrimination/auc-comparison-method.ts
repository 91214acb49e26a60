import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { hypothesisEstimate, hypothesisSetting } from '../accuracy/hypothesis.ts';
import { completeBinary, completeNumbers } from '../columns.ts';
import { normalReach } from '../distributions/normal.ts';
import { levelSetting } from '../settings.ts';
import { around, clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { pairedAucs, pairedDifference } from './auc-comparison.ts';
import { aucInterval } from './auc-interval.ts';

const source = 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845';

/** Two scores on the same people: their AUCs, the difference, and what the protocol asks of it. */
export const aucComparisonMethod = method({
  name: 'auc-comparison',
  title: { ko: '같은 대상에서 두 점수의 AUC 비교', en: 'AUCs of two scores on the same people' },
  settings: z.strictObject({ level: levelSetting, hypothesis: hypothesisSetting.optional() }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['auc-first', 'auc-second', 'difference', 'p'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-comparison-method.ts',
  run: (roles, { level, hypothesis }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const first = completeNumbers(roles, 'first');
    if (!first.ok) return first;
    const second = completeNumbers(roles, 'second');
    if (!second.ok) return second;
    const groups = (scores: Float64Array) => ({
      diseased: scores.filter((_score, row) => truth.value[row] === 1),
      healthy: scores.filter((_score, row) => truth.value[row] === 0),
    });
    const both = pairedAucs([groups(first.value), groups(second.value)]);
    if (!both.ok) return both;
    const { difference, standardError, p } = pairedDifference(both.value, 0, 1);
    const diseased = truth.value.reduce((sum, each) => sum + each, 0);
    const parts = { diseased, healthy: roles.rows - diseased };
    const about = { level, n: roles.rows, parts, source };
    // Scores that always rank alike leave a difference of 0 without a variance: then every other value is refuted.
    const scoreAt = (supposed: number): number => {
      const distance = difference - supposed;
      return distance === 0 ? 0 : distance / standardError;
    };
    const tested = hypothesis === undefined ? null : hypothesisEstimate(scoreAt, hypothesis, about);
    if (tested !== null && !tested.ok) return tested;
    const warnings: readonly Warning[] = tested === null ? [] : [tested.value.warning];
    const one = (index: number) => {
      const auc = both.value.aucs[index] ?? NaN;
      const own = Math.sqrt(both.value.covariance[index]?.[index] ?? NaN);
      const limits = aucInterval({ auc, standardError: own, ...parts }, { form: 'logit', level });
      return makeEstimate({
        ...about,
        value: auc,
        limits,
        standardError: own,
        unit: 'auc',
        method: { ko: 'DeLong 분산, 로짓 신뢰구간', en: 'DeLong variance, logit interval' },
        warnings: limits.form === 'disjoint-pairs' ? [{ kind: 'perfect-separation', facts: {} }] : [],
      });
    };
    return succeed({
      estimates: {
        'auc-first': one(0),
        'auc-second': one(1),
        difference: makeEstimate({
          ...about,
          value: difference,
          limits: clip(around(difference, standardError, normalReach(level)), -1, 1),
          standardError,
          unit: 'auc',
          method: { ko: '대응 DeLong 차이, Wald 신뢰구간', en: 'Paired DeLong difference, Wald interval' },
          warnings,
        }),
        p:
          tested === null
            ? makeEstimate({
                ...about,
                value: Number.isNaN(p) ? 1 : p,
                limits: null,
                unit: 'probability',
                method: { ko: '대응 DeLong 검정(양측)', en: 'Paired DeLong test (two-sided)' },
              })
            : tested.value.p,
      },
      shapes: [],
      warnings,
    });
  },
});
