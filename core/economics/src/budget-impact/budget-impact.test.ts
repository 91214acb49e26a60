import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetImpact, whole } from './budget-impact.ts';
import { type BudgetImpactFile } from './form.ts';
import { readBudgetImpact } from './read.ts';
import { budgetImpactShape } from './shape.ts';

const text = (en: string): { ko: string; en: string } => ({ ko: en, en });
const file = (more: Partial<BudgetImpactFile> = {}): BudgetImpactFile => ({
  kind: 'budget-impact',
  title: text('reading aid'),
  payer: text('NHIS'),
  currency: 'KRW',
  priceYear: 2026,
  years: { first: 2027, count: 2 },
  population: { firstYear: 1000, growth: 0.1, narrowing: [{ label: text('tested'), share: 0.5 }] },
  market: 'add-on',
  uptake: 'stock',
  technologies: [
    {
      name: 'aid',
      label: text('aid'),
      share: { without: [0, 0], with: [0.1, 0.3] },
      usesPerPerson: 2,
      price: 3000,
      priceChange: [0, -0.1],
      coverage: { payer: 0.1, patient: 0.9, nonCovered: 0 },
    },
  ],
  offsets: [
    {
      name: 'repeat',
      label: text('repeat'),
      technology: 'aid',
      perUse: -0.01,
      cost: 50_000,
      coverage: { payer: 0.7, patient: 0.3, nonCovered: 0 },
    },
  ],
  scenarios: [
    { name: 'fast', label: text('fast'), set: { shareWith: { aid: [0.3, 0.6] } } },
    { name: 'no-saving', label: text('no saving'), set: { perUse: { repeat: 0 } } },
  ],
  ...more,
});

describe('budgetImpact', () => {
  test('by hand: fees, who bears them, and offsets apart', () => {
    const { years, totals, view } = budgetImpact(unwrap(readBudgetImpact(file())));
    expect(view).toBe('payer');
    // year 1: 1000 x 0.5 x 0.1 x 2 = 100 uses; year 2: 1100 x 0.5 x 0.3 x 2 = 330 uses at 2700
    expect(years.map(({ fees }) => Math.round(whole(fees)))).toEqual([300_000, 891_000]);
    expect(years.map(({ fees }) => Math.round(fees.payer))).toEqual([30_000, 89_100]);
    expect(totals.offsets.payer).toBeCloseTo(-430 * 0.01 * 50_000 * 0.7, 6);
    expect(totals.payerNet).toBeCloseTo(119_100 - 150_500, 6);
    expect(totals.payerFees).toBeCloseTo(119_100, 6);
  });

  test('the range spans the base case and every scenario', () => {
    const found = budgetImpact(unwrap(readBudgetImpact(file())));
    const nets = [found.totals, ...found.scenarios.map(({ totals }) => totals)].map(
      ({ payerNet }) => payerNet,
    );
    expect(found.payerRange).toEqual({ low: Math.min(...nets), high: Math.max(...nets) });
    expect(found.scenarios.map(({ name }) => name)).toEqual(['fast', 'no-saving']);
    expect(found.scenarios[1]?.totals.payerNet).toBeCloseTo(119_100, 6);
  });

  test('no uptake, no impact; and the impact is in proportion to the people', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), (people) => {
        const of = (firstYear: number, share: number): number =>
          budgetImpact(
            unwrap(
              readBudgetImpact(
                file({
                  population: { firstYear, growth: 0.1 },
                  scenarios: [],
                  technologies: file().technologies.map((each) => ({
                    ...each,
                    share: { without: [0, 0], with: [share, share] },
                  })),
                }),
              ),
            ),
          ).totals.payerNet;
        expect(of(people, 0)).toBe(0);
        expect(of(2 * people, 0.2) / of(people, 0.2)).toBeCloseTo(2, 10);
      }),
    );
  });

  test('what is won each year and stays is a stock', () => {
    const technologies = file().technologies.map((each) => ({
      ...each,
      share: { without: [0, 0], with: [0.1, 0.2] },
    }));
    const flow = budgetImpact(
      unwrap(readBudgetImpact(file({ technologies, uptake: 'flow', scenarios: [] }))),
    );
    const stock = budgetImpact(unwrap(readBudgetImpact(file({ scenarios: [] }))));
    flow.years.forEach(({ fees }, i) => expect(fees.payer).toBeCloseTo(stock.years[i]?.fees.payer ?? NaN, 6));
  });

  test('a mix displaces: what the new one gains the old one loses', () => {
    const [aid] = file().technologies;
    if (aid === undefined) throw new Error('the file has a technology');
    const technologies = [
      { ...aid, price: 5000, priceChange: [0, 0] },
      { ...aid, name: 'old', price: 4000, priceChange: [0, 0], share: { without: [1, 1], with: [0.9, 0.7] } },
    ];
    const mix = { ...file({ technologies, market: 'mix', offsets: [], scenarios: [] }) };
    const { totals } = budgetImpact(unwrap(readBudgetImpact(mix)));
    expect(whole(totals.fees)).toBeCloseTo(430 * 1000, 6);
  });
});

