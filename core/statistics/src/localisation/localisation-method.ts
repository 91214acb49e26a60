import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisSetting } from '../accuracy/hypothesis.ts';
import { jackknifeCovariance } from '../reader-study/case-covariance.ts';
import { obuchowskiRockette } from '../reader-study/obuchowski-rockette.ts';
import {
  fewReaders,
  plainEstimate,
  testWarning,
  type ReaderContext,
} from '../reader-study/reader-estimates.ts';
import { comparisonOutput } from '../reader-study/reader-output.ts';
import { audiences, audienceSetting, meanIntervalSetting } from '../reader-study/reader-settings.ts';
import { varianceComponents } from '../reader-study/variance-components.ts';
import { levelSetting } from '../settings.ts';
import { frocShapes } from './froc-curve.ts';
import {
  casesOfMerit,
  localisationFigures,
  localisationMerits,
  type LocalisationMerit,
} from './localisation-figures.ts';
import { studyOfMarks } from './marking-roles.ts';
import type { LocalisationStudy } from './marks.ts';

const title: Text = {
  ko: '병변 위치 판독 연구(FROC)',
  en: 'Reader study with lesion localisation (FROC)',
};

const settings = z.strictObject({
  figure: z.enum(localisationMerits).default('wAFROC'),
  to: audienceSetting,
  meanInterval: meanIntervalSetting,
  /** All modalities in their order; the first two are `first` and `second`. By name when left out. */
  modalities: z.array(z.string()).min(2).optional(),
  /** Of the difference of the first two. */
  hypothesis: hypothesisSetting.optional(),
  level: levelSetting,
});

/**
 * Do readers find lesions better in one modality than in another? A row is a lesion or a mark elsewhere: `lesion` names the
 * lesion and is empty for a mark elsewhere; `rating` is empty where nothing was marked, so that every case and lesion has rows.
 * Gives `first`, `second`, `difference`, `f`, `p`, and `mean-<modality>`, `difference-<a>-<b>` for all of them.
 */
export const localisationMethod = method({
  name: 'localisation-study',
  title,
  settings,
  takes: [
    { role: 'reader', kind: 'label' },
    { role: 'modality', kind: 'label' },
    { role: 'case', kind: 'label' },
    { role: 'truth', kind: 'binary' },
    { role: 'lesion', kind: 'label' },
    { role: 'rating', kind: 'number' },
    { role: 'weight', kind: 'number', optional: true },
  ],
  gives: ['first', 'second', 'difference', 'f', 'p', 'mean-*', 'difference-*'],
  byGroup: false,
  file: 'statistics/src/localisation/localisation-method.ts',
  run: (roles, { figure, to, modalities: order, meanInterval, hypothesis, level }) => {
    const found = studyOfMarks(roles, order);
    if (!found.ok) return found;
    const { study, unread } = found.value;
    const { readers, modalities, diseased, healthy, weights } = study;
    const figures = localisationFigures(study, figure);
    const covariance = to === 'readers' ? null : jackknifeCovariance(figures, casesOfMerit[figure]);
    const values = figures.map(({ value }) => value);
    const components = varianceComponents({ readers, modalities, values, covariance }, 'shared');
    const inference = obuchowskiRockette(components, { to, level });
    if (!inference.ok) return inference;

    const context: ReaderContext = {
      level,
      unit: perCaseCounts.includes(figure) ? 'score' : 'auc',
      n: diseased.length + healthy.length,
      parts: {
        diseased: diseased.length,
        healthy: healthy.length,
        readers: readers.length,
        lesions: weights.length,
      },
      method: {
        ko: `${figure}, Obuchowski-Rockette(Hillis 자유도), ${audiences[to].ko}${covariance === null ? '' : ', jackknife 공분산'}`,
        en: `${figure}, Obuchowski-Rockette with Hillis' degrees of freedom, ${audiences[to].en}${covariance === null ? '' : ', jackknife covariance'}`,
      },
      source: sources[figure],
      warnings: [...(to === 'cases' ? [] : fewReaders(readers.length)), ...unread],
    };
    const { f, df1, df2, p } = inference.value.test;
    const tested = { ...context, warnings: [...context.warnings, testWarning(f, df1, df2)] };
    const output = comparisonOutput(context, {
      label: title,
      meanInterval,
      quantity: quantityOf(figure),
      readers,
      modalities,
      value: (modality, reader) => values[modality * readers.length + reader] ?? NaN,
      means: inference.value.modalities,
      differences: inference.value.differences,
      // A mean number of marks, and the area under a curve against it, have no upper end; every other figure is a share.
      most: [...perCaseCounts, 'FROC'].includes(figure) ? Infinity : 1,
      hypothesis,
      p: plainEstimate(tested, p, 'probability'),
      ...trialsOf(figure, study),
    });
    if (!output.ok) return output;
    const { estimates, shapes, warnings } = output.value;
    return succeed({
      estimates: { ...estimates, f: plainEstimate(tested, f, 'score') },
      shapes: [...shapes, ...frocShapes(study)],
      warnings,
    });
  },
});

