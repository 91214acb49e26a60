import { expect, test } from 'vitest';
import { estimate } from './estimate.test-fixture.ts';
import { estimateRow } from './estimates-file.ts';
import { hashed, node } from './graph/chain.test-fixture.ts';

const [sens] = hashed([node('estimate:sens-5', [], { kind: 'estimate' })]);
if (sens === undefined) throw new Error('one node in, one node out');
const found = estimate({ events: 507, trials: 550 }, { value: 0.92, low: 0.89, high: 0.94 });

test('a row says the estimate, its method in English and its node', () => {
  expect(estimateRow(sens, { state: 'shown', estimate: found })).toEqual({
    ...{ id: 'sens-5', value: 0.92, low: 0.89, high: 0.94, level: 0.95, n: 550 },
    ...{ method: 'method', node: sens.hash },
  });
});

test('a withheld row says why, and none of its numbers', () => {
  const row = estimateRow(sens, { state: 'withheld', smallestCell: 10, estimate: found });
  expect(row).toMatchObject({
    id: 'sens-5',
    value: null,
    low: null,
    high: null,
    level: null,
    n: null,
    method: null,
  });
  expect(row.withheld).toContain('10');
  expect(JSON.stringify({ ...row, node: '' })).not.toMatch(/0\.|550|507/);
});

test('where a number has no meaning the row says why', () => {
  const row = estimateRow(sens, { state: 'not given', warnings: [{ kind: 'icer-dominant', facts: {} }] });
  expect(row).toMatchObject({ value: null, withheld: expect.stringContaining('dominant') as unknown });
});
