import type { Currency, Money } from '../money.ts';
import type { Language } from '../text.ts';
import { decimalsWithSign, formatNumber, significant, trimZeros } from './number.ts';

type Scale = { readonly from: number; readonly by: number; readonly word: string };
/** What is printed of an amount of money; its price year stands elsewhere. */
type Amount = Omit<Money, 'priceYear'> & Partial<Pick<Money, 'priceYear'>>;
type PrintedRange = { readonly value: string; readonly interval: string | null };

const scales = {
  ko: [
    { from: 1e12, by: 1e12, word: '조' },
    { from: 1e8, by: 1e8, word: '억' },
    { from: 1e5, by: 1e4, word: '만' }, // below 100,000 whole won are shorter
    { from: 0, by: 1, word: '' },
  ],
  en: [
    { from: 1e12, by: 1e12, word: 'tn' },
    { from: 1e9, by: 1e9, word: 'bn' },
    { from: 1e6, by: 1e6, word: 'm' },
    { from: 0, by: 1, word: '' },
  ],
} as const satisfies Readonly<Record<Language, readonly Scale[]>>;

const koreanNames = {
  KRW: '원',
  USD: '달러',
  EUR: '유로',
  GBP: '파운드',
  JPY: '엔',
} as const satisfies Readonly<Record<Currency, string>>;

const minorDigits = { KRW: 0, JPY: 0, USD: 2, EUR: 2, GBP: 2 } as const satisfies Readonly<
  Record<Currency, number>
>;

const plainScale: Scale = { from: 0, by: 1, word: '' };
const scaleOf = (amount: number, language: Language): Scale =>
  scales[language].find(({ from }) => Math.abs(amount) >= from) ?? plainScale;

function wrap(digits: string, scale: Scale, currency: Currency, language: Language): string {
  if (language === 'en') return `${currency} ${digits}${scale.word}`;
  return `${digits}${scale.word}${scale.word === '' && currency === 'KRW' ? '' : ' '}${koreanNames[currency]}`;
}

/** Three significant digits: 32억 원, KRW 3.2bn. The price year stands in the header, not beside each amount. */
export function formatMoney({ amount, currency }: Amount, language: Language): string {
  const rounded = significant(amount, 3); // before the scale is chosen: 99,999,999 is 1억
  const scale = scaleOf(rounded, language);
  const decimals =
    scale.by === 1 && Math.abs(rounded) >= 100 ? 0 : scale.by === 1 ? minorDigits[currency] : 2;
  return wrap(trimZeros(formatNumber(rounded / scale.by, decimals)), scale, currency, language);
}

/** To the won, as ledgers and print show it. */
export const formatMoneyExact = ({ amount, currency }: Amount, language: Language): string =>
  wrap(formatNumber(amount, minorDigits[currency]), plainScale, currency, language);

type Range = { readonly value: number; readonly low: number | null; readonly high: number | null };

/**
 * One scale for the value and both ends, and three significant digits of the largest of them, so that they can be
 * compared: 118만 원 and (−40, 310). More decimals only where the sign of an end would be lost.
 */
export function formatMoneyRange(range: Range, currency: Currency, language: Language): PrintedRange {
  const { value, low, high } = range;
  if (low === null || high === null) {
    return { value: formatMoney({ amount: value, currency, priceYear: 2000 }, language), interval: null };
  }
  const largest = significant(Math.max(Math.abs(value), Math.abs(low), Math.abs(high)), 3);
  const scale = scaleOf(largest, language);
  const order = largest === 0 ? 0 : Number((largest / scale.by).toExponential().split('e')[1]);
  const decimals =
    scale.by === 1 ? 0 : decimalsWithSign(low / scale.by, high / scale.by, Math.max(0, 2 - order));
  const step = Number(`1e${Math.max(0, order - 2)}`); // whole won are rounded too: 255,000, not 255,152
  const print = (amount: number): string =>
    formatNumber(Math.round(amount / scale.by / step) * step, decimals);
  const exact = (amount: number): string => formatNumber(amount / scale.by, decimals);
  const show = step === 1 ? exact : print;
  return { value: wrap(show(value), scale, currency, language), interval: `${show(low)}, ${show(high)}` };
}

/** "만 원", "KRW m": the unit of an axis whose ticks are `amount / by`. */
export function moneyAxis(
  largest: number,
  currency: Currency,
  language: Language,
): { readonly by: number; readonly unit: string } {
  const scale = scaleOf(largest, language);
  const unit =
    language === 'ko'
      ? `${scale.word}${scale.word === '' ? '' : ' '}${koreanNames[currency]}`
      : `${currency}${scale.word === '' ? '' : ` ${scale.word}`}`;
  return { by: scale.by, unit };
}
