import { formatCount } from '@daero/domain/format/number';
import { formatPercent } from '@daero/domain/format/probability';
import type { FlowShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { none, type Cell, type Figure } from './figure.ts';
import { wrapText } from './measure.ts';
import { pixels, word, type Mark, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

type Stage = FlowShape['stages'][number];

/** People who are in neither the next stage nor any reason for leaving. */
export const unaccounted = (stage: Stage, next: Stage | undefined): number =>
  next === undefined ? 0 : stage.n - stage.left.reduce((sum, { n }) => sum + n, 0) - next.n;

export function flowFigure(shape: FlowShape, language: Language): Figure {
  const { stages } = shape;
  const [first, last] = [stages[0]?.n ?? 0, stages.at(-1)?.n ?? 0];
  const gap = stages.reduce((sum, stage, index) => sum + Math.abs(unaccounted(stage, stages[index + 1])), 0);
  const slots = {
    unit: shape.unit[language],
    first: formatCount(first),
    last: formatCount(last),
    share: formatPercent(last, first),
    gap: formatCount(gap),
  };
  return {
    kind: 'flow',
    language,
    title: say(gap === 0 ? 'flow.title' : 'flow.broken', language, slots),
    subtitle: say('flow.subtitle', language, { label: shape.label[language], unit: shape.unit[language] }),
    notes: gap === 0 ? [] : [say('flow.note.gap', language)],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('flow.stage', language), align: 'start' },
        { title: say('flow.n', language), align: 'end' },
        { title: say('flow.reason', language), align: 'start' },
        { title: say('flow.left', language), align: 'end' },
      ],
      rows: stages.flatMap((stage, index) => [
        [
          stage.label[language],
          { value: stage.n, text: formatCount(stage.n) },
          '',
          none,
        ] satisfies readonly Cell[],
        ...leavers(stage, stages[index + 1], language).map(({ reason, n }): readonly Cell[] => [
          '',
          none,
          reason,
          { value: n, text: formatCount(n) },
        ]),
      ]),
    },
  };
}

type Leaver = { readonly reason: string; readonly n: number; readonly broken: boolean };

function leavers(stage: Stage, next: Stage | undefined, language: Language): readonly Leaver[] {
  const gap = unaccounted(stage, next);
  const known = stage.left.map(({ reason, n }) => ({ reason: reason[language], n, broken: false }));
  return gap === 0 ? known : [...known, { reason: say('flow.gap', language), n: gap, broken: true }];
}

const width = 680;
const boxWidth = 300;
const sideLeft = 360;
const sideWidth = width - sideLeft - 1;
const line = 18;
const pad = 10;

type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly broken: boolean;
};
const boxHeight = (lines: number): number => lines * line + 2 * pad;

function plotOf({ stages }: FlowShape, language: Language): PlotDescription {
  const boxes: Box[] = [];
  const arrows: (readonly [number, number, number, number])[] = [];
  let top = 1;
  stages.forEach((stage, index) => {
    const lines = [...wrapText(stage.label[language], 13, boxWidth - 2 * pad), `n = ${formatCount(stage.n)}`];
    boxes.push({ left: 1, top, width: boxWidth, lines, broken: false });
    const bottom = top + boxHeight(lines.length);
    let side = bottom + 12;
    for (const { reason, n, broken } of leavers(stage, stages[index + 1], language)) {
      const reasons = wrapText(`${reason}: n = ${formatCount(n)}`, 13, sideWidth - 2 * pad);
      boxes.push({ left: sideLeft, top: side, width: sideWidth, lines: reasons, broken });
      const middle = side + boxHeight(reasons.length) / 2;
      arrows.push([boxWidth / 2, middle, sideLeft, middle]);
      side += boxHeight(reasons.length) + 8;
    }
    if (index === stages.length - 1) {
      top = bottom;
      return;
    }
    top = Math.max(bottom + 36, side + 4);
    arrows.push([boxWidth / 2, bottom, boxWidth / 2, top]);
  });
  const height = top + 2;
  const marks = [...arrowMarks(arrows), ...boxes.flatMap(boxMarks)];
  return { width, height, panels: [{ ...pixels(0, 0, width, height), marks }] };
}

const boxMarks = ({ left, top, width: across, lines, broken }: Box): readonly Mark[] => [
  {
    mark: 'rects',
    rects: [[left, top, left + across, top + boxHeight(lines.length)]],
    fill: 'surface',
    opacity: 1,
    stroke: broken ? 'bad' : 'edge',
    hatched: false,
  },
  {
    mark: 'words',
    words: lines.map((text, index) =>
      word(left + pad, top + pad + (index + 0.5) * line, text, {
        size: 13,
        bold: text.startsWith('n = '),
        ink: broken ? 'bad' : 'ink',
      }),
    ),
  },
];

const arrowMarks = (arrows: readonly (readonly [number, number, number, number])[]): readonly Mark[] => [
  { mark: 'rules', rules: arrows, ink: 'edge', width: 1, dash: 'solid' },
  ...arrows.map(([x1, , x2, y2]): Mark => ({
    mark: 'polygon',
    points:
      x1 === x2
        ? [
            [x2, y2],
            [x2 - 4, y2 - 7],
            [x2 + 4, y2 - 7],
          ]
        : [
            [x2, y2],
            [x2 - 7, y2 - 4],
            [x2 - 7, y2 + 4],
          ],
    fill: 'edge',
    opacity: 1,
    stroke: null,
  })),
];
