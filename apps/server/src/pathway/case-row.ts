import type { CaseRowView } from '@daero/api/schemas/pathway';
import type { StandingView, StatutoryClockView, WindowClockView } from '@daero/api/schemas/pathway-parts';
import { daysBetween } from '@daero/pathway/calendar/day-number';
import type { StatutoryClock, WindowClock } from '@daero/pathway/case/clocks';
import { standings } from '@daero/pathway/case/event';
import { activeVisits, endedOn, type Visit } from '@daero/pathway/case/state';
import type { Forecast, Milestone } from '@daero/pathway/forecast/forecast';
import type { Rules } from '@daero/pathway/jurisdiction/rules';
import { routeName } from '@daero/pathway/words/name-words';
import { stateWords } from '@daero/pathway/words/route-words';
import type { OpenedCase } from './cases.ts';
import { actorsOf, groundsOf, milestoneOf, nameOf } from './naming.ts';

/** One line of the portfolio: where a case stands, who is waited for, and when it may be listed and paid for. */
export function caseRow(
  { record, events, clocks, asOf }: OpenedCase,
  forecast: Forecast | null,
): CaseRowView {
  const { state, about, caseId } = record;
  const { rules, key } = state;
  const ended = endedOn(state);
  const window =
    clocks.windows.find(({ standing }) => standing !== 'closed') ?? clocks.windows.at(-1) ?? null;
  const none: Milestone = { state: 'not-on-route' };
  return {
    id: caseId,
    ...{
      title: about.title,
      product: about.product,
      demonstration: about.demonstration,
      project: about.project,
    },
    ...{ productVersion: key.productVersion, indication: key.indication, act: key.act },
    route: { id: key.route, name: routeName(rules, key.route) },
    jurisdiction: rules.code,
    rules: rules.version.version,
    openedOn: state.openedOn,
    elapsedDays: clocks.elapsed.calendarDays,
    ended:
      ended === null ? null : { on: ended, ends: state.ends.map(({ terminal }) => nameOf(rules, terminal)) },
    now: activeVisits(state).map((visit) => ({
      stage: nameOf(rules, visit.stage),
      kind: rules.stages.get(visit.stage)?.kind ?? 'support',
      since: visit.enteredOn,
      calendarDays: Math.max(0, daysBetween(visit.enteredOn, asOf)),
      waits: waitsFor(rules, visit),
      actors: [...actorsOf(rules, visit.stage)],
    })),
    next: state.ways.map(({ stage }) => nameOf(rules, stage)),
    standings: standingsOf(record.state, forecast),
    window: window === null ? null : windowView(rules, window),
    chanceOfMissing: forecast?.window?.chanceOfMissing ?? null,
    listing: milestoneOf(rules, forecast?.milestones.listing ?? none),
    firstPaidUse: milestoneOf(rules, forecast?.milestones.firstPaidUse ?? none),
    version: events.length,
  };
}

function waitsFor(rules: Rules, { stage, pauses }: Visit): CaseRowView['now'][number]['waits'] {
  if (pauses.some(({ toOn }) => toOn === null)) return 'applicant';
  const kind = rules.stages.get(stage)?.kind;
  if (kind === 'evidence-window' || kind === 'surveillance') return 'time';
  return kind === 'institution' ? 'hospital' : 'authority';
}

function standingsOf(
  { reached, rules }: OpenedCase['record']['state'],
  forecast: Forecast | null,
): readonly StandingView[] {
  const marks = { coded: forecast?.milestones.listing, used: forecast?.milestones.firstUse };
  return standings.map((state) => {
    const done = reached[state];
    const mark = state === 'coded' ? marks.coded : state === 'used' ? marks.used : undefined;
    return {
      state,
      name: stateWords[state],
      on: done?.on ?? null,
      reference: done?.reference ?? null,
      forecast: done !== null || mark === undefined ? null : milestoneOf(rules, mark),
    };
  });
}

export const windowView = (rules: Rules, clock: WindowClock): WindowClockView => {
  const rule = rules.stages.get(clock.stage)?.useWindow;
  return {
    ...clock,
    stage: nameOf(rules, clock.stage),
    grounds: rule === undefined ? null : groundsOf(rules, rule),
  };
};

export function statutoryView(
  { state }: OpenedCase['record'],
  clock: StatutoryClock,
  { asOf }: Pick<OpenedCase, 'asOf'>,
): StatutoryClockView {
  const { stage, grounds, limitOn, ...rest } = clock;
  const visit = state.visits.find((one) => one.stage === stage && one.attempt === clock.attempt);
  const stopped = (visit?.pauses ?? []).filter(({ stops }) => stops);
  return {
    ...rest,
    stage: nameOf(state.rules, stage),
    extendedDays: visit?.extendedDays ?? 0,
    stoppedDays: stopped.reduce(
      (sum, { fromOn, toOn }) => sum + Math.max(0, daysBetween(fromOn, toOn ?? asOf)),
      0,
    ),
    endsOn: limitOn,
    grounds: groundsOf(state.rules, grounds),
  };
}
