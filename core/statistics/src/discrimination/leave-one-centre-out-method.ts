import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { ForestShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeLabels, scoredCases } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { centreFigure, centreQuantities, type CentreFigure, type CentreQuantity } from './centre-figure.ts';

const title: Text = { ko: '기관을 하나씩 뺀 성능', en: 'Performance on leaving each centre out' };
const quantities: Readonly<Record<CentreQuantity, Text>> = {
  auc: { ko: 'AUC', en: 'AUC' },
  sensitivity: { ko: '민감도', en: 'Sensitivity' },
  specificity: { ko: '특이도', en: 'Specificity' },
};
const fewCentres = 5;

/** Does the result hang on one centre? The figure of all, of each centre, and of everybody but each centre. */
export const leaveOneCentreOutMethod = method({
  name: 'leave-one-centre-out',
  title,
  settings: z.strictObject({
    quantity: z.enum(centreQuantities).default('auc'),
    /** Positive at or above it; of sensitivity and specificity. */
    threshold: z.number().optional(),
    level: levelSetting,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'centre', kind: 'label' },
  ],
  gives: ['all', 'largest-change', 'centre-*', 'without-*'],
  byGroup: false,
  file: 'statistics/src/discrimination/leave-one-centre-out-method.ts',
  run: (roles, { quantity, threshold, level }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const centre = completeLabels(roles, 'centre');
    if (!centre.ok) return centre;
    const { truth, score } = cases.value;
    const names = [...new Set(centre.value)].sort();
    if (names.length < 2) return fail({ kind: 'too-few-groups', groups: names.length });
    if (quantity !== 'auc' && threshold === undefined) return fail({ kind: 'threshold-absent', quantity });
    const asked = { quantity, threshold: threshold ?? 0, level };
    const of = (keep: (row: number) => boolean) => centreFigure({ truth, score, keep }, asked);
    const all = of(() => true);
    if (!all.ok) return all;

    const own = names.map((name) => of((row) => centre.value[row] === name));
    const few = own.filter((each) => !each.ok).length;
    const warnings: Warning[] = [];
    if (names.length < fewCentres) warnings.push({ kind: 'few-groups', facts: { groups: names.length } });
    if (few > 0) warnings.push({ kind: 'centre-one-class', facts: { centres: few } });
    const estimate = (
      { value, limits, standardError, diseased, healthy }: CentreFigure,
      out?: CentreFigure,
    ): Estimate =>
      makeEstimate({
        value,
        limits,
        standardError,
        level,
        unit: quantity === 'auc' ? 'auc' : 'probability',
        n: diseased + healthy,
        // Who was left out stands among the counts, so that a centre of few people is not told by its absence.
        parts:
          out === undefined
            ? { diseased, healthy }
            : { diseased, healthy, diseasedOut: out.diseased - diseased, healthyOut: out.healthy - healthy },
        method:
          quantity === 'auc'
            ? { ko: 'DeLong 분산, 로짓 신뢰구간', en: 'DeLong variance, logit interval' }
            : { ko: 'Wilson 점수 신뢰구간', en: 'Wilson score interval' },
        source:
          quantity === 'auc'
            ? 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845'
            : 'Wilson (1927), J Am Stat Assoc 22, 209-212',
        warnings,
      });
    const rest: { readonly name: string; readonly estimate: Estimate }[] = [];
    for (const name of names) {
      const without = of((row) => centre.value[row] !== name);
      if (!without.ok) return without;
      rest.push({ name, estimate: estimate(without.value, all.value) });
    }
    const sites = names.flatMap((name, i) => {
      const found = own[i];
      return found?.ok === true ? [{ name, estimate: estimate(found.value) }] : [];
    });
    const whole = estimate(all.value);
    const changes = rest.map(({ estimate: each }) => each.value - whole.value);
    const largest = changes.reduce((most, change) => (Math.abs(change) > Math.abs(most) ? change : most), 0);
    const row = (
      name: string,
      { value, low, high, n }: Estimate,
      role: ForestShape['rows'][number]['role'],
    ) => ({
      label: { ko: name, en: name },
      value,
      low,
      high,
      n,
      weight: null,
      role,
    });
    const shape: ForestShape = {
      shape: 'forest',
      label: title,
      quantity: quantities[quantity],
      level,
      scale: 'linear',
      reference: quantity === 'auc' ? 0.5 : null,
      margins: [],
      rows: [
        ...sites.map(({ name, estimate: each }) => row(name, each, 'site')),
        ...rest.map(({ name, estimate: each }) => row(name, each, 'left-out')),
        { ...row('', whole, 'pooled-rows'), label: { ko: '전체', en: 'All' } },
      ],
      prediction: null,
      heterogeneity: null,
    };
    return succeed({
      estimates: {
        all: whole,
        'largest-change': makeEstimate({
          value: largest,
          limits: null,
          level,
          unit: whole.unit,
          n: whole.n,
          parts: whole.parts,
          method: {
            ko: '기관 하나를 뺀 값과 전체 값의 차이 가운데 가장 큰 것',
            en: 'Largest difference from all on leaving one centre out',
          },
          source: 'Steyerberg and Harrell (2016), J Clin Epidemiol 69, 245-247',
          warnings,
        }),
        ...Object.fromEntries(sites.map(({ name, estimate: each }) => [`centre-${name}`, each])),
        ...Object.fromEntries(rest.map(({ name, estimate: each }) => [`without-${name}`, each])),
      },
      shapes: [shape],
      warnings,
    });
  },
});
