import type { Language } from '@daero/domain/text';
import { textWidth, wrapText } from './measure.ts';
import { amountIn, isRest, type TreeDrawing } from './model-structure.ts';
import { pixels, word, type Mark, type PlotDescription, type Word } from './plot.ts';

type Place = { readonly x: number; readonly y: number };

const width = 680;
const lineHeight = 15;

/** Decisions left, ends right; a branch runs level with the node that it leads to and carries its name and probability. */
export function treePlot(drawing: TreeDrawing, language: Language): PlotDescription {
  const { nodes } = drawing;
  const depths: number[] = [];
  for (const { branch } of nodes) depths.push(branch === null ? 0 : (depths[branch.from] ?? 0) + 1);
  const columnWidth = (width - 44) / Math.max(1, ...depths);
  const said = nodes.map(({ branch }) => {
    const room = columnWidth - 26;
    if (branch === null) return { above: [], below: [] };
    const { label, probability } = branch;
    return {
      above: wrapText(label[language], 12, room),
      below: probability === null ? [] : broken(amountIn(probability, language), room),
    };
  });
  // a node has the height of its leaves, and of what is written on the branch to it
  const tall = said.map(({ above, below }) => (above.length + below.length) * lineHeight + 14);
  const places = placesOf(drawing, depths, tall, columnWidth);
  const bottom = Math.max(0, ...places.map(({ y }) => y)) + 34;
  const branches: Mark[] = [];
  const words: Word[] = [];
  nodes.forEach(({ branch }, index) => {
    if (branch === null) return;
    const [from, to] = [places[branch.from], places[index]];
    if (from === undefined || to === undefined) throw new Error('every node has a place');
    const bend = from.x + 14;
    branches.push({
      mark: 'line',
      points: [
        [from.x, from.y],
        [bend, to.y],
        [to.x, to.y],
      ],
      curve: 'linear',
      ink: 'edge',
      width: 1.25,
      dash: 'solid',
    });
    const { above, below } = said[index] ?? { above: [], below: [] };
    above.forEach((line, at) =>
      words.push(word(bend + 3, to.y - 9 - (above.length - 1 - at) * lineHeight, line)),
    );
    below.forEach((line, at) =>
      words.push(
        word(bend + 3, to.y + 10 + at * lineHeight, line, {
          ink: 'ink-2',
          code: !isRest(branch.probability),
        }),
      ),
    );
  });
  const symbols = nodes.flatMap(({ kind }, index) => symbolAt(kind, places[index] ?? { x: 0, y: 0 }));
  return {
    width,
    height: bottom,
    panels: [{ ...pixels(0, 0, width, bottom), marks: [...branches, ...symbols, { mark: 'words', words }] }],
  };
}

/** Expressions have few blanks: they also break after an operator or a dot. */
const broken = (text: string, room: number): readonly string[] =>
  textWidth(text, 12) <= room
    ? [text]
    : wrapText(text.replace(/([*+/(,_-])(?=\S)/g, '$1 '), 12, room).map((line) =>
        line.replace(/([*+/(,_-]) /g, '$1'),
      );

/** Leaves from the top down in the order of the file; a parent in the middle of its first and last branch. */
function placesOf(
  { nodes }: TreeDrawing,
  depths: readonly number[],
  tall: readonly number[],
  columnWidth: number,
): readonly Place[] {
  const children = nodes.map((_, parent) =>
    nodes.flatMap(({ branch }, index) => (branch?.from === parent ? [index] : [])),
  );
  const y: number[] = nodes.map(() => 0);
  let floor = 8;
  const settle = (index: number): void => {
    const own = children[index] ?? [];
    if (own.length === 0) {
      const height = Math.max(34, tall[index] ?? 0);
      y[index] = floor + height / 2;
      floor += height;
      return;
    }
    const before = floor;
    own.forEach(settle);
    const missing = (tall[index] ?? 0) - (floor - before); // a single branch below a long label
    if (missing > 0) floor += missing;
    y[index] = ((y[own[0] ?? 0] ?? 0) + (y[own.at(-1) ?? 0] ?? 0)) / 2;
  };
  if (nodes.length > 0) settle(0);
  return nodes.map((_, index) => ({ x: 16 + (depths[index] ?? 0) * columnWidth, y: y[index] ?? 0 }));
}

/** Square, circle and triangle, as trees are drawn everywhere. */
function symbolAt(kind: TreeDrawing['nodes'][number]['kind'], { x, y }: Place): readonly Mark[] {
  switch (kind) {
    case 'decision':
      return [
        {
          mark: 'rects',
          rects: [[x - 7, y - 7, x + 7, y + 7]],
          fill: 'slot-1',
          opacity: 1,
          stroke: 'slot-1',
          hatched: false,
        },
      ];
    case 'chance':
      return [{ mark: 'dots', points: [[x, y]], ink: 'slot-2', marker: 'circle', radius: 7, opacity: 1 }];
    case 'leaf':
      return [
        {
          mark: 'polygon',
          points: [
            [x, y],
            [x + 11, y - 7],
            [x + 11, y + 7],
          ],
          fill: 'slate',
          opacity: 1,
          stroke: null,
        },
      ];
  }
}
