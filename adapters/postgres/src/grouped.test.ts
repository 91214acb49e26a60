import { fail, succeed, type Result } from '@daero/domain/result';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped } from './grouped.ts';

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
const broken = fail({ kind: 'log-unavailable', reason: 'poison' } as const);

test('callers that come while a write is under way share the next one', async () => {
  const writes: number[][] = [];
  const write = grouped(async (items: readonly number[]): Promise<Result<readonly number[]>> => {
    writes.push([...items]);
    await turn();
    return succeed(items);
  }, 100);
  await Promise.all([1, 2, 3, 4].map((item) => write([item])));
  expect(writes).toEqual([[1], [2, 3, 4]]);
});

test('everyone gets their own answers, in groups no larger than asked unless one call is', async () => {
  const calls = fc.array(fc.array(fc.integer(), { maxLength: 12 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(calls, async (asked) => {
      const sizes: number[] = [];
      const write = grouped(async (items: readonly number[]): Promise<Result<readonly string[]>> => {
        sizes.push(items.length);
        await turn();
        return succeed(items.map((item) => `<${item}>`));
      }, 10);
      const answers = await Promise.all(asked.map((items) => write(items)));
      expect(answers).toEqual(asked.map((items) => succeed(items.map((item) => `<${item}>`))));
      expect(sizes.every((size) => size <= Math.max(10, ...asked.map((items) => items.length)))).toBe(true);
    }),
    { seed: 3, numRuns: 100 },
  );
});

test("one caller's trouble is not another's", async () => {
  const write = grouped(async (items: readonly number[]): Promise<Result<readonly number[]>> => {
    await turn();
    return items.includes(13) ? broken : succeed(items);
  }, 100);
  const answers = await Promise.all([1, 2, 13, 4].map((item) => write([item])));
  expect(answers).toEqual([succeed([1]), succeed([2]), broken, succeed([4])]);
});
