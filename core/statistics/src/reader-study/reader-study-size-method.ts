import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { jackknifeCovariance } from './case-covariance.ts';
import { cellFigures } from './cell-figures.ts';
import { fewReaders, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import { casesForPower, spreadOf } from './reader-study-power.ts';
import { readingNeeds, studyOf } from './reading-roles.ts';
import { varianceComponents } from './variance-components.ts';

const title: Text = {
  ko: '예비 연구로 정하는 판독 연구의 크기',
  en: 'Size of a reader study from its pilot',
};

const settings = z.strictObject({
  /** The difference in AUC that the study should find. */
  difference: z.number().gt(0).lt(1),
  power: z.number().gt(0.5).lt(1).default(0.8),
  alpha: z.number().gt(0).lt(0.5).default(0.05),
  /** Numbers of readers to plan with; the first is the one that `cases` is for. */
  readers: z.array(z.number().int().min(2)).min(1),
  to: z.enum(['readers-and-cases', 'cases', 'readers']).default('readers-and-cases'),
  modalities: z.tuple([z.string(), z.string()]).optional(),
});

/** How many cases a study with so many readers needs. Gives `cases` and `power`, and `cases-<readers>` for each number of readers. */
export const readerStudySizeMethod = method({
  name: 'reader-study-size',
  title,
  settings,
  takes: readingNeeds,
  gives: ['cases', 'power', 'cases-*'],
  byGroup: false,
  file: 'statistics/src/reader-study/reader-study-size-method.ts',
  run: (roles, { difference, power, alpha, readers: numbers, to, modalities }) => {
    const study = studyOf(roles, modalities);
    if (!study.ok) return study;
    const pilot = study.value;
    if (pilot.readers.length < 2 || pilot.modalities.length < 2) {
      const found = { readers: pilot.readers.length, modalities: pilot.modalities.length };
      return fail({ kind: 'too-few-readers', ...found });
    }
    const figures = cellFigures(pilot, { of: 'auc' });
    const covariance = jackknifeCovariance(figures, 'all');
    const values = figures.map(({ value }) => value);
    const components = varianceComponents({ ...pilot, values, covariance }, 'shared');
    const spread = spreadOf(components, covariance.cases);
    if (spread === null) throw new Error('a pilot with varying cases has components');
    const context: ReaderContext = {
      level: 1 - alpha,
      unit: 'count',
      n: covariance.cases,
      parts: {
        diseased: pilot.diseased.length,
        healthy: pilot.healthy.length,
        readers: pilot.readers.length,
      },
      method: {
        ko: '예비 연구의 Obuchowski-Rockette 분산 성분과 비중심 F 분포',
        en: 'Obuchowski-Rockette components of the pilot and the noncentral F distribution',
      },
      source: 'Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142',
      warnings: fewReaders(pilot.readers.length),
    };
    const estimates: Record<string, Estimate> = {};
    for (const [at, readers] of numbers.entries()) {
      const found = casesForPower(spread, { readers, difference, to, alpha }, { power });
      if (!found.ok) return found;
      const cases = plainEstimate(context, found.value.cases, 'count');
      estimates[`cases-${readers}`] = cases;
      if (at === 0) {
        estimates.cases = cases;
        estimates.power = plainEstimate(context, found.value.power, 'probability');
      }
    }
    return succeed({ estimates, shapes: [], warnings: context.warnings });
  },
});
