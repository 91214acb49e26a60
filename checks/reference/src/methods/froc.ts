import { unwrap } from '@daero/domain/result';
import {
  casesOfMerit,
  localisationFigures,
  localisationMerits,
} from '@daero/statistics/localisation/localisation-figures';
import { marks } from '@daero/statistics/localisation/marks';
import { jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { z } from 'zod';
import { readCsv } from '../csv.ts';
import { analysisNames, orTables } from './reader-tables.ts';
import { level } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = z.object({
  marks: z.object({
    file: z.number(),
    modality: z.string(),
    reader: z.string(),
    case: z.string(),
    mark: z.string(),
    kind: z.string(),
    kind_nonlesion: level,
    kind_lesion: level,
    rating: z.string(),
  }),
  cases: z.object({
    file: z.number(),
    case: z.string(),
    truth: z.string(),
    positive: level,
    negative: level,
    lesion: z.string(),
    weight: z.string(),
  }),
  modalities: z.array(level),
  readers: z.array(level),
  modality_labels: z.array(z.string()),
  reader_labels: z.array(z.string()),
  direction: z.literal('higher'),
  unmarked_rating: z.literal('-Infinity'),
  figure_of_merit: z.enum(localisationMerits),
  covariance: z.literal('jackknife'),
  jackknife_cases: z.enum(['all', 'diseased', 'nondiseased']).nullish(),
  analyses: z.array(z.enum(analysisNames)),
  conf_level: z.number(),
});

export const frocRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const file = (at: number) => readCsv(given.data[at] ?? '');
  const [marked, truth] = [file(asked.marks.file), file(asked.cases.file)];
  const kinds = marked.text(asked.marks.kind);
  const hit = marked.text(asked.marks.mark);
  const truths = truth.text(asked.cases.truth);
  const names = truth.text(asked.cases.lesion);
  const study = unwrap(
    marks(
      {
        reader: marked.text(asked.marks.reader),
        modality: marked.text(asked.marks.modality),
        case: marked.text(asked.marks.case),
        lesion: kinds.map((kind, row) => (kind === asked.marks.kind_lesion ? (hit[row] ?? '') : null)),
        rating: marked.numbers(asked.marks.rating),
      },
      {
        case: truth.text(asked.cases.case),
        lesion: truths.map((value, row) => (value === asked.cases.positive ? (names[row] ?? '') : null)),
        weight: truth.numbers(asked.cases.weight),
      },
      asked,
    ),
  );
  const figures = localisationFigures(study, asked.figure_of_merit);
  const over =
    asked.jackknife_cases === 'nondiseased'
      ? 'healthy'
      : (asked.jackknife_cases ?? casesOfMerit[asked.figure_of_merit]);
  const covariance = jackknifeCovariance(figures, over);
  const of = {
    modalities: asked.modality_labels,
    readers: asked.reader_labels,
    values: figures.map(({ value }) => value),
    level: asked.conf_level,
  };
  return Object.fromEntries(asked.analyses.map((name) => [name, orTables(of, covariance, name)]));
};
