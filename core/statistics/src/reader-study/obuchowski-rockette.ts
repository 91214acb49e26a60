import { fail, succeed, type Result } from '@daero/domain/result';
import { fUpper } from '../distributions/f.ts';
import { studentReach, studentTwoSided } from '../distributions/student-t.ts';
import { around, type Limits } from '../summary/interval.ts';
import type { VarianceComponents } from './variance-components.ts';

/** To whom the finding is meant to apply: other readers, other cases, or both. */
export type Generalises = 'readers-and-cases' | 'cases' | 'readers';

/** An estimate of a reader study with its interval; `df` is Infinity where the reference is the normal distribution. */
export type ReaderEstimate = {
  readonly value: number;
  readonly standardError: number;
  readonly df: number;
  readonly limits: Limits;
};

export type ReaderDifference = ReaderEstimate & {
  /** Positions of the two modalities; first minus second. */
  readonly first: number;
  readonly second: number;
  /** Null where the standard error is 0. */
  readonly statistic: number | null;
  readonly p: number | null;
};

export type ReaderInference = {
  /** Do all modalities have one mean? F = mean square over denominator, on df1 and df2; df2 Infinity means chi-square over df1. */
  readonly test: {
    readonly f: number;
    readonly df1: number;
    readonly df2: number;
    readonly denominator: number;
    readonly p: number;
  };
  readonly differences: readonly ReaderDifference[];
  readonly modalities: readonly ReaderEstimate[];
};

export type InferenceOptions = {
  readonly to: Generalises;
  readonly level: number;
  /**
   * For fixed readers Cov2 - Cov3 may come out below 0: `zero` takes it as 0, which errs on the wide side, `kept` leaves it.
   * With random readers it is always taken as 0 then, as the source says.
   */
  readonly negative?: 'zero' | 'kept';
};

export type InferenceFault =
  | { readonly kind: 'too-few-readers'; readonly readers: number; readonly modalities: number }
  | { readonly kind: 'reader-variance-not-positive'; readonly denominator: number };

/**
 * Do modalities differ, over readers and cases like these?
 *
 * Readers differ from one another, and all saw the same cases, so neither readings nor cases can be counted as if they were
 * independent. Degrees of freedom are those of Hillis: (t - 1)(r - 1) would be too few.
 *
 * Takes    variance components of t modalities and r readers; to whom it generalises; level: two-sided coverage
 * Gives    the test that all modalities are equal, all differences, and each modality from its own readings alone
 * Fails    too-few-readers when t < 2, or r < 2 and readers are random; reader-variance-not-positive where nothing varies
 * Cost     O(t^2)
 * Source   Hillis (2007), Statistics in Medicine 26, 596-619, equations 6 and 17; Hillis, Berbaum and Metz (2008), Academic Radiology 15, 647-661
 * Checked  reference cases of the methods mrmc-or, mrmc-or-binary, mrmc-dbm and froc
 */
export function obuchowskiRockette(
  components: VarianceComponents,
  { to, level, negative = 'zero' }: InferenceOptions,
): Result<ReaderInference, InferenceFault> {
  const [t, r] = [components.byModality.length, components.byReader.length];
  if (t < 2 || (r < 2 && to !== 'cases')) return fail({ kind: 'too-few-readers', readers: r, modalities: t });
  const { modality, interaction } = components.meanSquares;
  const { denominator, df2 } = errorTerm(components, { to, level, negative });
  if (!(denominator > 0)) return fail({ kind: 'reader-variance-not-positive', denominator });
  const f = modality / denominator;
  const means = components.byModality.map(({ mean }) => mean);
  const standardError = Math.sqrt((2 / r) * denominator);
  return succeed({
    test: { f, df1: t - 1, df2, denominator, p: fUpper(f, t - 1, df2) },
    differences: pairsOf(means).map(({ first, second, value }) => ({
      first,
      second,
      ...differenceOf(value, standardError, { df: df2, level }),
    })),
    modalities: modalityEstimates(components, { to, level, negative }),
  });

  function errorTerm(
    { cases }: VarianceComponents,
    options: Required<InferenceOptions>,
  ): { readonly denominator: number; readonly df2: number } {
    const df = (t - 1) * (r - 1);
    if (options.to === 'readers') return { denominator: interaction, df2: df };
    if (cases === null) throw new Error('generalising to cases takes their covariance');
    const gap = cases.cov2 - cases.cov3;
    if (options.to === 'cases') {
      const counted = options.negative === 'zero' ? Math.max(gap, 0) : gap;
      return { denominator: cases.error - cases.cov1 + (r - 1) * counted, df2: Infinity };
    }
    const term = interaction + r * Math.max(gap, 0);
    return { denominator: term, df2: (term * term) / ((interaction * interaction) / df) };
  }
}

/** Each modality from its own readings alone: its readers' mean square and its own Cov2. */
export function modalityEstimates(
  { byModality, byReader }: VarianceComponents,
  { to, level, negative = 'zero' }: InferenceOptions,
): readonly ReaderEstimate[] {
  const r = byReader.length;
  return byModality.map(({ mean, readerMeanSquare, cases }) => {
    if (to === 'readers') return estimateOf(mean, Math.sqrt(readerMeanSquare / r), { df: r - 1, level });
    if (cases === null) throw new Error('generalising to cases takes their covariance');
    if (to === 'cases') {
      const cov2 = negative === 'zero' ? Math.max(cases.cov2, 0) : cases.cov2;
      return estimateOf(mean, Math.sqrt((cases.error + (r - 1) * cov2) / r), { df: Infinity, level });
    }
    const term = readerMeanSquare + r * Math.max(cases.cov2, 0);
    const df =
      readerMeanSquare === 0 ? Infinity : ((term * term) / (readerMeanSquare * readerMeanSquare)) * (r - 1);
    return estimateOf(mean, Math.sqrt(term / r), { df, level });
  });
}

/** The differences of each reader, for that reader alone: cases vary, the reader does not. */
export function readerDifferences(
  { byReader }: VarianceComponents,
  values: readonly number[],
  level: number,
): readonly (readonly ReaderDifference[])[] {
  const r = byReader.length;
  return byReader.map(({ cases }, j) => {
    if (cases === null) throw new Error('differences of one reader take the covariance of cases');
    const own = values.filter((_value, cell) => cell % r === j);
    const standardError = Math.sqrt(Math.max(0, 2 * (cases.error - cases.cov1)));
    return pairsOf(own).map(({ first, second, value }) => ({
      first,
      second,
      ...differenceOf(value, standardError, { df: Infinity, level }),
    }));
  });
}

/** All pairs of positions, first minus second. */
export const pairsOf = (
  values: readonly number[],
): readonly { readonly first: number; readonly second: number; readonly value: number }[] =>
  values.flatMap((a, first) =>
    values.slice(first + 1).map((b, after) => ({ first, second: first + 1 + after, value: a - b })),
  );

export const estimateOf = (
  value: number,
  standardError: number,
  { df, level }: { readonly df: number; readonly level: number },
): ReaderEstimate => ({
  value,
  standardError,
  df,
  limits: around(value, standardError, studentReach(level, df)),
});

export function differenceOf(
  value: number,
  standardError: number,
  by: { readonly df: number; readonly level: number },
): Omit<ReaderDifference, 'first' | 'second'> {
  const statistic = standardError > 0 ? value / standardError : null;
  return {
    ...estimateOf(value, standardError, by),
    statistic,
    p: statistic === null ? null : studentTwoSided(statistic, by.df),
  };
}
