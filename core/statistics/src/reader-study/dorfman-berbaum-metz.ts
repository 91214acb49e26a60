import { fail, succeed, type Result } from '@daero/domain/result';
import { fUpper } from '../distributions/f.ts';
import type { PseudovalueAnova } from './pseudovalue-anova.ts';
import {
  differenceOf,
  estimateOf,
  pairsOf,
  type Generalises,
  type InferenceFault,
  type ReaderDifference,
  type ReaderInference,
} from './obuchowski-rockette.ts';

type Options = { readonly to: Generalises; readonly level: number };

/**
 * Do modalities differ, by the analysis of variance of pseudovalues?
 *
 * With Hillis' denominator and degrees of freedom it is the Obuchowski-Rockette analysis with jackknife covariances, told in
 * other words; only for fixed readers does it refer to F where that refers to chi-square. It is not the 1992 form.
 *
 * Takes    the analysis of variance of t modalities, r readers and K cases; to whom it generalises; level
 * Gives    the test that all modalities are equal, all differences, and each modality from its own readings alone
 * Fails    too-few-readers when t < 2, or r < 2 and readers are random; reader-variance-not-positive where nothing varies
 * Cost     O(t^2)
 * Source   Dorfman, Berbaum and Metz (1992), Investigative Radiology 27, 723-731; Hillis, Berbaum and Metz (2008), Academic Radiology 15, 647-661
 * Checked  reference cases of the method mrmc-dbm
 */
export function dorfmanBerbaumMetz(
  anova: PseudovalueAnova,
  { to, level }: Options,
): Result<ReaderInference, InferenceFault> {
  const [t, r, k] = [anova.byModality.length, anova.byReader.length, anova.cases];
  if (t < 2 || (r < 2 && to !== 'cases')) return fail({ kind: 'too-few-readers', readers: r, modalities: t });
  const { T, TR, TC, TRC } = anova.table;
  const { term, df } = errorOf(
    to,
    [TR, TC, TRC].map(({ meanSquare }) => meanSquare),
    TR.df,
    TC.df,
  );
  if (!(term > 0)) return fail({ kind: 'reader-variance-not-positive', denominator: term });
  const f = T.meanSquare / term;
  const standardError = Math.sqrt((2 * term) / (r * k));
  return succeed({
    test: { f, df1: t - 1, df2: df, denominator: term, p: fUpper(f, t - 1, df) },
    differences: pairsOf(anova.means).map(({ first, second, value }) => ({
      first,
      second,
      ...differenceOf(value, standardError, { df, level }),
    })),
    modalities: anova.byModality.map(({ R, C, RC }, i) => {
      const own = errorOf(to, [R, C, RC], r - 1, k - 1);
      return estimateOf(anova.means[i] ?? NaN, Math.sqrt(own.term / (r * k)), { df: own.df, level });
    }),
  });
}

/** Mean square of readers, plus that of cases as far as it exceeds the rest, with Satterthwaite's degrees of freedom. */
function errorOf(
  to: Generalises,
  [reader = NaN, cases = NaN, rest = NaN]: readonly number[],
  readerDf: number,
  caseDf: number,
): { readonly term: number; readonly df: number } {
  switch (to) {
    case 'readers':
      return { term: reader, df: readerDf };
    case 'cases':
      return { term: cases, df: caseDf };
    case 'readers-and-cases': {
      const term = reader + Math.max(cases - rest, 0);
      return { term, df: reader === 0 ? Infinity : ((term * term) / (reader * reader)) * readerDf };
    }
  }
}

/** The differences of each reader, for that reader alone. */
export const dbmReaderDifferences = (
  { byReader, cases, byModality }: PseudovalueAnova,
  level: number,
): readonly (readonly ReaderDifference[])[] =>
  byReader.map(({ values, TC }) =>
    pairsOf(values).map(({ first, second, value }) => ({
      first,
      second,
      ...differenceOf(value, Math.sqrt((2 * TC) / cases), {
        df: (byModality.length - 1) * (cases - 1),
        level,
      }),
    })),
  );
