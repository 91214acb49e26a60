import { unwrap } from '@daero/domain/result';
import { kaplanMeier, survivalAt } from '@daero/statistics/survival/kaplan-meier';
import { kaplanMeierMethod } from '@daero/statistics/survival/kaplan-meier-method';
import { logRank } from '@daero/statistics/survival/log-rank';
import { survivalInterval, survivalIntervals } from '@daero/statistics/survival/survival-interval';
import { z } from 'zod';
import { exponential } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

const usual = kaplanMeierMethod.settings.shape.interval.parse(undefined);

export const survivalFamily = family({
  name: 'survival',
  title: { ko: 'Kaplan-Meier와 로그순위', en: 'Kaplan-Meier and the log-rank test' },
  model: {
    ko: '지수 시간과 고른 중도절단의 두 집단. 곡선은 첫째 집단의 시점 1에서 봅니다.',
    en: 'Two groups with exponential times and even censoring; the curve is that of the first, at time 1.',
  },
  settings: z.strictObject({
    n: z.number().int(),
    rate: z.number(),
    lastCensored: z.number(),
  }),
  file: 'checks/simulate/src/families/survival.ts',
  prepare: ({ n, rate, lastCensored }) => {
    const group = Array.from({ length: 2 * n }, (_none, i) => (i < n ? 0 : 1));
    return {
      lines: [
        ...survivalIntervals.map((form) =>
          covers('survival', Math.exp(-rate), form, form === usual ? 'default' : 'asymptotic'),
        ),
        rejectsTruth('curves', 0, 'log-rank', 'default'),
      ],
      replicate: (random) => {
        const people = group.map(() => {
          const [event, lost] = [exponential(random, rate), lastCensored * random.uniform()];
          return event <= lost ? { time: event, event: 1 } : { time: lost, event: 0 };
        });
        const [time, event] = [people.map((each) => each.time), people.map((each) => each.event)];
        const curve = unwrap(kaplanMeier({ time: time.slice(0, n), event: event.slice(0, n) }));
        const at = survivalAt(curve, 1);
        const test = logRank({ time, event, group, groups: 2 });
        return [
          ...survivalIntervals.map((form) => survivalInterval(at, { form, level: 0.95 })),
          test.ok ? test.value.p : null,
        ];
      },
    };
  },
});
