import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { budgetImpact, whole } from '../budget-impact/budget-impact.ts';
import { readBudgetImpact } from '../budget-impact/read.ts';
import { evaluateEconomicModel, readEconomicModel } from './economic-model.ts';

const root = join(import.meta.dirname, '../../../..');
const reference = resolve(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference/economics');
const example = (name: string): unknown =>
  parse(readFileSync(join(root, 'examples/economics', name, 'model.yaml'), 'utf8'));
const expected = (set: string): unknown =>
  z
    .object({ expected: z.unknown() })
    .parse(JSON.parse(readFileSync(join(reference, set, 'expected.json'), 'utf8'))).expected;

/** Cost and effect by strategy, in the units of the example. */
type Totals = ReadonlyMap<string, readonly [number, number]>;

const policies = z.object({
  policies: z.array(
    z.object({ d1: z.string(), d2: z.string(), d3: z.string(), Cost: z.number(), Benefit: z.number() }),
  ),
});
const words: Readonly<Record<string, string>> = { sell: 'leave', dig: 'treat', test: 'test' };

/** The trees as newcomers read them, against what R (rdecision) computed for the same numbers. */
const trees: readonly { name: string; set: string; read: (answers: unknown) => Totals }[] = [
  {
    name: 'sumatriptan',
    set: 'tree-sumatriptan',
    read: (answers) =>
      new Map(
        z
          .object({
            by_strategy: z.array(z.object({ d1: z.string(), Cost: z.number(), QALY: z.number() })),
          })
          .parse(answers)
          .by_strategy.map(({ d1, Cost, QALY }) => [d1, [Cost, QALY]]),
      ),
  },
  {
    name: 'ai-reader',
    set: 'tree-ai-reader',
    read: (answers) =>
      new Map(
        Object.entries(
          z
            .object({ results: z.record(z.string(), z.object({ cost: z.number(), qaly: z.number() })) })
            .parse(answers).results,
        ).map(([name, { cost, qaly }]) => [name, [cost, qaly]]),
      ),
  },
  {
    name: 'test-then-act',
    set: 'tree-test-then-act',
    // There a well is sold or dug, and d2 follows a negative test, d3 a positive one; benefits are thousandths of a QALY here.
    read: (answers) =>
      new Map(
        policies.parse(answers).policies.map(({ d1, d2, d3, Cost, Benefit }) => {
          const choices = d1 === 'test' ? [d1, d2, d3] : [d1];
          return [choices.map((choice) => words[choice] ?? choice).join('-'), [Cost, Benefit / 1000]];
        }),
      ),
  },
];

describe.skipIf(!existsSync(reference))('the trees under examples give what R gave', () => {
  test.each(trees)('$name', ({ name, set, read }) => {
    const output = unwrap(evaluateEconomicModel(unwrap(readEconomicModel(example(name))), {}));
    const wanted = read(expected(set));
    expect(new Set(output.strategies.map((row) => row.name))).toEqual(new Set(wanted.keys()));
    for (const { name: strategy, cost, qaly } of output.strategies) {
      const [wantedCost = NaN, wantedEffect = NaN] = wanted.get(strategy) ?? [];
      expect(Math.abs(cost - wantedCost)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wantedCost)));
      expect(Math.abs(qaly - wantedEffect)).toBeLessThanOrEqual(1e-9 * Math.abs(wantedEffect));
    }
  });

  test('budget-impact', () => {
    const { totals, years } = budgetImpact(unwrap(readBudgetImpact(example('budget-impact'))));
    const wanted = z
      .object({
        by_year: z.array(
          z.object({ gross_fee: z.number(), payer_fee: z.number(), offset_saving: z.number() }),
        ),
        totals: z.object({ gross_fee: z.number(), payer_fee: z.number(), offset: z.number() }),
      })
      .parse(expected('budget-impact-ai-addon'));
    years.forEach(({ fees }, year) => {
      expect(whole(fees) / (wanted.by_year[year]?.gross_fee ?? NaN)).toBeCloseTo(1, 9);
      expect(fees.payer / (wanted.by_year[year]?.payer_fee ?? NaN)).toBeCloseTo(1, 9);
    });
    expect(totals.payerFees / wanted.totals.payer_fee).toBeCloseTo(1, 9);
    expect(-totals.offsets.payer / wanted.totals.offset).toBeCloseTo(1, 9);
  });
});
