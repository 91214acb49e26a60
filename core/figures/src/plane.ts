import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { formatFraction } from '@daero/domain/format/probability';
import type { PlaneShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import type { Figure } from './figure.ts';
import { separate, textWidth } from './measure.ts';
import {
  word,
  type Axis,
  type Mark,
  type PlotDescription,
  type Point,
  type RulesMark,
  type Word,
  type WordsMark,
} from './plot.ts';
import { say } from './words.ts';

export function planeFigure(shape: PlaneShape, language: Language): Figure {
  const { northEast, southEast, southWest, northWest } = shape.quadrants;
  const more = northEast + southEast;
  // an interval of 95 % of the draws leaves 2.5 % on each side
  const finding = more > 0.975 ? 'plane.more' : more < 0.025 ? 'plane.less' : 'plane.includes';
  const currency = currencyOf(shape.currency);
  const money = (amount: number): string =>
    formatMoney({ amount, currency, priceYear: shape.priceYear }, language);
  return {
    kind: 'cost-effectiveness-plane',
    language,
    title: say(finding, language, {
      comparison: shape.comparison[language],
      share: formatFraction(finding === 'plane.less' ? 1 - more : more),
      costShare: formatFraction(northEast + northWest),
    }),
    subtitle: say('plane.subtitle', language, {
      draws: formatCount(shape.drawsInAll),
      year: shape.priceYear,
    }),
    notes: [say('plane.note', language, { drawn: formatCount(shape.draws.length) })],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('plane.quadrant', language), align: 'start' },
        { title: say('plane.share', language), align: 'end' },
      ],
      rows: [
        [say('plane.ne', language), { value: northEast, text: formatFraction(northEast) }],
        [say('plane.se', language), { value: southEast, text: formatFraction(southEast) }],
        [say('plane.sw', language), { value: southWest, text: formatFraction(southWest) }],
        [say('plane.nw', language), { value: northWest, text: formatFraction(northWest) }],
        [
          say('plane.effect', language, { unit: shape.effectUnit }),
          { value: shape.mean.effect, text: formatNumber(shape.mean.effect, effectDecimals(shape)) },
        ],
        [say('plane.cost', language), { value: shape.mean.cost, text: money(shape.mean.cost) }],
      ],
    },
  };
}

/** Effects of one person are often a few thousandths of a QALY: two digits of the spread are kept. */
function effectDecimals({ draws }: PlaneShape): number {
  const spread = Math.max(...draws.map(({ effect }) => Math.abs(effect)), 1e-6);
  return Math.min(6, Math.max(3, 2 - Math.floor(Math.log10(spread))));
}

const width = 680;
const [left, top, height] = [76, 34, 400];

function plotOf(shape: PlaneShape, language: Language): PlotDescription {
  const currency = currencyOf(shape.currency);
  const costs = [0, shape.mean.cost, ...shape.draws.map(({ cost }) => cost)];
  const effects = [0, shape.mean.effect, ...shape.draws.map(({ effect }) => effect)];
  const { by, unit } = moneyAxis(Math.max(...costs.map(Math.abs)), currency, language);
  const x = roomy(effects, 0.28, { title: say('plane.x', language, { unit: shape.effectUnit }) });
  const y = roomy(costs, 0.18, { title: say('plane.y', language, { unit }), divideBy: by });
  const lines = fan(shape, x, y, language);
  const beyond = lines.words
    .filter(({ anchor }) => anchor === 'start')
    .map(({ text }) => textWidth(text, 12) + 8);
  const right = Math.max(24, ...beyond);
  const marks: readonly Mark[] = [
    {
      mark: 'rules',
      rules: [[...ends(x, 0)], [0, y.domain[0], 0, y.domain[1]]],
      ink: 'edge',
      width: 1,
      dash: 'solid',
    },
    { mark: 'rules', rules: lines.rules, ink: 'slate', width: 1, dash: 'dashed' },
    { mark: 'words', words: lines.words },
    {
      mark: 'dots',
      points: shape.draws.map(({ effect, cost }) => [effect, cost]),
      ink: 'slot-1',
      marker: 'circle',
      radius: 2.5,
      opacity: 0.15,
    },
    { mark: 'polygon', points: ellipse(shape), fill: null, opacity: 1, stroke: 'slot-1' },
    {
      mark: 'dots',
      points: [[shape.mean.effect, shape.mean.cost]],
      ink: 'ink',
      marker: 'diamond',
      radius: 5,
      opacity: 1,
    },
    {
      mark: 'words',
      words: [
        word(shape.mean.effect, shape.mean.cost, say('plane.mean', language), { bold: true, shift: [9, 0] }),
        ...corners(shape, x, y, language),
      ],
    },
  ];
  return {
    width,
    height: 486,
    panels: [{ frame: { left, top, width: width - left - right, height }, x, y, marks }],
  };
}

