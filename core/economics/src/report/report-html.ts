import { type Shape } from '@daero/domain/shape';
import { type Language, type Text } from '@daero/domain/text';
import { type EconomicReport } from './economic-report.ts';
import { t } from './facts-in-words.ts';
import { type ReportBlock } from './report-block.ts';
import { reportStyle } from './report-style.ts';
import { answerState, type AnsweredStandard } from './reporting-item.ts';

/** A shape as it is drawn on a page: its finding, its picture and the table behind. */
export type ReportFigure = {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  /** Markup of our own renderer. */
  readonly svg: string;
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end' }[];
  readonly rows: readonly (readonly string[])[];
};
export type ReportFrame = {
  readonly draw: (shape: Shape, language: Language) => ReportFigure;
  /** What must not be overlooked: shown on top and on every printed page; null where there is nothing. */
  readonly ribbon: Text | null;
  /** Product, version, state, date: under the title. */
  readonly about: readonly Text[];
};

const words = {
  contents: t('차례', 'Contents'),
  table: t('표', 'Table'),
  long: t('표의 앞부분만 실었습니다', 'Only the first rows are printed here'),
  item: t('항목', 'Item'),
  about: t('무엇', 'What'),
  state: t('상태', 'State'),
  fills: t('모형이 채운 것', 'What the model fills'),
  stays: t('비어 있는 것', 'What stays open'),
  source: t('출처', 'Source'),
} as const;
const stateWords = {
  filled: t('채움', 'filled'),
  partly: t('일부', 'in part'),
  open: t('비어 있음', 'open'),
} as const;
const mostRows = 450;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** A long name of a file breaks after an underscore, not anywhere. */
const breakable = (markup: string): string => markup.replaceAll('_', '_<wbr>');
const isNumber = (text: string): boolean => /^([−-]?[\d,]+(\.\d+)?%?|–)$/.test(text);
const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;

/** A report as one HTML file in one language, that reads on a screen and prints on A4: no script, nothing fetched. */
export function reportHtml(
  { title, sections, standards }: EconomicReport,
  language: Language,
  { draw, ribbon, about }: ReportFrame,
): string {
  const say = (text: Text): string => escaped(text[language]);
  const framed = (name: string, head: readonly string[], rows: readonly string[]): string =>
    `<div class="wide" tabindex="0" role="group" aria-label="${escaped(name)}"><table><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
  const table = (name: string, head: readonly Text[], rows: readonly string[]): string =>
    framed(
      name,
      head.map((text) => `<th scope="col">${say(text)}</th>`),
      rows,
    );
  const block = (one: ReportBlock, name: string): string => {
    switch (one.block) {
      case 'paragraph':
        return `<p>${say(one.text)}</p>`;
      case 'list':
        return `<ul>${one.items.map((text) => `<li>${say(text)}</li>`).join('')}</ul>`;
      case 'table': {
        const numeric = one.head.map((_, at) => one.rows.every((cells) => isNumber(cells[at]?.en ?? '')));
        const aligned = (at: number): string => (numeric[at] === true ? ' class="num"' : '');
        return framed(
          name,
          one.head.map((text, at) => `<th scope="col"${aligned(at)}>${say(text)}</th>`),
          one.rows.map((cells) =>
            row(cells.map((text, at) => `<td${aligned(at)}>${breakable(say(text))}</td>`)),
          ),
        );
      }
      case 'figure':
        return figure(draw(one.shape, language));
    }
  };
  const figure = ({ title: finding, subtitle, notes, svg, columns, rows }: ReportFigure): string => {
    const aligned = (tag: 'th scope="col"' | 'td', at: number, text: string): string =>
      `<${tag}${columns[at]?.align === 'end' ? ' class="num"' : ''}>${escaped(text)}</${tag.slice(0, 2)}>`;
    const behind = framed(
      finding,
      columns.map((column, at) => aligned('th scope="col"', at, column.title)),
      rows.slice(0, mostRows).map((cells) => row(cells.map((text, at) => aligned('td', at, text)))),
    );
    const cut =
      rows.length > mostRows ? `<p class="note">${say(words.long)} (${mostRows}/${rows.length})</p>` : '';
    return `<figure><figcaption><h3>${escaped(finding)}</h3><p class="note">${escaped(subtitle)}</p></figcaption>
<div class="wide" tabindex="0" role="group" aria-label="${escaped(finding)}">${svg}</div>
${notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('')}
<details><summary>${say(words.table)}</summary>${behind}${cut}</details></figure>`;
  };
  const standard = ({ id, title: name, source, note, items, counts }: AnsweredStandard): string => {
    const rows = items.map((answered) => {
      const { item, about: asked, filled, open } = answered;
      const cells = [`<td class="nowrap">${escaped(item)}</td>`, `<td>${say(asked)}</td>`];
      const state = say(stateWords[answerState(answered)]);
      const fills = filled === null ? '' : say(filled);
      const stays = open === null ? '<td></td>' : `<td class="open">${say(open)}</td>`;
      return row([...cells, `<td class="nowrap">${state}</td>`, `<td>${fills}</td>`, stays]);
    });
    const tally = (['filled', 'partly', 'open'] as const).map(
      (key) => `${say(stateWords[key])} ${counts[key]}`,
    );
    return `<section id="${id}"><h2>${escaped(name)}</h2>
<p>${tally.join(' · ')}. ${say(note)} ${say(words.source)}: ${escaped(source)}</p>
${table(name, [words.item, words.about, words.state, words.fills, words.stays], rows)}</section>`;
  };
  const contents = [
    ...sections.map(({ id, title: name }, at) => `<li><a href="#${id}">${at + 1}. ${say(name)}</a></li>`),
    ...standards.map(({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`),
  ];
  const parts = [
    `<h1>${say(title)}</h1>`,
    about.length === 0 ? '' : `<p class="about">${about.map(say).join(' · ')}</p>`,
    `<nav aria-label="${say(words.contents)}"><ol class="contents">${contents.join('')}</ol></nav>`,
    ...sections.map(
      ({ id, title: name, blocks }, at) =>
        `<section id="${id}"><h2>${at + 1}. ${say(name)}</h2>\n${blocks.map((one) => block(one, name[language])).join('\n')}</section>`,
    ),
    ...standards.map(standard),
  ];
  const top = ribbon === null ? '' : `<header><p class="ribbon" role="note">${say(ribbon)}</p></header>\n`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say(title)}</title>
<style>${reportStyle({ top: ribbon?.[language] ?? '', bottom: [title, ...about].map((text) => text[language]).join(' · ') })}</style>
</head>
<body>
${top}<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}
