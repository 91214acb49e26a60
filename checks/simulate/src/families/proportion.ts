import { unwrap } from '@daero/domain/result';
import { binomialInterval, binomialIntervals } from '@daero/statistics/accuracy/binomial-interval';
import { proportionMethod } from '@daero/statistics/accuracy/proportion-method';
import { z } from 'zod';
import { binomial } from '../draws.ts';
import { covers, family, type Standing } from '../family.ts';

const level = 0.95;
const usual = proportionMethod.settings.parse({}).interval;

const standingOf = (form: (typeof binomialIntervals)[number]): Standing =>
  form === usual ? 'default' : standings[form];

const standings: Readonly<Record<(typeof binomialIntervals)[number], Standing>> = {
  wilson: 'other',
  'wilson-continuity': 'other',
  'clopper-pearson': 'exact',
  jeffreys: 'other',
  'agresti-coull': 'other',
  wald: 'asymptotic',
  logit: 'asymptotic',
  probit: 'asymptotic',
  cloglog: 'asymptotic',
};

export const proportionFamily = family({
  name: 'proportion',
  title: { ko: '한 비율의 신뢰구간', en: 'One proportion' },
  model: {
    ko: '이항 표본. p가 범위이면 연구마다 그 안에서 고르게 뽑습니다.',
    en: 'Binomial counts; where p is a range, each study draws its own p evenly from it.',
  },
  settings: z.strictObject({
    p: z.union([z.number(), z.tuple([z.number(), z.number()])]),
    n: z.number().int(),
  }),
  file: 'checks/simulate/src/families/proportion.ts',
  prepare: ({ p, n }) => {
    const fixed = typeof p === 'number';
    // Where p varies its distance from itself is looked at, so that one truth serves all studies: 0.
    const truth = fixed ? p : 0;
    return {
      lines: binomialIntervals.map((form) =>
        covers(fixed ? 'p' : 'p - its own value', truth, form, standingOf(form)),
      ),
      replicate: (random) => {
        const own = typeof p === 'number' ? p : p[0] + (p[1] - p[0]) * random.uniform();
        const events = binomial(random, n, own);
        const moved = fixed ? 0 : own;
        return binomialIntervals.map((form) => {
          const { low, high } = unwrap(binomialInterval(events, n, { form, level }));
          return { low: low - moved, high: high - moved };
        });
      },
    };
  },
});
