import { unwrap } from '@daero/domain/result';
import { decisionCurve, type DecisionOutcome } from '@daero/statistics/usefulness/decision-curve';
import { z } from 'zod';
import { firstCsv, level } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = z.object({
  outcome: z.string(),
  positive: level,
  negative: level,
  time: z.string().nullable(),
  horizon: z.number().nullable(),
  prevalence: z.number().nullable(),
  models: z.array(z.object({ column: z.string(), label: z.string() })),
  thresholds: z.array(z.number()),
  positive_if: z.literal('>='),
  survival_estimator: z.literal('kaplan-meier-within-positives').nullable(),
  net_intervention_avoided_per: z.literal(1),
});

/** One runner for the three methods: a time makes it survival, a stated prevalence case-control. */
export const decisionCurveRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = firstCsv(given);
  const { thresholds } = asked;
  const outcome = csv.text(asked.outcome).map((cell) => (cell === asked.positive ? 1 : 0));
  const people: DecisionOutcome =
    asked.time !== null && asked.horizon !== null
      ? { design: 'survival', time: csv.numbers(asked.time), event: outcome, horizon: asked.horizon }
      : asked.prevalence !== null
        ? { design: 'case-control', outcome, prevalence: asked.prevalence }
        : { design: 'cohort', outcome };
  const risks = asked.models.map(({ column }) => ({ name: column, risk: csv.numbers(column) }));
  const { n, prevalence, all, curves } = unwrap(decisionCurve(people, risks, { thresholds, level: 0.95 }));
  const none = {
    name: 'none',
    points: all.points.map(({ threshold, netBenefit }) => ({
      threshold,
      truePositive: 0,
      falsePositive: 0,
      netBenefit: 0,
      avoided: (-netBenefit * (1 - threshold)) / threshold,
    })),
  };
  const labels = new Map([
    ['all', 'Treat All'],
    ['none', 'Treat None'],
    ...asked.models.map(({ column, label }) => [column, label] as const),
  ]);
  const rows = [all, none, ...curves].flatMap(({ name, points }) =>
    points.map((point) => ({ name, label: labels.get(name), ...point })),
  );
  return {
    rows: {
      variable: rows.map(({ name }) => name),
      label: rows.map(({ label }) => label),
      n: rows.map(() => n),
      threshold: rows.map(({ threshold }) => threshold),
      pos_rate: rows.map(() => prevalence),
      tp_rate: rows.map(({ truePositive }) => truePositive),
      fp_rate: rows.map(({ falsePositive }) => falsePositive),
      net_benefit: rows.map(({ netBenefit }) => netBenefit),
    },
    net_intervention_avoided: {
      variable: rows.map(({ name }) => name),
      threshold: rows.map(({ threshold }) => threshold),
      value: rows.map(({ avoided }) => avoided),
    },
  };
};
