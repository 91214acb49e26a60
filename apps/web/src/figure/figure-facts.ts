import type { Estimate, EstimateUnit } from '@daero/domain/estimate';
import {
  formatEstimate,
  levelWords,
  printEstimate,
  type PrintedInterval,
} from '@daero/domain/format/estimate';
import { formatCount } from '@daero/domain/format/number';
import { formatDuration, formatSuppressed, type DayType } from '@daero/domain/format/duration';
import type { Language, Text } from '@daero/domain/text';
import { sayIn } from '../i18n.ts';
import type { WordKey } from '../words.ts';
import type { GlyphName } from './glyph.tsx';

export const figureStates = [
  'law',
  'typical',
  'forecast',
  'assumption',
  'estimate',
  'demonstration',
  'observed',
] as const;
export type FigureState = (typeof figureStates)[number];

/** Whether the value can be shown, and if not, why. Each has words of its own; none is ever a zero or a blank. */
export type Condition =
  | { readonly is: 'ready' }
  | { readonly is: 'computing' }
  | { readonly is: 'stale'; readonly days: number | null; readonly cause: Text }
  | { readonly is: 'suppressed'; readonly smallestCell: number }
  | { readonly is: 'withheld'; readonly reason: Text }
  | { readonly is: 'failed'; readonly reason: Text }
  | { readonly is: 'no-access'; readonly grantor: Text };
export type ConditionName = Condition['is'];

/** Everything a figure says of itself: value, unit, interval, n, source, state, time. */
export type FigureFacts = {
  readonly label: Text;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly unit: EstimateUnit;
  readonly n: number | null;
  readonly state: FigureState;
  readonly condition: Condition;
  /** The hash under which the value is stored; null only where nothing is stored yet. */
  readonly node: string | null;
  /** Of a span of days: law counts them in different ways, and often does not say which. */
  readonly dayType?: DayType;
  readonly intervalKind?: 'confidence' | 'uncertainty';
  readonly definition?: Text;
  readonly sites?: number;
  readonly snapshot?: string;
  readonly method?: Text;
  readonly source?: string;
  readonly codeVersion?: string;
  readonly at?: string;
  readonly parts?: Estimate['parts'];
  readonly warnings?: readonly Text[];
};

/** Short enough to read, long enough to find again. */
export const shortHash = (hash: string): string => hash.slice(0, 8);

export const shows = (facts: FigureFacts): boolean =>
  facts.value !== null && ['ready', 'stale', 'computing'].includes(facts.condition.is);

export function printFigure(facts: FigureFacts, language: Language): PrintedInterval | null {
  const { value, low, high, unit } = facts;
  if (value === null || !shows(facts)) return null;
  const printed = printEstimate({ value, low, high, unit }, language);
  return unit === 'days' && facts.dayType !== undefined
    ? { value: formatDuration(value, facts.dayType, language), interval: printed.interval }
    : printed;
}

/** Value and interval in one run, as text and documents print them. */
export function printWhole(facts: FigureFacts, language: Language): string {
  const { value, low, high, unit, level } = facts;
  if (value === null || !shows(facts)) return conditionWords(facts.condition, language) ?? '—';
  return formatEstimate({ value, low, high, unit, level }, language, facts.intervalKind ?? 'confidence');
}

export const stateGlyph = (state: FigureState): GlyphName => state;
export const stateKey = (state: FigureState): WordKey => `state.${state}`;

export const stateRole = {
  law: 'role-ink',
  typical: 'role-quiet',
  forecast: 'role-forecast',
  assumption: 'role-assumption',
  estimate: 'role-ink',
  demonstration: 'role-demonstration',
  observed: 'role-ink',
} as const satisfies Readonly<Record<FigureState, string>>;

export const conditionGlyph = {
  ready: null,
  computing: 'computing',
  stale: 'stale',
  suppressed: 'suppressed',
  withheld: 'withheld',
  failed: 'failed',
  'no-access': 'no-access',
} as const satisfies Readonly<Record<ConditionName, GlyphName | null>>;

export const conditionRole = {
  ready: 'role-ink',
  computing: 'role-accent',
  stale: 'role-warn',
  suppressed: 'role-quiet',
  withheld: 'role-quiet',
  failed: 'role-bad',
  'no-access': 'role-quiet',
} as const satisfies Readonly<Record<ConditionName, string>>;

/** The condition in a few words; null where there is nothing to say. */
export function conditionWords(condition: Condition, language: Language): string | null {
  switch (condition.is) {
    case 'ready':
      return null;
    case 'suppressed':
      return formatSuppressed(condition.smallestCell, language);
    case 'stale':
      return condition.days === null
        ? sayIn(language, 'condition.outdated')
        : sayIn(language, 'condition.stale', { days: condition.days });
    default:
      return sayIn(language, `condition.${condition.is}`);
  }
}

/** Why, in a sentence, for the popover. */
export function conditionReason(condition: Condition, language: Language): string | null {
  switch (condition.is) {
    case 'stale':
      return condition.cause[language];
    case 'withheld':
    case 'failed':
      return condition.reason[language];
    case 'no-access':
      return condition.grantor[language];
    default:
      return null;
  }
}

/** The figure as one spoken sentence: its accessible name. */
export function spokenFigure(facts: FigureFacts, language: Language): string {
  const printed = printFigure(facts, language);
  const label = facts.label[language];
  const condition = conditionWords(facts.condition, language);
  const state = sayIn(language, stateKey(facts.state));
  if (printed === null) return [label, condition ?? sayIn(language, 'figure.none'), state].join(', ');
  const [low, high] = printed.interval === null ? [] : printed.interval.split(/–|, /);
  const interval =
    low === undefined || high === undefined
      ? null
      : sayIn(language, 'figure.spokenInterval', {
          level: levelWords(facts.level, language, facts.intervalKind ?? 'confidence'),
          low,
          high,
        });
  const n = facts.n === null ? null : sayIn(language, 'figure.spokenN', { n: formatCount(facts.n) });
  return [sayIn(language, 'figure.spoken', { label, value: printed.value }), interval, state, n, condition]
    .filter((part) => part !== null)
    .join(', ');
}

/** What `c` puts on the clipboard. */
export const citation = (facts: FigureFacts, language: Language): string =>
  sayIn(language, 'figure.cite', {
    label: facts.label[language],
    printed: printWhole(facts, language),
    state: sayIn(language, stateKey(facts.state)),
    n: facts.n === null ? '—' : formatCount(facts.n),
    node: facts.node ?? '—',
  });
