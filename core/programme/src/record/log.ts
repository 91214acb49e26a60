import { canonicalJson, textField, type Json } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import { eventType } from '@daero/registry/events/types/table';
import { z } from 'zod';
import { callChangeSchema, callEventSchema, type CallEvent } from '../call/event.ts';
import {
  projectChangeSchema,
  projectEventSchema,
  type ProjectChange,
  type ProjectEvent,
} from '../project/event.ts';

/** Of which family a change is in the one log; calls are plans and decisions, projects also money. */
const families: Readonly<
  Record<CallEvent['change']['type'] | ProjectChange['type'], 'plan' | 'decision' | 'money'>
> = {
  opened: 'plan',
  submitted: 'plan',
  withdrawn: 'plan',
  closed: 'plan',
  'reviewer-appointed': 'plan',
  'interest-declared': 'plan',
  scored: 'decision',
  'review-closed': 'decision',
  'lot-drawn': 'decision',
  selected: 'decision',
  cancelled: 'decision',
  annulled: 'decision',
  agreed: 'money',
  'grant-paid': 'money',
  'own-cash-paid': 'money',
  'own-kind-given': 'money',
  spent: 'money',
  'spending-reversed': 'money',
  'spending-disallowed': 'money',
  recovered: 'money',
  'interest-credited': 'money',
  'transfer-asked': 'money',
  'transfer-decided': 'money',
  'carried-over': 'money',
  returned: 'money',
  'year-settled': 'money',
  'milestone-met': 'decision',
  'milestone-failed': 'decision',
  'milestone-moved': 'decision',
  'indicator-declared': 'plan',
  stopped: 'decision',
  completed: 'decision',
};

/** The types under which the log keeps the changes of calls and of projects. */
const typeOf = (what: 'call' | 'project', change: keyof typeof families): string =>
  `${families[change]}.${what}-${change}`;
export const callEventTypes: readonly string[] = callChangeSchema.options.map((option) =>
  typeOf('call', option.shape.type.value),
);
export const projectEventTypes: readonly string[] = projectChangeSchema.options.map((option) =>
  typeOf('project', option.shape.type.value),
);

/** The type and payload under which the log keeps a change: all of it, with its reason. */
export type Logged = { readonly type: string; readonly payload: Json };

export const callToLog = (callId: string, event: CallEvent): Logged => logged('call', callId, event);
export const projectToLog = (projectId: string, event: ProjectEvent): Logged =>
  logged('project', projectId, event);

function logged(what: 'call' | 'project', name: string, event: CallEvent | ProjectEvent): Logged {
  const type = typeOf(what, event.change.type);
  if (eventType(type) === null) throw new Error(`the log knows no type ${type}`);
  return { type, payload: z.json().parse(JSON.parse(canonicalJson({ ...event, [what]: name }))) };
}

/** Back from the log, by name. What belongs to something else is passed over; a broken form of one's own stops. */
export const callFromLog = (entries: readonly Logged[], callId: string): Result<readonly CallEvent[]> =>
  fromLog(entries, ['call', callId], callEventSchema);
export const projectFromLog = (
  entries: readonly Logged[],
  projectId: string,
): Result<readonly ProjectEvent[]> => fromLog(entries, ['project', projectId], projectEventSchema);

function fromLog<Event>(
  entries: readonly Logged[],
  [what, name]: readonly ['call' | 'project', string],
  form: z.ZodType<Event>,
): Result<readonly Event[]> {
  const events: Event[] = [];
  for (const { type, payload } of entries) {
    if (!type.includes(`.${what}-`) || textField(payload, what) !== name) continue;
    // what whoever wrote it adds, the key of the request and the signature, is not part of the event
    const { [what]: _name, request: _request, signedBy: _signed, ...own } = z.looseObject({}).parse(payload);
    const read = form.safeParse(own);
    if (!read.success) {
      const path = read.error.issues[0]?.path.join('.') ?? '—';
      return fail({
        kind: 'programme-event-form',
        type,
        path,
        eventId: textField(payload, 'eventId') ?? '—',
      });
    }
    events.push(read.data);
  }
  return succeed(events);
}
