import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { verificationBias } from './verification-bias.ts';

const count = fc.integer({ min: 1, max: 400 });
const verified = fc.record({ diseased: count, healthy: count, unverified: fc.constant(0) });

test('with everybody verified nothing is corrected', () => {
  fc.assert(
    fc.property(verified, verified, (positive, negative) => {
      const { sensitivity, specificity, prevalence } = unwrap(verificationBias({ positive, negative }, 0.95));
      expect(sensitivity.value).toBeCloseTo(sensitivity.naive, 12);
      expect(specificity.value).toBeCloseTo(specificity.naive, 12);
      // And the prevalence is the plain share, with the plain share's standard error.
      const [ill, all] = [
        positive.diseased + negative.diseased,
        positive.diseased + positive.healthy + negative.diseased + negative.healthy,
      ];
      expect(prevalence.value).toBeCloseTo(ill / all, 12);
      expect(prevalence.standardError).toBeCloseTo(Math.sqrt(((ill / all) * (1 - ill / all)) / all), 9);
      // Then the variance of the logit is that of a share: 1/x + 1/(n - x).
      const { low, high } = sensitivity.limits;
      const width = Math.log(high / (1 - high)) - Math.log(low / (1 - low));
      const variance = 1 / positive.diseased + 1 / negative.diseased;
      expect((width / (2 * 1.959963984540054)) ** 2 / variance).toBeCloseTo(1, 6);
    }),
  );
});

test('the more negatives go unverified, the lower the sensitivity and the higher the specificity', () => {
  const at = (unverified: number) =>
    unwrap(
      verificationBias(
        {
          positive: { diseased: 90, healthy: 30, unverified: 0 },
          negative: { diseased: 10, healthy: 70, unverified },
        },
        0.95,
      ),
    );
  expect(at(200).sensitivity.value).toBeLessThan(at(0).sensitivity.value);
  expect(at(200).specificity.value).toBeGreaterThan(at(0).specificity.value);
});

test('negatives of whom none was verified as diseased leave nothing to correct with', () => {
  const positive = { diseased: 9, healthy: 3, unverified: 0 };
  expect(verificationBias({ positive, negative: { ...positive, diseased: 0 } }, 0.95)).toMatchObject({
    fault: { kind: 'verification-empty', result: '-', diseased: 0, healthy: 3 },
  });
});
