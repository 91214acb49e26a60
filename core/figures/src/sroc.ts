import { formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { SrocShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unitAxis } from './axis.ts';
import { none, type Figure, type FigureTable } from './figure.ts';
import { legendBelow, type LegendEntry } from './legend.ts';
import type { Dash, Ink, Mark, PlotDescription, Point } from './plot.ts';
import { say } from './words.ts';

export function srocFigure(shape: SrocShape, language: Language): Figure {
  const { studies } = shape;
  const level = formatLevel(shape.level);
  return {
    kind: 'sroc',
    language,
    title: findingOf(shape, language),
    subtitle: say('sroc.subtitle', language, {
      diseased: formatCount(studies.reduce((sum, study) => sum + study.diseased, 0)),
      healthy: formatCount(studies.reduce((sum, study) => sum + study.healthy, 0)),
      level,
    }),
    notes: shape.prediction.length === 0 ? [] : [say('sroc.note', language)],
    plot: plotOf(shape, language),
    table: tableOf(shape, language),
  };
}

function findingOf({ label, studies, summary }: SrocShape, language: Language): string {
  const shares = studies.map(({ sensitivity }) => sensitivity);
  const slots = { label: label[language], k: studies.length };
  return summary === null
    ? say('sroc.range', language, {
        ...slots,
        low: formatNumber(Math.min(...shares), 2),
        high: formatNumber(Math.max(...shares), 2),
      })
    : say('sroc.summary', language, {
        ...slots,
        sensitivity: formatNumber(summary.sensitivity, 2),
        specificity: formatNumber(1 - summary.falsePositive, 2),
      });
}

function tableOf({ studies, summary }: SrocShape, language: Language): FigureTable {
  const share = (value: number) => ({ value, text: formatNumber(value, 3) });
  const count = (value: number) => ({ value, text: formatCount(value) });
  return {
    columns: [
      { title: say('sroc.name', language), align: 'start' },
      { title: say('sroc.diseased', language), align: 'end' },
      { title: say('sroc.healthy', language), align: 'end' },
      { title: say('roc.y', language), align: 'end' },
      { title: say('roc.x', language), align: 'end' },
    ],
    rows: [
      ...studies.map(({ label, diseased, healthy, sensitivity, falsePositive }) => [
        label[language],
        count(diseased),
        count(healthy),
        share(sensitivity),
        share(falsePositive),
      ]),
      ...(summary === null
        ? []
        : [
            [
              say('sroc.point', language),
              none,
              none,
              share(summary.sensitivity),
              share(summary.falsePositive),
            ],
          ]),
    ],
  };
}

const frame = { left: 44, top: 34, width: 420, height: 420 };

function plotOf(shape: SrocShape, language: Language): PlotDescription {
  const { studies, summary, confidence, prediction, curve } = shape;
  const level = formatLevel(shape.level);
  const largest = Math.max(1, ...studies.map(({ diseased, healthy }) => diseased + healthy));
  const outline = (points: readonly Point[], ink: Ink, dash: Dash): readonly Mark[] =>
    points.length < 2 ? [] : [{ mark: 'line', points, curve: 'linear', ink, width: 1.5, dash }];
  const closed = (points: readonly Point[]): readonly Point[] => [...points, ...points.slice(0, 1)];
  const marks: readonly Mark[] = [
    { mark: 'rules', rules: [[0, 0, 1, 1]], ink: 'slate', width: 1, dash: 'dashed' },
    ...outline(closed(prediction), 'ink-2', 'dotted'),
    ...(confidence.length < 3
      ? []
      : [{ mark: 'polygon', points: confidence, fill: 'slot-1', opacity: 0.16, stroke: null } as const]),
    ...outline(closed(confidence), 'slot-1', 'dashed'),
    ...outline(curve, 'ink', 'solid'),
    ...studies.map(({ diseased, healthy, falsePositive, sensitivity }): Mark => ({
      mark: 'dots',
      points: [[falsePositive, sensitivity]],
      ink: 'slate',
      marker: 'circle',
      radius: 2.5 + 6 * Math.sqrt((diseased + healthy) / largest),
      opacity: 0.45,
    })),
    ...(summary === null
      ? []
      : [
          {
            mark: 'dots',
            points: [[summary.falsePositive, summary.sensitivity]],
            ink: 'ink',
            marker: 'diamond',
            radius: 6,
            opacity: 1,
          } as const,
        ]),
  ];
  const legend: readonly LegendEntry[] = [
    { ink: 'slate', marker: 'circle', dash: 'none', text: say('sroc.study', language) },
    ...(summary === null
      ? []
      : [{ ink: 'ink', marker: 'diamond', dash: 'none', text: say('sroc.point', language) } as const]),
    ...(confidence.length === 0
      ? []
      : [
          {
            ink: 'slot-1',
            marker: null,
            dash: 'dashed',
            text: say('sroc.confidence', language, { level }),
          } as const,
        ]),
    ...(prediction.length === 0
      ? []
      : [
          {
            ink: 'ink-2',
            marker: null,
            dash: 'dotted',
            text: say('sroc.prediction', language, { level }),
          } as const,
        ]),
    ...(curve.length === 0
      ? []
      : [{ ink: 'ink', marker: null, dash: 'solid', text: say('sroc.curve', language) } as const]),
  ];
  return {
    width: 520,
    height: 506,
    panels: [
      { frame, x: unitAxis(say('roc.x', language)), y: unitAxis(say('roc.y', language)), marks },
      legendBelow(legend, frame),
    ],
  };
}
