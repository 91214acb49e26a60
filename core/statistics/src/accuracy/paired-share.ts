import type { Estimate, Warning } from '@daero/domain/estimate';
import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import type { PrimaryTest } from './co-primary.ts';
import { hypothesisEstimate, type Hypothesis } from './hypothesis.ts';
import { mcnemar, type McNemar } from './mcnemar.ts';
import { pairedTotal, type PairedCounts } from './paired-counts.ts';
import { pairedProportions, tangoScore, type PairedInterval } from './paired-proportions.ts';
import { shareEstimate } from './share-estimate.ts';

export const mcnemarForms = ['mid-p', 'exact', 'asymptotic', 'corrected'] as const;
export type McNemarForm = (typeof mcnemarForms)[number];

export const gapWords: Readonly<Record<'sensitivity' | 'specificity', Text>> = {
  sensitivity: { ko: '민감도 차이(첫째 - 둘째)', en: 'Difference in sensitivity (first minus second)' },
  specificity: { ko: '특이도 차이(첫째 - 둘째)', en: 'Difference in specificity (first minus second)' },
};

const intervals: Readonly<Record<PairedInterval, Text>> = {
  tango: { ko: 'Tango 점수 신뢰구간(대응 차이)', en: 'Tango score interval of a paired difference' },
  'agresti-min': { ko: 'Agresti-Min 신뢰구간(대응 차이)', en: 'Agresti-Min interval of a paired difference' },
  wald: { ko: 'Wald 신뢰구간(대응 차이)', en: 'Wald interval of a paired difference' },
};

const tests: Readonly<
  Record<McNemarForm, { readonly name: Text; readonly source: string; readonly p: (of: McNemar) => number }>
> = {
  'mid-p': {
    name: { ko: 'McNemar 검정, 중간 p값(양측)', en: 'McNemar test, mid-p (two-sided)' },
    source: 'Fagerland, Lydersen and Laake (2013), BMC Med Res Methodol 13, 91',
    p: ({ midP }) => midP,
  },
  exact: {
    name: { ko: 'McNemar 정확 검정(양측)', en: 'McNemar test, exact (two-sided)' },
    source: 'McNemar (1947), Psychometrika 12, 153-157',
    p: ({ exactP }) => exactP,
  },
  asymptotic: {
    name: { ko: 'McNemar 점근 검정(양측)', en: 'McNemar test, asymptotic (two-sided)' },
    source: 'McNemar (1947), Psychometrika 12, 153-157',
    p: ({ asymptotic }) => asymptotic.p,
  },
  corrected: {
    name: {
      ko: 'McNemar 검정, 연속성 수정(양측)',
      en: 'McNemar test with continuity correction (two-sided)',
    },
    source: 'Edwards (1948), Psychometrika 13, 185-187',
    p: ({ corrected }) => corrected.p,
  },
};

export type PairedShare = {
  readonly estimates: Readonly<Record<string, Estimate>>;
  readonly difference: Estimate;
  /** Of the hypothesis; null where none is asked. */
  readonly test: PrimaryTest | null;
  readonly warnings: readonly Warning[];
};

/** The share called right by each of two tests, among the people of one truth; `counts` are of right calls. */
export function compareShares(
  name: 'sensitivity' | 'specificity',
  counts: PairedCounts,
  asked: {
    readonly level: number;
    readonly interval: PairedInterval;
    readonly test: McNemarForm;
    readonly hypothesis: Hypothesis | undefined;
  },
): Result<PairedShare, Fault> {
  const { level, interval, hypothesis } = asked;
  const n = pairedTotal(counts);
  const share = (events: number) => shareEstimate(name, { events, trials: n }, { form: 'wilson', level });
  const first = share(counts.both + counts.onlyFirst);
  if (!first.ok) return first;
  const second = share(counts.both + counts.onlySecond);
  if (!second.ok) return second;
  const found = pairedProportions(counts, { form: interval, level });
  if (!found.ok) return found;
  const { onlyFirst, onlySecond } = counts;
  const about = { n, parts: { onlyFirst, onlySecond, people: n } };
  const tested =
    hypothesis === undefined
      ? null
      : hypothesisEstimate((supposed) => tangoScore(counts, supposed), hypothesis, about);
  if (tested !== null && !tested.ok) return tested;
  const warnings: readonly Warning[] = tested === null ? [] : [tested.value.warning];
  const form = tests[asked.test];
  const difference = makeEstimate({
    ...about,
    value: found.value.difference,
    limits: clip(found.value.limits, -1, 1),
    standardError: found.value.standardError,
    level,
    unit: 'probability',
    method: intervals[interval],
    source:
      'Tango (1998), Statistics in Medicine 17, 891-908; Agresti and Min (2005), Statistics in Medicine 24, 729-740',
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
          value: form.p(mcnemar(counts)),
          limits: null,
          level,
          unit: 'probability',
          method: form.name,
          source: form.source,
        }),
    },
    warnings,
  });
}
