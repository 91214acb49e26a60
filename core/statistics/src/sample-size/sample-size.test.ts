import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialInterval } from '../accuracy/binomial-interval.ts';
import { aucDelong } from '../discrimination/auc-delong.ts';
import { oneAucDesign, pilotAucs, twoAucsDesign } from './auc-size.ts';
import { normalPower, normalSize } from './normal-size.ts';
import {
  exactProportionSize,
  oneProportionDesign,
  pairedProportionsDesign,
  precisionSize,
  twoProportionsDesign,
} from './proportion-size.ts';

const share = fc.integer({ min: 5, max: 95 }).map((x) => x / 100);
const rates = { alpha: 0.05, sided: 'two-sided', power: 0.8 } as const;

describe('normalSize', () => {
  const designs = fc.oneof(
    fc.tuple(share, share).map(([p, q]) => oneProportionDesign(p, q)),
    fc.tuple(share, share).map(([p, q]) => twoProportionsDesign(p, q)),
    fc.tuple(share, share).map(([p, q]) => pairedProportionsDesign(p / 2, q / 2)),
    share.map((x) => oneAucDesign(0.5 + x / 2, 2)),
  );

  test('so many people have the power asked for, and more power needs more of them', () => {
    fc.assert(
      fc.property(designs, fc.integer({ min: 55, max: 99 }), (design, percent) => {
        fc.pre(design.distance > 0.005);
        const power = percent / 100;
        const n = unwrap(normalSize(design, { ...rates, power }));
        expect(normalPower(design, { ...rates, n })).toBeCloseTo(power, 9);
        expect(unwrap(normalSize(design, { ...rates, power: power + 0.005 }))).toBeGreaterThan(n);
      }),
    );
  });

  test('no distance, or one on the wrong side of the margin, is a fault', () => {
    expect(normalSize(oneProportionDesign(0.8, 0.8), rates)).toMatchObject({
      fault: { kind: 'size-infinite' },
    });
    expect(normalSize(twoProportionsDesign(0.7, 0.9, 0.1), rates)).toMatchObject({
      fault: { kind: 'size-infinite' },
    });
  });
});

test('the people of a precise interval give it that width', () => {
  const { inClass, recruited } = precisionSize(0.9, { halfWidth: 0.05, level: 0.95, classShare: 0.1 });
  const n = Math.ceil(inClass / 10) * 10;
  const { low, high } = unwrap(binomialInterval(n * 0.9, n, { form: 'wald', level: 0.95 }));
  expect(high - low).toBeLessThanOrEqual(0.1);
  expect(high - low).toBeGreaterThan(0.096);
  expect(recruited).toBeCloseTo(10 * inClass, 9);
});

test('the exact size is near the normal one, mirrors at complements, and faults without a distance', () => {
  const at = (expected: number, stated: number) => exactProportionSize({ expected, stated }, rates);
  const rough = unwrap(normalSize(oneProportionDesign(0.9, 0.8), rates));
  expect(Math.abs(unwrap(at(0.9, 0.8)) - rough)).toBeLessThan(0.15 * rough);
  expect(unwrap(at(0.1, 0.2))).toBe(unwrap(at(0.9, 0.8)));
  expect(at(0.8, 0.8)).toMatchObject({ fault: { kind: 'size-infinite' } });
});

describe('two AUCs from a pilot', () => {
  const first = { diseased: [3, 5, 6, 8, 9], healthy: [1, 2, 3, 4, 5, 7] };
  const second = { diseased: [2, 5, 4, 8, 7], healthy: [1, 3, 2, 6, 5, 4] };

  test('the components over the diseased of the pilot are its DeLong variance', () => {
    const { first: variance } = unwrap(pilotAucs(first, second));
    const { standardError } = unwrap(aucDelong(first.diseased, first.healthy));
    expect(variance / 5).toBeCloseTo(standardError * standardError, 12);
  });

  test('the size does not depend on the order of the scores, unless the first alone gives the null variance', () => {
    const size = (swap: boolean, nullVariance: 'both' | 'first') =>
      unwrap(
        normalSize(
          twoAucsDesign(unwrap(swap ? pilotAucs(second, first) : pilotAucs(first, second)), { nullVariance }),
          rates,
        ),
      );
    expect(size(true, 'both')).toBeCloseTo(size(false, 'both'), 9);
    expect(size(true, 'first')).not.toBeCloseTo(size(false, 'first'), 3);
  });

  test('one diseased case, and a missing score, are faults', () => {
    expect(pilotAucs({ diseased: [1], healthy: [1, 2] }, { diseased: [1], healthy: [1, 2] })).toMatchObject({
      fault: { kind: 'too-few-cases', diseased: 1, healthy: 2 },
    });
    expect(pilotAucs({ ...first, diseased: [3, NaN, 6, 8, 9] }, second)).toMatchObject({
      fault: { kind: 'score-missing' },
    });
  });
});
