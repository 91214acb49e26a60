import { unreachable } from '@daero/domain/unreachable';
import type { Category, Funding } from './category.ts';

/**
 * The accounts of the one journal. Budget and agreed hold what may be spent; cash, cost, funded, claim and
 * returned hold what moved. A positive balance is a debit.
 */
export type Account =
  | {
      readonly of: 'budget';
      readonly year: number;
      readonly party: string;
      readonly category: Category;
      readonly funding: Funding;
    }
  | { readonly of: 'agreed'; readonly year: number; readonly funding: Funding }
  | { readonly of: 'cash'; readonly year: number; readonly funding: CashFunding }
  | {
      readonly of: 'cost';
      readonly year: number;
      readonly party: string;
      readonly category: Category;
      readonly funding: Funding;
    }
  | { readonly of: 'funded'; readonly year: number; readonly by: string; readonly funding: Funded }
  | {
      readonly of: 'claim';
      readonly year: number;
      readonly party: string;
      readonly funding: Exclude<CashFunding, 'interest'>;
    }
  | { readonly of: 'returned'; readonly year: number; readonly what: 'grant' | 'interest' };

export type CashFunding = 'grant' | 'own-cash' | 'interest';
export type Funded = Funding | 'interest';
export type AccountOf<Of extends Account['of']> = Extract<Account, { readonly of: Of }>;

/** One text for one account. Ids hold no slash. */
export function accountKey(account: Account): string {
  switch (account.of) {
    case 'budget':
    case 'cost':
      return [account.of, account.year, account.party, account.category, account.funding].join('/');
    case 'agreed':
    case 'cash':
      return [account.of, account.year, account.funding].join('/');
    case 'funded':
      return [account.of, account.year, account.by, account.funding].join('/');
    case 'claim':
      return [account.of, account.year, account.party, account.funding].join('/');
    case 'returned':
      return [account.of, account.year, account.what].join('/');
    default:
      return unreachable(account);
  }
}

/** Accounts that never stand on the wrong side: nothing is spent that is not there. */
export const neverNegative = ({ of }: Account): boolean => of !== 'agreed' && of !== 'funded';
