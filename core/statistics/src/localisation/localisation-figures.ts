import { unreachable } from '@daero/domain/unreachable';
import type { JackknifeCases } from '../reader-study/case-covariance.ts';
import { aucFigure, type CellFigure } from '../reader-study/cell-figures.ts';
import { sum } from '../summary/moments.ts';
import { weightBelow } from './weight-below.ts';
import { highestOfDiseased, lesionShare, markedShare, marksPerCase, perCase, plus } from './mark-counts.ts';
import type { LocalisationStudy, MarkedCell } from './marks.ts';

export const localisationMerits = [
  'wAFROC',
  'wAFROC1',
  'AFROC',
  'AFROC1',
  'FROC',
  'HrAuc',
  'HrSe',
  'HrSp',
  'MaxLLF',
  'MaxNLF',
  'MaxNLFAllCases',
] as const;
export type LocalisationMerit = (typeof localisationMerits)[number];

/** The cases that a figure depends on, which are the ones a jackknife leaves out. */
export const casesOfMerit: Readonly<Record<LocalisationMerit, JackknifeCases>> = {
  wAFROC: 'all',
  wAFROC1: 'all',
  AFROC: 'all',
  AFROC1: 'all',
  FROC: 'all',
  HrAuc: 'all',
  HrSe: 'diseased',
  HrSp: 'healthy',
  MaxLLF: 'diseased',
  MaxNLF: 'healthy',
  MaxNLFAllCases: 'all',
};

/**
 * The localisation figure of every reader in every modality, with and without each case.
 *
 * How often is a lesion rated above the worst mark elsewhere? AFROC counts each lesion once, wAFROC each case once, its lesions
 * by their weights; with the suffix 1 the marks elsewhere are those of all cases, not of healthy ones only. HrAuc is the
 * area under the ROC curve of each case's highest mark, HrSe the share of diseased cases with any mark and HrSp that of healthy
 * ones with none. FROC is the area under the free-response curve, which counts every mark. MaxLLF is the share of lesions marked
 * at all, MaxNLF the marks on a healthy case and MaxNLFAllCases the marks elsewhere on any case.
 *
 * Takes    the study; the figure
 * Gives    one figure a cell, in the order of the cells
 * Fails    never
 * Cost     O(N log N) a cell
 * Source   Chakraborty and Zhai (2016), Medical Physics 43, 2548-2557; Chakraborty (2017), Observer performance methods for diagnostic imaging, chapters 13 and 14
 * Checked  reference cases of the method froc
 */
export function localisationFigures(
  study: LocalisationStudy,
  merit: LocalisationMerit,
): readonly CellFigure[] {
  return study.cells.map((cell) => {
    switch (merit) {
      case 'wAFROC':
      case 'wAFROC1':
        return pairFigure(study, cell, { weights: study.weights, everyone: merit === 'wAFROC1' });
      case 'AFROC':
      case 'AFROC1':
        return pairFigure(study, cell, {
          weights: study.weights.map(() => 1),
          everyone: merit === 'AFROC1',
        });
      case 'HrAuc':
        return aucFigure({ diseased: highestOfDiseased(study, cell), healthy: cell.elsewhere.healthy });
      case 'FROC':
        return frocArea(study, cell);
      case 'HrSe':
        return markedShare(study, cell, 'diseased');
      case 'HrSp':
        return markedShare(study, cell, 'healthy');
      case 'MaxLLF':
        return lesionShare(study, cell);
      case 'MaxNLF':
        return marksPerCase(study, cell, 'healthy');
      case 'MaxNLFAllCases':
        return marksPerCase(study, cell, 'all');
      default:
        return unreachable(merit);
    }
  });
}

/** Weighted share of pairs of a lesion and a case's worst mark elsewhere that the lesion wins, ties one half. */
function pairFigure(
  study: LocalisationStudy,
  { lesions, elsewhere }: MarkedCell,
  { weights, everyone }: { readonly weights: Float64Array; readonly everyone: boolean },
): CellFigure {
  const others = everyone ? [...elsewhere.diseased, ...elsewhere.healthy] : [...elsewhere.healthy];
  const below = weightBelow(others, () => 1);
  const won = perCase(study, (at) => (weights[at] ?? NaN) * below(lesions[at] ?? NaN), plus);
  const own = perCase(study, (at) => weights[at] ?? NaN, plus);
  const all = sum(weights);
  const lost = weightBelow([...lesions], (at) => weights[at] ?? NaN);
  const against = (rating: number): number => all - lost(rating);
  const [total, n] = [sum(won), others.length];
  return {
    value: total / (all * n),
    without: {
      // Without a diseased case its lesions go, and with the suffix 1 its marks elsewhere, which met its own lesions too.
      diseased: won.map((row, i) => {
        const rest = all - (own[i] ?? NaN);
        if (!everyone) return (total - row) / (rest * n);
        const rating = elsewhere.diseased[i] ?? NaN;
        const met = ownPairs(study, i, (at) => (weights[at] ?? NaN) * score(lesions[at] ?? NaN, rating));
        return (total - row - against(rating) + met) / (rest * (n - 1));
      }),
      healthy: elsewhere.healthy.map((rating) => (total - against(rating)) / (all * (n - 1))),
    },
  };
}

/** For each mark elsewhere the share of lesions rated above it, ties one half, added up and divided by the cases. */
function frocArea(study: LocalisationStudy, { lesions, nonLesions }: MarkedCell): CellFigure {
  const [m, n, all] = [study.diseased.length, study.healthy.length, lesions.length];
  const below = weightBelow([...lesions], () => 1);
  const lower = weightBelow(nonLesions.rating, () => 1);
  const won = nonLesions.rating.map((rating) => all - below(rating));
  const total = sum(won);
  // What goes with a case: its marks elsewhere against all lesions, its lesions against all marks, less what met within it.
  const marksGone = new Float64Array(m + n);
  const within = new Float64Array(m + n);
  nonLesions.at.forEach((at, k) => {
    marksGone[at] = (marksGone[at] ?? 0) + (won[k] ?? NaN);
    const rating = nonLesions.rating[k] ?? NaN;
    if (at < m) within[at] = (within[at] ?? 0) + ownPairs(study, at, (l) => score(lesions[l] ?? NaN, rating));
  });
  const lesionsGone = perCase(study, (l) => lower(lesions[l] ?? NaN), plus);
  const counts = perCase(study, () => 1, plus);
  return {
    value: total / (all * (m + n)),
    without: {
      diseased: lesionsGone.map(
        (gone, i) =>
          (total - gone - (marksGone[i] ?? NaN) + (within[i] ?? NaN)) /
          ((all - (counts[i] ?? NaN)) * (m + n - 1)),
      ),
      healthy: marksGone.slice(m).map((gone) => (total - gone) / (all * (m + n - 1))),
    },
  };
}

const score = (lesion: number, elsewhere: number): number =>
  lesion > elsewhere ? 1 : lesion === elsewhere ? 0.5 : 0;

function ownPairs({ start }: LocalisationStudy, i: number, of: (lesion: number) => number): number {
  let total = 0;
  for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at += 1) total += of(at);
  return total;
}
