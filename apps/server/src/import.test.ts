import { afterAll, beforeAll, expect, test } from 'vitest';
import { client, type Client } from '@daero/api/client';
import type { ImportAnswer } from '@daero/api/schemas/run';
import { id } from '@daero/domain/identity';
import { unwrap } from '@daero/domain/result';
import { openStore } from '@daero/postgres/store';
import { generatedEvent } from '@daero/registry/events/generated-events';
import { testServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let calls: Client;
beforeAll(async () => {
  server = await testServer();
  calls = client(fetch, server.url, server.as('operator'));
});
afterAll(() => server.close());

const site = id<'site'>('narae');
const line = (n: number): string => JSON.stringify(generatedEvent(n, site));
const send = async (lines: readonly string[], firstLine = 1): Promise<ImportAnswer> => {
  const answered = await calls.importEvents({
    query: { reason: 'a test', firstLine },
    body: lines.join('\n'),
  });
  if (!answered.ok) throw new Error(answered.problem.en);
  return answered.value;
};

test('what is sent twice, and twice at once, is stored once, and is in the database when it is answered', async () => {
  const lines = Array.from({ length: 700 }, (_, n) => line(n));
  const [first, second] = await Promise.all([send(lines), send(lines)]);
  expect(first.stored + second.stored).toBe(700);
  expect(first.alreadyThere + second.alreadyThere).toBe(700);
  expect((await send(lines)).alreadyThere).toBe(700);

  const store = unwrap(await openStore({ url: server.databaseUrl }));
  const page = unwrap(await store.events.read({ site, limit: 1000 }));
  await store.close();
  expect(page.events.map(({ position }) => position)).toEqual(Array.from({ length: 700 }, (_, n) => n + 1));
});

test('each line is judged alone and named by its number; what stood in it is not repeated', async () => {
  const secret = 'Hong-Gil-dong';
  const wrong = JSON.stringify({ ...generatedEvent(9002, site), subject: `${secret} ${secret}` });
  const reused = JSON.stringify({ ...generatedEvent(1, site), occurredAt: '2026-05-05T00:00:00Z' });
  const answer = await send([line(9001), '{"broken', '', wrong, reused, line(9003)], 11);
  expect(answer).toMatchObject({ stored: 2, refused: 3 });
  const refused = answer.outcomes.flatMap((one) =>
    one.outcome === 'refused' ? [[one.line, one.problem.kind]] : [],
  );
  expect(refused).toEqual([
    [12, 'import-line-not-json'],
    [14, 'event-envelope-wrong'],
    [15, 'idempotency-key-reused'],
  ]);
  expect(JSON.stringify(answer)).not.toContain(secret);
  const problem = answer.outcomes.find((one) => one.outcome === 'refused' && one.line === 14);
  expect(problem).toMatchObject({
    problem: { ko: expect.stringContaining('14'), en: expect.stringContaining('14') },
  });
});

test('who sent events and why stands in the log', async () => {
  await send([line(9100)]);
  const trail = await calls.events({ query: { type: 'intake.recorded', limit: 1 } });
  expect(trail).toMatchObject({
    ok: true,
    value: [{ by: 'test-operator', role: 'operator', reason: 'a test' }],
  });
});

test('a hub takes no events of care', async () => {
  const hub = await testServer({ serves: 'hub', databaseUrl: server.databaseUrl });
  const answered = await client(fetch, hub.url, hub.as('operator')).importEvents({
    query: { reason: 'x' },
    body: line(1),
  });
  await hub.close();
  expect(answered).toMatchObject({ ok: false, problem: { kind: 'not-served-here', status: 404 } });
});
