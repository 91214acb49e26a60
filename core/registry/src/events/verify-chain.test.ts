import { sha256Text } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { id } from '@daero/domain/identity';
import { succeed, unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedAt, generatedEvent, generatedId } from './generated-events.ts';
import { memoryLog } from './memory-log.ts';
import { verifyChain } from './verify-chain.ts';

const site = id<'site'>('icu-1');
const length = 12;
const log = memoryLog({ now: () => generatedAt(9999), sha256: sha256Text });
unwrap(await log.append(Array.from({ length }, (_, n) => generatedEvent(n, site))));
const events = unwrap(await log.read({ site })).events;

const showing = (shown: readonly LoggedEvent[]): EventLog => ({
  ...log,
  read: async ({ after = 0 }) => succeed({ events: shown.slice(after), next: null }),
});

/** One field changed by hand, as someone with access to the table could. */
const changes: readonly ((event: LoggedEvent) => LoggedEvent)[] = [
  (event) => ({ ...event, payload: { ...Object(event.payload), latencyMs: 0 } }),
  (event) => ({ ...event, subject: id<'subject'>('p-other') }),
  (event) => ({ ...event, occurredAt: generatedAt(500_000) }),
  (event) => ({ ...event, recordedAt: generatedAt(0) }),
  (event) => ({ ...event, eventId: generatedId(777) }),
  (event) => ({ ...event, actor: { ...event.actor, role: 'reviewer' } }),
  (event) => ({ ...event, arm: null }),
  (event) => ({ ...event, device: event.device && { ...event.device, version: '2017.2' } }),
  (event) => ({ ...event, payloadHash: sha256Text('another') }),
  (event) => ({ ...event, previousHash: sha256Text('another') }),
  (event) => ({ ...event, hash: sha256Text('another') }),
];

test('a changed field anywhere is found at its position', async () => {
  const where = fc.nat({ max: length - 1 });
  await fc.assert(
    fc.asyncProperty(where, fc.constantFrom(...changes), async (place, change) => {
      const shown = events.map((event, at) => (at === place ? change(event) : event));
      const found = await verifyChain(showing(shown), site, sha256Text);
      expect(found).toMatchObject({ fault: { kind: 'chain-broken', position: place + 1 } });
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('an event taken out, put in twice or moved is found', async () => {
  const [gone, twice] = [events.filter((_, at) => at !== 4), [...events.slice(0, 5), ...events.slice(4)]];
  const moved = [...events.slice(0, 4), ...events.slice(5, 6), ...events.slice(4, 5), ...events.slice(6)];
  expect(await verifyChain(showing(gone), site, sha256Text)).toMatchObject({
    fault: { position: 5, part: 'order' },
  });
  expect(await verifyChain(showing(twice), site, sha256Text)).toMatchObject({
    fault: { position: 6, part: 'order' },
  });
  expect(await verifyChain(showing(moved), site, sha256Text)).toMatchObject({
    fault: { position: 5, part: 'order' },
  });
});
