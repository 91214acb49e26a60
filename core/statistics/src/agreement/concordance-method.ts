import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeNumbers } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { linConcordance } from './lin-concordance.ts';

/** How close two ways of measuring lie to the line of equality. */
export const concordanceMethod = method({
  name: 'concordance',
  title: { ko: '일치상관계수(Lin)', en: 'Concordance correlation (Lin)' },
  settings: z.strictObject({ level: levelSetting }),
  takes: [
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['concordance'],
  byGroup: true,
  file: 'statistics/src/agreement/concordance-method.ts',
  run: (roles, { level }) => {
    const first = completeNumbers(roles, 'first');
    if (!first.ok) return first;
    const second = completeNumbers(roles, 'second');
    if (!second.ok) return second;
    const found = linConcordance(first.value, second.value, level);
    if (!found.ok) return found;
    return succeed({
      estimates: {
        concordance: makeEstimate({
          value: found.value.concordance,
          limits: found.value.limits,
          level,
          unit: 'ratio',
          n: roles.rows,
          parts: { subjects: roles.rows },
          method: { ko: 'Lin 일치상관계수, Fisher z 신뢰구간', en: "Lin's concordance, Fisher's z interval" },
          source: 'Lin (1989), Biometrics 45, 255-268; (2000), Biometrics 56, 324-325',
        }),
      },
      shapes: [],
      warnings: [],
    });
  },
});