const ends = (axis: Axis, at: number): readonly [number, number, number, number] => [
  axis.domain[0],
  at,
  axis.domain[1],
  at,
];

/** Room for the names of the quadrants, also of those without draws. */
function roomy(
  values: readonly number[],
  room: number,
  rest: { readonly title: string; readonly divideBy?: number },
): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  return linearAxis([Math.min(low, -room * span), Math.max(high, room * span)], rest);
}

type Fan = Pick<RulesMark, 'rules'> & Pick<WordsMark, 'words'>;

/** Willingness lines through the origin, cut at the frame, labelled where they leave it. */
function fan(shape: PlaneShape, x: Axis, y: Axis, language: Language): Fan {
  const showWest = shape.quadrants.southWest > 0.025; // else the lines would only cross the name of an empty quadrant
  const lines = shape.willingness
    .filter((slope) => slope > 0)
    .map((slope) => {
      const right = Math.min(x.domain[1], y.domain[1] / slope);
      const left = showWest ? Math.max(x.domain[0], y.domain[0] / slope) : 0;
      const money = formatMoney(
        { amount: slope, currency: currencyOf(shape.currency), priceYear: shape.priceYear },
        language,
      );
      return {
        slope,
        left,
        right,
        text: say('plane.willingness', language, { money, unit: shape.effectUnit }),
      };
    });
  const above = lines.filter(({ right }) => right < x.domain[1]);
  const beside = lines.filter(({ right }) => right >= x.domain[1]);
  return {
    rules: lines.map(({ slope, left, right }) => [left, left * slope, right, right * slope]),
    words: [
      ...beside.map(({ slope, right, text }) =>
        word(right, right * slope, text, { ink: 'ink-2', shift: [5, 0] }),
      ),
      ...labelsAbove(above, x, y),
    ],
  };
}

/** Labels of lines that leave at the top, side by side where there is room for all. */
function labelsAbove(
  lines: readonly { readonly right: number; readonly text: string }[],
  x: Axis,
  y: Axis,
): readonly Word[] {
  const perPixel = (x.domain[1] - x.domain[0]) / (width - left - 110);
  const gap = Math.max(0, ...lines.map(({ text }) => textWidth(text, 12))) + 8;
  const low = x.domain[0] + (textWidth(y.title, 12) + gap / 2) * perPixel;
  const places = separate(
    lines.map(({ right }) => right),
    gap * perPixel,
    low,
    x.domain[1],
  );
  return lines.map(({ text }, at) =>
    word(places[at] ?? 0, y.domain[1], text, { ink: 'ink-2', anchor: 'middle', shift: [0, -9] }),
  );
}

function corners({ quadrants }: PlaneShape, x: Axis, y: Axis, language: Language): readonly Word[] {
  const [west, east] = x.domain;
  const [south, north] = y.domain;
  const two = (atX: number, atY: number, name: string, share: number): readonly Word[] => {
    const anchor = atX === west ? 'start' : 'end';
    const [right, down] = [atX === west ? 6 : -6, atY === north ? 14 : -26];
    return [
      word(atX, atY, name, { anchor, ink: 'ink-2', shift: [right, down] }),
      word(atX, atY, formatFraction(share), { anchor, bold: true, shift: [right, down + 15] }),
    ];
  };
  return [
    ...two(east, north, say('plane.ne', language), quadrants.northEast),
    ...two(east, south, say('plane.se', language), quadrants.southEast),
    ...two(west, south, say('plane.sw', language), quadrants.southWest),
    ...two(west, north, say('plane.nw', language), quadrants.northWest),
  ];
}

const chiSquare95With2 = 5.991464547107979; // -2 ln 0.05

/** The ellipse that would hold 95 % of draws were they bivariate normal. */
function ellipse({ draws }: PlaneShape): readonly Point[] {
  const n = draws.length;
  if (n < 3) return [];
  const mean = (of: (draw: (typeof draws)[number]) => number): number =>
    draws.reduce((sum, draw) => sum + of(draw), 0) / n;
  const [e, c] = [mean(({ effect }) => effect), mean(({ cost }) => cost)];
  const see = mean(({ effect }) => (effect - e) * (effect - e));
  const scc = mean(({ cost }) => (cost - c) * (cost - c));
  const sec = mean(({ effect, cost }) => (effect - e) * (cost - c));
  const radius = Math.sqrt(chiSquare95With2);
  // Cholesky of the covariance: a circle becomes the ellipse
  const a = Math.sqrt(see);
  const b = a === 0 ? 0 : sec / a;
  const d = Math.sqrt(Math.max(0, scc - b * b));
  return Array.from({ length: 72 }, (_, index) => {
    const angle = (2 * Math.PI * index) / 72;
    const [u, v] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return [e + a * u, c + b * u + d * v];
  });
}
