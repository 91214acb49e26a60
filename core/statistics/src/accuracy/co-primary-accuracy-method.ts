import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { ForestShape } from '@daero/domain/shape';
import { z } from 'zod';
import { scoredCases } from '../columns.ts';
import { binomialAtLeast } from '../distributions/binomial.ts';
import { normalUpper } from '../distributions/normal.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { binaryAccuracy, classify, type Share } from './binary-accuracy.ts';
import { coPrimary, type PrimaryTest } from './co-primary.ts';
import { shareEstimate } from './share-estimate.ts';

const title = {
  ko: '목표값에 대한 민감도와 특이도(공동 일차)',
  en: 'Sensitivity and specificity against goals (co-primary)',
};

const goalSetting = z.strictObject({
  /** What the true share must lie above; fixed in the protocol. */
  goal: z.number(),
  /** One-sided. */
  alpha: z.number().gt(0).lt(0.5).default(0.025),
});
type Goal = z.output<typeof goalSetting>;

/** One device against performance goals: it succeeds where sensitivity and specificity both lie above theirs. */
export const coPrimaryAccuracyMethod = method({
  name: 'co-primary-accuracy',
  title,
  settings: z.strictObject({
    threshold: z.number(),
    positiveWhen: z.enum(['at-least', 'above']).default('at-least'),
    sensitivity: goalSetting,
    specificity: goalSetting,
    /** `exact`: binomial test and Clopper-Pearson limits; `score`: score test and Wilson limits. Limits and test agree. */
    test: z.enum(['exact', 'score']).default('exact'),
    level: levelSetting,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['sensitivity', 'specificity', 'sensitivity-p', 'specificity-p', 'co-primary-p'],
  byGroup: true,
  file: 'statistics/src/accuracy/co-primary-accuracy-method.ts',
  run: (roles, { threshold, positiveWhen, test, level, ...goals }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const { truth, score, diseased, healthy } = cases.value;
    const shares = binaryAccuracy(classify(truth, score, { threshold, positiveWhen }));
    const form = test === 'exact' ? ('clopper-pearson' as const) : ('wilson' as const);
    const judged = (name: 'sensitivity' | 'specificity') => {
      const p = aboveGoal(name, shares[name], { goal: goals[name], test });
      if (!p.ok) return p;
      const estimate = shareEstimate(name, shares[name], { form, level });
      return estimate.ok ? succeed({ p: p.value, estimate: estimate.value }) : estimate;
    };
    const one = judged('sensitivity');
    if (!one.ok) return one;
    const two = judged('specificity');
    if (!two.ok) return two;
    const parts = { diseased: diseased.length, healthy: healthy.length };
    const both = coPrimary(one.value.p, two.value.p, { level, n: roles.rows, parts });
    const testEstimate = (name: 'sensitivity' | 'specificity', { p }: PrimaryTest) =>
      makeEstimate({
        value: p,
        limits: null,
        level,
        unit: 'probability',
        n: shares[name].trials,
        parts: { ...shares[name] },
        method:
          test === 'exact'
            ? {
                ko: `정확 이항 검정(단측, 목표 ${goals[name].goal})`,
                en: `Exact binomial test (one-sided, goal ${goals[name].goal})`,
              }
            : {
                ko: `점수 검정(단측, 목표 ${goals[name].goal})`,
                en: `Score test (one-sided, goal ${goals[name].goal})`,
              },
        source:
          test === 'exact'
            ? 'Clopper and Pearson (1934), Biometrika 26, 404-413'
            : 'Wilson (1927), J Am Stat Assoc 22, 209-212',
      });
    const warnings: readonly Warning[] = [both.warning];
    const rows: readonly ForestShape[] = (['sensitivity', 'specificity'] as const).map((name) => {
      const { value, low, high, n } = (name === 'sensitivity' ? one : two).value.estimate;
      const quantity =
        name === 'sensitivity' ? { ko: '민감도', en: 'Sensitivity' } : { ko: '특이도', en: 'Specificity' };
      return {
        shape: 'forest',
        label: title,
        quantity,
        level,
        scale: 'linear',
        reference: null,
        margins: [goals[name].goal],
        rows: [{ label: quantity, value, low, high, n, weight: null, role: 'summary' }],
        prediction: null,
        heterogeneity: null,
      };
    });
    return succeed({
      estimates: {
        sensitivity: one.value.estimate,
        specificity: two.value.estimate,
        'sensitivity-p': testEstimate('sensitivity', one.value.p),
        'specificity-p': testEstimate('specificity', two.value.p),
        'co-primary-p': both.p,
      },
      shapes: rows,
      warnings,
    });
  },
});

/** The one-sided p that the true share is no more than the goal. */
function aboveGoal(
  quantity: string,
  { events, trials }: Share,
  { goal: { goal, alpha }, test }: { readonly goal: Goal; readonly test: 'exact' | 'score' },
): Result<PrimaryTest, Fault> {
  if (!(goal > 0 && goal < 1)) return fail({ kind: 'goal-impossible', quantity, goal });
  const p =
    test === 'exact'
      ? binomialAtLeast(events, trials, goal)
      : normalUpper((events / trials - goal) / Math.sqrt((goal * (1 - goal)) / trials));
  return succeed({ p, alpha });
}
