import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { qProfile, randomEffects, studiesOf } from './random-effects.ts';
import { tau2Estimators } from './tau2.ts';

const study = fc.tuple(
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: 0.05, max: 1, noNaN: true }),
);
const studies = fc.array(study, { minLength: 3, maxLength: 12 });
const split = (rows: readonly (readonly [number, number])[]) =>
  [rows.map(([y]) => y), rows.map(([, se]) => se)] as const;

describe('randomEffects', () => {
  test.each(tau2Estimators)(
    '%s: effects moved by a constant move the estimate and nothing else',
    (estimator) => {
      fc.assert(
        fc.property(studies, (rows) => {
          const [effects, errors] = split(rows);
          const options = { estimator, test: 'knha', level: 0.95 } as const;
          const here = unwrap(randomEffects(effects, errors, options));
          const there = unwrap(
            randomEffects(
              effects.map((y) => y + 3),
              errors,
              options,
            ),
          );
          expect(there.estimate).toBeCloseTo(here.estimate + 3, 5);
          expect(there.tau2).toBeCloseTo(here.tau2, 5);
          expect(here.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('the Q-profile interval holds the estimate of Paule and Mandel', () => {
    fc.assert(
      fc.property(studies, (rows) => {
        const [effects, errors] = split(rows);
        const { tau2 } = unwrap(randomEffects(effects, errors, { estimator: 'PM', test: 'z', level: 0.95 }));
        const { low, high } = qProfile(unwrap(studiesOf(effects, errors)), 0.95);
        expect(low).toBeLessThanOrEqual(tau2);
        expect(high).toBeGreaterThanOrEqual(tau2);
      }),
    );
  });

  test('studies that agree show no heterogeneity', () => {
    const found = unwrap(
      randomEffects([0.4, 0.4, 0.4], [0.1, 0.2, 0.1], { estimator: 'REML', test: 'z', level: 0.95 }),
    );
    expect(found).toMatchObject({ tau2: 0, i2: 0, qP: 1 });
  });

  test('one study, and a standard error of 0, are faults', () => {
    const options = { estimator: 'REML', test: 'knha', level: 0.95 } as const;
    expect(randomEffects([1], [1], options)).toMatchObject({
      fault: { kind: 'too-few-studies', studies: 1 },
    });
    expect(randomEffects([1, 2], [1, 0], options)).toMatchObject({
      fault: { kind: 'standard-error-impossible', row: 2, value: 0 },
    });
  });
});
