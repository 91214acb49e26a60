import { unwrap } from '@daero/domain/result';
import { aucBootstrap } from '@daero/statistics/discrimination/auc-bootstrap';
import { aucMulticlass } from '@daero/statistics/discrimination/auc-multiclass';
import { partialAuc } from '@daero/statistics/discrimination/partial-auc';
import {
  bestThresholds,
  rocCoordinates,
  type Coordinate,
} from '@daero/statistics/discrimination/roc-coordinates';
import { rocCurve } from '@daero/statistics/discrimination/roc-curve';
import { bootstrapSummary } from '@daero/statistics/resampling/bootstrap-summary';
import { z } from 'zod';
import { firstCsv, groupsOf, level, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

const partialInputs = truthInputs.extend({
  scores: z.array(z.string()),
  direction: z.literal('higher'),
  missing: z.enum(['complete-per-score', 'none']),
  ranges: z.array(
    z.object({
      key: z.string(),
      focus: z.enum(['specificity', 'sensitivity']),
      from: z.number(),
      to: z.number(),
    }),
  ),
  correction: z.literal('mcclish'),
});

export const partialAucRunner: Runner = (given) => {
  const asked = partialInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const ofScore = (score: string): object => {
    const { diseased, healthy } = groupsOf(csv, asked, score);
    const points = unwrap(rocCurve(diseased, healthy));
    return Object.fromEntries(
      asked.ranges.map((range) => {
        const { area, corrected } = unwrap(partialAuc(points, range));
        return [range.key, { raw: area, mcclish_corrected: corrected }];
      }),
    );
  };
  return Object.fromEntries(asked.scores.map((score) => [score, ofScore(score)]));
};

const coordinateInputs = truthInputs.extend({
  scores: z.array(z.string()),
  direction: z.literal('higher'),
  missing: z.enum(['complete-per-score', 'none']),
  threshold_rule: z.literal('midpoints-with-infinite-ends'),
  criteria: z.array(
    z.object({
      key: z.string(),
      criterion: z.enum(['youden', 'closest.topleft']),
      cost_fn_over_fp: z.number(),
      prevalence: z.number(),
    }),
  ),
  points_head: z.number().int(),
  points_tail: z.number().int(),
});

export const rocCoordinatesRunner: Runner = (given) => {
  const asked = coordinateInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const ofScore = (score: string): object => {
    const { diseased, healthy } = groupsOf(csv, asked, score);
    const coordinates = unwrap(rocCoordinates(diseased, healthy));
    const best = asked.criteria.map(({ key, criterion, cost_fn_over_fp, prevalence }) => {
      const found = bestThresholds(coordinates, {
        criterion: criterion === 'youden' ? 'youden' : 'closest-top-left',
        costRatio: cost_fn_over_fp,
        prevalence,
      });
      const [only] = found;
      return [key, found.length === 1 && only !== undefined ? { ...only } : columns(found)] as const;
    });
    return {
      ...Object.fromEntries(best),
      n_points: coordinates.length,
      points_head: columns(coordinates.slice(0, asked.points_head)),
      points_tail: columns(coordinates.slice(-asked.points_tail)),
    };
  };
  return Object.fromEntries(asked.scores.map((score) => [score, ofScore(score)]));
};

const columns = (coordinates: readonly Coordinate[]): object => ({
  threshold: coordinates.map(({ threshold }) => threshold),
  specificity: coordinates.map(({ specificity }) => specificity),
  sensitivity: coordinates.map(({ sensitivity }) => sensitivity),
});

const multiclassInputs = z.object({
  class: z.string(),
  classes: z.array(level),
  scores: z.array(z.string()).length(1),
  direction: z.enum(['auto-per-pair', 'higher']),
  pairs: z.literal('all-unordered'),
  average: z.literal('unweighted'),
});

export const aucMulticlassRunner: Runner = (given) => {
  const asked = multiclassInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const [labels, values] = [csv.text(asked.class), csv.numbers(asked.scores[0] ?? '')];
  const classes = asked.classes.map((label) => ({
    label,
    scores: values.filter((value, row) => labels[row] === label && !Number.isNaN(value)),
  }));
  const { auc, pairs } = unwrap(
    aucMulticlass(classes, asked.direction === 'higher' ? 'as-ordered' : 'by-median'),
  );
  return { auc, n_pairs: pairs.length };
};

const bootstrapInputs = truthInputs.extend({
  scores: z.array(z.string()),
  direction: z.literal('higher'),
  missing: z.enum(['complete-per-score', 'none']),
  replicates: z.number().int(),
  stratified: z.literal(true),
  conf_level: z.number(),
  interval: z.literal('percentile'),
  quantile_type: z.literal(7),
});

/** The draws are our own; the reference is met within the error of both. */
export const aucBootstrapRunner: Runner = (given) => {
  const asked = bootstrapInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const ofScore = (score: string): object => {
    const { diseased, healthy } = groupsOf(csv, asked, score);
    const truth = [...diseased].map(() => 1).concat([...healthy].map(() => 0));
    const [replicates = new Float64Array()] = unwrap(
      aucBootstrap({ truth, scores: [[...diseased, ...healthy]] }, { replicates: asked.replicates, seed: 1 }),
    );
    const { mean, variance, limits, limitErrors } = bootstrapSummary(replicates, asked.conf_level);
    return {
      marker: score,
      B: replicates.length,
      mean,
      var: variance,
      ci95_percentile: pair(limits),
      mcse_quantile: pair(limitErrors),
    };
  };
  return Object.fromEntries(asked.scores.map((score) => [score, ofScore(score)]));
};
