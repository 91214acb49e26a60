import type { Estimate } from '@daero/domain/estimate';
import type { AnalysisOutput } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { DecisionCurveShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { bootstrapSettings, levelSetting, textSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { decisionBand } from './decision-band.ts';
import {
  decisionCurve,
  type DecisionCurve,
  type DecisionOutcome,
  type NetBenefit,
} from './decision-curve.ts';
import { decisionDifference } from './decision-difference.ts';

/** Settings of every decision curve. */
export const decisionSettings = {
  /** The threshold of the protocol: `net-benefit`, `net-benefit-all`, `gain` and `difference` are given there. */
  threshold: z.number().gt(0).lt(1),
  /** Further ones, also for the plot; they give `gain-at-<threshold>` and `difference-at-<threshold>`. */
  thresholds: z.array(z.number().gt(0).lt(1)).default([]),
  /** The plot goes over every percent from the first to the second. */
  plotted: z
    .tuple([z.number().gt(0).lt(1), z.number().gt(0).lt(1)])
    .refine(([from, to]) => from < to, { message: 'the first lies below the second' })
    .default([0.01, 0.5]),
  /** The plot's limits: of all thresholds at once, or of one at a time. Estimates always have those of one. */
  band: z.enum(['simultaneous', 'pointwise']).default('simultaneous'),
  labels: z.strictObject({ risk: textSetting, other: textSetting }).default({
    risk: { ko: '첫째 위험', en: 'First risk' },
    other: { ko: '둘째 위험', en: 'Second risk' },
  }),
  level: levelSetting,
  ...bootstrapSettings,
};
type Settings = z.output<z.ZodObject<typeof decisionSettings>>;

export const decisionGives = [
  'net-benefit',
  'net-benefit-all',
  'gain',
  'gain-at-*',
  'difference*',
  'net-benefit-other*',
];

const about = {
  method: { ko: '순편익, 사람별 기여의 분산', en: 'Net benefit, variance from what each person adds' },
  unit: 'score' as const,
};

type Given = {
  readonly label: Text;
  readonly people: DecisionOutcome;
  readonly risk: Float64Array;
  readonly other: Float64Array | null;
  readonly parts: { readonly diseased: number; readonly healthy: number };
  readonly source: string;
};

/** What a plan gets of a decision curve, whatever the design. */
export function outputOfDecision(given: Given, settings: Settings): Result<AnalysisOutput, Fault> {
  const { people, risk, other, parts, source } = given;
  const { threshold, level } = settings;
  const asked = [...new Set([threshold, ...settings.thresholds])];
  const thresholds = [...new Set([...asked, ...percents(settings.plotted)])].sort((a, b) => a - b);
  const risks = [{ name: 'risk', risk }, ...(other === null ? [] : [{ name: 'other', risk: other }])];
  const found = decisionCurve(people, risks, { thresholds, level });
  if (!found.ok) return found;
  const { all, curves } = found.value;
  const n = parts.diseased + parts.healthy;
  const estimate = (
    { value, limits, standardError }: Pick<NetBenefit['gain'], 'value' | 'limits' | 'standardError'>,
    method: Text = about.method,
  ): Estimate => makeEstimate({ ...about, source, method, value, limits, standardError, level, n, parts });
  const netBenefit = ({ netBenefit: value, limits, standardError }: NetBenefit) =>
    estimate({ value, limits, standardError });
  const at = (curve: DecisionCurve | undefined) =>
    curve?.points.find((point) => point.threshold === threshold);
  const [own, treatAll, second] = [at(curves[0]), at(all), at(curves[1])];
  if (own === undefined || treatAll === undefined)
    return fail({ kind: 'threshold-outside', value: threshold });
  const estimates: Record<string, Estimate> = {
    'net-benefit': netBenefit(own),
    'net-benefit-all': netBenefit(treatAll),
    gain: estimate(own.gain),
  };
  for (const point of curves[0]?.points ?? [])
    if (point.threshold !== threshold && asked.includes(point.threshold))
      estimates[`gain-at-${point.threshold}`] = estimate(point.gain);
  if (other !== null && second !== undefined) {
    estimates['net-benefit-other'] = netBenefit(second);
    const gaps = decisionDifference(people, [risk, other], { thresholds: asked, level });
    if (!gaps.ok) return gaps;
    for (const gap of gaps.value) {
      const words = {
        ko: '순편익 차이(첫째 - 둘째), 사람별 기여의 분산',
        en: 'Difference in net benefit (first minus second), variance from what each person adds',
      };
      estimates[gap.threshold === threshold ? 'difference' : `difference-at-${gap.threshold}`] = estimate(
        gap,
        words,
      );
    }
  }
  const shape = shapeOf(given, settings, { thresholds, all, curves });
  if (!shape.ok) return shape;
  return succeed({ estimates, shapes: [shape.value], warnings: [] });
}

/** Every whole percent between the two, and the ends. */
function percents([from, to]: Settings['plotted']): readonly number[] {
  const [first, last] = [Math.ceil(from * 100), Math.floor(to * 100)];
  return [from, ...Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k) / 100), to];
}

function shapeOf(
  { label, people, risk, other, parts }: Given,
  { band, level, replicates, seed, labels }: Settings,
  found: {
    readonly thresholds: readonly number[];
    readonly all: DecisionCurve;
    readonly curves: readonly DecisionCurve[];
  },
): Result<DecisionCurveShape, Fault> {
  const { thresholds, all, curves } = found;
  const drawn: DecisionCurveShape['curves'][number][] = [];
  for (const [i, curve] of curves.entries()) {
    const column = i === 0 ? risk : other;
    let limits = curve.points.map((point) => point.limits);
    if (band === 'simultaneous' && column !== null) {
      const reach = decisionBand(people, column, { thresholds, level, replicates, seed });
      if (!reach.ok) return reach;
      limits = curve.points.map(({ netBenefit, standardError }) => ({
        low: netBenefit - reach.value * standardError,
        high: netBenefit + reach.value * standardError,
      }));
    }
    drawn.push({
      label: i === 0 ? labels.risk : labels.other,
      role: 'score',
      netBenefit: curve.points.map((point) => point.netBenefit),
      low: limits.map(({ low }) => low),
      high: limits.map(({ high }) => high),
      gain: curve.points.map((point, t) => {
        const treatAll = all.points[t]?.netBenefit ?? 0;
        return treatAll > 0
          ? { value: point.gain.value, ...point.gain.limits }
          : { value: point.netBenefit, ...point.limits };
      }),
    });
  }
  const zero = thresholds.map(() => 0);
  return succeed({
    shape: 'decision-curve',
    label,
    n: parts.diseased + parts.healthy,
    events: parts.diseased,
    level,
    horizonDays: people.design === 'survival' ? people.horizon : null,
    thresholds,
    curves: [
      ...drawn,
      {
        label: { ko: '모두 치료', en: 'Treat all' },
        role: 'treat-all',
        netBenefit: all.points.map((point) => point.netBenefit),
        low: null,
        high: null,
        gain: null,
      },
      {
        label: { ko: '아무도 치료하지 않음', en: 'Treat none' },
        role: 'treat-none',
        netBenefit: zero,
        low: null,
        high: null,
        gain: null,
      },
    ],
    roundedTo: null,
  });
}
