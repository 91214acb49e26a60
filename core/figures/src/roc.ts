import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { RocShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unitAxis } from './axis.ts';
import type { Figure } from './figure.ts';
import { seriesAt, word, type Mark, type PlotDescription, type Point, type Word } from './plot.ts';
import { standing } from './standing.ts';
import { say } from './words.ts';

type Curve = RocShape['curves'][number];

export function rocFigure(shape: RocShape, language: Language): Figure {
  const level = say('confidence', language, { level: formatLevel(shape.level) });
  const aucs = shape.curves.map(({ label, auc }) => {
    const { value, interval } = formatInterval(auc);
    return {
      label: label[language],
      value,
      whole: interval === null ? value : `${value} (${level} ${interval})`,
    };
  });
  const [first] = shape.curves;
  const only = first !== undefined && shape.curves.length === 1;
  return {
    kind: 'roc',
    language,
    title: only
      ? say(`roc.${standing(first.auc, 0.5)}`, language, {
          label: shape.label[language],
          auc: aucs[0]?.value ?? '',
        })
      : `${shape.label[language]}: ${aucs.map(({ label, value }) => `${label} ${value}`).join(', ')}`,
    subtitle: say('roc.subtitle', language, {
      auc: aucs.map(({ label, whole }) => (only ? whole : `${label} ${whole}`)).join(', '),
      diseased: formatCount(shape.n.diseased),
      healthy: formatCount(shape.n.healthy),
    }),
    notes: [say('roc.note', language)],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('roc.threshold', language), align: 'end' },
        { title: say('roc.y', language), align: 'end' },
        { title: say('roc.x', language), align: 'end' },
      ],
      rows: shape.curves.flatMap(({ points }) =>
        points.map(({ threshold, truePositive, falsePositive }) => [
          threshold === null
            ? say('roc.none', language)
            : { value: threshold, text: say('roc.at', language, { threshold: printThreshold(threshold) }) },
          { value: truePositive, text: formatNumber(truePositive, 3) },
          { value: falsePositive, text: formatNumber(falsePositive, 3) },
        ]),
      ),
    },
  };
}

const printThreshold = (threshold: number): string =>
  Number.isInteger(threshold) ? formatNumber(threshold, 0) : formatNumber(threshold, 2);

const width = 520;
const frame = { left: 44, top: 34, width: 420, height: 420 };

function plotOf(shape: RocShape, language: Language): PlotDescription {
  const marks: readonly Mark[] = [
    { mark: 'rules', rules: [[0, 0, 1, 1]], ink: 'slate', width: 1, dash: 'dashed' },
    {
      mark: 'words',
      words: [word(0.72, 0.72, say('roc.chance', language), { ink: 'ink-2', shift: [10, 10] })],
    },
    ...shape.curves.flatMap((curve, index) => curveMarks(curve, index, shape.curves.length, language)),
  ];
  return {
    width,
    height: 506,
    panels: [{ frame, x: unitAxis(say('roc.x', language)), y: unitAxis(say('roc.y', language)), marks }],
  };
}

function curveMarks(curve: Curve, index: number, count: number, language: Language): readonly Mark[] {
  const { ink, marker } = seriesAt(index, count);
  const line: readonly Point[] = curve.points.map((point) => [point.falsePositive, point.truePositive]);
  const marked = count === 1 ? operatingPoints(curve, language) : [];
  return [
    { mark: 'line', points: line, curve: 'linear', ink, width: 2, dash: 'solid' },
    { mark: 'dots', points: marked.map(({ x, y }) => [x, y]), ink, marker, radius: 3.5, opacity: 1 },
    { mark: 'words', words: marked },
  ];
}

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
