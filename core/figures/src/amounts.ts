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
  const { money, by, rows, projects, asOf } = shape;
  const planned = rows.some((row) => row.planned !== null);
  return {
    kind: 'amounts',
    language,
    title: findingOf(shape, language),
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

/** Where most of the money is and how much of it is spent; of years, or of one group, all together. */
function findingOf({ label, rows }: AmountsShape, language: Language): string {
  const together = (): string => {
    const [agreed, spent] = [
      rows.reduce((all, row) => all + row.agreed, 0),
      rows.reduce((all, row) => all + row.spent, 0),
    ];
    return say('amounts.finding', language, {
      label: label[language],
      agreed: won(agreed, language),
      spent: won(spent, language),
      share: shareOf(spent, agreed),
    });
  };
  const [first] = rows.toSorted((a, b) => b.agreed - a.agreed);
  if (first === undefined || rows.length < 2 || rows.some(({ planned }) => planned !== null))
    return together();
  return say('amounts.most', language, {
    label: label[language],
    group: first.label[language],
    agreed: won(first.agreed, language),
    share: shareOf(first.spent, first.agreed),
  });
}

const width = 456; // two stand beside each other on a page
const [top, line, bar] = [30, 17, 18];

/** Each group has its name and amounts above its bar: long names and small bars never share a line. */
function plotOf(shape: AmountsShape, language: Language): PlotDescription {
  const { rows } = shape;
  const ends = rows.map(({ agreed, spent }) => `${won(spent, language)} / ${won(agreed, language)}`);
  const labels = rows.map(({ label }, at) =>
    wrapText(label[language], 13, width - textWidth(ends[at] ?? '', 12) - 18),
  );
  const lines = Math.max(1, ...labels.map((one) => one.length));
  const rowHeight = lines * line + bar + 12;
  const height = Math.max(1, rows.length) * rowHeight;
  const largest = Math.max(1, ...rows.flatMap(({ agreed, spent }) => [agreed, spent]));
  const { by, unit } = moneyAxis(largest, 'KRW', language);
  const axis = linearAxis([0, largest], { title: unit, divideBy: by });
  const [from, to] = [(lines * line) / rowHeight, (lines * line + bar) / rowHeight];
  const inset = (to - from) / 4;
  const rects = { mark: 'rects', opacity: 1, hatched: false } as const;
  const marks: readonly Mark[] = [
    {
      ...rects,
      rects: rows.map(({ agreed }, at) => [0, at + from, agreed, at + to]),
      fill: 'sunken',
      stroke: 'edge',
    },
    {
      ...rects,
      rects: rows.map(({ spent }, at) => [0, at + from + inset, spent, at + to - inset]),
      fill: 'slot-1',
      stroke: null,
    },
    {
      mark: 'rules',
      rules: rows.flatMap(({ planned }, at) =>
        planned === null ? [] : [[planned, at + from - 0.04, planned, at + to + 0.04] as const],
      ),
      ink: 'ink',
      width: 2,
      dash: 'solid',
    },
  ];
  return {
    width,
    height: top + height + 50,
    panels: [
      { frame: { left: 6, top, width: width - 30, height }, x: axis, y: rowAxis(rows.length), marks },
      {
        ...pixels(0, top, width, height),
        marks: [
          {
            mark: 'words',
            words: rows.flatMap((_row, at) => {
              const own = labels[at] ?? [];
              const base = at * rowHeight + (lines - own.length) * line + line / 2;
              return [
                ...own.map((text, n) => word(6, base + n * line, text, { size: 13 })),
                word(width - 24, at * rowHeight + (lines - 0.5) * line, ends[at] ?? '', { anchor: 'end' }),
              ];
            }),
          },
        ],
      },
    ],
  };
}
