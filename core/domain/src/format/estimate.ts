import type { Estimate, EstimateUnit } from '../estimate.ts';
import type { Currency } from '../money.ts';
import type { Language } from '../text.ts';
import { formatMoneyRange } from './money.ts';
import { decimalsFor, decimalsWithSign, formatNumber } from './number.ts';

/** What the interval is: of a sample's estimate, or of a model's draws. */
export type IntervalKind = 'confidence' | 'uncertainty';

type Bounds = { readonly value: number; readonly low: number | null; readonly high: number | null };

/** A value and its interval as printed, apart, because a page sets them in two sizes. */
export type PrintedInterval = { readonly value: string; readonly interval: string | null };

/** The same digits for the value and both ends; `signed` quantities are written (low, high), others low–high. */
export function formatInterval(
  bounds: Bounds,
  signed = false,
  plainDecimals = 3,
  mostDecimals = 3,
): PrintedInterval {
  const { value, low, high } = bounds;
  if (low === null || high === null) return { value: formatNumber(value, plainDecimals), interval: null };
  const crossing = signed || low < 0;
  const plain = decimalsFor((high - low) / 2, mostDecimals);
  const decimals = crossing ? decimalsWithSign(low, high, plain) : plain;
  return {
    value: formatNumber(value, decimals),
    interval: joinEnds(formatNumber(low, decimals), formatNumber(high, decimals), crossing),
  };
}

/** An en dash between the ends reads as a minus sign where the quantity can be negative. */
export const joinEnds = (low: string, high: string, signed: boolean): string =>
  signed ? `${low}, ${high}` : `${low}–${high}`;

const signedUnits: ReadonlySet<EstimateUnit> = new Set(['logit', 'KRW', 'QALY', 'KRW per QALY']);

const plainDecimalsOf = {
  probability: 3,
  auc: 3,
  ratio: 2,
  logit: 3,
  count: 0,
  days: 1,
  KRW: 0,
  QALY: 3,
  'KRW per QALY': 0,
  score: 1,
} as const satisfies Readonly<Record<EstimateUnit, number>>;

const unitWords = {
  probability: { ko: '', en: '' },
  auc: { ko: '', en: '' },
  ratio: { ko: '', en: '' },
  logit: { ko: '로짓', en: 'logits' },
  count: { ko: '', en: '' },
  days: { ko: '일', en: 'days' },
  KRW: { ko: '', en: '' }, // said by the money itself
  QALY: { ko: 'QALY', en: 'QALY' },
  'KRW per QALY': { ko: '/QALY', en: '/QALY' },
  score: { ko: '', en: '' }, // every score has its own points
} as const satisfies Readonly<Record<EstimateUnit, Readonly<Record<Language, string>>>>;

/** The unit as it stands after a value, empty where the quantity has none. */
export const unitWord = (unit: EstimateUnit, language: Language): string => unitWords[unit][language];

const intervalWords = {
  confidence: { ko: '신뢰구간', en: 'CI' },
  uncertainty: { ko: '불확실성 구간', en: 'UI' },
} as const satisfies Readonly<Record<IntervalKind, Readonly<Record<Language, string>>>>;

/** "95% 신뢰구간", "95% CI". */
export const levelWords = (level: number, language: Language, kind: IntervalKind = 'confidence'): string =>
  `${formatLevel(level)} ${intervalWords[kind][language]}`;

export const formatLevel = (level: number): string => `${Number((level * 100).toPrecision(4))}%`;

/** Value (with its unit) and interval of an estimate, apart. */
export function printEstimate(
  estimate: Pick<Estimate, 'value' | 'low' | 'high' | 'unit'>,
  language: Language,
  currency: Currency = 'KRW',
): PrintedInterval {
  const { unit } = estimate;
  if (unit === 'KRW' || unit === 'KRW per QALY') {
    const { value, interval } = formatMoneyRange(estimate, currency, language);
    return { value: value + unitWords[unit][language], interval };
  }
  if (unit === 'count' && estimate.low === null) {
    return { value: formatNumber(estimate.value, 0), interval: null };
  }
  if (unit === 'probability' && estimate.low === null) {
    return { value: plainProbability(estimate.value), interval: null };
  }
  // what one person gains is often less than a thousandth of a QALY, and a rare event is no round number of thousandths
  const isSmall = unit === 'QALY' || (unit === 'probability' && Math.abs(estimate.value) < 0.01);
  const most = isSmall ? 6 : 3;
  const { value, interval } = formatInterval(estimate, signedUnits.has(unit), plainDecimalsOf[unit], most);
  const word = unitWords[unit][language];
  const gap = word === '' || (language === 'ko' && unit !== 'QALY' && unit !== 'logit') ? '' : ' ';
  return { value: value + gap + word, interval };
}

/** Without an interval that would show it, a small probability must not be printed as none, nor a large one as certain. */
function plainProbability(p: number): string {
  if (p > 0 && p < 0.001) return '<0.001';
  return p < 1 && p > 0.999 ? '>0.999' : formatNumber(p, plainDecimalsOf.probability);
}

/** "0.842 (95% 신뢰구간 0.815–0.869)"; the value alone where the method gives no interval. */
export function formatEstimate(
  estimate: Pick<Estimate, 'value' | 'low' | 'high' | 'unit' | 'level'>,
  language: Language,
  kind: IntervalKind = 'confidence',
): string {
  const { value, interval } = printEstimate(estimate, language);
  return interval === null ? value : `${value} (${levelWords(estimate.level, language, kind)} ${interval})`;
}
