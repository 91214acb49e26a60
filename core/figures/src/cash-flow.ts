import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import type { CashFlowShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import type { Figure } from './figure.ts';
import { word, type Axis, type Mark, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

export function cashFlowFigure(shape: CashFlowShape, language: Language): Figure {
  const { net, cumulative, monthsEach, paybackMonth } = shape;
  const currency = currencyOf(shape.currency);
  const money = (amount: number): string => formatMoney({ amount, currency, priceYear: 2000 }, language);
  const each =
    monthsEach === 1
      ? say('cash.monthly', language)
      : monthsEach === 12
        ? say('cash.yearly', language)
        : say('cash.each', language, { n: monthsEach });
  return {
    kind: 'cash-flow',
    language,
    title:
      paybackMonth === null
        ? say('cash.never', language, {
            hospital: shape.hospital[language],
            months: net.length * monthsEach,
            end: money(cumulative.at(-1) ?? 0),
          })
        : say('cash.back', language, { hospital: shape.hospital[language], month: paybackMonth }),
    subtitle: say('cash.subtitle', language, {
      label: shape.label[language],
      each,
      year: shape.priceYear,
      npv: money(shape.netPresentValue),
    }),
    notes: [say('cash.note', language)],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('cash.month', language), align: 'end' },
        { title: say('cash.net', language), align: 'end' },
        { title: say('cash.sum', language), align: 'end' },
      ],
      rows: net.map((amount, at) => [
        { value: (at + 1) * monthsEach, text: String((at + 1) * monthsEach) },
        { value: amount, text: money(amount) },
        { value: cumulative[at] ?? 0, text: money(cumulative[at] ?? 0) },
      ]),
    },
  };
}

const width = 680;
const [left, top, flowHeight, between, sumHeight] = [66, 34, 150, 70, 190];

/** Two panels, never two axes in one: the flow of each period, and what has come together. */
function plotOf(shape: CashFlowShape, language: Language): PlotDescription {
  const { net, cumulative, monthsEach, paybackMonth } = shape;
  const currency = currencyOf(shape.currency);
  const money = (values: readonly number[], name: 'cash.flow' | 'cash.cumulative'): Axis => {
    const { by, unit } = moneyAxis(Math.max(1, ...values.map(Math.abs)), currency, language);
    return linearAxis([0, ...values], { title: say(name, language, { unit }), divideBy: by });
  };
  const end = net.length * monthsEach;
  const step = Math.max(1, Math.ceil(end / 6 / 6)) * 6;
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => ({
    at: index * step,
    label: String(index * step),
  }));
  const x: Axis = { domain: [0, end], scale: 'linear', ticks, title: '', grid: false };
  const [flow, sum] = [money(net, 'cash.flow'), money(cumulative, 'cash.cumulative')];
  const wide = monthsEach * 0.4;
  const bars = (sign: 'in' | 'out'): Mark => ({
    mark: 'rects',
    rects: net.flatMap((amount, at) => {
      const middle = (at + 0.5) * monthsEach;
      return (sign === 'in') === amount >= 0 ? [[middle - wide, 0, middle + wide, amount] as const] : [];
    }),
    fill: sign === 'in' ? 'slot-1' : 'slot-2',
    opacity: 0.85,
    stroke: sign === 'in' ? 'slot-1' : 'slot-2',
    hatched: sign === 'out',
  });
  const zero: Mark = { mark: 'rules', rules: [[0, 0, end, 0]], ink: 'edge', width: 1, dash: 'solid' };
  const frame = { left, width: width - left - 24 };
  return {
    width,
    height: top + flowHeight + between + sumHeight + 46,
    panels: [
      { frame: { ...frame, top, height: flowHeight }, x, y: flow, marks: [bars('in'), bars('out'), zero] },
      {
        frame: { ...frame, top: top + flowHeight + between, height: sumHeight },
        x: { ...x, title: say('cash.x', language) },
        y: sum,
        marks: [
          zero,
          {
            mark: 'line',
            points: [[0, 0], ...cumulative.map((amount, at) => [(at + 1) * monthsEach, amount] as const)],
            curve: 'linear',
            ink: 'slot-1',
            width: 2,
            dash: 'solid',
          },
          ...payback(paybackMonth, sum, end, language),
        ],
      },
    ],
  };
}

function payback(month: number | null, { domain }: Axis, end: number, language: Language): readonly Mark[] {
  if (month === null) return [];
  const late = month > end * 0.6;
  return [
    {
      mark: 'rules',
      rules: [[month, domain[0], month, domain[1]]],
      ink: 'slate',
      width: 1,
      dash: 'dashed',
    },
    {
      mark: 'words',
      words: [
        word(month, domain[1], say('cash.payback', language, { month }), {
          anchor: late ? 'end' : 'start',
          shift: [late ? -6 : 6, 10],
        }),
      ],
    },
  ];
}
