import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { decimalsFor, formatCount, formatNumber } from '@daero/domain/format/number';
import type { BlandAltmanShape, Interval } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis } from './axis.ts';
import { cell, none, type Cell, type Figure, type FigureTable } from './figure.ts';
import { separate, textWidth } from './measure.ts';
import { pixels, word, type Mark, type PlotDescription } from './plot.ts';
import { standing } from './standing.ts';
import { say } from './words.ts';

const lines = ['upper', 'bias', 'lower'] as const;

export function blandAltmanFigure(shape: BlandAltmanShape, language: Language): Figure {
  const level = formatLevel(shape.level);
  const decimals = decimalsFor((shape.upper.value - shape.lower.value) / 2);
  const print = (value: number): string => formatNumber(value, decimals);
  return {
    kind: 'bland-altman',
    language,
    title: say(`agreement.${standing(shape.bias, 0)}`, language, {
      label: shape.label[language],
      bias: print(shape.bias.value),
      lower: print(shape.lower.value),
      upper: print(shape.upper.value),
    }),
    subtitle: say('agreement.subtitle', language, {
      unit: shape.unit[language],
      n: formatCount(shape.n),
      level,
    }),
    notes: shape.points.length === 0 ? [say('agreement.noPoints', language)] : [],
    plot: plotOf(shape, language),
    table: tableOf(shape, decimals, language),
  };
}

function tableOf(shape: BlandAltmanShape, decimals: number, language: Language): FigureTable {
  const level = formatLevel(shape.level);
  const print = (value: number | null): Cell =>
    value === null ? none : cell(value, formatNumber(value, Math.min(3, decimals + 1)));
  const unit = shape.unit[language];
  return {
    columns: [
      { title: say('agreement.row', language), align: 'start' },
      { title: say('agreement.x', language, { unit }), align: 'end' },
      { title: say('agreement.y', language, { unit }), align: 'end' },
      { title: `${say('low', language)} (${level})`, align: 'end' },
      { title: `${say('high', language)} (${level})`, align: 'end' },
    ],
    rows: [
      ...lines.map((line) => [
        say(`agreement.${line}`, language),
        none,
        print(shape[line].value),
        print(shape[line].low),
        print(shape[line].high),
      ]),
      ...shape.points.map(({ mean, difference }, at) => [
        say('agreement.pair', language, { at: at + 1 }),
        print(mean),
        print(difference),
        none,
        none,
      ]),
    ],
  };
}

const width = 680;
const frameTop = 34;
const height = 320;

function plotOf(shape: BlandAltmanShape, language: Language): PlotDescription {
  const unit = shape.unit[language];
  const texts = lines.map((line) => {
    const { value, interval } = formatInterval(shape[line], true);
    return [
      say(`agreement.${line}`, language),
      interval === null ? value : `${value} (${interval})`,
    ] as const;
  });
  const right = Math.max(...texts.flat().map((text) => textWidth(text, 12))) + 16;
  const frame = { left: 52, top: frameTop, width: width - 52 - right, height };
  const bounds = lines.flatMap((line) => {
    const { value, low, high } = shape[line];
    return [value, low ?? value, high ?? value];
  });
  const x = linearAxis(shape.points.length === 0 ? [0, 1] : shape.points.map(({ mean }) => mean), {
    title: say('agreement.x', language, { unit }),
    grid: false,
  });
  const y = linearAxis([0, ...bounds, ...shape.points.map(({ difference }) => difference)], {
    title: say('agreement.y', language, { unit }),
  });
  const [from, to] = x.domain;
  const [bottom, top] = y.domain;
  const places = separate(
    lines.map((line) => ((top - shape[line].value) / (top - bottom)) * height),
    36,
    16,
    height - 16,
  );
  const marks: readonly Mark[] = [
    ...lines.flatMap((line) => bandMark(shape[line], from, to)),
    { mark: 'rules', rules: [[from, 0, to, 0]], ink: 'edge', width: 1, dash: 'dotted' },
    {
      mark: 'dots',
      points: shape.points.map(({ mean, difference }) => [mean, difference]),
      ink: 'slot-1',
      marker: 'circle',
      radius: 3,
      opacity: 0.55,
    },
    ...lines.map((line): Mark => ({
      mark: 'rules',
      rules: [[from, shape[line].value, to, shape[line].value]],
      ink: 'ink-2',
      width: line === 'bias' ? 2 : 1.5,
      dash: line === 'bias' ? 'solid' : 'dashed',
    })),
  ];
  return {
    width,
    height: frameTop + height + 50,
    panels: [
      { frame, x: shape.points.length === 0 ? { ...x, ticks: [] } : x, y, marks },
      {
        ...pixels(frame.left + frame.width, frameTop, right, height),
        marks: [
          {
            mark: 'words',
            words: texts.flatMap(([name, value], at) => [
              word(8, (places[at] ?? 0) - 8, name, { ink: 'ink-2' }),
              word(8, (places[at] ?? 0) + 8, value),
            ]),
          },
        ],
      },
    ],
  };
}

const bandMark = ({ low, high }: Interval, from: number, to: number): readonly Mark[] =>
  low === null || high === null
    ? []
    : [
        {
          mark: 'rects',
          rects: [[from, low, to, high]],
          fill: 'slate',
          opacity: 0.16,
          stroke: null,
          hatched: false,
        },
      ];
