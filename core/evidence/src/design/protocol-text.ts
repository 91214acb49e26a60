import type { Language, Text } from '@daero/domain/text';
import type { AnsweredChecklist, ItemAnswer } from './checklists/checklist.ts';
import type { Protocol, ProtocolBlock } from './protocol.ts';

const words = {
  open: { ko: '저자가 쓸 것', en: 'For the authors to write' },
  filled: { ko: '채움', en: 'filled' },
  openShort: { ko: '비어 있음', en: 'open' },
  later: { ko: '연구 뒤', en: 'after the study' },
  item: { ko: '항목', en: 'Item' },
  about: { ko: '무엇', en: 'What' },
  state: { ko: '상태', en: 'State' },
  answer: { ko: '내용', en: 'Answer' },
} as const satisfies Readonly<Record<string, Text>>;

export const answerWords = (answer: ItemAnswer, language: Language): { state: string; text: string } => ({
  state: { filled: words.filled, open: words.openShort, later: words.later }[answer.is][language],
  text: answer.is === 'later' ? '' : answer.text[language],
});

/** What each format does with the parts of the tree. */
type Writer = {
  readonly document: (title: string, language: Language, body: string) => string;
  readonly heading: (level: 1 | 2, text: string) => string;
  readonly paragraph: (text: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
  readonly open: (mark: string, text: string) => string;
};

function write(protocol: Protocol, language: Language, writer: Writer): string {
  const say = (text: Text): string => text[language];
  const block = (one: ProtocolBlock): string => {
    switch (one.block) {
      case 'paragraph':
        return writer.paragraph(say(one.text));
      case 'list':
        return writer.list(one.items.map(say));
      case 'table':
        return writer.table(
          one.head.map(say),
          one.rows.map((row) => row.map(say)),
        );
      case 'open':
        return writer.open(say(words.open), say(one.text));
    }
  };
  const checklist = ({ title, source, note, items, counts }: AnsweredChecklist): readonly string[] => [
    writer.heading(2, title),
    writer.paragraph(
      `${say(words.filled)} ${counts.filled} · ${say(words.openShort)} ${counts.open} · ${say(words.later)} ${counts.later}`,
    ),
    writer.paragraph(`${say(note)} ${source}`),
    writer.table(
      [words.item, words.about, words.state, words.answer].map(say),
      items.map(({ item, about, answer }) => {
        const { state, text } = answerWords(answer, language);
        return [item, say(about), state, text];
      }),
    ),
  ];
  const parts = [
    writer.heading(1, say(protocol.title)),
    ...protocol.sections.flatMap(({ title, blocks }, at) => [
      writer.heading(2, `${at + 1}. ${say(title)}`),
      ...blocks.map(block),
    ]),
    ...protocol.checklists.flatMap(checklist),
  ];
  return writer.document(say(protocol.title), language, parts.join('\n'));
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const protocolMarkdown = (protocol: Protocol, language: Language): string =>
  write(protocol, language, {
    document: (_title, _language, body) => `${body.trim()}\n`,
    heading: (level, text) => `${'#'.repeat(level)} ${text}\n`,
    paragraph: (text) => `${text}\n`,
    list: (items) => `${items.map((item) => `- ${item}`).join('\n')}\n`,
    table: (head, rows) =>
      `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`,
    open: (mark, text) => `> **${mark}:** ${text}\n`,
  });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `body{font:17px/1.65 "Pretendard Variable",Pretendard,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif;color:#1a1e24;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem;font-variant-numeric:tabular-nums}
:lang(ko){word-break:keep-all;overflow-wrap:break-word;line-break:strict}
h1{font-size:22px;line-height:30px}h2{font-size:20px;line-height:30px;margin-top:2rem}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:21px;margin:.5rem 0 1rem}
th,td{text-align:start;vertical-align:top;padding:4px 8px;border-bottom:1px solid #d9dde3}th{font-weight:600}
td{overflow-wrap:anywhere}.open{border-inline-start:3px solid #8a5200;background:#fdf1dc;padding:4px 12px;margin:.5rem 0}
@media print{body{font-size:11pt;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4;margin:20mm}}`;

export const protocolHtml = (protocol: Protocol, language: Language): string =>
  write(protocol, language, {
    document: (title, lang, body) =>
      `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
    heading: (level, text) => `<h${level}>${escaped(text)}</h${level}>`,
    paragraph: (text) => `<p>${escaped(text)}</p>`,
    list: (items) => `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`,
    table: (head, rows) =>
      `<table><thead><tr>${head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`,
    open: (mark, text) => `<p class="open"><strong>${escaped(mark)}:</strong> ${escaped(text)}</p>`,
  });
