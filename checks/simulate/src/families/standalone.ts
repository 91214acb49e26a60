import { normalQuantile } from '@daero/statistics/distributions/normal';
import { delongCovariance, jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { standaloneMethod } from '@daero/statistics/reader-study/standalone-method';
import { standaloneVersusReaders } from '@daero/statistics/reader-study/standalone-versus-readers';
import type { RandomStream } from '@daero/statistics/resampling/random-stream';
import { z } from 'zod';
import { normal, normals } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';
import { named } from './roe-metz.ts';

const forms = ['jackknife', 'delong'] as const;
const usual = standaloneMethod.settings.parse({ device: 'ai' }).covariance;

export const standaloneFamily = family({
  name: 'standalone',
  title: { ko: '기기 단독과 판독자의 비교', en: 'The device alone against readers' },
  model: {
    ko: 'Roe-Metz 모형의 한 영상법과, 같은 증례를 읽는 기기. 기기는 증례 효과만 나누어 가집니다.',
    en: 'One modality of the model of Roe and Metz, and a device on the same cases that shares the effect of cases alone.',
  },
  settings: z.strictObject({
    device: z.number(),
    readersAuc: z.number(),
    reader: z.number(),
    /** Share of the variance of a reading that all readers and the device have in common. */
    case: z.number(),
    readers: z.number().int(),
    diseased: z.number().int(),
    healthy: z.number().int(),
  }),
  file: 'checks/simulate/src/families/standalone.ts',
  prepare: ({ device, readersAuc, reader, case: shared, readers, diseased, healthy }) => {
    const alike = device === readersAuc;
    const [deviceShift, readerShift] = [
      normalQuantile(device) * Math.SQRT2,
      normalQuantile(readersAuc) * Math.sqrt(2 * (1 + reader)),
    ];
    const own = Math.sqrt(1 - shared);
    const columns = (random: RandomStream, cases: number, ill: boolean): readonly Float64Array[] => {
      const byCase = normals(random, cases, 0, Math.sqrt(shared));
      const at = (level: number) => byCase.map((effect) => level + effect + normal(random, 0, own));
      return [
        at(ill ? deviceShift : 0),
        ...named('r', readers).map(() => at((ill ? readerShift : 0) + normal(random, 0, Math.sqrt(reader)))),
      ];
    };
    return {
      lines: forms.flatMap((form) => {
        const standing = form === usual ? 'default' : 'other';
        return [
          covers('readers - device', readersAuc - device, form, standing),
          ...(alike ? [rejectsTruth('readers - device', 0, form, standing)] : []),
        ];
      }),
      replicate: (random) => {
        const [ill, well] = [columns(random, diseased, true), columns(random, healthy, false)];
        const study = {
          readers: ['device', ...named('r', readers)],
          modalities: [''],
          diseased: named('d', diseased),
          healthy: named('h', healthy),
          cells: ill.map((column, cell) => ({
            diseased: column,
            healthy: well[cell] ?? new Float64Array(0),
          })),
        };
        const figures = cellFigures(study, { of: 'auc' });
        const [deviceValue = NaN, ...values] = figures.map(({ value }) => value);
        return forms.flatMap((form) => {
          const covariance =
            form === 'delong' ? delongCovariance(study) : jackknifeCovariance(figures, 'all');
          const found = standaloneVersusReaders({ device: deviceValue, readers: values }, covariance, 0.95);
          if (!found.ok) return alike ? [null, null] : [null];
          const { limits, p } = found.value.difference;
          return alike ? [limits, p] : [limits];
        });
      },
    };
  },
});