describe('readBudgetImpact', () => {
  const aid = (more: object): BudgetImpactFile =>
    file({ technologies: file().technologies.map((each) => ({ ...each, ...more })), scenarios: [] });
  test.each([
    {
      name: 'too few years',
      of: aid({ priceChange: [0] }),
      fault: { kind: 'budget-years-differ', years: 2, got: 1 },
    },
    {
      name: 'shares above 1',
      of: aid({ share: { without: [0, 0], with: [0.5, 1.2] } }),
      fault: { kind: 'budget-shares', year: 2028, sum: 1.2 },
    },
    {
      name: 'a mix that is not whole',
      of: { ...aid({}), market: 'mix' },
      fault: { kind: 'budget-shares', sum: 0 },
    },
    {
      name: 'coverage that is not whole',
      of: aid({ coverage: { payer: 0.1, patient: 0.8, nonCovered: 0 } }),
      fault: { kind: 'budget-coverage', path: '/technologies/0/coverage' },
    },
    {
      name: 'an unknown technology',
      of: file({ scenarios: [{ name: 'x', label: text('x'), set: { price: { ait: 1 } } }] }),
      fault: { kind: 'budget-name-unknown', path: '/scenarios/0/set/price', name: 'ait', nearest: ['aid'] },
    },
    {
      name: 'a scenario that leaves the range',
      of: file({ scenarios: [{ name: 'x', label: text('x'), set: { shareWith: { aid: [2, 2] } } }] }),
      fault: { kind: 'budget-shares' },
    },
    {
      name: 'six years',
      of: file({ years: { first: 2027, count: 6 } }),
      fault: { kind: 'model-field', path: '/years/count' },
    },
  ])('$name', ({ of, fault }) => {
    expect(readBudgetImpact(of)).toMatchObject({ ok: false, fault });
  });
});

