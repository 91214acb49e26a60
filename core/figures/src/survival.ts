import { formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { formatP } from '@daero/domain/format/probability';
import type { SurvivalShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import type { Figure } from './figure.ts';
import { survivalAt, survivalPlot } from './survival-plot.ts';
import { say } from './words.ts';

type Group = SurvivalShape['groups'][number];

export function survivalFigure(shape: SurvivalShape, language: Language): Figure {
  const { groups, logRank } = shape;
  const level = formatLevel(shape.level);
  const events = groups.reduce((sum, { table }) => sum + (table.at(-1)?.events ?? 0), 0);
  const notes = [shape.censoring[language]];
  if (logRank !== null) {
    const { chi2, df, p } = logRank;
    notes.push(say('survival.logRank', language, { chi2: formatNumber(chi2, 2), df, p: formatP(p) }));
  }
  if (groups.some(({ censoredAt }) => censoredAt.length > 0)) notes.push(say('survival.ticks', language));
  if (groups.some(({ table }) => table.some(({ atRisk }) => atRisk < 10)))
    notes.push(say('survival.few', language));
  return {
    kind: 'survival',
    language,
    title: findingOf(shape, language),
    subtitle: say('survival.subtitle', language, {
      event: shape.event[language],
      n: formatCount(groups.reduce((sum, { n }) => sum + n, 0)),
      events: formatCount(events),
      level,
    }),
    notes,
    plot: survivalPlot(shape, language),
    table: {
      columns: [
        { title: say('survival.group', language), align: 'start' },
        { title: say('survival.time', language), align: 'end' },
        { title: say('survival.share', language), align: 'end' },
        { title: `${say('low', language)} (${level})`, align: 'end' },
        { title: `${say('high', language)} (${level})`, align: 'end' },
        { title: say('survival.atRisk', language), align: 'end' },
        { title: say('survival.events', language), align: 'end' },
        { title: say('survival.censored', language), align: 'end' },
      ],
      rows: groups.flatMap((group) =>
        group.table.map(({ time, atRisk, events: dead, censored }) => {
          const at = survivalAt(group, time) ?? { survival: 1, low: 1, high: 1 };
          return [
            group.label[language],
            { value: time, text: formatCount(time) },
            { value: at.survival, text: formatNumber(at.survival, 3) },
            { value: at.low, text: formatNumber(at.low, 3) },
            { value: at.high, text: formatNumber(at.high, 3) },
            { value: atRisk, text: formatCount(atRisk) },
            { value: dead, text: formatCount(dead) },
            { value: censored, text: formatCount(censored) },
          ];
        }),
      ),
    },
  };
}

/** A difference only where the log-rank test shows one at the level of the intervals; else neutral. */
function findingOf(shape: SurvivalShape, language: Language): string {
  const { groups, logRank, level } = shape;
  const label = shape.label[language];
  const time = lastSharedTime(groups);
  const named =
    groups.length <= 3 ? groups : [groups[0], groups.at(-1)].filter((group) => group !== undefined);
  const values = named
    .map((group) => {
      const value = formatNumber(survivalAt(group, time)?.survival ?? 1, 2);
      return say('survival.value', language, { group: group.label[language], value });
    })
    .join(', ');
  if (logRank === null) return say('survival.plain', language, { label, time: formatCount(time), values });
  const differs = logRank.p < 1 - level;
  const title = say(differs ? 'survival.differs' : 'survival.includes', language, {
    label,
    p: formatP(logRank.p).replaceAll(' ', '\u00a0'), // a title breaks elsewhere
  });
  return differs ? say('survival.at', language, { title, time: formatCount(time), values }) : title;
}

/** The last tick at which every group still has ten people. */
function lastSharedTime(groups: readonly Group[]): number {
  const times = groups[0]?.table.map(({ time }) => time) ?? [];
  const shared = times.filter((time) =>
    groups.every(({ table }) => table.some((row) => row.time === time && row.atRisk >= 10)),
  );
  return shared.at(-1) ?? times[0] ?? 0;
}