const perCaseCounts: readonly string[] = ['MaxNLF', 'MaxNLFAllCases'] satisfies LocalisationMerit[];

const orSource = 'Hillis (2007), Statistics in Medicine 26, 596-619';
const book = 'Chakraborty (2017), Observer performance methods for diagnostic imaging, chapters 12-14';
const weighted = 'Chakraborty and Zhai (2016), Medical Physics 43, 2548-2557';
const sources: Readonly<Record<LocalisationMerit, string>> = {
  wAFROC: `${weighted}; ${orSource}`,
  wAFROC1: `${weighted}; ${orSource}`,
  AFROC: `Chakraborty and Berbaum (2004), Medical Physics 31, 2313-2330; ${orSource}`,
  AFROC1: `Chakraborty and Berbaum (2004), Medical Physics 31, 2313-2330; ${orSource}`,
  FROC: `Bunch, Hamilton, Sanderson and Simmons (1978), Journal of Applied Photographic Engineering 4, 166-171; ${orSource}`,
  HrAuc: `${book}; ${orSource}`,
  HrSe: `${book}; ${orSource}`,
  HrSp: `${book}; ${orSource}`,
  MaxLLF: `${book}; ${orSource}`,
  MaxNLF: `${book}; ${orSource}`,
  MaxNLFAllCases: `${book}; ${orSource}`,
};

const quantityOf = (figure: LocalisationMerit): Text => {
  const words = quantityWords[figure];
  return words === undefined
    ? { ko: figure, en: figure }
    : { ko: `${words.ko}(${figure})`, en: `${words.en} (${figure})` };
};

const quantityWords: Readonly<Partial<Record<LocalisationMerit, Text>>> = {
  FROC: { ko: 'FROC 곡선 아래 면적', en: 'Area under the FROC curve' },
  HrAuc: { ko: '증례별 최고 점수의 AUC', en: 'AUC of the highest mark' },
  HrSe: { ko: '최고 점수 기준 민감도', en: 'Sensitivity by the highest mark' },
  HrSp: { ko: '최고 점수 기준 특이도', en: 'Specificity by the highest mark' },
  MaxLLF: { ko: '표시된 병변의 비율', en: 'Share of lesions marked' },
  MaxNLF: { ko: '건강한 증례당 병변 아닌 표시 수', en: 'Marks elsewhere per healthy case' },
  MaxNLFAllCases: { ko: '증례당 병변 아닌 표시 수', en: 'Marks elsewhere per case' },
};

/** What a figure is a share of, where it is one. */
function trialsOf(
  figure: LocalisationMerit,
  { diseased, healthy, weights }: LocalisationStudy,
): { readonly trials?: number } {
  if (figure === 'HrSe') return { trials: diseased.length };
  if (figure === 'HrSp') return { trials: healthy.length };
  return figure === 'MaxLLF' ? { trials: weights.length } : {};
}
