import type { Language } from '@daero/domain/text';
import { textWidth, wrapText } from './measure.ts';
import { amountIn, isRest, type StatesDrawing } from './model-structure.ts';
import { pixels, word, type Mark, type PlotDescription, type Word } from './plot.ts';
import { say } from './words.ts';

type Passage = StatesDrawing['passages'][number];
/** A passage with its way: out of one port, along a lane of its own, into another. */
type Way = {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  readonly lane: number;
};

const width = 680;
const lineHeight = 15;
const laneGap = 12;

/**
 * States in a row in the order of the file; passages forward run above, passages back below, each in the nearest lane that
 * is free, so that no arrow crosses a label. Who stays is in the table.
 */
export function statesPlot({ states, passages }: StatesDrawing, language: Language): PlotDescription {
  const step = (width - 16) / states.length;
  const boxWidth = Math.min(132, step - 26);
  const labels = states.map(({ label, tunnels }) => [
    ...wrapText(label[language], 13, boxWidth - 10),
    ...(tunnels > 1 ? [say('structure.tunnels', language, { n: tunnels })] : []),
  ]);
  const boxHeight = Math.max(...labels.map((lines) => lines.length)) * 17 + 16;
  const middle = (state: number): number => 8 + (state + 0.5) * step;
  const moving = passages.filter(({ from, to }) => from !== to);
  const lanes = (forward: boolean): readonly Way[] =>
    waysOf(
      moving.filter(({ from, to }) => to > from === forward),
      { middle, boxWidth, language },
    );
  const [ahead, back] = [lanes(true), lanes(false)];
  const heightOf = (ways: readonly Way[]): readonly number[] => laneHeights(ways);
  const sum = (heights: readonly number[]): number => heights.reduce((total, each) => total + each, 0);
  const [aboveHeights, belowHeights] = [heightOf(ahead), heightOf(back)];
  const top = sum(aboveHeights) + 18;
  const bottom = top + boxHeight;
  const reach = (heights: readonly number[], lane: number): number => sum(heights.slice(0, lane + 1));
  const drawn = [
    ...ahead.map((way) => wayMarks(way, top, top - reach(aboveHeights, way.lane) + 4, -1)),
    ...back.map((way) => wayMarks(way, bottom, bottom + reach(belowHeights, way.lane) - 4, 1)),
  ];
  const boxes: Mark = {
    mark: 'rects',
    rects: states.map((_, state) => [
      middle(state) - boxWidth / 2,
      top,
      middle(state) + boxWidth / 2,
      bottom,
    ]),
    fill: 'sunken',
    opacity: 1,
    stroke: 'edge',
    hatched: false,
  };
  const names = labels.flatMap((lines, state) =>
    lines.map((line, at) =>
      word(middle(state), (top + bottom) / 2 + (at - (lines.length - 1) / 2) * 17, line, {
        anchor: 'middle',
        size: 13,
        bold: at < lines.length - ((states[state]?.tunnels ?? 1) > 1 ? 1 : 0),
      }),
    ),
  );
  const height = bottom + sum(belowHeights) + 18;
  return {
    width,
    height,
    panels: [
      {
        ...pixels(0, 0, width, height),
        marks: [
          ...drawn.flatMap(({ marks }) => marks),
          boxes,
          { mark: 'words', words: [...drawn.flatMap(({ words }) => words), ...names] },
        ],
      },
    ],
  };
}

type Room = {
  readonly middle: (state: number) => number;
  readonly boxWidth: number;
  readonly language: Language;
};

/** Short ways first and innermost; each state has a port for every arrow on this side, the longest ways outermost. */
function waysOf(passages: readonly Passage[], { middle, boxWidth, language }: Room): readonly Way[] {
  const span = ({ from, to }: Passage): number => Math.abs(to - from);
  const port = (state: number, passage: Passage): number => {
    const own = passages
      .filter(({ from, to }) => from === state || to === state)
      .sort((a, b) => side(a, state) - side(b, state) || ordered(a, b, state));
    return middle(state) + boxWidth * ((own.indexOf(passage) + 1) / (own.length + 1) - 0.5);
  };
  const side = ({ from, to }: Passage, state: number): number => (Math.min(from, to) === state ? 1 : 0);
  // to the right: the longest way leaves leftmost, so that shorter ones nest inside; to the left it enters rightmost
  const ordered = (a: Passage, b: Passage, state: number): number =>
    side(a, state) === 1 ? span(b) - span(a) : span(a) - span(b);
  const taken: { readonly lane: number; readonly low: number; readonly high: number }[] = [];
  return [...passages]
    .sort((a, b) => span(a) - span(b) || a.from - b.from)
    .map((passage) => {
      const [from, to] = [port(passage.from, passage), port(passage.to, passage)];
      const room = Math.max(Math.abs(to - from) - 16, 84);
      const lines = broken(amountIn(passage.amount, language), room);
      const half = Math.max(Math.abs(to - from), ...lines.map((line) => textWidth(line, 12) + 12)) / 2;
      const [low, high] = [(from + to) / 2 - half, (from + to) / 2 + half];
      const above = taken
        .filter((other) => other.low < high + 6 && other.high > low - 6)
        .map(({ lane }) => lane);
      const lane = above.length === 0 ? 0 : Math.max(...above) + 1;
      taken.push({ lane, low, high });
      return { passage, from, to, lines, lane };
    });
}

/** Expressions have few blanks: they also break after an operator. */
const broken = (text: string, room: number): readonly string[] =>
  textWidth(text, 12) <= room
    ? [text]
    : wrapText(text.replace(/([*+/(,])(?=\S)/g, '$1 '), 12, room).map((line) =>
        line.replace(/([*+/(,]) /g, '$1'),
      );

function laneHeights(ways: readonly Way[]): readonly number[] {
  const lanes = Math.max(-1, ...ways.map(({ lane }) => lane)) + 1;
  return Array.from({ length: lanes }, (_, lane) => {
    const lines = Math.max(...ways.filter((way) => way.lane === lane).map((way) => way.lines.length));
    return lines * lineHeight + laneGap;
  });
}

/** Out, along and in; the arrow head points at the box (`away` -1: the lane is above it). */
function wayMarks(
  { passage, from, to, lines }: Way,
  box: number,
  lane: number,
  away: 1 | -1,
): { readonly marks: readonly Mark[]; readonly words: readonly Word[] } {
  const tip = box + away * 7;
  return {
    marks: [
      {
        mark: 'line',
        points: [
          [from, box],
          [from, lane],
          [to, lane],
          [to, tip],
        ],
        curve: 'linear',
        ink: 'ink-3',
        width: 1.25,
        dash: 'solid',
      },
      {
        mark: 'polygon',
        points: [
          [to, box + away],
          [to - 4.5, tip],
          [to + 4.5, tip],
        ],
        fill: 'ink-3',
        opacity: 1,
        stroke: null,
      },
    ],
    words: lines.map((line, at) =>
      word(
        (from + to) / 2,
        away === -1 ? lane + 9 + at * lineHeight : lane - 9 - (lines.length - 1 - at) * lineHeight,
        line,
        { anchor: 'middle', ink: 'ink-2', code: !isRest(passage.amount) },
      ),
    ),
  };
}
