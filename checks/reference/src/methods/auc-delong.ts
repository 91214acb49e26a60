import { unwrap } from '@daero/domain/result';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { aucInterval, hanleyMcneilVariance } from '@daero/statistics/discrimination/auc-interval';
import { normalReach } from '@daero/statistics/distributions/normal';
import { around, clip } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import type { Runner } from './table.ts';
import { firstCsv, groupsOf, level, pair, truthInputs } from './scores.ts';

const inputs = truthInputs.extend({
  scores: z.array(z.string()),
  direction: z.literal('higher'),
  variance: z.literal('delong'),
  conf_levels: z.array(z.number()),
  logit_interval_level: z.number(),
});

export const aucDelongRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = firstCsv(given);
  const marker = (score: string): object => {
    const { diseased, healthy } = groupsOf(csv, asked, score);
    const found = unwrap(aucDelong(diseased, healthy));
    const wald = (coverage: number) => pair(aucInterval(found, { form: 'wald', level: coverage }));
    const byLevel = asked.conf_levels.map(
      (coverage) => [`ci${Math.round(coverage * 100)}`, wald(coverage)] as const,
    );
    const [widest] = asked.conf_levels;
    return {
      marker: score,
      n_cases: found.diseased,
      n_controls: found.healthy,
      auc: found.auc,
      delong_var: found.standardError * found.standardError,
      delong_se: found.standardError,
      ...Object.fromEntries(byLevel),
      ci95_wald: wald(widest ?? 0.95),
      ci95_wald_clipped: wald(widest ?? 0.95),
      ci95_logit: pair(aucInterval(found, { form: 'logit', level: asked.logit_interval_level })),
      hanley_mcneil_var: hanleyMcneilVariance(found.auc, found.diseased, found.healthy),
      mann_whitney_W: found.auc * found.diseased * found.healthy,
    };
  };
  return { markers: Object.fromEntries(asked.scores.map((score) => [score, marker(score)])) };
};

const edgeInputs = truthInputs.extend({
  scores: z.array(z.string()).length(1),
  group: z.string(),
  groups: z.array(level),
  conf_level: z.number(),
});

/** Small data sets in one file. The set wants the plain Wald limits, also where they have no width and `aucInterval` would not give them. */
export const aucEdgeRunner: Runner = (given) => {
  const asked = edgeInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const cells = csv.text(asked.group);
  const one = (group: string): object => {
    const { diseased, healthy } = groupsOf(csv, asked, asked.scores[0] ?? '', (row) => cells[row] === group);
    const found = unwrap(aucDelong(diseased, healthy));
    const wald = around(found.auc, found.standardError, normalReach(asked.conf_level));
    return {
      auc: found.auc,
      delong_var: found.standardError * found.standardError,
      ci95: pair(clip(wald, 0, 1)),
    };
  };
  return Object.fromEntries(asked.groups.map((group) => [group, one(group)]));
};
