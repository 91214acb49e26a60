import { sha256Text } from '@daero/domain/canonical';
import type { EventLog } from '@daero/domain/event-log';
import { id } from '@daero/domain/identity';
import { fail, succeed, unwrap } from '@daero/domain/result';
import { instant } from '@daero/domain/time';
import { newEventId } from '@daero/postgres/store';
import { memoryLog } from '@daero/registry/events/memory-log';
import { expect, test } from 'vitest';
import { decisionLog, type DecisionLog, type Request } from './decided.ts';

const site = id<'site'>('hub');
const freshLog = (): EventLog =>
  memoryLog({ now: () => instant('2026-11-22T05:20:00Z'), sha256: sha256Text });
const open = (log: EventLog): DecisionLog =>
  decisionLog(log, { site, types: ['case.entered', 'case.opened'], newEventId });
const request = (key: string, expected: number | null, note = key): Request => ({
  stream: 'case:a',
  by: { personId: id<'person'>('ra-1'), role: 'market-access' },
  type: 'case.entered',
  payload: { reason: 'filed', note },
  expected,
  key,
  project: null,
});
const always = () => succeed(null);

test('who decides on what they saw is recorded; who saw less is told that it moved', async () => {
  const decisions = open(freshLog());
  expect(unwrap(await decisions.decide(request('k1', 0), always)).version).toBe(1);
  expect(await decisions.decide(request('k2', 0), always)).toMatchObject({
    fault: { kind: 'stream-moved', expected: 0, now: 1 },
  });
  expect(unwrap(await decisions.decide(request('k2', 1), always)).version).toBe(2);
  expect(unwrap(await decisions.of('case:a')).length).toBe(2);
  expect(unwrap(await decisions.of('case:b'))).toEqual([]);
});

test('of many at once, in two processes, exactly one has each place of the stream', async () => {
  const log = freshLog();
  const two = [open(log), open(log)];
  const answers = await Promise.all(
    Array.from({ length: 10 }, async (_, at) => two[at % 2]?.decide(request(`k${at}`, 0), always)),
  );
  expect(answers.filter((answer) => answer?.ok === true).length).toBe(1);
  const kinds = answers.flatMap((answer) => (answer?.ok === false ? [answer.fault.kind] : []));
  expect(new Set(kinds)).toEqual(new Set(['stream-moved']));
  expect(unwrap(await open(log).of('case:a')).length).toBe(1);
});

test('the same request sent again is the same event; another content under its key is refused', async () => {
  const decisions = open(freshLog());
  const first = unwrap(await decisions.decide(request('k1', 0), always));
  expect(
    unwrap(await decisions.decide(request('k1', 0), () => fail({ kind: 'server-running', url: '', pid: 1 }))),
  ).toEqual(first);
  expect(await decisions.decide(request('k1', 1, 'other'), always)).toMatchObject({
    fault: { kind: 'request-key-reused' },
  });
});

test('what the rules refuse is not recorded', async () => {
  const decisions = open(freshLog());
  const seen: number[] = [];
  const refused = await decisions.decide(request('k1', null), (events) => {
    seen.push(events.length);
    return fail({ kind: 'case-unknown', case: 'a' });
  });
  expect(refused).toMatchObject({ ok: false, fault: { kind: 'case-unknown' } });
  expect([seen, unwrap(await decisions.all()).size]).toEqual([[0], 0]);
});
