import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, type Answered, type Client } from '@daero/api/client';
import { hrefOf } from '@daero/api/route';
import { routes } from '@daero/api/routes';
import { progressSchema, type ProgressView } from '@daero/api/schemas/run';
import { testServer, type TestServer } from './testing/test-server.ts';

const project = 'small-cells';
const params = { id: project };
let server: TestServer;
let calls: Client;
beforeAll(async () => {
  server = await testServer({ worker: true });
  calls = client(fetch, server.url, server.as('statistician'));
});
afterAll(() => server.close());

const valueOf = async <Value>(asked: Promise<Answered<Value>>): Promise<Value> => {
  const answered = await asked;
  if (!answered.ok) throw new Error(`${answered.problem.kind}: ${answered.problem.en}`);
  return answered.value;
};
const start = async (reason: string): Promise<string> =>
  (await valueOf(calls.startBuild({ params, body: { reason } }))).run;

/** Reads the stream of a run until it closes, or until it has said enough. */
async function follow(
  run: string,
  enough: (said: ProgressView) => boolean = () => false,
): Promise<ProgressView[]> {
  const response = await fetch(`${server.url}${hrefOf(routes.progress, { run })}`, {
    headers: server.as('reviewer'),
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const said: ProgressView[] = [];
  let text = '';
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    text += decoder.decode(read.value, { stream: true });
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const one of whole.filter((block) => block.startsWith('data: '))) {
      said.push(progressSchema.parse(JSON.parse(one.slice('data: '.length))));
    }
    if (said.some(enough)) await reader?.cancel();
  }
  return said;
}

describe('before anything was built', () => {
  test('the project says so, its chain is empty, and its papers are problems that say what to do', async () => {
    const [listed] = await valueOf(calls.projects());
    expect(listed).toMatchObject({ id: project, status: 'never', builtAt: null, counts: { nodes: 0 } });
    expect(await valueOf(calls.chain({ params }))).toEqual({ nodes: [] });
    expect(await calls.dossier({ params, query: {} })).toMatchObject({
      ok: false,
      problem: { kind: 'dossier-not-built' },
    });
    const work = await valueOf(calls.work());
    expect(work.map(({ kind }) => kind)).toContain('build-missing');
  });
});

