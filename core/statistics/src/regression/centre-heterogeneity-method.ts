import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary, completeLabels } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { mapLimits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { sum } from '../summary/moments.ts';
import { centreHeterogeneity, latentShare, medianOddsRatio } from './centre-heterogeneity.ts';
import { centreSpreadLimits } from './centre-spread-limits.ts';

const fewCentres = 5;

/** How much centres differ in an outcome, beyond chance. */
export const centreHeterogeneityMethod = method({
  name: 'centre-heterogeneity',
  title: { ko: '기관 사이의 차이(중앙 오즈비)', en: 'Differences between centres (median odds ratio)' },
  settings: z.strictObject({
    quadraturePoints: z.number().int().min(1).max(50).default(9),
    level: levelSetting,
  }),
  takes: [
    { role: 'event', kind: 'binary' },
    { role: 'centre', kind: 'label' },
  ],
  gives: ['median-odds-ratio', 'icc'],
  byGroup: false,
  file: 'statistics/src/regression/centre-heterogeneity-method.ts',
  run: (roles, { quadraturePoints, level }) => {
    const event = completeBinary(roles, 'event');
    if (!event.ok) return event;
    const centre = completeLabels(roles, 'centre');
    if (!centre.ok) return centre;
    const names = [...new Set(centre.value)];
    const counts = new Map(names.map((name) => [name, { events: 0, trials: 0 }]));
    centre.value.forEach((name, row) => {
      const own = counts.get(name);
      if (own === undefined) return;
      own.events += event.value[row] ?? NaN;
      own.trials += 1;
    });
    const byCentre = {
      events: [...counts.values()].map(({ events }) => events),
      trials: [...counts.values()].map(({ trials }) => trials),
    };
    const found = centreHeterogeneity({
      ...byCentre,
      terms: [],
      centre: names,
      quadraturePoints,
    });
    if (!found.ok) return found;
    const { sd } = found.value;
    const spread = centreSpreadLimits(byCentre, { sd, quadraturePoints, level });
    const warnings: Warning[] = [];
    if (names.length < fewCentres) warnings.push({ kind: 'few-groups', facts: { groups: names.length } });
    if (found.value.fit.singular) warnings.push({ kind: 'spread-at-edge', facts: {} });
    const about = {
      level,
      unit: 'ratio' as const,
      n: roles.rows,
      parts: { centres: names.length, events: sum(event.value) },
      method: {
        ko: '기관 변량절편 로지스틱 모형, 프로파일 우도 신뢰구간',
        en: 'Logistic model with a random intercept for each centre, profile-likelihood interval',
      },
      source:
        'Larsen and Merlo (2005), Am J Epidemiol 161, 81-88; Venzon and Moolgavkar (1988), Applied Statistics 37, 87-94',
      warnings,
    };
    return succeed({
      estimates: {
        'median-odds-ratio': makeEstimate({
          ...about,
          value: found.value.medianOddsRatio,
          limits: mapLimits(spread, medianOddsRatio),
        }),
        icc: makeEstimate({ ...about, value: found.value.icc, limits: mapLimits(spread, latentShare) }),
      },
      shapes: [],
      warnings,
    });
  },
});
