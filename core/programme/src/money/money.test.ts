import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToProject } from '../project/fold.ts';
import { projectEventSchema } from '../project/event.ts';
import { agreed, projectAfter, receipt } from '../project/project.test-fixture.ts';
import type { ProjectState } from '../project/state.ts';
import { neverNegative } from './account.ts';
import { fundings } from './category.ts';
import { balancesOf, post, totalOf } from './journal.ts';
import { recognised } from './spend.ts';
import { statementOf } from './statement.ts';
import { negated, partOf, reaches, shareOf, splitWon, sumWon, won } from './won.ts';

const amount = fc.integer({ min: 1, max: 90_000_000 });
const year = fc.constantFrom(2026, 2027);
const places = [
  ['ada', 'personnel'],
  ['hospital-a', 'clinical'],
  ['hospital-b', 'data'],
  ['ada', 'promotion'],
  ['hospital-a', 'data'],
] as const;
const place = fc.constantFrom(...places).map(([party, category]) => ({ party, category }));
const funding = fc.constantFrom('grant', 'own-cash');
const which = fc.nat({ max: 30 });

/** Anything that moves money, sensible or not: the rules must refuse what is not. */
const change = fc.oneof(
  fc.record({ type: fc.constant('grant-paid'), year, amount, milestone: fc.constant(null) }),
  fc.record({ type: fc.constant('own-cash-paid'), party: fc.constant('ada'), year, amount, proof: fc.constant('bank') }),
  fc.record({ type: fc.constant('spent'), place, year, funding, amount }),
  fc.record({ type: fc.constant('own-kind-given'), place, year, amount }),
  fc.record({ type: fc.constant('spending-reversed'), at: which }),
  fc.record({ type: fc.constant('spending-disallowed'), at: which, amount }),
  fc.record({ type: fc.constant('recovered'), party: fc.constantFrom('ada', 'hospital-a'), year, funding, amount }),
  fc.record({ type: fc.constant('interest-credited'), year, amount }),
  fc.record({ type: fc.constant('transfer-asked'), year, funding, from: place, to: place, amount }),
  fc.record({ type: fc.constant('transfer-decided'), at: which, approved: fc.boolean() }),
  fc.record({ type: fc.constant('carried-over'), fromYear: fc.constant(2026), toYear: fc.constant(2027), funding, from: place, amount, cash: amount }),
  fc.record({ type: fc.constant('returned'), year, what: fc.constantFrom('grant', 'interest'), amount }),
  fc.record({ type: fc.constant('year-settled'), year }),
); // prettier-ignore

type Drawn = {
  readonly at?: number;
  readonly type: string;
  readonly place?: { party: string; category: string };
  readonly year?: number;
};

const office = new Set(['grant-paid', 'spending-disallowed', 'recovered', 'transfer-decided', 'carried-over', 'year-settled']); // prettier-ignore

/** A drawn change with the names and papers that its form asks for. */
function completed({ place: at, at: which, ...drawn }: Drawn, n: number, state: ProjectState): object {
  const chosen = state.spendings[(which ?? 0) % Math.max(1, state.spendings.length)]?.spending ?? 'none';
  const asked = state.transfers[(which ?? 0) % Math.max(1, state.transfers.length)]?.transfer ?? 'none';
  const on = drawn.year === 2027 ? '2027-02-01' : '2026-07-01';
  const spending = { spending: `x${n}`, ...at, receipt: receipt(`r${n}`, on), text: 'drawn' };
  const named = { payment: `x${n}`, transfer: `x${n}` };
  switch (drawn.type) {
    case 'grant-paid':
      return { ...drawn, payment: named.payment };
    case 'transfer-asked':
      return { ...drawn, transfer: named.transfer };
    case 'spent':
    case 'own-kind-given':
      return { ...drawn, ...spending };
    case 'spending-reversed':
    case 'spending-disallowed':
      return { ...drawn, spending: chosen };
    case 'transfer-decided':
      return { ...drawn, transfer: asked };
    default:
      return drawn;
  }
}

const start = projectAfter([agreed]);

/** The states that a drawn history goes through: what the rules refuse leaves the state as it was. */
function through(drawn: readonly Drawn[]): readonly ProjectState[] {
  const states = [start];
  for (const [n, one] of drawn.entries()) {
    const before = states.at(-1) ?? start;
    const owner = before.spendings[(one.at ?? 0) % Math.max(1, before.spendings.length)]?.party ?? 'ada';
    const member = one.place?.party ?? (one.type === 'spending-reversed' ? owner : 'ada');
    const by = office.has(one.type) ? 'officer-1' : `${member}-1`;
    const event = projectEventSchema.parse({
      eventId: `e${n}`,
      on: one.type === 'year-settled' ? '2028-02-01' : '2027-06-01',
      by: { personId: by, role: office.has(one.type) ? 'programme-office' : 'administrator' },
      reason: 'drawn',
      source: null,
      change: completed(one, n, before),
    });
    const after = applyToProject(before, event);
    states.push(after.ok ? after.value : before);
  }
  return states;
}

