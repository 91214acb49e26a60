import { formatMoney } from '@daero/domain/format/money';
import { formatCount, formatNumber, significant, trimZeros } from '@daero/domain/format/number';
import type { TwoWayAxis, TwoWayShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { ticksBetween } from './axis.ts';
import { currencyOf } from './currency.ts';
import type { Figure } from './figure.ts';
import { legendAt } from './legend.ts';
import { textWidth, wrapText } from './measure.ts';
import {
  pixels,
  seriesAt,
  word,
  type Axis,
  type Dash,
  type Ink,
  type Mark,
  type Marker,
  type Panel,
  type PlotDescription,
} from './plot.ts';
import { say } from './words.ts';

export function twoWayFigure(shape: TwoWayShape, language: Language): Figure {
  const { axes, strategies, reference, willingness, effectUnit, priceYear } = shape;
  const [first, second] = axes;
  const best = bestOf(shape);
  const money = (amount: number): string =>
    formatMoney({ amount, currency: currencyOf(shape.currency), priceYear: 2000 }, language);
  const notes = [say('grid.note', language)];
  if (!isInside(first) || !isInside(second))
    notes.push(
      say('grid.baseOutside', language, { first: printValue(first.base), second: printValue(second.base) }),
    );
  return {
    kind: 'two-way',
    language,
    title: findingOf(shape, best, language),
    subtitle: say('grid.subtitle', language, {
      ...{ label: shape.label[language], willingness: money(willingness), effect: effectUnit },
      year: priceYear,
    }),
    notes,
    plot: plotOf(shape, best, language),
    table: {
      columns: [
        { title: axisTitle(first, language), align: 'end' },
        { title: axisTitle(second, language), align: 'end' },
        { title: say('grid.best', language), align: 'start' },
        { title: say('grid.gain', language), align: 'end' },
      ],
      rows: first.values.flatMap((x, i) =>
        second.values.map((y, j) => {
          const at = best[i]?.[j] ?? 0;
          const worth = shape.worth[i]?.[j] ?? [];
          const gain = (worth[at] ?? NaN) - (worth[reference] ?? NaN);
          return [
            { value: x, text: printValue(x) },
            { value: y, text: printValue(y) },
            strategies[at]?.[language] ?? '',
            { value: gain, text: money(gain) },
          ];
        }),
      ),
    },
  };
}

/** By value along x, then along y: the strategy that is worth most; of equals the one named first. */
const bestOf = ({ worth }: TwoWayShape): readonly (readonly number[])[] =>
  worth.map((column) => column.map((values) => values.indexOf(Math.max(...values))));

const isInside = ({ base, values }: TwoWayAxis): boolean =>
  base >= (values[0] ?? NaN) && base <= (values.at(-1) ?? NaN);

const axisTitle = ({ parameter, unit }: TwoWayAxis, language: Language): string =>
  unit === '' ? parameter[language] : `${parameter[language]} (${unit})`;

function printValue(x: number): string {
  const rounded = significant(x, 3);
  if (Math.abs(rounded) >= 100 || rounded === 0) return formatCount(rounded);
  return trimZeros(formatNumber(rounded, 6));
}

function findingOf(
  { strategies }: TwoWayShape,
  best: readonly (readonly number[])[],
  language: Language,
): string {
  const cells = best.flat();
  const counts = strategies
    .map((name, index) => ({ name: name[language], n: cells.filter((at) => at === index).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const [only] = counts;
  if (counts.length === 1) return say('grid.all', language, { all: cells.length, name: only?.name ?? '' });
  return say('grid.some', language, {
    all: cells.length,
    counts: counts.map(({ name, n }) => `${name} ${n}`).join(', '),
  });
}

type Look = { readonly ink: Ink; readonly marker: Marker; readonly dash: Dash };

/** Usual care is slate in every plot; the others take the series in their order. */
function lookOf({ strategies, reference }: TwoWayShape, index: number): Look {
  if (index === reference) return { ink: 'slate', marker: 'circle', dash: 'solid' };
  return { ...seriesAt(index - (reference < index ? 1 : 0), strategies.length), dash: 'solid' };
}

/** Each point in the middle of its cell: the edges between them, the outer ones as far out as the next are in. */
function edgesOf({ values }: TwoWayAxis): readonly number[] {
  const between = values.slice(1).map((value, at) => (value + (values[at] ?? value)) / 2);
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const [after = first, before = last] = [between[0], between.at(-1)];
  return [2 * first - after, ...between, 2 * last - before];
}

const [width, top, left, height] = [680, 34, 64, 320];

function plotOf(
  shape: TwoWayShape,
  best: readonly (readonly number[])[],
  language: Language,
): PlotDescription {
  const [first, second] = shape.axes;
  const [xs, ys] = [edgesOf(first), edgesOf(second)];
  const cells = first.values.flatMap((x, i) =>
    second.values.map((y, j) => ({
      ...{ x, y, best: best[i]?.[j] ?? 0 },
      rect: [xs[i] ?? 0, ys[j] ?? 0, xs[i + 1] ?? 0, ys[j + 1] ?? 0] as const,
    })),
  );
  const marks: Mark[] = shape.strategies.flatMap((_name, index): readonly Mark[] => {
    const own = cells.filter((cell) => cell.best === index);
    if (own.length === 0) return [];
    const { ink, marker } = lookOf(shape, index);
    return [
      {
        ...{ mark: 'rects', rects: own.map(({ rect }) => rect), fill: ink, opacity: 0.32 },
        ...{ stroke: null, hatched: false },
      },
      { mark: 'dots', points: own.map(({ x, y }) => [x, y]), ink, marker, radius: 2.6, opacity: 1 },
    ];
  });
  marks.push({ mark: 'rules', rules: turns(best, xs, ys), ink: 'ink', width: 2, dash: 'solid' });
  if (isInside(first) && isInside(second)) {
    const right = first.base > ((xs[0] ?? 0) + (xs.at(-1) ?? 0)) / 2;
    const base = { anchor: right ? 'end' : 'start', bold: true, shift: [right ? -10 : 10, -10] } as const;
    marks.push(
      {
        ...{ mark: 'dots', points: [[first.base, second.base]], ink: 'surface', marker: 'diamond' },
        ...{ radius: 9, opacity: 1 },
      },
      {
        ...{ mark: 'dots', points: [[first.base, second.base]], ink: 'ink', marker: 'diamond' },
        ...{ radius: 6, opacity: 1 },
      },
      { mark: 'words', words: [word(first.base, second.base, say('grid.base', language), base)] },
    );
  }
  const titles = wrapText(axisTitle(second, language), 12, width - 48);
  const head = Math.max(0, titles.length - 1) * 16;
  const entries = shape.strategies.map((name, index) => ({
    ...{ ink: lookOf(shape, index).ink, marker: lookOf(shape, index).marker },
    ...{ dash: 'none' as const, text: name[language] },
  }));
  const below = top + head + height + 50;
  const legend = {
    ...{ left: left - 8, top: below, height: entries.length * 18 + 8 },
    width: Math.max(...entries.map(({ text }) => textWidth(text, 12))) + 40,
  };
  const panel: Panel = {
    frame: { left, top: top + head, width: width - left - 24, height },
    x: { ...axisOf(xs), title: axisTitle(first, language) },
    y: axisOf(ys),
    marks,
  };
  const title = titles.map((line, at) => word(34, 14 + at * 16, line, { ink: 'ink-2' }));
  return {
    width,
    height: below + legend.height + 4,
    panels: [
      panel,
      { ...pixels(0, 0, width, top + head), marks: [{ mark: 'words', words: title }] },
      legendAt(entries, legend),
    ],
  };
}

const axisOf = (edges: readonly number[]): Axis => {
  const domain = [edges[0] ?? 0, edges.at(-1) ?? 1] as const;
  return { domain, scale: 'linear', ticks: ticksBetween(...domain), title: '', grid: false };
};

/** Between two cells with different strategies lies where the decision turns. */
function turns(
  best: readonly (readonly number[])[],
  xs: readonly number[],
  ys: readonly number[],
): readonly (readonly [number, number, number, number])[] {
  const found: (readonly [number, number, number, number])[] = [];
  best.forEach((column, i) => {
    column.forEach((at, j) => {
      const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = [xs[i], xs[i + 1], ys[j], ys[j + 1]];
      const [right, above] = [best[i + 1]?.[j], column[j + 1]];
      if (right !== undefined && right !== at) found.push([x2, y1, x2, y2]);
      if (above !== undefined && above !== at) found.push([x1, y2, x2, y2]);
    });
  });
  return found;
}
