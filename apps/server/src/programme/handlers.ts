import type { Session } from '@daero/api/access';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import type { CallChange, CallEvent } from '@daero/programme/call/event';
import { decideCall } from '@daero/programme/call/fold';
import { receiptsCsv, settlementCsv } from '@daero/programme/money/export';
import type { ProjectChange, ProjectEvent } from '@daero/programme/project/event';
import { decideProject } from '@daero/programme/project/fold';
import { yearsOf } from '@daero/programme/project/state';
import { mayFollow } from '@daero/programme/project/visible';
import type { By } from '@daero/programme/record/event';
import {
  callFromLog,
  callToLog,
  projectFromLog,
  projectToLog,
  type Logged,
} from '@daero/programme/record/log';
import type { DecisionLog, Recorded } from '../decisions/decided.ts';
import type { Handlers } from '../http/handler.ts';
import { today } from '../pathway/cases.ts';
import { callView } from './call-view.ts';
import type { Counts } from './counts.ts';
import { programmeView } from './overview.ts';
import { projectView } from './project-view.ts';
import { callStream, openRecords, projectStream, type OpenedProject } from './records.ts';

export type ProgrammeHandlers = Pick<
  Handlers,
  | 'programme'
  | 'openCall'
  | 'call'
  | 'recordCallEvent'
  | 'agreeProject'
  | 'programmeProject'
  | 'recordProjectEvent'
  | 'settlement'
>;

type Act<Change> = {
  readonly on: IsoDate;
  readonly reason: string;
  readonly source: string | null;
  readonly signedBy: string;
  readonly expected: number;
  readonly request: string;
  readonly change: Change;
};

const actorOf = ({ person, role }: Session): By => ({ personId: person, role });
/** The event that an act becomes: its request names it, so that the same request is the same event. */
const eventOf = <Change>({ on, reason, source, request, change }: Act<Change>, session: Session) => ({
  eventId: request,
  on,
  by: actorOf(session),
  reason,
  source,
  change,
});

/** Calls and projects: what is read is folded from the log and shown as far as the person's part goes; what is recorded has passed the rules. */
export function programmeHandlers(decisions: DecisionLog, counts: Counts): ProgrammeHandlers {
  const records = openRecords(decisions, counts);

  const record = async (
    session: Session,
    [stream, logged]: readonly [string, Logged],
    { on, reason, signedBy, expected, request }: Act<unknown>,
    allows: Parameters<DecisionLog['decide']>[1],
  ): Promise<Result<Recorded>> => {
    if (on > today()) return fail({ kind: 'programme-day-ahead', on, today: today() });
    const payload = Object.fromEntries(Object.entries(logged.payload ?? {}));
    return decisions.decide(
      {
        stream,
        by: { personId: session.person, role: session.role },
        type: logged.type,
        payload: { ...payload, reason, signedBy },
        expected,
        key: request,
        project: null,
      },
      allows,
    );
  };
  const recordInCall = (session: Session, callId: string, act: Act<CallChange>, isNew: boolean) => {
    const event: CallEvent = eventOf(act, session);
    return record(session, [callStream(callId), callToLog(callId, event)], act, (events) => {
      if (isNew && events.length > 0) return fail({ kind: 'programme-name-taken', name: callId });
      const history = callFromLog(events, callId);
      return history.ok ? decideCall(history.value, event) : history;
    });
  };
  const recordInProject = async (
    session: Session,
    [projectId, callId]: readonly [string, string],
    act: Act<ProjectChange>,
    before: OpenedProject | null,
  ): Promise<Result<Recorded>> => {
    const call = await records.call(callId);
    if (!call.ok) return call;
    const event: ProjectEvent = eventOf(act, session);
    return record(session, [projectStream(projectId), projectToLog(projectId, event)], act, (events) => {
      if (before === null && events.length > 0)
        return fail({ kind: 'programme-name-taken', name: projectId });
      const history = projectFromLog(events, projectId);
      if (!history.ok) return history;
      const observations = before?.observations ?? [];
      return decideProject(history.value, event, { call: call.value.state, observations });
    });
  };
  /** A project that the person takes part in or answers for; any other does not exist for them. */
  const followed = async (session: Session, projectId: string): Promise<Result<OpenedProject>> => {
    const found = await records.project(projectId);
    if (found.ok && !mayFollow(found.value.state, actorOf(session)))
      return fail({ kind: 'programme-project-unknown', project: projectId });
    return found;
  };

  return {
    programme: async ({ session }) => {
      const [calls, projects] = [await records.calls(), await records.projects()];
      if (!calls.ok) return calls;
      if (!projects.ok) return projects;
      const unreadable = [...calls.value.unreadable, ...projects.value.unreadable];
      return succeed(programmeView(calls.value.opened, projects.value.opened, unreadable, actorOf(session)));
    },

    openCall: async ({ body, session }) => recordInCall(session, body.change.callId, body, true),

    call: async ({ params, session }) => {
      const found = await records.call(params.call);
      if (!found.ok) return found;
      const by = actorOf(session);
      const [calls, projects] = [await records.calls(), await records.agreed()];
      if (!calls.ok) return calls;
      if (!projects.ok) return projects;
      const own = projects.value.opened.filter(({ state }) => mayFollow(state, by));
      return succeed(callView(found.value, by, { calls: calls.value.opened, projects: own }));
    },

    recordCallEvent: async ({ params, body, session }) => {
      const found = await records.call(params.call);
      return found.ok ? recordInCall(session, params.call, body, false) : found;
    },

    agreeProject: async ({ body, session }) =>
      recordInProject(session, [body.change.projectId, body.change.callId], body, null),

    programmeProject: async ({ params, session }) => {
      const found = await followed(session, params.project);
      if (!found.ok) return found;
      const call = await records.call(found.value.state.callId);
      return succeed(projectView(found.value, call.ok ? call.value.state : null, actorOf(session)));
    },

    recordProjectEvent: async ({ params, body, session }) => {
      const found = await followed(session, params.project);
      if (!found.ok) return found;
      return recordInProject(session, [params.project, found.value.state.callId], body, found.value);
    },

    settlement: async ({ params, query, session }) => {
      const found = await followed(session, params.project);
      if (!found.ok) return found;
      const { state } = found.value;
      const { year, of } = query;
      const years = yearsOf(state);
      if (!years.includes(year))
        return fail({ kind: 'programme-year-unknown', project: params.project, year, years });
      const mark = state.agreement.demonstration ? 'demonstration-' : '';
      return succeed({
        name: `${mark}${state.projectId}-${year}-${of}.csv`,
        csv: of === 'statement' ? settlementCsv(state, year) : receiptsCsv(state, year),
      });
    },
  };
}
