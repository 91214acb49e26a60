import { formatNumber } from '@daero/domain/format/number';
import type { DecisionCurveShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { linearAxis } from './axis.ts';
import { legendAt, type LegendEntry } from './legend.ts';
import {
  seriesAt,
  type Axis,
  type Dash,
  type Mark,
  type PlotDescription,
  type Point,
  type Tick,
} from './plot.ts';
import { say } from './words.ts';

type Curve = DecisionCurveShape['curves'][number];

const width = 680;
const [left, top, height, lower] = [52, 34, 280, 110];

const scoresOf = ({ curves }: DecisionCurveShape): readonly Curve[] =>
  curves.filter(({ role }) => role === 'score');

/**
 * The lowest net benefit that is drawn: treating all falls without end as the threshold rises, and would leave
 * nothing to see of the rest. A score is never cut.
 */
function floorOf(shape: DecisionCurveShape): number {
  const scores = scoresOf(shape).flatMap(({ netBenefit, low }) => [...netBenefit, ...(low ?? [])]);
  const highest = Math.max(
    0,
    ...shape.curves.flatMap(({ netBenefit, high }) => [...netBenefit, ...(high ?? [])]),
  );
  return Math.min(-0.35 * highest, ...scores);
}

export const leavesBelow = (shape: DecisionCurveShape): boolean =>
  shape.curves.some(({ netBenefit }) => netBenefit.some((value) => value < floorOf(shape)));

/** Net benefit over the thresholds with both defaults; below it the gain over the better of them. */
export function decisionPlot(asked: DecisionCurveShape, language: Language): PlotDescription {
  const single = asked.thresholds.length === 1;
  const shape = single ? widened(asked) : asked;
  const { thresholds, curves } = shape;
  const entries = legendOf(shape, language);
  const legendHeight = entries.length * 18 + 8;
  const frame = { left, top: top + legendHeight, width: width - left - 24, height };
  const around = single ? 0.04 : 0;
  const ends = [
    Math.max(0, Math.min(...thresholds) - around),
    Math.min(1, Math.max(...thresholds) + around),
  ] as const;
  const x: Axis = {
    domain: ends,
    scale: 'linear',
    ticks: percentTicks(...ends),
    title: say('decision.x', language),
    grid: false,
  };
  const floor = floorOf(shape);
  const values = curves.flatMap(({ netBenefit, high }) => [...netBenefit, ...(high ?? [])]);
  const gains = scoresOf(shape).flatMap(({ gain }) => gain ?? []);
  const bottom = frame.top + height;
  return {
    width,
    height: gains.length === 0 ? bottom + 50 : bottom + 44 + lower + 50,
    panels: [
      legendAt(entries, { left, top: 4, width: frame.width, height: legendHeight }),
      {
        frame,
        x: gains.length === 0 ? x : { ...x, title: '' },
        y: linearAxis([floor, ...values.filter((value) => value > floor)], {
          title: say('decision.y', language),
        }),
        marks: [
          ...scoresOf(shape).flatMap((curve, index) => bandMarks(shape, curve, index)),
          ...curves.flatMap((curve) => lineMarks(shape, curve, floor)),
        ],
      },
      ...(gains.length === 0
        ? []
        : [
            {
              frame: { ...frame, top: bottom + 44, height: lower },
              x,
              y: linearAxis(
                [0, ...gains.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])],
                { title: say('decision.gain', language) },
              ),
              marks: gainMarks(shape, ends),
            },
          ]),
    ],
  };
}

/** One threshold alone is drawn as a short level piece: a point has no line and no band. */
function widened(shape: DecisionCurveShape): DecisionCurveShape {
  const [threshold = 0] = shape.thresholds;
  const twice = <Item>(items: readonly Item[]): readonly Item[] => [...items, ...items];
  return {
    ...shape,
    thresholds: [threshold - 0.005, threshold + 0.005],
    curves: shape.curves.map((curve) => ({
      ...curve,
      netBenefit: twice(curve.netBenefit),
      low: curve.low === null ? null : twice(curve.low),
      high: curve.high === null ? null : twice(curve.high),
      gain: curve.gain === null ? null : twice(curve.gain),
    })),
  };
}

