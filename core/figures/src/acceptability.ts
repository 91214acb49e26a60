import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import { formatNumber } from '@daero/domain/format/number';
import type { AcceptabilityShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, unitAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import type { Figure } from './figure.ts';
import { separate, textWidth, wrapText } from './measure.ts';
import {
  pixels,
  seriesAt,
  word,
  type Dash,
  type Ink,
  type Mark,
  type Marker,
  type PlotDescription,
  type Point,
} from './plot.ts';
import { say } from './words.ts';

const probabilityOf = ({ strategies }: AcceptabilityShape, strategy: number, at: number): number =>
  strategies[strategy]?.probabilities[at] ?? 0;

/** Which strategy lies on the frontier at each willingness; where two are equal there, the one that was on it before. */
function onFrontier({ strategies, frontier }: AcceptabilityShape): readonly number[] {
  const best: number[] = [];
  frontier.forEach((probability, at) => {
    const fits = (strategy: number): boolean => strategies[strategy]?.probabilities[at] === probability;
    const before = best[at - 1];
    const found =
      before !== undefined && fits(before) ? before : strategies.findIndex((_, index) => fits(index));
    if (found < 0) throw new RangeError(`no strategy has the probability ${probability} of the frontier`);
    best.push(found);
  });
  return best;
}

export function acceptabilityFigure(shape: AcceptabilityShape, language: Language): Figure {
  const currency = currencyOf(shape.currency);
  const best = onFrontier(shape);
  return {
    kind: 'acceptability',
    language,
    title: findingOf(shape, language),
    subtitle: say('acceptability.subtitle', language, { label: shape.label[language] }),
    notes: [say('acceptability.note', language)],
    plot: plotOf(shape, language),
    table: {
      columns: [
        {
          title: say('acceptability.x', language, { unit: `${shape.currency}/${shape.effectUnit}` }),
          align: 'end',
        },
        ...shape.strategies.map(({ name }) => ({ title: name[language], align: 'end' as const })),
        { title: say('acceptability.frontier', language), align: 'start' },
      ],
      rows: shape.willingness.map((amount, at) => [
        { value: amount, text: formatMoney({ amount, currency, priceYear: 2000 }, language) },
        ...shape.strategies.map(({ probabilities }) => {
          const probability = probabilities[at] ?? 0;
          return { value: probability, text: formatNumber(probability, 3) };
        }),
        shape.strategies[best[at] ?? 0]?.name[language] ?? '',
      ]),
    },
  };
}

/** From which willingness on the last strategy of the frontier is best, and how sure that is: never "decided". */
function findingOf(shape: AcceptabilityShape, language: Language): string {
  const { willingness, strategies } = shape;
  const frontier = onFrontier(shape);
  const best = frontier.at(-1) ?? 0;
  let from = frontier.length - 1;
  while (from > 0 && frontier[from - 1] === best) from--;
  const probabilities = willingness.slice(from).map((_, at) => probabilityOf(shape, best, from + at));
  const at = formatMoney(
    { amount: willingness[from] ?? 0, currency: currencyOf(shape.currency), priceYear: 2000 },
    language,
  );
  return say(from === 0 ? 'acceptability.one' : 'acceptability.switch', language, {
    name: strategies[best]?.name[language] ?? '',
    at: `${at}/${shape.effectUnit}`,
    low: formatNumber(Math.min(...probabilities), 2),
    high: formatNumber(Math.max(...probabilities), 2),
  });
}

const width = 680;
const top = 34;
const height = 300;

function plotOf(shape: AcceptabilityShape, language: Language): PlotDescription {
  const { willingness, strategies } = shape;
  const frontier = onFrontier(shape);
  const names = strategies.map(({ name }) => wrapText(name[language], 13, 150));
  const right = Math.max(60, ...names.flat().map((line) => textWidth(line, 13))) + 26;
  const frame = { left: 44, top, width: width - 44 - right, height };
  const { by, unit } = moneyAxis(Math.max(...willingness), currencyOf(shape.currency), language);
  const linesOf = strategies.map(({ probabilities }) =>
    willingness.map((amount, at): Point => [amount, probabilities[at] ?? 0]),
  );
  const frontierLine = frontier.map((strategy, at): Point => [
    willingness[at] ?? 0,
    probabilityOf(shape, strategy, at),
  ]);
  const places = separate(
    linesOf.map((points) => (1 - (points.at(-1)?.[1] ?? 0)) * height),
    34,
    8,
    height - 8,
  );
  const marks: readonly Mark[] = [
    ...segmentsByStrategy(frontierLine, frontier).map((points): Mark => ({
      mark: 'line',
      points,
      curve: 'linear',
      ink: 'line',
      width: 9,
      dash: 'solid',
    })),
    ...linesOf.map((points, index): Mark => ({
      mark: 'line',
      points,
      curve: 'linear',
      ink: lookOf(shape, index).ink,
      width: 2,
      dash: lookOf(shape, index).dash,
    })),
  ];
  const labels = strategies.flatMap((_strategy, index): readonly Mark[] => {
    const { ink, marker } = lookOf(shape, index);
    const [lines, y] = [names[index] ?? [], places[index] ?? 0];
    return [
      { mark: 'dots', points: [[12, y]], ink, marker, radius: 4, opacity: 1 },
      {
        mark: 'words',
        words: lines.map((line, at) => word(20, y + (at - (lines.length - 1) / 2) * 15, line, { size: 13 })),
      },
    ];
  });
  return {
    width,
    height: top + height + 50,
    panels: [
      {
        frame,
        x: linearAxis(willingness, {
          title: say('acceptability.x', language, { unit: `${unit}/${shape.effectUnit}` }),
          grid: false,
          divideBy: by,
        }),
        y: unitAxis(say('acceptability.y', language)),
        marks,
      },
      { ...pixels(44 + frame.width, top, right, height), marks: labels },
    ],
  };
}

type Look = { readonly ink: Ink; readonly marker: Marker; readonly dash: Dash };

/** Usual care is slate and dashed in every plot; the others take the series in their order. */
function lookOf({ strategies, reference }: AcceptabilityShape, index: number): Look {
  if (index === reference) return { ink: 'slate', marker: 'circle', dash: 'dashed' };
  const before = reference !== null && reference < index ? 1 : 0;
  return { ...seriesAt(index - before, strategies.length), dash: 'solid' };
}

/** The frontier breaks where the best strategy changes: the jump between two curves is no datum. */
function segmentsByStrategy(
  points: readonly Point[],
  strategy: readonly number[],
): readonly (readonly Point[])[] {
  const segments: Point[][] = [];
  points.forEach((point, at) => {
    if (at === 0 || strategy[at] !== strategy[at - 1]) segments.push([point]);
    else segments.at(-1)?.push(point);
  });
  return segments;
}
