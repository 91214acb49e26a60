import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { formatFraction, formatP } from '@daero/domain/format/probability';
import type { ForestShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, ratioAxis, rowAxis } from './axis.ts';
import { cell, none, type Figure, type FigureTable } from './figure.ts';
import { apart, beyond, marginLabel, withMargins } from './margin.ts';
import { textWidth, wrapText } from './measure.ts';
import {
  pixels,
  word,
  type Axis,
  type Dash,
  type Ink,
  type Mark,
  type PlotDescription,
  type Word,
} from './plot.ts';
import { standing } from './standing.ts';
import { say } from './words.ts';

type Row = ForestShape['rows'][number];
/** Drawn as a diamond: what stands for several rows together. */
const isSummary = ({ role }: Row): boolean => role === 'summary' || role === 'pooled-rows';

/** The row that the finding is about: the summary, or the one difference that was asked for. */
function summaryOf({ rows }: ForestShape): Row | undefined {
  const differences = rows.filter(({ role }) => role === 'difference');
  return rows.find(isSummary) ?? (differences.length === 1 ? differences[0] : undefined);
}

const isSigned = ({ rows }: ForestShape): boolean => rows.some(({ low }) => low !== null && low < 0);

export function forestFigure(shape: ForestShape, language: Language): Figure {
  const summary = summaryOf(shape);
  const sites = shape.rows.filter(({ role }) => role === 'site');
  const total = summary?.n ?? sites.reduce((sum, { n }) => sum + n, 0);
  const level = formatLevel(shape.level);
  const combined = sites.length > 0 && shape.rows.some(isSummary);
  const notes = combined ? [say('forest.marks', language)] : [];
  if (shape.rows.some(({ role }) => role === 'left-out')) notes.push(say('forest.leftOut', language));
  if (shape.heterogeneity !== null) {
    const { tau2, i2, q, p } = shape.heterogeneity;
    notes.push(
      say('forest.heterogeneity', language, {
        tau2: formatNumber(tau2, 4),
        i2: formatFraction(i2),
        q: formatNumber(q, 2),
        p: formatP(p),
      }),
    );
  }
  return {
    kind: 'forest',
    language,
    title: findingOf(shape, summary, sites, language),
    subtitle: say('forest.subtitle', language, {
      label: shape.label[language],
      n: formatCount(total),
      level,
    }),
    notes,
    plot: plotOf(shape, language),
    table: tableOf(shape, language),
  };
}

function findingOf(
  shape: ForestShape,
  summary: Row | undefined,
  sites: readonly Row[],
  language: Language,
): string {
  const quantity = shape.quantity[language];
  const single = sites.length > 0 ? sites : shape.rows;
  const values = single.map(({ value }) => value);
  const ends = { low: formatNumber(Math.min(...values), 2), high: formatNumber(Math.max(...values), 2) };
  if (summary === undefined) return say('forest.rows', language, { quantity, k: single.length, ...ends });
  const { value } = formatInterval(summary);
  const title =
    shape.reference === null
      ? say('forest.unknown', language, { quantity, value })
      : say(`forest.${standing(summary, shape.reference)}`, language, {
          quantity,
          value,
          reference: shape.reference,
        });
  const judged = withMargins(
    title,
    { bounds: summary, margins: shape.margins, noEffect: shape.reference },
    language,
  );
  return sites.length < 2 ? judged : say('forest.spread', language, { title: judged, ...ends });
}

