import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { FlowShape } from '@daero/domain/shape';
import { z } from 'zod';
import { completeBinary, completeLabels } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { shareEstimate } from './share-estimate.ts';
import { verificationBias, type CorrectedShare, type Verified } from './verification-bias.ts';

const truths = ['diseased', 'healthy', 'unverified'] as const;

/** Sensitivity and specificity where not everybody got the reference standard, and those left unverified stay in the count. */
export const verificationBiasMethod = method({
  name: 'verification-bias',
  title: {
    ko: '확인 편향을 보정한 정확도(Begg-Greenes)',
    en: 'Accuracy corrected for verification bias (Begg-Greenes)',
  },
  settings: z.strictObject({ level: levelSetting }),
  takes: [
    { role: 'test', kind: 'binary' },
    // One of diseased, healthy, unverified.
    { role: 'reference', kind: 'label' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['sensitivity', 'specificity', 'prevalence', 'ppv', 'npv', 'sensitivity-naive', 'specificity-naive'],
  byGroup: true,
  file: 'statistics/src/accuracy/verification-bias-method.ts',
  run: (roles, { level }) => {
    const test = completeBinary(roles, 'test');
    if (!test.ok) return test;
    const reference = completeLabels(roles, 'reference');
    if (!reference.ok) return reference;
    const unknown = reference.value.findIndex((label) => !truths.some((truth) => truth === label));
    if (unknown >= 0)
      return fail({
        kind: 'group-unknown',
        row: unknown + 1,
        group: reference.value[unknown] ?? '',
        known: truths,
      });
    const count = (result: number, truth: string): number =>
      reference.value.filter((label, row) => label === truth && test.value[row] === result).length;
    const of = (result: number) => ({
      diseased: count(result, 'diseased'),
      healthy: count(result, 'healthy'),
      unverified: count(result, 'unverified'),
    });
    const [positive, negative] = [of(1), of(0)];
    const found = verificationBias({ positive, negative }, level);
    if (!found.ok) return found;
    const verified = roles.rows - positive.unverified - negative.unverified;
    const about = {
      level,
      n: roles.rows,
      parts: { verified, people: roles.rows },
      unit: 'probability' as const,
      method: { ko: 'Begg-Greenes 보정, 로짓 신뢰구간', en: 'Begg-Greenes correction, logit interval' },
      source: 'Begg and Greenes (1983), Biometrics 39, 207-215; Zhou (1998), Stat Methods Med Res 7, 337-353',
    };
    const corrected = ({ value, standardError, limits }: CorrectedShare) =>
      makeEstimate({ ...about, value, standardError, limits });
    const { sensitivity, specificity, prevalence } = found.value;
    const estimates: Record<string, Estimate> = {
      sensitivity: corrected(sensitivity),
      specificity: corrected(specificity),
      prevalence: makeEstimate({
        ...about,
        ...prevalence,
        method: { ko: '이중 표집 추정, 로짓 신뢰구간', en: 'Double-sampling estimate, logit interval' },
        source: 'Tenenbein (1970), J Am Stat Assoc 65, 1350-1361',
      }),
    };
    // Predictive values are not hurt by who was verified, if the result alone decided it.
    for (const [name, events, trials] of [
      ['ppv', positive.diseased, positive.diseased + positive.healthy],
      ['npv', negative.healthy, negative.diseased + negative.healthy],
      ['sensitivity-naive', positive.diseased, positive.diseased + negative.diseased],
      ['specificity-naive', negative.healthy, positive.healthy + negative.healthy],
    ] as const) {
      const share = shareEstimate(name, { events, trials }, { form: 'wilson', level });
      if (!share.ok) return share;
      estimates[name] = share.value;
    }
    return succeed({ estimates, shapes: [flowOf(positive, negative)], warnings: [] });
  },
});

/** Who was tested and who of them was verified, positives and negatives apart. */
const flowOf = (positive: Verified, negative: Verified): FlowShape => {
  const all = ({ diseased, healthy, unverified }: Verified): number => diseased + healthy + unverified;
  const tested = all(positive) + all(negative);
  return {
    shape: 'flow',
    label: { ko: '확인의 흐름', en: 'Flow of verification' },
    unit: { ko: '명', en: 'people' },
    stages: [
      {
        label: { ko: '검사 받음', en: 'Tested' },
        n: tested,
        left: [
          { reason: { ko: '양성이나 확인되지 않음', en: 'Positive, not verified' }, n: positive.unverified },
          { reason: { ko: '음성이나 확인되지 않음', en: 'Negative, not verified' }, n: negative.unverified },
        ],
      },
      {
        label: { ko: '기준 표준으로 확인됨', en: 'Verified by the reference standard' },
        n: tested - positive.unverified - negative.unverified,
        left: [],
      },
    ],
  };
};
