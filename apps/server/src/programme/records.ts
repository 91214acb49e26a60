import type { LoggedEvent } from '@daero/domain/event';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import type { CallEvent } from '@daero/programme/call/event';
import { foldCall } from '@daero/programme/call/fold';
import type { CallState } from '@daero/programme/call/state';
import type { Observation } from '@daero/programme/indicators/observation';
import type { ProjectEvent } from '@daero/programme/project/event';
import { foldProject } from '@daero/programme/project/fold';
import type { ProjectState } from '@daero/programme/project/state';
import { callFromLog, projectFromLog } from '@daero/programme/record/log';
import type { DecisionLog } from '../decisions/decided.ts';
import { today } from '../pathway/cases.ts';
import type { Counts } from './counts.ts';

/** A call or a project as the log tells it. */
export type OpenedCall = {
  readonly events: readonly LoggedEvent[];
  readonly history: readonly CallEvent[];
  readonly state: CallState;
};
export type OpenedProject = {
  readonly events: readonly LoggedEvent[];
  readonly history: readonly ProjectEvent[];
  readonly state: ProjectState;
  readonly observations: readonly Observation[];
};
export type AgreedProject = Omit<OpenedProject, 'observations'>;
export type Unreadable = { readonly id: string; readonly fault: Fault };

export const callStream = (callId: string): string => `call:${callId}`;
export const projectStream = (projectId: string): string => `programme-project:${projectId}`;

const callOf = (callId: string, events: readonly LoggedEvent[]): Result<OpenedCall> => {
  const history = callFromLog(events, callId);
  if (!history.ok) return history;
  const state = foldCall(history.value);
  return state.ok ? succeed({ events, history: history.value, state: state.value }) : state;
};

export type Records = {
  readonly calls: () => Promise<Result<Listed<OpenedCall>>>;
  readonly projects: () => Promise<Result<Listed<OpenedProject>>>;
  /** The same without what was counted for them: nothing is read besides the log. */
  readonly agreed: () => Promise<Result<Listed<AgreedProject>>>;
  readonly call: (callId: string) => Promise<Result<OpenedCall>>;
  readonly project: (projectId: string) => Promise<Result<OpenedProject>>;
};
type Listed<One> = { readonly opened: readonly One[]; readonly unreadable: readonly Unreadable[] };

/** Calls and projects, folded once for as long as nothing is recorded. */
export function openRecords(decisions: DecisionLog, counts: Counts): Records {
  const calls = remembered(callOf);
  const projects = remembered((projectId: string, events): Result<AgreedProject> => {
    const history = projectFromLog(events, projectId);
    if (!history.ok) return history;
    const state = foldProject(history.value);
    return state.ok ? succeed({ events, history: history.value, state: state.value }) : state;
  });
  const observed = async (found: Result<AgreedProject>): Promise<Result<OpenedProject>> => {
    if (!found.ok) return found;
    const observations = await counts(found.value.state);
    return observations.ok ? succeed({ ...found.value, observations: observations.value }) : observations;
  };
  const listed = async <One>(
    prefix: string,
    open: (id: string, events: readonly LoggedEvent[]) => Promise<Result<One>>,
  ): Promise<Result<Listed<One>>> => {
    const all = await decisions.all();
    if (!all.ok) return all;
    const own = [...all.value].filter(([stream]) => stream.startsWith(prefix));
    // side by side, so that what they count from is read once
    const found = await Promise.all(
      own.map(async ([stream, events]) => {
        const id = stream.slice(prefix.length);
        return { id, one: await open(id, events) };
      }),
    );
    return succeed({
      opened: found.flatMap(({ one }) => (one.ok ? [one.value] : [])),
      unreadable: found.flatMap(({ id, one }) => (one.ok ? [] : [{ id, fault: one.fault }])),
    });
  };

  return {
    calls: async () => listed(callStream(''), async (id, events) => calls(id, events)),
    projects: async () => listed(projectStream(''), async (id, events) => observed(projects(id, events))),
    agreed: async () => listed(projectStream(''), async (id, events) => projects(id, events)),
    call: async (callId) => {
      const events = await decisions.of(callStream(callId));
      if (!events.ok) return events;
      if (events.value.length === 0) return fail({ kind: 'programme-call-unknown', call: callId });
      return calls(callId, events.value);
    },
    project: async (projectId) => {
      const events = await decisions.of(projectStream(projectId));
      if (!events.ok) return events;
      if (events.value.length === 0) return fail({ kind: 'programme-project-unknown', project: projectId });
      return observed(projects(projectId, events.value));
    },
  };
}

/** What was made of a stream is kept until the stream is longer. */
function remembered<One>(
  make: (id: string, events: readonly LoggedEvent[]) => Result<One>,
): (id: string, events: readonly LoggedEvent[]) => Result<One> {
  const known = new Map<string, { readonly length: number; readonly made: Result<One> }>();
  return (id, events) => {
    const before = known.get(id);
    if (before?.length === events.length) return before.made;
    const made = make(id, events);
    known.set(id, { length: events.length, made });
    return made;
  };
}

/** The day as of which things are told: today, or for what is made up the last day of which something is told. */
export function standsOn(
  calls: readonly Pick<OpenedCall, 'history' | 'state'>[],
  projects: readonly Pick<OpenedProject, 'history' | 'state' | 'observations'>[],
): IsoDate {
  const real =
    calls.some(({ state }) => !state.terms.demonstration) ||
    projects.some(({ state }) => !state.agreement.demonstration);
  const days = [
    ...calls.flatMap(({ history }) => history.map(({ on }) => on)),
    ...projects.flatMap(({ history, observations }) => [...history, ...observations].map(({ on }) => on)),
  ];
  const now = today();
  const last = days.reduce((latest, on) => (on > latest ? on : latest), days[0] ?? now);
  return real || last > now ? now : last;
}
