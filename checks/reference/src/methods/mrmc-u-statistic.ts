import { readingMoments, readingSums, componentsOf } from '@daero/statistics/reader-study/reading-moments';
import { countRead } from '@daero/statistics/reader-study/readings';
import {
  uInterval,
  uStatistic,
  type UStatistic,
  type UVariance,
} from '@daero/statistics/reader-study/u-statistic';
import { z } from 'zod';
import { cut, readingInputs, studyOf } from './reader-study.ts';
import { level } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = readingInputs.extend({
  threshold: cut.nullable(),
  modality_pairs: z.array(z.tuple([level, level])),
  conf_level: z.number(),
});

type Row = {
  readonly name: readonly [number, number];
  readonly first: number;
  readonly second: number | null;
};

/** Rows are the first modality alone, the second alone, and first minus second; the set writes them with the factor codes of its package. */
const rows: readonly Row[] = [
  { name: [1, 2], first: 0, second: null },
  { name: [2, 2], first: 1, second: null },
  { name: [1, 1], first: 0, second: 1 },
];

export const mrmcUStatisticRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const [chosen] = asked.modality_pairs;
  if (chosen === undefined || asked.modality_pairs.length > 1)
    throw new Error('one pair of modalities is expected');
  const study = studyOf(given, { ...asked, modalities: [...chosen] }, asked.threshold);
  const sums = readingSums(study);
  const everyone = study.readers.map((_name, at) => at);
  const codeOf = (reader: number): number => reader + 1;

  const readBy = (
    readers: readonly number[],
    of: 'diseased' | 'healthy',
    modalities: readonly number[],
  ): number => {
    const columns = modalities.flatMap((m) =>
      readers.map((r) => study.cells[m * study.readers.length + r]?.[of]),
    );
    const [column] = columns;
    if (column === undefined) return 0;
    return countRead(
      column.map(
        (_value, at) => columns.map((each) => each?.[at] ?? NaN).find((x) => !Number.isNaN(x)) ?? NaN,
      ),
    );
  };
  const found = (row: Row, readers: readonly number[], variance: UVariance): UStatistic =>
    uStatistic(sums, { first: row.first, second: row.second, readers }, variance);

  const block = (variance: UVariance): object => {
    const results = rows.map((row) => found(row, everyone, variance));
    const second = found({ name: [2, 2], first: 1, second: null }, everyone, variance);
    const alpha = 1 - asked.conf_level;
    // The package rounds degrees of freedom down, and takes 50 and more for the normal distribution.
    const student = results.map((row) =>
      uInterval({ ...row, df: row.df < 50 ? Math.floor(row.df) : Infinity }, asked.conf_level),
    );
    const normal = results.map((row) => uInterval({ ...row, df: Infinity }, asked.conf_level));
    const ends = (of: typeof student) => ({
      p: of.map((each) => each?.p),
      low: of.map((each) => each?.limits.low),
      high: of.map((each) => each?.limits.high),
      reject: of.map((each) => ((each?.p ?? 1) < alpha ? 1 : 0)),
    });
    const [byT, byZ] = [ends(student), ends(normal)];
    const difference = (value: (row: UStatistic) => number) =>
      rows.map((row, at) => (row.second === null ? 'NA' : value(results[at] ?? second)));
    return {
      NR: rows.map(() => study.readers.length),
      N0: rows.map(() => study.healthy.length),
      N1: rows.map(() => study.diseased.length),
      modalityA: rows.map(({ name }) => name[0]),
      modalityB: rows.map(({ name }) => name[1]),
      UstatOrMLE: rows.map(() => 1),
      AUCA: rows.map((row) => found({ ...row, second: null }, everyone, variance).value),
      varAUCA: rows.map((row) => found({ ...row, second: null }, everyone, variance).variance),
      AUCB: difference(() => second.value),
      varAUCB: difference(() => second.variance),
      AUCAminusAUCB: difference(({ value }) => value),
      varAUCAminusAUCB: difference((row) => row.variance),
      pValueNormal: byZ.p,
      botCInormal: byZ.low,
      topCInormal: byZ.high,
      rejectNormal: byZ.reject,
      dfBDG: results.map(({ df }) => df),
      pValueBDG: byT.p,
      botCIBDG: byT.low,
      topCIBDG: byT.high,
      rejectBDG: byT.reject,
    };
  };

  const perReader = rows.flatMap((row) => everyone.map((reader) => ({ row, reader })));
  const alone = (modality: number, reader: number): UStatistic =>
    found({ name: [1, 1], first: modality, second: null }, [reader], 'unbiased');
  const ifPair = (value: (reader: number) => number) =>
    perReader.map(({ row, reader }) => (row.second === null ? 'NA' : value(reader)));

  const decomposition = (form: 'unbiased' | 'plugIn') => {
    const moments = [
      [0, 0],
      [1, 1],
      [0, 1],
    ].map(([a = 0, b = 0]) => ({
      ids: [a + 1, b + 1],
      ...readingMoments(sums, [a, b], everyone),
    }));
    const ids = {
      'modalityID.1': moments.map(({ ids: [a] }) => a),
      'modalityID.2': moments.map(({ ids: [, b] }) => b),
    };
    const told = moments.map((each) => componentsOf(each[form], each.weights));
    const names = ['N', 'D', 'ND', 'R', 'NR', 'DR', 'RND'] as const;
    const eight = (values: (row: number) => readonly number[]) =>
      Object.fromEntries(
        [0, 1, 2, 3, 4, 5, 6, 7].map((k) => [`M${k + 1}`, moments.map((_each, row) => values(row)[k])]),
      );
    return {
      BCK: {
        comp: {
          ...ids,
          ...Object.fromEntries(names.map((name) => [name, told.map((each) => each.components[name])])),
        },
        coeff: {
          ...ids,
          ...Object.fromEntries(names.map((name) => [name, told.map((each) => each.weights[name])])),
        },
      },
      BDG: {
        comp: { ...ids, ...eight((row) => moments[row]?.[form] ?? []) },
        coeff: { ...ids, ...eight((row) => moments[row]?.weights ?? []) },
      },
    };
  };
  const [plugIn, unbiased] = [decomposition('plugIn'), decomposition('unbiased')];
  return {
    perReader: {
      readerID: perReader.map(({ reader }) => codeOf(reader)),
      N0: perReader.map(({ row, reader }) => readBy([reader], 'healthy', [row.second ?? row.first])),
      N1: perReader.map(({ row, reader }) => readBy([reader], 'diseased', [row.second ?? row.first])),
      modalityA: perReader.map(({ row }) => row.name[0]),
      modalityB: perReader.map(({ row }) => row.name[1]),
      AUCA: perReader.map(({ row, reader }) => alone(row.first, reader).value),
      varAUCA: perReader.map(({ row, reader }) => alone(row.first, reader).variance),
      AUCB: ifPair((reader) => alone(1, reader).value),
      varAUCB: ifPair((reader) => alone(1, reader).variance),
      AUCAminusAUCB: ifPair(
        (reader) => found({ name: [1, 1], first: 0, second: 1 }, [reader], 'unbiased').value,
      ),
      varAUCAminusAUCB: ifPair(
        (reader) => found({ name: [1, 1], first: 0, second: 1 }, [reader], 'unbiased').variance,
      ),
    },
    Ustat: block('unbiased'),
    MLEstat: block('plug-in'),
    varDecomp: {
      BCK: { MLE: plugIn.BCK, Ustat: unbiased.BCK },
      BDG: { MLE: plugIn.BDG, Ustat: unbiased.BDG },
    },
  };
};
