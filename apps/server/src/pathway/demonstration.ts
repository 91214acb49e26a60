import { contentHash } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import type { EventId, SiteId } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant, type IsoDate } from '@daero/domain/time';
import type { GeneratedCase } from '@daero/pathway/generated/generate';
import { demonstrationPortfolio } from '@daero/pathway/generated/portfolio';
import { placeKey, type DecisionLog } from '../decisions/decided.ts';
import { seed, streamOf } from './cases.ts';

/** The generated cases, each put into the log once: a case that has events already is left as it is. */
export async function loadDemonstration(
  { events, decisions }: { readonly events: EventLog; readonly decisions: DecisionLog },
  {
    site,
    newEventId,
    today,
  }: { readonly site: SiteId; readonly newEventId: () => EventId; readonly today: IsoDate },
): Promise<Result<number>> {
  const there = await decisions.all();
  if (!there.ok) return there;
  const missing = demonstrationPortfolio(today, seed).filter(
    ({ caseId }) => !there.value.has(streamOf(caseId)),
  );
  const drafts = missing.flatMap((one) => draftsOf(one, site, newEventId));
  if (drafts.length === 0) return succeed(0);
  const appended = await events.append(drafts);
  if (!appended.ok) return appended;
  const refused = appended.value.find((answer) => answer.answer === 'refused');
  return refused?.answer === 'refused' ? fail(refused.fault) : succeed(missing.length);
}

const draftsOf = (one: GeneratedCase, site: SiteId, newEventId: () => EventId): readonly EventDraft[] =>
  one.events.map(({ at, type, on, by, payload }) => ({
    ...{
      eventId: newEventId(),
      type,
      schemaVersion: 1,
      site,
      subject: null,
      encounter: null,
      subjectRef: null,
    },
    occurredAt: instant(`${on}T00:00:00.000Z`),
    clock: { source: 'hand', skewMs: null },
    actor: by,
    ...{ device: null, arm: null, study: one.project, causeId: null, correlationId: streamOf(one.caseId) },
    idempotencyKey: placeKey(streamOf(one.caseId), at + 1),
    payload: {
      ...payload,
      request: { key: `generated ${one.caseId} ${at}`, hash: contentHash({ type, payload }) },
    },
  }));
