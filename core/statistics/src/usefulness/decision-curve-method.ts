import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary, completeNumbers, hasColumn } from '../columns.ts';
import { decisionGives, decisionSettings, outputOfDecision } from './decision-output.ts';

const title = { ko: '의사결정 곡선', en: 'Decision curve' };

/** Whether acting on a risk helps, at the threshold that the protocol names and at others, and whether it helps more than another risk. */
export const decisionCurveMethod = method({
  name: 'decision-curve',
  title,
  settings: z.strictObject({
    ...decisionSettings,
    /** Stated where cases and controls were found apart. */
    prevalence: z.number().gt(0).lt(1).optional(),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'risk', kind: 'number' },
    { role: 'other', kind: 'number', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: decisionGives,
  byGroup: true,
  file: 'statistics/src/usefulness/decision-curve-method.ts',
  run: (roles, { prevalence, ...settings }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const risk = completeNumbers(roles, 'risk');
    if (!risk.ok) return risk;
    const other = hasColumn(roles, 'other') ? completeNumbers(roles, 'other') : succeed(null);
    if (!other.ok) return other;
    const outcome = truth.value;
    const diseased = outcome.reduce((sum, each) => sum + each, 0);
    return outputOfDecision(
      {
        label: title,
        people:
          prevalence === undefined
            ? { design: 'cohort', outcome }
            : { design: 'case-control', outcome, prevalence },
        risk: risk.value,
        other: other.value,
        parts: { diseased, healthy: roles.rows - diseased },
        source:
          prevalence === undefined
            ? 'Vickers and Elkin (2006), Med Decis Making 26, 565-574; Pfeiffer and Gail (2020), Statistics in Medicine 39, 3107-3120'
            : 'Vickers, Cronin, Elkin and Gonen (2008), BMC Med Inform Decis Mak 8, 53; Pfeiffer and Gail (2020), Statistics in Medicine 39, 3107-3120',
      },
      settings,
    );
  },
});
