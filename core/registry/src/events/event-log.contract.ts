import { contentHash, sha256Text, type Json } from '@daero/domain/canonical';
import type { Clock, EventDraft } from '@daero/domain/event';
import type { AppendAnswer, EventLog } from '@daero/domain/event-log';
import { id, type SiteId } from '@daero/domain/identity';
import type { Actor } from '@daero/domain/product';
import { unwrap, type Fault } from '@daero/domain/result';
import type { Instant } from '@daero/domain/time';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentView } from './current-view.ts';
import { generatedAt, generatedEvent, generatedId, generatedPayload } from './generated-events.ts';
import { erase, supersede, type Change } from './supersede.ts';
import { verifyChain } from './verify-chain.ts';

const clinician: Actor = { personId: id<'person'>('dr-kim'), role: 'clinician' };
const clock: Clock = { source: 'ntp', skewMs: 0 };

/** What every event log must do. `open` gives a log that asks this clock; sites are new for each test, so a log may be shared. */
export function eventLogContract(name: string, open: (now: () => Instant) => Promise<EventLog>): void {
  describe(`${name} keeps the contract of an event log`, () => {
    let minute = 1_000_000;
    let sites = 0;
    let log: EventLog;
    beforeAll(async () => {
      log = await open(() => generatedAt(minute));
    });
    const newSite = (): SiteId => id<'site'>(`site-${(sites += 1)}`);
    const append = async (batch: readonly EventDraft[]): Promise<readonly AppendAnswer[]> =>
      unwrap(await log.append(batch));
    const everything = async (site: SiteId) => unwrap(await log.read({ site, limit: 100_000 })).events;
    const faultOf = (answer: AppendAnswer | undefined): Fault | undefined =>
      answer?.answer === 'refused' ? answer.fault : undefined;

    test('a batch is stored in its order and read back as it was sent', async () => {
      const site = newSite();
      const sent = [1, 2, 3, 4, 5].map((n) => generatedEvent(n, site));
      const answers = await append(sent);
      expect(answers.map((answer) => answer.answer)).toEqual(Array<string>(5).fill('stored'));

      const events = await everything(site);
      expect(events.map((event) => event.position)).toEqual([1, 2, 3, 4, 5]);
      events.forEach((event, place) => expect(event).toMatchObject(sent[place] ?? {}));
      const head = unwrap(await verifyChain(log, site, sha256Text));
      expect(unwrap(await log.head(site))).toEqual(head);
      expect(head.position).toBe(5);
    });

    test('an empty batch and an unknown site are no trouble', async () => {
      const site = newSite();
      expect(await append([])).toEqual([]);
      expect(unwrap(await log.head(site))).toBeNull();
      expect(unwrap(await log.read({ site }))).toEqual({ events: [], next: null });
      expect(unwrap(await verifyChain(log, site, sha256Text)).position).toBe(0);
    });

    test('what is sent again is already there, under its first id', async () => {
      const site = newSite();
      await append([generatedEvent(1, site), generatedEvent(2, site)]);
      const again = await append([
        generatedEvent(2, site, {
          eventId: generatedId(99),
          clock: { source: 'device', skewMs: 5 },
          causeId: generatedId(1),
        }),
        generatedEvent(3, site),
        generatedEvent(3, site),
      ]);
      expect(again).toEqual([
        { answer: 'already there', eventId: generatedId(2), position: 2 },
        { answer: 'stored', eventId: generatedId(3), position: 3 },
        { answer: 'already there', eventId: generatedId(3), position: 3 },
      ]);
      expect((await everything(site)).length).toBe(3);
    });

    test.each<[string, Partial<EventDraft>]>([
      ['payload', { payload: { reason: 'x' }, type: 'case.opened', subject: null }],
      ['subject', { subject: id<'subject'>('p-other') }],
      ['time', { occurredAt: generatedAt(77) }],
      ['arm', { arm: 'shown' }],
    ])('the same key with another %s is a fault, and only that event is refused', async (_what, changed) => {
      const site = newSite();
      await append([generatedEvent(1, site)]);
      const answers = await append([
        generatedEvent(1, site, { ...changed, eventId: generatedId(50) }),
        generatedEvent(2, site),
      ]);
      expect(faultOf(answers[0])).toEqual({ kind: 'idempotency-key-reused', entry: 1, storedAt: 1 });
      expect(answers[1]).toMatchObject({ answer: 'stored', position: 2 });
    });

    test('a key and an id belong to one site', async () => {
      const [here, there] = [newSite(), newSite()];
      const answers = await append([
        generatedEvent(1, here),
        generatedEvent(1, there),
        generatedEvent(2, here),
      ]);
      expect(answers.map((answer) => answer.answer)).toEqual(['stored', 'stored', 'stored']);
      expect(answers[1]).toMatchObject({ position: 1 });
    });

    test('an id that is taken is refused', async () => {
      const site = newSite();
      const answers = await append([
        generatedEvent(1, site),
        generatedEvent(1, site, { idempotencyKey: 'other' }),
      ]);
      expect(faultOf(answers[1])).toEqual({ kind: 'event-id-taken', entry: 2, storedAt: 1 });
    });

    test('clients that send the same events at once leave each there once, in one chain', async () => {
      const site = newSite();
      const batches = Array.from({ length: 8 }, (_, client) =>
        Array.from({ length: 20 }, (_unused, n) => generatedEvent((n + client * 3) % 40, site)),
      );
      const answers = await Promise.all(batches.map((batch) => log.append(batch)));
      expect(answers.every((answer) => answer.ok)).toBe(true);
      const events = await everything(site);
      expect(new Set(events.map((event) => event.idempotencyKey)).size).toBe(events.length);
      expect(events.length).toBe(40);
      expect(unwrap(await verifyChain(log, site, sha256Text)).position).toBe(40);
    });

    test.each<[string, Partial<EventDraft>, Fault & object]>([
      ['an unknown type', { type: 'inference.guessed' }, { kind: 'event-type-unknown' }],
      ['a wrong payload', { payload: { inputDigest: 'short' } }, { kind: 'event-payload-wrong' }],
      ['an event of care without a subject', { subject: null }, { kind: 'event-subject-missing' }],
      ['a letter no database keeps', { encounter: 'a\u0000b' }, { kind: 'event-text-unstorable' }],
      ['half a surrogate pair', { encounter: '\ud800' }, { kind: 'event-text-unstorable' }],
      ['an id that is no ULID', { eventId: id<'event'>('event-1') }, { kind: 'event-envelope-wrong' }],
      ['a key too long to index', { idempotencyKey: 'k'.repeat(3000) }, { kind: 'event-envelope-wrong' }],
    ])('%s is refused and the rest of the batch stored', async (_what, changed, fault) => {
      const site = newSite();
      const answers = await append([
        generatedEvent(1, site),
        generatedEvent(2, site, changed),
        generatedEvent(3, site),
      ]);
      expect(answers.map((answer) => answer.answer)).toEqual(['stored', 'refused', 'stored']);
      expect(faultOf(answers[1])).toMatchObject({ ...fault, entry: 2 });
      expect((await everything(site)).map((event) => event.eventId)).toEqual([
        generatedId(1),
        generatedId(3),
      ]);
    });

    test('reads by subject, type and time, a page at a time, in log order', async () => {
      const site = newSite();
      const shown = { channel: 'ward-screen', reasonCode: 'silent-arm' };
      await append(
        Array.from({ length: 30 }, (_, n) =>
          generatedEvent(
            29 - n,
            site,
            n % 3 === 0 ? { type: 'result.suppressed', payload: shown } : { subject: id<'subject'>('p-1') },
          ),
        ),
      );
      const types = unwrap(await log.read({ site, types: ['result.suppressed'] })).events;
      expect(types.map((event) => event.position)).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 28]);
      const subject = unwrap(await log.read({ site, subject: id<'subject'>('p-1') })).events;
      expect(subject.every((event) => event.subject === 'p-1') && subject.length).toBe(20);
      const between = { occurredFrom: generatedAt(10), occurredBefore: generatedAt(13) };
      expect(unwrap(await log.read({ site, ...between })).events.map((event) => event.occurredAt)).toEqual(
        [12, 11, 10].map(generatedAt),
      );

      const first = unwrap(await log.read({ site, limit: 20 }));
      expect([first.events.length, first.next]).toEqual([20, 20]);
      const second = unwrap(await log.read({ site, limit: 20, after: first.next ?? 0 }));
      expect([second.events.length, second.next]).toEqual([10, null]);
    });

    test('a clock set back does not reorder the log', async () => {
      const site = newSite();
      await append([generatedEvent(1, site)]);
      minute -= 60;
      await append([generatedEvent(2, site)]);
      minute += 120;
      await append([generatedEvent(3, site)]);
      const recorded = (await everything(site)).map((event) => event.recordedAt);
      expect(recorded).toEqual([...recorded].sort());
      expect(recorded[1]).toBe(recorded[0]);
      expect(await everything(site)).toEqual(
        unwrap(await log.read({ site, recordedUpTo: recorded[2] ?? generatedAt(0) })).events,
      );
      expect(
        unwrap(await log.read({ site, recordedUpTo: recorded[0] ?? generatedAt(0) })).events.length,
      ).toBe(2);
    });

    const change = (site: SiteId, n: number, target: number): Change => ({
      site,
      target: generatedId(target),
      eventId: generatedId(n),
      by: clinician,
      at: generatedAt(n),
      clock,
      reason: 'read from the wrong bed',
      idempotencyKey: `change-${n}`,
    });

    test('corrections supersede and never overwrite; what was known before can still be asked', async () => {
      const site = newSite();
      await append([1, 2, 3].map((n) => generatedEvent(n, site)));
      const before = minute;
      const first = (await everything(site))[1]?.payload ?? null;
      const say = (latencyMs: number) => generatedPayload(2, latencyMs);

      minute += 1;
      expect(unwrap(await supersede(log, change(site, 11, 2), say(1)))).toMatchObject({
        answer: 'stored',
        position: 4,
      });
      minute += 1;
      expect(unwrap(await supersede(log, change(site, 12, 2), say(2)))).toMatchObject({ answer: 'stored' });
      expect(unwrap(await erase(log, change(site, 13, 3)))).toMatchObject({ answer: 'stored' });
      const late = generatedPayload(3, 9); // what was erased stays erased
      expect(unwrap(await supersede(log, change(site, 14, 3), late))).toMatchObject({ answer: 'stored' });

      const standing = unwrap(await currentView(log, { site })).events;
      expect(standing.map(({ event, correctedBy }) => [event.position, correctedBy])).toEqual([
        [1, null],
        [2, generatedId(12)],
      ]);
      expect(standing[1]?.payload).toEqual(say(2));
      expect(standing[1]?.event.payload).toEqual(first);

      const then = unwrap(await currentView(log, { site, recordedUpTo: generatedAt(before + 1) })).events;
      expect(then.map(({ payload }) => contentHash(payload))).toEqual(
        [generatedEvent(1, site).payload, say(1), generatedEvent(3, site).payload].map(contentHash),
      );
      expect(unwrap(await verifyChain(log, site, sha256Text)).position).toBe(7);
    });

    test('a correction needs its event, its subject, its type, and no other correction', async () => {
      const site = newSite();
      await append([generatedEvent(1, site)]);
      const good = generatedEvent(1, site).payload;
      expect(await supersede(log, change(site, 21, 7), good)).toMatchObject({
        fault: { kind: 'event-corrected-missing' },
      });
      expect(unwrap(await supersede(log, change(site, 22, 1), { wrong: true }))).toMatchObject({
        fault: { kind: 'event-payload-wrong', type: 'inference.completed' },
      });
      unwrap(await supersede(log, change(site, 23, 1), good));
      expect(unwrap(await supersede(log, change(site, 24, 23), good))).toMatchObject({
        fault: { kind: 'event-correction-of-correction', storedAt: 2 },
      });
      const stranger = generatedEvent(25, site, {
        type: 'record.erased',
        subject: id<'subject'>('p-other'),
        payload: { erases: generatedId(1), reason: 'asked to' },
      });
      expect(faultOf((await append([stranger]))[0])).toMatchObject({
        kind: 'event-correction-other-subject',
      });
    });

    test('who kept an earlier head can tell that the log was cut', async () => {
      const site = newSite();
      await append([generatedEvent(1, site), generatedEvent(2, site)]);
      const known = { position: 3, hash: 'ab'.repeat(32) };
      expect(await verifyChain(log, site, sha256Text, { known })).toMatchObject({
        fault: { kind: 'log-cut', expected: 3, found: 2 },
      });
      const head = unwrap(await log.head(site));
      if (head === null) throw new Error('the site has events');
      await append([generatedEvent(3, site)]);
      expect(unwrap(await verifyChain(log, site, sha256Text, { known: head })).position).toBe(3);
    });

    test('any JSON comes back as it was and the chain over it verifies', async () => {
      const site = newSite();
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (from) => {
          n += 1;
          const draft = generatedEvent(n, site, {
            type: 'config.changed',
            subject: null,
            payload: {
              setting: 'threshold',
              from: from as Json,
              to: -0,
              approvalRef: null,
            },
          });
          const [answer] = await append([draft]);
          expect(answer?.answer).toBe('stored');
          const { events } = unwrap(await log.read({ site, eventIds: [draft.eventId] }));
          expect(contentHash(events[0]?.payload)).toBe(contentHash(draft.payload));
        }),
        { numRuns: 60, seed: 20261122 },
      );
      expect(unwrap(await verifyChain(log, site, sha256Text)).position).toBe(n);
    });
  });
}
