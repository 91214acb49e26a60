import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithComparator } from './comparison.ts';
import { icerTable, type CostAndEffect } from './icer-table.ts';

type Expected = { Strategy: string; Status: 'ND' | 'D' | 'ED'; ICER: number | null; Inc_Cost: number | null };
const codes = { frontier: 'ND', 'extendedly-dominated': 'ED', dominated: 'D' } as const;

const project = resolve(import.meta.dirname, '../../../..');
const root = resolve(project, process.env.DAERO_REFERENCE ?? '../shared', 'reference/economics');

describe.skipIf(!existsSync(root))('icerTable agrees with dampack', () => {
  const cases = existsSync(root)
    ? readdirSync(root).filter((name) => name.startsWith('icer-'))
    : ['no reference'];
  test.each(cases)('%s', (name) => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, name, file), 'utf8'));
    const { strategies } = read('inputs.json') as { strategies: CostAndEffect[] };
    const { expected } = read('expected.json') as { expected: { icer_table: Expected[] } };
    const found = icerTable(strategies);
    expect(found.map(({ strategy, status }) => `${strategy} ${codes[status]}`)).toEqual(
      expected.icer_table.map(({ Strategy, Status }) => `${Strategy} ${Status}`),
    );
    found.forEach(({ step }, index) => {
      const { ICER = null } = expected.icer_table[index] ?? {};
      if (ICER === null) expect(step).toBeNull();
      else expect(Math.abs((step?.icer ?? NaN) / ICER - 1)).toBeLessThan(1e-9);
    });
  });
});

const strategies = fc
  .array(fc.record({ cost: fc.integer({ min: 0, max: 20 }), effect: fc.integer({ min: 0, max: 20 }) }), {
    maxLength: 12,
  })
  .map((rows) => rows.map((row, index): CostAndEffect => ({ strategy: `s${index}`, ...row })));

describe('laws of the ICER table', () => {
  test('the order of the strategies does not matter', () => {
    fc.assert(
      fc.property(strategies, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows.map((row) => ({ row, key: keys.next().value })).sort((a, b) => a.key - b.key);
        expect(icerTable(shuffled.map(({ row }) => row))).toEqual(icerTable(rows));
      }),
    );
  });

  test('up the frontier each ratio is positive and none is lower than the one before', () => {
    fc.assert(
      fc.property(strategies, (rows) => {
        const ratios = icerTable(rows).flatMap(({ step }) => (step === null ? [] : [step.icer]));
        expect(ratios.every((ratio) => ratio > 0)).toBe(true);
        expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
      }),
    );
  });

  test('the frontier alone holds every strategy that is best at some price', () => {
    fc.assert(
      fc.property(strategies, fc.integer({ min: 0, max: 50 }), (rows, price) => {
        const worth = ({ cost, effect }: CostAndEffect): number => price * effect - cost;
        const best = (of: readonly CostAndEffect[]): number => Math.max(...of.map(worth));
        const onFrontier = icerTable(rows).filter(({ status }) => status === 'frontier');
        // a price of 0 or more never favours a dominated strategy
        expect(best(onFrontier)).toBe(best(rows));
      }),
    );
  });
});

test.each([
  [1, 1, 'costs-more-for-more'],
  [-1, -1, 'saves-for-less'],
  [-1, 1, 'dominant'],
  [0, 1, 'dominant'],
  [-1, 0, 'dominant'],
  [1, -1, 'dominated'],
  [1, 0, 'dominated'],
  [0, -1, 'dominated'],
  [0, 0, 'equal'],
])('a difference of %d in cost and %d in effect is %s', (cost, effect, finding) => {
  expect(compareWithComparator({ cost, effect })).toEqual(
    finding === 'costs-more-for-more' || finding === 'saves-for-less' ? { finding, icer: 1 } : { finding },
  );
});
