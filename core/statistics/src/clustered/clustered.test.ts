import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pairedAucs } from '../discrimination/auc-comparison.ts';
import { clusteredAuc } from './clustered-auc.ts';
import {
  clusteredLimits,
  clusteredProportion,
  countsByCluster,
  geeProportion,
} from './clustered-proportion.ts';

const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
  minLength: 6,
  maxLength: 30,
});
const truthOf = (at: number): number => at % 2;
const names = (n: number, of: (at: number) => number): readonly string[] =>
  Array.from({ length: n }, (_each, at) => `cluster ${of(at)}`);

describe('clusteredAuc', () => {
  test('each unit in a cluster of its own gives the DeLong covariance', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const columns = [0, 1].map((k) => rows.map((row) => row[k] ?? NaN));
        const found = unwrap(
          clusteredAuc({
            cluster: names(rows.length, (at) => at),
            truth: rows.map((_row, at) => truthOf(at)),
            scores: columns,
          }),
        );
        const group = (column: readonly number[], of: number) =>
          column.filter((_score, at) => truthOf(at) === of);
        const delong = unwrap(
          pairedAucs(columns.map((each) => ({ diseased: group(each, 1), healthy: group(each, 0) }))),
        );
        found.covariance.forEach((row, i) =>
          row.forEach((value, j) => expect(value).toBeCloseTo(delong.covariance[i]?.[j] ?? NaN, 12)),
        );
      }),
    );
  });

  test('the order of units and the names of clusters change nothing', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const of = (order: readonly number[], name: (at: number) => string) =>
          unwrap(
            clusteredAuc({
              cluster: order.map(name),
              truth: order.map(truthOf),
              scores: [order.map((at) => rows[at]?.[0] ?? NaN)],
            }),
          ).covariance[0]?.[0];
        const order = [...rows.keys()];
        const there = of(order, (at) => `${Math.floor(at / 2)}`);
        expect(of([...order].reverse(), (at) => `patient ${Math.floor(at / 2)}`)).toBeCloseTo(
          there ?? NaN,
          12,
        );
      }),
    );
  });

  test('one cluster with a diseased unit, and a missing score, are faults', () => {
    const units = { truth: [1, 1, 0, 0], scores: [[1, 2, 3, 4]] };
    const one = clusteredAuc({ ...units, cluster: ['a', 'a', 'a', 'b'] });
    if (one.ok) throw new Error('a fault was expected');
    expect(one.fault).toEqual({ kind: 'too-few-clusters', diseased: 1, healthy: 2 });
    expect(speakFault(one.fault, 'ko')).not.toContain('{');
    const gap = clusteredAuc({ ...units, scores: [[1, NaN, 3, 4]], cluster: ['a', 'b', 'a', 'b'] });
    expect(gap).toMatchObject({ fault: { kind: 'score-missing' } });
  });
});

const hits = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 60 });

describe('proportions of clustered units', () => {
  test('without clustering the design effect is n/(n - 1), and both equations give the share', () => {
    fc.assert(
      fc.property(hits, (events) => {
        const n = events.length;
        const share = events.reduce((sum, event) => sum + event, 0) / n;
        fc.pre(share > 0 && share < 1);
        const counts = countsByCluster(
          names(n, (at) => at),
          events,
        );
        const { designEffect, proportion } = unwrap(clusteredProportion(counts));
        expect([proportion, designEffect]).toEqual([
          expect.closeTo(share, 12),
          expect.closeTo(n / (n - 1), 10),
        ]);
        const { logit, correlation } = unwrap(geeProportion(counts, 'exchangeable'));
        expect([1 / (1 + Math.exp(-logit)), correlation]).toEqual([expect.closeTo(share, 10), 0]);
      }),
    );
  });

  test('the same clusters once more leave the share and halve the variance, but for the factor m/(m - 1)', () => {
    fc.assert(
      fc.property(hits, (events) => {
        const n = events.length;
        const half = (at: number): number => Math.floor(at / 3);
        const once = unwrap(clusteredProportion(countsByCluster(names(n, half), events)));
        const twice = unwrap(
          clusteredProportion(
            countsByCluster(
              names(2 * n, (at) => (at < n ? half(at) : 1000 + half(at - n))),
              [...events, ...events],
            ),
          ),
        );
        const m = once.clusters;
        expect(twice.proportion).toBeCloseTo(once.proportion, 12);
        expect(twice.variance * (2 - 1 / m)).toBeCloseTo(once.variance * (1 - 1 / m), 12);
      }),
    );
  });

  test('Wilson limits stay within 0 and 1 and have a width, also where every unit was an event', () => {
    const { wald, wilson } = clusteredLimits(
      unwrap(clusteredProportion(countsByCluster(['a', 'a', 'b'], [1, 1, 1]))),
      0.95,
    );
    expect(wald).toEqual({ low: 1, high: 1 });
    expect(wilson.high).toBe(1);
    expect(wilson.low).toBeLessThan(0.6);
  });

  test('one cluster, and a logit at the end, are faults', () => {
    expect(clusteredProportion(countsByCluster(['a', 'a'], [1, 0]))).toMatchObject({
      fault: { kind: 'too-few-clusters-in-all', clusters: 1 },
    });
    expect(geeProportion(countsByCluster(['a', 'b'], [1, 1]), 'independence')).toMatchObject({
      fault: { kind: 'proportion-at-the-end', events: 2, units: 2 },
    });
  });
});

