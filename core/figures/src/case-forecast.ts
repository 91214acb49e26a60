import { formatDate, formatMonthRange } from '@daero/domain/format/date';
import { formatLevel } from '@daero/domain/format/estimate';
import { formatCount } from '@daero/domain/format/number';
import type { CaseForecastShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { casePlot } from './case-plot.ts';
import { none, type Cell, type Figure, type FigureTable } from './figure.ts';
import { say } from './words.ts';

/** The road of a case: range first, the median second, and never a bar that ends as if it were certain. */
export function caseForecastFigure(shape: CaseForecastShape, language: Language): Figure {
  const label = shape.label[language];
  return {
    kind: 'case-forecast',
    language,
    title: findingOf(shape, language),
    subtitle:
      shape.draws === null
        ? say('case.subtitlePlain', language, { label })
        : say('case.subtitle', language, { label, draws: formatCount(shape.draws) }),
    notes: [say('case.key', language), say('case.keyMore', language)],
    plot: casePlot(shape, language),
    table: tableOf(shape, language),
  };
}

function findingOf({ mark, window, rows }: CaseForecastShape, language: Language): string {
  if (mark === null)
    return say(rows.some(({ withheld }) => withheld !== null) ? 'case.withheld' : 'case.done', language);
  const { fromOn, toOn, level } = mark.range;
  const slots = {
    name: mark.name[language],
    range: formatMonthRange(fromOn, toOn, language),
    level: formatLevel(level),
  };
  const chance = window?.chanceOfMissing ?? null;
  return chance === null
    ? say('case.finding', language, slots)
    : say('case.findingMiss', language, { ...slots, chance: `${Math.round(100 * chance)}%` });
}

const shownLevel = 0.8;

/** A row a stage; a stage that was passed twice tells its last passage. */
function tableOf({ rows }: CaseForecastShape, language: Language): FigureTable {
  const day = (on: IsoDate | null): Cell => (on === null ? none : formatDate(on, language));
  return {
    columns: [
      say('case.stage', language),
      say('case.from', language),
      say('case.end', language),
      say('case.median', language),
      say('case.interval', language, { level: formatLevel(shownLevel) }),
      say('case.limit', language),
    ].map((title) => ({ title, align: 'start' as const })),
    rows: rows.map(({ label, passed, ahead, withheld, limitOn }) => {
      const last = passed.at(-1);
      const range = ahead?.ranges.find(({ level }) => level === shownLevel);
      const from =
        last !== undefined
          ? day(last.fromOn)
          : ahead === null
            ? none
            : say('case.fromAhead', language, { date: formatDate(ahead.fromOn, language) });
      const end: Cell =
        last === undefined
          ? none
          : last.toOn === null
            ? say('case.running', language)
            : say('case.ended', language, { date: formatDate(last.toOn, language) });
      return [
        label[language],
        from,
        end,
        withheld !== null ? withheld[language] : day(ahead?.medianOn ?? null),
        range === undefined
          ? none
          : `${formatDate(range.fromOn, language)} – ${formatDate(range.toOn, language)}`,
        day(limitOn),
      ];
    }),
  };
}
