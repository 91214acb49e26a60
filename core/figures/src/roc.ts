import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { RocShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unitAxis } from './axis.ts';
import type { Figure, FigureTable } from './figure.ts';
import { legendBelow } from './legend.ts';
import { seriesAt, word, type Mark, type PlotDescription, type Point, type Word } from './plot.ts';
import { standing } from './standing.ts';
import { stepsApart } from './steps-apart.ts';
import { say } from './words.ts';

type Curve = RocShape['curves'][number];

export function rocFigure(shape: RocShape, language: Language): Figure {
  const level = formatLevel(shape.level);
  const [first] = shape.curves;
  const single = first !== undefined && shape.curves.length === 1;
  const people = { diseased: formatCount(shape.n.diseased), healthy: formatCount(shape.n.healthy) };
  const rows = shape.curves.map(({ points }) => stepsApart(points, coordinates, 0.005));
  const [all, shown] = [
    shape.curves.reduce((sum, { points }) => sum + points.length, 0),
    rows.reduce((sum, points) => sum + points.length, 0),
  ];
  return {
    kind: 'roc',
    language,
    title: single
      ? say(`roc.${standing(first.auc, 0.5)}`, language, {
          label: shape.label[language],
          auc: formatInterval(first.auc).value,
        })
      : say('roc.several', language, {
          label: shape.label[language],
          aucs: shape.curves
            .map(({ label, auc }) => `${label[language]} ${formatInterval(auc).value}`)
            .join(', '),
        }),
    subtitle: single
      ? say('roc.subtitle', language, {
          ...people,
          auc: printAuc(first, say('confidence', language, { level })),
        })
      : say('roc.severalSubtitle', language, { ...people, level, k: shape.curves.length }),
    notes: [
      say(shape.curves.some(({ band }) => band !== null) ? 'roc.band' : 'roc.noBand', language, { level }),
      say(single ? 'roc.points' : 'roc.compare', language),
      ...(shown < all
        ? [say('table.thinned', language, { shown: formatCount(shown), all: formatCount(all) })]
        : []),
    ],
    plot: plotOf(shape, language),
    table: tableOf(shape, rows, language),
  };
}

const printAuc = ({ auc }: Curve, level: string): string => {
  const { value, interval } = formatInterval(auc);
  return interval === null ? value : `${value} (${level === '' ? '' : `${level} `}${interval})`;
};

function tableOf(shape: RocShape, rows: readonly Curve['points'][], language: Language): FigureTable {
  const several = shape.curves.length > 1;
  return {
    columns: [
      ...(several ? [{ title: say('roc.curve', language), align: 'start' } as const] : []),
      { title: say('roc.threshold', language), align: 'end' },
      { title: say('roc.y', language), align: 'end' },
      { title: say('roc.x', language), align: 'end' },
    ],
    rows: rows.flatMap((points, index) =>
      points.map(({ threshold, truePositive, falsePositive }) => [
        ...(several ? [shape.curves[index]?.label[language] ?? ''] : []),
        threshold === null
          ? say('roc.none', language)
          : { value: threshold, text: say('roc.at', language, { threshold: printThreshold(threshold) }) },
        { value: truePositive, text: formatNumber(truePositive, 3) },
        { value: falsePositive, text: formatNumber(falsePositive, 3) },
      ]),
    ),
  };
}

const printThreshold = (threshold: number): string =>
  Number.isInteger(threshold) ? formatNumber(threshold, 0) : formatNumber(threshold, 2);

const coordinates = ({ falsePositive, truePositive }: Curve['points'][number]): Point => [
  falsePositive,
  truePositive,
];

const width = 520;
const frame = { left: 44, top: 34, width: 420, height: 420 };

function plotOf(shape: RocShape, language: Language): PlotDescription {
  const count = shape.curves.length;
  const marks: readonly Mark[] = [
    { mark: 'rules', rules: [[0, 0, 1, 1]], ink: 'slate', width: 1, dash: 'dashed' },
    {
      mark: 'words',
      words: [word(0.72, 0.72, say('roc.chance', language), { ink: 'ink-2', shift: [10, 10] })],
    },
    ...shape.curves.flatMap((curve, index) => bandMarks(curve, index, count)),
    ...shape.curves.flatMap((curve, index) => curveMarks(curve, index, count, language)),
  ];
  const legend = shape.curves.map((curve, index) => ({
    ...seriesAt(index, count),
    dash: 'solid' as const,
    text: `${curve.label[language]} ${printAuc(curve, '')}`,
  }));
  return {
    width,
    height: 506,
    panels: [
      { frame, x: unitAxis(say('roc.x', language)), y: unitAxis(say('roc.y', language)), marks },
      ...(count > 1 ? [legendBelow(legend, frame)] : []),
    ],
  };
}

const bandMarks = ({ band }: Curve, index: number, count: number): readonly Mark[] =>
  band === null || band.length < 2
    ? []
    : [
        {
          mark: 'area',
          points: band.map(({ falsePositive, low, high }) => [falsePositive, low, high]),
          curve: 'linear',
          ink: seriesAt(index, count).ink,
          opacity: 0.12,
        },
      ];

function curveMarks(curve: Curve, index: number, count: number, language: Language): readonly Mark[] {
  const { ink, marker } = seriesAt(index, count);
  const points = stepsApart(curve.points, coordinates, 0.001).map(coordinates); // less than half a pixel
  const marked = count === 1 ? operatingPoints(curve, language) : [];
  const dots = count === 1 ? marked.map(({ x, y }): Point => [x, y]) : keysOn(points);
  return [
    { mark: 'line', points, curve: 'linear', ink, width: 2, dash: 'solid' },
    { mark: 'dots', points: dots, ink, marker, radius: 3.5, opacity: 1 },
    { mark: 'words', words: marked },
  ];
}

/** A few points of the curve with a marker, so that curves can be told apart without colour. */
const keysOn = (points: readonly Point[]): readonly Point[] =>
  [0.1, 0.3, 0.5].flatMap((share) => {
    const near = points.find(([x]) => x >= share);
    return near === undefined ? [] : [near];
  });

/** Thresholds that can be labelled without touching each other or an axis, from the upper left outwards. */
function operatingPoints({ points }: Curve, language: Language): readonly Word[] {
  const kept: Word[] = [];
  const candidates = points
    .flatMap(({ falsePositive: x, truePositive: y, threshold }) =>
      threshold === null ? [] : [{ x, y, threshold }],
    )
    .filter(({ x, y }) => y > 0.04 && x < 0.96)
    .sort((a, b) => b.y - b.x - (a.y - a.x) || b.threshold - a.threshold);
  for (const { x, y, threshold } of candidates) {
    const near = kept.some((other) => Math.abs(other.x - x) < 0.16 && Math.abs(other.y - y) < 0.055);
    if (near || kept.length >= 10) continue;
    const text = say('roc.at', language, { threshold: printThreshold(threshold) });
    kept.push(word(x, y, text, { shift: [8, 9] }));
  }
  return kept;
}
