import { unwrap } from '@daero/domain/result';
import { numbers, table, texts } from '@daero/domain/table';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holm } from '../summary/holm.ts';
import { aucBootstrap } from './auc-bootstrap.ts';
import { aucMulticlass } from './auc-multiclass.ts';
import { rankOrder } from './auc-of-counts.ts';
import { aucOmnibusMethod } from './auc-omnibus-method.ts';
import { aucUnpairedMethod } from './auc-unpaired-method.ts';
import { contrastTest, pairedAucs } from './auc-comparison.ts';
import { multiclassBootstrap } from './multiclass-bootstrap.ts';
import { nestedThreshold } from './nested-threshold.ts';
import { bestThresholds, rocCoordinates } from './roc-coordinates.ts';

const few = fc.integer({ min: 0, max: 9 });
const scores = fc.array(few, { minLength: 3, maxLength: 40 });
const criterion = fc.record({
  criterion: fc.constantFrom('youden' as const, 'closest-top-left' as const),
  costRatio: fc.constantFrom(0.5, 1, 3),
  prevalence: fc.constantFrom(0.1, 0.5),
});
const rising = (x: number): number => x * x * x - 5;

describe('the threshold of a sample', () => {
  test('with everybody once it is the lowest that the coordinates give, and it calls alike', () => {
    fc.assert(
      fc.property(scores, scores, criterion, (diseased, healthy, asked) => {
        const truth = [...diseased.map(() => 1), ...healthy.map(() => 0)];
        const order = rankOrder(
          truth,
          [...diseased, ...healthy],
          truth.map((_y, row) => row),
        );
        if (order === null) throw new Error('no score is missing');
        const found = nestedThreshold(order, new Int32Array(truth.length).fill(1), asked);
        const [best] = bestThresholds(unwrap(rocCoordinates(diseased, healthy)), asked);
        expect(found.threshold).toBe(best?.threshold);
        expect(found.sensitivity).toBeCloseTo(best?.sensitivity ?? NaN, 12);
        expect(found.specificity).toBeCloseTo(best?.specificity ?? NaN, 12);
      }),
    );
  });

  test('rows that were not drawn play no part', () => {
    fc.assert(
      fc.property(scores, scores, criterion, (diseased, healthy, asked) => {
        const of = (ill: readonly number[], well: readonly number[], out: readonly number[]) => {
          const truth = [...ill.map(() => 1), ...well.map(() => 0), ...out.map((_x, i) => i % 2)];
          const order = rankOrder(
            truth,
            [...ill, ...well, ...out],
            truth.map((_y, row) => row),
          );
          if (order === null) throw new Error('no score is missing');
          return nestedThreshold(
            order,
            Int32Array.from(truth, (_y, row) => (row < ill.length + well.length ? 1 : 0)),
            asked,
          );
        };
        expect(of(diseased, healthy, [0.5, 3.5, 3, 20, -4])).toEqual(of(diseased, healthy, []));
      }),
    );
  });
});

describe('several classes', () => {
  test('two of them are drawn as the bootstrap of two draws them', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const truth = [...diseased.map(() => 1), ...healthy.map(() => 0)];
        const score = [...diseased, ...healthy];
        const asked = { replicates: 20, seed: 3 };
        const [one] = unwrap(aucBootstrap({ truth, scores: [score] }, asked));
        const two = unwrap(multiclassBootstrap({ class: truth, classes: 2, score }, asked));
        two.forEach((value, replicate) => expect(value).toBeCloseTo(one?.[replicate] ?? NaN, 12));
      }),
      { numRuns: 30 },
    );
  });

  test('the mean AUC keeps under a rising map, and turns to its complement when the order turns', () => {
    fc.assert(
      fc.property(scores, scores, scores, (none, mild, severe) => {
        const classes = [none, mild, severe].map((own, i) => ({ label: String(i), scores: own }));
        const there = unwrap(aucMulticlass(classes, 'as-ordered')).auc;
        const mapped = classes.map(({ label, scores: own }) => ({ label, scores: own.map(rising) }));
        expect(unwrap(aucMulticlass(mapped, 'as-ordered')).auc).toBeCloseTo(there, 12);
        expect(unwrap(aucMulticlass(classes.toReversed(), 'as-ordered')).auc).toBeCloseTo(1 - there, 12);
        expect(there >= 0 && there <= 1).toBe(true);
      }),
    );
  });
});

