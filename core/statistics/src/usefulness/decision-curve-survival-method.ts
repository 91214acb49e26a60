import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary, completeNumbers, hasColumn } from '../columns.ts';
import { decisionGives, decisionSettings, outputOfDecision } from './decision-output.ts';

const title = { ko: '생존 자료의 의사결정 곡선', en: 'Decision curve for an event in time' };

/** Whether acting on a risk of an event by a horizon helps, with people lost to follow-up before it. */
export const decisionCurveSurvivalMethod = method({
  name: 'decision-curve-survival',
  title,
  settings: z.strictObject({
    ...decisionSettings,
    /** Days at which the event is looked at; the risks are risks by then. */
    horizon: z.number().positive(),
  }),
  takes: [
    { role: 'time', kind: 'number' },
    { role: 'event', kind: 'binary' },
    { role: 'risk', kind: 'number' },
    { role: 'other', kind: 'number', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: decisionGives,
  byGroup: true,
  file: 'statistics/src/usefulness/decision-curve-survival-method.ts',
  run: (roles, { horizon, ...settings }) => {
    const time = completeNumbers(roles, 'time');
    if (!time.ok) return time;
    const event = completeBinary(roles, 'event');
    if (!event.ok) return event;
    const risk = completeNumbers(roles, 'risk');
    if (!risk.ok) return risk;
    const other = hasColumn(roles, 'other') ? completeNumbers(roles, 'other') : succeed(null);
    if (!other.ok) return other;
    const diseased = time.value.filter((days, row) => days <= horizon && event.value[row] === 1).length;
    return outputOfDecision(
      {
        label: title,
        people: { design: 'survival', time: time.value, event: event.value, horizon },
        risk: risk.value,
        other: other.value,
        // Events seen by the horizon, and everybody else.
        parts: { diseased, healthy: roles.rows - diseased },
        source:
          'Vickers, Cronin, Elkin and Gonen (2008), BMC Med Inform Decis Mak 8, 53; Reid (1981), Annals of Statistics 9, 78-92',
      },
      settings,
    );
  },
});
