import { formatDate, formatMonthRange } from '@daero/domain/format/date';
import type { CaseForecastShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { rowAxis } from './axis.ts';
import { textWidth, wrapText } from './measure.ts';
import {
  pixels,
  word,
  type Ink,
  type Mark,
  type Panel,
  type PlotDescription,
  type Tick,
  type Word,
} from './plot.ts';
import { say } from './words.ts';

type Row = CaseForecastShape['rows'][number];

const width = 880;
const top = 44;
const labelWidth = 180;

/** One column of the chart palette: the kinds of stages. */
const inkOf: Readonly<Record<Row['kind'], Ink>> = {
  regulatory: 'slot-1',
  'evidence-window': 'slot-2',
  institution: 'slot-3',
  hta: 'slot-4',
  payer: 'slot-5',
  surveillance: 'slot-6',
  support: 'slate',
};
const opacityOf = (level: number): number => (level <= 0.5 ? 0.35 : level <= 0.8 ? 0.22 : 0.12);

export const dayAt = (on: IsoDate): number => Date.parse(on) / 86_400_000;

export function casePlot(shape: CaseForecastShape, language: Language): PlotDescription {
  const { rows } = shape;
  const labels = rows.map(({ label }) => wrapText(label[language], 13, labelWidth - 8));
  const ends = rows.map((row) => wrapText(endWords(row, language), 12, 170));
  const left = Math.max(80, ...labels.flat().map((line) => textWidth(line, 13))) + 12;
  const right = Math.max(40, ...ends.flat().map((line) => textWidth(line, 12))) + 14;
  const rowHeight = Math.max(30, ...[...labels, ...ends].map((lines) => 14 * lines.length + 8));
  const height = rows.length * rowHeight;
  const frame = { left, top, width: width - left - right, height };
  const domain = spanOf(shape);
  return {
    width,
    height: top + height + 34,
    panels: [
      {
        frame,
        x: { domain, scale: 'linear', ticks: monthTicks(domain, language), title: '', grid: true },
        y: rowAxis(rows.length),
        marks: [...rows.flatMap((row, at) => barsOf(row, at, shape.asOf)), ...uprights(shape)],
      },
      heads(shape, frame, domain, language),
      sides(labels, ends, { left, rowHeight }),
    ],
  };
}

const barsOf = (row: Row, at: number, asOf: IsoDate): readonly Mark[] => [
  ...bands(row, at),
  ...passages(row, at, asOf),
  ...limit(row, at),
];

function passages({ kind, passed, pauses }: Row, at: number, asOf: IsoDate): readonly Mark[] {
  const bar = { mark: 'rects', fill: inkOf[kind], opacity: 1, stroke: null, hatched: false } as const;
  const done = passed.flatMap(({ fromOn, toOn }) =>
    toOn === null ? [] : [[dayAt(fromOn), at + 0.26, dayAt(toOn), at + 0.74] as const],
  );
  const running = passed.flatMap(({ fromOn, toOn }) =>
    toOn === null ? [[dayAt(fromOn), at + 0.38, dayAt(asOf), at + 0.62] as const] : [],
  );
  const waited = pauses.map(
    ({ fromOn, toOn }) => [dayAt(fromOn), at + 0.26, dayAt(toOn ?? asOf), at + 0.74] as const,
  );
  return [
    { ...bar, rects: done },
    { ...bar, rects: running },
    { ...bar, rects: waited, fill: 'surface', stroke: inkOf[kind], hatched: true },
  ];
}

/** From the widest to the narrowest interval, so that the darkest lies on top. */
function bands({ kind, ahead, critical }: Row, at: number): readonly Mark[] {
  if (ahead === null) return [];
  const ink = inkOf[kind];
  const ranges = [...ahead.ranges].sort((a, b) => b.level - a.level);
  const median = dayAt(ahead.medianOn);
  return [
    ...ranges.map(({ level, fromOn, toOn }): Mark => ({
      mark: 'rects',
      rects: [[dayAt(fromOn), at + 0.2, dayAt(toOn), at + 0.8]],
      fill: ink,
      opacity: opacityOf(level),
      stroke: level >= 0.95 ? ink : null,
      hatched: false,
    })),
    {
      mark: 'rules',
      rules: [[dayAt(ahead.fromOn), at + 0.5, median, at + 0.5]],
      ink,
      width: critical ? 3 : 1.5,
      dash: 'dashed',
    },
    {
      mark: 'rules',
      rules: [[median, at + 0.16, median, at + 0.84]],
      ink: 'ink',
      width: 2,
      dash: 'solid',
    },
  ];
}

function limit({ limitOn }: Row, at: number): readonly Mark[] {
  if (limitOn === null) return [];
  const x = dayAt(limitOn);
  return [
    { mark: 'rules', rules: [[x, at + 0.08, x, at + 0.92]], ink: 'ink', width: 1.5, dash: 'solid' },
    { mark: 'words', words: [word(x, at + 0.5, '§', { bold: true, shift: [4, 0] })] },
  ];
}

function uprights({ asOf, window, rows }: CaseForecastShape): readonly Mark[] {
  const upright = (on: IsoDate) => [[dayAt(on), 0, dayAt(on), rows.length] as const];
  return [
    { mark: 'rules', rules: upright(asOf), ink: 'ink-2', width: 1.5, dash: 'dotted' },
    ...(window === null
      ? []
      : [{ mark: 'rules', rules: upright(window.endsOn), ink: 'ink', width: 2, dash: 'solid' } as const]),
  ];
}

/** What the upright lines are: above them, one under the other, so that they never run into each other. */
function heads(
  { asOf, window }: CaseForecastShape,
  { left, width: span }: Panel['frame'],
  [from, to]: readonly [number, number],
  language: Language,
): Panel {
  const place = (on: IsoDate): number => left + (span * (dayAt(on) - from)) / (to - from);
  const head = (on: IsoDate, text: string, y: number, bold: boolean): Word => {
    const x = place(on);
    const half = textWidth(text, 12) / 2;
    const anchor = x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle';
    return word(x, y, text, { anchor, bold, ink: bold ? 'ink' : 'ink-2' });
  };
  const today = say('case.today', language, { date: formatDate(asOf, language) });
  return {
    ...pixels(0, 0, width, top),
    marks: [
      {
        mark: 'words',
        words: [
          head(asOf, today, 34, false),
          ...(window === null
            ? []
            : [
                head(
                  window.endsOn,
                  say('case.windowEnd', language, { date: formatDate(window.endsOn, language) }),
                  16,
                  true,
                ),
              ]),
        ],
      },
    ],
  };
}

function sides(
  labels: readonly (readonly string[])[],
  ends: readonly (readonly string[])[],
  { left, rowHeight }: { readonly left: number; readonly rowHeight: number },
): Panel {
  const height = labels.length * rowHeight;
  const lines = (texts: readonly string[], at: number, x: number, rest: Partial<Word>): readonly Word[] =>
    texts.map((line, index) =>
      word(x, (at + 0.5) * rowHeight + (index - (texts.length - 1) / 2) * 14, line, rest),
    );
  return {
    ...pixels(0, top, width, height),
    marks: [
      {
        mark: 'words',
        words: labels.flatMap((texts, at) => [
          ...lines(texts, at, left - 10, { anchor: 'end', size: 13 }),
          ...lines(ends[at] ?? [], at, width, { anchor: 'end', ink: 'ink-2' }),
        ]),
      },
    ],
  };
}

function endWords({ passed, ahead, withheld }: Row, language: Language): string {
  if (ahead !== null) {
    const range = ahead.ranges.find(({ level }) => level === 0.8);
    return range === undefined ? '' : `◇ ${formatMonthRange(range.fromOn, range.toOn, language)}`;
  }
  if (withheld !== null) return `— ${withheld[language]}`;
  const last = passed.at(-1)?.toOn ?? null;
  return last === null ? '' : `✓ ${formatDate(last, language)}`;
}

function spanOf({ asOf, rows, window }: CaseForecastShape): readonly [number, number] {
  const days = [
    asOf,
    ...(window === null ? [] : [window.endsOn]),
    ...rows.flatMap(({ passed, ahead, limitOn }) => [
      ...passed.flatMap(({ fromOn, toOn }) => [fromOn, ...(toOn === null ? [] : [toOn])]),
      ...(ahead === null
        ? []
        : [ahead.fromOn, ahead.medianOn, ...ahead.ranges.flatMap((one) => [one.fromOn, one.toOn])]),
      ...(limitOn === null ? [] : [limitOn]),
    ]),
  ].map(dayAt);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const pad = Math.max(10, 0.02 * (last - first));
  return [first - pad, last + pad];
}

/** The first days of years, halves or quarters, whichever gives about six. */
function monthTicks([from, to]: readonly [number, number], language: Language): readonly Tick[] {
  const months = (to - from) / 30.44;
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months / step <= 8) ?? 120;
  const start = new Date(from * 86_400_000);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1;
  const ticks: Tick[] = [];
  for (let month = Math.ceil(first / every) * every; ; month += every) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
    if (at > to) return ticks;
    if (at >= from) ticks.push({ at, label: monthLabel(month, every, language) });
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function monthLabel(month: number, every: number, language: Language): string {
  const [year, index] = [Math.floor(month / 12), month % 12];
  if (every >= 12) return String(year);
  return language === 'ko' ? `${year}. ${index + 1}.` : `${months[index] ?? ''} ${year}`;
}
