import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceData, root } from './requires.ts';

const icu = 'icu-early-warning';

/** A server of its own on a free port, with its own home, on copies: the example and a repository with small cells. */
export type OwnServer = {
  readonly url: string;
  /** The copied example. */
  readonly repository: string;
  /** What a page would be given, as JSON. */
  readonly ask: (path: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** `more`: further examples, with what was computed of them. */
export async function ownServer(more: readonly string[] = []): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'daero-pages-'));
  const copies = join(folder, 'examples');
  const repository = join(copies, icu);
  const without = (path: string): boolean => !/\/out(\/|$)/.test(path);
  await cp(join(root, 'examples', icu), repository, { recursive: true, filter: without });
  await cp(join(root, 'checks/repositories/small-cells'), join(copies, 'small-cells'), {
    recursive: true,
    filter: without,
  });
  // What was computed before is taken along: an output lies under the hash of its recipe, so an old one is never used.
  for (const name of [icu, ...more]) {
    const place = join(copies, name);
    if (name !== icu) await cp(join(root, 'examples', name), place, { recursive: true, filter: without });
    for (const kept of ['objects', 'snapshots']) {
      const from = join(root, 'examples', name, 'out', kept);
      if (existsSync(from)) await cp(from, join(place, 'out', kept), { recursive: true });
    }
  }
  const env = {
    ...process.env,
    DAERO_HOME: join(folder, 'home'),
    DAERO_EXAMPLES: copies,
    DAERO_PROJECTS: '',
    DAERO_REFERENCE: join(referenceData, '../../..'),
  };
  const args = [join(root, 'apps/cli/daero.js'), 'start', '--port', '0', '--no-open', '--json'];
  const own = join(root, 'node_modules/.bin/node');
  const child = spawn(existsSync(own) ? own : process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  const cookie = await signedIn(url);
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${url}${path}`, { headers: { cookie } })).json();
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  };
  await whenBuilt(ask, 2 + more.length);
  const clear = async (): Promise<void> => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, repository, ask, stop, clear };
}

/** The first line says where it listens. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((found, refused) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /"url":"([^"]+)"/.exec(said)?.[1];
      if (url !== undefined) found(url);
    });
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', () => refused(new Error(`the server did not start: ${said}`)));
  });

async function signedIn(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ role: 'operator' });
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** What was never built is built at the start. */
async function whenBuilt(ask: OwnServer['ask'], count: number): Promise<void> {
  for (let waited = 0; waited < 240; waited++) {
    const projects = await ask('/api/projects');
    const states = Array.isArray(projects) ? projects.map((one: { status: string }) => one.status) : [];
    if (states.length === count && states.every((state) => state === 'built')) return;
    if (states.includes('failed')) throw new Error(`a build failed: ${JSON.stringify(projects)}`);
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('the builds at the start did not end');
}
