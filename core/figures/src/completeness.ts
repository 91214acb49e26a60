import { formatCount } from '@daero/domain/format/number';
import { formatPercent, formatShare } from '@daero/domain/format/probability';
import type { CompletenessShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { rowAxis } from './axis.ts';
import type { Figure } from './figure.ts';
import { textWidth, wrapText } from './measure.ts';
import { pixels, word, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

type Row = CompletenessShape['rows'][number];
const shareOf = ({ present, of }: Row): number => (of === 0 ? 0 : present / of);

export function completenessFigure(shape: CompletenessShape, language: Language): Figure {
  const rows = [...shape.rows].sort((a, b) => shareOf(a) - shareOf(b)); // the worst on top; equals stay in order
  return {
    kind: 'completeness',
    language,
    title: findingOf(rows, language),
    subtitle: say('completeness.subtitle', language, {
      label: shape.label[language],
      unit: shape.unit[language],
      of: formatCount(Math.max(0, ...rows.map(({ of }) => of))),
    }),
    notes: [],
    plot: plotOf(rows, language),
    table: {
      columns: [
        { title: say('completeness.item', language), align: 'start' },
        { title: say('completeness.present', language), align: 'end' },
        { title: say('completeness.of', language), align: 'end' },
        { title: say('completeness.share', language), align: 'end' },
      ],
      rows: rows.map((row) => [
        row.label[language],
        { value: row.present, text: formatCount(row.present) },
        { value: row.of, text: formatCount(row.of) },
        { value: 100 * shareOf(row), text: formatPercent(row.present, row.of) },
      ]),
    },
  };
}

function findingOf(rows: readonly Row[], language: Language): string {
  const [worst] = rows;
  if (worst === undefined) return say('completeness.none', language);
  if (worst.present === worst.of) return say('completeness.full', language, { k: rows.length });
  return say('completeness.title', language, {
    label: worst.label[language],
    share: formatPercent(worst.present, worst.of),
  });
}

const width = 680;
const rowHeight = 26;
const top = 12;

function plotOf(rows: readonly Row[], language: Language): PlotDescription {
  const labels = rows.map(({ label }) => wrapText(label[language], 13, 190));
  const left = Math.min(200, Math.max(60, ...labels.flat().map((line) => textWidth(line, 13)))) + 8;
  const shares = rows.map((row) => formatShare(row.present, row.of));
  const right = Math.max(60, ...shares.map((share) => textWidth(share, 12))) + 10;
  const height = rows.length * rowHeight;
  return {
    width,
    height: top + height + 46,
    panels: [
      {
        frame: { left, top, width: width - left - right, height },
        x: {
          domain: [0, 100],
          scale: 'linear',
          ticks: [0, 25, 50, 75, 100].map((at) => ({ at, label: String(at) })),
          title: say('completeness.share', language),
          grid: true,
        },
        y: rowAxis(rows.length),
        marks: [
          {
            mark: 'rects',
            rects: rows.map((row, index) => [0, index + 0.2, 100 * shareOf(row), index + 0.8]),
            fill: 'slot-1',
            opacity: 1,
            stroke: null,
            hatched: false,
          },
        ],
      },
      {
        ...pixels(0, top, width, height),
        marks: [
          {
            mark: 'words',
            words: rows.flatMap((_row, index) => {
              const y = (index + 0.5) * rowHeight;
              const lines = labels[index] ?? [];
              return [
                ...lines.map((line, at) =>
                  word(left - 8, y + (at - (lines.length - 1) / 2) * 14, line, { anchor: 'end', size: 13 }),
                ),
                word(width, y, shares[index] ?? '', { anchor: 'end' }),
              ];
            }),
          },
        ],
      },
    ],
  };
}
