import type { RandomStream } from '@daero/statistics/resampling/random-stream';
import { logistic, logit } from '@daero/statistics/summary/interval';
import { decisionCurve, type DecisionOutcome } from '@daero/statistics/usefulness/decision-curve';
import { z } from 'zod';
import { exponential, happens, normal, normalMean, normalMeanAbove } from '../draws.ts';
import { covers, family } from '../family.ts';

const settings = z.strictObject({
  design: z.enum(['cohort', 'case-control', 'survival']),
  n: z.number().int(),
  mean: z.number(),
  sd: z.number(),
  /** The logit of the true risk is this plus the predicted logit. */
  off: z.number(),
  threshold: z.number(),
});
type Settings = z.output<typeof settings>;

const horizon = 1;
const lastEntry = 3;

export const decisionCurveFamily = family({
  name: 'decision-curve',
  title: { ko: '의사결정 곡선의 순편익', en: 'Net benefit of a decision curve' },
  model: {
    ko: '로짓이 정규인 위험. 환자-대조군은 반씩 뽑고 유병률을 참값으로 주며, 생존은 지수 시간과 고른 중도절단입니다.',
    en: 'Normal logits of risk. Case-control: half of each, the true prevalence stated. Survival: exponential times, even censoring.',
  },
  settings,
  file: 'checks/simulate/src/families/decision-curve.ts',
  prepare: (asked) => {
    const { mean, sd, off, threshold } = asked;
    const weight = threshold / (1 - threshold);
    const ofOne = (x: number): number => {
      const risk = logistic(x + off);
      return risk - weight * (1 - risk);
    };
    const truth = normalMeanAbove(logit(threshold), ofOne, mean, sd);
    const all = normalMean(ofOne, mean, sd);
    const prevalence = normalMean((x) => logistic(x + off), mean, sd);
    return {
      lines: [
        covers('net benefit', truth, 'influence function', 'default'),
        covers('gain over treating all', truth - all, 'influence function', 'default'),
      ],
      replicate: (random) => {
        const { outcome, risk } = draw(random, asked, prevalence);
        const found = decisionCurve(outcome, [{ name: 'risk', risk }], {
          thresholds: [threshold],
          level: 0.95,
        });
        if (!found.ok) return [null, null];
        const point = found.value.curves[0]?.points[0];
        return [point?.limits ?? null, point?.gain.limits ?? null];
      },
    };
  },
});

function draw(
  random: RandomStream,
  { design, n, mean, sd, off }: Settings,
  prevalence: number,
): { readonly outcome: DecisionOutcome; readonly risk: Float64Array } {
  const person = () => {
    const x = normal(random, mean, sd);
    return { risk: logistic(x), truth: logistic(x + off) };
  };
  if (design === 'survival') {
    const people = Array.from({ length: n }, person);
    const ends = people.map(({ truth }) => {
      const event = exponential(random, -Math.log1p(-truth) / horizon);
      const lost = lastEntry * random.uniform();
      return event <= lost ? { time: event, event: 1 } : { time: lost, event: 0 };
    });
    return {
      outcome: { design, time: ends.map(({ time }) => time), event: ends.map(({ event }) => event), horizon },
      risk: Float64Array.from(people, ({ risk }) => risk),
    };
  }
  const people: { readonly risk: number; readonly ill: boolean }[] = [];
  const left = { ill: n / 2, well: n / 2 };
  while (people.length < n) {
    const { risk, truth } = person();
    const ill = happens(random, truth);
    const class_ = ill ? 'ill' : 'well';
    if (design === 'case-control' && left[class_] === 0) continue;
    left[class_] -= 1;
    people.push({ risk, ill });
  }
  const outcome = people.map(({ ill }) => (ill ? 1 : 0));
  return {
    outcome: design === 'cohort' ? { design, outcome } : { design, outcome, prevalence },
    risk: Float64Array.from(people, ({ risk }) => risk),
  };
}
