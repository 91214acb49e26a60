import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../resampling/random-stream.ts';
import { logistic } from '../summary/interval.ts';
import { decisionCurve, type DecisionOutcome } from './decision-curve.ts';
import { decisionDifference } from './decision-difference.ts';

const options = { thresholds: [0.15, 0.3], level: 0.95 };

function people(n: number, seed: number) {
  const { uniform } = randomStream(seed, 0);
  const latent = Array.from({ length: n }, () => 3 * uniform() - 2.2);
  const outcome = latent.map((x) => (uniform() < logistic(x) ? 1 : 0));
  return {
    outcome,
    time: outcome.map((y) => (y === 1 ? uniform() : 1 + uniform())),
    first: latent.map(logistic),
    second: latent.map((x) => logistic(x + 2 * (uniform() - 0.5))),
  };
}

describe('decisionDifference', () => {
  test('is the difference of the curves, turns its sign with the risks, and is 0 for certain between a risk and itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom('cohort', 'case-control', 'survival'),
        (seed, design) => {
          const { outcome, time, first, second } = people(120, seed);
          const who: DecisionOutcome =
            design === 'cohort'
              ? { design, outcome }
              : design === 'case-control'
                ? { design, outcome, prevalence: 0.1 }
                : { design: 'survival', time, event: outcome, horizon: 0.9 };
          const gaps = unwrap(decisionDifference(who, [first, second], options));
          const { curves } = unwrap(
            decisionCurve(
              who,
              [
                { name: 'a', risk: first },
                { name: 'b', risk: second },
              ],
              options,
            ),
          );
          const back = unwrap(decisionDifference(who, [second, first], options));
          gaps.forEach((gap, t) => {
            const [a, b] = [curves[0]?.points[t]?.netBenefit ?? NaN, curves[1]?.points[t]?.netBenefit ?? NaN];
            expect(gap.value).toBeCloseTo(a - b, 12);
            expect(back[t]?.limits.low).toBeCloseTo(-gap.limits.high, 12);
            expect(back[t]?.p).toBeCloseTo(gap.p, 12);
          });
          for (const { value, standardError, p } of unwrap(decisionDifference(who, [first, first], options)))
            expect([value, standardError, p]).toEqual([0, 0, 1]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('its limits hold the truth about as often as they say', () => {
    const large = people(200_000, 1);
    const truth =
      unwrap(
        decisionDifference(
          { design: 'cohort', outcome: large.outcome },
          [large.first, large.second],
          options,
        ),
      )[1]?.value ?? NaN;
    const rounds = 600;
    let held = 0;
    for (let seed = 0; seed < rounds; seed += 1) {
      const { outcome, first, second } = people(300, 100 + seed);
      const gap = unwrap(decisionDifference({ design: 'cohort', outcome }, [first, second], options))[1];
      if ((gap?.limits.low ?? 1) <= truth && truth <= (gap?.limits.high ?? -1)) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.925);
    expect(held / rounds).toBeLessThan(0.975);
  });

  test('what cannot be is a fault', () => {
    const outcome = [1, 1, 0, 0];
    const of = (risk: readonly number[], threshold: number) =>
      decisionDifference({ design: 'cohort', outcome }, [[0.1, 0.2, 0.3, 0.4], risk], {
        thresholds: [threshold],
        level: 0.95,
      });
    expect(of([0.1, 0.2, NaN, 0.1], 0.2)).toMatchObject({ fault: { kind: 'risk-outside', row: 3 } });
    expect(of([0.1, 0.2, 0.3, 0.1], 1)).toMatchObject({ fault: { kind: 'threshold-outside', value: 1 } });
  });
});
