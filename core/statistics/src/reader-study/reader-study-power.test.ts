import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fUpper } from '../distributions/f.ts';
import { noncentralF } from '../distributions/noncentral-f.ts';
import {
  casesForPower,
  readerStudyPower,
  type PlannedDesign,
  type PlannedStudy,
} from './reader-study-power.ts';

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

describe('designs', () => {
  const spread = { error: 8e-4, cov1: 3.5e-4, cov2: 3.4e-4, cov3: 2.4e-4, interaction: 2e-4, cases: 120 };
  const plan = { readers: 6, cases: 240, difference: 0.05, to: 'readers-and-cases', alpha: 0.05 } as const;
  const at = (design: PlannedDesign, more: Partial<PlannedStudy> = {}) =>
    readerStudyPower(spread, { ...plan, ...more, design });

  /** The variance of the mean difference, from the covariance of all cells written out. */
  function writtenOut(design: PlannedDesign): number {
    const { readers: r, cases } = plan;
    const blocks =
      design.kind === 'split-plot' ? design.blocks : design.kind === 'cases-nested-in-readers' ? r : 1;
    const apart = design.kind === 'cases-nested-in-modalities';
    const perCell = cases / (apart ? 2 : blocks);
    const cells = [0, 1].flatMap((modality) =>
      Array.from({ length: r }, (_each, reader) => ({ modality, reader })),
    );
    const covariance = cells.map((a) =>
      cells.map((b) => {
        const same = { modality: a.modality === b.modality, reader: a.reader === b.reader };
        const shared = a.reader % blocks === b.reader % blocks && (!apart || same.modality);
        const of = same.modality ? (same.reader ? 'error' : 'cov2') : same.reader ? 'cov1' : 'cov3';
        return shared ? (spread[of] * spread.cases) / perCell : 0;
      }),
    );
    const sign = ({ modality }: { readonly modality: number }): number => (modality === 0 ? 1 : -1) / r;
    const ofCases = covariance.reduce(
      (x, row, i) =>
        x +
        row.reduce(
          (y, value, j) => y + sign(cells[i] ?? { modality: 0 }) * sign(cells[j] ?? { modality: 0 }) * value,
          0,
        ),
      0,
    );
    return ofCases + (2 * spread.interaction) / r;
  }

  const all: readonly PlannedDesign[] = [
    { kind: 'crossed' },
    { kind: 'crossover' },
    { kind: 'split-plot', blocks: 2 },
    { kind: 'split-plot', blocks: 3 },
    { kind: 'cases-nested-in-readers' },
    { kind: 'cases-nested-in-modalities' },
  ];
  test.each(all)('$kind $blocks: the noncentrality is that of the covariance written out', (design) => {
    const { difference } = plan;
    expect(at(design).noncentrality).toBeCloseTo((difference * difference) / writtenOut(design), 9);
    expect(at(design, { difference: 0 }).power).toBeCloseTo(0.05, 9);
  });

  test('one block is the crossed study, a block a reader the nested one', () => {
    expect(at({ kind: 'split-plot', blocks: 1 })).toEqual(at({ kind: 'crossed' }));
    expect(at({ kind: 'split-plot', blocks: 6 })).toEqual(at({ kind: 'cases-nested-in-readers' }));
  });

  test('a crossover pays for its period with a degree of freedom, and nothing else', () => {
    const [plain, turned] = [at({ kind: 'crossed' }), at({ kind: 'crossover' })];
    expect(turned.noncentrality).toBe(plain.noncentrality);
    expect(turned.df2 / plain.df2).toBeCloseTo(4 / 5, 12);
    expect(turned.power).toBeLessThan(plain.power);
    expect(() => at({ kind: 'crossover' }, { readers: 2 })).toThrow(RangeError);
  });

  test('what does not divide is refused', () => {
    expect(() => at({ kind: 'split-plot', blocks: 4 })).toThrow(RangeError);
  });
});
