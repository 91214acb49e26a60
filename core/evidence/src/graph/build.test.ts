import { fail, succeed, unwrap, type Result } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwatched, type BuildStep, type Watcher } from '../ports.ts';
import { buildGraph, type BuiltNode, type Executors } from './build.ts';
import { everyKind, hashed, memoryStore, node } from './chain.test-fixture.ts';
import type { HashedNode } from './node.ts';

/** `a` and `b` below, `ab` on both, `top` on it, `alone` beside. */
const chain = (a = 1): readonly HashedNode[] =>
  hashed([
    node('a', [], { recipe: { a } }),
    node('b'),
    node('ab', ['a', 'b']),
    node('top', ['ab']),
    node('alone', ['b']),
  ]);

/** Makes of a node its id and what its inputs made; says which were made. */
function recording(unable: ReadonlySet<string> = new Set()): { made: string[]; run: Executors } {
  const made: string[] = [];
  const run = everyKind((one, inputs): Promise<Result<unknown>> => {
    if (unable.has(one.id)) return Promise.resolve(fail({ kind: 'source-empty', file: one.id }));
    made.push(one.id);
    return Promise.resolve(succeed({ recipe: one.recipe, of: inputs }));
  });
  return { made, run };
}

const states = (built: readonly BuiltNode[]): Record<string, string> =>
  Object.fromEntries(built.map((one) => [one.node.id, one.state.at]));

test('an output is made from the outputs of its inputs, in their order, and stored as canonical JSON', async () => {
  const store = memoryStore();
  const nodes = chain();
  unwrap(await buildGraph(nodes, recording().run, store, unwatched));
  const ab = nodes.find(({ id }) => id === 'ab');
  expect(store.held.get(ab?.hash ?? '')).toBe(
    '{"of":[{"of":[],"recipe":{"a":1}},{"of":[],"recipe":{"of":"b"}}],"recipe":{"of":"ab"}}',
  );
});

describe('only what is missing is computed', () => {
  test('nothing the second time', async () => {
    const store = memoryStore();
    unwrap(await buildGraph(chain(), recording().run, store, unwatched));
    const second = recording();
    const built = unwrap(await buildGraph(chain(), second.run, store, unwatched));
    expect(second.made).toEqual([]);
    expect(new Set(Object.values(states(built)))).toEqual(new Set(['fresh']));
  });

  test('what changed and what hangs on it, when one recipe changed', async () => {
    const store = memoryStore();
    unwrap(await buildGraph(chain(1), recording().run, store, unwatched));
    const { made, run } = recording();
    unwrap(await buildGraph(chain(2), run, store, unwatched));
    expect(made).toEqual(['a', 'ab', 'top']);
  });

  test('nothing again when it changes back', async () => {
    const store = memoryStore();
    for (const a of [1, 2]) unwrap(await buildGraph(chain(a), recording().run, store, unwatched));
    const { made, run } = recording();
    unwrap(await buildGraph(chain(1), run, store, unwatched));
    expect(made).toEqual([]);
  });
});

test('a failed node stops what hangs on it and nothing else, keeps no output, and is tried again', async () => {
  const store = memoryStore();
  const built = unwrap(await buildGraph(chain(), recording(new Set(['a'])).run, store, unwatched));
  expect(states(built)).toEqual({
    a: 'failed',
    b: 'computed',
    ab: 'blocked',
    top: 'blocked',
    alone: 'computed',
  });
  expect(built.find((one) => one.node.id === 'a')?.state).toEqual({
    at: 'failed',
    fault: { kind: 'source-empty', file: 'a' },
  });
  expect(built.find((one) => one.node.id === 'top')?.state).toEqual({ at: 'blocked', by: 'ab' });
  expect(store.held.size).toBe(2);
  const { made, run } = recording();
  unwrap(await buildGraph(chain(), run, store, unwatched));
  expect(made).toEqual(['a', 'ab', 'top']);
});

test('what only came from a failed node is stopped too, also where its output lies there from before', async () => {
  const nodes = hashed([node('check'), node('rows', [], { origins: ['check'] }), node('sum', ['rows'])]);
  const store = memoryStore();
  unwrap(await buildGraph(nodes, recording().run, store, unwatched));
  const check = nodes.find(({ id }) => id === 'check');
  const without = memoryStore();
  for (const [hash, text] of store.held) if (hash !== check?.hash) await without.write(hash, text);
  const built = unwrap(await buildGraph(nodes, recording(new Set(['check'])).run, without, unwatched));
  expect(states(built)).toEqual({ check: 'failed', rows: 'blocked', sum: 'blocked' });
});

describe('cancelled between two nodes', () => {
  const cancelAfter = (steps: number): Watcher => {
    let done = 0;
    return {
      step: ({ state }) => (done += state === 'computed' ? 1 : 0),
      cancelled: () => done >= steps,
    };
  };

  test('finished outputs are kept and the next build goes on from there', async () => {
    const whole = memoryStore();
    unwrap(await buildGraph(chain(), recording().run, whole, unwatched));
    for (let steps = 0; steps < 5; steps += 1) {
      const store = memoryStore();
      const first = recording();
      const stopped = await buildGraph(chain(), first.run, store, cancelAfter(steps));
      expect(stopped).toEqual({ ok: false, fault: { kind: 'build-cancelled' } });
      expect(store.held.size).toBe(steps);
      const second = recording();
      unwrap(await buildGraph(chain(), second.run, store, unwatched));
      expect([...first.made, ...second.made].sort()).toEqual(['a', 'ab', 'alone', 'b', 'top']);
      expect(store.held).toEqual(whole.held);
    }
  });
});

test('a watcher is told of every node, how many are done, and of the start only where there is work', async () => {
  const store = memoryStore();
  const told: BuildStep[] = [];
  const watcher: Watcher = { step: (step) => told.push(step), cancelled: () => false };
  unwrap(await buildGraph(chain(), recording().run, store, watcher));
  expect(told.filter(({ state }) => state === 'computed').map(({ done }) => done)).toEqual([1, 2, 3, 4, 5]);
  expect(told.filter(({ state }) => state === 'started').length).toBe(5);
  told.length = 0;
  unwrap(await buildGraph(chain(), recording().run, store, watcher));
  expect(told.map(({ state }) => state)).toEqual(['fresh', 'fresh', 'fresh', 'fresh', 'fresh']);
});

test('a law: whatever fails, whatever was there before, the same hash holds the same output', async () => {
  const whole = memoryStore();
  unwrap(await buildGraph(chain(), recording().run, whole, unwatched));
  const someIds = fc.subarray(['a', 'b', 'ab', 'top', 'alone']);
  await fc.assert(
    fc.asyncProperty(someIds, someIds, async (unable, lost) => {
      const store = memoryStore();
      const kept = chain().filter(({ id }) => !lost.includes(id));
      for (const { hash } of kept) await store.write(hash, whole.held.get(hash) ?? '');
      unwrap(await buildGraph(chain(), recording(new Set(unable)).run, store, unwatched));
      for (const [hash, text] of store.held) expect(text).toBe(whole.held.get(hash));
      unwrap(await buildGraph(chain(), recording().run, store, unwatched));
      expect(store.held.size).toBe(5);
    }),
  );
});
