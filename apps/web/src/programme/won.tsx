import { formatMoney, formatMoneyExact } from '@daero/domain/format/money';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { Language } from '@daero/domain/text';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';

const won = (amount: number) => ({ amount, currency: 'KRW' }) as const;

export const wonText = (amount: number, language: Language): string => formatMoney(won(amount), language);

/** Three digits to read, to the won where it is pointed at and in print; in ledgers every amount is exact. */
export function Won({ amount }: { readonly amount: number }): ReactElement {
  const { language } = useWords();
  return (
    <span className="won nowrap" title={formatMoneyExact(won(amount), language)}>
      <span className="won-short">{formatMoney(won(amount), language)}</span>
      <span className="won-exact">{formatMoneyExact(won(amount), language)}</span>
    </span>
  );
}

export const exact = (amount: number): string => formatCount(amount);

/** Parts of ten thousand as a percentage. */
export const percent = (share: number, decimals = 1): string => `${formatNumber(share / 100, decimals)}%`;

/** Spent of agreed: both amounts, the share, and a thin bar that only repeats them. */
export function SpentOf({
  spent,
  agreed,
}: {
  readonly spent: number;
  readonly agreed: number;
}): ReactElement {
  const share = agreed === 0 ? 0 : (100 * spent) / agreed;
  return (
    <span className="spent-of">
      <span className="nowrap">
        <Won amount={spent} /> / <Won amount={agreed} />
      </span>{' '}
      <span className="quiet t-dense">{agreed === 0 ? '—' : `${formatNumber(share, 0)}%`}</span>
      <span className="money-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, share)}%` }} />
      </span>
    </span>
  );
}
