import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { differenceForest } from '../accuracy/difference-forest.ts';
import { hypothesisEstimate, hypothesisSetting } from '../accuracy/hypothesis.ts';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import { bootstrapEstimate } from '../resampling/bootstrap-estimate.ts';
import { bootstrapSettings, levelSetting, textSetting } from '../settings.ts';
import { around, clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { variance as varianceOf } from '../summary/moments.ts';
import { aucBootstrap } from './auc-bootstrap.ts';
import { pairedAucs, pairedDifference } from './auc-comparison.ts';
import { aucInterval } from './auc-interval.ts';
import { hasTwoValues, pairedScores, type PairedScores } from './paired-scores.ts';
import { rocShape } from './roc-shape.ts';

const title: Text = { ko: '같은 대상에서 두 점수의 AUC 비교', en: 'AUCs of two scores on the same people' };
const gap: Text = { ko: 'AUC 차이(첫째 - 둘째)', en: 'Difference in AUC (first minus second)' };

const settings = z.strictObject({
  level: levelSetting,
  hypothesis: hypothesisSetting.optional(),
  variance: z.enum(['delong', 'bootstrap']).default('delong'),
  ...bootstrapSettings,
  /** What the curves of the two scores are called. */
  labels: z.strictObject({ first: textSetting, second: textSetting }).default({
    first: { ko: '첫째 점수', en: 'First score' },
    second: { ko: '둘째 점수', en: 'Second score' },
  }),
});
type Settings = z.output<typeof settings>;

const words = {
  delong: {
    one: { ko: 'DeLong 분산, 로짓 신뢰구간', en: 'DeLong variance, logit interval' },
    gap: { ko: '대응 DeLong 차이, Wald 신뢰구간', en: 'Paired DeLong difference, Wald interval' },
    test: { ko: '대응 DeLong 검정(양측)', en: 'Paired DeLong test (two-sided)' },
    source: 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845',
  },
  bootstrap: {
    one: {
      ko: '환자 단위 층화 붓스트랩 백분위 구간',
      en: 'Percentile interval of stratified bootstrap samples of patients',
    },
    gap: {
      ko: '대응 차이, 환자 단위 층화 붓스트랩 표준오차',
      en: 'Paired difference, standard error from stratified bootstrap samples of patients',
    },
    test: { ko: '대응 붓스트랩 검정(양측)', en: 'Paired bootstrap test (two-sided)' },
    source:
      'Carpenter and Bithell (2000), Statistics in Medicine 19, 1141-1164; Hanley and McNeil (1983), Radiology 148, 839-843',
  },
} as const;

/** Two scores on the same people: their AUCs, the difference, and what the protocol asks of it. */
export const aucComparisonMethod = method({
  name: 'auc-comparison',
  title,
  settings,
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    { role: 'patient', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['auc-first', 'auc-second', 'difference', 'p'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-comparison-method.ts',
  run: (roles, asked) => {
    const { level, hypothesis, variance, labels } = asked;
    const people = pairedScores(roles, ['first', 'second'], variance === 'bootstrap');
    if (!people.ok) return people;
    const { parts, groups, scores } = people.value;
    const compared = variance === 'delong' ? byDelong(people.value, asked) : byBootstrap(people.value, asked);
    if (!compared.ok) return compared;
    const { aucs, difference, standardError, p } = compared.value;
    const about = { level, n: roles.rows, parts, source: words[variance].source };
    const seeded = variance === 'bootstrap' ? { seed: asked.seed } : {};
    // Scores that always rank alike leave a difference of 0 without a variance: then every other value is refuted.
    const scoreAt = (supposed: number): number => {
      const distance = difference - supposed;
      return distance === 0 ? 0 : distance / standardError;
    };
    const tested = hypothesis === undefined ? null : hypothesisEstimate(scoreAt, hypothesis, about);
    if (tested !== null && !tested.ok) return tested;
    const binary = scores.map(hasTwoValues);
    const warnings: readonly Warning[] = [
      ...(tested === null ? [] : [tested.value.warning]),
      ...(binary[0] === binary[1]
        ? []
        : [
            {
              kind: 'score-of-two-values' as const,
              facts: { score: binary[0] === true ? 'first' : 'second' },
            },
          ]),
    ];
    const [one, two] = aucs;
    const shift = makeEstimate({
      ...about,
      ...seeded,
      value: difference,
      limits: clip(around(difference, standardError, normalReach(level)), -1, 1),
      standardError,
      unit: 'auc',
      method: words[variance].gap,
      warnings,
    });
    const drawn = rocShape(
      title,
      level,
      [labels.first, labels.second].flatMap((label, i) => {
        const [auc, group] = [aucs[i], groups[i]];
        return auc === undefined || group === undefined ? [] : [{ label, auc, ...group }];
      }),
    );
    if (!drawn.ok) return drawn;
    return succeed({
      estimates: {
        'auc-first': one,
        'auc-second': two,
        difference: shift,
        p:
          tested?.value.p ??
          makeEstimate({
            ...about,
            ...seeded,
            value: Number.isNaN(p) ? 1 : p,
            limits: null,
            unit: 'probability',
            method: words[variance].test,
          }),
      },
      shapes: [
        drawn.value,
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

type Compared = {
  readonly aucs: readonly [Estimate, Estimate];
  readonly difference: number;
  readonly standardError: number;
  readonly p: number;
};

function byDelong({ groups, parts }: PairedScores, { level }: Settings): Result<Compared, Fault> {
  const both = pairedAucs(groups);
  if (!both.ok) return both;
  const one = (index: number): Estimate => {
    const auc = both.value.aucs[index] ?? NaN;
    const standardError = Math.sqrt(both.value.covariance[index]?.[index] ?? NaN);
    const limits = aucInterval({ auc, standardError, ...parts }, { form: 'logit', level });
    return makeEstimate({
      value: auc,
      limits,
      standardError,
      level,
      unit: 'auc',
      n: parts.diseased + parts.healthy,
      parts,
      method: words.delong.one,
      source: words.delong.source,
      warnings: limits.form === 'disjoint-pairs' ? [{ kind: 'perfect-separation', facts: {} }] : [],
    });
  };
  const { difference, standardError, p } = pairedDifference(both.value, 0, 1);
  return succeed({ aucs: [one(0), one(1)], difference, standardError, p });
}

function byBootstrap(people: PairedScores, { level, replicates, seed }: Settings): Result<Compared, Fault> {
  const { truth, scores, patient, groups, parts } = people;
  const both = pairedAucs(groups);
  if (!both.ok) return both;
  const drawn = aucBootstrap(
    { truth, scores, ...(patient === undefined ? {} : { patient }) },
    { replicates, seed },
  );
  if (!drawn.ok) return drawn;
  const [ofFirst = new Float64Array(), ofSecond = new Float64Array()] = drawn.value;
  const one = (value: number, own: Float64Array): Estimate =>
    bootstrapEstimate({
      value,
      replicates: own,
      level,
      unit: 'auc',
      n: parts.diseased + parts.healthy,
      parts,
      seed,
      method: words.bootstrap.one,
      source: words.bootstrap.source,
    });
  const [auc1 = NaN, auc2 = NaN] = both.value.aucs;
  const difference = auc1 - auc2;
  const standardError = Math.sqrt(varianceOf(ofFirst.map((value, i) => value - (ofSecond[i] ?? NaN))));
  return succeed({
    aucs: [one(auc1, ofFirst), one(auc2, ofSecond)],
    difference,
    standardError,
    p: normalTwoSided(difference / standardError),
  });
}
