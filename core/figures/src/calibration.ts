import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { CalibrationShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { ticksBetween } from './axis.ts';
import { cell, type Figure } from './figure.ts';
import { word, type Axis, type Mark, type PlotDescription } from './plot.ts';
import { standing } from './standing.ts';
import { say, type FigureWord } from './words.ts';

export function calibrationFigure(shape: CalibrationShape, language: Language): Figure {
  const slope = formatInterval(shape.slope);
  const intercept = formatInterval(shape.intercept, true);
  const level = formatLevel(shape.level);
  const whole = ({ value, interval }: typeof slope): string =>
    interval === null ? value : `${value} (${interval})`;
  const notes = [say('calibration.curve', language)];
  if (shape.ici !== null) notes.push(say('calibration.ici', language, { ici: formatNumber(shape.ici, 3) }));
  return {
    kind: 'calibration',
    language,
    title: say(findingOf(shape), language, {
      label: shape.label[language],
      slope: slope.value,
      intercept: intercept.value,
    }),
    subtitle: say('calibration.subtitle', language, {
      slope: whole(slope),
      intercept: whole(intercept),
      n: formatCount(shape.n),
      events: formatCount(shape.events),
      level,
    }),
    notes,
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('calibration.x', language), align: 'end' },
        { title: say('calibration.y', language), align: 'end' },
        { title: `${say('low', language)} (${level})`, align: 'end' },
        { title: `${say('high', language)} (${level})`, align: 'end' },
        { title: 'n', align: 'end' },
      ],
      rows: shape.bins.map(({ predicted, value, low, high, n }) => [
        cell(predicted, formatNumber(predicted, 3)),
        cell(value, formatNumber(value, 3)),
        cell(low, formatNumber(low ?? 0, 3)),
        cell(high, formatNumber(high ?? 0, 3)),
        cell(n, formatCount(n)),
      ]),
    },
  };
}

/** The spread is judged first: with a slope off 1 the intercept alone says nothing of the average risk. */
function findingOf({ slope, intercept }: CalibrationShape): FigureWord {
  const [spread, level] = [standing(slope, 1), standing(intercept, 0)];
  if (spread === 'below') return 'calibration.extreme';
  if (spread === 'above') return 'calibration.narrow';
  if (spread === 'unknown' || level === 'unknown') return 'calibration.unknown';
  return level === 'includes'
    ? 'calibration.neutral'
    : level === 'above'
      ? 'calibration.under'
      : 'calibration.over';
}

const width = 520;
const frame = { left: 44, top: 34, width: 420, height: 420 };
const histogram = { left: 44, top: 490, width: 420, height: 56 };

/** Cut where the axis ends, which the curve and the bins decide. */
const bandMarks = ({ band }: CalibrationShape, end: number): readonly Mark[] =>
  band === null || band.length < 2
    ? []
    : [
        {
          mark: 'area',
          points: band.map(({ predicted, low, high }) => [
            predicted,
            Math.min(end, low),
            Math.min(end, high),
          ]),
          curve: 'linear',
          ink: 'slot-1',
          opacity: 0.12,
        },
      ];

function plotOf(shape: CalibrationShape, language: Language): PlotDescription {
  const highest = Math.max(
    0.1,
    ...shape.bins.flatMap(({ predicted, value, high }) => [predicted, high ?? value]),
    ...shape.curve.flatMap(({ predicted, observed }) => [predicted, observed]),
  );
  const end = Math.min(1, Math.ceil(highest * 10 + 0.2) / 10); // the same range on both axes keeps the identity line at 45°
  const axis = (title: string): Axis => ({
    domain: [0, end],
    scale: 'linear',
    ticks: ticksBetween(0, end),
    title,
    grid: true,
  });
  const largest = Math.max(1, ...shape.bins.map(({ n }) => n));
  const marks: readonly Mark[] = [
    { mark: 'rules', rules: [[0, 0, end, end]], ink: 'slate', width: 1, dash: 'dashed' },
    {
      mark: 'words',
      words: [
        word(end * 0.97, end * 0.97, say('calibration.perfect', language), {
          ink: 'ink-2',
          anchor: 'end',
          shift: [-14, 2],
        }),
      ],
    },
    ...bandMarks(shape, end),
    {
      mark: 'line',
      points: shape.curve.map(({ predicted, observed }) => [predicted, observed]),
      curve: 'linear',
      ink: 'slot-1',
      width: 2,
      dash: 'solid',
    },
    {
      mark: 'rules',
      rules: shape.bins.map(({ predicted, value, low, high }) => [
        predicted,
        low ?? value,
        predicted,
        high ?? value,
      ]),
      ink: 'ink-2',
      width: 1.5,
      dash: 'solid',
    },
    {
      mark: 'dots',
      points: shape.bins.map(({ predicted, value }) => [predicted, value]),
      ink: 'ink-2',
      marker: 'circle',
      radius: 3.5,
      opacity: 1,
    },
  ];
  return {
    width,
    height: 592,
    panels: [
      {
        frame,
        x: { ...axis(''), ticks: axis('').ticks.map(({ at }) => ({ at, label: '' })) },
        y: axis(say('calibration.y', language)),
        marks,
      },
      {
        frame: histogram,
        x: { ...axis(say('calibration.x', language)), grid: false },
        y: {
          domain: [0, largest],
          scale: 'linear',
          ticks: [0, largest].map((at) => ({ at, label: formatCount(at) })),
          title: say('calibration.n', language),
          grid: false,
        },
        marks: [
          {
            mark: 'rules',
            rules: shape.bins.map(({ predicted, n }) => [predicted, 0, predicted, n]),
            ink: 'slate',
            width: 6,
            dash: 'solid',
          },
        ],
      },
    ],
  };
}
