import { moneyAxis } from '@daero/domain/format/money';
import type { BudgetImpactShape, BudgetPanel } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import { textWidth } from './measure.ts';
import { pixels, word, type Axis, type Ink, type Mark, type Panel, type PlotDescription } from './plot.ts';
import { say } from './words.ts';

const width = 680;
const [left, gap, top, height, between] = [58, 22, 84, 190, 96];

const pieces = [
  { of: 'fees', ink: 'slot-1', hatched: false },
  { of: 'offsets', ink: 'slot-3', hatched: true },
  { of: 'displaced', ink: 'slot-5', hatched: false },
] as const satisfies readonly { of: keyof BudgetPanel; ink: Ink; hatched: boolean }[];

/** Small multiples, a column a bearer: differences above, the spending of both worlds below; each row shares its axis. */
export function budgetPlot(shape: BudgetImpactShape, language: Language): PlotDescription {
  const { panels, years } = shape;
  const currency = currencyOf(shape.currency);
  const panelWidth = (width - left - 12 - (panels.length - 1) * gap) / panels.length;
  const ends = panels.flatMap((panel) =>
    years.flatMap((_, at) => [
      ...stackAt(panel, at).flatMap(({ from, to }) => [from, to]),
      panel.net[at]?.low ?? 0,
      panel.net[at]?.high ?? 0,
    ]),
  );
  const spent = panels.flatMap((panel) => [...panel.without, ...panel.with]);
  const axis = (values: readonly number[], name: 'budget.above' | 'budget.below'): Axis => {
    const { by, unit } = moneyAxis(Math.max(1, ...values.map(Math.abs)), currency, language);
    return linearAxis([0, ...values, values.every((value) => value === 0) ? by : 0], {
      title: say(name, language, { unit }),
      divideBy: by,
    });
  };
  const [above, below] = [axis(ends, 'budget.above'), axis(spent, 'budget.below')];
  const secondTop = top + height + between;
  const x: Axis = {
    domain: [-0.6, years.length - 0.4],
    scale: 'linear',
    ticks: years.map((year, at) => ({
      at,
      label: years.length > 3 ? `’${String(year).slice(2)}` : `${year}`,
    })),
    title: '',
    grid: false,
  };
  const drawn = panels.flatMap((panel, index): readonly Panel[] => {
    const frame = { left: left + index * (panelWidth + gap), width: panelWidth, height };
    const own = (y: Axis): Axis =>
      index === 0 ? y : { ...y, title: '', ticks: y.ticks.map(({ at }) => ({ at, label: '' })) };
    return [
      { frame: { ...frame, top }, x, y: own(above), marks: differences(panel, years.length, x) },
      { frame: { ...frame, top: secondTop, height: 120 }, x, y: own(below), marks: worlds(panel, x) },
      {
        ...pixels(frame.left, top - 44, panelWidth, 20),
        marks: [
          {
            mark: 'words',
            words: [word(0, 8, say(`budget.${panel.bearer}`, language), { size: 13, bold: true })],
          },
        ],
      },
    ];
  });
  return {
    width,
    height: secondTop + 120 + 30,
    panels: [
      ...drawn,
      keys(0, [
        ...pieces
          .filter(({ of }) => panels.some((panel) => panel[of].some((amount) => amount !== 0)))
          .map(({ of, ink, hatched }) => ({ text: say(`budget.${of}`, language), ink, hatched })),
        { text: say('budget.net', language), ink: 'ink' },
      ]),
      keys(secondTop - 58, [
        { text: say('budget.without', language), ink: 'slate', hatched: true },
        { text: say('budget.with', language), ink: 'slot-1', hatched: false },
      ]),
    ],
  };
}

type Piece = { readonly ink: Ink; readonly hatched: boolean; readonly from: number; readonly to: number };

/** What is paid stacks upwards from 0, what is saved downwards. */
function stackAt(panel: BudgetPanel, at: number): readonly Piece[] {
  let [up, down] = [0, 0];
  return pieces.flatMap(({ of, ink, hatched }) => {
    const amount = panel[of][at] ?? 0;
    if (amount === 0) return [];
    const from = amount > 0 ? up : down;
    const to = from + amount;
    if (amount > 0) up = to;
    else down = to;
    return [{ ink, hatched, from, to }];
  });
}

function differences(panel: BudgetPanel, years: number, x: Axis): readonly Mark[] {
  const stacks = Array.from({ length: years }, (_, at) =>
    stackAt(panel, at).map((piece) => ({ ...piece, at })),
  );
  const nets = panel.net.map(({ value }, at) => [at, value] as const);
  return [
    ...stacks.flat().map(({ ink, hatched, from, to, at }): Mark => ({
      mark: 'rects',
      rects: [[at - 0.32, from, at + 0.32, to]],
      fill: ink,
      opacity: 0.85,
      stroke: ink,
      hatched,
    })),
    zero(x),
    {
      mark: 'rules',
      rules: panel.net.flatMap(({ low, high }, at) => (low === high ? [] : [[at, low, at, high] as const])),
      ink: 'ink',
      width: 1.5,
      dash: 'solid',
    },
    { mark: 'dots', points: nets, ink: 'ink', marker: 'diamond', radius: 4.5, opacity: 1 },
  ];
}

const zero = (x: Axis): Mark => ({
  mark: 'rules',
  rules: [[x.domain[0], 0, x.domain[1], 0]],
  ink: 'edge',
  width: 1,
  dash: 'solid',
});

const worlds = (panel: BudgetPanel, x: Axis): readonly Mark[] => [
  {
    mark: 'rects',
    rects: panel.without.map((amount, at) => [at - 0.36, 0, at - 0.02, amount] as const),
    fill: 'slate',
    opacity: 0.7,
    stroke: 'slate',
    hatched: true,
  },
  {
    mark: 'rects',
    rects: panel.with.map((amount, at) => [at + 0.02, 0, at + 0.36, amount] as const),
    fill: 'slot-1',
    opacity: 0.85,
    stroke: 'slot-1',
    hatched: false,
  },
  zero(x),
];

/** Keys in one line: boxes for bars, a diamond for what has no box. */
function keys(
  at: number,
  entries: readonly { readonly text: string; readonly ink: Ink; readonly hatched?: boolean }[],
): Panel {
  let place = 0;
  const marks = entries.flatMap(({ text, ink, hatched }): readonly Mark[] => {
    const from = place;
    place += textWidth(text, 12) + 38;
    const key: Mark =
      hatched === undefined
        ? { mark: 'dots', points: [[from + 7, 12]], ink, marker: 'diamond', radius: 4.5, opacity: 1 }
        : {
            mark: 'rects',
            rects: [[from, 6, from + 14, 18]],
            fill: ink,
            opacity: 0.85,
            stroke: ink,
            hatched,
          };
    return [key, { mark: 'words', words: [word(from + 20, 12, text)] }];
  });
  return { ...pixels(left, at, width - left, 24), marks };
}
