import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { scoredCases } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { aucDelong } from './auc-delong.ts';
import { aucInterval, type AucInterval } from './auc-interval.ts';
import { cornersOf, rocCurve } from './roc-curve.ts';

const title: Text = { ko: 'ROC 곡선 아래 면적(DeLong)', en: 'Area under the ROC curve (DeLong)' };

const forms: Readonly<Record<AucInterval['form'], Text>> = {
  wald: { ko: 'DeLong 분산, Wald 신뢰구간', en: 'DeLong variance, Wald interval' },
  logit: { ko: 'DeLong 분산, 로짓 신뢰구간', en: 'DeLong variance, logit interval' },
  'disjoint-pairs': {
    ko: '완전 분리: 서로 겹치지 않는 짝에 대한 정확 신뢰구간(Clopper-Pearson)',
    en: 'Complete separation: exact interval on disjoint pairs (Clopper-Pearson)',
  },
};

const source =
  'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389-1393';

/** How well a score tells the diseased from the healthy: AUC with its interval, and the ROC curve. */
export const aucDelongMethod = method({
  name: 'auc-delong',
  title,
  settings: z.strictObject({ level: levelSetting, interval: z.enum(['wald', 'logit']).default('wald') }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['auc'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-method.ts',
  run: (roles, { level, interval }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const { diseased, healthy } = cases.value;
    const found = aucDelong(diseased, healthy);
    if (!found.ok) return found;
    const curve = rocCurve(diseased, healthy);
    if (!curve.ok) return curve;

    const { auc, standardError } = found.value;
    const { low, high, form, cutOff } = aucInterval(found.value, { form: interval, level });
    const warnings: Warning[] = [];
    if (form === 'disjoint-pairs') warnings.push({ kind: 'perfect-separation', facts: {} });
    if (cutOff) warnings.push({ kind: 'interval-cut-off', facts: {} });
    const parts = { diseased: diseased.length, healthy: healthy.length };
    return succeed({
      estimates: {
        auc: {
          value: auc,
          low,
          high,
          standardError,
          level,
          unit: 'auc' as const,
          n: roles.rows,
          parts,
          method: forms[form],
          source,
          warnings,
        },
      },
      shapes: [
        {
          shape: 'roc' as const,
          label: title,
          n: parts,
          level,
          curves: [
            { label: title, auc: { value: auc, low, high }, points: cornersOf(curve.value), band: null },
          ],
        },
      ],
      warnings,
    });
  },
});
