import { id } from '@daero/domain/identity';
import { instant } from '@daero/domain/time';
import type { UseEvent, UseScope } from './weeks.ts';

export const scope: UseScope = {
  site: 'generated-a',
  deviceId: 'reference-chest',
  version: null,
  offsetMinutes: 540,
};

const device = {
  deviceId: id<'device'>('reference-chest'),
  version: '2.1',
  udiDi: null,
  modelHash: '5f'.repeat(32),
  thresholdSetId: 't1',
};

export type Told = {
  readonly n: number;
  readonly at: string;
  readonly subject?: string;
  readonly reader?: string;
  readonly ran?: boolean;
  readonly arm?: 'silent' | 'shown';
  readonly response?: string | null;
};

/** The events of one opportunity: eligible, and as far as it went. */
export function told({
  n,
  at,
  subject,
  reader = 'r1',
  ran = true,
  arm = 'shown',
  response = 'accepted',
}: Told): readonly UseEvent[] {
  const later = (minutes: number): UseEvent['occurredAt'] =>
    instant(new Date(Date.parse(at) + minutes * 60_000).toISOString());
  const about = {
    ...{ site: id<'site'>('generated-a'), device, arm, subjectRef: null, correlationId: `chance-${n}` },
    subject: id<'subject'>(subject ?? `p-${n}`),
  };
  const machine = { personId: id<'person'>('runner'), role: 'device' } as const;
  const person = { personId: id<'person'>(reader), role: 'clinician' } as const;
  const events: UseEvent[] = [
    {
      ...about,
      type: 'opportunity.eligible',
      occurredAt: later(0),
      actor: machine,
      payload: { ruleVersion: '1', inputPresent: 'yes' },
    },
  ];
  if (!ran) return events;
  events.push({
    ...about,
    type: 'inference.completed',
    occurredAt: later(2),
    actor: machine,
    payload: { latencyMs: 4000 },
  });
  events.push({
    ...about,
    type: 'result.shown',
    occurredAt: later(5),
    actor: machine,
    payload: { shownTo: reader },
  });
  if (response !== null)
    events.push({
      ...about,
      type: 'decision.recorded',
      occurredAt: later(9),
      actor: person,
      payload: { response, secondsTaken: 12 },
    });
  events.push({
    ...about,
    device: null,
    type: 'report.finalised',
    occurredAt: later(30),
    actor: person,
    payload: {},
  });
  return events;
}
