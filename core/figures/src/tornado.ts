import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import { formatCount, formatNumber, significant, trimZeros } from '@daero/domain/format/number';
import type { TornadoShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, rowAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import type { Figure } from './figure.ts';
import { textWidth, wrapText } from './measure.ts';
import { pixels, word, type Mark, type PlotDescription, type Word } from './plot.ts';
import { say } from './words.ts';

type Bar = TornadoShape['bars'][number];
const widthOf = ({ atLow, atHigh }: Bar): number => Math.abs(atHigh - atLow);
const mostBars = 12;

export function tornadoFigure(shape: TornadoShape, language: Language): Figure {
  const bars = [...shape.bars].sort((a, b) => widthOf(b) - widthOf(a));
  const currency = currencyOf(shape.currency);
  const money = (amount: number): string => formatMoney({ amount, currency, priceYear: 2000 }, language);
  const notes = [say('tornado.note', language)];
  if (bars.length > mostBars)
    notes.push(say('tornado.more', language, { shown: mostBars, all: bars.length }));
  return {
    kind: 'tornado',
    language,
    title: findingOf(shape, bars, language),
    subtitle: say('tornado.subtitle', language, {
      label: shape.label[language],
      willingness: money(shape.willingness),
      base: money(shape.base),
    }),
    notes,
    plot: plotOf(shape, bars.slice(0, mostBars), language),
    table: {
      columns: [
        { title: say('tornado.parameter', language), align: 'start' },
        { title: say('tornado.state', language), align: 'start' },
        { title: say('tornado.lowInput', language), align: 'end' },
        { title: say('tornado.highInput', language), align: 'end' },
        { title: say('tornado.atLow', language), align: 'end' },
        { title: say('tornado.atHigh', language), align: 'end' },
      ],
      rows: bars.map(({ parameter, state, lowInput, highInput, atLow, atHigh }) => [
        parameter[language],
        say(`tornado.${state}`, language),
        { value: lowInput, text: printInput(lowInput) },
        { value: highInput, text: printInput(highInput) },
        { value: atLow, text: money(atLow) },
        { value: atHigh, text: money(atHigh) },
      ]),
    },
  };
}

/** A parameter has its own unit, so it is printed as a plain number of three digits. */
function printInput(x: number): string {
  const rounded = significant(x, 3);
  if (Math.abs(rounded) >= 100 || rounded === 0) return formatCount(rounded);
  return trimZeros(
    formatNumber(rounded, Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded)))))),
  );
}

function findingOf({ outcome, currency }: TornadoShape, bars: readonly Bar[], language: Language): string {
  const widest = bars[0];
  if (widest === undefined) return say('tornado.none', language, { outcome: outcome[language] });
  const [low, high] = [Math.min(widest.atLow, widest.atHigh), Math.max(widest.atLow, widest.atHigh)];
  const money = (amount: number): string =>
    formatMoney({ amount, currency: currencyOf(currency), priceYear: 2000 }, language);
  return say(low < 0 && high > 0 ? 'tornado.sign' : 'tornado.widest', language, {
    outcome: outcome[language],
    parameter: widest.parameter[language],
    low: money(low),
    high: money(high),
  });
}

const width = 680;
const top = 40;

function plotOf(shape: TornadoShape, bars: readonly Bar[], language: Language): PlotDescription {
  const labels = bars.map(({ parameter, state }) =>
    wrapText(`${parameter[language]} (${say(`tornado.${state}`, language)})`, 13, 210),
  );
  const rowHeight = 12 + 16 * Math.max(1, ...labels.map((lines) => lines.length));
  const left = Math.min(220, Math.max(80, ...labels.flat().map((text) => textWidth(text, 13)))) + 10;
  const height = Math.max(1, bars.length) * rowHeight;
  const currency = currencyOf(shape.currency);
  const values = [shape.base, ...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const { by, unit } = moneyAxis(Math.max(...values.map(Math.abs)), currency, language);
  const span = Math.max(...values) - Math.min(...values) || 1;
  const x = linearAxis([Math.min(...values) - 0.12 * span, Math.max(...values) + 0.12 * span], {
    title: `${shape.outcome[language]} (${unit})`,
    divideBy: by,
  });
  const base = formatMoney({ amount: shape.base, currency, priceYear: 2000 }, language);
  const marks: readonly Mark[] = [
    ...bars.map(({ atLow, atHigh, state }, index): Mark => ({
      mark: 'rects',
      rects: [[Math.min(atLow, atHigh), index + 0.22, Math.max(atLow, atHigh), index + 0.78]],
      fill: 'slot-1',
      opacity: 1,
      stroke: 'slot-1',
      hatched: state === 'assumption',
    })),
    {
      mark: 'rules',
      rules: [[shape.base, 0, shape.base, bars.length]],
      ink: 'ink',
      width: 1.5,
      dash: 'solid',
    },
    ...(x.domain[0] < 0 && x.domain[1] > 0
      ? [
          {
            mark: 'rules',
            rules: [[0, 0, 0, bars.length]],
            ink: 'slate',
            width: 1,
            dash: 'dashed',
          } satisfies Mark,
        ]
      : []),
    {
      mark: 'words',
      words: [
        word(shape.base, 0, say('tornado.base', language, { base }), { anchor: 'middle', shift: [0, -10] }),
        ...bars.flatMap(barEnds),
      ],
    },
  ];
  const words = labels.flatMap((lines, index) =>
    lines.map((text, at) =>
      word(left - 10, (index + 0.5) * rowHeight + (at - (lines.length - 1) / 2) * 16, text, {
        anchor: 'end',
        size: 13,
      }),
    ),
  );
  return {
    width,
    height: top + height + 48,
    panels: [
      {
        frame: { left, top, width: width - left - 24, height },
        x,
        y: rowAxis(Math.max(1, bars.length)),
        marks,
      },
      { ...pixels(0, top, width, height), marks: [{ mark: 'words', words }] },
    ],
  };
}

/** Each end of a bar says at which value of the parameter it lies. */
function barEnds({ lowInput, highInput, atLow, atHigh }: Bar, index: number): readonly Word[] {
  const [left, right] = atLow <= atHigh ? [lowInput, highInput] : [highInput, lowInput];
  const y = index + 0.5;
  return [
    word(Math.min(atLow, atHigh), y, printInput(left), { anchor: 'end', shift: [-5, 0] }),
    word(Math.max(atLow, atHigh), y, printInput(right), { anchor: 'start', shift: [5, 0] }),
  ];
}
