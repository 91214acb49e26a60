import { formatInterval } from '@daero/domain/format/estimate';
import { formatP } from '@daero/domain/format/probability';
import type { ReadersShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, rowAxis } from './axis.ts';
import { legendAt } from './legend.ts';
import { beyond, marginLabel } from './margin.ts';
import { textWidth, wrapText } from './measure.ts';
import { pixels, seriesAt, word, type Mark, type Panel, type PlotDescription, type Word } from './plot.ts';
import { say } from './words.ts';

const width = 680;
const rowHeight = 28;
const right = 168;

/** Readers on rows with a line between their values, the means at the foot, and below them the differences. */
export function readersPlot(shape: ReadersShape, language: Language): PlotDescription {
  const names = [
    ...shape.readers.map(({ label }) => label[language]),
    ...shape.differences.map((one) => pairName(shape, one, language)),
  ].map((name) => wrapText(name, 13, 170));
  const left = Math.min(180, Math.max(60, ...names.flat().map((line) => textWidth(line, 13)))) + 12;
  const legend = shape.modalities.map((modality, at) => ({
    ...seriesAt(at, shape.modalities.length),
    dash: 'solid' as const,
    text: modality[language],
  }));
  const top = legend.length * 18 + 20;
  const meanRows = shape.modalities.length;
  const rows = shape.readers.length + meanRows;
  const frame = { left, top, width: width - left - right, height: rows * rowHeight };
  const below = top + frame.height + (shape.differences.length === 0 ? 46 : 82);
  const differences = { ...frame, top: below, height: shape.differences.length * rowHeight };
  const values = shape.readers.flatMap((reader) => reader.values.filter((value) => value !== null));
  const bounds = shape.means.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  return {
    width,
    height: shape.differences.length === 0 ? below : below + differences.height + 46,
    panels: [
      legendAt(legend, { left, top: 4, width: frame.width, height: legend.length * 18 + 8 }),
      {
        frame,
        x: linearAxis([...values, ...bounds], { title: shape.quantity[language] }),
        y: rowAxis(rows),
        marks: [...readerMarks(shape), ...meanMarks(shape)],
      },
      {
        ...pixels(0, top, width, frame.height),
        marks: [{ mark: 'words', words: rowWords(shape, names, left, language) }],
      },
      ...(shape.differences.length === 0 ? [] : differencePanels(shape, names, differences, language)),
    ],
  };
}

/** `second − first` as the modalities are called. */
export const pairName = (
  shape: ReadersShape,
  { first, second }: ReadersShape['differences'][number],
  language: Language,
): string =>
  say('readers.pair', language, {
    first: shape.modalities[first]?.[language] ?? '',
    second: shape.modalities[second]?.[language] ?? '',
  });

function readerMarks({ readers, modalities }: ReadersShape): readonly Mark[] {
  const lines = readers.map(({ values }, row): readonly [number, number, number, number] => {
    const known = values.filter((value) => value !== null);
    return [Math.min(...known), row + 0.5, Math.max(...known), row + 0.5];
  });
  return [
    {
      mark: 'rules',
      rules: lines.filter(([from]) => Number.isFinite(from)),
      ink: 'edge',
      width: 1.5,
      dash: 'solid',
    },
    ...modalities.map((_modality, at): Mark => {
      const { ink, marker } = seriesAt(at, modalities.length);
      const points = readers.flatMap(({ values }, row) => {
        const value = values[at] ?? null;
        return value === null ? [] : [[value, row + 0.5] as const];
      });
      return { mark: 'dots', points, ink, marker, radius: 4.5, opacity: 1 };
    }),
  ];
}

function meanMarks({ readers, means, modalities }: ReadersShape): readonly Mark[] {
  return [
    ...means.flatMap(({ value, low, high }, at): readonly Mark[] => {
      const y = readers.length + at + 0.5;
      const { ink, marker } = seriesAt(at, modalities.length);
      return [
        { mark: 'rules', rules: [[low ?? value, y, high ?? value, y]], ink, width: 2, dash: 'solid' },
        { mark: 'dots', points: [[value, y]], ink, marker, radius: 6, opacity: 1 },
      ];
    }),
  ];
}

