import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary } from '../columns.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { coPrimary, type PrimaryTest } from './co-primary.ts';
import { differenceForest } from './difference-forest.ts';
import { hypothesisEstimate, hypothesisSetting, type Hypothesis } from './hypothesis.ts';
import { gapWords } from './paired-share.ts';
import { shareEstimate } from './share-estimate.ts';
import { twoArms } from './two-arms.ts';
import { unpairedProportions, unpairedScore, type TwoShares } from './unpaired-proportions.ts';

const title = {
  ko: '서로 다른 두 집단의 민감도와 특이도 비교',
  en: 'Sensitivity and specificity in two groups of different people',
};
const source = 'Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226';

/** Sensitivity and specificity in two arms, and what the protocol asks of their differences. */
export const unpairedAccuracyMethod = method({
  name: 'unpaired-accuracy',
  title,
  settings: z.strictObject({
    level: levelSetting,
    /** The two values of `arm`, first and second; by name when left out. */
    arms: z.tuple([z.string(), z.string()]).optional(),
    /** Co-primary when both are given. */
    sensitivity: hypothesisSetting.optional(),
    specificity: hypothesisSetting.optional(),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'result', kind: 'binary' },
    { role: 'arm', kind: 'label' },
  ],
  gives: [
    ...['sensitivity', 'specificity'].flatMap((name) =>
      ['first', 'second', 'difference', 'p'].map((part) => `${name}-${part}`),
    ),
    'co-primary-*',
  ],
  byGroup: false,
  file: 'statistics/src/accuracy/unpaired-accuracy-method.ts',
  run: (roles, { level, arms: order, ...hypotheses }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const result = completeBinary(roles, 'result');
    if (!result.ok) return result;
    const arms = twoArms(roles, order);
    if (!arms.ok) return arms;
    const shareOf = (arm: number, wanted: number) => {
      const share = { events: 0, trials: 0 };
      truth.value.forEach((value, row) => {
        if (value !== wanted || arms.value.codes[row] !== arm) return;
        share.trials += 1;
        if (result.value[row] === wanted) share.events += 1;
      });
      return share;
    };
    const of = (wanted: number) => ({ first: shareOf(0, wanted), second: shareOf(1, wanted) });
    const [ill, well] = [of(1), of(0)];
    for (const [diseased, healthy] of [
      [ill.first.trials, well.first.trials],
      [ill.second.trials, well.second.trials],
    ] as const)
      if (diseased < 2 || healthy < 2) return fail({ kind: 'too-few-cases', diseased, healthy });
    const sensitivity = compared('sensitivity', ill, { level, hypothesis: hypotheses.sensitivity });
    if (!sensitivity.ok) return sensitivity;
    const specificity = compared('specificity', well, { level, hypothesis: hypotheses.specificity });
    if (!specificity.ok) return specificity;
    const [one, two] = [sensitivity.value.test, specificity.value.test];
    const parts = {
      diseased: ill.first.trials + ill.second.trials,
      healthy: well.first.trials + well.second.trials,
    };
    const both = one === null || two === null ? null : coPrimary(one, two, { level, n: roles.rows, parts });
    return succeed({
      estimates: {
        ...sensitivity.value.estimates,
        ...specificity.value.estimates,
        ...(both === null ? {} : { 'co-primary-p': both.p }),
      },
      shapes: (['sensitivity', 'specificity'] as const).map((name) =>
        differenceForest({
          label: title,
          quantity: gapWords[name],
          hypothesis: hypotheses[name],
          rows: [
            {
              label: gapWords[name],
              estimate: (name === 'sensitivity' ? sensitivity : specificity).value.difference,
            },
          ],
        }),
      ),
      warnings: [
        ...sensitivity.value.warnings,
        ...specificity.value.warnings,
        ...(both === null ? [] : [both.warning]),
      ],
    });
  },
});

type Compared = {
  readonly estimates: Readonly<Record<string, Estimate>>;
  readonly difference: Estimate;
  readonly test: PrimaryTest | null;
  readonly warnings: readonly Warning[];
};

function compared(
  name: 'sensitivity' | 'specificity',
  shares: TwoShares,
  { level, hypothesis }: { readonly level: number; readonly hypothesis: Hypothesis | undefined },
): Result<Compared, Fault> {
  const first = shareEstimate(name, shares.first, { form: 'wilson', level });
  if (!first.ok) return first;
  const second = shareEstimate(name, shares.second, { form: 'wilson', level });
  if (!second.ok) return second;
  const found = unpairedProportions(shares, level);
  if (!found.ok) return found;
  const about = {
    n: shares.first.trials + shares.second.trials,
    parts: {
      eventsFirst: shares.first.events,
      trialsFirst: shares.first.trials,
      eventsSecond: shares.second.events,
      trialsSecond: shares.second.trials,
    },
  };
  const scoreAt = (supposed: number): number => unpairedScore(shares, supposed);
  const tested = hypothesis === undefined ? null : hypothesisEstimate(scoreAt, hypothesis, about);
  if (tested !== null && !tested.ok) return tested;
  const warnings: readonly Warning[] = tested === null ? [] : [tested.value.warning];
  const difference = makeEstimate({
    ...about,
    value: found.value.difference,
    limits: found.value.limits,
    level,
    unit: 'probability',
    method: {
      ko: 'Miettinen-Nurminen 점수 신뢰구간(독립 차이)',
      en: 'Miettinen-Nurminen score interval of an unpaired difference',
    },
    source,
    warnings,
  });
  return succeed({
    difference,
    test:
      tested === null || hypothesis === undefined
        ? null
        : { p: tested.value.p.value, alpha: hypothesis.alpha },
    estimates: {
      [`${name}-first`]: first.value,
      [`${name}-second`]: second.value,
      [`${name}-difference`]: difference,
      [`${name}-p`]:
        tested?.value.p ??
        makeEstimate({
          ...about,
          value: normalTwoSided(scoreAt(0)),
          limits: null,
          level,
          unit: 'probability',
          method: { ko: '점수 검정(양측)', en: 'Score test (two-sided)' },
          source,
        }),
    },
    warnings,
  });
}
