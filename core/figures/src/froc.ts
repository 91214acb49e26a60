import { formatCount, formatNumber } from '@daero/domain/format/number';
import { formatFraction } from '@daero/domain/format/probability';
import type { FrocShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, unitAxis } from './axis.ts';
import { cell, type Figure } from './figure.ts';
import { legendBelow } from './legend.ts';
import { separate, textWidth } from './measure.ts';
import { pixels, seriesAt, word, type Mark, type Panel, type PlotDescription, type Point } from './plot.ts';
import { stepsApart } from './steps-apart.ts';
import { say } from './words.ts';

type Step = FrocShape['curves'][number]['points'][number];

export function frocFigure(shape: FrocShape, language: Language): Figure {
  const farthest = Math.max(
    1e-9,
    ...shape.curves.flatMap(({ points }) => points.map(coordinates)).map(([x]) => x),
  );
  const rows = shape.curves.map(({ points }) =>
    stepsApart(
      points,
      ({ nonLesionsPerCase, lesionShare }) => [nonLesionsPerCase / farthest, lesionShare],
      0.005,
    ),
  );
  const [all, shown] = [
    shape.curves.reduce((sum, { points }) => sum + points.length, 0),
    rows.reduce((sum, points) => sum + points.length, 0),
  ];
  return {
    kind: 'froc',
    language,
    title: findingOf(shape, language),
    subtitle: say('froc.subtitle', language, {
      cases: formatCount(shape.n.cases),
      lesions: formatCount(shape.n.lesions),
    }),
    notes: [
      say('froc.note', language),
      ...(shown < all
        ? [say('table.thinned', language, { shown: formatCount(shown), all: formatCount(all) })]
        : []),
    ],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('roc.curve', language), align: 'start' },
        { title: say('froc.threshold', language), align: 'end' },
        { title: say('froc.x', language), align: 'end' },
        { title: say('froc.y', language), align: 'end' },
      ],
      rows: rows.flatMap((points, index) =>
        points.map(({ threshold, nonLesionsPerCase, lesionShare }) => [
          shape.curves[index]?.label[language] ?? '',
          threshold === null ? say('froc.none', language) : cell(threshold, formatNumber(threshold, 2)),
          { value: nonLesionsPerCase, text: formatNumber(nonLesionsPerCase, 3) },
          { value: lesionShare, text: formatNumber(lesionShare, 3) },
        ]),
      ),
    },
  };
}

const coordinates = ({ nonLesionsPerCase, lesionShare }: Step): Point => [nonLesionsPerCase, lesionShare];

/** Where the curve ends: everything that was marked. */
function findingOf(shape: FrocShape, language: Language): string {
  const label =
    shape.modality === null ? shape.label[language] : `${shape.label[language]}, ${shape.modality[language]}`;
  const ends = shape.curves.map((curve) => ({ label: curve.label[language], end: curve.points.at(-1) }));
  const [only] = ends;
  if (ends.length === 1 && only?.end !== undefined)
    return say('froc.one', language, {
      label,
      x: formatNumber(only.end.nonLesionsPerCase, 2),
      y: formatFraction(only.end.lesionShare),
    });
  const shares = ends.flatMap(({ end }) => (end === undefined ? [] : [end.lesionShare]));
  const values =
    ends.length <= 3
      ? ends.map((one) => `${one.label} ${formatFraction(one.end?.lesionShare ?? 0)}`).join(', ')
      : `${formatFraction(Math.min(...shares))}–${formatFraction(Math.max(...shares))}`;
  return say('froc.several', language, { label, values });
}

const frame = { left: 44, top: 34, width: 420, height: 340 };

function plotOf(shape: FrocShape, language: Language): PlotDescription {
  const count = shape.curves.length;
  const drawn = shape.curves.map(({ points }) => points.map(coordinates));
  const ends = drawn.map((points) => points.at(-1)?.[0] ?? 0);
  const marks = drawn.flatMap((points, index): readonly Mark[] => {
    const { ink, marker } = seriesAt(index, count);
    const last = points.at(-1);
    return [
      {
        mark: 'line',
        points: stepsApart(points, scaled(ends), 0.001),
        curve: 'linear',
        ink,
        width: count > 6 ? 1 : 2,
        dash: 'solid',
      },
      { mark: 'dots', points: last === undefined ? [] : [last], ink, marker, radius: 4.5, opacity: 1 },
    ];
  });
  const many = count > 6;
  const legend = shape.curves.map((curve, index) => ({
    ...seriesAt(index, count),
    dash: 'solid' as const,
    text: curve.label[language],
  }));
  const x = linearAxis([0, ...ends], { title: say('froc.x', language), grid: false });
  const names = many ? endNames(shape, x.domain[1], language) : null;
  return {
    width: names === null ? 520 : 464 + names.frame.width,
    height: 426,
    panels: [
      { frame, x, y: unitAxis(say('froc.y', language)), marks },
      ...(names === null ? [] : [names]),
      ...(count > 1 && !many ? [legendBelow(legend, frame)] : []),
    ],
  };
}

/** More curves than colours are told apart by their names at the right, each led to the end of its curve. */
function endNames({ curves }: FrocShape, end: number, language: Language): Panel {
  const texts = curves.map(({ label }) => label[language]);
  const width = Math.min(200, Math.max(...texts.map((text) => textWidth(text, 12))) + 40);
  const at = curves
    .map(({ points }) => points.at(-1))
    .map((last) => ({
      x: ((last?.nonLesionsPerCase ?? 0) / end - 1) * frame.width,
      y: (1 - (last?.lesionShare ?? 0)) * frame.height,
    }));
  const places = separate(
    at.map(({ y }) => y),
    15,
    0,
    frame.height,
  );
  return {
    ...pixels(frame.left + frame.width, frame.top, width, frame.height),
    marks: [
      {
        mark: 'rules',
        rules: at.map(({ x, y }, index) => [x + 5, y, 26, places[index] ?? y]),
        ink: 'line',
        width: 1,
        dash: 'solid',
      },
      { mark: 'words', words: texts.map((text, index) => word(30, places[index] ?? 0, text)) },
    ],
  };
}

/** On the scale of the frame, so that what is left out lies within half a pixel. */
const scaled =
  (ends: readonly number[]) =>
  ([x, y]: Point): Point => [x / Math.max(1e-9, ...ends), y];
