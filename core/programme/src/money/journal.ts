import type { IsoDate } from '@daero/domain/time';
import { accountKey, neverNegative, type Account, type AccountOf } from './account.ts';
import { negated, noWon, won, type Won } from './won.ts';

/** One side of an entry: a positive amount is a debit, a negative one a credit. */
export type Leg = { readonly account: Account; readonly amount: Won };
export type Entry = { readonly eventId: string; readonly on: IsoDate; readonly legs: readonly Leg[] };

export type Balance = { readonly account: Account; readonly amount: Won };
export type Balances = ReadonlyMap<string, Balance>;

export const debit = (account: Account, amount: Won): Leg => ({ account, amount });
export const credit = (account: Account, amount: Won): Leg => ({ account, amount: negated(amount) });

/** Budget and money are two ledgers: what leaves one never enters the other. */
const ledger = ({ of }: Account): 'budget' | 'money' =>
  of === 'budget' || of === 'agreed' ? 'budget' : 'money';

/** The balances after one more entry. An entry that does not balance is a broken promise of our own code. */
export function post(balances: Balances, entry: Entry): Balances {
  for (const one of ['budget', 'money'] as const) {
    const sum = entry.legs.reduce(
      (all, { account, amount }) => won(all + (ledger(account) === one ? amount : 0)),
      0,
    );
    if (sum !== 0) throw new Error(`entry ${entry.eventId} does not balance: ${one} ${sum}`);
  }
  const after = new Map(balances);
  for (const { account, amount } of entry.legs) {
    const key = accountKey(account);
    after.set(key, { account, amount: won((after.get(key)?.amount ?? 0) + amount) });
  }
  for (const { account } of entry.legs) {
    const amount = after.get(accountKey(account))?.amount ?? 0;
    if (neverNegative(account) && amount < 0)
      throw new Error(`entry ${entry.eventId} leaves ${accountKey(account)} at ${amount}`);
  }
  return after;
}

export const balanceOf = (balances: Balances, account: Account): Won =>
  balances.get(accountKey(account))?.amount ?? noWon;

/** The sum of all accounts of one kind that fit. */
export function totalOf<Of extends Account['of']>(
  balances: Balances,
  of: Of,
  fits: (account: AccountOf<Of>) => boolean = () => true,
): Won {
  let sum = noWon;
  for (const { account, amount } of balances.values())
    if (isOf(account, of) && fits(account)) sum = won(sum + amount);
  return sum;
}

const isOf = <Of extends Account['of']>(account: Account, of: Of): account is AccountOf<Of> =>
  account.of === of;

/** The balances of entries in any order: sums do not know what came first. */
export function balancesOf(entries: readonly Entry[]): Balances {
  const sums = new Map<string, Balance>();
  for (const { legs } of entries)
    for (const { account, amount } of legs) {
      const key = accountKey(account);
      sums.set(key, { account, amount: won((sums.get(key)?.amount ?? 0) + amount) });
    }
  return sums;
}
