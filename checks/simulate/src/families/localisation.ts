import { normalCdf } from '@daero/statistics/distributions/normal';
import { localisationFigures, casesOfMerit } from '@daero/statistics/localisation/localisation-figures';
import { localisationMethod } from '@daero/statistics/localisation/localisation-method';
import type { LocalisationStudy, MarkedCell } from '@daero/statistics/localisation/marks';
import { jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { obuchowskiRockette } from '@daero/statistics/reader-study/obuchowski-rockette';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import type { RandomStream } from '@daero/statistics/resampling/random-stream';
import { z } from 'zod';
import { happens, normal, normalMean, normals, poisson } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';
import { ofInference } from './reader-study.ts';
import { named } from './roe-metz.ts';

const settings = z.strictObject({
  /** Mean rating of a lesion that was seen, by modality; marks elsewhere have mean 0, all ratings variance 1. */
  shifts: z.tuple([z.number(), z.number()]),
  /** The chance that a lesion is seen, and marks elsewhere a case. */
  seen: z.number(),
  marksElsewhere: z.number(),
  /** Variances of readers (of lesions' ratings), of readers by modalities, and of cases (of all their marks). */
  reader: z.number(),
  readerModality: z.number(),
  case: z.number(),
  readers: z.number().int(),
  diseased: z.number().int(),
  healthy: z.number().int(),
  /** Case i has 1 + i mod this many lesions. */
  mostLesions: z.number().int(),
});
type Settings = z.output<typeof settings>;

const merit = localisationMethod.settings.parse({}).figure;

export const localisationFamily = family({
  name: 'localisation',
  title: { ko: '병변 위치 판독 연구(FROC)', en: 'Reader studies with localisation (FROC)' },
  model: {
    ko: '탐색 모형: 병변은 정해진 확률로 보이고, 다른 곳의 표시는 포아송 수만큼 생기며, 판독자·증례 효과가 더해집니다.',
    en: 'A search model: a lesion is seen with a given chance, marks elsewhere are Poisson, with effects of readers and cases.',
  },
  settings,
  file: 'checks/simulate/src/families/localisation.ts',
  prepare: (asked) => {
    const [first, second] = asked.shifts.map((shift) => figureOf(asked, shift));
    const difference = (first ?? NaN) - (second ?? NaN);
    const alike = asked.shifts[0] === asked.shifts[1];
    return {
      lines: [
        covers(`${merit} difference`, difference, 'OR, jackknife', 'default'),
        covers(`${merit} of one modality`, first ?? NaN, 'OR, jackknife, logit', 'default'),
        covers(`${merit} of one modality`, first ?? NaN, 'OR, jackknife', 'asymptotic'),
        ...(alike ? [rejectsTruth(`${merit} difference`, 0, 'OR, jackknife', 'default')] : []),
      ],
      replicate: (random) => {
        const study = draw(random, asked);
        const figures = localisationFigures(study, merit);
        const covariance = jackknifeCovariance(figures, casesOfMerit[merit]);
        const values = figures.map(({ value }) => value);
        const { readers, modalities } = study;
        const components = varianceComponents({ readers, modalities, values, covariance }, 'shared');
        return ofInference(obuchowskiRockette(components, { to: 'readers-and-cases', level: 0.95 }), alike);
      },
    };
  },
});

/**
 * The true weighted AFROC area: the chance that a lesion is rated above the worst mark on a healthy case. A seen lesion beats a case
 * when every one of its Poisson marks lies below; an unseen one draws with a case without marks.
 */
function figureOf({ seen, marksElsewhere, ...v }: Settings, shift: number): number {
  if (merit !== 'wAFROC') throw new Error(`no true value is known here for ${merit}`);
  const sd = Math.sqrt(1 + 2 * v.case + v.reader + v.readerModality);
  const beaten = normalMean((y) => Math.exp(-marksElsewhere * (1 - normalCdf(y))), shift, sd);
  return seen * beaten + ((1 - seen) * Math.exp(-marksElsewhere)) / 2;
}

function draw(random: RandomStream, asked: Settings): LocalisationStudy {
  const { readers, diseased, healthy, mostLesions, seen, marksElsewhere } = asked;
  const counts = Array.from({ length: diseased }, (_none, i) => 1 + (i % mostLesions));
  const start = Int32Array.from([
    0,
    ...counts.map((_n, i) => counts.slice(0, i + 1).reduce((a, b) => a + b, 0)),
  ]);
  const caseOf = counts.flatMap((n, i) => new Array<number>(n).fill(i));
  const effects = {
    diseased: normals(random, diseased, 0, Math.sqrt(asked.case)),
    healthy: normals(random, healthy, 0, Math.sqrt(asked.case)),
    readers: normals(random, readers, 0, Math.sqrt(asked.reader)),
  };
  const cells = asked.shifts.flatMap((shift) =>
    Array.from(effects.readers, (own): MarkedCell => {
      const level = shift + own + normal(random, 0, Math.sqrt(asked.readerModality));
      const nonLesions = { at: [] as number[], rating: [] as number[] };
      const worst = (of: Float64Array, before: number): Float64Array =>
        of.map((effect, at) => {
          let most = -Infinity;
          for (let left = poisson(random, marksElsewhere); left > 0; left -= 1) {
            const rating = effect + normal(random);
            nonLesions.at.push(before + at);
            nonLesions.rating.push(rating);
            most = Math.max(most, rating);
          }
          return most;
        });
      const lesions = Float64Array.from(caseOf, (at) =>
        happens(random, seen) ? level + (effects.diseased[at] ?? NaN) + normal(random) : -Infinity,
      );
      const elsewhere = { diseased: worst(effects.diseased, 0), healthy: worst(effects.healthy, diseased) };
      return { lesions, elsewhere, nonLesions };
    }),
  );
  return {
    readers: named('r', readers),
    modalities: ['a', 'b'],
    diseased: named('d', diseased),
    healthy: named('h', healthy),
    start,
    weights: Float64Array.from(caseOf, (at) => 1 / (counts[at] ?? NaN)),
    cells,
  };
}
