import { contentHash, type Json } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { id, type EventId, type SiteId } from '@daero/domain/identity';
import type { Actor } from '@daero/domain/product';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant, type IsoDate } from '@daero/domain/time';
import { demonstrationPortfolio } from '@daero/programme/generated/portfolio';
import type { Recorded } from '@daero/programme/record/event';
import { callToLog, projectToLog, type Logged } from '@daero/programme/record/log';
import { placeKey, type DecisionLog } from '../decisions/decided.ts';
import { countStream, countType } from './counts.ts';
import { callStream, projectStream } from './records.ts';

type Given = { readonly site: SiteId; readonly newEventId: () => EventId };
type Draft = { readonly logged: Logged; readonly on: IsoDate; readonly by: Actor };

/** The generated calls and projects with their counts, put into the log once: a stream that is there already is left as it is. */
export async function loadProgrammes(
  { events, decisions }: { readonly events: EventLog; readonly decisions: DecisionLog },
  given: Given,
): Promise<Result<number>> {
  const there = await decisions.all();
  if (!there.ok) return there;
  const { calls, projects } = demonstrationPortfolio();
  const streams: readonly (readonly [string, readonly Draft[]])[] = [
    ...calls.map(
      ({ callId, events: own }) =>
        [callStream(callId), own.map((event) => draft(callToLog(callId, event), event))] as const,
    ),
    ...projects.flatMap(({ projectId, events: own, observations }) => [
      [countStream(projectId), observations.map((one) => count(projectId, one))] as const,
      [projectStream(projectId), own.map((event) => draft(projectToLog(projectId, event), event))] as const,
    ]),
  ];
  // counts are of a project, and come and go with it
  const missing = streams.filter(
    ([stream]) => !there.value.has(stream.replace(countStream(''), projectStream(''))),
  );
  const drafts = missing.flatMap(([stream, own]) => own.map((one, at) => placed(stream, one, at, given)));
  if (drafts.length === 0) return succeed(0);
  const appended = await events.append(drafts);
  if (!appended.ok) return appended;
  const refused = appended.value.find((answer) => answer.answer === 'refused');
  return refused?.answer === 'refused' ? fail(refused.fault) : succeed(missing.length);
}

const draft = (logged: Logged, { on, by }: Recorded<unknown>): Draft => ({
  logged,
  on,
  by: { personId: id<'person'>(by.personId), role: by.role },
});

const count = (
  projectId: string,
  observation: { readonly on: IsoDate } & Readonly<Record<string, Json>>,
): Draft => ({
  logged: {
    type: countType,
    payload: { reason: 'generated for demonstration / 시연을 위해 만든 수', project: projectId, observation },
  },
  on: observation.on,
  by: { personId: id<'person'>('demonstration:registry'), role: 'device' },
});

function placed(
  stream: string,
  { logged, on, by }: Draft,
  at: number,
  { site, newEventId }: Given,
): EventDraft {
  const { type, payload } = logged;
  const whole = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : {};
  return {
    ...{ eventId: newEventId(), type, schemaVersion: 1, site },
    ...{ subject: null, encounter: null, subjectRef: null },
    occurredAt: instant(`${on}T00:00:00.000Z`),
    clock: { source: 'hand', skewMs: null },
    actor: by,
    ...{ device: null, arm: null, study: null, causeId: null, correlationId: stream },
    idempotencyKey: placeKey(stream, at + 1),
    payload: {
      ...whole,
      signedBy: by.personId,
      request: { key: `generated ${stream} ${at}`, hash: contentHash({ type, payload }) },
    },
  };
}
