import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fCdf } from '../distributions/f.ts';
import { fQuantile } from '../distributions/f-quantile.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { blandAltman } from './bland-altman.ts';
import { cohenKappa, kappaWeights, prevalenceRobustAgreement } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { icc } from './icc.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { linConcordance } from './lin-concordance.ts';
import { crossTable } from './ratings.ts';

const twoRaters = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 8, maxLength: 60 });
const columns = (pairs: readonly (readonly [number, number])[]) =>
  [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const;

describe('cohenKappa', () => {
  test.each(kappaWeights)('%s: raters exchanged, and categories turned round, change nothing', (weights) => {
    fc.assert(
      fc.property(twoRaters, (pairs) => {
        const [a, b] = columns(pairs);
        const kappa = (x: readonly number[], y: readonly number[]) =>
          cohenKappa(crossTable(x, y, 4), { weights, level: 0.95 });
        const found = kappa(a, b);
        fc.pre(found.ok);
        expect(unwrap(kappa(b, a)).kappa).toBeCloseTo(unwrap(found).kappa, 10);
        const turned = (x: readonly number[]) => x.map((place) => 3 - place);
        expect(unwrap(kappa(turned(a), turned(b))).standardError).toBeCloseTo(
          unwrap(found).standardError,
          10,
        );
      }),
    );
  });

  test('with two categories the weights make no difference, and PABAK and AC1 agree at even margins', () => {
    const even = [
      [20, 5],
      [5, 20],
    ];
    const [first, ...others] = kappaWeights.map(
      (weights) => unwrap(cohenKappa(even, { weights, level: 0.95 })).kappa,
    );
    for (const kappa of others) expect(kappa).toBeCloseTo(first ?? NaN, 12);
    const { ac1, pabak } = prevalenceRobustAgreement(even);
    expect([ac1, pabak]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.6, 12)]);
  });

  test('a rater of one category leaves a kappa of 0 and no test; both of one category leave nothing', () => {
    expect(
      unwrap(
        cohenKappa(
          [
            [6, 4],
            [0, 0],
          ],
          { weights: 'unweighted', level: 0.95 },
        ),
      ),
    ).toMatchObject({
      kappa: 0,
      test: null,
    });
    expect(
      cohenKappa(
        [
          [6, 0],
          [0, 0],
        ],
        { weights: 'unweighted', level: 0.95 },
      ),
    ).toMatchObject({
      fault: { kind: 'agreement-undefined', subjects: 6 },
    });
    expect(cohenKappa([[6]], { weights: 'linear', level: 0.95 })).toMatchObject({
      fault: { kind: 'too-few-classes' },
    });
  });
});

describe('several raters', () => {
  test("with two raters Conger's kappa is Cohen's, and alpha lies at a small sample's distance of Fleiss's", () => {
    fc.assert(
      fc.property(twoRaters, (pairs) => {
        const raters = columns(pairs);
        const found = fleissKappa({ raters, categories: 4 });
        const cohen = cohenKappa(crossTable(raters[0], raters[1], 4), { weights: 'unweighted', level: 0.95 });
        fc.pre(found.ok && cohen.ok);
        expect(unwrap(found).conger).toBeCloseTo(unwrap(cohen).kappa, 10);
        const { alpha } = unwrap(
          krippendorffAlpha({ raters, categories: 4 }, { values: [1, 2, 3, 4], metric: 'nominal' }),
        );
        const ratings = 2 * pairs.length;
        expect(alpha).toBeCloseTo(1 - ((1 - unwrap(found).kappa) * (ratings - 1)) / ratings, 10);
      }),
    );
  });

  test("Krippendorff's own example: four observers, twelve units, some ratings missing", () => {
    const missing = NaN;
    const raters = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, missing, missing, missing],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, missing, 3],
      [missing, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, missing],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, missing],
    ].map((column) => column.map((value) => value - 1));
    const alpha = (metric: 'nominal' | 'ordinal' | 'interval') =>
      unwrap(krippendorffAlpha({ raters, categories: 5 }, { values: [1, 2, 3, 4, 5], metric }));
    // As he prints them (2011, Computing Krippendorff's alpha-reliability).
    expect(alpha('nominal').alpha).toBeCloseTo(0.743, 3);
    expect(alpha('ordinal').alpha).toBeCloseTo(0.815, 3);
    expect(alpha('interval').alpha).toBeCloseTo(0.849, 3);
    expect(alpha('nominal')).toMatchObject({ pairable: 40, subjects: 11 });
  });

  test('one rater, a missing rating and raters who never differ are faults', () => {
    expect(fleissKappa({ raters: [[0, 1]], categories: 2 })).toMatchObject({
      fault: { kind: 'too-few-raters' },
    });
    expect(
      fleissKappa({
        raters: [
          [0, 1],
          [0, NaN],
        ],
        categories: 2,
      }),
    ).toMatchObject({
      fault: { kind: 'rating-missing', rater: 2, subject: 2 },
    });
    expect(
      fleissKappa({
        raters: [
          [0, 0],
          [0, 0],
        ],
        categories: 2,
      }),
    ).toMatchObject({
      fault: { kind: 'agreement-undefined' },
    });
    expect(
      krippendorffAlpha(
        {
          raters: [
            [0, 0],
            [0, 0],
          ],
          categories: 2,
        },
        { values: [0, 1], metric: 'nominal' },
      ),
    ).toMatchObject({ fault: { kind: 'agreement-undefined' } });
  });
});

const measured = (n: number, seed: number): readonly [readonly number[], readonly number[]] => {
  const { uniform } = randomStream(seed, 0);
  const normal = () => normalQuantile(uniform());
  const truth = Array.from({ length: n }, () => 100 + 10 * normal());
  return [truth.map((value) => value + 4 * normal()), truth.map((value) => value + 2 + 4 * normal())];
};

