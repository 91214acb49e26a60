import { type Language, type Text } from '@daero/domain/text';
import { type EconomicReport } from './economic-report.ts';
import { t } from './facts-in-words.ts';
import { answerState, type AnsweredStandard } from './reporting-item.ts';
import { type ReportBlock } from './report-sections.ts';

const words = {
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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `body{font:17px/1.65 "Pretendard Variable",Pretendard,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif;color:#1a1e24;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem;font-variant-numeric:tabular-nums}
:lang(ko){word-break:keep-all;overflow-wrap:break-word;line-break:strict}
h1{font-size:22px;line-height:30px}h2{font-size:20px;line-height:30px;margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;line-height:21px;margin:.5rem 0 1rem}
th,td{text-align:start;vertical-align:top;padding:4px 8px;border-bottom:1px solid #d9dde3}th{font-weight:600}
td{overflow-wrap:anywhere}td.open{background:#fdf1dc}
@media print{body{font-size:11pt;max-width:none}.wide{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4;margin:20mm}}`;

/** A report as one HTML file in one language, that reads on a screen and prints on A4: no script, nothing fetched. */
export function reportHtml({ title, sections, standards }: EconomicReport, language: Language): string {
  const say = (text: Text): string => escaped(text[language]);
  const table = (head: readonly Text[], rows: readonly string[]): string => {
    const names = head.map((text) => `<th scope="col">${say(text)}</th>`).join('');
    return `<div class="wide" tabindex="0"><table><thead><tr>${names}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
  };
  const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
  const block = (one: ReportBlock): string => {
    switch (one.block) {
      case 'paragraph':
        return `<p>${say(one.text)}</p>`;
      case 'list':
        return `<ul>${one.items.map((text) => `<li>${say(text)}</li>`).join('')}</ul>`;
      case 'table':
        return table(
          one.head,
          one.rows.map((cells) => row(cells.map((text) => `<td>${say(text)}</td>`))),
        );
    }
  };
  const standard = ({ id, title: name, source, note, items, counts }: AnsweredStandard): string => {
    const rows = items.map((answered) => {
      const { item, about, filled, open } = answered;
      const cells = [`<td>${escaped(item)}</td>`, `<td>${say(about)}</td>`];
      const state = say(stateWords[answerState(answered)]);
      const fills = filled === null ? '' : say(filled);
      const stays = open === null ? '<td></td>' : `<td class="open">${say(open)}</td>`;
      return row([...cells, `<td>${state}</td>`, `<td>${fills}</td>`, stays]);
    });
    const tally = (['filled', 'partly', 'open'] as const).map(
      (key) => `${say(stateWords[key])} ${counts[key]}`,
    );
    return `<section id="${id}"><h2>${escaped(name)}</h2>
<p>${tally.join(' · ')}. ${say(note)} ${say(words.source)}: ${escaped(source)}</p>
${table([words.item, words.about, words.state, words.fills, words.stays], rows)}</section>`;
  };
  const parts = [
    `<h1>${say(title)}</h1>`,
    ...sections.map(
      ({ id, title: name, blocks }, at) =>
        `<section id="${id}"><h2>${at + 1}. ${say(name)}</h2>\n${blocks.map(block).join('\n')}</section>`,
    ),
    ...standards.map(standard),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say(title)}</title>
<style>${style}</style>
</head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}
