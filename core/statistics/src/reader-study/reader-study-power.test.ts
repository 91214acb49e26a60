import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fUpper } from '../distributions/f.ts';
import { noncentralF } from '../distributions/noncentral-f.ts';
import { casesForPower, readerStudyPower } from './reader-study-power.ts';

describe('power', () => {
  const spread = { error: 8e-4, cov1: 3.5e-4, cov2: 3.4e-4, cov3: 2.4e-4, interaction: 2e-4, cases: 114 };
  const plan = { readers: 6, difference: 0.05, to: 'readers-and-cases', alpha: 0.05 } as const;

  test('without noncentrality the noncentral F is the central one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (x, df) => {
          expect(noncentralF(x, [2, df], 0)).toBeCloseTo(fUpper(x, 2, df), 12);
          expect(noncentralF(x, [2, Infinity], 0)).toBeCloseTo(fUpper(x, 2, Infinity), 12);
        },
      ),
    );
  });

  test('readers raise it, cases bring the difference out, and no difference is found as often as alpha says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 2000 }), fc.integer({ min: 3, max: 20 }), (cases, readers) => {
        const at = (k: number, r: number) => readerStudyPower(spread, { ...plan, cases: k, readers: r });
        expect(at(cases + 10, readers).noncentrality).toBeGreaterThan(at(cases, readers).noncentrality);
        expect(at(cases, readers + 1).power).toBeGreaterThan(at(cases, readers).power);
        const none = readerStudyPower(spread, { ...plan, cases, readers, difference: 0 });
        expect(none.power).toBeCloseTo(0.05, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('the number of cases is the smallest that does; too few readers are a fault', () => {
    const found = unwrap(casesForPower(spread, plan, { power: 0.8 }));
    expect(found.power).toBeGreaterThanOrEqual(0.8);
    expect(readerStudyPower(spread, { ...plan, cases: found.cases - 1 }).power).toBeLessThan(0.8);
    const refused = casesForPower({ ...spread, interaction: 0.01 }, { ...plan, readers: 3 }, { power: 0.8 });
    if (refused.ok) throw new Error('a fault was expected');
    expect(refused.fault.kind).toBe('power-out-of-reach');
    expect(speakFault(refused.fault, 'ko') + speakFault(refused.fault, 'en')).not.toContain('{');
  });
});