const agreedOf = new Map(fundings.map((one) => [one, negated(totalOf(start.balances, 'agreed', ({ funding: of }) => of === one))])); // prettier-ignore
const history = fc.array(change, { maxLength: 60, size: 'max' });

describe('no won is lost and none is below zero, whatever is tried', () => {
  test('after every event the books hold', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(history, (drawn) => {
        for (const state of through(drawn)) {
          const { balances, spendings, journal } = state;
          for (const { legs } of journal) for (const { account } of legs) met.add(account.of);
          expect(sumWon([...balances.values()].map((one) => one.amount))).toBe(0);
          for (const one of balances.values()) if (neverNegative(one.account)) expect(one.amount).toBeGreaterThanOrEqual(0); // prettier-ignore
          for (const of of fundings) {
            expect(totalOf(balances, 'budget', (one) => one.funding === of)).toBe(agreedOf.get(of));
            for (const place of [2026, 2027])
              expect(
                totalOf(balances, 'cost', (one) => one.funding === of && one.year === place),
              ).toBeLessThanOrEqual(
                totalOf(balances, 'budget', (one) => one.funding === of && one.year === place),
              );
          }
          for (const { grant, interest } of [2026, 2027].map((one) => statementOf(state, one))) {
            expect(grant.spent + grant.returned + grant.claimed + grant.inHand).toBe(grant.paid);
            expect(grant.paid).toBeLessThanOrEqual(grant.agreed);
            expect(interest.credited).toBe(interest.returned + interest.inHand);
          }
          expect(totalOf(balances, 'cost')).toBe(sumWon(spendings.map(recognised)));
        }
      }),
      { numRuns: 150 },
    );
    expect([...met].toSorted()).toEqual(['agreed', 'budget', 'cash', 'claim', 'cost', 'funded', 'returned']); // every kind of account was reached
  });

  test('balances do not depend on the order of entries', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat({ max: 1e9 })), (drawn, keys) => {
        const { journal, balances } = through(drawn).at(-1) ?? start;
        const shuffled = journal
          .map((entry) => ({ entry, key: Number(keys.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(balancesOf(shuffled)).toEqual(new Map(balances));
      }),
      { numRuns: 60 },
    );
  });

  test('a settled year moves no more, and has nothing left in hand', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        const last = through(drawn).at(-1) ?? start;
        for (const { year: settled, statement } of last.settled) {
          expect(statementOf(last, settled)).toEqual(statement);
          expect([statement.grant.inHand, statement.grant.claimed, statement.interest.inHand]).toEqual([0, 0, 0]); // prettier-ignore
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an entry that does not balance is thrown out', () => {
    const cash = { of: 'cash', year: 2026, funding: 'grant' } as const;
    const entry = { eventId: 'e', on: start.agreedOn, legs: [{ account: cash, amount: won(1) }] };
    expect(() => post(new Map(), entry)).toThrow('does not balance');
  });
});

describe('won', () => {
  const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(won);
  test('a split gives every won to somebody, and nobody more than one too many', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        whole,
        weights.filter((all) => all.some((one) => one > 0)),
        (all, parts) => {
          const split = splitWon(all, parts);
          expect(sumWon(split)).toBe(all);
          const sum = parts.reduce((a, b) => a + b, 0);
          for (const [at, part] of split.entries()) {
            const exact = (BigInt(all) * BigInt(parts[at] ?? 0)) / BigInt(sum);
            expect([0n, 1n]).toContain(BigInt(part) - exact);
          }
        },
      ),
    );
    expect(splitWon(won(100), [1, 1, 1])).toEqual([34, 33, 33]);
  });
  test('a part never exceeds its share, and the share of a part is at most what was asked', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 10_000 }), (all, share) => {
        const part = partOf(all, share);
        expect(shareOf(part, all)).toBeLessThanOrEqual(share);
        expect(BigInt(part) * 10_000n <= BigInt(all) * BigInt(share)).toBe(true);
        expect(reaches(all, all, share)).toBe(true);
      }),
    );
  });
  test('half a won and a sum too large throw', () => {
    expect(() => won(0.5)).toThrow('whole');
    expect(() => sumWon([won(Number.MAX_SAFE_INTEGER), won(1)])).toThrow('whole');
  });
});
