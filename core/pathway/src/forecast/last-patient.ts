import { dayNumber } from '../calendar/day-number.ts';
import type { CaseState } from '../case/state.ts';
import { networkOf } from '../routes/network.ts';
import { assumed, type AssumptionAbout } from './assumption.ts';
import { datesOf, type Dates } from './dates.ts';
import type { DayTable } from './day-table.ts';
import type { DrawnDays, EvidenceDays, Schedule } from './draw.ts';
import type { ForecastRequest } from './forecast.ts';
import type { Plan, Withheld } from './plan.ts';
import { daysAt, mostOf, quantilesOf, spreadOf, type Quantiles } from './spread.ts';

/**
 * Counted back from the last day of the use window: when the file must be handed in so that the reassessment is decided
 * by then, and when the last patient must have come in so that there is a file. Null where it is withheld.
 */
export type WindowForecast = {
  readonly stage: string;
  readonly lastDay: Dates | null;
  readonly latestFiling: Dates | null;
  readonly latestLastPatientIn: Dates | null;
  /** That the reassessment would not be decided by the end of the window, as the study is planned. */
  readonly chanceOfMissing: number | null;
  /** That not even the file would be ready by then. */
  readonly chanceOfFilingLate: number | null;
  readonly withheld: readonly Withheld[];
};

type Drawn = {
  readonly drawn: DrawnDays;
  readonly times: Schedule;
  readonly table: DayTable;
  readonly evidence: EvidenceDays;
  /** Of the last patient's coming in. */
  readonly levels: Float64Array;
  readonly tables: Map<number, Quantiles>;
};

/** The window of a route and the study in it; null for a route without a window, or once the window is over. */
export function windowForecast(
  state: CaseState,
  plan: Plan,
  request: ForecastRequest,
  by: Drawn,
): WindowForecast | null {
  const { window, reassessment } = networkOf(state.key.route);
  if (window === null) return null;
  const evidence = plan.steps.findIndex(({ length, step }) => isWindow(length.kind, step.stage, state));
  if (evidence < 0) return null;
  const at = plan.steps.findIndex(({ step }) => step.stage === reassessment);
  const lastDay = by.times.ends[evidence]?.map((day) => day - 1) ?? null;
  const judged = plan.steps[at];
  const study = assumed(request.assumptions, 'study');
  const withheld: readonly Withheld[] = [
    ...(lastDay === null ? [{ stage: window, reason: 'no-duration' as const }] : []),
    ...(judged?.length.kind === 'withheld'
      ? [{ stage: judged.step.stage, reason: judged.length.reason }]
      : []),
    ...(study === undefined ? [{ stage: window, reason: 'study' as const }] : []),
  ];
  const filing = lastDay === null || judged === undefined ? null : filingDays(lastDay, judged, at, by);
  const back = study === undefined ? 0 : Math.round(study.followUpDays + study.reportDays);
  const lastIn = filing === null || study === undefined ? null : filing.map((day) => day - back);
  const last = study === undefined ? null : plannedDays(study, by);
  // The file is whole when the study reports and every other piece of evidence that it is to hold is there.
  const planned = last === null ? null : waitingFor(last, judged, back, by);
  return {
    stage: window,
    lastDay: lastDay === null ? null : datesOf(lastDay),
    latestFiling: filing === null ? null : datesOf(filing),
    latestLastPatientIn: lastIn === null ? null : datesOf(lastIn),
    chanceOfMissing: planned === null || lastIn === null ? null : shareLater(planned, lastIn),
    chanceOfFilingLate:
      planned === null || lastDay === null
        ? null
        : shareLater(
            planned,
            lastDay.map((day) => day - back),
          ),
    withheld,
  };
}

const isWindow = (kind: string, stage: string, state: CaseState): boolean =>
  (kind === 'months' || kind === 'until') && state.rules.stages.get(stage)?.kind === 'evidence-window';

/** The file is handed in so many days before the last day as the reassessment takes. */
function filingDays(
  lastDay: Int32Array,
  { length }: Plan['steps'][number],
  at: number,
  { drawn, table }: Drawn,
): Int32Array | null {
  if (length.kind !== 'days') return null;
  const point = Math.round(mostOf(length.spread));
  return table.subtract(lastDay, drawn[at] ?? point, length.type);
}

function plannedDays(
  { lastPatientIn }: AssumptionAbout<'study'>,
  { levels, tables }: Drawn,
): Int32Array | null {
  const { least, usual, most } = lastPatientIn;
  const number = (on: typeof least): number | null => (on === null ? null : dayNumber(on));
  const spread = spreadOf({ least: number(least), usual: number(usual), most: number(most) });
  if (spread === null) return null;
  const quantiles = quantilesOf(spread, tables);
  return Int32Array.from(levels, (level) => Math.round(daysAt(quantiles, level)));
}

/** The planned last day of coming in, put off as far as evidence from elsewhere puts off the file. */
function waitingFor(
  planned: Int32Array,
  judged: Plan['steps'][number] | undefined,
  back: number,
  { evidence }: Drawn,
): Int32Array {
  const waits = (judged?.evidence ?? []).flatMap(({ requirement }) => evidence.get(requirement) ?? []);
  if (waits.length === 0) return planned;
  return planned.map((day, draw) => Math.max(day, ...waits.map((ready) => (ready[draw] ?? 0) - back)));
}

const shareLater = (planned: Int32Array, than: Int32Array): number => {
  let count = 0;
  for (const [draw, day] of planned.entries()) if (day > (than[draw] ?? 0)) count += 1;
  return count / planned.length;
};
