import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary, completeLabels } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { sum } from '../summary/moments.ts';
import { centreHeterogeneity } from './centre-heterogeneity.ts';

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
    const found = centreHeterogeneity({
      events: [...counts.values()].map(({ events }) => events),
      trials: [...counts.values()].map(({ trials }) => trials),
      terms: [],
      centre: names,
      quadraturePoints,
    });
    if (!found.ok) return found;
    const warnings: readonly Warning[] =
      names.length < fewCentres ? [{ kind: 'few-groups', facts: { groups: names.length } }] : [];
    const about = {
      limits: null,
      level,
      unit: 'ratio' as const,
      n: roles.rows,
      parts: { centres: names.length, events: sum(event.value) },
      method: {
        ko: '기관 변량절편 로지스틱 모형',
        en: 'Logistic model with a random intercept for each centre',
      },
      source: 'Larsen and Merlo (2005), Am J Epidemiol 161, 81-88',
      warnings,
    };
    return succeed({
      estimates: {
        'median-odds-ratio': makeEstimate({ ...about, value: found.value.medianOddsRatio }),
        icc: makeEstimate({ ...about, value: found.value.icc }),
      },
      shapes: [],
      warnings,
    });
  },
});