function tableOf(shape: ForestShape, language: Language): FigureTable {
  const signed = isSigned(shape);
  const prediction = shape.prediction;
  const level = formatLevel(shape.level);
  const rows = shape.rows.map((row) => {
    const { value, interval } = formatInterval(row, signed);
    const [low = '—', high = '—'] = interval?.split(/–|, /) ?? [];
    return [
      labelOf(row, shape, language),
      cell(row.n, formatCount(row.n)),
      cell(row.value, value),
      cell(row.low, low),
      cell(row.high, high),
      cell(row.weight, row.weight === null ? '—' : formatFraction(row.weight)),
    ];
  });
  return {
    columns: [
      { title: say('forest.row', language), align: 'start' },
      { title: say('forest.n', language), align: 'end' },
      { title: shape.quantity[language], align: 'end' },
      { title: `${say('low', language)} (${level})`, align: 'end' },
      { title: `${say('high', language)} (${level})`, align: 'end' },
      { title: say('forest.weight', language), align: 'end' },
    ],
    rows:
      prediction === null
        ? rows
        : [
            ...rows,
            [
              say('forest.prediction', language),
              none,
              none,
              cell(prediction.low, formatNumber(prediction.low, 3)),
              cell(prediction.high, formatNumber(prediction.high, 3)),
              none,
            ],
          ],
  };
}

/** A summary of several says what it is: a meta-analysis, or rows put together. */
function labelOf(row: Row, { rows }: ForestShape, language: Language): string {
  const label = row.label[language];
  if (row.role === 'left-out') return say('forest.without', language, { site: label });
  if (row.role === 'site' || row.role === 'difference' || rows.length === 1) return label;
  return `${label} (${say(`forest.${row.role}`, language)})`;
}

const width = 680;
/** Labels of the rules stand above the rows, those of margins one line higher. */
const topOf = ({ margins, reference }: ForestShape): number =>
  apart(margins, reference).length === 0 ? 44 : 60;

