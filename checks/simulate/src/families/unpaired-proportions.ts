import { unwrap } from '@daero/domain/result';
import { unpairedProportions, unpairedScore } from '@daero/statistics/accuracy/unpaired-proportions';
import { normalTwoSided } from '@daero/statistics/distributions/normal';
import { z } from 'zod';
import { binomial } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

export const unpairedProportionsFamily = family({
  name: 'unpaired-proportions',
  title: { ko: '다른 대상에서 두 비율의 차이', en: 'Two proportions of different people' },
  model: { ko: '두 이항 표본입니다.', en: 'Two binomial counts.' },
  settings: z.strictObject({
    first: z.number(),
    second: z.number(),
    firstN: z.number().int(),
    secondN: z.number().int(),
  }),
  file: 'checks/simulate/src/families/unpaired-proportions.ts',
  prepare: ({ first, second, firstN, secondN }) => {
    const alike = first === second;
    return {
      lines: [
        covers('difference', first - second, 'Miettinen-Nurminen', 'default'),
        ...(alike ? [rejectsTruth('difference', 0, 'score test', 'default')] : []),
      ],
      replicate: (random) => {
        const shares = {
          first: { events: binomial(random, firstN, first), trials: firstN },
          second: { events: binomial(random, secondN, second), trials: secondN },
        };
        const { limits } = unwrap(unpairedProportions(shares, 0.95));
        return alike ? [limits, normalTwoSided(unpairedScore(shares, 0))] : [limits];
      },
    };
  },
});
