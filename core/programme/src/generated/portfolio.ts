import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import type { CaseEvent } from '@daero/pathway/case/event';
import type { CallEvent } from '../call/event.ts';
import { foldCall } from '../call/fold.ts';
import type { CallState } from '../call/state.ts';
import { countedBy, type Observation } from '../indicators/observation.ts';
import { projectEventSchema, type ProjectEvent } from '../project/event.ts';
import { proposedAgreement } from '../project/propose.ts';
import { unwrap } from '@daero/domain/result';
import { demoCases } from './cases.ts';
import { demoCall, demoPlans } from './calls.ts';
import { drawsOf, eventsFrom, wholeOf, type Draw, type Row } from './draw.ts';
import { begun, behind, onPlan, settled, waiting } from './histories.ts';
import { consortiumMarks, scriptOf, voucherMarks } from './script.ts';

export type DemoProject = {
  readonly projectId: string;
  readonly callId: string;
  readonly events: readonly ProjectEvent[];
  readonly observations: readonly Observation[];
};
export type DemoPortfolio = {
  readonly demonstration: true;
  readonly asOf: IsoDate;
  readonly calls: readonly { readonly callId: string; readonly events: readonly CallEvent[] }[];
  readonly projects: readonly DemoProject[];
  /** The road to listing of two of the products, as the pathway keeps it. */
  readonly cases: readonly { readonly name: string; readonly events: readonly CaseEvent[] }[];
};

/** The day on which the made-up portfolio stands. */
export const demoAsOf = isoDate('2026-11-20');
const firstPatientOn = isoDate('2026-07-13');

/** A made-up portfolio, labelled in every name: two calls decided, one under review, one open; five projects. */
export function demonstrationPortfolio(seed = 20_261_120): DemoPortfolio {
  const draw = drawsOf(seed);
  const calls = demoPlans.map((plan) => ({ callId: plan.callId, events: demoCall(plan, draw) }));
  const states = calls.map(({ events }) => unwrap(foldCall(events)));
  return {
    demonstration: true,
    asOf: demoAsOf,
    calls,
    cases: demoCases,
    projects: states.flatMap((call) =>
      call.selected.map((application, at) => projectOf(call, [application, at], draw)),
    ),
  };
}

function projectOf(call: CallState, [application, at]: readonly [string, number], draw: Draw): DemoProject {
  const voucher = call.terms.kind === 'data-voucher';
  const agreement = unwrap(proposedAgreement(call, application, voucher ? voucherMarks : consortiumMarks));
  const projectId = `${application}-project`;
  const hospitals = agreement.consortium.members.flatMap(({ kind, partyId }) => (kind === 'hospital' ? [partyId] : [])); // prettier-ignore
  const observations = voucher ? [] : observed(projectId, hospitals, at, draw);
  const agreed: Row = [
    voucher ? '2026-04-27' : '2026-05-18',
    'demo-officer-1',
    '협약 체결 / agreement',
    { type: 'agreed', projectId, callId: call.callId, application, agreement },
  ];
  const history = voucher ? [settled, waiting][at] : [onPlan, behind, begun][at];
  const accrued = countedBy(observations, 'patients-accrued', isoDate('2026-10-30')).reduce((sum, { count }) => sum + count, 0); // prettier-ignore
  const rows = history === undefined ? [] : history(scriptOf(agreement), accrued);
  return {
    projectId,
    callId: call.callId,
    events: eventsFrom(projectId, [agreed, ...rows]).map((event) => projectEventSchema.parse(event)),
    observations,
  };
}

/** Patients a week and hospital: many on plan, few behind, some where it has begun late. */
const weekly: readonly (readonly [number, number])[] = [[9, 14], [1, 4], [8, 12]]; // prettier-ignore

function observed(
  projectId: string,
  hospitals: readonly string[],
  at: number,
  draw: Draw,
): readonly Observation[] {
  const [first, active] = [addDays(firstPatientOn, at === 2 ? 56 : 0), at === 1 ? 1 : hospitals.length];
  const weeks = Array.from({ length: 53 }, (_none, week) => ({ week, on: addDays(first, 7 * week) })).filter(
    ({ on }) => on <= demoAsOf,
  );
  const accrued = hospitals.slice(0, active).flatMap((site) =>
    weeks.map(({ week, on }): Observation => ({
      measure: 'patients-accrued',
      on,
      subject: site,
      site,
      count: wholeOf(draw, `${projectId}/${site}`, week, weekly[at] ?? [1, 2]),
      proof: `${projectId}/${site}/${week}`,
    })),
  );
  const live = hospitals.slice(0, at === 1 ? 0 : 2).map((site, n): Observation => ({
    measure: 'hospitals-live',
    on: addDays(first, 30 + 21 * n),
    subject: site,
    site,
    count: 1,
    proof: `${projectId}/${site}/live`,
  }));
  return [...accrued, ...live];
}
