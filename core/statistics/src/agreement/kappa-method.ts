import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeLabels } from '../columns.ts';
import type { Matrix } from '../regression/cholesky.ts';
import { levelSetting } from '../settings.ts';
import { wilsonLimits } from '../accuracy/binomial-interval.ts';
import { normalReach } from '../distributions/normal.ts';
import { clip, mapLimits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { chanceAgreement } from './chance-agreement.ts';
import { cohenKappa, kappaWeights, prevalenceRobustAgreement } from './cohen-kappa.ts';
import { crossTable } from './ratings.ts';

/** Two raters (or a rater and a device) on categories. */
export const kappaMethod = method({
  name: 'kappa',
  title: { ko: '두 판정의 일치도(카파)', en: 'Agreement of two ratings (kappa)' },
  settings: z.strictObject({
    /** In their order, where they have one. */
    categories: z.array(z.string()).min(2),
    weights: z.enum(kappaWeights).default('unweighted'),
    level: levelSetting,
  }),
  takes: [
    { role: 'first', kind: 'label' },
    { role: 'second', kind: 'label' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['kappa', 'ac1', 'pabak'],
  byGroup: true,
  file: 'statistics/src/agreement/kappa-method.ts',
  run: (roles, { categories, weights, level }) => {
    const first = completeLabels(roles, 'first');
    if (!first.ok) return first;
    const second = completeLabels(roles, 'second');
    if (!second.ok) return second;
    const places: number[][] = [];
    for (const [r, labels] of [first.value, second.value].entries()) {
      const own = labels.map((label) => categories.indexOf(label));
      const unknown = own.indexOf(-1);
      if (unknown >= 0) return fail({ kind: 'rating-missing', rater: r + 1, subject: unknown + 1 });
      places.push(own);
    }
    const table = crossTable(places[0] ?? [], places[1] ?? [], categories.length);
    const found = cohenKappa(table, { weights, level });
    if (!found.ok) return found;
    const { pabak } = prevalenceRobustAgreement(table);
    const agreement = chanceAgreement(
      roles.rows === 0 ? [] : pairCounts(places[0] ?? [], places[1] ?? [], categories.length),
      level,
    );
    if (!agreement.ok) return agreement;
    const { ac1 } = agreement.value;
    const agreed = ((pabak + 1) / 2) * roles.rows;
    const about = { level, unit: 'ratio' as const, n: roles.rows, parts: { subjects: roles.rows } };
    return succeed({
      estimates: {
        kappa: makeEstimate({
          ...about,
          value: found.value.kappa,
          limits: clip(found.value.limits, -1, 1),
          standardError: found.value.standardError,
          method:
            weights === 'unweighted'
              ? { ko: 'Cohen 카파', en: "Cohen's kappa" }
              : {
                  ko: `가중 카파(${weights === 'linear' ? '선형' : '제곱'})`,
                  en: `Weighted kappa (${weights})`,
                },
          source: 'Cohen (1960, 1968); Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327',
        }),
        ac1: makeEstimate({
          ...about,
          value: ac1.value,
          limits: clip(ac1.limits, -1, 1),
          standardError: ac1.standardError,
          method: {
            ko: 'Gwet AC1, 선형화 분산, t 신뢰구간',
            en: "Gwet's AC1, linearised variance, t interval",
          },
          source: 'Gwet (2008), Br J Math Stat Psychol 61, 29-48',
        }),
        pabak: makeEstimate({
          ...about,
          value: pabak,
          // Twice the share agreed on, less 1: the limits of that share, moved alike.
          limits: mapLimits(wilsonLimits(agreed, roles.rows, normalReach(level)), (share) => 2 * share - 1),
          method: {
            ko: '유병률·치우침 보정 카파(PABAK), Wilson 신뢰구간',
            en: 'Prevalence- and bias-adjusted kappa (PABAK), Wilson interval',
          },
          source:
            'Byrt, Bishop and Carlin (1993), J Clin Epidemiol 46, 423-429; Wilson (1927), J Am Stat Assoc 22, 209-212',
        }),
      },
      shapes: [],
      warnings: [],
    });
  },
});

/** How many of the two raters put each subject in each category. */
const pairCounts = (first: readonly number[], second: readonly number[], categories: number): Matrix =>
  first.map((place, subject) =>
    Array.from({ length: categories }, (_none, k) => (place === k ? 1 : 0) + (second[subject] === k ? 1 : 0)),
  );