// The leading quantities against the packages. `npm run reference` compares every number of every case.
const reference = join(
  import.meta.dirname,
  '../../../..',
  process.env.DAERO_REFERENCE ?? '../shared',
  'reference/validation',
);
const zanca = join(reference, 'clustered-sens-zanca');
const mitotic = join(reference, 'clustered-auc-mitotic');

describe.skipIf(!existsSync(mitotic))(
  'agreement with mitoticFigureCounts (needs ../shared/reference)',
  () => {
    test('cells of slides, two readers', () => {
      const { data, expected } = z
        .object({
          data: z.tuple([z.string()]),
          expected: z.object({
            result: z.object({
              'auc.var.A': z.number(),
              'auc.var.B': z.number(),
              'auc.var.AminusB': z.number(),
            }),
          }),
        })
        .parse(JSON.parse(readFileSync(join(mitotic, 'expected.json'), 'utf8')));
      const [header = '', ...lines] = readFileSync(join(mitotic, data[0]), 'utf8').trim().split(/\r?\n/);
      const at = (name: string): number => header.split(',').indexOf(name);
      const cells = lines
        .map((line) => line.split(','))
        .filter((row) => row[at('modalityID')] === 'scanner.A');
      const numbers = (name: string) => cells.map((row) => Number(row[at(name)]));
      const { covariance } = unwrap(
        clusteredAuc({
          cluster: cells.map((row) => row[at('wsiName')] ?? ''),
          truth: numbers('truth'),
          scores: [numbers('observer.1'), numbers('observer.2')],
        }),
      );
      const [[a = NaN, ab = NaN] = [], [ba = NaN, b = NaN] = []] = covariance;
      const wanted = expected.result;
      expect([a / wanted['auc.var.A'], b / wanted['auc.var.B']]).toEqual([
        expect.closeTo(1, 8),
        expect.closeTo(1, 8),
      ]);
      expect((a + b - ab - ba) / wanted['auc.var.AminusB']).toBeCloseTo(1, 8);
      expect(ab).toBeCloseTo(ba, 14);
    });
  },
);

describe.skipIf(!existsSync(zanca))('agreement with geepack (needs ../shared/reference)', () => {
  test('lesions of patients', () => {
    const { data, expected } = z
      .object({
        data: z.tuple([z.string()]),
        expected: z.object({
          var_ratio: z.number(),
          gee_exchangeable: z.object({ logit: z.number(), robust_se: z.number(), alpha: z.number() }),
        }),
      })
      .parse(JSON.parse(readFileSync(join(zanca, 'expected.json'), 'utf8')));
    const lines = readFileSync(join(zanca, data[0]), 'utf8').trim().split(/\r?\n/).slice(1);
    const cells = lines.map((line) => line.split(','));
    const counts = countsByCluster(
      cells.map(([cluster]) => cluster ?? ''),
      cells.map(([, , hit]) => Number(hit)),
    );
    expect(unwrap(clusteredProportion(counts)).variance / expected.var_ratio).toBeCloseTo(1, 6);
    const { logit, standardError, correlation } = unwrap(geeProportion(counts, 'exchangeable'));
    expect(logit).toBeCloseTo(expected.gee_exchangeable.logit, 4);
    expect(standardError).toBeCloseTo(expected.gee_exchangeable.robust_se, 4);
    expect(correlation).toBeCloseTo(expected.gee_exchangeable.alpha, 4);
  });
});
