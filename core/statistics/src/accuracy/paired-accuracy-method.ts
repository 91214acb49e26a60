import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeBinary } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { hypothesisEstimate, hypothesisSetting, type Hypothesis } from './hypothesis.ts';
import { mcnemar } from './mcnemar.ts';
import { countPairs, negatives, pairedTotal, type PairedCounts } from './paired-counts.ts';
import { pairedIntervals, pairedProportions, tangoScore, type PairedInterval } from './paired-proportions.ts';
import { relativePredictiveValues, type ComparedRatio } from './predictive-value-comparison.ts';
import { shareEstimate } from './share-estimate.ts';

const forms: Readonly<Record<PairedInterval, Text>> = {
  tango: { ko: 'Tango 점수 신뢰구간(대응 차이)', en: 'Tango score interval of a paired difference' },
  'agresti-min': { ko: 'Agresti-Min 신뢰구간(대응 차이)', en: 'Agresti-Min interval of a paired difference' },
  wald: { ko: 'Wald 신뢰구간(대응 차이)', en: 'Wald interval of a paired difference' },
};
const source =
  'Tango (1998), Statistics in Medicine 17, 891-908; Agresti and Min (2005), Statistics in Medicine 24, 729-740';

/** Two tests on the same people: sensitivity and specificity side by side, and what the protocol asks of their differences. */
export const pairedAccuracyMethod = method({
  name: 'paired-accuracy',
  title: { ko: '같은 대상에서 두 검사의 정확도 비교', en: 'Accuracy of two tests on the same people' },
  settings: z.strictObject({
    level: levelSetting,
    interval: z.enum(pairedIntervals).default('tango'),
    /** Co-primary when both are given: the study succeeds where both are shown. */
    sensitivity: hypothesisSetting.optional(),
    specificity: hypothesisSetting.optional(),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'binary' },
    { role: 'second', kind: 'binary' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: [
    ...['sensitivity', 'specificity'].flatMap((name) =>
      ['first', 'second', 'difference', 'p'].map((part) => `${name}-${part}`),
    ),
    'ppv-ratio',
    'npv-ratio',
  ],
  byGroup: true,
  file: 'statistics/src/accuracy/paired-accuracy-method.ts',
  run: (roles, settings) => {
    const columns = (['truth', 'first', 'second'] as const).map((role) => completeBinary(roles, role));
    const [truth, first, second] = columns;
    if (truth === undefined || first === undefined || second === undefined)
      throw new Error('three roles were read');
    if (!truth.ok) return truth;
    if (!first.ok) return first;
    if (!second.ok) return second;
    const tests = countPairs(truth.value, first.value, second.value);
    const { diseased, healthy } = tests;
    const [ill, well] = [pairedTotal(diseased), pairedTotal(healthy)];
    if (ill === 0 || well === 0) return fail({ kind: 'too-few-cases', diseased: ill, healthy: well });
    const sensitivity = compared('sensitivity', diseased, { ...settings, hypothesis: settings.sensitivity });
    if (!sensitivity.ok) return sensitivity;
    const specificity = compared('specificity', negatives(healthy), {
      ...settings,
      hypothesis: settings.specificity,
    });
    if (!specificity.ok) return specificity;
    const { ppv, npv } = relativePredictiveValues(tests, settings.level);
    const parts = { diseased: ill, healthy: well };
    return succeed({
      estimates: {
        ...sensitivity.value.estimates,
        ...specificity.value.estimates,
        'ppv-ratio': ratioEstimate(ppv, { level: settings.level, parts }),
        'npv-ratio': ratioEstimate(npv, { level: settings.level, parts }),
      },
      shapes: [],
      warnings: [...sensitivity.value.warnings, ...specificity.value.warnings],
    });
  },
});

type Asked = {
  readonly level: number;
  readonly interval: PairedInterval;
  readonly hypothesis: Hypothesis | undefined;
};

/** The share called right by each test, among the people of one truth. */
function compared(
  name: 'sensitivity' | 'specificity',
  counts: PairedCounts,
  { level, interval, hypothesis }: Asked,
): Result<{ readonly estimates: Record<string, Estimate>; readonly warnings: readonly Warning[] }, Fault> {
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
  const midP = makeEstimate({
    ...about,
    value: mcnemar(counts).midP,
    limits: null,
    level,
    unit: 'probability',
    method: { ko: 'McNemar 검정, 중간 p값(양측)', en: 'McNemar test, mid-p (two-sided)' },
    source: 'Fagerland, Lydersen and Laake (2013), BMC Med Res Methodol 13, 91',
  });
  return succeed({
    estimates: {
      [`${name}-first`]: first.value,
      [`${name}-second`]: second.value,
      [`${name}-difference`]: makeEstimate({
        ...about,
        value: found.value.difference,
        limits: clip(found.value.limits, -1, 1),
        standardError: found.value.standardError,
        level,
        unit: 'probability',
        method: forms[interval],
        source,
        warnings: tested === null ? [] : [tested.value.warning],
      }),
      [`${name}-p`]: tested === null ? midP : tested.value.p,
    },
    warnings: tested === null ? [] : [tested.value.warning],
  });
}

const ratioEstimate = (
  { ratio, limits }: ComparedRatio,
  { level, parts }: { readonly level: number; readonly parts: Readonly<Record<string, number>> },
): Estimate =>
  makeEstimate({
    value: ratio,
    limits,
    level,
    unit: 'ratio',
    n: Object.values(parts).reduce((sum, part) => sum + part, 0),
    parts,
    method: {
      ko: '예측도의 비(둘째/첫째), 로그 구간',
      en: 'Ratio of predictive values (second/first), log interval',
    },
    source: 'Moskowitz and Pepe (2006), Clinical Trials 3, 272-279',
  });
