import { addDays, daysBetween } from '@daero/pathway/calendar/day-number';
import type { IsoDate } from '@daero/domain/time';
import { totalOf } from '../money/journal.ts';
import { won, type Won } from '../money/won.ts';
import { periodOf, type ProjectState } from '../project/state.ts';
import { warningRule, type WarningRule } from './warning.ts';

export type SpendingOutlook = {
  readonly year: number;
  readonly budget: Won;
  readonly spent: Won;
  /** An even pace over the year. */
  readonly planned: number;
  readonly forecast: number;
  readonly standing: 'on-plan' | 'behind' | 'ahead';
};

/** The grant of a year against an even pace: behind means that money would have to go back, ahead that it runs out. */
export function spendingOutlook(
  state: ProjectState,
  year: number,
  asOf: IsoDate,
  rule: WarningRule = warningRule,
): SpendingOutlook | null {
  const span = periodOf(state, year);
  if (span === null || asOf < span.fromOn) return null;
  const ofYear = (one: { readonly year: number; readonly funding: string }): boolean =>
    one.year === year && one.funding === 'grant';
  const budget = totalOf(state.balances, 'budget', ofYear);
  const whole = daysBetween(span.fromOn, span.toOn) + 1;
  const gone = Math.min(whole, daysBetween(span.fromOn, asOf) + 1);
  const days = Math.min(rule.windowDays, gone);
  const since = (from: IsoDate): Won =>
    won(
      state.journal
        .filter(({ on }) => on > from && on <= asOf)
        .flatMap(({ legs }) => legs)
        .reduce(
          (sum, { account, amount }) => sum + (account.of === 'cost' && ofYear(account) ? amount : 0),
          0,
        ),
    );
  const spent = since(addDays(span.fromOn, -1));
  const forecast = spent + (since(addDays(asOf, -days)) / days) * (whole - gone);
  return {
    year,
    budget,
    spent,
    planned: (budget * gone) / whole,
    forecast,
    standing:
      forecast < rule.shareLeast * budget
        ? 'behind'
        : whole > gone && forecast > budget / rule.shareLeast
          ? 'ahead'
          : 'on-plan',
  };
}