describe('a build from the page', () => {
  let said: ProgressView[];
  beforeAll(async () => {
    const [run, again] = await Promise.all([start('to see it'), start('to see it')]);
    expect(again).toBe(run); // one build of a project at a time
    said = await follow(run);
  });

  test('tells how it goes until it is done', () => {
    expect(said.at(-1)?.state).toBe('done');
    const counts = said.filter(({ total }) => total > 0).map(({ done }) => done);
    expect(counts.length).toBeGreaterThan(0);
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
    for (const { message } of said)
      expect([message.ko, message.en].every((words) => words.length > 0)).toBe(true);
  });

  test('leaves a chain whose every input is a node of it', async () => {
    const { nodes } = await valueOf(calls.chain({ params }));
    const hashes = new Set(nodes.map(({ hash }) => hash));
    expect(nodes.length).toBeGreaterThan(5);
    expect(nodes.at(-1)).toMatchObject({ kind: 'bundle', status: 'fresh' });
    for (const { inputs } of nodes) expect(inputs.filter((input) => !hashes.has(input))).toEqual([]);
    expect(nodes.filter(({ status }) => !['fresh', 'withheld'].includes(status))).toEqual([]);
  });

  test('shows no number of fewer people than the source allows, and says why', async () => {
    const { nodes } = await valueOf(calls.chain({ params }));
    const estimates = await valueOf(calls.estimates({ params }));
    const withheld = nodes.filter(({ kind, status }) => kind === 'estimate' && status === 'withheld');
    expect(withheld.length).toBeGreaterThan(0);
    for (const { hash, figure, facts, why } of withheld) {
      expect([figure, facts]).toEqual([null, {}]);
      expect(why?.en).toContain('fewer than');
      expect(estimates.find(({ node }) => node === hash)).toMatchObject({ estimate: null, withheld: why });
    }
    for (const { estimate } of estimates) {
      for (const count of Object.values(estimate?.parts ?? {})) expect(count === 0 || count >= 10).toBe(true);
    }
    const shapes = await valueOf(calls.shapes({ params }));
    expect(shapes.filter(({ shape }) => shape.shape === 'roc' || shape.shape === 'survival')).toEqual([]);
  });

  test('gives the dossier in both languages and the bundle as it lies', async () => {
    for (const lang of ['ko', 'en'] as const) {
      const html = await valueOf(calls.dossier({ params, query: { lang } }));
      expect(html).toBe(await readFile(join(server.folder, `out/dossier-${lang}.html`), 'utf8'));
    }
    const response = await fetch(`${server.url}${hrefOf(routes.bundle, params)}`, {
      headers: server.as('investor'),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(await readFile(join(server.folder, `out/${project}.zip`)))).toBe(true);
  });

  test('stands in the log: who started it, why, and how it ended', async () => {
    const trail = await valueOf(calls.events({ query: { project } }));
    expect(trail.map(({ type, by, reason }) => [type, by, reason])).toEqual([
      ['build.finished', 'test-statistician', 'to see it'],
      ['build.started', 'test-statistician', 'to see it'],
    ]);
  });

  test('becomes stale when the plan changes, shows its old numbers as such, and says that it waits', async () => {
    const file = join(server.folder, 'plan.yaml');
    const plan = await readFile(file, 'utf8');
    const before = await valueOf(calls.chain({ params }));
    const claims = await valueOf(calls.claims({ params }));
    await writeFile(
      file,
      plan.replace(/(level: )0\.95|(title: \{ ko: )/, (found) =>
        found.startsWith('level') ? 'level: 0.9' : `${found}새 `,
      ),
    );
    const after = await valueOf(calls.chain({ params }));
    const stale = after.nodes.filter(({ status }) => status === 'stale').map(({ id }) => id);
    expect(stale.length).toBeGreaterThan(0);
    expect(stale.length).toBeLessThan(after.nodes.length);
    expect(after.nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
    expect((await valueOf(calls.claims({ params }))).length).toBe(claims.length);
    expect((await valueOf(calls.work())).map(({ kind }) => kind)).toContain('build-stale');
    await writeFile(file, plan);
    expect((await valueOf(calls.chain({ params }))).nodes).toEqual(before.nodes);
  });
});

describe('a build that is interrupted', () => {
  /** A plan whose every node has to be made again takes a moment. */
  const changed = async (): Promise<void> => {
    const file = join(server.folder, 'people.csv');
    const [head = '', ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(file, `${[head, ...rows.slice(1)].join('\n')}\n`);
  };

  test('stops when told to, keeps who and why, and goes on when told to', async () => {
    await changed();
    const run = await start('to stop it');
    const cancelled = await calls.cancelRun({ params: { run }, body: { reason: 'the wrong file' } });
    expect(cancelled.ok).toBe(true);
    expect((await follow(run)).at(-1)?.state).toBe('cancelled');
    expect(await calls.cancelRun({ params: { run }, body: { reason: 'again' } })).toMatchObject({
      ok: false,
      problem: { kind: 'run-not-active', status: 409 },
    });
    await valueOf(calls.resumeRun({ params: { run }, body: { reason: 'the right file after all' } }));
    expect((await follow(run)).at(-1)?.state).toBe('done');
    expect(await calls.resumeRun({ params: { run }, body: { reason: 'again' } })).toMatchObject({
      ok: false,
      problem: { kind: 'job-not-resumable', status: 409 },
    });
    const trail = await valueOf(calls.events({ query: { project, limit: 4 } }));
    expect(trail.map(({ type, reason }) => [type, reason])).toEqual([
      ['build.finished', 'to stop it'],
      ['build.resumed', 'the right file after all'],
      ['build.cancelled', 'the wrong file'],
      ['build.started', 'to stop it'],
    ]);
  });

  test('goes on by itself when its worker is killed', async () => {
    await changed();
    const run = await start('to kill it');
    await follow(run, ({ state }) => state === 'running');
    process.kill(server.workerPid(), 'SIGKILL');
    const said = await follow(run);
    expect(said.at(-1)).toMatchObject({ state: 'done' });
    const { nodes } = await valueOf(calls.chain({ params }));
    expect(nodes.filter(({ status }) => !['fresh', 'withheld'].includes(status))).toEqual([]);
  });
});

describe('a plan that cannot be read', () => {
  test('is a project that failed, with line and field, and the others go on', async () => {
    const file = join(server.folder, 'plan.yaml');
    const plan = await readFile(file, 'utf8');
    await writeFile(file, `${plan}\nsurprise: 1\n`);
    const [listed] = await valueOf(calls.projects());
    expect(listed).toMatchObject({ status: 'failed', why: { en: expect.stringContaining('surprise') } });
    const ofProjects = (await valueOf(calls.work())).filter(({ path }) => path.startsWith('/projects'));
    expect(ofProjects.map(({ kind }) => kind)).toEqual(['project-unreadable']);
    await writeFile(file, plan);
    await pause(20);
    expect((await valueOf(calls.projects()))[0]?.status).toBe('built');
  });
});
