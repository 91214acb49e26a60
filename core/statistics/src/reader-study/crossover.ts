import { succeed, type Result } from '@daero/domain/result';
import type { Matrix } from '../regression/cholesky.ts';
import type { CaseCovariance } from './case-covariance.ts';
import type { Generalises } from './obuchowski-rockette.ts';
import {
  inProduct,
  readerRegression,
  type ReaderCoefficient,
  type ReaderFigure,
  type RegressionFault,
} from './reader-regression.ts';
import type { SessionCell, SessionStudy } from './sessions.ts';

export type CrossoverComparison = {
  /** Mean of each modality, as if both had been read as often first. */
  readonly modalities: readonly [ReaderCoefficient, ReaderCoefficient];
  /** First modality minus second, adjusted for the period. */
  readonly difference: ReaderCoefficient;
  /** Later period minus earlier, adjusted for the modality. */
  readonly period: ReaderCoefficient;
  /** What having read in the first modality does to the later readings, minus what the second does to them. */
  readonly carryOver: ReaderCoefficient;
  /** By reader: the figure in each modality, over that reader's cells. */
  readonly readers: readonly (readonly [number, number])[];
};

type Task = {
  readonly values: readonly number[];
  /** Null where cases are taken as fixed. */
  readonly covariance: CaseCovariance | null;
  readonly to: Generalises;
  readonly level: number;
};

/**
 * Do readers do better in one modality than in another, when each was used in two sessions apart?
 *
 * The same reader may do better the second time, whatever was used, so the period has a term of its own. Each reader gives one
 * figure for each question (a combination of cells), and the figures are judged over readers and cases together. Carry-over
 * has little power where readers take turns: it is then a comparison between readers.
 *
 * Takes    the cells of a crossover; their figures with covariance over cases; to whom it generalises; level
 * Gives    means, difference, period effect and carry-over, each with interval and p
 * Fails    readers-below-terms: random readers must outnumber the terms, 2 where readers take turns; reader-variance-not-positive
 * Cost     O(readers cells^2)
 * Source   Hills and Armitage (1979), British Journal of Clinical Pharmacology 8, 7-20 (contrasts); Hillis (2014), Statistics in Medicine 33, 330-360 (variance)
 * Checked  coverage by simulation, and equal to `obuchowskiRockette` in a balanced study of fixed readers, in crossover.test.ts
 */
export function crossover(study: SessionStudy, task: Task): Result<CrossoverComparison, RegressionFault> {
  const { readers, of, orderBy, halves } = study;
  const figure = (weight: (cell: SessionCell) => number): ReaderFigure => readerFigure(study, task, weight);
  const cellsEach = orderBy === 'readers' ? 1 : 2; // in one modality, and in one period
  const sign = (at: 0 | 1): number => 1 - 2 * at;
  const mark = (at: 0 | 1) => figure(({ modality }) => (modality === at ? 1 / cellsEach : 0));
  const difference = figure(({ modality }) => sign(modality) / cellsEach);
  const period = figure((cell) => -sign(cell.period) / cellsEach);
  const carried = figure(({ modality, period: at }) =>
    orderBy === 'readers' ? 1 : sign(modality) * sign(at),
  );

  // 1 for a reader who read the first modality later, -1 for one who read it earlier.
  const late = readers.map((_name, j) =>
    of.some((cell) => cell.reader === j && cell.modality === 0 && cell.period === 1) ? 1 : -1,
  );
  const alone = readers.map(() => [1]);
  const turns = late.map((turn) => [1, turn]);
  const both = halves === null ? alone : halves.map((half) => [1, half]);
  const fit = (
    from: ReaderFigure,
    design: Matrix,
    at: number,
    per = 1,
  ): Result<ReaderCoefficient, RegressionFault> => {
    const found = readerRegression(from, design, task);
    if (!found.ok) return found;
    const coefficient = found.value[at];
    if (coefficient === undefined) throw new Error('a design has a coefficient for each column');
    return succeed(per === 1 ? coefficient : times(coefficient, per));
  };
  const byReader = orderBy === 'readers';
  const steps = {
    first: fit(mark(0), byReader ? turns : alone, 0),
    second: fit(mark(1), byReader ? turns : alone, 0),
    difference: fit(difference, byReader ? turns : alone, 0),
    period: byReader ? fit(difference, turns, 1) : fit(period, both, 0),
    carryOver: byReader ? fit(carried, turns, 1, -2) : fit(carried, both, 0),
  };
  if (!steps.first.ok) return steps.first;
  if (!steps.second.ok) return steps.second;
  if (!steps.difference.ok) return steps.difference;
  if (!steps.period.ok) return steps.period;
  if (!steps.carryOver.ok) return steps.carryOver;
  return succeed({
    modalities: [steps.first.value, steps.second.value],
    difference: steps.difference.value,
    period: steps.period.value,
    carryOver: steps.carryOver.value,
    readers: readers.map((_name, j) => [mark(0).values[j] ?? NaN, mark(1).values[j] ?? NaN]),
  });
}

/** A combination of each reader's cells, and the covariance of these combinations over cases. */
export function readerFigure(
  { readers, of }: Pick<SessionStudy, 'readers' | 'of'>,
  { values, covariance }: Pick<Task, 'values' | 'covariance'>,
  weight: (cell: SessionCell) => number,
): ReaderFigure {
  const rows = readers.map((_name, j) => of.map((cell) => (cell.reader === j ? weight(cell) : 0)));
  return {
    values: rows.map((row) => inProduct(row, values)),
    covariance:
      covariance === null
        ? null
        : rows.map((a) => {
            const through = covariance.matrix.map((column) => inProduct(a, [...column]));
            return rows.map((b) => inProduct(through, b));
          }),
  };
}

const times = (own: ReaderCoefficient, by: number): ReaderCoefficient => {
  const ends = [own.limits.low * by, own.limits.high * by];
  return {
    ...own,
    value: own.value * by,
    standardError: own.standardError * Math.abs(by),
    limits: { low: Math.min(...ends), high: Math.max(...ends) },
    statistic: own.statistic === null ? null : own.statistic * Math.sign(by),
  };
};
