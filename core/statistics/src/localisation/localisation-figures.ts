import { aucFigure, type CellFigure } from '../reader-study/cell-figures.ts';
import type { JackknifeCases } from '../reader-study/case-covariance.ts';
import { sum } from '../summary/moments.ts';
import type { LocalisationStudy, MarkedCell } from './marks.ts';

export const localisationMerits = [
  'wAFROC',
  'wAFROC1',
  'AFROC',
  'AFROC1',
  'HrAuc',
  'MaxLLF',
  'MaxNLF',
] as const;
export type LocalisationMerit = (typeof localisationMerits)[number];

/** The cases that a figure depends on, which are the ones a jackknife leaves out. */
export const casesOfMerit: Readonly<Record<LocalisationMerit, JackknifeCases>> = {
  wAFROC: 'all',
  wAFROC1: 'all',
  AFROC: 'all',
  AFROC1: 'all',
  HrAuc: 'all',
  MaxLLF: 'diseased',
  MaxNLF: 'healthy',
};

/**
 * The localisation figure of every reader in every modality, with and without each case.
 *
 * How often is a lesion rated above the worst mark elsewhere? AFROC counts each lesion once, wAFROC each case once, its lesions
 * by their weights; with the suffix 1 the marks elsewhere are those of all cases, not of healthy ones only. HrAuc is the
 * area under the ROC curve of each case's highest mark, MaxLLF the share of lesions marked at all, MaxNLF the marks on a healthy case.
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
        return aucFigure({
          diseased: perCase(study, (at) => cell.lesions[at] ?? NaN, Math.max).map((rating, i) =>
            Math.max(rating, cell.elsewhere.diseased[i] ?? NaN),
          ),
          healthy: cell.elsewhere.healthy,
        });
      case 'MaxLLF':
        return lesionShare(study, cell);
      case 'MaxNLF':
        return marksPerHealthy(study, cell);
    }
  });
}

/** Folds the lesions of each diseased case into one number. */
function perCase(
  { start, diseased }: LocalisationStudy,
  of: (lesion: number) => number,
  fold: (a: number, b: number) => number,
): Float64Array {
  return Float64Array.from(diseased, (_id, i) => {
    let found = of(start[i] ?? 0);
    for (let at = (start[i] ?? 0) + 1; at < (start[i + 1] ?? 0); at += 1) found = fold(found, of(at));
    return found;
  });
}

const plus = (a: number, b: number): number => a + b;

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

const score = (lesion: number, elsewhere: number): number =>
  lesion > elsewhere ? 1 : lesion === elsewhere ? 0.5 : 0;

function ownPairs({ start }: LocalisationStudy, i: number, of: (lesion: number) => number): number {
  let total = 0;
  for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at += 1) total += of(at);
  return total;
}

/** For a rating: the weight of those below it, and half of those equal to it. */
function weightBelow(
  ratings: readonly number[],
  weightOf: (at: number) => number,
): (rating: number) => number {
  const at = new Map<number, number>();
  ratings.forEach((rating, i) => at.set(rating, (at.get(rating) ?? 0) + weightOf(i)));
  const levels = Float64Array.from(at.keys()).sort();
  const upTo = new Float64Array(levels.length + 1);
  levels.forEach((level, i) => (upTo[i + 1] = (upTo[i] ?? 0) + (at.get(level) ?? 0)));
  return (rating) => {
    let [low, high] = [0, levels.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((levels[middle] ?? NaN) < rating) low = middle + 1;
      else high = middle;
    }
    const equal = levels[low] === rating ? (upTo[low + 1] ?? 0) - (upTo[low] ?? 0) : 0;
    return (upTo[low] ?? 0) + equal / 2;
  };
}

function lesionShare(study: LocalisationStudy, { lesions, elsewhere }: MarkedCell): CellFigure {
  const hits = perCase(study, (at) => ((lesions[at] ?? -Infinity) > -Infinity ? 1 : 0), plus);
  const counts = perCase(study, () => 1, plus);
  const [hit, all] = [sum(hits), sum(counts)];
  return {
    value: hit / all,
    without: {
      diseased: hits.map((own, i) => (hit - own) / (all - (counts[i] ?? NaN))),
      healthy: elsewhere.healthy.map(() => hit / all),
    },
  };
}

function marksPerHealthy(
  { healthy }: LocalisationStudy,
  { marksOnHealthy, elsewhere }: MarkedCell,
): CellFigure {
  const [total, n] = [sum(marksOnHealthy), healthy.length];
  return {
    value: total / n,
    without: {
      diseased: elsewhere.diseased.map(() => total / n),
      healthy: marksOnHealthy.map((own) => (total - own) / (n - 1)),
    },
  };
}
