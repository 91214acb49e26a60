import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { textColumn } from '@daero/domain/table';
import { z } from 'zod';
import { completeLabels } from '../columns.ts';
import type { Matrix } from '../regression/cholesky.ts';
import { bootstrapEstimate } from '../resampling/bootstrap-estimate.ts';
import { drawCounts } from '../resampling/draw-counts.ts';
import { bootstrapSettings, levelSetting } from '../settings.ts';
import { clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { sum } from '../summary/moments.ts';
import { chanceAgreement, type ChanceAgreement } from './chance-agreement.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { alphaMetrics, krippendorffAlpha } from './krippendorff-alpha.ts';
import { longRatings } from './long-ratings.ts';

const fewSubjects = 20;

/**
 * Agreement of two raters or more on categories: Fleiss's kappa, AC1, Krippendorff's alpha and, where nothing is missing, Conger's kappa.
 * A row is one rating; an empty rating, or a row that is not there, is a missing one.
 */
export const raterAgreementMethod = method({
  name: 'rater-agreement',
  title: { ko: '여러 판정자의 일치도', en: 'Agreement of several raters' },
  settings: z.strictObject({
    /** In their order, where they have one. */
    categories: z.array(z.string()).min(2),
    /** Of alpha; `interval` takes the categories as 0, 1, 2 ... */
    metric: z.enum(alphaMetrics).default('nominal'),
    level: levelSetting,
    ...bootstrapSettings,
  }),
  takes: [
    { role: 'subject', kind: 'label' },
    { role: 'rater', kind: 'label' },
    { role: 'rating', kind: 'label' },
  ],
  gives: ['fleiss', 'ac1', 'alpha', 'conger*'],
  byGroup: false,
  file: 'statistics/src/agreement/rater-agreement-method.ts',
  run: (roles, { categories, metric, level, replicates, seed }) => {
    const subject = completeLabels(roles, 'subject');
    if (!subject.ok) return subject;
    const rater = completeLabels(roles, 'rater');
    if (!rater.ok) return rater;
    const rating = textColumn(roles, 'rating');
    if (!rating.ok) return rating;
    const unknown = rating.value.findIndex((label) => label !== null && !categories.includes(label));
    if (unknown >= 0) {
      const label = rating.value[unknown] ?? '';
      return fail({ kind: 'label-unknown', column: 'rating', row: unknown + 1, label, known: categories });
    }
    const found = longRatings({ subject: subject.value, rater: rater.value, rating: rating.value });
    if (!found.ok) return found;
    const { raters, subjects, cells, missing } = found.value;
    if (raters.length < 2) return fail({ kind: 'too-few-raters', raters: raters.length });
    const columns = cells.map((column) =>
      column.map((label) => (label === null ? NaN : categories.indexOf(label))),
    );
    const counts: Matrix = subjects.map((_name, j) =>
      categories.map((_category, k) => columns.filter((column) => column[j] === k).length),
    );
    const agreement = chanceAgreement(counts, level);
    if (!agreement.ok) return agreement;
    const ofAlpha = (rows: readonly (readonly number[])[]) =>
      krippendorffAlpha(
        { raters: rows, categories: categories.length },
        { values: categories.map((_name, k) => k), metric },
      );
    const alpha = ofAlpha(columns);
    if (!alpha.ok) return alpha;
    const conger = missing > 0 ? null : fleissKappa({ raters: columns, categories: categories.length });
    if (conger !== null && !conger.ok) return conger;

    const n = agreement.value.subjects;
    const warnings: Warning[] = [];
    if (missing > 0)
      warnings.push({
        kind: 'ratings-missing',
        facts: { missing, possible: raters.length * subjects.length, subjects: n },
      });
    if (n < fewSubjects) warnings.push({ kind: 'few-groups', facts: { groups: n } });
    const about = {
      level,
      unit: 'ratio' as const,
      n,
      parts: { subjects: n, raters: raters.length, ratings: sum(counts.map(sum)) },
    };
    const gwet = (
      { value, standardError, limits }: ChanceAgreement,
      ko: string,
      en: string,
      source: string,
    ): Estimate =>
      makeEstimate({
        ...about,
        value,
        limits: clip(limits, -1, 1),
        standardError,
        method: {
          ko: `${ko}, Gwet 선형화 분산, t 신뢰구간`,
          en: `${en}, Gwet's linearised variance, t interval`,
        },
        source: `${source}; Gwet (2021), Educational and Psychological Measurement 81, 781-790`,
        warnings,
      });
    const drawn = drawSubjects(columns, { replicates, seed }, (rows) => {
      const again = ofAlpha(rows);
      const kappa = conger === null ? null : fleissKappa({ raters: rows, categories: categories.length });
      return [again.ok ? again.value.alpha : NaN, kappa !== null && kappa.ok ? kappa.value.conger : NaN];
    });
    const bySubjects = (value: number, own: Float64Array, ko: string, en: string, source: string): Estimate =>
      bootstrapEstimate({
        ...about,
        value,
        replicates: own,
        seed,
        method: {
          ko: `${ko}, 대상 단위 붓스트랩 백분위 구간(${replicates}회)`,
          en: `${en}, percentile interval of ${replicates} bootstrap samples of subjects`,
        },
        source: `${source}; Zapf and others (2016), BMC Med Res Methodol 16, 93`,
        warnings,
      });
    return succeed({
      estimates: {
        fleiss: gwet(
          agreement.value.fleiss,
          'Fleiss 카파',
          "Fleiss' kappa",
          'Fleiss (1971), Psychological Bulletin 76, 378-382',
        ),
        ac1: gwet(agreement.value.ac1, 'AC1', 'AC1', 'Gwet (2008), Br J Math Stat Psychol 61, 29-48'),
        alpha: bySubjects(
          alpha.value.alpha,
          drawn[0],
          `Krippendorff 알파(${metric})`,
          `Krippendorff's alpha (${metric})`,
          'Krippendorff (2004), Content analysis, 2nd edition; Hayes and Krippendorff (2007), Communication Methods and Measures 1, 77-89',
        ),
        ...(conger === null
          ? {}
          : {
              conger: bySubjects(
                conger.value.conger,
                drawn[1],
                'Conger 카파',
                "Conger's kappa",
                'Conger (1980), Psychological Bulletin 88, 322-328',
              ),
            }),
      },
      shapes: [],
      warnings,
    });
  },
});

/** Two statistics of samples of subjects, drawn with replacement with all their ratings. */
function drawSubjects(
  columns: readonly (readonly number[])[],
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
  statistics: (rows: readonly (readonly number[])[]) => readonly [number, number],
): readonly [Float64Array, Float64Array] {
  const n = columns[0]?.length ?? 0;
  const drawn = [new Float64Array(replicates), new Float64Array(replicates)] as const;
  const counts = new Int32Array(n);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    counts.fill(0);
    drawCounts(seed, replicate).draw(counts, 0, n);
    const places: number[] = [];
    counts.forEach((count, place) => {
      for (let times = 0; times < count; times += 1) places.push(place);
    });
    const [first, second] = statistics(columns.map((column) => places.map((place) => column[place] ?? NaN)));
    drawn[0][replicate] = first;
    drawn[1][replicate] = second;
  }
  return drawn;
}
