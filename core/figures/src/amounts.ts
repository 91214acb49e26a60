import { formatDate } from '@daero/domain/format/date';
import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { AmountsShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, rowAxis } from './axis.ts';
import { none, type Figure } from './figure.ts';
import { textWidth, wrapText } from './measure.ts';
import { pixels, word, type Mark, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

const won = (amount: number, language: Language): string =>
  formatMoney({ amount, currency: 'KRW', priceYear: 2000 }, language);
const shareOf = (spent: number, agreed: number): string =>
  agreed === 0 ? '—' : `${formatNumber((100 * spent) / agreed, agreed === spent ? 0 : 1)}%`;

/** Agreed and spent, by group; in the table to the won. */
export function amountsFigure(shape: AmountsShape, language: Language): Figure {
  const { label, money, by, rows, projects, asOf } = shape;
  const sum = (of: 'agreed' | 'spent'): number => rows.reduce((all, row) => all + row[of], 0);
  const planned = rows.some((row) => row.planned !== null);
  return {
    kind: 'amounts',
    language,
    title: say('amounts.finding', language, {
      label: label[language],
      agreed: won(sum('agreed'), language),
      spent: won(sum('spent'), language),
      share: shareOf(sum('spent'), sum('agreed')),
    }),
    subtitle: say('amounts.subtitle', language, {
      money: money[language],
      by: by[language],
      n: projects,
      date: formatDate(asOf, language),
    }),
    notes: [say(planned ? 'amounts.notePlanned' : 'amounts.note', language)],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: by[language], align: 'start' },
        { title: say('amounts.projects', language), align: 'end' },
        { title: say('amounts.agreed', language), align: 'end' },
        { title: say('amounts.spent', language), align: 'end' },
        ...(planned ? [{ title: say('amounts.planned', language), align: 'end' as const }] : []),
        { title: say('amounts.share', language), align: 'end' },
      ],
      rows: rows.map((row) => [
        row.label[language],
        { value: row.projects, text: formatCount(row.projects) },
        { value: row.agreed, text: formatCount(row.agreed) },
        { value: row.spent, text: formatCount(row.spent) },
        ...(planned
          ? [row.planned === null ? none : { value: row.planned, text: formatCount(row.planned) }]
          : []),
        row.agreed === 0 ? none : { value: row.spent / row.agreed, text: shareOf(row.spent, row.agreed) },
      ]),
    },
  };
}

const width = 680;
const [top, rowHeight] = [34, 34];

function plotOf(shape: AmountsShape, language: Language): PlotDescription {
  const { rows } = shape;
  const labels = rows.map(({ label }) => wrapText(label[language], 13, 190));
  const ends = rows.map(({ agreed, spent }) => `${won(spent, language)} / ${won(agreed, language)}`);
  const left = Math.max(60, ...labels.flat().map((line) => textWidth(line, 13))) + 14;
  const right = Math.max(60, ...ends.map((line) => textWidth(line, 12))) + 14;
  const height = Math.max(1, rows.length) * rowHeight;
  const largest = Math.max(1, ...rows.flatMap(({ agreed, spent }) => [agreed, spent]));
  const { by, unit } = moneyAxis(largest, 'KRW', language);
  const axis = linearAxis([0, largest], { title: unit, divideBy: by });
  const bar = { mark: 'rects', opacity: 1, hatched: false } as const;
  const marks: readonly Mark[] = [
    {
      ...bar,
      rects: rows.map(({ agreed }, at) => [0, at + 0.18, agreed, at + 0.82]),
      fill: 'sunken',
      stroke: 'edge',
    },
    {
      ...bar,
      rects: rows.map(({ spent }, at) => [0, at + 0.32, spent, at + 0.68]),
      fill: 'slot-1',
      stroke: null,
    },
    {
      mark: 'rules',
      rules: rows.flatMap(({ planned }, at) =>
        planned === null ? [] : [[planned, at + 0.1, planned, at + 0.9] as const],
      ),
      ink: 'ink',
      width: 2,
      dash: 'solid',
    },
  ];
  return {
    width,
    height: top + height + 34,
    panels: [
      {
        frame: { left, top, width: width - left - right, height },
        x: axis,
        y: rowAxis(rows.length),
        marks,
      },
      {
        ...pixels(0, top, width, height),
        marks: [
          {
            mark: 'words',
            words: rows.flatMap((_row, at) => {
              const y = (at + 0.5) * rowHeight;
              const lines = labels[at] ?? [];
              return [
                ...lines.map((line, n) =>
                  word(left - 8, y + (n - (lines.length - 1) / 2) * 14, line, { anchor: 'end', size: 13 }),
                ),
                word(width, y, ends[at] ?? '', { anchor: 'end' }),
              ];
            }),
          },
        ],
      },
    ],
  };
}
