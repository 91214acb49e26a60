import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { differenceForest } from '../accuracy/difference-forest.ts';
import { hypothesisEstimate, hypothesisSetting } from '../accuracy/hypothesis.ts';
import { twoArms } from '../accuracy/two-arms.ts';
import { checkVaries, completeBinary, completeNumbers } from '../columns.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { studentCdf, studentReach } from '../distributions/student-t.ts';
import { levelSetting } from '../settings.ts';
import { around, clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { unpairedDifference } from './auc-comparison.ts';
import { aucDelong, type AucEstimate } from './auc-delong.ts';
import { aucInterval } from './auc-interval.ts';
import { rocShape } from './roc-shape.ts';

const title: Text = { ko: '서로 다른 두 집단의 AUC 비교', en: 'AUCs in two groups of different people' };
const gap: Text = { ko: 'AUC 차이(첫째 - 둘째)', en: 'Difference in AUC (first minus second)' };
const source =
  'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; Welch (1947), Biometrika 34, 28-35';

/** One score, or two devices, in different people: sites, scanners, arms of a trial. */
export const aucUnpairedMethod = method({
  name: 'auc-unpaired',
  title,
  settings: z.strictObject({
    level: levelSetting,
    /** The two values of `arm`, first and second; by name when left out. */
    arms: z.tuple([z.string(), z.string()]).optional(),
    hypothesis: hypothesisSetting.optional(),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'arm', kind: 'label' },
  ],
  gives: ['auc-first', 'auc-second', 'difference', 'p'],
  byGroup: false,
  file: 'statistics/src/discrimination/auc-unpaired-method.ts',
  run: (roles, { level, arms: order, hypothesis }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const score = completeNumbers(roles, 'score');
    if (!score.ok) return score;
    const arms = twoArms(roles, order);
    if (!arms.ok) return arms;
    const { names, codes } = arms.value;
    const of = (arm: number) => armOf({ truth: truth.value, score: score.value, codes }, arm);
    const [one, two] = [of(0), of(1)];
    if (!one.ok) return one;
    if (!two.ok) return two;

    const both = [one.value, two.value] as const;
    const difference = both[0].auc.auc - both[1].auc.auc;
    const standardError = Math.hypot(both[0].auc.standardError, both[1].auc.standardError);
    const { df, p } = unpairedDifference(both[0].auc, both[1].auc);
    const sure = standardError === 0; // both groups separated: no variance, and no degrees of freedom
    const parts = {
      diseasedFirst: both[0].auc.diseased,
      healthyFirst: both[0].auc.healthy,
      diseasedSecond: both[1].auc.diseased,
      healthySecond: both[1].auc.healthy,
    };
    const about = { level, n: roles.rows, parts, source };
    const scoreAt = (supposed: number): number => {
      const distance = difference - supposed;
      if (distance === 0) return 0;
      return sure ? distance * Infinity : normalQuantile(studentCdf(distance / standardError, df));
    };
    const tested = hypothesis === undefined ? null : hypothesisEstimate(scoreAt, hypothesis, about);
    if (tested !== null && !tested.ok) return tested;
    const warnings: readonly Warning[] = tested === null ? [] : [tested.value.warning];
    const shift = makeEstimate({
      ...about,
      value: difference,
      limits: sure ? null : clip(around(difference, standardError, studentReach(level, df)), -1, 1),
      standardError,
      unit: 'auc',
      method: {
        ko: 'DeLong 분산, Welch t 신뢰구간(Satterthwaite 자유도)',
        en: "DeLong variances, Welch's t interval with Satterthwaite's degrees of freedom",
      },
      warnings,
    });
    const aucs = both.map(({ auc }) => {
      const limits = aucInterval(auc, { form: 'logit', level });
      return makeEstimate({
        value: auc.auc,
        limits,
        standardError: auc.standardError,
        level,
        unit: 'auc',
        n: auc.diseased + auc.healthy,
        parts: { diseased: auc.diseased, healthy: auc.healthy },
        method: { ko: 'DeLong 분산, 로짓 신뢰구간', en: 'DeLong variance, logit interval' },
        source,
        warnings: limits.form === 'disjoint-pairs' ? [{ kind: 'perfect-separation', facts: {} }] : [],
      });
    });
    const [first, second] = aucs;
    if (first === undefined || second === undefined) throw new Error('two arms were read');
    const shapes = [];
    for (const [i, { diseased, healthy }] of both.entries()) {
      const name = names[i] ?? '';
      const label = { ko: name, en: name };
      const drawn = rocShape(label, level, [{ label, auc: aucs[i] ?? first, diseased, healthy }]);
      if (!drawn.ok) return drawn;
      shapes.push(drawn.value);
    }
    return succeed({
      estimates: {
        'auc-first': first,
        'auc-second': second,
        difference: shift,
        p:
          tested?.value.p ??
          makeEstimate({
            ...about,
            value: sure ? (difference === 0 ? 1 : 0) : p,
            limits: null,
            unit: 'probability',
            method: { ko: 'Welch t 검정(양측)', en: "Welch's t test (two-sided)" },
          }),
      },
      shapes: [
        ...shapes,
        differenceForest({
          label: title,
          quantity: gap,
          hypothesis,
          rows: [{ label: gap, estimate: shift }],
        }),
      ],
      warnings,
    });
  },
});

function armOf(
  rows: { readonly truth: Float64Array; readonly score: Float64Array; readonly codes: Uint8Array },
  arm: number,
): Result<
  { readonly auc: AucEstimate; readonly diseased: Float64Array; readonly healthy: Float64Array },
  Fault
> {
  const where = (truth: number) =>
    rows.score.filter((_value, row) => rows.codes[row] === arm && rows.truth[row] === truth);
  const [diseased, healthy] = [where(1), where(0)];
  const varies = checkVaries([...diseased, ...healthy]);
  const auc = aucDelong(diseased, healthy);
  if (!auc.ok) return auc;
  return varies.ok ? succeed({ auc: auc.value, diseased, healthy }) : varies;
}
