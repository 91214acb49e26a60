import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { z } from 'zod';
import type { AskedMargin } from './margin-size.ts';
import { aidedReadersPower, deviceAgainstReadersPower, distancesOf } from './reader-size.ts';
import { family, marginSettings, share, units, type SizeAnswer } from './size-answer.ts';
import { assumed } from './size-words.ts';
import { wholeSize } from './whole-size.ts';

const correlation = z.number().min(0).lt(1);
const readers = {
  first: share,
  second: share,
  readers: z.int().min(2).max(500),
  readerSd: z.number().min(0).lt(0.5).default(0.02),
  healthyPerDiseased: z.number().positive().default(1),
};
const most = 100_000;

type Asked = AskedMargin & { readonly power: number; readonly readers: number };
type Read = { readonly distances: readonly number[]; readonly alpha: number };

/** The smallest number of diseased cases; a fault where readers are too few for any. */
function readerAnswer(
  difference: number,
  asked: Asked,
  powerAt: (read: Read, n: number) => number,
  told: Pick<SizeAnswer, 'formula' | 'source'>,
): Result<SizeAnswer, Fault> {
  const distances = distancesOf(difference, asked);
  if (!distances.ok) return distances;
  const at = (n: number): number => powerAt({ distances: distances.value, alpha: asked.alpha }, n);
  const found = wholeSize((n) => at(n) >= asked.power, { least: 4, most });
  if (!found.ok)
    return fail({ kind: 'power-out-of-reach', power: at(most), cases: most, readers: asked.readers });
  return succeed({
    ...told,
    n: found.value,
    unit: units.diseasedCases,
    assumptions: [assumed.binormal, assumed.published],
    reads: 'power',
    target: asked.power,
    at,
  });
}

/** Two modalities, every reader reading every case in both: with the device against without. */
export const aidedReadersFamily = family({
  settings: z.strictObject({
    of: z.literal('aided-readers'),
    ...readers,
    sameReader: correlation.default(0.47),
    sameModality: correlation.default(0.3),
    neither: correlation.default(0.25),
    to: z.enum(['readers-and-cases', 'cases', 'readers']).default('readers-and-cases'),
    ...marginSettings,
  }),
  size: (asked) =>
    readerAnswer(asked.first - asked.second, asked, (read, n) => aidedReadersPower(asked, { ...read, n }), {
      formula: {
        ko: '여러 판독자·여러 증례 연구의 비중심 F 검정(Obuchowski-Rockette)',
        en: 'Noncentral F test of a reader study (Obuchowski-Rockette)',
      },
      source: 'Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142',
    }),
});

/** The device alone against readers on the same cases. */
export const deviceAgainstReadersFamily = family({
  settings: z.strictObject({
    of: z.literal('device-against-readers'),
    ...readers,
    ofReaders: correlation.default(0.4),
    withDevice: correlation.default(0.3),
    ...marginSettings,
  }),
  size: (asked) =>
    readerAnswer(
      asked.first - asked.second,
      asked,
      (read, n) => deviceAgainstReadersPower(asked, { ...read, n }),
      {
        formula: {
          ko: '기기 단독과 판독자의 비교, 비중심 F 검정',
          en: 'Noncentral F test of the device alone against readers',
        },
        source: 'Hillis and Schartz (2018), Journal of Medical Imaging 5, 031410',
      },
    ),
});
