import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';
import { accuracyDescription } from './accuracy-description.ts';
import { bivariateBinomial } from './bivariate-binomial.ts';
import { hsroc, reitsma, srocArea, srocAt } from './reitsma.ts';

const study = (
  truePositive: number,
  falseNegative: number,
  falsePositive: number,
  trueNegative: number,
): TwoByTwo => ({
  truePositive,
  falseNegative,
  falsePositive,
  trueNegative,
});

/** Large studies, so that the normal model and the binomial one see the same. */
const studies = [
  study(900, 100, 200, 800),
  study(1600, 400, 150, 1850),
  study(700, 300, 60, 940),
  study(950, 50, 420, 580),
  study(820, 180, 90, 910),
  study(2400, 600, 480, 2520),
  study(610, 390, 45, 955),
];
const exchanged = studies.map((s) => study(s.trueNegative, s.falsePositive, s.falseNegative, s.truePositive));
const options = { method: 'REML', correction: 0.5, level: 0.95 } as const;

describe('reitsma', () => {
  test('with the classes exchanged sensitivity is specificity, and the correlation keeps its sign', () => {
    const [there, back] = [unwrap(reitsma(studies, options)), unwrap(reitsma(exchanged, options))];
    expect(back.sensitivity.value).toBeCloseTo(1 - there.falsePositive.value, 6);
    expect(back.between.a).toBeCloseTo(there.between.b, 5);
    expect(back.between.ab).toBeCloseTo(there.between.ab, 5);
    expect(back.logLikelihood).toBeCloseTo(there.logLikelihood, 6);
  });

  test('agrees with the binomial model where studies are large, which takes specificity as its second outcome', () => {
    const normal = unwrap(reitsma(studies, { ...options, method: 'ML' }));
    const binomial = unwrap(bivariateBinomial(studies, { quadraturePoints: 3, level: 0.95 }));
    expect(binomial.sensitivity.value).toBeCloseTo(normal.sensitivity.value, 2);
    expect(binomial.specificity.value).toBeCloseTo(1 - normal.falsePositive.value, 2);
    expect(binomial.sd[0]).toBeCloseTo(Math.sqrt(normal.between.a), 1);
    expect(Math.sign(binomial.correlation)).toBe(-Math.sign(normal.between.ab));
  });

  test('the summary curve passes the summary point, and rises', () => {
    const fit = unwrap(reitsma(studies, options));
    const curve = hsroc(fit);
    expect(srocAt(curve, 0.3)).toBeGreaterThan(srocAt(curve, 0.1));
    // The curve is the line through both means on the logit scale with slope sd(sensitivity)/sd(false positives).
    expect(srocAt(curve, fit.falsePositive.value)).toBeCloseTo(fit.sensitivity.value, 8);
    const [whole, left, right] = [
      srocArea(curve, 0.02, 0.5),
      srocArea(curve, 0.02, 0.2),
      srocArea(curve, 0.2, 0.5),
    ];
    expect(whole * 0.48).toBeCloseTo(left * 0.18 + right * 0.3, 5);
  });

  test('a new study lies less surely than the mean', () => {
    const { sensitivity } = unwrap(reitsma(studies, options));
    expect(sensitivity.prediction?.low ?? NaN).toBeLessThan(sensitivity.limits.low);
    expect(unwrap(reitsma(studies.slice(0, 2), options)).sensitivity.prediction).toBeNull();
  });

  test.each([
    ['one study', studies.slice(0, 1), { kind: 'too-few-studies', studies: 1 }],
    ['a study of one class', [...studies, study(5, 2, 0, 0)], { kind: 'study-one-class', study: 8 }],
    ['half a person', [...studies, study(1.5, 2, 3, 4)], { kind: 'counts-impossible' }],
  ] as const)('%s is a fault', (_name, given, fault) => {
    expect(reitsma(given, options)).toMatchObject({ fault });
    expect(bivariateBinomial(given, { quadraturePoints: 1, level: 0.95 })).toMatchObject({ fault });
    expect(accuracyDescription(given, options)).toMatchObject({ fault });
  });
});

describe('accuracyDescription', () => {
  test('an empty cell anywhere corrects every study, and equal studies are equal', () => {
    const same = [study(9, 1, 2, 8), study(18, 2, 4, 16), study(27, 3, 6, 24)];
    const found = unwrap(accuracyDescription(same, options));
    expect(found.equalSensitivities.chi2).toBeCloseTo(0, 10);
    expect(found.studies[0]?.sensitivity).toBe(0.9);
    const [first] = unwrap(accuracyDescription([...same, study(5, 0, 1, 4)], options)).studies;
    expect(first?.sensitivity).toBeCloseTo(9.5 / 11, 12);
  });

  test("two studies get Yates's correction", () => {
    const [a, b] = [study(30, 10, 5, 35), study(20, 20, 9, 31)];
    const two = unwrap(accuracyDescription([a, b], options)).equalSensitivities.chi2;
    // |ad - bc| is 400, n 80: chi-square with the correction n (400 - 40)^2 / (40 40 50 30).
    expect(two).toBeCloseTo((80 * 360 * 360) / (40 * 40 * 50 * 30), 10);
  });
});
