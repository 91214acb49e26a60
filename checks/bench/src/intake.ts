import type { EventLog } from '@daero/domain/event-log';
import { id, type SiteId } from '@daero/domain/identity';
import { unwrap } from '@daero/domain/result';
import { openStore } from '@daero/postgres/store';
import { generatedEvent } from '@daero/registry/events/generated-events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { BenchRow } from './row.ts';

const rounds = 3;
const clients = 8;
const singlesPerClient = 300;

/** Events a second that the log has acknowledged as durable, on the embedded database, beside plain inserts in the same run. */
export async function benchIntake(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daero-bench-'));
  const store = unwrap(await openStore({ folder }));
  try {
    const [batches, together, singles, plain]: [number[], number[], number[], number[]] = [[], [], [], []];
    await inBatches(store.events, id<'site'>('warm-up'), 1, 50);
    for (let round = 0; round < rounds; round += 1) {
      batches.push(await inBatches(store.events, id<'site'>(`batches-${round}`), 1, 200));
      together.push(await inBatches(store.events, id<'site'>(`together-${round}`), 4, 50));
      plain.push(await plainInserts(store.url));
      singles.push(await oneByOne(store.events, id<'site'>(`singles-${round}`)));
    }
    const [single, peer] = [median(singles), median(plain)];
    const batch = (clientsOf: string, figures: readonly number[]): BenchRow => ({
      what: `event intake, durable acknowledgement, batches of 100 from ${clientsOf}`,
      target: '>= 5,000',
      figure: median(figures),
      unit: 'events/s',
      ok: median(figures) >= 5000,
    });
    return [
      batch('one client', batches),
      batch('4 clients', together),
      {
        what: `event intake, durable acknowledgement, single events from ${clients} clients`,
        target: '>= 10 % of plain inserts',
        figure: single,
        unit: 'events/s',
        peer: { name: `single-row INSERT by ${clients} clients`, figure: peer },
        ratio: single / peer,
        ok: single >= 0.1 * peer,
      },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inBatches(log: EventLog, site: SiteId, from: number, batchesEach: number): Promise<number> {
  const sent = Array.from({ length: from * batchesEach }, (_, batch) =>
    Array.from({ length: 100 }, (_unused, n) => generatedEvent(batch * 100 + n, site)),
  );
  return perSecond(sent.length * 100, () =>
    allOf(from, async (client) => {
      for (let batch = client; batch < sent.length; batch += from) await stored(log, sent[batch] ?? []);
    }),
  );
}

const oneByOne = (log: EventLog, site: SiteId): Promise<number> =>
  perSecond(clients * singlesPerClient, () =>
    allOf(clients, async (client) => {
      for (let n = 0; n < singlesPerClient; n += 1) {
        await stored(log, [generatedEvent(client * singlesPerClient + n, site)]);
      }
    }),
  );

/** The least a durable single-row insert costs: three columns, one key, one connection a client. */
async function plainInserts(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  await pool.query(
    'DROP TABLE IF EXISTS plain; CREATE TABLE plain (site text, key text, payload jsonb, PRIMARY KEY (site, key))',
  );
  const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  const text = 'INSERT INTO plain VALUES ($1, $2, $3)';
  const rate = await perSecond(clients * singlesPerClient, () =>
    allOf(clients, async (client) => {
      for (let n = 0; n < singlesPerClient; n += 1) {
        const { site, idempotencyKey, payload } = generatedEvent(
          client * singlesPerClient + n,
          id<'site'>('plain'),
        );
        await connections[client]?.query({ name: 'plain', text, values: [site, idempotencyKey, payload] });
      }
    }),
  );
  connections.forEach((connection) => connection.release());
  await pool.end();
  return rate;
}

const allOf = async (count: number, work: (client: number) => Promise<void>): Promise<void> => {
  await Promise.all(Array.from({ length: count }, (_, client) => work(client)));
};

async function stored(log: EventLog, batch: Parameters<EventLog['append']>[0]): Promise<void> {
  const answers = unwrap(await log.append(batch));
  if (answers.some(({ answer }) => answer !== 'stored')) throw new Error('the bench sends new events only');
}

async function perSecond(events: number, run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (events / (performance.now() - start)) * 1000;
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
