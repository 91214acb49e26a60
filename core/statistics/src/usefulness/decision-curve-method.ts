import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary, completeNumbers } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { decisionCurve } from './decision-curve.ts';

const about = {
  method: { ko: '순편익, 사람별 기여의 분산', en: 'Net benefit, variance from what each person adds' },
  source:
    'Vickers and Elkin (2006), Med Decis Making 26, 565-574; Pfeiffer and Gail (2020), Statistics in Medicine 39, 3107-3120',
};

/** Whether acting on a risk helps, at the threshold that the protocol names and at others. */
export const decisionCurveMethod = method({
  name: 'decision-curve',
  title: { ko: '의사결정 곡선', en: 'Decision curve' },
  settings: z.strictObject({
    /** The threshold of the protocol: `net-benefit`, `net-benefit-all` and `gain` are given there. */
    threshold: z.number().gt(0).lt(1),
    /** Further ones give `gain-at-<threshold>`. */
    thresholds: z.array(z.number().gt(0).lt(1)).default([]),
    /** Stated where cases and controls were found apart. */
    prevalence: z.number().gt(0).lt(1).optional(),
    level: levelSetting,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'risk', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['net-benefit', 'net-benefit-all', 'gain'],
  byGroup: true,
  file: 'statistics/src/usefulness/decision-curve-method.ts',
  run: (roles, { threshold, thresholds, prevalence, level }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const risk = completeNumbers(roles, 'risk');
    if (!risk.ok) return risk;
    const outcome = truth.value;
    const found = decisionCurve(
      prevalence === undefined
        ? { design: 'cohort', outcome }
        : { design: 'case-control', outcome, prevalence },
      [{ name: 'risk', risk: risk.value }],
      { thresholds: [threshold, ...thresholds], level },
    );
    if (!found.ok) return found;
    const { all, curves } = found.value;
    const [own, treatAll] = [curves[0]?.points[0], all.points[0]];
    if (own === undefined || treatAll === undefined)
      return fail({ kind: 'threshold-outside', value: threshold });
    const events = outcome.reduce((sum, each) => sum + each, 0);
    const parts = { diseased: events, healthy: roles.rows - events };
    const estimate = ({ value, limits, standardError }: typeof own.gain) =>
      makeEstimate({ ...about, value, limits, standardError, level, unit: 'score', n: roles.rows, parts });
    const netBenefit = ({ netBenefit: value, limits, standardError }: typeof own) =>
      estimate({ value, limits, standardError });
    return succeed({
      estimates: {
        'net-benefit': netBenefit(own),
        'net-benefit-all': netBenefit(treatAll),
        gain: estimate(own.gain),
        ...Object.fromEntries(
          (curves[0]?.points ?? [])
            .slice(1)
            .map((point) => [`gain-at-${point.threshold}`, estimate(point.gain)]),
        ),
      },
      shapes: [],
      warnings: [],
    });
  },
});
