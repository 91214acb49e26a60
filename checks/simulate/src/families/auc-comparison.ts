import { unwrap } from '@daero/domain/result';
import {
  pairedAucs,
  pairedDifference,
  unpairedDifference,
} from '@daero/statistics/discrimination/auc-comparison';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { normalQuantile, normalReach } from '@daero/statistics/distributions/normal';
import { around } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { normal, normals } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

const shiftOf = (auc: number): number => Math.SQRT2 * normalQuantile(auc);

export const aucPairedFamily = family({
  name: 'auc-paired',
  title: { ko: '같은 대상에서 두 AUC의 비교', en: 'Two AUCs of the same people' },
  model: {
    ko: '두 쌍정규 점수. 같은 사람의 두 점수는 correlation만큼 상관됩니다.',
    en: 'Two binormal scores of each person with the given correlation.',
  },
  settings: z.strictObject({
    first: z.number(),
    second: z.number(),
    correlation: z.number(),
    diseased: z.number().int(),
    healthy: z.number().int(),
  }),
  file: 'checks/simulate/src/families/auc-comparison.ts',
  prepare: ({ first, second, correlation, diseased: m, healthy: n }) => {
    const alike = first === second;
    const rest = Math.sqrt(1 - correlation * correlation);
    return {
      lines: [
        covers('difference', first - second, 'paired DeLong, Wald', 'default'),
        ...(alike ? [rejectsTruth('difference', 0, 'paired DeLong', 'default')] : []),
      ],
      replicate: (random) => {
        const people = (size: number, shifts: readonly [number, number]) => {
          const columns = [new Float64Array(size), new Float64Array(size)] as const;
          for (let i = 0; i < size; i += 1) {
            const x = normal(random);
            columns[0][i] = shifts[0] + x;
            columns[1][i] = shifts[1] + correlation * x + rest * normal(random);
          }
          return columns;
        };
        const ill = people(m, [shiftOf(first), shiftOf(second)]);
        const well = people(n, [0, 0]);
        const found = unwrap(
          pairedAucs([
            { diseased: ill[0], healthy: well[0] },
            { diseased: ill[1], healthy: well[1] },
          ]),
        );
        const { difference, standardError, p } = pairedDifference(found, 0, 1);
        const limits = around(difference, standardError, normalReach(0.95));
        // Where both always rank alike there is nothing to refute.
        return alike ? [limits, Number.isNaN(p) ? 1 : p] : [limits];
      },
    };
  },
});

export const aucUnpairedFamily = family({
  name: 'auc-unpaired',
  title: { ko: '다른 대상에서 두 AUC의 비교', en: 'Two AUCs of different people' },
  model: { ko: '서로 다른 사람들의 두 쌍정규 점수입니다.', en: 'Binormal scores of two groups of people.' },
  settings: z.strictObject({
    auc: z.number(),
    first: z.tuple([z.number().int(), z.number().int()]),
    second: z.tuple([z.number().int(), z.number().int()]),
  }),
  file: 'checks/simulate/src/families/auc-comparison.ts',
  prepare: ({ auc, first, second }) => ({
    lines: [rejectsTruth('difference', 0, 'DeLong, Satterthwaite t', 'default')],
    replicate: (random) => {
      const one = ([m, n]: readonly [number, number]) =>
        unwrap(aucDelong(normals(random, m, shiftOf(auc)), normals(random, n)));
      const { p } = unpairedDifference(one(first), one(second));
      return [Number.isNaN(p) ? 1 : p];
    },
  }),
});
