import { unwrap } from '@daero/domain/result';
import { numbers, table, texts } from '@daero/domain/table';
import { expect, test } from 'vitest';
import { randomStream } from '../resampling/random-stream.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { limitsOfAgreementMethod } from './limits-of-agreement-method.ts';
import { raterAgreementMethod } from './rater-agreement-method.ts';

const names = ['a', 'b', 'c'];

function rows(subjects: number, seed: number) {
  const { uniform } = randomStream(seed, 0);
  const any = () => (uniform() < 0.5 ? 0 : uniform() < 0.5 ? 1 : 2);
  const made = Array.from({ length: subjects }, (_none, i) => ({ i, truth: any() })).flatMap(({ i, truth }) =>
    [0, 1, 2].map((rater) => ({
      subject: `s${i}`,
      rater: `r${rater}`,
      rating: uniform() < 0.7 ? truth : any(),
      out: uniform() < 0.15,
    })),
  );
  const columns = [0, 1, 2].map((rater) =>
    made.filter((row) => row.rater === `r${rater}`).map(({ rating, out }) => (out ? NaN : rating)),
  );
  return {
    columns,
    of: table([
      ['subject', texts(made.map(({ subject }) => subject))],
      ['rater', texts(made.map(({ rater }) => rater))],
      ['rating', texts(made.map(({ rating, out }) => (out ? null : (names[rating] ?? ''))))],
    ]),
  };
}

const settings = (replicates: number) =>
  raterAgreementMethod.settings.parse({ categories: names, replicates });

test('the limits of alpha hold the truth about as often as they say, with ratings missing', () => {
  const large = rows(60_000, 1);
  const truth = unwrap(
    krippendorffAlpha({ raters: large.columns, categories: 3 }, { values: [0, 1, 2], metric: 'nominal' }),
  ).alpha;
  const rounds = 200;
  let held = 0;
  for (let seed = 0; seed < rounds; seed += 1) {
    const { alpha } = unwrap(raterAgreementMethod.run(rows(60, 50 + seed).of, settings(200))).estimates;
    if ((alpha?.low ?? 1) <= truth && truth <= (alpha?.high ?? 0)) held += 1;
  }
  expect(held / rounds).toBeGreaterThan(0.9);
  expect(held / rounds).toBeLessThan(0.985);
});

test('the order of rows does not matter, and missing ratings are counted in words', () => {
  const { of } = rows(30, 4);
  const turned = table(
    [...of.columns].map(([name, column]) => [
      name,
      column.kind === 'text' ? texts(column.values.toReversed()) : column,
    ]),
  );
  const [there, back] = [of, turned].map((each) => unwrap(raterAgreementMethod.run(each, settings(200))));
  expect(back?.estimates).toEqual(there?.estimates);
  expect(there?.warnings.map(({ kind }) => kind)).toContain('ratings-missing');
  expect(Object.keys(there?.estimates ?? {})).not.toContain('conger');
});

test('repeated pairs are told apart from subjects, and a bias that grows with the size is said', () => {
  const { uniform } = randomStream(2, 0);
  const size = Array.from({ length: 120 }, () => 10 * uniform());
  const of = table([
    ['first', numbers(size.map((x) => 1.2 * x + uniform()))],
    ['second', numbers(size)],
    ['subject', texts(size.map((_x, i) => `s${i % 40}`))],
  ]);
  const { estimates, shapes, warnings } = unwrap(
    limitsOfAgreementMethod.run(of, limitsOfAgreementMethod.settings.parse({})),
  );
  expect(warnings.map(({ kind }) => kind)).toEqual(['repeated-pairs', 'proportional-bias']);
  expect(estimates['sd-within']?.value).toBeGreaterThan(0);
  const [shape] = shapes;
  if (shape?.shape !== 'bland-altman') throw new Error('a plot of agreement was expected');
  expect([shape.points.length, shape.n, shape.lower.value]).toEqual([
    120,
    40,
    estimates['lower-limit']?.value,
  ]);
});
