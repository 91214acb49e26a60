import { unwrap } from '@daero/domain/result';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedBinaries } from './binaries.ts';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { runAs, spawnAs } from './run-as.ts';

const folder = mkdtempSync(join(tmpdir(), 'daero-test-'));
let url = '';

beforeAll(async () => {
  const server = unwrap(await startEmbedded({ folder }));
  url = server.url;
  await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server of the same cluster as an operator might have set it up. */
async function running(settings: readonly string[], use: () => Promise<void>): Promise<void> {
  const data = join(folder, 'data');
  const args = [
    '-D',
    data,
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const server = spawnAs(runAs(), join(unwrap(embeddedBinaries()), 'postgres'), args, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await expect
    .poll(() => readFileSync(join(data, 'postmaster.pid'), 'utf8'), { timeout: 20_000 })
    .toMatch(/ready/);
  try {
    await use();
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}

test.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
  'a server with %s off is refused by name',
  async (setting) => {
    await running([`${setting}=off`], async () => {
      expect(await connect(url)).toEqual({
        ok: false,
        fault: { kind: 'database-not-durable', setting, value: 'off' },
      });
    });
  },
);

test('a server that keeps what it acknowledges is taken', async () => {
  await running(['synchronous_commit=local'], async () => {
    const pool = unwrap(await connect(url));
    expect((await pool.query('SELECT count(*)::int AS n FROM daero.event')).rows).toEqual([{ n: 0 }]);
    await pool.end();
  });
});