function plotOf(shape: ForestShape, language: Language): PlotDescription {
  const weighted = shape.rows.some(({ weight }) => weight !== null);
  const columns = weighted ? { n: 52, estimate: 140, weight: 58 } : { n: 52, estimate: 140, weight: 0 };
  const labels = shape.rows.map((row) => wrapText(labelOf(row, shape, language), 13, 190));
  const labelWidth = Math.min(200, Math.max(90, ...labels.flat().map((line) => textWidth(line, 13) + 8)));
  const rowHeight = Math.max(32, 8 + 15 * Math.max(...labels.map((texts) => texts.length)));
  const lines = shape.rows.length + (shape.prediction === null ? 0 : 1);
  const height = lines * rowHeight;
  const top = topOf(shape);
  const left = labelWidth + 8;
  const right = columns.n + columns.estimate + columns.weight + 12;
  const rows = rowAxis(lines);
  return {
    width,
    height: top + height + 48,
    panels: [
      {
        frame: { left, top, width: width - left - right, height },
        x: valueAxis(shape, language),
        y: rows,
        marks: [...referenceMarks(shape, language), ...rowMarks(shape)],
      },
      {
        ...pixels(0, 0, width, top + height),
        marks: [{ mark: 'words', words: textColumns(shape, labels, { ...columns, rowHeight }, language) }],
      },
    ],
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function valueAxis(shape: ForestShape, language: Language): Axis {
  const values = shape.rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  if (shape.reference !== null) values.push(shape.reference);
  const centre = shape.reference ?? sumOf(shape.rows.map(({ value }) => value)) / shape.rows.length;
  values.push(...apart(shape.margins, shape.reference).map((margin) => beyond(margin, centre)));
  if (shape.prediction !== null) values.push(shape.prediction.low, shape.prediction.high);
  const title = shape.quantity[language];
  return shape.scale === 'log' ? ratioAxis(values, title) : linearAxis(values, { title });
}

function referenceMarks(shape: ForestShape, language: Language): readonly Mark[] {
  const { reference, margins, rows, prediction } = shape;
  const bottom = rows.length + (prediction === null ? 0 : 1);
  const rule = (at: number, ink: Ink, dash: Dash, text: string, up: number): readonly Mark[] => [
    { mark: 'rules', rules: [[at, 0, at, bottom]], ink, width: 1, dash },
    { mark: 'words', words: [word(at, 0, text, { anchor: 'middle', ink: 'ink-2', shift: [0, up] })] },
  ];
  return [
    ...(reference === null
      ? []
      : rule(reference, 'slate', 'dashed', say('forest.reference', language, { reference }), -10)),
    ...apart(margins, reference).flatMap((margin) =>
      rule(margin, 'ink', 'dotted', marginLabel(margin, reference, language), -26),
    ),
  ];
}

function rowMarks({ rows, prediction }: ForestShape): readonly Mark[] {
  const heaviest = Math.max(...rows.map(({ weight }) => weight ?? 0), 0);
  const marks = rows.map((row, index): readonly Mark[] => {
    const y = index + 0.5;
    const [low, high] = [row.low ?? row.value, row.high ?? row.value];
    if (isSummary(row)) {
      const diamond = [
        [low, y],
        [row.value, y - 0.3],
        [high, y],
        [row.value, y + 0.3],
      ] as const;
      return [{ mark: 'polygon', points: diamond, fill: 'ink', opacity: 1, stroke: 'ink' }];
    }
    if (row.role === 'left-out' || row.role === 'difference')
      return [
        { mark: 'rules', rules: [[low, y, high, y]], ink: 'ink-2', width: 1.5, dash: 'solid' },
        {
          mark: 'dots',
          points: [[row.value, y]],
          ink: 'ink-2',
          marker: row.role === 'left-out' ? 'circle' : 'diamond',
          radius: 4.5,
          opacity: 1,
        },
      ];
    // area by weight; without weights all are alike
    const radius = heaviest === 0 || row.weight === null ? 5 : 3 + 5 * Math.sqrt(row.weight / heaviest);
    return [
      { mark: 'rules', rules: [[low, y, high, y]], ink: 'slot-1', width: 1.5, dash: 'solid' },
      { mark: 'dots', points: [[row.value, y]], ink: 'slot-1', marker: 'square', radius, opacity: 1 },
    ];
  });
  if (prediction === null) return marks.flat();
  const y = rows.length + 0.5;
  return [
    ...marks.flat(),
    {
      mark: 'rules',
      rules: [[prediction.low, y, prediction.high, y]],
      ink: 'ink-2',
      width: 4,
      dash: 'solid',
    },
  ];
}

function textColumns(
  shape: ForestShape,
  labels: readonly (readonly string[])[],
  columns: {
    readonly n: number;
    readonly estimate: number;
    readonly weight: number;
    readonly rowHeight: number;
  },
  language: Language,
): readonly Word[] {
  const { rowHeight } = columns;
  const top = topOf(shape);
  const signed = isSigned(shape);
  const ends = {
    weight: width,
    estimate: width - columns.weight - (columns.weight === 0 ? 0 : 4),
    n: width - columns.weight - columns.estimate - 8,
  };
  const head = (x: number, text: string): Word => word(x, 16, text, { anchor: 'end', ink: 'ink-2' });
  const heads = [
    head(ends.n, say('forest.n', language)),
    head(ends.estimate, say('forest.estimate', language, { level: formatLevel(shape.level) })),
    ...(columns.weight === 0 ? [] : [head(ends.weight, say('forest.weight', language))]),
  ];
  const cells = shape.rows.flatMap((row, index): readonly Word[] => {
    const y = top + (index + 0.5) * rowHeight;
    const { value, interval } = formatInterval(row, signed);
    const bold = isSummary(row);
    const end = (x: number, text: string): Word => word(x, y, text, { anchor: 'end', size: 13, bold });
    const lines = labels[index] ?? [];
    return [
      ...lines.map((line, at) => word(0, y + (at - (lines.length - 1) / 2) * 15, line, { size: 13, bold })),
      end(ends.n, formatCount(row.n)),
      end(ends.estimate, interval === null ? value : `${value} (${interval})`),
      ...(columns.weight === 0 || row.weight === null ? [] : [end(ends.weight, formatFraction(row.weight))]),
    ];
  });
  if (shape.prediction === null) return [...heads, ...cells];
  const y = top + (shape.rows.length + 0.5) * rowHeight;
  const { low, high } = shape.prediction;
  const printed = formatInterval({ value: low, low, high }, signed).interval ?? '';
  return [
    ...heads,
    ...cells,
    word(0, y, say('forest.prediction', language), { size: 13, ink: 'ink-2' }),
    word(ends.estimate, y, `(${printed})`, { size: 13, ink: 'ink-2', anchor: 'end' }),
  ];
}
