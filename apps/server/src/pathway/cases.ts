import { reaches, type Session } from '@daero/api/access';
import type { LoggedEvent } from '@daero/domain/event';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { calendarOf } from '@daero/pathway/calendar/calendars';
import { clocksAt, type Clocks } from '@daero/pathway/case/clocks';
import type { Assumption, Scenario } from '@daero/pathway/forecast/assumption';
import { countedAs } from '@daero/pathway/forecast/case-file';
import { forecastCase, type Forecast } from '@daero/pathway/forecast/forecast';
import { foldRecord, type CaseRecord } from '@daero/pathway/record/record';
import type { DecisionLog } from '../decisions/decided.ts';

/** A case as the log tells it, with the events themselves. */
export type OpenedCase = {
  readonly record: CaseRecord;
  readonly events: readonly LoggedEvent[];
  readonly clocks: Clocks;
  readonly asOf: IsoDate;
};

export type TimedForecast = { readonly forecast: Forecast; readonly milliseconds: number };

export type Cases = {
  /** Those that the session reaches, and those whose events cannot be read. */
  readonly list: (session: Session) => Promise<
    Result<{
      readonly opened: readonly OpenedCase[];
      readonly unreadable: readonly { readonly id: string; readonly fault: Fault }[];
    }>
  >;
  readonly find: (session: Session, caseId: string) => Promise<Result<OpenedCase>>;
  /** The forecast of a case as it stands, computed once for as long as nothing is recorded and the day is the same. */
  readonly forecast: (opened: OpenedCase, met: readonly string[]) => Result<TimedForecast>;
};

export const streamOf = (caseId: string): string => `case:${caseId}`;
/** The day in Korea. */
export const today = (): IsoDate => isoDate(new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10));

/** A case without a repository belongs to the installation: only a session of all of it sees such a case. */
const mayReach = (session: Session, { about }: CaseRecord): boolean =>
  session.projects === 'all' || (about.project !== null && reaches(session, about.project));

const draws = 10_000;
export const seed = 20261122; // one for the installation, so that scenarios of one case are compared on the same draws

export function forecastOf(
  { record, asOf }: OpenedCase,
  change: {
    readonly assumptions: readonly Assumption[];
    readonly scenarios: readonly Scenario[];
    readonly met: readonly string[];
    readonly draws: number;
  },
): Result<TimedForecast> {
  const from = performance.now();
  const calendar = calendarOf(record.state.rules.code);
  const forecast = forecastCase(record.state, { asOf, seed, calendar, ...change });
  if (!forecast.ok) return forecast;
  return succeed({
    forecast: forecast.value,
    milliseconds: Math.round(10 * (performance.now() - from)) / 10,
  });
}

export function openCases(decisions: DecisionLog): Cases {
  const forecasts = new Map<string, { readonly key: string; readonly found: Result<TimedForecast> }>();

  const opened = (caseId: string, events: readonly LoggedEvent[]): Result<OpenedCase> => {
    const folded = foldRecord(caseId, events);
    if (!folded.ok) return folded;
    const record = folded.value;
    const last = record.events.reduce<IsoDate>((latest, { on }) => (on > latest ? on : latest), today());
    const calendar = calendarOf(record.state.rules.code);
    const clocks = clocksAt(record.state, last, calendar, countedAs(record.assumptions));
    return succeed({ record, events, clocks, asOf: last });
  };

  return {
    list: async (session) => {
      const all = await decisions.all();
      if (!all.ok) return all;
      const read = [...all.value].map(([stream, events]) => {
        const id = stream.replace(/^case:/, '');
        return { id, found: opened(id, events) };
      });
      return succeed({
        opened: read.flatMap(({ found }) =>
          found.ok && mayReach(session, found.value.record) ? [found.value] : [],
        ),
        unreadable: read.flatMap(({ id, found }) =>
          found.ok || session.projects !== 'all' ? [] : [{ id, fault: found.fault }],
        ),
      });
    },
    find: async (session, caseId) => {
      const events = await decisions.of(streamOf(caseId));
      if (!events.ok) return events;
      const unknown = fail({ kind: 'case-unknown', case: caseId } as const);
      if (events.value.length === 0) return unknown;
      const found = opened(caseId, events.value);
      return found.ok && !mayReach(session, found.value.record) ? unknown : found;
    },
    forecast: (one, met) => {
      const { record, events, asOf } = one;
      const key = `${events.length} ${asOf} ${met.join(',')}`;
      const known = forecasts.get(record.caseId);
      if (known?.key === key) return known.found;
      const found = forecastOf(one, { assumptions: record.assumptions, scenarios: [], met, draws });
      forecasts.set(record.caseId, { key, found });
      return found;
    },
  };
}