const folder = resolve(
  import.meta.dirname,
  '../../../..',
  process.env.DAERO_REFERENCE ?? '../shared',
  'reference/economics/budget-impact-ai-addon',
);
describe.skipIf(!existsSync(folder))('the AI add-on of the reference set', () => {
  test('year by year', () => {
    const read = (name: string): never => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as never;
    type Inputs = Record<'eligible_year1' | 'growth' | 'diagnosed_share' | 'tested_share', number> &
      Record<'price_ai' | 'copay_rate' | 'one_off_integration_per_new_share_point', number> & {
        years: number[];
        uptake: number[];
        price_change: number[];
        offset_per_ai_exam: Record<string, number>;
      };
    const given: Inputs = read('inputs.json');
    const { expected }: { expected: { by_year: Record<string, number>[]; totals: Record<string, number> } } =
      read('expected.json');
    const offset = given.offset_per_ai_exam;
    const payer = { payer: 1, patient: 0, nonCovered: 0 };
    const event = (name: string, perUse: number | undefined, cost: number | undefined) => ({
      name,
      label: text(name),
      technology: 'ai',
      perUse: perUse ?? NaN,
      cost: cost ?? NaN,
      coverage: payer,
    });
    const found = budgetImpact(
      unwrap(
        readBudgetImpact({
          ...file({ scenarios: [] }),
          years: { first: given.years[0] ?? NaN, count: given.years.length },
          population: {
            firstYear: given.eligible_year1,
            growth: given.growth,
            narrowing: [
              { label: text('diagnosed'), share: given.diagnosed_share },
              { label: text('tested'), share: given.tested_share },
            ],
          },
          technologies: [
            {
              name: 'ai',
              label: text('AI'),
              share: { without: given.uptake.map(() => 0), with: given.uptake },
              usesPerPerson: 1,
              price: given.price_ai,
              priceChange: given.price_change,
              coverage: { payer: 1 - given.copay_rate, patient: given.copay_rate, nonCovered: 0 },
            },
          ],
          offsets: [
            event('repeat', -(offset.avoided_repeat_probability ?? NaN), offset.repeat_cost),
            event('workup', offset.extra_workup_probability, offset.workup_cost),
          ],
          oneOff: [
            {
              label: text('integration'),
              technology: 'ai',
              perNewPoint: given.one_off_integration_per_new_share_point,
            },
          ],
        }),
      ),
    );
    const near = (got: number, want: number | undefined): void =>
      expect(Math.abs(got / (want ?? NaN) - 1)).toBeLessThan(1e-9);
    found.years.forEach((year, i) => {
      const want = expected.by_year[i];
      near(year.people, want?.tested);
      near(year.technologies[0]?.usesWith ?? NaN, want?.ai_exams);
      near(year.fees.payer, want?.payer_fee);
      near(year.fees.patient, want?.patient_fee);
      near(-whole(year.offsets), want?.offset_saving);
      near(year.fees.payer + year.offsets.payer, want?.net_payer_if_payer_bears_offsets);
      near(year.oneOff, want?.integration_cost);
    });
    near(found.totals.healthSystemNet, expected.totals.net_health_system);
  });
});

describe('budgetImpactShape', () => {
  const displacing = (share: number) =>
    file({
      market: 'mix',
      scenarios: [],
      technologies: (['aid', 'old'] as const).map((name) => ({
        name,
        label: text(name),
        share: {
          without: name === 'aid' ? [0, 0] : [1, 1],
          with: name === 'aid' ? [share, share] : [1 - share, 1 - share],
        },
        usesPerPerson: 1,
        price: name === 'aid' ? 3000 : 1000,
        priceChange: [0, 0],
        coverage: { payer: 0.1, patient: 0.4, nonCovered: 0.5 },
      })),
    });

  test('pieces add up to the net, and the net is one world less the other, whoever bears it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (share) => {
        const form = unwrap(readBudgetImpact(displacing(share)));
        const result = budgetImpact(form);
        const { panels } = budgetImpactShape(form);
        expect(panels.map(({ bearer }) => bearer)).toEqual(['payer', 'patient', 'non-covered']);
        for (const { bearer, fees, offsets, displaced, net, without, with: own } of panels) {
          result.years.forEach((year, at) => {
            const pieces = (fees[at] ?? NaN) + (offsets[at] ?? NaN) + (displaced[at] ?? NaN);
            expect(pieces).toBeCloseTo(net[at]?.value ?? NaN, 4);
            expect((own[at] ?? NaN) - (without[at] ?? NaN)).toBeCloseTo(pieces, 4);
            expect(displaced[at]).toBeLessThan(0);
            if (bearer === 'payer') expect(pieces).toBeCloseTo(year.fees.payer + year.offsets.payer, 4);
          });
        }
      }),
    );
  });

  test('a bearer who bears nothing has no panel, and the payer always has one', () => {
    const { panels } = budgetImpactShape(unwrap(readBudgetImpact(file())));
    expect(panels.map(({ bearer }) => bearer)).toEqual(['payer', 'patient']);
  });
});
