import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber, trimZeros } from '@daero/domain/format/number';
import type { DecisionCurveShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { decisionPlot, leavesBelow } from './decision-plot.ts';
import { cell, none, type Cell, type Figure, type FigureTable } from './figure.ts';
import { say } from './words.ts';

export function decisionCurveFigure(shape: DecisionCurveShape, language: Language): Figure {
  const slots = {
    n: formatCount(shape.n),
    events: formatCount(shape.events),
    level: formatLevel(shape.level),
  };
  return {
    kind: 'decision-curve',
    language,
    title: findingOf(shape, language),
    subtitle:
      shape.horizonDays === null
        ? say('decision.subtitle', language, slots)
        : say('decision.subtitleAt', language, { ...slots, days: formatCount(shape.horizonDays) }),
    notes: [
      ...(leavesBelow(shape) ? [say('decision.cut', language)] : []),
      ...(shape.roundedTo === null
        ? []
        : [say('decision.rounded', language, { step: formatNumber(shape.roundedTo, 4) })]),
    ],
    plot: decisionPlot(shape, language),
    table: tableOf(shape, language),
  };
}

const percent = (threshold: number): string => `${trimZeros(formatNumber(100 * threshold, 1))}%`;
const range = (thresholds: readonly number[]): string => {
  const [low, high] = [Math.min(...thresholds), Math.max(...thresholds)];
  return low === high ? percent(low) : `${percent(low)}–${percent(high)}`;
};

/** At which thresholds the gain of the first score over both defaults lies above 0, where its gain was computed. */
function findingOf(shape: DecisionCurveShape, language: Language): string {
  const label = shape.label[language];
  const gain = shape.curves.find(({ role }) => role === 'score')?.gain ?? null;
  if (gain === null || gain.every(({ low }) => low === null))
    return say('decision.plain', language, { label, range: range(shape.thresholds) });
  const better = shape.thresholds.flatMap((_threshold, at) => ((gain[at]?.low ?? 0) > 0 ? [at] : []));
  const [first = 0, last = 0] = [better[0], better.at(-1)];
  if (better.length === 0) return say('decision.notShown', language, { label });
  return last - first === better.length - 1
    ? say('decision.better', language, {
        label,
        range: range(better.map((at) => shape.thresholds[at] ?? 0)),
      })
    : say('decision.someBetter', language, { label, some: better.length, all: shape.thresholds.length });
}

/** A row a threshold; a score has its limits and its gain, the defaults a value each. */
function tableOf(shape: DecisionCurveShape, language: Language): FigureTable {
  const at = (values: readonly number[] | null, index: number): Cell => {
    const value = values?.[index];
    return value === undefined ? none : cell(value, formatNumber(value, 4));
  };
  const columns = shape.curves.flatMap(({ label, role, gain }) => [
    label[language],
    ...(role === 'score'
      ? [`${label[language]}: ${say('low', language)}`, `${label[language]}: ${say('high', language)}`]
      : []),
    ...(role === 'score' && gain !== null
      ? [
          say('decision.gainOf', language, { label: label[language] }),
          `${say('decision.gainOf', language, { label: label[language] })} (${formatLevel(shape.level)})`,
        ]
      : []),
  ]);
  return {
    columns: [
      { title: say('decision.x', language), align: 'end' },
      ...columns.map((title) => ({ title, align: 'end' as const })),
    ],
    rows: shape.thresholds.map((threshold, index) => [
      { value: 100 * threshold, text: trimZeros(formatNumber(100 * threshold, 1)) },
      ...shape.curves.flatMap(({ role, netBenefit, low, high, gain }): readonly Cell[] => [
        at(netBenefit, index),
        ...(role === 'score' ? [at(low, index), at(high, index)] : []),
        ...(role === 'score' && gain !== null ? gainCells(gain[index]) : []),
      ]),
    ]),
  };
}

function gainCells(
  gain: { value: number; low: number | null; high: number | null } | undefined,
): readonly Cell[] {
  if (gain === undefined) return [none, none];
  const { interval } = formatInterval(gain, true);
  return [cell(gain.value, formatNumber(gain.value, 4)), interval ?? '—'];
}
