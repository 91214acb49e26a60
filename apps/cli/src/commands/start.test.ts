import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { client } from '@daero/api/client';
import { id } from '@daero/domain/identity';
import { generatedEvent } from '@daero/registry/events/generated-events';
import { root } from '@daero/server/project/root';
import { runningServer } from '@daero/server/state-file';

const main = join(root, 'apps/cli/src/main.ts');
const place = await mkdtemp(join(tmpdir(), 'daero-start-'));
const home = join(place, 'home');
const project = join(place, 'small-cells');
await cp(join(root, 'checks/repositories/small-cells/plan.yaml'), join(project, 'plan.yaml'));
await cp(join(root, 'checks/repositories/small-cells/people.csv'), join(project, 'people.csv'));

const { DATABASE_URL: _, ...rest } = process.env;
const env = { ...rest, DAERO_HOME: home, DAERO_EXAMPLES: place, DAERO_LANGUAGE: 'en' };
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
});

type Running = { readonly child: ChildProcess; readonly said: () => string };
function daero(...args: string[]): Running {
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  return { child, said: () => text };
}
const ended = ({ child }: Running): Promise<number | null> =>
  new Promise((done) =>
    child.exitCode === null ? child.once('exit', (code) => done(code)) : done(child.exitCode),
  );
async function run(...args: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const running = daero(...args);
  const code = await ended(running);
  await pause(20);
  return { code, said: running.said() };
}
/** The JSON line that says a command is ready. */
async function ready(running: Running): Promise<Readonly<Record<string, unknown>>> {
  for (let waited = 0; waited < 40_000; waited += 50) {
    if (running.said().includes('\n')) return JSON.parse(running.said().split('\n')[0] ?? '');
    if (running.child.exitCode !== null) break;
    await pause(50);
  }
  throw new Error(`not ready: ${running.said()}`);
}

const events = join(place, 'events.ndjson');
const site = id<'site'>('narae');
const lines = Array.from({ length: 1500 }, (_each, n) => JSON.stringify(generatedEvent(n, site)));
await writeFile(events, `${lines.join('\n')}\n`);

describe('start', () => {
  test('serves, says where in a file that only its owner reads, and takes nothing of another start', async () => {
    const server = daero('start', '--no-open', '--no-worker', '--port', '0', '--json');
    const { url, log } = await ready(server);
    expect(runningServer(home)).toMatchObject({ url, pid: server.child.pid });
    expect((await stat(join(home, 'server.json'))).mode & 0o777).toBe(0o600);

    const second = await run('start', '--no-open', '--json');
    expect([second.code, JSON.parse(second.said)]).toMatchObject([
      1,
      { fault: { kind: 'server-running', url, pid: server.child.pid } },
    ]);

    const wrong = await run('start', '--port', 'many', '--json');
    expect([wrong.code, JSON.parse(wrong.said)]).toMatchObject([1, { fault: { kind: 'argument-wrong' } }]);

    const first = await run('import', events, '--json');
    expect([first.code, JSON.parse(first.said)]).toEqual([
      0,
      { ok: true, stored: 1500, alreadyThere: 0, refused: 0, problems: [] },
    ]);
    expect(await readFile(String(log), 'utf8')).not.toMatch(/p-\d|subject/);

    const gone = ended(server);
    server.child.kill('SIGKILL');
    await gone;
    expect(runningServer(home)).toBeNull();
  });

  test('starts again on what a killed one left, keeps every event once, and a worker beside it builds', async () => {
    const server = daero('start', '--no-open', '--no-worker', '--port', '0', '--json');
    await ready(server);
    const again = await run('import', events, '--json');
    expect(JSON.parse(again.said)).toMatchObject({ stored: 0, alreadyThere: 1500, refused: 0 });

    const worker = daero('worker', '--json');
    await ready(worker);
    const state = runningServer(home);
    if (state === null) throw new Error('no server');
    const calls = client(fetch, state.url, { authorization: `Bearer ${state.token}` });
    for (let waited = 0; waited < 40_000; waited += 200) {
      const listed = await calls.projects();
      if (listed.ok && listed.value[0]?.status === 'built') break;
      await pause(200);
    }
    expect(await calls.projects()).toMatchObject({
      ok: true,
      value: [{ id: 'small-cells', status: 'built', builtAt: expect.any(String) }],
    });
    for (const running of [worker, server]) {
      const code = ended(running);
      running.child.kill('SIGTERM');
      expect(await code).toBe(0);
    }
    expect(runningServer(home)).toBeNull();
  });

  test('refuses a port that is taken when it was asked for by number', async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const refused = await run('start', '--no-open', '--port', String(port), '--json');
    holder.close();
    expect([refused.code, JSON.parse(refused.said)]).toMatchObject([
      1,
      { fault: { kind: 'port-taken', port } },
    ]);
    expect(runningServer(home)).toBeNull();
  });
});

describe('without a server', () => {
  test('a worker says what it lacks', async () => {
    const refused = await run('worker', '--json');
    expect([refused.code, JSON.parse(refused.said)]).toMatchObject([
      1,
      { fault: { kind: 'worker-needs-database' } },
    ]);
  });

  test('import opens the store itself, and names each line that it refuses', async () => {
    const file = join(place, 'mixed.ndjson');
    const whole = JSON.stringify(generatedEvent(5000, site));
    await writeFile(file, [whole, '{"broken', whole].join('\n'));
    const given = await run('import', file);
    expect(given.code).toBe(1);
    expect(given.said).toContain('mixed.ndjson:2: Line 2 is not readable JSON');
    expect(given.said).toContain('stored 1 · already there 1 · refused 1');
  });

  test.each([
    ['none.ndjson', 'import-file-unreadable'],
    ['empty.ndjson', 'import-file-empty'],
  ])('%s', async (name, kind) => {
    await writeFile(join(place, 'empty.ndjson'), '\n');
    const refused = await run('import', join(place, name), '--json');
    expect([refused.code, JSON.parse(refused.said)]).toMatchObject([1, { fault: { kind } }]);
  });
});
