import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { sum } from '../summary/moments.ts';
import { binomialIntervals } from './binomial-interval.ts';
import { shareEstimate } from './share-estimate.ts';

/** How many of all had the event. */
export const proportionMethod = method({
  name: 'proportion',
  title: { ko: '비율', en: 'Proportion' },
  settings: z.strictObject({ level: levelSetting, interval: z.enum(binomialIntervals).default('wilson') }),
  takes: [
    { role: 'event', kind: 'binary' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['proportion'],
  byGroup: true,
  file: 'statistics/src/accuracy/proportion-method.ts',
  run: (roles, { level, interval }) => {
    const events = completeBinary(roles, 'event');
    if (!events.ok) return events;
    const share = { events: sum(events.value), trials: events.value.length };
    const estimate = shareEstimate('proportion', share, { form: interval, level });
    return estimate.ok
      ? succeed({ estimates: { proportion: estimate.value }, shapes: [], warnings: [] })
      : estimate;
  },
});
