import { formatLevel, levelWords, printEstimate } from '@daero/domain/format/estimate';
import { formatMoneyExact } from '@daero/domain/format/money';
import { formatCount } from '@daero/domain/format/number';
import type { Language } from '@daero/domain/text';
import { shortNode, type Dossier, type LiveNumber } from '../dossier.ts';
import { say } from '../words.ts';
import { html, type Html } from './html.ts';

/** Numbers by id; a claim or table that names an unknown one is a broken promise of our own code. */
export function numberOf({ numbers }: Dossier, id: string): LiveNumber {
  const found = numbers.find((number) => number.id === id);
  if (found === undefined) throw new Error(`the dossier holds no number ${id}`);
  return found;
}

/** Where a number has its row: anchors must not depend on what ids may contain. */
export const anchorOf = (id: string): string => `n-${id.replace(/[^A-Za-z0-9_-]/g, '_')}`;

/** A number in running text: dotted underline, its lineage one click away. */
export function liveNumber(number: LiveNumber, shown: string | null, language: Language): Html {
  const glyph =
    number.state === 'estimate' || number.state === 'observed'
      ? null
      : html`<span class="glyph" aria-hidden="true">${glyphOf(number, language)}</span>`;
  const content =
    shown === null
      ? html`—
          <span class="why">${say(number.content.kind === 'failed' ? 'failed' : 'withheld', language)}</span>`
      : html`${shown}`;
  return html`${glyph}<a
      class="live ${number.state}"
      href="#${anchorOf(number.id)}"
      data-node="${number.node}"
      data-estimate="${number.id}"
      title="${describe(number, language)}"
      >${content}</a
    >`;
}

export const glyphOf = ({ state }: LiveNumber, language: Language): string =>
  say(`state.${state}`, language).split(' ')[0] ?? '';

/** The number as a sentence: what it is, its state, n, method, node. */
function describe(number: LiveNumber, language: Language): string {
  const facts = [number.label[language], say(`state.${number.state}`, language)];
  if (number.content.kind === 'shown') {
    const { estimate } = number.content;
    facts.push(`n ${formatCount(estimate.n)}`, estimate.method[language]);
    if (estimate.unit === 'KRW') {
      facts.push(formatMoneyExact({ amount: estimate.value, currency: 'KRW', priceYear: 2000 }, language));
    }
  } else facts.push(why(number, language));
  return [...facts, shortNode(number.node)].join(' · ');
}

export function why({ content }: LiveNumber, language: Language): string {
  if (content.kind === 'withheld') return say('withheld.why', language, { n: content.smallestCell });
  return content.kind === 'failed' ? content.why[language] : '';
}

/** Value and interval as they stand in a table. */
export function printed(
  number: LiveNumber,
  language: Language,
): { readonly value: string; readonly prices: string; readonly interval: string; readonly level: string } {
  if (number.content.kind !== 'shown') return { value: '—', prices: '', interval: '—', level: '' };
  const { estimate, interval: kind, priceYear } = number.content;
  const { value, interval } = printEstimate(estimate, language);
  return {
    value,
    prices: priceYear === null ? '' : say('prices', language, { year: priceYear }),
    interval: interval ?? say('noInterval', language),
    level: interval === null ? '' : levelWords(estimate.level, language, kind),
  };
}

/** The level that all share, for the head of a column; null where they differ. */
export function sharedLevel(numbers: readonly LiveNumber[]): string | null {
  const levels = new Set(
    numbers.flatMap(({ content }) =>
      content.kind === 'shown' && content.estimate.low !== null ? [content.estimate.level] : [],
    ),
  );
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? formatLevel(level) : null;
}
