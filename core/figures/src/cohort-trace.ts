import { formatNumber, trimZeros } from '@daero/domain/format/number';
import type { CohortTraceShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis, unitAxis } from './axis.ts';
import type { Figure } from './figure.ts';
import { legendAt } from './legend.ts';
import { textWidth, wrapText } from './measure.ts';
import { pixels, seriesAt, word, type Mark, type Panel, type PlotDescription, type Word } from './plot.ts';
import { say } from './words.ts';

type Strategy = CohortTraceShape['strategies'][number];
const share = (strategy: Strategy, state: number, point: number): number =>
  strategy.occupancy[state]?.[point] ?? 0;
const plain = (years: number): string => trimZeros(formatNumber(years, 2));
const mostRows = 61;

/** Nobody joins: at every point the shares add up to 1. */
const isClosed = ({ strategies, years }: CohortTraceShape): boolean =>
  strategies.every((strategy) =>
    years.every(
      (_, point) =>
        Math.abs(strategy.occupancy.reduce((sum, shares) => sum + (shares[point] ?? 0), 0) - 1) < 1e-6,
    ),
  );

export function cohortTraceFigure(shape: CohortTraceShape, language: Language): Figure {
  const { label, states, years, strategies } = shape;
  const every = Math.max(1, Math.ceil(years.length / mostRows));
  const shown = years.map((_, point) => point).filter((point) => point % every === 0);
  const notes = [say('trace.note', language)];
  if (shown.length < years.length)
    notes.push(say('table.thinned', language, { shown: shown.length, all: years.length }));
  return {
    kind: 'cohort-trace',
    language,
    title: findingOf(shape, language),
    subtitle: say(isClosed(shape) ? 'trace.subtitle' : 'trace.subtitleOpen', language, {
      label: label[language],
      states: states.length,
    }),
    notes,
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('trace.strategy', language), align: 'start' },
        { title: say('trace.year', language), align: 'end' },
        ...states.map((state) => ({ title: state[language], align: 'end' as const })),
      ],
      rows: strategies.flatMap((strategy) =>
        shown.map((point) => [
          strategy.name[language],
          { value: years[point] ?? 0, text: plain(years[point] ?? 0) },
          ...states.map((_, state) => {
            const value = share(strategy, state, point);
            return { value, text: formatNumber(value, 3) };
          }),
        ]),
      ),
    },
  };
}

/** Where the cohort has gone by the end: the last state, which by custom is death. */
function findingOf({ states, years, strategies }: CohortTraceShape, language: Language): string {
  const last = years.length - 1;
  const shares = strategies.map((strategy) => {
    const value = formatNumber(share(strategy, states.length - 1, last), 3);
    return strategies.length === 1 ? value : `${strategy.name[language]} ${value}`;
  });
  return say('trace.finding', language, {
    years: plain(years[last] ?? 0),
    state: states.at(-1)?.[language] ?? '',
    shares: shares.join(', '),
  });
}

const width = 680;
const [left, gap, panelHeight] = [44, 56, 190];

function plotOf(shape: CohortTraceShape, language: Language): PlotDescription {
  const { states, years, strategies } = shape;
  const columns = strategies.length > 1 ? 2 : 1;
  const panelWidth = (width - left - 16 - (columns - 1) * gap) / columns;
  const names = strategies.map(({ name }) => wrapText(name[language], 13, panelWidth));
  const head = Math.max(...names.map((lines) => lines.length)) * 16 + 34;
  const rowHeight = head + panelHeight + 56;
  const highest = Math.max(1, ...strategies.flatMap((strategy) => years.map((_, at) => total(strategy, at))));
  const y = highest > 1 + 1e-6 ? linearAxis([0, highest], { title: '' }) : unitAxis('');
  const panels = strategies.flatMap((strategy, index): readonly Panel[] => {
    const frame = {
      left: left + (index % columns) * (panelWidth + gap),
      top: Math.floor(index / columns) * rowHeight + head,
      width: panelWidth,
      height: panelHeight,
    };
    const title = say('trace.y', language);
    return [
      {
        frame,
        x: linearAxis(years, { title: say('trace.x', language), grid: false }),
        y: { ...y, title },
        marks: [
          ...stacked(strategy, years, states.length),
          { mark: 'words', words: labelsIn(strategy, shape, panelWidth, language) },
        ],
      },
      {
        ...pixels(frame.left - 30, frame.top - head, panelWidth + 30, head),
        marks: [
          {
            mark: 'words',
            words: (names[index] ?? []).map((line, at) =>
              word(0, 10 + at * 16, line, { size: 13, bold: true }),
            ),
          },
        ],
      },
    ];
  });
  const rows = Math.ceil(strategies.length / columns);
  const entries = states.map((state, index) => ({
    ink: seriesAt(index, states.length).ink,
    marker: 'square' as const,
    dash: 'none' as const,
    text: state[language],
  }));
  const legendWidth = Math.max(...entries.map(({ text }) => textWidth(text, 12))) + 40;
  const legend = {
    left: left - 8,
    top: rows * rowHeight,
    width: legendWidth,
    height: entries.length * 18 + 8,
  };
  return {
    width,
    height: legend.top + legend.height + 8,
    panels: [...panels, legendAt(entries, legend)],
  };
}

const total = ({ occupancy }: Strategy, point: number): number =>
  occupancy.reduce((sum, shares) => sum + (shares[point] ?? 0), 0);

/** The first state lies at the bottom, death on top; edges keep neighbours apart in greyscale. */
function stacked({ occupancy }: Strategy, years: readonly number[], states: number): readonly Mark[] {
  let floor = years.map(() => 0);
  return occupancy.map((shares, state): Mark => {
    const low = floor;
    floor = low.map((value, point) => value + (shares[point] ?? 0));
    const top = floor;
    return {
      mark: 'area',
      points: years.map((year, point) => [year, low[point] ?? 0, top[point] ?? 0]),
      curve: 'linear',
      ink: seriesAt(state, states).ink,
      opacity: 0.55,
    };
  });
}

/** The name of a state where its band is thickest, if it has room there. */
function labelsIn(
  { occupancy }: Strategy,
  { states, years }: CohortTraceShape,
  room: number,
  language: Language,
): readonly Word[] {
  const last = years.length - 1;
  return occupancy.flatMap((shares, state) => {
    const text = states[state]?.[language] ?? '';
    const half = Math.ceil(((textWidth(text, 12) / 2 + 6) / room) * last);
    const inside = shares.map((value, point) => (point >= half && point <= last - half ? value : -1));
    const at = inside.indexOf(Math.max(...inside));
    const here = inside[at] ?? -1;
    if (here < 0.12) return [];
    const below = occupancy.slice(0, state).reduce((sum, other) => sum + (other[at] ?? 0), 0);
    return [word(years[at] ?? 0, below + here / 2, text, { anchor: 'middle' })];
  });
}
