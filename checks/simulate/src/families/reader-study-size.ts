import { unwrap } from '@daero/domain/result';
import { jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { casesForPower, type PlannedSpread } from '@daero/statistics/reader-study/reader-study-power';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { mean } from '@daero/statistics/summary/moments';
import { z } from 'zod';
import { family, findsWith } from '../family.ts';
import { inferFrom } from './reader-study.ts';
import { drawReaderStudy, roeMetzSettings, type RoeMetz, type StudySize } from './roe-metz.ts';

/** Pilots whose components are averaged, so that the size rests on the model and not on the luck of one pilot. */
const pilots = 300;

export const readerStudySizeFamily = family({
  name: 'reader-study-size',
  title: { ko: '판독 연구의 크기가 검정력에 이르는가', en: 'Do sizes of reader studies reach their power?' },
  model: {
    ko: 'Roe-Metz 모형의 예비 연구 300개를 평균한 분산 성분으로 증례 수를 구하고, 그 크기의 연구를 뽑습니다.',
    en: 'Cases from the components of 300 averaged pilots of the model of Roe and Metz; then studies of that size.',
  },
  settings: z.strictObject({
    aucs: z.tuple([z.number(), z.number()]),
    variances: roeMetzSettings,
    readers: z.number().int(),
    power: z.number(),
  }),
  file: 'checks/simulate/src/families/reader-study-size.ts',
  prepare: ({ aucs, variances, readers, power }) => {
    const spread = spreadOfPilots(aucs, variances, { readers, diseased: 50, healthy: 50, blocks: 1 });
    const difference = Math.abs(aucs[0] - aucs[1]);
    const planned = unwrap(
      casesForPower(spread, { readers, difference, to: 'readers-and-cases', alpha: 0.05 }, { power }),
    );
    const half = Math.ceil(planned.cases / 2);
    const size = { readers, diseased: half, healthy: half, blocks: 1 };
    return {
      lines: [
        findsWith(
          `difference ${difference.toFixed(3)}, ${readers} readers, ${2 * half} cases`,
          power,
          'OR, jackknife',
        ),
      ],
      replicate: (random) => {
        const found = inferFrom(drawReaderStudy(random, aucs, variances, size), 'jackknife');
        return [found.ok ? found.value.test.p : null];
      },
    };
  },
});

function spreadOfPilots(aucs: readonly number[], variances: RoeMetz, size: StudySize): PlannedSpread {
  const found = Array.from({ length: pilots }, (_none, at) => {
    const study = drawReaderStudy(randomStream(1, at), aucs, variances, size);
    const figures = cellFigures(study, { of: 'auc' });
    const values = figures.map(({ value }) => value);
    const { readers, modalities } = study;
    const covariance = jackknifeCovariance(figures, 'all');
    const { cases, interaction } = varianceComponents({ readers, modalities, values, covariance }, 'shared');
    if (cases === null || interaction === null) throw new Error('a jackknife gives covariances of cases');
    return { ...cases, interaction };
  });
  return {
    error: mean(found.map(({ error }) => error)),
    cov1: mean(found.map(({ cov1 }) => cov1)),
    cov2: mean(found.map(({ cov2 }) => cov2)),
    cov3: mean(found.map(({ cov3 }) => cov3)),
    interaction: mean(found.map(({ interaction }) => interaction)),
    cases: size.diseased + size.healthy,
  };
}
