import { formatCount } from '@daero/domain/format/number';
import {
  categories,
  categoryWords,
  fundingWords,
  type Category,
  type Funding,
} from '@daero/programme/money/category';
import { leftOf } from '@daero/programme/money/ledger';
import type { ProjectState } from '@daero/programme/project/state';
import { field, option, type Option } from './acts.ts';
import { inWon, joined, partyName, plain } from './naming.ts';
import { leftWord } from './words.ts';

/** What acts on money choose from: open years, budgets with something left, spendings that stand. */
export const amount = field('amount', 'amount', 'won');
export const openYears = ({ agreement, settled }: ProjectState): readonly number[] =>
  agreement.periods.map(({ year }) => year).filter((year) => !settled.some((one) => one.year === year));
export const yearOptions = (years: readonly number[]): readonly Option[] =>
  years.map((year) => option(year, plain(String(year))));
export const nextName = (prefix: string, length: number): string => `${prefix}-${length + 1}`;

type Place = {
  readonly year: number;
  readonly party: string;
  readonly category: Category;
  readonly funding: Funding;
};

/** Every budget of these members that has something left. */
export function placesWithBudget(
  state: ProjectState,
  parties: readonly string[],
  of: readonly Funding[],
): readonly { readonly place: Place; readonly option: (value: unknown) => Option }[] {
  const { members } = state.agreement.consortium;
  return openYears(state).flatMap((year) =>
    parties.flatMap((party) =>
      categories.flatMap((category) =>
        of.flatMap((funding) => {
          const place = { year, party, category, funding };
          const left = leftOf(state, place);
          if (left <= 0) return [];
          const name = joined(
            joined(plain(String(year)), partyName(members, party)),
            joined(joined(categoryWords[category], fundingWords[funding]), leftWord(formatCount(left))),
          );
          return [{ place, option: (value: unknown) => option(value, name) }];
        }),
      ),
    ),
  );
}

export const spendingOption = ({
  spending,
  on,
  category,
  amount: spent,
}: ProjectState['spendings'][number]): Option =>
  option(spending, {
    ko: `${on} ${categoryWords[category].ko} ${inWon(spent).ko} (${spending})`,
    en: `${on} ${categoryWords[category].en} ${inWon(spent).en} (${spending})`,
  });
