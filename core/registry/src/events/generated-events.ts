import type { Json } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import { id, type EventId, type SiteId } from '@daero/domain/identity';
import { instant, type Instant } from '@daero/domain/time';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The n-th ULID of a made-up series: 10 letters of time, 16 that count. */
export function generatedId(n: number, series = 0): EventId {
  let [rest, letters] = [n, ''];
  for (let place = 0; place < 12; place += 1) {
    letters = (crockford[rest % 32] ?? '0') + letters;
    rest = Math.floor(rest / 32);
  }
  const kind = (crockford[Math.floor(series / 32) % 32] ?? '0') + (crockford[series % 32] ?? '0');
  return id<'event'>(`01J0000000GE${kind}${letters}`);
}

const firstAt = Date.parse('2026-01-01T00:00:00Z');

/** Minutes after the start of the made-up year. */
export const generatedAt = (minutes: number): Instant =>
  instant(new Date(firstAt + minutes * 60_000).toISOString());

/** The n-th event of a made-up site: the same n is the same event. For tests, benches and fault rounds. */
export function generatedEvent(n: number, site: SiteId, changed: Partial<EventDraft> = {}): EventDraft {
  return {
    eventId: generatedId(n),
    type: 'inference.completed',
    schemaVersion: 1,
    site,
    subject: id<'subject'>(`p-${n % 500}`),
    encounter: `stay-${n % 500}`,
    subjectRef: `window-${n}`,
    occurredAt: generatedAt(n),
    clock: { source: 'ntp', skewMs: (n % 7) - 3 },
    actor: { personId: id<'person'>('news2-runner'), role: 'device' },
    device: {
      deviceId: id<'device'>('news2'),
      version: '2017.1',
      udiDi: null,
      modelHash: '5f'.repeat(32),
      thresholdSetId: 'rcp-2017',
    },
    arm: 'silent',
    study: 'icu-early-warning',
    causeId: null,
    correlationId: `chance-${n}`,
    idempotencyKey: `generated-${n}`,
    payload: generatedPayload(n, 3 + (n % 11) / 8),
    ...changed,
  };
}

/** What the n-th event says: a completed inference of the reference device. */
export const generatedPayload = (n: number, latencyMs: number): Json => ({
  inputDigest: n.toString(16).padStart(64, '0'),
  qualityFlags: n % 3 === 0 ? ['temperature-missing'] : [],
  scores: [{ name: 'news2', value: n % 21 }],
  class: n % 21 >= 7 ? 'high' : 'low',
  uncertainty: null,
  threshold: 7,
  latencyMs,
});
