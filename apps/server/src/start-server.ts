import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openJobs } from '@daero/jobs/jobs';
import { id } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { caseEventTypes } from '@daero/pathway/record/entry';
import { callEventTypes, projectEventTypes } from '@daero/programme/record/log';
import { newEventId, openStore } from '@daero/postgres/store';
import { loadAdoptions, loadCare } from './adoption/demonstration.ts';
import { adoptionEventTypes } from './adoption/records.ts';
import { decisionLog } from './decisions/decided.ts';
import { makeHandlers } from './handlers.ts';
import { makeApp } from './http/app.ts';
import { pages } from './http/pages.ts';
import { sessionKey, sessions } from './http/session.ts';
import { listen } from './listen.ts';
import { openLogFile } from './log-file.ts';
import { loadDemonstration } from './pathway/demonstration.ts';
import { today } from './pathway/cases.ts';
import { countsOf } from './programme/counts.ts';
import { loadProgrammes } from './programme/demonstration.ts';
import { home as usualHome, root } from './project/root.ts';
import { projectFolders, projects, type Projects } from './projects.ts';
import { changeLog, itself } from './runs/change-log.ts';
import { register, type Register } from './runs/register.ts';
import { announce, runningServer } from './state-file.ts';
import { workerChild } from './worker-child.ts';

export type StartOptions = {
  readonly home?: string;
  readonly host?: string;
  /** `null`: the usual port, or a free one. */
  readonly port?: number | null;
  readonly serves?: 'all' | 'hub' | 'site';
  readonly databaseUrl?: string | undefined;
  readonly folders?: () => readonly string[];
  readonly pages?: string;
  /** Without a worker, jobs wait until one is started elsewhere. */
  readonly worker?: boolean;
  readonly buildAtStart?: boolean;
  /** Puts the generated cases into the log, once: so on the embedded database, and never beside a production database. */
  readonly demonstration?: boolean;
};

export type RunningServer = {
  readonly url: string;
  readonly token: string;
  readonly log: string;
  readonly databaseUrl: string;
  /** Things the operator should read. */
  readonly notes: readonly string[];
  readonly workerPid: () => number;
  readonly close: () => Promise<void>;
};

/** The name that this installation writes its own events under. */
export const siteOf = (serves: 'all' | 'hub' | 'site'): string =>
  process.env.DAERO_SITE ?? (serves === 'site' ? 'site' : 'hub');

/** Database, server and worker of one home, until closed. What was opened before something fails is closed again. */
export async function startServer(options: StartOptions = {}): Promise<Result<RunningServer>> {
  const home = options.home ?? usualHome;
  const running = runningServer(home);
  if (running !== null) return fail({ kind: 'server-running', url: running.url, pid: running.pid });

  const closing: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  const started = await start(options, home, closing, close);
  if (!started.ok) await close();
  return started;
}

async function start(
  options: StartOptions,
  home: string,
  closing: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<Result<RunningServer>> {
  const { host = '127.0.0.1', port = null, serves = 'all', folders = projectFolders } = options;
  const { databaseUrl } = options;
  const known = projects(folders);
  void known.all().catch(() => undefined); // reads the repositories while the database starts
  const store = await openStore(
    databaseUrl === undefined ? { folder: join(home, 'db') } : { url: databaseUrl },
  );
  if (!store.ok) return store;
  closing.push(store.value.close);
  const { events, url, note } = store.value;
  const queue = await openJobs(url);
  if (!queue.ok) return queue;
  closing.push(queue.value.close);

  const log = openLogFile(join(home, 'log'), 'server');
  closing.push(log.close);
  const site = siteOf(serves);
  const changes = changeLog(events, id<'site'>(site), newEventId);
  const cases = decisionLog(events, { site: id<'site'>(site), types: caseEventTypes, newEventId });
  const adoptions = decisionLog(events, { site: id<'site'>(site), types: adoptionEventTypes, newEventId });
  const programmeTypes = [...callEventTypes, ...projectEventTypes];
  const programmes = decisionLog(events, { site: id<'site'>(site), types: programmeTypes, newEventId });
  const demonstrates = options.demonstration ?? (databaseUrl === undefined && serves !== 'site');
  if (demonstrates) {
    const given = { site: id<'site'>(site), newEventId, today: today() };
    const loaded = await loadDemonstration({ events, decisions: cases }, given);
    if (!loaded.ok) return loaded;
    const run = await loadProgrammes({ events, decisions: programmes }, given);
    if (!run.ok) return run;
    const adopted = await loadAdoptions({ events, decisions: adoptions }, given);
    if (!adopted.ok) return adopted;
  }
  const runs = register(queue.value, changes, newEventId);
  const signed = sessions(await sessionKey(join(home, 'keys/session.key')));
  const version = await versionHere();
  let isWorking = (): boolean => false;
  const app = makeApp({
    handlers: makeHandlers({
      projects: known,
      register: runs,
      queue: queue.value,
      changes,
      events,
      cases,
      programmes,
      counts: countsOf({ events, site: id<'site'>(site), cases, projects: known }),
      adoptions,
      version,
      serves,
      worker: () => isWorking(),
    }),
    sessions: signed,
    serves,
    projectOf: runs.projectOf,
    pages: pages(options.pages ?? join(root, 'apps/web/dist')),
    log,
    now: Date.now,
  });
  const listening = await listen(app, host, port);
  if (!listening.ok) return listening;
  closing.push(listening.value.close);

  if (demonstrates) {
    // Some thousands of events of care: pages are there before all of them are.
    const stop = new AbortController();
    const loading = loadCare(events, stop.signal).then((loaded) => {
      if (!loaded.ok) log.write({ level: 'error', what: 'demonstration of use', kind: loaded.fault.kind });
    });
    closing.push(async () => {
      stop.abort();
      await loading;
    });
  }

  let workerPid = (): number => 0;
  if (options.worker !== false) {
    const child = workerChild(url, site, log);
    closing.push(child.stop);
    isWorking = child.working;
    workerPid = child.pid;
  }
  const operator = { person: id<'person'>('command-line'), role: 'operator', projects: 'all' } as const;
  const token = signed.seal(operator, Date.now(), 24 * 365);
  const address = listening.value.url;
  closing.push(
    announce(home, { url: address, databaseUrl: url, token, startedAt: new Date().toISOString() }),
  );
  log.write({ level: 'info', what: 'server started', url: address, serves, pid: process.pid });

  const taken = await runs.takeUp();
  if (!taken.ok) return taken;
  if (options.buildAtStart !== false) await buildWhatIsMissing(known, runs);
  return succeed({
    url: address,
    token,
    log: log.path,
    databaseUrl: url,
    notes: note === null ? [] : [note],
    workerPid,
    close,
  });
}

/** A project that was never built is built at once, so that the first page has something to show. */
async function buildWhatIsMissing(known: Projects, runs: Register): Promise<void> {
  for (const { id: project, reader, reading } of await known.all()) {
    if (!reading.ok || reading.value.builtAt !== null) continue;
    const standing = await runs.standing(project);
    if (!standing.ok || standing.value.failed !== null) continue; // it was tried: somebody has to look
    await runs.start(project, reader.folder, itself, 'never built before / 처음 만들기');
  }
}

async function versionHere(): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '0';
}

export const pagesAreBuilt = (): boolean => existsSync(join(root, 'apps/web/dist/index.html'));
