import { mean } from '../summary/moments.ts';
import type { CaseCovariance } from './case-covariance.ts';

/** What an Obuchowski-Rockette analysis works from: a figure of merit a cell, and how the cells go together over cases. */
export type ReaderFigures = {
  readonly readers: readonly string[];
  readonly modalities: readonly string[];
  /** All readers of the first modality, then all of the second, and so on. */
  readonly values: readonly number[];
  /** Null where cases are taken as fixed. */
  readonly covariance: CaseCovariance | null;
};

/**
 * `shared`: readers and modalities share cases, all or some (crossed, partly paired, split-plot); the covariances found are used.
 * Nested cases share none between the cells named, so those covariances are 0 by design.
 */
export type CaseDesign = 'shared' | 'cases-nested-in-readers' | 'cases-nested-in-modalities';

export type CaseComponents = {
  /** Mean variance of a cell. */
  readonly error: number;
  /** Mean covariances: one reader in two modalities; two readers in one modality; neither in common. */
  readonly cov1: number;
  readonly cov2: number;
  readonly cov3: number;
};

export type VarianceComponents = {
  readonly meanSquares: { readonly modality: number; readonly reader: number; readonly interaction: number };
  /** Null where cases are taken as fixed. */
  readonly cases: CaseComponents | null;
  /** Of readers, and of readers by modalities; unbiased, so below 0 at times. Null where cases are taken as fixed. */
  readonly reader: number | null;
  readonly interaction: number | null;
  readonly byModality: readonly {
    readonly mean: number;
    readonly readerMeanSquare: number;
    readonly cases: Pick<CaseComponents, 'error' | 'cov2'> | null;
  }[];
  readonly byReader: readonly {
    readonly mean: number;
    readonly modalityMeanSquare: number;
    readonly cases: Pick<CaseComponents, 'error' | 'cov1'> | null;
  }[];
};

/**
 * Where the spread of a reader study comes from: readers, readers by modalities, and cases.
 *
 * The averages over all pairs of cells are right for any balanced set of readers and modalities, whoever read which case.
 *
 * Takes    figures of t modalities by r readers with their covariances; the design
 * Gives    mean squares, covariances, and the components of readers and of readers by modalities
 * Fails    never; with one reader or one modality the mean squares without degrees of freedom are 0
 * Cost     O(cells^2)
 * Source   Obuchowski and Rockette (1995), Communications in Statistics 24, 285-308; Hillis (2014), Statistics in Medicine 33, 330-360
 * Checked  reference cases of the methods mrmc-or, mrmc-dbm and froc
 */
export function varianceComponents(figures: ReaderFigures, design: CaseDesign): VarianceComponents {
  const [t, r] = [figures.modalities.length, figures.readers.length];
  const value = (i: number, j: number): number => figures.values[i * r + j] ?? NaN;
  const [modalities, readers] = [
    figures.modalities.map((_name, i) => i),
    figures.readers.map((_name, j) => j),
  ];
  const overall = mean(figures.values);
  const modalityMeans = modalities.map((i) => mean(readers.map((j) => value(i, j))));
  const readerMeans = readers.map((j) => mean(modalities.map((i) => value(i, j))));
  const square = (terms: readonly number[], df: number): number =>
    df === 0 ? 0 : terms.reduce((total, x) => total + x * x, 0) / df;

  const meanSquares = {
    modality:
      r *
      square(
        modalityMeans.map((each) => each - overall),
        t - 1,
      ),
    reader:
      t *
      square(
        readerMeans.map((each) => each - overall),
        r - 1,
      ),
    interaction: square(
      modalityMeans.flatMap((a, i) => readerMeans.map((b, j) => value(i, j) - a - b + overall)),
      (t - 1) * (r - 1),
    ),
  };
  const average = averagesOf(figures, design);
  const cases = average((i, j, k, l) => componentOf(i, j, k, l));
  return {
    meanSquares,
    cases,
    reader:
      cases === null ? null : (meanSquares.reader - meanSquares.interaction) / t - cases.cov1 + cases.cov3,
    interaction:
      cases === null ? null : meanSquares.interaction - cases.error + cases.cov1 + (cases.cov2 - cases.cov3),
    byModality: modalities.map((i) => ({
      mean: modalityMeans[i] ?? NaN,
      readerMeanSquare: square(
        readers.map((j) => value(i, j) - (modalityMeans[i] ?? NaN)),
        r - 1,
      ),
      cases: average((a, j, b, l) => (a === i && b === i ? componentOf(a, j, b, l) : null)),
    })),
    byReader: readers.map((j) => ({
      mean: readerMeans[j] ?? NaN,
      modalityMeanSquare: square(
        modalities.map((i) => value(i, j) - (readerMeans[j] ?? NaN)),
        t - 1,
      ),
      cases: average((i, a, k, b) => (a === j && b === j ? componentOf(i, a, k, b) : null)),
    })),
  };
}

const componentOf = (i: number, j: number, k: number, l: number): keyof CaseComponents =>
  i === k ? (j === l ? 'error' : 'cov2') : j === l ? 'cov1' : 'cov3';

const nested: Readonly<Record<CaseDesign, readonly (keyof CaseComponents)[]>> = {
  shared: [],
  'cases-nested-in-readers': ['cov2', 'cov3'],
  'cases-nested-in-modalities': ['cov1', 'cov3'],
};

type Sort = (i: number, j: number, k: number, l: number) => keyof CaseComponents | null;

/** Averages of the covariance matrix over the pairs of cells that a rule puts under each component; 0 where there are none. */
function averagesOf(
  { readers, values, covariance }: ReaderFigures,
  design: CaseDesign,
): (sort: Sort) => CaseComponents | null {
  const r = readers.length;
  return (sort) => {
    if (covariance === null) return null;
    const totals = { error: 0, cov1: 0, cov2: 0, cov3: 0 };
    const counts = { error: 0, cov1: 0, cov2: 0, cov3: 0 };
    values.forEach((_value, a) => {
      values.forEach((_other, b) => {
        const component = sort(Math.floor(a / r), a % r, Math.floor(b / r), b % r);
        if (component === null) return;
        totals[component] += covariance.matrix[a]?.[b] ?? NaN;
        counts[component] += 1;
      });
    });
    const mean = (component: keyof CaseComponents): number =>
      counts[component] === 0 || nested[design].includes(component)
        ? 0
        : totals[component] / counts[component];
    return { error: mean('error'), cov1: mean('cov1'), cov2: mean('cov2'), cov3: mean('cov3') };
  };
}
