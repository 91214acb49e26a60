import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { all, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisEstimate, hypothesisSetting } from '../accuracy/hypothesis.ts';
import { completeBinary, completeNumbers } from '../columns.ts';
import { normalReach } from '../distributions/normal.ts';
import { levelSetting, textSetting } from '../settings.ts';
import { around, clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { pairedAucs, pairedDifference } from './auc-comparison.ts';
import { aucInterval } from './auc-interval.ts';
import { rocBand } from './roc-band.ts';
import { cornersOf, rocCurve } from './roc-curve.ts';

const source = 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845';

const title: Text = { ko: '같은 대상에서 두 점수의 AUC 비교', en: 'AUCs of two scores on the same people' };

const intervalOf = ({ value, low, high }: Estimate) => ({ value, low, high });

/** Two scores on the same people: their AUCs, the difference, and what the protocol asks of it. */
export const aucComparisonMethod = method({
  name: 'auc-comparison',
  title,
  settings: z.strictObject({
    level: levelSetting,
    hypothesis: hypothesisSetting.optional(),
    /** What the curves of the two scores are called. */
    labels: z.strictObject({ first: textSetting, second: textSetting }).default({
      first: { ko: '첫째 점수', en: 'First score' },
      second: { ko: '둘째 점수', en: 'Second score' },
    }),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['auc-first', 'auc-second', 'difference', 'p'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-comparison-method.ts',
  run: (roles, { level, hypothesis, labels }) => {
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
    const scores = [groups(first.value), groups(second.value)] as const;
    const both = pairedAucs(scores);
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
    const curves = all(scores.map((score) => rocCurve(score.diseased, score.healthy)));
    if (!curves.ok) return curves;
    const aucs = [one(0), one(1)] as const;
    return succeed({
      estimates: {
        'auc-first': aucs[0],
        'auc-second': aucs[1],
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
      shapes: [
        {
          shape: 'roc' as const,
          label: title,
          n: parts,
          level,
          curves: curves.value.map((curve, index) => ({
            label: index === 0 ? labels.first : labels.second,
            auc: intervalOf(aucs[index === 0 ? 0 : 1]),
            points: cornersOf(curve),
            band: rocBand(curve, parts, { level }),
          })),
        },
      ],
      warnings,
    });
  },
});
