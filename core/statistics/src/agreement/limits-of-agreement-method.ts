import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeLabels, completeNumbers, hasColumn } from '../columns.ts';
import { levelSetting, textSetting } from '../settings.ts';
import type { Limits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { blandAltman } from './bland-altman.ts';
import { icc } from './icc.ts';

const blandAltmanSource =
  'Bland and Altman (1999), Stat Methods Med Res 8, 135-160; (2007), J Biopharm Stat 17, 571-582';

const title = {
  ko: '두 측정의 일치 한계(Bland-Altman)',
  en: 'Limits of agreement of two measurements (Bland-Altman)',
};
const proportional = 0.05;

/** Two ways of measuring one quantity: bias, limits of agreement, and the reliability of a single measurement. */
export const limitsOfAgreementMethod = method({
  name: 'limits-of-agreement',
  title,
  settings: z.strictObject({
    level: levelSetting,
    multiplier: z.number().positive().default(1.96),
    /** What is measured, for the plot. */
    unit: textSetting.default({ ko: '측정 단위', en: 'unit of measurement' }),
  }),
  takes: [
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    { role: 'subject', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['bias', 'lower-limit', 'upper-limit', 'icc', 'sd-between', 'proportional-slope-p', 'sd-within*'],
  byGroup: true,
  file: 'statistics/src/agreement/limits-of-agreement-method.ts',
  run: (roles, { level, multiplier, unit }) => {
    const first = completeNumbers(roles, 'first');
    if (!first.ok) return first;
    const second = completeNumbers(roles, 'second');
    if (!second.ok) return second;
    const subject = hasColumn(roles, 'subject') ? completeLabels(roles, 'subject') : succeed(undefined);
    if (!subject.ok) return subject;
    const found = blandAltman(first.value, second.value, {
      level,
      multiplier,
      ...(subject.value === undefined ? {} : { subject: subject.value }),
    });
    if (!found.ok) return found;
    const reliability = icc([first.value, second.value], {
      form: { model: 'two-way', type: 'agreement', unit: 'single' },
      level,
    });
    if (!reliability.ok) return reliability;
    const { bias, biasLimits, agreement, lowerLimits, upperLimits, subjects, pairs } = found.value;
    const about = { level, n: subjects, parts: { subjects, pairs } };
    const { proportionalBias, betweenSubjects, withinSubjects } = found.value;
    const warnings: Warning[] = [];
    if (pairs > subjects) warnings.push({ kind: 'repeated-pairs', facts: { pairs, subjects } });
    if (proportionalBias.p < proportional)
      warnings.push({
        kind: 'proportional-bias',
        facts: {
          slope: Number(proportionalBias.slope.toPrecision(3)),
          p: Number(proportionalBias.p.toPrecision(2)),
        },
      });
    const measured = (value: number, limits: Limits | null, ko: string, en: string): Estimate =>
      makeEstimate({
        ...about,
        value,
        limits,
        unit: 'score',
        method: { ko, en },
        source: blandAltmanSource,
        warnings,
      });
    const ofBias = measured(bias, biasLimits, '평균 차이, t 신뢰구간', 'Mean difference, t interval');
    const lower = measured(
      agreement.low,
      lowerLimits,
      '일치 하한, t 신뢰구간',
      'Lower limit of agreement, t interval',
    );
    const upper = measured(
      agreement.high,
      upperLimits,
      '일치 상한, t 신뢰구간',
      'Upper limit of agreement, t interval',
    );
    const plain = ({ value, low, high }: Estimate) => ({ value, low, high });
    return succeed({
      estimates: {
        bias: ofBias,
        'lower-limit': lower,
        'upper-limit': upper,
        'sd-between': measured(
          betweenSubjects,
          null,
          '차이의 표준편차, 대상 사이',
          'Standard deviation of the difference, between subjects',
        ),
        ...(withinSubjects === null
          ? {}
          : {
              'sd-within': measured(
                withinSubjects,
                null,
                '차이의 표준편차, 대상 안',
                'Standard deviation of the difference, within subjects',
              ),
            }),
        'proportional-slope-p': makeEstimate({
          ...about,
          value: Number.isNaN(proportionalBias.p) ? 1 : proportionalBias.p,
          limits: null,
          unit: 'probability',
          method: {
            ko: '차이의 평균에 대한 기울기 검정(양측)',
            en: 'Test of the slope of the difference on the mean (two-sided)',
          },
          source: blandAltmanSource,
        }),
        icc: makeEstimate({
          ...about,
          value: reliability.value.icc,
          limits: pairs === subjects ? reliability.value.limits : null,
          unit: 'ratio',
          method: { ko: '급내상관계수 ICC(A,1)', en: 'Intraclass correlation ICC(A,1)' },
          source: 'McGraw and Wong (1996), Psychological Methods 1, 30-46',
        }),
      },
      shapes: [
        {
          shape: 'bland-altman' as const,
          label: title,
          unit,
          n: subjects,
          level,
          points: Array.from(first.value, (value, row) => ({
            mean: (value + (second.value[row] ?? NaN)) / 2,
            difference: value - (second.value[row] ?? NaN),
          })),
          bias: plain(ofBias),
          lower: plain(lower),
          upper: plain(upper),
        },
      ],
      warnings,
    });
  },
});
