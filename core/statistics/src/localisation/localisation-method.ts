import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { numberColumn, textColumn, type Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeBinary, hasColumn } from '../columns.ts';
import { jackknifeCovariance } from '../reader-study/case-covariance.ts';
import { obuchowskiRockette } from '../reader-study/obuchowski-rockette.ts';
import {
  fewReaders,
  meanEstimate,
  plainEstimate,
  testWarning,
  type ReaderContext,
} from '../reader-study/reader-estimates.ts';
import { completeIds } from '../reader-study/reading-roles.ts';
import { varianceComponents } from '../reader-study/variance-components.ts';
import { levelSetting } from '../settings.ts';
import { casesOfMerit, localisationFigures, localisationMerits } from './localisation-figures.ts';
import { marks, type LesionRows, type LocalisationStudy, type MarkRows } from './marks.ts';

const title: Text = {
  ko: '병변 위치 판독 연구(FROC)',
  en: 'Reader study with lesion localisation (FROC)',
};

const settings = z.strictObject({
  figure: z.enum(localisationMerits).default('wAFROC'),
  to: z.enum(['readers-and-cases', 'cases', 'readers']).default('readers-and-cases'),
  /** All modalities in their order; the first two are `first` and `second`. By name when left out. */
  modalities: z.array(z.string()).min(2).optional(),
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
  run: (roles, { figure, to, modalities: order, level }) => {
    const found = localisationStudy(roles, order);
    if (!found.ok) return found;
    const study = found.value;
    const { readers, modalities, diseased, healthy, weights } = study;
    const figures = localisationFigures(study, figure);
    const covariance = to === 'readers' ? null : jackknifeCovariance(figures, casesOfMerit[figure]);
    const values = figures.map(({ value }) => value);
    const components = varianceComponents({ readers, modalities, values, covariance }, 'shared');
    const inference = obuchowskiRockette(components, { to, level });
    if (!inference.ok) return inference;

    const context: ReaderContext = {
      level,
      unit: figure === 'MaxNLF' ? 'score' : 'auc',
      n: diseased.length + healthy.length,
      parts: {
        diseased: diseased.length,
        healthy: healthy.length,
        readers: readers.length,
        lesions: weights.length,
      },
      method: {
        ko: `${figure}, Obuchowski-Rockette(Hillis 자유도), jackknife 공분산`,
        en: `${figure}, Obuchowski-Rockette with Hillis' degrees of freedom, jackknife covariance`,
      },
      source:
        'Chakraborty and Zhai (2016), Medical Physics 43, 2548-2557; Hillis (2007), Statistics in Medicine 26, 596-619',
      warnings: to === 'cases' ? [] : fewReaders(readers.length),
    };
    // A mean number of marks has no upper end; every other figure is a share.
    const most = figure === 'MaxNLF' ? Infinity : 1;
    const estimates: Record<string, Estimate> = {};
    for (const [i, mean] of inference.value.modalities.entries()) {
      const estimate = meanEstimate(context, mean, { least: 0, most });
      estimates[`mean-${modalities[i] ?? ''}`] = estimate;
      if (i < 2) estimates[i === 0 ? 'first' : 'second'] = estimate;
    }
    for (const { first, second, ...difference } of inference.value.differences) {
      const estimate = meanEstimate(context, difference, { least: -most, most });
      estimates[`difference-${modalities[first] ?? ''}-${modalities[second] ?? ''}`] = estimate;
      if (first === 0 && second === 1) estimates.difference = estimate;
    }
    const { f, df1, df2, p } = inference.value.test;
    const tested = { ...context, warnings: [...context.warnings, testWarning(f, df1, df2)] };
    estimates.f = plainEstimate(tested, f, 'score');
    estimates.p = plainEstimate(tested, p, 'probability');
    return succeed({ estimates, shapes: [], warnings: context.warnings });
  },
});

/** The study of a plan's rows. Lesions of a case weigh alike where there is no column of weights. */
function localisationStudy(
  roles: Table,
  order: readonly string[] | undefined,
): Result<LocalisationStudy, Fault> {
  const [reader, modality, cases] = [
    completeIds(roles, 'reader'),
    completeIds(roles, 'modality'),
    completeIds(roles, 'case'),
  ];
  if (!reader.ok) return reader;
  if (!modality.ok) return modality;
  if (!cases.ok) return cases;
  const truth = completeBinary(roles, 'truth');
  if (!truth.ok) return truth;
  const lesion = textColumn(roles, 'lesion');
  if (!lesion.ok) return lesion;
  const rating = numberColumn(roles, 'rating');
  if (!rating.ok) return rating;
  const weight = hasColumn(roles, 'weight') ? numberColumn(roles, 'weight') : succeed(null);
  if (!weight.ok) return weight;

  const known = [...new Set(modality.value)].sort();
  const unknown = order?.find((name) => !known.includes(name));
  if (unknown !== undefined) return fail({ kind: 'modality-unknown', modality: unknown, known });
  const marked = [...rating.value.keys()].filter((row) => !Number.isNaN(rating.value[row]));
  const of = <Value>(column: readonly Value[], fallback: Value): readonly Value[] =>
    marked.map((row) => column[row] ?? fallback);
  const rows: MarkRows = {
    reader: of(reader.value, ''),
    modality: of(modality.value, ''),
    case: of(cases.value, ''),
    lesion: of(lesion.value, null),
    rating: marked.map((row) => rating.value[row] ?? NaN),
  };
  return marks(
    rows,
    lesionsOf({ cases: cases.value, truth: truth.value, lesion: lesion.value, weight: weight.value }),
    {
      readers: [...new Set(reader.value)].sort(),
      modalities: order ?? known,
    },
  );
}

/** One row a lesion and one a healthy case, out of rows that name each once a reading. */
function lesionsOf(from: {
  readonly cases: readonly string[];
  readonly truth: Float64Array;
  readonly lesion: readonly (string | null)[];
  readonly weight: Float64Array | null;
}): LesionRows {
  const found = new Map<
    string,
    { readonly case: string; readonly lesion: string | null; readonly row: number }
  >();
  const perCase = new Map<string, number>();
  from.cases.forEach((id, row) => {
    const lesion = from.lesion[row] ?? null;
    const diseased = from.truth[row] === 1;
    if (diseased === (lesion === null)) return; // a mark elsewhere on a diseased case; a healthy case has no lesion
    const key = JSON.stringify([id, lesion]);
    if (found.has(key)) return;
    found.set(key, { case: id, lesion, row });
    perCase.set(id, (perCase.get(id) ?? 0) + 1);
  });
  const rows = [...found.values()];
  return {
    case: rows.map((row) => row.case),
    lesion: rows.map(({ lesion }) => lesion),
    weight: rows.map(({ row, case: id }) => from.weight?.[row] ?? 1 / (perCase.get(id) ?? NaN)),
  };
}
