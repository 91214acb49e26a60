import { unwrap } from '@daero/domain/result';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from './embedded.ts';
import { liveOwner, processStart } from './owner.ts';

const folders: string[] = [];
const running: Embedded[] = [];
const newFolder = (prefix = 'daero-test-'): string => {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  folders.push(folder);
  return folder;
};
const start = async (folder: string, more: object = {}): Promise<Embedded> => {
  const server = unwrap(await startEmbedded({ folder, ...more }));
  running.push(server);
  return server;
};
const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
};

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  test('starts in a closed folder, keeps its data, and frees the folder when it stops', async () => {
    const folder = newFolder();
    const first = await start(folder);
    expect(await ask(first.url, 'SHOW fsync')).toBe('on');
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    expect(liveOwner(folder)?.url).toBe(first.url);
    await first.stop();
    expect(liveOwner(folder)).toBeNull();
    expect(await ask((await start(folder)).url, 'SELECT n FROM kept')).toBe(42);
  });

  test('a second owner of the folder is refused by name', async () => {
    const folder = newFolder();
    await start(folder);
    expect(await startEmbedded({ folder })).toEqual({
      ok: false,
      fault: { kind: 'database-in-use', folder, pid: process.pid },
    });
  });

  test('a folder too deep for a socket gets one elsewhere', async () => {
    const folder = join(newFolder(), 'a'.repeat(60), '병원'.repeat(12));
    const server = await start(folder);
    expect(await ask(server.url, 'SELECT 1 AS one')).toBe(1);
  });

  test('a wrong password is refused', async () => {
    const server = await start(newFolder());
    await expect(ask(server.url.replace(/:[0-9a-f]{48}@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
      /password/,
    );
  });

  test('a server left behind by a killed owner is stopped, and the data are there', async () => {
    const folder = newFolder();
    const owner = spawn(process.execPath, [
      '--input-type=module-typescript',
      '-e',
      `import { startEmbedded } from '${import.meta.dirname}/embedded.ts';
       const started = await startEmbedded({ folder: process.argv[1] ?? '' });
       console.log(JSON.stringify(started.ok ? { url: started.value.url, pid: started.value.pid() } : started.fault));
       setInterval(() => undefined, 1000);`,
      folder,
    ]);
    const said = await new Promise<string>((done) =>
      owner.stdout.once('data', (chunk: Buffer) => done(chunk.toString())),
    );
    const { url, pid } = JSON.parse(said);
    await ask(url, 'CREATE TABLE kept AS SELECT 7 AS n');
    expect(await startEmbedded({ folder })).toMatchObject({
      fault: { kind: 'database-in-use', pid: owner.pid },
    });

    owner.kill('SIGKILL');
    await new Promise((done) => owner.once('exit', done));
    expect(processStart(pid)).not.toBeNull();
    const server = await start(folder);
    expect(processStart(pid)).toBeNull();
    expect(await ask(server.url, 'SELECT n FROM kept')).toBe(7);
  });

  test('a pid file that names another program does not stand in the way', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(folder, 'data', 'postmaster.pid'), `${stranger.pid}\n${folder}/data\n1\n5432\n\n\n\n`);
    expect(await ask((await start(folder)).url, 'SELECT 1 AS one')).toBe(1);
    expect(processStart(stranger.pid ?? 0)).not.toBeNull();
    stranger.kill();
  });

  test('a server killed under its owner is started again', async () => {
    const server = await start(newFolder());
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    await expect
      .poll(async () => ask(server.url, 'SELECT 1 AS one').catch(() => 0), { timeout: 20_000 })
      .toBe(1);
    expect(server.pid()).not.toBe(before);
  });

  test('what does not start says why', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '9.6\n');
    const refused = await startEmbedded({ folder });
    expect(refused).toMatchObject({ fault: { kind: 'database-not-started', folder } });
    expect(JSON.stringify(refused)).toMatch(/incompatible/);
    expect(readFileSync(join(folder, 'server.log'), 'utf8')).toMatch(/incompatible/);
    expect(liveOwner(folder)).toBeNull();
  });

  const root = process.getuid?.() === 0;
  test.skipIf(!root)(
    'as root without user namespaces it runs as another user and says where (skipped unless root)',
    async () => {
      const folder = newFolder();
      const server = await start(folder, { asRoot: 'other user' });
      expect(server.note).toMatch(/\/var\/lib\/daero\//);
      expect(await ask(server.url, 'SELECT 1 AS one')).toBe(1);
      expect(statSync(`/proc/${server.pid()}`).uid).toBeGreaterThan(0);
      folders.push(/\/var\/lib\/daero\/\w+/.exec(server.note ?? '')?.[0] ?? folder);
    },
  );
});