const people = fc.array(
  fc.record({
    truth: fc.integer({ min: 0, max: 1 }),
    a: few,
    b: few,
    c: few,
    arm: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 24, maxLength: 60 },
);
const spread = (
  rows: readonly { readonly truth: number; readonly a: number; readonly arm: number }[],
  arms: readonly number[],
): boolean =>
  arms.every((arm) =>
    [0, 1].every(
      (truth) =>
        new Set(
          rows
            .filter((row) => row.truth === truth && (arms.length === 1 || row.arm === arm))
            .map(({ a }) => a),
        ).size > 2,
    ),
  );

describe('comparisons', () => {
  test('the test of all AUCs does not depend on which contrasts ask it, nor on a rising map', () => {
    fc.assert(
      fc.property(people, (rows) => {
        fc.pre(spread(rows, [0]));
        const of = (column: (row: (typeof rows)[number]) => number) => ({
          diseased: rows.filter(({ truth }) => truth === 1).map(column),
          healthy: rows.filter(({ truth }) => truth === 0).map(column),
        });
        const found = pairedAucs([of(({ a }) => a), of(({ b }) => b), of(({ c }) => c)]);
        const mapped = pairedAucs([of(({ a }) => rising(a)), of(({ b }) => 2 * b), of(({ c }) => c)]);
        fc.pre(found.ok && mapped.ok);
        if (!found.ok || !mapped.ok) return;
        const neighbours = contrastTest(found.value, [
          [1, -1, 0],
          [0, 1, -1],
        ]);
        const first = contrastTest(mapped.value, [
          [1, -1, 0],
          [1, 0, -1],
        ]);
        fc.pre(neighbours !== null && first !== null && neighbours.chi2 < 1e6);
        expect(first?.p).toBeCloseTo(neighbours?.p ?? NaN, 7);
      }),
    );
  });

  test('arms that change places change the sign and nothing else', () => {
    const settings = (arms: readonly [string, string]) => aucUnpairedMethod.settings.parse({ arms });
    fc.assert(
      fc.property(people, (rows) => {
        fc.pre(spread(rows, [0, 1]));
        const of = table([
          ['truth', numbers(rows.map(({ truth }) => truth))],
          ['score', numbers(rows.map(({ a }) => a))],
          ['arm', texts(rows.map(({ arm }) => (arm === 0 ? 'A' : 'B')))],
        ]);
        const there = unwrap(aucUnpairedMethod.run(of, settings(['A', 'B']))).estimates;
        const back = unwrap(aucUnpairedMethod.run(of, settings(['B', 'A']))).estimates;
        expect(back.difference?.value).toBeCloseTo(-(there.difference?.value ?? NaN), 12);
        expect(back.difference?.low ?? NaN).toBeCloseTo(-(there.difference?.high ?? NaN), 12);
        expect(back.p?.value).toBeCloseTo(there.p?.value ?? NaN, 12);
      }),
      { numRuns: 60 },
    );
  });

  test('two scores that call alike leave nothing to test, and it is said', () => {
    const score = Array.from({ length: 20 }, (_none, i) => i % 7);
    const of = table([
      ['truth', numbers(score.map((x, i) => (x + i) % 2))],
      ['first', numbers(score)],
      ['second', numbers(score.map(rising))],
    ]);
    expect(aucOmnibusMethod.run(of, aucOmnibusMethod.settings.parse({}))).toMatchObject({
      fault: { kind: 'terms-dependent' },
    });
  });

  test('p-values adjusted by Holm never fall, keep their order, and the least is as many times itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (p) => {
          const adjusted = holm(p);
          const at = (i: number): number => adjusted[i] ?? NaN;
          p.forEach((own, i) => expect(at(i) >= own && at(i) <= 1).toBe(true));
          p.forEach((own, i) => p.forEach((other, j) => expect(own < other && at(i) > at(j)).toBe(false)));
          expect(Math.min(...adjusted)).toBeCloseTo(Math.min(1, p.length * Math.min(...p)), 12);
        },
      ),
    );
  });
});
