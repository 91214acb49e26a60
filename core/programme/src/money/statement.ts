import type { ProjectState } from '../project/state.ts';
import { categories, fundings, type Category, type Funding } from './category.ts';
import { balanceOf, totalOf } from './journal.ts';
import { minus, negated, shareOf, sumWon, won, type Won } from './won.ts';

/** One row of a settlement: a category by whose money it was. */
export type StatementRow = {
  readonly category: Category;
  readonly funding: Funding;
  readonly agreed: Won;
  readonly planned: Won; // after transfers and what was carried over
  readonly spent: Won; // as it stands, without what was reversed or disallowed
  readonly disallowed: Won;
  readonly left: Won;
};

/** What a year of a project came to. */
export type Statement = {
  readonly year: number;
  readonly rows: readonly StatementRow[];
  readonly grant: {
    readonly agreed: Won;
    readonly paid: Won;
    readonly spent: Won;
    readonly returned: Won;
    readonly claimed: Won;
    readonly inHand: Won;
  };
  readonly interest: { readonly credited: Won; readonly returned: Won; readonly inHand: Won };
  /** Met when what was given, as it stands, is at least what was agreed; otherwise it says how much is short. */
  readonly ownShare: {
    readonly agreed: Won;
    readonly given: Won;
    readonly short: Won;
    readonly met: boolean;
    /** In parts of ten thousand of all that was spent. */
    readonly share: number;
  };
};

export function statementOf(state: ProjectState, year: number): Statement {
  const { balances, agreement, spendings } = state;
  const lines = agreement.lines.filter((line) => line.year === year);
  const rows = categories.flatMap((category) =>
    fundings.map((funding): StatementRow => {
      const here = (one: { readonly year: number; readonly category: Category; readonly funding: Funding }) =>
        one.year === year && one.category === category && one.funding === funding;
      const planned = totalOf(balances, 'budget', here);
      const spent = totalOf(balances, 'cost', here);
      return {
        category,
        funding,
        agreed: sumWon(
          lines.filter((line) => line.category === category).map((line) => ofFunding(line, funding)),
        ),
        planned,
        spent,
        disallowed: sumWon(spendings.filter(here).map(({ disallowed }) => disallowed)),
        left: minus(planned, spent),
      };
    }),
  );
  const ofYear = (one: { readonly year: number }): boolean => one.year === year;
  const spentOn = (funding: Funding): Won => sumWon(rows.filter((row) => row.funding === funding).map(({ spent }) => spent)); // prettier-ignore
  const agreedOwn = negated(totalOf(balances, 'agreed', (one) => ofYear(one) && one.funding !== 'grant'));
  const given = sumWon([spentOn('own-cash'), spentOn('own-kind')]);
  const all = sumWon([given, spentOn('grant')]);
  return {
    year,
    rows: rows.filter(({ agreed, planned, spent, disallowed }) => agreed + planned + spent + disallowed > 0),
    grant: {
      agreed: negated(totalOf(balances, 'agreed', (one) => ofYear(one) && one.funding === 'grant')),
      paid: negated(totalOf(balances, 'funded', (one) => ofYear(one) && one.funding === 'grant')),
      spent: spentOn('grant'),
      returned: balanceOf(balances, { of: 'returned', year, what: 'grant' }),
      claimed: totalOf(balances, 'claim', (one) => ofYear(one) && one.funding === 'grant'),
      inHand: balanceOf(balances, { of: 'cash', year, funding: 'grant' }),
    },
    interest: {
      credited: negated(totalOf(balances, 'funded', (one) => ofYear(one) && one.funding === 'interest')),
      returned: balanceOf(balances, { of: 'returned', year, what: 'interest' }),
      inHand: balanceOf(balances, { of: 'cash', year, funding: 'interest' }),
    },
    ownShare: {
      agreed: agreedOwn,
      given,
      short: given >= agreedOwn ? won(0) : minus(agreedOwn, given),
      met: given >= agreedOwn,
      share: shareOf(given, all),
    },
  };
}

type Amounts = { readonly grant: Won; readonly ownCash: Won; readonly ownKind: Won };

export function ofFunding({ grant, ownCash, ownKind }: Amounts, funding: Funding): Won {
  return funding === 'grant' ? grant : funding === 'own-cash' ? ownCash : ownKind;
}
