import type { Json } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { instant } from '@daero/domain/time';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changes, lockState, makeLock, readLock, recordDeviations, type Fixed, type Lock } from './lock.ts';

const plan: Json = {
  title: { ko: '계획', en: 'Plan' },
  analyses: [
    { id: 'auc', level: 0.95 },
    { id: 'rate', level: 0.95, exclude: ['x'] },
  ],
};
const fixed: Fixed = { plan, model: { draws: 100 } };
const lockedAt = instant('2026-11-22T05:20:00Z');
const later = instant('2026-11-23T05:20:00Z');
const lock = makeLock(fixed, 'Kim', lockedAt, 'not opened');

/** The plan with one value replaced, found by its path. */
const planAt = (level: number): Fixed => ({
  ...fixed,
  plan: {
    ...plan,
    analyses: [
      { id: 'auc', level },
      { id: 'rate', level: 0.95, exclude: ['x'] },
    ],
  },
});

test('without a lock a plan is unlocked', () =>
  expect(lockState(null, fixed)).toEqual({ state: 'unlocked' }));

test('an unchanged plan has no deviations, however its fields are ordered', () => {
  const reordered: Fixed = { model: { draws: 100 }, plan: JSON.parse(JSON.stringify(plan)) as Json };
  expect(lockState(lock, reordered)).toEqual({
    state: 'locked',
    hash: lock.hash,
    lockedAt,
    by: 'Kim',
    outcomes: 'not opened',
    deviations: [],
  });
});

describe('a changed plan', () => {
  test('shows where, from what and to what; a list item goes by its id', () => {
    expect(lockState(lock, planAt(0.9))).toMatchObject({
      deviations: [{ path: 'plan.analyses.auc.level', from: 0.95, to: 0.9, account: null }],
    });
  });

  test('keeps the reason given for that very change, and asks again for another', () => {
    const account = { reason: 'reviewer asked', by: 'Lee', at: later };
    const recorded = recordDeviations(lock, planAt(0.9), account);
    expect(lockState(recorded, planAt(0.9))).toMatchObject({ deviations: [{ account }] });
    expect(lockState(recorded, planAt(0.8))).toMatchObject({ deviations: [{ to: 0.8, account: null }] });
    expect(lockState(recorded, fixed)).toMatchObject({ deviations: [] });
  });

  test('is recorded once: what has a reason is not written again', () => {
    const once = recordDeviations(lock, planAt(0.9), { reason: 'a', by: 'Lee', at: later });
    expect(recordDeviations(once, planAt(0.9), { reason: 'b', by: 'Lee', at: later })).toEqual(once);
  });

  it.each([
    { name: 'an item added', to: [...list(), { id: 'new' }], path: 'new', from: null, now: { id: 'new' } },
    { name: 'an item removed', to: list().slice(0, 1), path: 'rate', from: list()[1], now: null },
    {
      name: 'a field added',
      to: [{ id: 'auc', level: 0.95, by: 'site' }, list()[1]],
      path: 'auc.by',
      from: null,
      now: 'site',
    },
    { name: 'a field removed', to: [{ id: 'auc' }, list()[1]], path: 'auc.level', from: 0.95, now: null },
    {
      name: 'a kind changed',
      to: [{ id: 'auc', level: '0.95' }, list()[1]],
      path: 'auc.level',
      from: 0.95,
      now: '0.95',
    },
  ])('$name', ({ to, path, from, now }) => {
    expect(changes(list(), to)).toEqual([{ path, from, to: now }]);
  });

  test('an item put in front of others is one change, not all of them', () => {
    expect(changes(list(), [{ id: 'first' }, ...list()])).toEqual([
      { path: 'first', from: null, to: { id: 'first' } },
    ]);
  });
});

function list(): readonly Json[] {
  return [
    { id: 'auc', level: 0.95 },
    { id: 'rate', level: 0.95, exclude: ['x'] },
  ];
}

describe('a lock file', () => {
  const text = (over: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ ...lock, ...over });

  test('is read as it was written', () => {
    const recorded = recordDeviations(lock, planAt(0.9), { reason: 'a', by: 'Lee', at: later });
    expect(unwrap(readLock('plan.lock.json', JSON.stringify(recorded)))).toEqual(recorded);
  });

  it.each([
    { name: 'what was fixed has been changed', file: text({ fixed: planAt(0.9) }) },
    { name: 'the hash is another', file: text({ hash: 'a'.repeat(64) }) },
    { name: 'the hash is none', file: text({ hash: 'x' }) },
    { name: 'a field nobody knows', file: text({ approved: true }) },
    { name: 'the time is none', file: text({ lockedAt: 'yesterday' }) },
    {
      name: 'a deviation without a reason',
      file: text({ deviations: [{ path: 'a', from: 1, to: 2, reason: '', by: 'x', at: later }] }),
    },
    { name: 'not JSON', file: '{' },
    { name: 'empty', file: '' },
    { name: 'a list', file: '[]' },
  ])('is refused where $name', ({ file }) => {
    expect(readLock('plan.lock.json', file)).toEqual({
      ok: false,
      fault: { kind: 'lock-unreadable', file: 'plan.lock.json' },
    });
  });
});

describe('laws', () => {
  const value = fc.jsonValue({ maxDepth: 3 });

  test('nothing differs from itself, whatever it is', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(changes(one, JSON.parse(JSON.stringify(one)))).toEqual([]);
      }),
    );
  });

  test('two records differ at exactly the fields whose values differ', () => {
    const record = fc.dictionary(fc.stringMatching(/^[a-d]$/), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(record, record, (one, other) => {
        const differing = [...'abcd'].filter((name) => one[name] !== other[name]);
        expect(
          changes(one, other)
            .map(({ path }) => path)
            .sort(),
        ).toEqual(differing);
      }),
    );
  });

  test('recording a reason leaves no difference open, and the file can be read again', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const at = (of: unknown): Fixed => ({
          plan: JSON.parse(JSON.stringify({ of })) as Json,
          model: null,
        });
        const locked: Lock = makeLock(at(one), 'Kim', lockedAt, 'already open');
        const now = at(other);
        const recorded = recordDeviations(locked, now, { reason: 'why', by: 'Lee', at: later });
        const state = lockState(recorded, now);
        const open =
          state.state === 'locked' ? state.deviations.filter(({ account }) => account === null) : [];
        expect(open).toEqual([]);
        expect(readLock('f', JSON.stringify(recorded)).ok).toBe(true);
      }),
    );
  });
});
