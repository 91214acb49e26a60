import { id } from '@daero/domain/identity';
import { unwrap } from '@daero/domain/result';
import { eventLogContract } from '@daero/registry/events/event-log.contract';
import { generatedAt, generatedEvent } from '@daero/registry/events/generated-events';
import { verifyChain } from '@daero/registry/events/verify-chain';
import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { sha256 } from './event-log.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { finishedStep, finishStep } from './run-steps.ts';
import { testServers } from './servers.ts';
import { newEventId, openStore, type Store } from './store.ts';

describe.each(testServers)('on $name', ({ name, binaries, there }) => {
  if (!there) {
    test.skip(`skipped: no binaries in ${binaries} (npm run peers installs them)`, () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'daero-test-'));
  const site = id<'site'>('icu-tests');
  let server: Embedded;
  const stores: Store[] = [];
  const open = async (now = () => generatedAt(1_000_000)): Promise<Store> => {
    const store = unwrap(await openStore({ url: server.url }, now));
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    server = unwrap(await startEmbedded({ folder, ...(binaries === undefined ? {} : { binaries }) }));
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const statement = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };

  eventLogContract(name, async (now) => (await open(now)).events);

  test('two programs on one database write one chain and nothing twice', async () => {
    const [one, two] = [await open(), await open()];
    const batches = Array.from({ length: 40 }, (_, n) => [
      generatedEvent(n, site),
      generatedEvent(n + 1, site),
    ]);
    const answers = await Promise.all(
      batches.map((batch, n) => (n % 2 === 0 ? one : two).events.append(batch)),
    );
    expect(
      answers.flatMap((answer) => unwrap(answer)).filter(({ answer }) => answer === 'stored').length,
    ).toBe(41);
    expect(unwrap(await verifyChain(one.events, site, sha256)).position).toBe(41);
  });

  test('the table refuses change, deletion and emptying, and a change made behind its back is found', async () => {
    const store = await open();
    await store.events.append([generatedEvent(900, site)]);
    for (const text of [
      'UPDATE daero.event SET arm = NULL',
      'DELETE FROM daero.event',
      'TRUNCATE daero.event',
    ]) {
      await expect(statement(text)).rejects.toThrow(/append-only/);
    }
    const place = `site = 'icu-tests' AND position = 5`;
    await statement(`ALTER TABLE daero.event DISABLE TRIGGER ALL;
      UPDATE daero.event SET payload = jsonb_set(payload, '{latencyMs}', '1') WHERE ${place};
      ALTER TABLE daero.event ENABLE TRIGGER ALL`);
    expect(await verifyChain(store.events, site, sha256)).toMatchObject({
      fault: { kind: 'chain-broken', site, position: 5, part: 'payload' },
    });
  });

  test('every unique key of events carries site and subject', async () => {
    const store = await open();
    const { rows } = await sql<{ columns: string[] }>`
      SELECT array_agg(a.attname::text) AS columns FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
      WHERE i.indrelid = 'daero.event'::regclass AND i.indisunique GROUP BY i.indexrelid`.execute(store.sql);
    expect(rows.length).toBe(3);
    for (const { columns } of rows) expect(columns).toEqual(expect.arrayContaining(['site', 'subject']));
  });

  test('the schema carries over to tables partitioned by site and by subject', async () => {
    await open();
    for (const by of ['LIST (site)', 'HASH (subject)']) {
      await statement(
        `CREATE TABLE daero.spread (LIKE daero.event INCLUDING ALL) PARTITION BY ${by}; DROP TABLE daero.spread`,
      );
    }
  });

  test('a database that a later program has changed is left alone', async () => {
    await open();
    const later = migrations.length + 1;
    await statement(`INSERT INTO daero.schema_version (version, name) VALUES (${later}, 'from the future')`);
    expect(await connect(server.url)).toEqual({
      ok: false,
      fault: { kind: 'database-newer', found: later, known: migrations.length },
    });
    await statement(`DELETE FROM daero.schema_version WHERE version = ${later}`);
  });

  test('a step that fails leaves the schema as it was', async () => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const steps = [
      ...migrations,
      { name: 'half', sql: 'CREATE TABLE daero.half (n int); SELECT nonsense()' },
    ];
    await expect(migrate(client, steps)).rejects.toThrow(/nonsense/);
    const { rows } = await client.query(`SELECT to_regclass('daero.half') AS half`);
    expect(rows).toEqual([{ half: null }]);
    await client.end();
  });

  test('a finished step of a run is found by its input, and the first output stays', async () => {
    const store = await open();
    const step = { runId: 'run-1', step: 'chunk-3', inputHash: 'aa' };
    expect(await finishedStep(store.sql, step)).toBeNull();
    expect(await finishStep(store.sql, step, 'first')).toBe('first');
    expect(await finishStep(store.sql, step, 'second')).toBe('first');
    expect(await finishedStep(store.sql, { ...step, inputHash: 'bb' })).toBeNull();
  });

  test('a log without its database says so, without a value of any row', async () => {
    const store = await open();
    await store.close();
    stores.splice(stores.indexOf(store), 1);
    expect(await store.events.append([generatedEvent(1, site)])).toMatchObject({
      fault: { kind: 'log-unavailable' },
    });
    expect(await openStore({ url: 'postgresql://daero:secret-word@127.0.0.1:9/none' })).toEqual({
      ok: false,
      fault: { kind: 'database-unreachable', at: '127.0.0.1:9/none', reason: 'ECONNREFUSED' },
    });
  });
});

test('new ids are ULIDs in the order they were made', () => {
  const made = Array.from({ length: 1000 }, newEventId);
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(1000);
});
