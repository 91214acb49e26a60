import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary, completeLabels } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { verificationBias, type CorrectedShare } from './verification-bias.ts';

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
  gives: ['sensitivity', 'specificity'],
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
    const about = {
      level,
      n: roles.rows,
      parts: { verified: roles.rows - positive.unverified - negative.unverified, people: roles.rows },
      unit: 'probability' as const,
      method: { ko: 'Begg-Greenes 보정, 로짓 신뢰구간', en: 'Begg-Greenes correction, logit interval' },
      source: 'Begg and Greenes (1983), Biometrics 39, 207-215',
    };
    const corrected = ({ value, standardError, limits }: CorrectedShare) =>
      makeEstimate({ ...about, value, standardError, limits });
    const { sensitivity, specificity } = found.value;
    return succeed({
      estimates: {
        sensitivity: corrected(sensitivity),
        specificity: corrected(specificity),
      },
      shapes: [],
      warnings: [],
    });
  },
});
