import { unwrap } from '@daero/domain/result';
import { mcnemar } from '@daero/statistics/accuracy/mcnemar';
import { pairedAccuracyMethod } from '@daero/statistics/accuracy/paired-accuracy-method';
import { pairedIntervals, pairedProportions } from '@daero/statistics/accuracy/paired-proportions';
import { z } from 'zod';
import { multinomial } from '../draws.ts';
import { covers, family, rejectsTruth, type Line } from '../family.ts';

const level = 0.95;
const usual = pairedAccuracyMethod.settings.parse({}).interval;

export const pairedProportionsFamily = family({
  name: 'paired-proportions',
  title: {
    ko: '같은 대상에서 두 비율의 차이(민감도·특이도 비교)',
    en: 'Two proportions of the same people (sensitivity, specificity)',
  },
  model: {
    ko: '네 칸(둘 다, 첫째만, 둘째만, 둘 다 아님)의 다항 표본입니다.',
    en: 'Multinomial counts of four cells: both, only the first, only the second, neither.',
  },
  settings: z.strictObject({
    n: z.number().int(),
    both: z.number(),
    onlyFirst: z.number(),
    onlySecond: z.number(),
  }),
  file: 'checks/simulate/src/families/paired-proportions.ts',
  prepare: ({ n, both, onlyFirst, onlySecond }) => {
    const difference = onlyFirst - onlySecond;
    const tests: readonly Line[] =
      difference === 0
        ? [
            rejectsTruth('difference', 0, 'McNemar mid-p', 'default'),
            rejectsTruth('difference', 0, 'McNemar exact', 'exact'),
            rejectsTruth('difference', 0, 'McNemar asymptotic', 'asymptotic'),
            rejectsTruth('difference', 0, 'McNemar corrected', 'other'),
          ]
        : [];
    return {
      lines: [
        ...pairedIntervals.map((form) =>
          covers('difference', difference, form, form === usual ? 'default' : 'asymptotic'),
        ),
        ...tests,
      ],
      replicate: (random) => {
        const [a = 0, b = 0, c = 0, d = 0] = multinomial(random, n, [
          both,
          onlyFirst,
          onlySecond,
          1 - both - onlyFirst - onlySecond,
        ]);
        const counts = { both: a, onlyFirst: b, onlySecond: c, neither: d };
        const { midP, exactP, asymptotic, corrected } = mcnemar(counts);
        return [
          ...pairedIntervals.map((form) => unwrap(pairedProportions(counts, { form, level })).limits),
          ...(tests.length === 0 ? [] : [midP, exactP, asymptotic.p, corrected.p]),
        ];
      },
    };
  },
});