const linesAt = (lines: readonly string[], x: number, y: number, bold = false): readonly Word[] =>
  lines.map((line, at) =>
    word(x, y + (at - (lines.length - 1) / 2) * 14, line, { anchor: 'end', size: 13, bold }),
  );

function rowWords(
  shape: ReadersShape,
  names: readonly (readonly string[])[],
  left: number,
  language: Language,
): readonly Word[] {
  const readers = shape.readers.flatMap((_reader, row) =>
    linesAt(names[row] ?? [], left - 12, (row + 0.5) * rowHeight),
  );
  const means = shape.means.flatMap((mean, at) => {
    const y = (shape.readers.length + at + 0.5) * rowHeight;
    const { value, interval } = formatInterval(mean);
    return [
      ...linesAt([say('readers.mean', language)], left - 12, y, true),
      word(width, y, interval === null ? value : `${value} (${interval})`, {
        anchor: 'end',
        size: 13,
        bold: true,
      }),
    ];
  });
  return [...readers, ...means];
}

/** Each difference of means with its interval, no difference and the margin as rules. */
function differencePanels(
  shape: ReadersShape,
  names: readonly (readonly string[])[],
  frame: Panel['frame'],
  language: Language,
): readonly Panel[] {
  const { differences } = shape;
  const margin = shape.margin === 0 ? null : shape.margin; // one of 0 is the rule of no difference
  const values = differences.flatMap(({ difference: { value, low, high } }) => [
    value,
    low ?? value,
    high ?? value,
  ]);
  const rules: readonly Mark[] = [
    { mark: 'rules', rules: [[0, 0, 0, differences.length]], ink: 'slate', width: 1, dash: 'dashed' },
    {
      mark: 'words',
      words: [
        word(0, 0, say('readers.equal', language), { anchor: 'middle', ink: 'ink-2', shift: [0, -10] }),
      ],
    },
    ...(margin === null
      ? []
      : ([
          {
            mark: 'rules',
            rules: [[margin, 0, margin, differences.length]],
            ink: 'ink',
            width: 1,
            dash: 'dotted',
          },
          {
            mark: 'words',
            words: [
              word(margin, 0, marginLabel(margin, 0, language), {
                anchor: 'middle',
                ink: 'ink-2',
                shift: [0, -25],
              }),
            ],
          },
        ] as const)),
  ];
  const texts = differences.flatMap(({ difference, p }, row): readonly Word[] => {
    const y = (row + 0.5) * rowHeight;
    const { value, interval } = formatInterval(difference, true);
    const printed = interval === null ? value : `${value} (${interval})`;
    return [
      ...linesAt(names[shape.readers.length + row] ?? [], frame.left - 12, y),
      word(width, y - 7, printed, { anchor: 'end', size: 13 }),
      word(width, y + 8, formatP(p), { anchor: 'end', ink: 'ink-2' }),
    ];
  });
  return [
    {
      frame,
      x: linearAxis([...values, 0, ...(margin === null ? [] : [beyond(margin, 0)])], {
        title: say('readers.difference', language, { quantity: shape.quantity[language] }),
      }),
      y: rowAxis(differences.length),
      marks: [
        ...rules,
        {
          mark: 'rules',
          rules: differences.map(({ difference: { value, low, high } }, row) => [
            low ?? value,
            row + 0.5,
            high ?? value,
            row + 0.5,
          ]),
          ink: 'ink',
          width: 2,
          dash: 'solid',
        },
        {
          mark: 'dots',
          points: differences.map(({ difference }, row) => [difference.value, row + 0.5]),
          ink: 'ink',
          marker: 'diamond',
          radius: 5,
          opacity: 1,
        },
      ],
    },
    { ...pixels(0, frame.top, width, frame.height), marks: [{ mark: 'words', words: texts }] },
  ];
}
