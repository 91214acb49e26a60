import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import { formatCount } from '@daero/domain/format/number';
import type { ValueOfInformationShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, rowAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import { cell, none, type Figure } from './figure.ts';
import { textWidth, wrapText } from './measure.ts';
import { pixels, word, type Mark, type Panel, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

type Known = ValueOfInformationShape['parameters'][number];
const mostBars = 12;

export function valueOfInformationFigure(shape: ValueOfInformationShape, language: Language): Figure {
  const { perfect, decisionsPerYear, willingness, evpi } = shape;
  const bars = [...shape.parameters].sort((a, b) => b.value - a.value);
  const money = moneyOf(shape, language);
  const worth = (amount: number | null) => (amount === null ? none : cell(amount, money(amount)));
  const yearly = (amount: number) => (decisionsPerYear === null ? [] : [worth(amount * decisionsPerYear)]);
  // a parameter whose knowledge is worth nothing is in the table, and has no bar
  const worthy = bars.filter(({ value }) => value > 0);
  const drawn = (worthy.length === 0 ? bars.slice(0, 1) : worthy).slice(0, mostBars);
  const notes = [say('voi.note', language)];
  if (perfect.standardError === null) notes.push(say('voi.noError', language));
  if (bars.length > drawn.length)
    notes.push(say('voi.more', language, { shown: drawn.length, all: bars.length }));
  return {
    kind: 'value-of-information',
    language,
    title: findingOf(shape, bars, language),
    subtitle: say('voi.subtitle', language, {
      label: shape.label[language],
      unit: shape.currency,
      draws: formatCount(shape.draws),
      year: shape.priceYear,
    }),
    notes,
    plot: plotOf(shape, drawn, language),
    table: {
      columns: [
        { title: say('voi.parameter', language), align: 'start' },
        { title: say('tornado.state', language), align: 'start' },
        { title: say('voi.x', language, { unit: `${shape.currency}/${shape.effectUnit}` }), align: 'end' },
        { title: say('voi.value', language), align: 'end' },
        { title: say('voi.error', language), align: 'end' },
        ...(decisionsPerYear === null
          ? []
          : [
              {
                title: say('voi.year', language, { n: formatCount(decisionsPerYear) }),
                align: 'end' as const,
              },
            ]),
      ],
      rows: [
        ...bars.map(({ parameter, state, value, standardError }) => [
          parameter[language],
          say(`tornado.${state}`, language),
          worth(shape.stated),
          worth(value),
          worth(standardError),
          ...yearly(value),
        ]),
        ...willingness.map((price, at) => [
          say('voi.everything', language),
          '',
          worth(price),
          worth(evpi[at] ?? 0),
          price === shape.stated ? worth(perfect.standardError) : none,
          ...yearly(evpi[at] ?? 0),
        ]),
      ],
    },
  };
}

const moneyOf =
  ({ currency }: ValueOfInformationShape, language: Language) =>
  (amount: number): string =>
    formatMoney({ amount, currency: currencyOf(currency), priceYear: 2000 }, language);

/** A gain is told only where it is clear of its own noise. */
function findingOf(shape: ValueOfInformationShape, bars: readonly Known[], language: Language): string {
  const money = moneyOf(shape, language);
  const at = `${money(shape.stated)}/${shape.effectUnit}`;
  const [first] = bars;
  if (!(shape.perfect.value > 0)) return say('voi.none', language, { at });
  if (first === undefined || !(first.value > 2 * (first.standardError ?? 0)))
    return say('voi.noise', language, { at, evpi: money(shape.perfect.value) });
  return say('voi.finding', language, {
    at,
    parameter: first.parameter[language],
    value: money(first.value),
  });
}

const width = 680;
const [lineTop, lineHeight] = [34, 150];

function plotOf(shape: ValueOfInformationShape, bars: readonly Known[], language: Language): PlotDescription {
  const line = linePanel(shape, language);
  const top = lineTop + lineHeight + 84;
  const rows = barPanels(shape, bars, top, language);
  return { width, height: rows.bottom + 46, panels: [line, ...rows.panels] };
}

/** What perfect information is worth over the whole range of prices, the stated one marked. */
function linePanel(shape: ValueOfInformationShape, language: Language): Panel {
  const { willingness, evpi, stated, perfect } = shape;
  const currency = currencyOf(shape.currency);
  const money = moneyAxis(Math.max(...evpi, 1), currency, language);
  const prices = moneyAxis(Math.max(...willingness), currency, language);
  const y = linearAxis([0, Math.max(...evpi, perfect.value, 1)], {
    title: say('voi.y', language, { unit: money.unit }),
    divideBy: money.by,
  });
  return {
    frame: { left: 60, top: lineTop, width: width - 60 - 24, height: lineHeight },
    x: linearAxis(willingness, {
      title: say('voi.x', language, { unit: `${prices.unit}/${shape.effectUnit}` }),
      grid: false,
      divideBy: prices.by,
    }),
    y,
    marks: [
      {
        mark: 'rules',
        rules: [[stated, y.domain[0], stated, y.domain[1]]],
        ink: 'slate',
        width: 1,
        dash: 'dashed',
      },
      {
        mark: 'line',
        points: willingness.map((price, at) => [price, evpi[at] ?? 0]),
        curve: 'linear',
        ink: 'slot-1',
        width: 2,
        dash: 'solid',
      },
      {
        mark: 'dots',
        points: [[stated, perfect.value]],
        ink: 'ink',
        marker: 'diamond',
        radius: 5,
        opacity: 1,
      },
      {
        mark: 'words',
        words: [
          word(stated, y.domain[1], `${moneyOf(shape, language)(stated)}/${shape.effectUnit}`, {
            ink: 'ink-2',
            shift: [6, 8],
          }),
        ],
      },
    ],
  };
}

function barPanels(
  shape: ValueOfInformationShape,
  bars: readonly Known[],
  top: number,
  language: Language,
): { readonly panels: readonly Panel[]; readonly bottom: number } {
  const labels = bars.map(({ parameter, state }) =>
    wrapText(`${parameter[language]} (${say(`tornado.${state}`, language)})`, 13, 230),
  );
  const rowHeight = 12 + 16 * Math.max(1, ...labels.map((lines) => lines.length));
  const left = Math.min(240, Math.max(80, ...labels.flat().map((text) => textWidth(text, 13)))) + 12;
  const height = Math.max(1, bars.length) * rowHeight;
  const ends = bars.map(({ value, standardError }) => value + (standardError ?? 0));
  const most = Math.max(shape.perfect.value, ...ends, 1);
  const { by, unit } = moneyAxis(most, currencyOf(shape.currency), language);
  const x = linearAxis([0, most * 1.04], { title: say('voi.bars', language, { unit }), divideBy: by });
  const whiskers = bars.flatMap(({ value, standardError }, row) =>
    standardError === null || standardError === 0
      ? []
      : [[Math.max(0, value - standardError), row + 0.5, value + standardError, row + 0.5] as const],
  );
  const perfect = `${say('voi.everything', language)} ${moneyOf(shape, language)(shape.perfect.value)}`;
  const marks: readonly Mark[] = [
    ...bars.map(({ value, state }, row): Mark => ({
      mark: 'rects',
      rects: [[0, row + 0.24, value, row + 0.76]],
      fill: 'slot-1',
      opacity: 1,
      stroke: 'slot-1',
      hatched: state === 'assumption',
    })),
    { mark: 'rules', rules: whiskers, ink: 'ink', width: 1.5, dash: 'solid' },
    {
      mark: 'rules',
      rules: [[shape.perfect.value, 0, shape.perfect.value, Math.max(1, bars.length)]],
      ink: 'slate',
      width: 1.5,
      dash: 'dashed',
    },
    {
      mark: 'words',
      words: [word(shape.perfect.value, 0, perfect, { anchor: 'end', ink: 'ink-2', shift: [0, -10] })],
    },
  ];
  const words = labels.flatMap((lines, row) =>
    lines.map((text, at) =>
      word(left - 10, (row + 0.5) * rowHeight + (at - (lines.length - 1) / 2) * 16, text, {
        anchor: 'end',
        size: 13,
      }),
    ),
  );
  return {
    panels: [
      {
        frame: { left, top, width: width - left - 24, height },
        x,
        y: rowAxis(Math.max(1, bars.length)),
        marks,
      },
      { ...pixels(0, top, width, height), marks: [{ mark: 'words', words }] },
    ],
    bottom: top + height,
  };
}