/** Whole percentages, at most seven. */
function percentTicks(from: number, to: number): readonly Tick[] {
  const span = 100 * (to - from);
  const step = [1, 2, 5, 10, 20].find((candidate) => span / candidate <= 6) ?? 20;
  const first = Math.ceil((100 * from) / step - 1e-9);
  const last = Math.floor((100 * to) / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const percent = (first + index) * step;
    return { at: percent / 100, label: formatNumber(percent, 0) };
  });
}

const look = (
  shape: DecisionCurveShape,
  curve: Curve,
): Pick<LegendEntry, 'ink' | 'marker'> & { readonly dash: Dash } => {
  switch (curve.role) {
    case 'treat-all':
      return { ink: 'slate', marker: null, dash: 'dashed' };
    case 'treat-none':
      return { ink: 'slate', marker: null, dash: 'dotted' };
    case 'score': {
      const scores = scoresOf(shape);
      return { ...seriesAt(scores.indexOf(curve), scores.length), dash: 'solid' };
    }
    default:
      return unreachable(curve.role);
  }
};

const legendOf = (shape: DecisionCurveShape, language: Language): readonly LegendEntry[] =>
  shape.curves.map((curve) => ({ ...look(shape, curve), text: curve.label[language] }));

function bandMarks(shape: DecisionCurveShape, { low, high }: Curve, index: number): readonly Mark[] {
  if (low === null || high === null) return [];
  return [
    {
      mark: 'area',
      points: shape.thresholds.map((threshold, at) => [threshold, low[at] ?? 0, high[at] ?? 0]),
      curve: 'linear',
      ink: seriesAt(index, scoresOf(shape).length).ink,
      opacity: 0.12,
    },
  ];
}

function lineMarks(shape: DecisionCurveShape, curve: Curve, floor: number): readonly Mark[] {
  const { ink, marker, dash } = look(shape, curve);
  const points = shape.thresholds.map((threshold, at): Point => [threshold, curve.netBenefit[at] ?? 0]);
  const keys = points.filter((_point, at) => at % Math.ceil(points.length / 6) === 0);
  return [
    { mark: 'line', points: downTo(points, floor), curve: 'linear', ink, width: 2, dash },
    ...(marker === null || points.length <= 2
      ? []
      : [{ mark: 'dots', points: keys, ink, marker, radius: 3.5, opacity: 1 } as const]),
  ];
}

/** The line as far as it stays above the floor, and to the point where it meets it. */
function downTo(points: readonly Point[], floor: number): readonly Point[] {
  const kept: Point[] = [];
  for (const [x, y] of points) {
    const last = kept.at(-1);
    if (y >= floor) kept.push([x, y]);
    else if (last !== undefined) {
      const along = (last[1] - floor) / (last[1] - y);
      return [...kept, [last[0] + along * (x - last[0]), floor]];
    }
  }
  return kept;
}

function gainMarks(shape: DecisionCurveShape, [from, to]: readonly [number, number]): readonly Mark[] {
  const scores = scoresOf(shape);
  return [
    { mark: 'rules', rules: [[from, 0, to, 0]], ink: 'slate', width: 1, dash: 'dashed' },
    ...scores.flatMap(({ gain }, index): readonly Mark[] => {
      if (gain === null) return [];
      const { ink } = seriesAt(index, scores.length);
      const at = (place: number): number => shape.thresholds[place] ?? 0;
      const bounded = gain.every(({ low, high }) => low !== null && high !== null);
      return [
        ...(bounded
          ? [
              {
                mark: 'area' as const,
                points: gain.map(
                  ({ value, low, high }, place) => [at(place), low ?? value, high ?? value] as const,
                ),
                curve: 'linear' as const,
                ink,
                opacity: 0.12,
              },
            ]
          : []),
        {
          mark: 'line',
          points: gain.map(({ value }, place): Point => [at(place), value]),
          curve: 'linear',
          ink,
          width: 2,
          dash: 'solid',
        },
      ];
    }),
  ];
}
