import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { FlowShape } from '@daero/domain/shape';
import { textColumn } from '@daero/domain/table';
import { z } from 'zod';
import { completeBinary } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { binaryAccuracy } from './binary-accuracy.ts';
import { binomialIntervals } from './binomial-interval.ts';
import { handlings, incompleteResults, type Handling, type ResultCounts } from './incomplete-results.ts';
import { shareEstimate } from './share-estimate.ts';

const words: Readonly<Record<Handling, { readonly ko: string; readonly en: string }>> = {
  excluded: { ko: '제외', en: 'left out' },
  wrong: { ko: '틀린 판정으로 셈', en: 'counted as wrong' },
  right: { ko: '맞은 판정으로 셈', en: 'counted as right' },
  positive: { ko: '양성으로 셈', en: 'counted as positive' },
  negative: { ko: '음성으로 셈', en: 'counted as negative' },
};
const source =
  'Schuetz, Schlattmann and Dewey (2012), BMJ 345, e6717; Shinkins and others (2013), BMJ 346, f2778';

/**
 * Accuracy of a test some of whose results are indeterminate or missing: under the handling that the protocol states, and in the worst
 * and the best case. A result is `positive`, `negative`, `indeterminate`, or empty where it is missing.
 */
export const incompleteResultsMethod = method({
  name: 'accuracy-incomplete',
  title: {
    ko: '판정 불가와 결측을 포함한 진단 정확도',
    en: 'Accuracy with indeterminate and missing results counted',
  },
  settings: z.strictObject({
    /** The intention to diagnose unless the protocol says otherwise. */
    indeterminate: z.enum(handlings).default('wrong'),
    missing: z.enum(handlings).default('wrong'),
    level: levelSetting,
    interval: z.enum(binomialIntervals).default('wilson'),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'result', kind: 'label' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: [
    'sensitivity',
    'specificity',
    'sensitivity-worst',
    'sensitivity-best',
    'specificity-worst',
    'specificity-best',
    'indeterminate',
    'missing',
  ],
  byGroup: true,
  file: 'statistics/src/accuracy/incomplete-results-method.ts',
  run: (roles, { indeterminate, missing, level, interval }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const result = textColumn(roles, 'result');
    if (!result.ok) return result;
    const diseased = countsOf(truth.value, result.value, 1);
    if (!diseased.ok) return diseased;
    const healthy = countsOf(truth.value, result.value, 0);
    if (!healthy.ok) return healthy;
    const counts = { diseased: diseased.value, healthy: healthy.value };
    const [ill, well] = [total(diseased.value), total(healthy.value)];
    if (ill < 2 || well < 2) return fail({ kind: 'too-few-cases', diseased: ill, healthy: well });
    const both = (kind: 'indeterminate' | 'missing') => counts.diseased[kind] + counts.healthy[kind];
    const warnings: readonly Warning[] =
      both('indeterminate') + both('missing') === 0
        ? []
        : [
            {
              kind: 'results-handled',
              facts: {
                indeterminate: both('indeterminate'),
                indeterminateAs: indeterminate,
                missing: both('missing'),
                missingAs: missing,
              },
            },
          ];
    const estimates: Record<string, Estimate> = {};
    const add = (
      suffix: string,
      handling: { readonly indeterminate: Handling; readonly missing: Handling },
    ): Result<null, Fault> => {
      const shares = binaryAccuracy(incompleteResults(counts, handling));
      for (const name of ['sensitivity', 'specificity'] as const) {
        const estimate = shareEstimate(name, shares[name], { form: interval, level });
        if (!estimate.ok) return estimate;
        const { method: form } = estimate.value;
        const [a, b] = [words[handling.indeterminate], words[handling.missing]];
        estimates[`${name}${suffix}`] = {
          ...estimate.value,
          method: {
            ko: `${form.ko}; 판정 불가는 ${a.ko}, 결측은 ${b.ko}`,
            en: `${form.en}; indeterminate ${a.en}, missing ${b.en}`,
          },
          source: `${estimate.value.source}; ${source}`,
          warnings: [...estimate.value.warnings, ...warnings],
        };
      }
      return succeed(null);
    };
    for (const [suffix, handling] of [
      ['', { indeterminate, missing }],
      ['-worst', { indeterminate: 'wrong', missing: 'wrong' }],
      ['-best', { indeterminate: 'right', missing: 'right' }],
    ] as const) {
      const added = add(suffix, handling);
      if (!added.ok) return added;
    }
    for (const kind of ['indeterminate', 'missing'] as const) {
      const share = { events: both(kind), trials: ill + well };
      const estimate = shareEstimate(kind, share, { form: interval, level });
      if (!estimate.ok) return estimate;
      estimates[kind] = estimate.value;
    }
    return succeed({ estimates, shapes: [flowOf(counts, { indeterminate, missing })], warnings });
  },
});

const total = ({ positive, negative, indeterminate, missing }: ResultCounts): number =>
  positive + negative + indeterminate + missing;

const results = ['positive', 'negative', 'indeterminate'] as const;

function countsOf(
  truth: Float64Array,
  result: readonly (string | null)[],
  wanted: number,
): Result<ResultCounts, Fault> {
  const counts = { positive: 0, negative: 0, indeterminate: 0, missing: 0 };
  for (const [row, label] of result.entries()) {
    const kind = label === null ? ('missing' as const) : results.find((each) => each === label);
    if (kind === undefined)
      return fail({
        kind: 'label-unknown',
        column: 'result',
        row: row + 1,
        label: label ?? '',
        known: results,
      });
    if (truth[row] === wanted) counts[kind] += 1;
  }
  return succeed(counts);
}

/** Who was tested, who had a result, and who is in the table. Those who are counted in spite of it stay. */
function flowOf(
  { diseased, healthy }: { readonly diseased: ResultCounts; readonly healthy: ResultCounts },
  handling: { readonly indeterminate: Handling; readonly missing: Handling },
): FlowShape {
  const kept = (kind: 'indeterminate' | 'missing'): boolean => handling[kind] !== 'excluded';
  const left = (kind: 'indeterminate' | 'missing', ko: string, en: string) => {
    const how = words[handling[kind]];
    return [
      { of: diseased, who: { ko: '질병 있음', en: 'with the disease' } },
      { of: healthy, who: { ko: '질병 없음', en: 'without the disease' } },
    ].map(({ of, who }) => ({
      reason: { ko: `${ko}, ${who.ko} (${how.ko})`, en: `${en}, ${who.en} (${how.en})` },
      n: of[kind],
    }));
  };
  const tested = total(diseased) + total(healthy);
  const missing = diseased.missing + healthy.missing;
  const unclear = diseased.indeterminate + healthy.indeterminate;
  return {
    shape: 'flow',
    label: { ko: '결과의 흐름', en: 'Flow of results' },
    unit: { ko: '명', en: 'people' },
    stages: [
      {
        label: { ko: '기준 표준이 있는 대상', en: 'With a reference standard' },
        n: tested,
        left: left('missing', '결과 없음', 'No result'),
      },
      {
        label: { ko: '결과가 있음', en: 'With a result' },
        n: tested - missing,
        left: left('indeterminate', '판정 불가', 'Indeterminate'),
      },
      {
        label: { ko: '양성 또는 음성', en: 'Positive or negative' },
        n: tested - missing - unclear,
        left: [],
      },
      {
        label: { ko: '정확도 계산에 셈', en: 'Counted in the accuracy' },
        n: tested - (kept('missing') ? 0 : missing) - (kept('indeterminate') ? 0 : unclear),
        left: [],
      },
    ],
  };
}
