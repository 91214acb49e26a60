import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalReach } from '../distributions/normal.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { kaplanMeier, survivalAt } from '../survival/kaplan-meier.ts';
import { decisionBand } from './decision-band.ts';
import { decisionCurve, type DecisionOutcome } from './decision-curve.ts';

const options = { thresholds: [0.1, 0.3, 0.5], level: 0.95 };

/** People whose risk is right: the outcome comes with it; follow-up is lost at random. */
function people(n: number, seed: number) {
  const { uniform } = randomStream(seed, 0);
  const risk = Array.from({ length: n }, () => Math.round(100 * uniform() * uniform()) / 100);
  const outcome = risk.map((p) => (uniform() < p ? 1 : 0));
  const lost = risk.map(() => 4 * uniform());
  const due = outcome.map((y) => (y === 1 ? uniform() : 1 + uniform()));
  const time = due.map((t, i) => Math.min(t, lost[i] ?? NaN));
  const event = due.map((t, i) => (t <= (lost[i] ?? NaN) ? 1 : 0));
  return { risk, outcome, time, event };
}

describe('decisionCurve', () => {
  test('a case-control sample at its own prevalence, and survival without loss, are the cohort', () => {
    fc.assert(
      fc.property(fc.nat(200), (seed) => {
        const { risk, outcome } = people(80, seed);
        const events = outcome.filter((y) => y === 1).length;
        const risks = [{ name: 'device', risk }];
        const of = (who: DecisionOutcome) => decisionCurve(who, risks, options);
        const cohort = of({ design: 'cohort', outcome });
        fc.pre(cohort.ok);
        const [first] = unwrap(cohort).curves;
        const others = [
          of({ design: 'case-control', outcome, prevalence: events / 80 }),
          of({ design: 'survival', time: outcome.map((y) => 2 - y), event: outcome, horizon: 1 }),
        ];
        for (const other of others) {
          unwrap(other).curves[0]?.points.forEach((point, i) => {
            expect(point.netBenefit).toBeCloseTo(first?.points[i]?.netBenefit ?? NaN, 10);
            expect(point.avoided).toBeCloseTo(first?.points[i]?.avoided ?? NaN, 10);
          });
        }
        const survival = unwrap(others[1] ?? cohort).curves[0]?.points[1];
        // The jackknife divides by n, the cohort by n - 1.
        expect(survival?.standardError).toBeCloseTo(
          (first?.points[1]?.standardError ?? NaN) * Math.sqrt(79 / 80),
          8,
        );
      }),
      { numRuns: 30 },
    );
  });

  test('with everybody positive the survival variance is that of Greenwood', () => {
    const { time, event, risk } = people(120, 3);
    const curves = unwrap(
      decisionCurve({ design: 'survival', time, event, horizon: 1 }, [{ name: 'device', risk }], options),
    );
    const { survival, greenwood } = survivalAt(unwrap(kaplanMeier({ time, event })), 1);
    expect(curves.prevalence).toBeCloseTo(1 - survival, 12);
    const [point] = curves.all.points;
    // Net benefit of treating all is 1 - (1 + w) S.
    expect(point?.standardError).toBeCloseTo((1 + 1 / 9) * survival * Math.sqrt(greenwood), 10);
  });

  test('a risk that treats all gains nothing, for certain', () => {
    const { outcome } = people(60, 4);
    const { curves } = unwrap(
      decisionCurve({ design: 'cohort', outcome }, [{ name: 'one', risk: outcome.map(() => 1) }], options),
    );
    for (const { gain } of curves[0]?.points ?? [])
      expect(gain).toEqual({ value: 0, standardError: 0, limits: { low: 0, high: 0 } });
  });

  test.each(['cohort', 'survival'] as const)(
    '%s: the limits hold the truth about as often as they say',
    (design) => {
      const risks = (of: readonly number[]) => [{ name: 'device', risk: of }];
      const large = people(200_000, 1);
      const truth = unwrap(
        decisionCurve({ design: 'cohort', outcome: large.outcome }, risks(large.risk), options),
      ).curves[0];
      const rounds = 400;
      let held = 0;
      for (let seed = 0; seed < rounds; seed += 1) {
        const { risk, outcome, time, event } = people(250, 100 + seed);
        const who: DecisionOutcome =
          design === 'cohort' ? { design, outcome } : { design, time, event, horizon: 1 };
        const point = unwrap(decisionCurve(who, risks(risk), options)).curves[0]?.points[1];
        const wanted = truth?.points[1]?.netBenefit ?? NaN;
        if (point !== undefined && point.limits.low <= wanted && wanted <= point.limits.high) held += 1;
      }
      expect(held / rounds).toBeGreaterThan(0.92);
      expect(held / rounds).toBeLessThan(0.98);
    },
  );

  test('what cannot be is a fault', () => {
    const outcome = [1, 1, 0, 0];
    const cohort = { design: 'cohort', outcome } as const;
    const risk = [0.9, 0.4, 0.3, 0.2];
    const of = (who: DecisionOutcome, values: readonly number[], threshold: number) =>
      decisionCurve(who, [{ name: 'device', risk: values }], { thresholds: [threshold], level: 0.95 });
    expect(of(cohort, risk, 1)).toMatchObject({ fault: { kind: 'threshold-outside', value: 1 } });
    expect(of(cohort, [0.9, 1.4, 0.3, 0.2], 0.2)).toMatchObject({ fault: { kind: 'risk-outside', row: 2 } });
    expect(of({ ...cohort, outcome: [1, 0, 0, 0] }, risk, 0.2)).toMatchObject({
      fault: { kind: 'too-few-cases' },
    });
    expect(of({ design: 'case-control', outcome, prevalence: 1 }, risk, 0.2)).toMatchObject({
      fault: { kind: 'prevalence-impossible' },
    });
    expect(
      of({ design: 'survival', time: [1, -1, 2, 3], event: outcome, horizon: 2 }, risk, 0.2),
    ).toMatchObject({
      fault: { kind: 'time-impossible', row: 2 },
    });
  });
});

describe('decisionBand', () => {
  const { risk, outcome } = people(150, 9);
  const reach = (thresholds: readonly number[]) =>
    unwrap(
      decisionBand({ design: 'cohort', outcome }, risk, {
        thresholds,
        level: 0.95,
        replicates: 4000,
        seed: 1,
      }),
    );

  test('one threshold needs the normal quantile, the same one twice no more, and many more', () => {
    expect(reach([0.2])).toBeCloseTo(normalReach(0.95), 1);
    expect(reach([0.2, 0.2])).toBeCloseTo(reach([0.2]), 9);
    const many = reach([0.05, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(many).toBeGreaterThan(reach([0.2]) + 0.2);
    // No more than if the thresholds had nothing to do with one another.
    expect(many).toBeLessThan(2.65);
  });
});
