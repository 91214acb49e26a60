import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { ForestShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeLabels, hasColumn } from '../columns.ts';
import { pairedAucs, pairedDifference } from '../discrimination/auc-comparison.ts';
import { pairedScores, type PairedScores } from '../discrimination/paired-scores.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalReach } from '../distributions/normal.ts';
import { tau2 } from '../meta-analysis/tau2.ts';
import { levelSetting } from '../settings.ts';
import { around, clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { sum } from '../summary/moments.ts';
import { likelihoodRatio } from './likelihood-ratio.ts';

const title: Text = { ko: '기관과의 상호작용', en: 'Interaction with centre' };
const gap: Text = { ko: 'AUC 차이(첫째 - 둘째)', en: 'Difference in AUC (first minus second)' };
const fewCentres = 5;

/**
 * Does what is found hold in every centre alike? With one score: does its slope differ between centres (centre by score). With two
 * scores of the same people: does the difference of their AUCs (centre by modality).
 */
export const centreInteractionMethod = method({
  name: 'centre-interaction',
  title,
  settings: z.strictObject({ level: levelSetting }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number', optional: true },
    { role: 'centre', kind: 'label' },
  ],
  gives: ['interaction-p', 'difference*'],
  byGroup: false,
  file: 'statistics/src/regression/centre-interaction-method.ts',
  run: (roles, { level }) => {
    const centre = completeLabels(roles, 'centre');
    if (!centre.ok) return centre;
    const people = pairedScores(roles, hasColumn(roles, 'second') ? ['first', 'second'] : ['first'], false);
    if (!people.ok) return people;
    const names = [...new Set(centre.value)].sort();
    if (names.length < 2) return fail({ kind: 'too-few-groups', groups: names.length });
    const warnings: readonly Warning[] =
      names.length < fewCentres ? [{ kind: 'few-groups', facts: { groups: names.length } }] : [];
    const about: About = {
      level,
      n: roles.rows,
      parts: { ...people.value.parts, centres: names.length },
      warnings,
    };
    return people.value.scores.length === 2
      ? byModality(people.value, { centre: centre.value, names }, about)
      : byScore(people.value, { centre: centre.value, names }, about);
  },
});

type About = Pick<Estimate, 'level' | 'n' | 'parts' | 'warnings'>;
type Centres = { readonly centre: readonly string[]; readonly names: readonly string[] };
type Output = {
  readonly estimates: Readonly<Record<string, Estimate>>;
  readonly shapes: readonly ForestShape[];
  readonly warnings: readonly Warning[];
};

/** A likelihood-ratio test of slopes that differ between centres, over centres that differ in level. */
function byScore(
  { truth, scores }: PairedScores,
  { centre, names }: Centres,
  about: About,
): Result<Output, Fault> {
  const [score = new Float64Array()] = scores;
  const ones = new Float64Array(truth.length).fill(1);
  const others = names.slice(1).map((name) => Float64Array.from(centre, (own) => (own === name ? 1 : 0)));
  const test = likelihoodRatio(
    truth,
    [ones, score, ...others],
    others.map((indicator) => indicator.map((here, row) => here * (score[row] ?? NaN))),
  );
  if (!test.ok) return test;
  const { chi2, df, p } = test.value;
  return succeed({
    estimates: {
      'interaction-p': makeEstimate({
        ...about,
        value: p,
        limits: null,
        unit: 'probability',
        method: {
          ko: `기관과 점수의 상호작용, 우도비 검정: χ²(${df}) = ${chi2.toPrecision(4)}`,
          en: `Centre by score, likelihood-ratio test: chi-square(${df}) = ${chi2.toPrecision(4)}`,
        },
        source: 'Wilks (1938), Annals of Mathematical Statistics 9, 60-62',
      }),
    },
    shapes: [],
    warnings: about.warnings,
  });
}

/** Cochran's test that the differences of the centres are one, with DeLong variances. */
function byModality(
  { truth, scores }: PairedScores,
  { centre, names }: Centres,
  about: About,
): Result<Output, Fault> {
  const z = normalReach(about.level);
  const judged = names.flatMap((name) => {
    const of = (score: Float64Array, wanted: number) =>
      score.filter((_value, row) => centre[row] === name && truth[row] === wanted);
    const groups = scores.map((score) => ({ diseased: of(score, 1), healthy: of(score, 0) }));
    const found = pairedAucs(groups);
    if (!found.ok) return [];
    const { difference, standardError } = pairedDifference(found.value, 0, 1);
    const { diseased, healthy } = groups[0] ?? { diseased: [], healthy: [] };
    return [{ name, difference, standardError, diseased: diseased.length, healthy: healthy.length }];
  });
  const usable = judged.filter(({ standardError }) => standardError > 0);
  if (usable.length < 2) return fail({ kind: 'too-few-groups', groups: usable.length });
  const weights = usable.map(({ standardError }) => 1 / (standardError * standardError));
  const common = sum(usable.map(({ difference }, i) => difference * (weights[i] ?? NaN))) / sum(weights);
  const q = sum(
    usable.map(({ difference }, i) => (weights[i] ?? NaN) * (difference - common) * (difference - common)),
  );
  const df = usable.length - 1;
  const studies = {
    effects: Float64Array.from(usable, ({ difference }) => difference),
    variances: Float64Array.from(usable, ({ standardError }) => standardError * standardError),
  };
  const out = names.length - usable.length;
  const warnings: readonly Warning[] =
    out === 0 ? about.warnings : [...about.warnings, { kind: 'centre-one-class', facts: { centres: out } }];
  const wald = {
    unit: 'auc' as const,
    method: { ko: '대응 DeLong 차이, Wald 신뢰구간', en: 'Paired DeLong difference, Wald interval' },
    source: 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845',
    level: about.level,
    warnings,
  };
  const estimateOf = ({ difference, standardError, diseased, healthy }: (typeof usable)[number]): Estimate =>
    makeEstimate({
      ...wald,
      value: difference,
      limits: clip(around(difference, standardError, z), -1, 1),
      standardError,
      n: diseased + healthy,
      parts: { diseased, healthy },
    });
  const error = Math.sqrt(1 / sum(weights));
  const summary = makeEstimate({
    ...wald,
    ...about,
    warnings,
    value: common,
    limits: clip(around(common, error, z), -1, 1),
    standardError: error,
    method: {
      ko: '기관별 차이의 역분산 가중 평균',
      en: 'Mean of the differences of the centres, weighted by inverse variance',
    },
  });
  const row = (label: Text, { value, low, high, n }: Estimate, weight: number | null) => ({
    label,
    value,
    low,
    high,
    n,
    weight,
  });
  return succeed({
    estimates: {
      'interaction-p': makeEstimate({
        ...about,
        warnings,
        value: chiSquareUpper(q, df),
        limits: null,
        unit: 'probability',
        method: {
          ko: `기관과 방식의 상호작용, Cochran Q(${df}) = ${q.toPrecision(4)}`,
          en: `Centre by modality, Cochran's Q(${df}) = ${q.toPrecision(4)}`,
        },
        source: 'Cochran (1954), Biometrics 10, 101-129, on DeLong variances',
      }),
      difference: summary,
      ...Object.fromEntries(usable.map((each) => [`difference-${each.name}`, estimateOf(each)])),
    },
    shapes: [
      {
        shape: 'forest',
        label: title,
        quantity: gap,
        level: about.level,
        scale: 'linear',
        reference: 0,
        margins: [],
        rows: [
          ...usable.map((each, i) => ({
            ...row({ ko: each.name, en: each.name }, estimateOf(each), (weights[i] ?? NaN) / sum(weights)),
            role: 'site' as const,
          })),
          { ...row({ ko: '종합', en: 'Summary' }, summary, null), role: 'summary' as const },
        ],
        prediction: null,
        heterogeneity: {
          tau2: tau2(studies, 'DL'),
          i2: q > 0 ? Math.max(0, (q - df) / q) : 0,
          q,
          p: chiSquareUpper(q, df),
        },
      },
    ],
    warnings,
  });
}
