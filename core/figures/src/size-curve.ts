import { formatNumber, trimZeros } from '@daero/domain/format/number';
import type { SizeCurveShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, unitAxis } from './axis.ts';
import type { Figure } from './figure.ts';
import { separate, textWidth, wrapText } from './measure.ts';
import { pixels, seriesAt, word, type Axis, type Mark, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

const plain = (value: number): string => trimZeros(formatNumber(value, 3));

export function sizeCurveFigure(shape: SizeCurveShape, language: Language): Figure {
  const [x, y] = [shape.x[language], shape.y[language]];
  return {
    kind: 'size-curve',
    language,
    title: findingOf(shape, language),
    subtitle: say('size.subtitle', language, { x, y, k: shape.curves.length }),
    notes: [],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('size.series', language), align: 'start' },
        { title: x, align: 'end' },
        { title: y, align: 'end' },
      ],
      rows: shape.curves.flatMap(({ label, points }) =>
        points.map((point) => [
          label[language],
          { value: point.x, text: plain(point.x) },
          { value: point.y, text: plain(point.y) },
        ]),
      ),
    },
  };
}

/** What was chosen; else from which size on the first curve reaches the target. */
function findingOf({ label, x, y, chosen, target, curves }: SizeCurveShape, language: Language): string {
  const slots = { label: label[language], x: x[language], y: y[language] };
  if (chosen !== null)
    return say('size.chosen', language, { ...slots, atX: plain(chosen.x), atY: formatNumber(chosen.y, 3) });
  if (target === null) return say('size.plain', language, slots);
  const points = curves[0]?.points ?? [];
  const falling = (points[0]?.y ?? 0) > (points.at(-1)?.y ?? 0); // a width falls to its target, a power rises
  const reached = points.find((point) => (falling ? point.y <= target : point.y >= target));
  return reached === undefined
    ? say('size.notReached', language, { ...slots, target: plain(target) })
    : say('size.reached', language, { ...slots, target: plain(target), atX: plain(reached.x) });
}

const width = 680;
const top = 34;
const height = 300;

function plotOf(shape: SizeCurveShape, language: Language): PlotDescription {
  const { curves, target, chosen } = shape;
  const names = curves.map(({ label }) => wrapText(label[language], 13, 150));
  const right = Math.max(40, ...names.flat().map((line) => textWidth(line, 13))) + 30;
  const frame = { left: 52, top, width: width - 52 - right, height };
  const points = [...curves.flatMap((curve) => curve.points), ...(chosen === null ? [] : [chosen])];
  const x = linearAxis(
    points.map((point) => point.x),
    { title: shape.x[language], grid: false },
  );
  const y = yAxis(
    [...points.map((point) => point.y), ...(target === null ? [] : [target])],
    shape.y[language],
  );
  const [bottom, highest] = y.domain;
  const places = separate(
    curves.map((curve) => ((highest - (curve.points.at(-1)?.y ?? 0)) / (highest - bottom)) * height),
    Math.max(1, ...names.map((lines) => lines.length)) * 15 + 4,
    8,
    height - 8,
  );
  const [from, to] = x.domain;
  const marks: readonly Mark[] = [
    ...(target === null
      ? []
      : ([
          { mark: 'rules', rules: [[from, target, to, target]], ink: 'slate', width: 1, dash: 'dashed' },
          {
            mark: 'words',
            words: [
              word(from, target, say('size.target', language, { target: plain(target) }), {
                ink: 'ink-2',
                shift: [8, 11],
              }),
            ],
          },
        ] as const)),
    ...curves.map((curve, index): Mark => ({
      mark: 'line',
      points: curve.points.map((point) => [point.x, point.y]),
      curve: 'linear',
      ink: seriesAt(index, curves.length).ink,
      width: 2,
      dash: 'solid',
    })),
    ...curves.map((curve, index): Mark => ({
      mark: 'dots',
      points: curve.points.slice(-1).map((point) => [point.x, point.y]),
      ...seriesAt(index, curves.length),
      radius: 4,
      opacity: 1,
    })),
    ...(chosen === null ? [] : chosenMarks(chosen, from, bottom)),
  ];
  return {
    width,
    height: top + height + 50,
    panels: [
      { frame, x, y, marks },
      {
        ...pixels(frame.left + frame.width, top, right, height),
        marks: names.flatMap((lines, index): readonly Mark[] => {
          const at = places[index] ?? 0;
          return [
            {
              mark: 'dots',
              points: [[12, at]],
              ...seriesAt(index, curves.length),
              radius: 4,
              opacity: 1,
            },
            {
              mark: 'words',
              words: lines.map((line, row) =>
                word(20, at + (row - (lines.length - 1) / 2) * 15, line, { size: 13 }),
              ),
            },
          ];
        }),
      },
    ],
  };
}

/** A probability keeps its whole range. */
const yAxis = (values: readonly number[], title: string): Axis =>
  values.every((value) => value >= 0 && value <= 1) && values.some((value) => value > 0.5)
    ? unitAxis(title)
    : linearAxis([0, ...values], { title });

const chosenMarks = (
  { x, y }: { readonly x: number; readonly y: number },
  from: number,
  bottom: number,
): readonly Mark[] => [
  {
    mark: 'rules',
    rules: [
      [x, bottom, x, y],
      [from, y, x, y],
    ],
    ink: 'ink-2',
    width: 1,
    dash: 'dotted',
  },
  { mark: 'dots', points: [[x, y]], ink: 'ink', marker: 'diamond', radius: 6, opacity: 1 },
  {
    mark: 'words',
    words: [word(x, y, `${plain(x)}, ${formatNumber(y, 3)}`, { bold: true, shift: [8, 12] })],
  },
];