describe('icc', () => {
  const forms = (['one-way', 'two-way'] as const).flatMap((model) =>
    (['consistency', 'agreement'] as const).flatMap((type) =>
      (['single', 'average'] as const).map((unit) => ({ model, type, unit })),
    ),
  );

  test.each(forms)(
    '$model $type $unit does not depend on unit or origin, and lies within its limits',
    (form) => {
      const ratings = measured(25, 3);
      const found = unwrap(icc(ratings, { form, level: 0.95 }));
      const moved = unwrap(
        icc(
          ratings.map((column) => column.map((x) => 5 * x - 7)),
          { form, level: 0.95 },
        ),
      );
      expect(moved.icc).toBeCloseTo(found.icc, 10);
      expect(found.limits.low).toBeLessThan(found.icc);
      expect(found.limits.high).toBeGreaterThan(found.icc);
    },
  );

  test('a rater who is always higher costs agreement, not consistency', () => {
    const [a, b] = measured(25, 4);
    const of = (type: 'consistency' | 'agreement', shift: number) =>
      unwrap(
        icc([a, b.map((x) => x + shift)], { form: { model: 'two-way', type, unit: 'single' }, level: 0.95 }),
      ).icc;
    expect(of('consistency', 30)).toBeCloseTo(of('consistency', 0), 10);
    expect(of('agreement', 30)).toBeLessThan(of('agreement', 0) / 2);
  });

  test('one rater, one subject, a missing rating and no variation are faults', () => {
    const of = (ratings: readonly (readonly number[])[]) =>
      icc(ratings, { form: { model: 'one-way', type: 'agreement', unit: 'single' }, level: 0.95 });
    expect(of([[1, 2]])).toMatchObject({ fault: { kind: 'too-few-raters' } });
    expect(of([[1], [2]])).toMatchObject({ fault: { kind: 'too-few-subjects' } });
    expect(
      of([
        [1, 2],
        [NaN, 2],
      ]),
    ).toMatchObject({ fault: { kind: 'rating-missing', rater: 2, subject: 1 } });
    expect(
      of([
        [1, 1],
        [1, 1],
      ]),
    ).toMatchObject({ fault: { kind: 'agreement-undefined' } });
  });

  test('the quantile of F undoes its distribution function', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 900 }),
        (thousandths, df1, tenths) => {
          const p = thousandths / 1000;
          expect(fCdf(fQuantile(p, df1, tenths / 10), df1, tenths / 10)).toBeCloseTo(p, 9);
        },
      ),
    );
  });
});

describe('blandAltman', () => {
  const options = { level: 0.95, multiplier: 1.96 };

  test('methods exchanged turn everything round', () => {
    const [a, b] = measured(30, 5);
    const [there, back] = [unwrap(blandAltman(a, b, options)), unwrap(blandAltman(b, a, options))];
    expect(back.bias).toBeCloseTo(-there.bias, 10);
    expect(back.agreement.low).toBeCloseTo(-there.agreement.high, 10);
    expect(back.proportionalBias.slope).toBeCloseTo(-there.proportionalBias.slope, 10);
  });

  test('one pair each is as without names; copies of a pair under one name add no precision', () => {
    const [a, b] = measured(30, 6);
    const names = a.map((_value, i) => `s${i}`);
    const plain = unwrap(blandAltman(a, b, options));
    const named = unwrap(blandAltman(a, b, { ...options, subject: names }));
    expect(named).toEqual(plain);
    const copied = unwrap(
      blandAltman([...a, ...a], [...b, ...b], { ...options, subject: [...names, ...names] }),
    );
    expect(copied.subjects).toBe(30);
    expect(copied.standardDeviation).toBeCloseTo(plain.standardDeviation, 10);
    expect(copied.biasLimits.low).toBeCloseTo(plain.biasLimits.low, 10);
  });

  test('two subjects, and a value that is no number, are faults', () => {
    expect(blandAltman([1, 2], [2, 3], options)).toMatchObject({ fault: { kind: 'too-few-subjects' } });
    expect(blandAltman([1, 2, 3], [2, NaN, 3], options)).toMatchObject({
      fault: { kind: 'rating-missing', rater: 2, subject: 2 },
    });
  });
});

describe('linConcordance', () => {
  test('it is symmetric, and no larger than the correlation', () => {
    const [a, b] = measured(40, 7);
    const [there, back] = [unwrap(linConcordance(a, b, 0.95)), unwrap(linConcordance(b, a, 0.95))];
    expect(back.concordance).toBeCloseTo(there.concordance, 12);
    expect(back.limits.low).toBeCloseTo(there.limits.low, 12);
  });

  test('its limits hold the true value about as often as they say', () => {
    // True moments of `measured`: variances 116, covariance 100, shift 2.
    const truth = (2 * 100) / (116 + 116 + 4);
    const rounds = 600;
    let held = 0;
    for (let seed = 0; seed < rounds; seed += 1) {
      const [a, b] = measured(60, seed);
      const { low, high } = unwrap(linConcordance(a, b, 0.95)).limits;
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.92);
    expect(held / rounds).toBeLessThan(0.98);
  });

  test('too few subjects, and one method that never varies, are faults', () => {
    expect(linConcordance([1, 2], [1, 2], 0.95)).toMatchObject({ fault: { kind: 'too-few-subjects' } });
    expect(linConcordance([1, 1, 1], [1, 2, 3], 0.95)).toMatchObject({
      fault: { kind: 'agreement-undefined' },
    });
  });
});
