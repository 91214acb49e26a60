import { formatDate } from '@daero/domain/format/date';
import { formatLevel } from '@daero/domain/format/estimate';
import { formatCount } from '@daero/domain/format/number';
import type { AccrualShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { linearAxis } from './axis.ts';
import type { Cell, Figure } from './figure.ts';
import { separate, textWidth } from './measure.ts';
import { pixels, word, type Mark, type Panel, type PlotDescription, type Point, type Tick } from './plot.ts';
import { say } from './words.ts';

const dayAt = (on: IsoDate): number => Date.parse(on) / 86_400_000;
const whole = (value: number): string => formatCount(Math.round(value));

/** What was counted against the plan, site by site, and the range in which the pace leads to the end of the plan. */
export function accrualFigure(shape: AccrualShape, language: Language): Figure {
  const { label, unit, asOf, plan, counted, sites, outlook } = shape;
  const [actual, target] = [counted.at(-1)?.value ?? 0, plan.at(-1)?.value ?? 0];
  const slots = { label: label[language], actual: whole(actual), target: whole(target) };
  const cells = (series: string, points: AccrualShape['plan']): readonly (readonly Cell[])[] =>
    points.map(({ on, value }) => [series, formatDate(on, language), { value, text: whole(value) }]);
  return {
    kind: 'accrual',
    language,
    title:
      actual >= target
        ? say('accrual.reached', language, slots)
        : outlook === null
          ? say('accrual.plain', language, slots)
          : say('accrual.finding', language, {
              ...slots,
              low: whole(outlook.low),
              high: whole(outlook.high),
              level: formatLevel(outlook.level),
              date: formatDate(outlook.endsOn, language),
            }),
    subtitle: say('accrual.subtitle', language, {
      unit: unit[language],
      date: formatDate(asOf, language),
      sites: sites.length,
    }),
    notes: [
      outlook === null
        ? say('accrual.noteMeasured', language)
        : say('accrual.note', language, { days: outlook.windowDays, level: formatLevel(outlook.level) }),
    ],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('accrual.series', language), align: 'start' },
        { title: say('accrual.day', language), align: 'start' },
        { title: say('accrual.value', language, { unit: unit[language] }), align: 'end' },
      ],
      rows: [
        ...cells(say('accrual.all', language), counted),
        ...(outlook === null
          ? []
          : [
              [
                `${say('accrual.forecast', language)} (${whole(outlook.low)}–${whole(outlook.high)})`,
                formatDate(outlook.endsOn, language),
                { value: outlook.forecast, text: whole(outlook.forecast) },
              ],
            ]),
        ...cells(say('accrual.plan', language), plan),
        ...sites.flatMap((site) => cells(site.label[language], site.points)),
      ],
    },
  };
}

const width = 680;
const [left, top, height] = [58, 40, 250];

function plotOf(shape: AccrualShape, language: Language): PlotDescription {
  const { plan, counted, sites, outlook, asOf, unit } = shape;
  const last = counted.at(-1);
  const ends = [
    ...(outlook === null
      ? []
      : [{ text: `${say('accrual.forecast', language)} ${whole(outlook.forecast)}`, at: outlook.forecast }]),
    { text: say('accrual.plan', language), at: plan.at(-1)?.value ?? 0 },
    ...(last === undefined || outlook !== null
      ? []
      : [{ text: `${say('accrual.all', language)} ${whole(last.value)}`, at: last.value }]),
  ];
  const right = Math.max(40, ...ends.map(({ text }) => textWidth(text, 12))) + 18;
  const points = (of: AccrualShape['plan']): readonly Point[] =>
    of.map(({ on, value }) => [dayAt(on), value]);
  const days = [...plan, ...counted].map(({ on }) => dayAt(on)).concat(dayAt(asOf));
  const domain = [Math.min(...days), Math.max(...days)] as const;
  const values = [...plan, ...counted].map(({ value }) => value).concat(outlook?.high ?? 0);
  const y = linearAxis([0, ...values], { title: unit[language] });
  const now = [dayAt(asOf), last?.value ?? 0] as const;
  const marks: readonly Mark[] = [
    ...(sites.length < 2 ? [] : sites).map((site): Mark => ({
      mark: 'line',
      points: points(site.points),
      curve: 'step',
      ink: 'ink-3',
      width: 1,
      dash: 'solid',
    })),
    { mark: 'line', points: points(plan), curve: 'linear', ink: 'slate', width: 2, dash: 'dashed' },
    ...(outlook === null ? [] : fan(outlook, now)),
    {
      mark: 'line',
      points: [...points(counted), now],
      curve: 'step',
      ink: 'slot-1',
      width: 3,
      dash: 'solid',
    },
    { mark: 'rules', rules: [[now[0], 0, now[0], y.domain[1]]], ink: 'ink-2', width: 1.5, dash: 'dotted' },
    {
      mark: 'words',
      words: [
        word(now[0], y.domain[1], `${say('accrual.today', language)} ${formatDate(asOf, language)}`, {
          anchor: now[0] > (domain[0] + domain[1]) / 2 ? 'end' : 'start',
          ink: 'ink-2',
          shift: [now[0] > (domain[0] + domain[1]) / 2 ? -5 : 5, 8],
        }),
      ],
    },
  ];
  const frame = { left, top, width: width - left - right, height };
  return {
    width,
    height: top + height + 34,
    panels: [
      {
        frame,
        x: { domain, scale: 'linear', ticks: monthTicks(domain, language), title: '', grid: false },
        y,
        marks,
      },
      names(ends, y.domain[1], frame),
    ],
  };
}

/** From where the count stands to the end of the plan: a widening band, and its middle dashed. */
const fan = (
  { endsOn, forecast, low, high }: NonNullable<AccrualShape['outlook']>,
  now: Point,
): readonly Mark[] => [
  {
    mark: 'area',
    points: [
      [now[0], now[1], now[1]],
      [dayAt(endsOn), low, high],
    ],
    curve: 'linear',
    ink: 'slot-1',
    opacity: 0.14,
  },
  {
    mark: 'line',
    points: [now, [dayAt(endsOn), forecast]],
    curve: 'linear',
    ink: 'slot-1',
    width: 2,
    dash: 'dashed',
  },
];

/** Names at the ends of their lines, apart from each other. */
function names(
  ends: readonly { readonly text: string; readonly at: number }[],
  most: number,
  frame: Panel['frame'],
): Panel {
  const places = separate(
    ends.map(({ at }) => (1 - at / most) * frame.height),
    16,
    6,
    frame.height - 6,
  );
  return {
    ...pixels(frame.left + frame.width, frame.top, width - frame.left - frame.width, frame.height),
    marks: [{ mark: 'words', words: ends.map(({ text }, at) => word(8, places[at] ?? 0, text)) }],
  };
}

/** First days of every month, or of every third one where many are shown. */
function monthTicks([from, to]: readonly [number, number], language: Language): readonly Tick[] {
  const first = new Date(from * 86_400_000);
  const months = Math.ceil((to - from) / 30);
  const each = months > 18 ? 6 : months > 8 ? 3 : months > 4 ? 2 : 1;
  return Array.from({ length: months + 2 }, (_none, at) => {
    const on = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1));
    return { at: on.getTime() / 86_400_000, month: on.getUTCMonth(), year: on.getUTCFullYear() };
  })
    .filter(({ at, month }) => at >= from && at <= to && month % each === 0)
    .map(({ at, month, year }) => ({
      at,
      label: language === 'ko' ? `${year}. ${month + 1}.` : `${short[month] ?? ''} ${year}`,
    }));
}

const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
