import { formatCount } from '@daero/domain/format/number';
import type { SurvivalShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unitAxis } from './axis.ts';
import { separate, textWidth, wrapText } from './measure.ts';
import {
  pixels,
  seriesAt,
  word,
  type Ink,
  type Mark,
  type Panel,
  type PlotDescription,
  type Word,
} from './plot.ts';
import { say } from './words.ts';

type Group = SurvivalShape['groups'][number];
type Step = Group['steps'][number];

const width = 680;
const top = 34;
const height = 320;
const lineHeight = 16;
const riskRows = ['atRisk', 'events', 'censored'] as const;
const groupHeight = lineHeight * (riskRows.length + 1) + 6;

/** Curves with their bands, and under them who is at risk, by group at the ticks of the axis. */
export function survivalPlot(shape: SurvivalShape, language: Language): PlotDescription {
  const { groups } = shape;
  const names = groups.map(({ label }) => wrapText(label[language], 13, 130));
  const nameWidth = Math.max(40, ...names.flat().map((line) => textWidth(line, 13)));
  const rowNames = riskRows.map((row) => say(`survival.${row}`, language));
  const left = Math.max(...rowNames.map((name) => textWidth(name, 12))) + 34; // the first counts stand under the axis
  const right = nameWidth + 24;
  const times = [...new Set(groups.flatMap(({ table }) => table.map(({ time }) => time)))].sort(
    (a, b) => a - b,
  );
  const end = Math.max(
    1,
    ...times,
    ...(times.length === 0 ? groups.flatMap(({ steps }) => steps.map(({ time }) => time)) : []),
  );
  const frame = { left, top, width: width - left - right, height };
  const main: Panel = {
    frame,
    x: {
      domain: [0, end],
      scale: 'linear',
      ticks: times.map((at) => ({ at, label: formatCount(at) })),
      title: say('survival.x', language),
      grid: false,
    },
    y: unitAxis(say('survival.y', language)),
    marks: groups.flatMap((group, index) => curveMarks(group, seriesAt(index, groups.length).ink, end)),
  };
  const tableTop = top + height + 52;
  return {
    width,
    height: tableTop + 26 + groups.length * groupHeight + 4,
    panels: [
      main,
      { ...pixels(left + frame.width, top, right, height), marks: endLabels(groups, names, end) },
      {
        ...pixels(0, tableTop, width, 26 + groups.length * groupHeight),
        marks: riskTable(shape, times, end, frame, language),
      },
    ],
  };
}

/** The curve as it stands at a time: the last step at or before it. */
export function survivalAt({ steps }: Group, time: number): Group['steps'][number] | undefined {
  let at: Group['steps'][number] | undefined;
  for (const step of steps) if (step.time <= time) at = step;
  return at;
}

function curveMarks(group: Group, ink: Ink, end: number): readonly Mark[] {
  const few = group.table.find(({ atRisk }) => atRisk < 10)?.time ?? Infinity;
  const steps = upTo(toLastRiskSet(group), end);
  const [firm, thin] = [upTo(steps, few), steps.filter(({ time }) => time >= few)];
  const bridge = firm.at(-1);
  const rest = thin.length === 0 || bridge === undefined ? [] : [bridge, ...thin];
  const ticks = group.censoredAt.flatMap((time) => {
    const at = survivalAt(group, time);
    return at === undefined || time > (steps.at(-1)?.time ?? 0)
      ? []
      : [[time, at.survival - 0.012, time, Math.min(1, at.survival + 0.012)] as const];
  });
  return [
    ...pieces(firm, ink),
    ...pieces(rest, 'edge'),
    { mark: 'rules', rules: ticks, ink, width: 1, dash: 'solid' },
  ];
}

/** A curve runs flat from its last step to the last tick at which someone is still at risk, and no further. */
function toLastRiskSet({ steps, table }: Group): readonly Step[] {
  const last = steps.at(-1);
  const until = Math.max(0, ...table.filter(({ atRisk }) => atRisk > 0).map(({ time }) => time));
  return last === undefined || last.time >= until ? steps : [...steps, { ...last, time: until }];
}

/** The steps until a time, drawn on to that time where the curve goes further. */
function upTo(steps: readonly Step[], end: number): readonly Step[] {
  const kept = steps.filter(({ time }) => time <= end);
  const [last, next] = [kept.at(-1), steps[kept.length]];
  return last === undefined || next === undefined || last.time === end
    ? kept
    : [...kept, { ...last, time: end }];
}

const pieces = (steps: readonly Step[], ink: Ink): readonly Mark[] =>
  steps.length < 2
    ? []
    : [
        {
          mark: 'area',
          points: steps.map(({ time, low, high }) => [time, low, high]),
          curve: 'step',
          ink,
          opacity: 0.12,
        },
        {
          mark: 'line',
          points: steps.map(({ time, survival }) => [time, survival]),
          curve: 'step',
          ink,
          width: 2,
          dash: 'solid',
        },
      ];

function endLabels(
  groups: readonly Group[],
  names: readonly (readonly string[])[],
  end: number,
): readonly Mark[] {
  const tallest = Math.max(1, ...names.map((lines) => lines.length)) * 15;
  const wishes = groups.map(({ steps }) => (1 - (upTo(steps, end).at(-1)?.survival ?? 1)) * height);
  const places = separate(wishes, tallest + 2, 8, height - 8);
  return groups.flatMap((_group, index): readonly Mark[] => {
    const { ink, marker } = seriesAt(index, groups.length);
    const [lines, y] = [names[index] ?? [], places[index] ?? 0];
    return [
      { mark: 'dots', points: [[12, y]], ink, marker, radius: 4, opacity: 1 },
      {
        mark: 'words',
        words: lines.map((line, at) => word(20, y + (at - (lines.length - 1) / 2) * 15, line, { size: 13 })),
      },
    ];
  });
}

function riskTable(
  { groups }: SurvivalShape,
  times: readonly number[],
  end: number,
  frame: { readonly left: number; readonly width: number },
  language: Language,
): readonly Mark[] {
  const words: Word[] = [word(0, 8, say('survival.table', language), { ink: 'ink-2' })];
  const keys: Mark[] = [];
  groups.forEach(({ label, table }, index) => {
    const y = 30 + index * groupHeight;
    const { ink, marker } = seriesAt(index, groups.length);
    keys.push({ mark: 'dots', points: [[6, y]], ink, marker, radius: 4, opacity: 1 });
    words.push(word(16, y, label[language], { size: 13 }));
    riskRows.forEach((row, at) => {
      const below = y + (at + 1) * lineHeight;
      words.push(word(0, below, say(`survival.${row}`, language), { ink: 'ink-2' }));
      for (const tick of table) {
        const x = frame.left + (tick.time / end) * frame.width;
        if (times.includes(tick.time))
          words.push(word(x, below, formatCount(tick[row]), { anchor: 'middle' }));
      }
    });
  });
  return [...keys, { mark: 'words', words }];
}
