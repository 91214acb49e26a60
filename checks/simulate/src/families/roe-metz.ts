import { normalQuantile } from '@daero/statistics/distributions/normal';
import type { RandomStream } from '@daero/statistics/resampling/random-stream';
import type { ReaderStudy } from '@daero/statistics/reader-study/readings';
import { z } from 'zod';
import { normal, normals } from '../draws.ts';

/** Variances of the decision variable; those that involve cases add up to 1. */
export const roeMetzSettings = z
  .strictObject({
    /** Of readers, and of readers by modalities, for the diseased and for the healthy alike. */
    reader: z.number(),
    readerModality: z.number(),
    case: z.number(),
    caseModality: z.number(),
    readerCase: z.number(),
    error: z.number(),
  })
  .refine((v) => Math.abs(v.case + v.caseModality + v.readerCase + v.error - 1) < 1e-9, {
    message: 'the variances that involve cases add up to 1',
  });
export type RoeMetz = z.output<typeof roeMetzSettings>;

export type StudySize = {
  readonly readers: number;
  readonly diseased: number;
  readonly healthy: number;
  /** Readers and cases in blocks: a reader reads the cases of the same block only. One block is a crossed study. */
  readonly blocks: number;
};

/** The shift of the diseased that gives this area to the average reader. */
export const shiftFor = (auc: number, { reader, readerModality }: RoeMetz): number =>
  normalQuantile(auc) * Math.sqrt(2 * (1 + reader + readerModality));

/**
 * A reader study drawn from the model of Roe and Metz (1997, Academic Radiology 4, 298-303): every effect is normal and drawn anew
 * for the diseased and for the healthy.
 */
export function drawReaderStudy(
  random: RandomStream,
  aucs: readonly number[],
  variances: RoeMetz,
  { readers, diseased, healthy, blocks }: StudySize,
): ReaderStudy {
  const ofTruth = (cases: number, shifts: readonly number[]): readonly Float64Array[] => {
    const [caseSd, caseModalitySd] = [Math.sqrt(variances.case), Math.sqrt(variances.caseModality)];
    const byCase = normals(random, cases, 0, caseSd);
    const byReader = normals(random, readers, 0, Math.sqrt(variances.reader));
    const both = Array.from({ length: readers }, () =>
      normals(random, cases, 0, Math.sqrt(variances.readerCase)),
    );
    const errorSd = Math.sqrt(variances.error);
    return shifts.flatMap((shift) => {
      const ofModality = normals(random, cases, 0, caseModalitySd);
      return both.map((readerCase, reader) => {
        const level =
          shift + (byReader[reader] ?? NaN) + normal(random, 0, Math.sqrt(variances.readerModality));
        return Float64Array.from({ length: cases }, (_none, at) =>
          at % blocks === reader % blocks
            ? level +
              (byCase[at] ?? NaN) +
              (ofModality[at] ?? NaN) +
              (readerCase[at] ?? NaN) +
              normal(random, 0, errorSd)
            : NaN,
        );
      });
    });
  };
  const ill = ofTruth(
    diseased,
    aucs.map((auc) => shiftFor(auc, variances)),
  );
  const well = ofTruth(
    healthy,
    aucs.map(() => 0),
  );
  return {
    readers: named('r', readers),
    modalities: named('m', aucs.length),
    diseased: named('d', diseased),
    healthy: named('h', healthy),
    cells: ill.map((column, cell) => ({ diseased: column, healthy: well[cell] ?? new Float64Array(0) })),
  };
}

export const named = (letter: string, n: number): readonly string[] =>
  Array.from({ length: n }, (_none, i) => `${letter}${i + 1}`);
