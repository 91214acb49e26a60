import { formatMoneyExact } from '@daero/domain/format/money';
import { formatCount } from '@daero/domain/format/number';
import type { Language } from '@daero/domain/text';
import { speakWarning } from '@daero/domain/words/speak';
import type { LiveNumber } from '../dossier.ts';
import { isDossierWord, say } from '../words.ts';
import { foreign, hash, html, type Html } from './html.ts';
import { anchorOf, liveNumber, printed, sharedLevel, why } from './live-number.ts';
import { table, type BodyCell } from './table.ts';

/** Estimates with all a reviewer needs; `anchored` rows are where links of the text arrive. */
export function estimateTable(
  caption: string,
  numbers: readonly LiveNumber[],
  language: Language,
  anchored = false,
): Html {
  const level = sharedLevel(numbers);
  const sources = sourcesOf(numbers);
  const head = [
    { title: say('quantity', language) },
    { title: say('value', language), align: 'end' },
    {
      title: level === null ? say('interval', language) : say('interval.level', language, { level }),
      align: 'end',
    },
    { title: say('n', language), align: 'end' },
    { title: say('parts', language) },
    { title: say('state', language) },
    { title: say('method', language) },
    { title: say('node', language) },
  ] as const;
  const rows = numbers.map((number) => ({
    ...(anchored ? { id: anchorOf(number.id) } : {}),
    cells: rowOf(number, { language, withLevel: level === null, anchored, sources }),
  }));
  return html`${table(caption, head, rows, 'estimates')}${sourceNotes(numbers, language)}`;
}

/** Distinct publications in the order they appear; a method is marked with its letter. */
const sourcesOf = (numbers: readonly LiveNumber[]): readonly string[] => [
  ...new Set(numbers.flatMap(({ content }) => (content.kind === 'shown' ? [content.estimate.source] : []))),
];

const letter = (at: number): string => String.fromCharCode(97 + (at % 26)).repeat(1 + Math.floor(at / 26));

const sourceNotes = (numbers: readonly LiveNumber[], language: Language): Html =>
  html`<p class="meta sources">
    ${say('published', language)}:
    ${sourcesOf(numbers).map(
      (source, at) =>
        html`${at === 0 ? '' : ' · '}<sup>${letter(at)}</sup> ${foreign(source, 'en', language)}`,
    )}
  </p>`;

type Setting = {
  readonly language: Language;
  readonly withLevel: boolean;
  readonly anchored: boolean;
  readonly sources: readonly string[];
};

function rowOf(number: LiveNumber, { language, withLevel, anchored, sources }: Setting): readonly BodyCell[] {
  const { node } = number;
  const { value, prices, interval, level } = printed(number, language);
  const shown = number.content.kind === 'shown' ? number.content.estimate : null;
  const name = anchored
    ? html`${number.label[language]} <code class="id">${number.id}</code>`
    : html`${number.label[language]}`;
  return [
    { content: name },
    {
      content: html`${anchored ? value : liveNumber(number, shown === null ? null : value, language)}${
        prices === '' ? null : html`<span class="prices">${prices}</span>`
      }${anchored ? exact(number, language) : null}`,
      node,
    },
    {
      content: withLevel && level !== '' ? html`${interval} <span class="meta">(${level})</span>` : interval,
      node,
    },
    { content: shown === null ? '—' : formatCount(shown.n), node },
    { content: shown === null ? null : partsOf(shown.parts, language), node },
    { content: html`<span class="state ${number.state}">${say(`state.${number.state}`, language)}</span>` },
    { content: methodOf(number, sources, language) },
    { content: hash(node) },
  ];
}

/** To the won, once, where every link arrives: tables of the text round to three digits. */
function exact({ content }: LiveNumber, language: Language): Html | null {
  if (content.kind !== 'shown' || !content.estimate.unit.startsWith('KRW')) return null;
  const won = {
    amount: content.estimate.value,
    currency: 'KRW',
    priceYear: content.priceYear ?? 2000,
  } as const;
  return html`<div class="meta">${formatMoneyExact(won, language)}</div>`;
}

const partsOf = (parts: Readonly<Record<string, number>>, language: Language): Html =>
  html`${Object.entries(parts).map(([name, count], at) => {
    const word = `part.${name}`;
    const spoken = isDossierWord(word) ? html`${say(word, language)}` : html`<code class="id">${name}</code>`;
    return html`${at === 0 ? '' : ', '}${spoken} ${formatCount(count)}`;
  })}`;

function methodOf(number: LiveNumber, sources: readonly string[], language: Language): Html {
  const { content, node } = number;
  if (content.kind !== 'shown') return html`<span data-node="${node}">${why(number, language)}</span>`;
  const { method, source, warnings, seed } = content.estimate;
  const noted = warnings.map(
    (warning) => html`<div class="warning" data-node="${node}">! ${speakWarning(warning, language)}</div>`,
  );
  const sown =
    seed === undefined
      ? null
      : html` · ${say('seed', language)} <span data-node="${node}">${String(seed)}</span>`;
  return html`${method[language]}<sup>${letter(sources.indexOf(source))}</sup>${sown} ${noted}`;
}
