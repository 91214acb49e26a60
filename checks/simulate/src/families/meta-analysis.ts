import { unwrap } from '@daero/domain/result';
import { randomEffectsMethod } from '@daero/statistics/meta-analysis/random-effects-method';
import { randomEffects } from '@daero/statistics/meta-analysis/random-effects';
import { z } from 'zod';
import { normal } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

const words = { ko: '효과', en: 'effect' };
const usual = randomEffectsMethod.settings.parse({ quantity: words, label: words });
const forms = [
  { name: 'REML, Knapp-Hartung', estimator: 'REML', test: 'knha' },
  { name: 'REML, z', estimator: 'REML', test: 'z' },
  { name: 'DL, z', estimator: 'DL', test: 'z' },
] as const;

export const metaAnalysisFamily = family({
  name: 'meta-analysis',
  title: { ko: '변량효과 메타분석', en: 'Random-effects meta-analysis' },
  model: {
    ko: '정규 효과. 표준오차는 작은 것에서 큰 것까지 기하적으로 고르게 놓입니다.',
    en: 'Normal effects with standard errors spaced evenly, in ratio, between the least and the most.',
  },
  settings: z.strictObject({
    studies: z.number().int(),
    mean: z.number(),
    tau2: z.number(),
    standardErrors: z.tuple([z.number(), z.number()]),
  }),
  file: 'checks/simulate/src/families/meta-analysis.ts',
  prepare: ({ studies, mean, tau2, standardErrors: [least, most] }) => {
    const errors = Float64Array.from({ length: studies }, (_none, i) =>
      Math.exp(Math.log(least) + (Math.log(most / least) * i) / (studies - 1)),
    );
    return {
      lines: [
        ...forms.flatMap(({ name, estimator, test }) => {
          const standing = estimator === usual.estimator && test === usual.test ? 'default' : 'asymptotic';
          return [
            covers('mean effect', mean, name, standing),
            ...(mean === 0 ? [rejectsTruth('mean effect', 0, name, standing)] : []),
          ];
        }),
        covers('effect in a new study, from itself', 0, 'prediction, REML, Knapp-Hartung', 'asymptotic'),
      ],
      replicate: (random) => {
        const between = Math.sqrt(tau2);
        const effects = errors.map((error) => normal(random, mean, between) + normal(random, 0, error));
        const next = normal(random, mean, between);
        const found = forms.map(({ estimator, test }) =>
          unwrap(randomEffects(effects, errors, { estimator, test, level: 0.95 })),
        );
        const prediction = found[0]?.prediction ?? null;
        return [
          ...found.flatMap(({ limits, p }) => (mean === 0 ? [limits, p] : [limits])),
          prediction === null ? null : { low: prediction.low - next, high: prediction.high - next },
        ];
      },
    };
  },
});
