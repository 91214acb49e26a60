import {
  predictiveValueComparison,
  relativePredictiveValues,
  relativeLikelihoodRatios,
} from '@daero/statistics/accuracy/predictive-value-comparison';
import { z } from 'zod';
import { binomial, happens } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

const pair = z.strictObject({ sensitivity: z.number(), specificity: z.number() });

export const predictiveComparisonFamily = family({
  name: 'predictive-comparison',
  title: {
    ko: '같은 대상에서 두 검사의 예측도 비교',
    en: 'Predictive values of two tests of the same people',
  },
  model: {
    ko: '코호트. 같은 사람의 두 검사는 일부가 같은 원인을 나누어 서로 닮습니다(alike: 결과를 나누는 비율).',
    en: 'A cohort; with probability `alike` the two tests of a person are right or wrong for one shared reason.',
  },
  settings: z.strictObject({
    n: z.number().int(),
    prevalence: z.number(),
    first: pair,
    second: pair,
    alike: z.number(),
  }),
  file: 'checks/simulate/src/families/predictive-comparison.ts',
  prepare: ({ n, prevalence, first, second, alike }) => {
    const ppv = ({ sensitivity: se, specificity: sp }: z.output<typeof pair>): number =>
      (se * prevalence) / (se * prevalence + (1 - sp) * (1 - prevalence));
    const npv = ({ sensitivity: se, specificity: sp }: z.output<typeof pair>): number =>
      (sp * (1 - prevalence)) / (sp * (1 - prevalence) + (1 - se) * prevalence);
    const positive = ({ sensitivity: se, specificity: sp }: z.output<typeof pair>): number => se / (1 - sp);
    const ratio = { ppv: ppv(second) / ppv(first), npv: npv(second) / npv(first) };
    const equal = first.sensitivity === second.sensitivity && first.specificity === second.specificity;
    return {
      lines: [
        covers('PPV ratio', ratio.ppv, 'Moskowitz-Pepe', 'default'),
        covers('NPV ratio', ratio.npv, 'Moskowitz-Pepe', 'default'),
        covers('LR+ ratio', positive(first) / positive(second), 'log', 'default'),
        ...(equal
          ? [
              rejectsTruth('PPV ratio', 1, 'weighted generalised score', 'default'),
              rejectsTruth('NPV ratio', 1, 'weighted generalised score', 'default'),
              rejectsTruth('PPV ratio', 1, 'generalised score', 'other'),
              rejectsTruth('NPV ratio', 1, 'generalised score', 'other'),
            ]
          : []),
      ],
      replicate: (random) => {
        const ill = binomial(random, n, prevalence);
        /** A shared uniform number makes two tests agree as far as their rates allow. */
        const counts = (people: number, p1: number, p2: number) => {
          const found = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
          for (let i = 0; i < people; i += 1) {
            const shared = happens(random, alike) ? random.uniform() : null;
            const a = (shared ?? random.uniform()) < p1;
            const b = (shared ?? random.uniform()) < p2;
            found[a ? (b ? 'both' : 'onlyFirst') : b ? 'onlySecond' : 'neither'] += 1;
          }
          return found;
        };
        const tests = {
          diseased: counts(ill, first.sensitivity, second.sensitivity),
          healthy: counts(n - ill, 1 - first.specificity, 1 - second.specificity),
        };
        const relative = relativePredictiveValues(tests, 0.95);
        const likelihood = relativeLikelihoodRatios(tests, 0.95);
        const { ppv: ofPpv, npv: ofNpv } = predictiveValueComparison(tests);
        return [
          relative.ppv.limits,
          relative.npv.limits,
          likelihood.positive.limits,
          ...(equal ? [ofPpv.weighted.p, ofNpv.weighted.p, ofPpv.generalised.p, ofNpv.generalised.p] : []),
        ];
      },
    };
  },
});
