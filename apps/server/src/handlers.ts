import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reaches, type Session } from '@daero/api/access';
import { openApi } from '@daero/api/open-api';
import type { AuditRow } from '@daero/api/schemas/project';
import type { ProgressView } from '@daero/api/schemas/run';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { id } from '@daero/domain/identity';
import type { JobQueue } from '@daero/domain/job-queue';
import type { Actor } from '@daero/domain/product';
import { all as allOf, fail, succeed, type Result } from '@daero/domain/result';
import { adoptionWork } from './adoption/adoption-work.ts';
import { adoptionHandlers } from './adoption/handlers.ts';
import type { DecisionLog } from './decisions/decided.ts';
import { designHandlers } from './design-handlers.ts';
import type { Handlers, Stream } from './http/handler.ts';
import { modelHandlers } from './economics/model-handlers.ts';
import { importLines } from './intake/import-lines.ts';
import { caseReaders } from '@daero/api/routes-pathway';
import { caseWork } from './pathway/case-work.ts';
import { openCases } from './pathway/cases.ts';
import { pathwayHandlers } from './pathway/handlers.ts';
import { hospitalUses } from './pathway/hospital-use.ts';
import { lookAt } from './pathway/looked.ts';
import type { Counts } from './programme/counts.ts';
import { programmeHandlers } from './programme/handlers.ts';
import { bundlePath } from './project/write-bundle.ts';
import type { OpenedProject, Projects } from './projects.ts';
import { factOf, type ChangeLog } from './runs/change-log.ts';
import type { Register } from './runs/register.ts';
import { chainView, claimsView, estimatesView, shapesView } from './views/chain-view.ts';
import type { ProjectReader, Reading } from './views/project-reader.ts';
import { projectView } from './views/project-view.ts';
import { workOf } from './views/work-list.ts';

export type Parts = {
  readonly projects: Projects;
  readonly register: Register;
  readonly queue: JobQueue;
  readonly changes: ChangeLog;
  readonly events: EventLog;
  readonly cases: DecisionLog;
  readonly programmes: DecisionLog;
  readonly counts: Counts;
  readonly adoptions: DecisionLog;
  readonly version: string;
  readonly serves: 'all' | 'hub' | 'site';
  readonly worker: () => boolean;
};

const actorOf = ({ person, role }: Session): Actor => ({ personId: person, role });
const sessionView = ({ person, role }: Session) => ({ person, role, demonstration: true }) as const;
const demonstration: Readonly<Record<'in' | 'out', string>> = {
  in: 'demonstration sign-in: the role was chosen, nothing was proved',
  out: 'signed out',
};

/** What each route does. Who may call it and with what was settled at the door. */
export function makeHandlers(parts: Parts): Handlers {
  const { projects, register, changes, events, version, serves, worker } = parts;
  const cases = openCases(parts.cases);
  const look = lookAt(cases, projects);

  const opened = async (project: string): Promise<Result<{ reader: ProjectReader; reading: Reading }>> => {
    const found = await projects.find(project);
    if (!found.ok) return found;
    const { reader, reading } = found.value;
    return reading.ok ? succeed({ reader, reading: reading.value }) : reading;
  };
  /** Something of each project that the session reaches. */
  const ofReached = async <Value>(
    session: Session,
    give: (one: OpenedProject) => Promise<Result<Value>>,
  ): Promise<Result<readonly Value[]>> => {
    const reached = (await projects.all()).filter((one) => reaches(session, one.id));
    return allOf(await Promise.all(reached.map(give)));
  };

  return {
    ...designHandlers,
    ...modelHandlers(opened, parts.queue),
    ...pathwayHandlers(parts.cases, projects, { cases, look, uses: hospitalUses(parts.adoptions, events) }),
    ...programmeHandlers(parts.programmes, parts.counts),
    ...adoptionHandlers(parts.adoptions, events, projects),

    health: async () => succeed({ status: 'ok', serves, worker: worker() }),
    openApi: async () => succeed(openApi(version)),

    session: async ({ session }) => succeed(session === null ? null : sessionView(session)),
    signIn: async ({ body, asked, setSession }) => {
      if (!asked.here) return fail({ kind: 'demonstration-only-on-loopback', host: asked.host });
      const person = id<'person'>(`demonstration:${body.role}`);
      const session: Session = { person, role: body.role, projects: body.projects ?? 'all' };
      const facts = { projects: session.projects };
      const recorded = await changes.record({
        type: 'access.signed-in',
        by: actorOf(session),
        reason: demonstration.in,
        project: null,
        facts,
      });
      if (!recorded.ok) return recorded;
      setSession(session);
      return succeed(sessionView(session));
    },
    signOut: async ({ session, setSession }) => {
      const by = actorOf(session);
      const recorded = await changes.record({
        type: 'access.signed-out',
        by,
        reason: demonstration.out,
        project: null,
        facts: {},
      });
      if (!recorded.ok) return recorded;
      setSession(null);
      return succeed(null);
    },

    projects: async ({ session }) =>
      ofReached(session, async ({ id: project, reader, reading }) => {
        const run = await register.standing(project);
        return run.ok ? succeed(await projectView(project, reader, reading, run.value)) : run;
      }),
    work: async ({ session }) => {
      const lists = await ofReached(session, async ({ id: project, reader, reading }) => {
        const run = await register.standing(project);
        return run.ok ? succeed(await workOf(project, reader, reading, run.value)) : run;
      });
      if (!lists.ok) return lists;
      const waiting = caseReaders.includes(session.role) ? await look.all(session) : succeed([]);
      if (!waiting.ok) return waiting;
      const held = await adoptionWork(parts.adoptions, session);
      return held.ok
        ? succeed([...lists.value.flat(), ...waiting.value.flatMap(caseWork), ...held.value])
        : held;
    },

    chain: async ({ params }) => {
      const [found, run] = [await opened(params.id), await register.standing(params.id)];
      if (!found.ok) return found;
      return run.ok ? succeed(await chainView(found.value.reader, found.value.reading, run.value.at)) : run;
    },
    claims: async ({ params }) => {
      const found = await opened(params.id);
      return found.ok ? succeed(await claimsView(found.value.reader, found.value.reading)) : found;
    },
    shapes: async ({ params }) => {
      const found = await opened(params.id);
      return found.ok ? succeed(await shapesView(found.value.reader, found.value.reading)) : found;
    },
    estimates: async ({ params }) => {
      const found = await opened(params.id);
      return found.ok ? succeed(await estimatesView(found.value.reader, found.value.reading)) : found;
    },
    dossier: async ({ params, query }) => {
      const found = await opened(params.id);
      if (!found.ok) return found;
      const file = join(found.value.reading.project.out, `dossier-${query.lang}.html`);
      const html = await readFile(file, 'utf8').catch(() => null);
      return html === null ? fail({ kind: 'dossier-not-built', project: params.id }) : succeed(html);
    },
    bundle: async ({ params }) => {
      const found = await opened(params.id);
      if (!found.ok) return found;
      const path = bundlePath(found.value.reading.project);
      const there = await stat(path).catch(() => null);
      return there === null
        ? fail({ kind: 'bundle-not-built', project: params.id })
        : succeed({ path, name: basename(path) });
    },

    startBuild: async ({ params, body, session }) => {
      const found = await projects.find(params.id);
      if (!found.ok) return found;
      const run = await register.start(params.id, found.value.reader.folder, actorOf(session), body.reason);
      return run.ok ? succeed({ run: run.value }) : run;
    },
    run: async ({ params }) => register.view(params.run),
    progress: async ({ params }) => {
      const first = await register.view(params.run);
      return first.ok ? succeed(watch(register, params.run, first.value.progress)) : first;
    },
    cancelRun: async ({ params, body, session }) =>
      register.cancel(params.run, actorOf(session), body.reason),
    resumeRun: async ({ params, body, session }) =>
      register.resume(params.run, actorOf(session), body.reason),

    events: async ({ query, session }) => {
      const known = await changes.changes();
      if (!known.ok) return known;
      const { project, type, limit } = query;
      const shown = known.value.filter((event) => {
        const about = factOf(event, 'project');
        const mine = session.projects === 'all' || reaches(session, about);
        return (
          mine && (project === undefined || about === project) && (type === undefined || event.type === type)
        );
      });
      return succeed(shown.slice(-limit).reverse().map(auditRow));
    },
    importEvents: async ({ body, query, session }) => {
      const taken = await importLines(events, body.split('\n'), query.firstLine);
      if (!taken.ok || taken.value.stored === 0) return taken;
      const { stored, alreadyThere, refused } = taken.value;
      const facts = { stored, alreadyThere, refused };
      const by = actorOf(session);
      const recorded = await changes.record({
        type: 'intake.recorded',
        by,
        reason: query.reason,
        project: null,
        facts,
      });
      return recorded.ok ? taken : recorded;
    },
  };
}

const auditRow = (event: LoggedEvent): AuditRow => ({
  at: event.recordedAt,
  by: event.actor.personId,
  role: event.actor.role,
  type: event.type,
  reason: factOf(event, 'reason'),
  hash: event.hash,
  position: event.position,
});

const betweenLooks = 150; // ms

/** Tells how a run goes on, whenever that changes, until it ends. Leaving never stops the run. */
function watch(register: Register, run: string, first: ProgressView): Stream<ProgressView> {
  return async function* (left) {
    let told = '';
    for (let now = first; !left.aborted;) {
      const text = JSON.stringify(now);
      if (text !== told) yield now;
      told = text;
      if (['done', 'failed', 'cancelled'].includes(now.state)) return;
      await pause(betweenLooks);
      const next = await register.view(run);
      if (next.ok) now = next.value.progress; // a database that is away for a moment is asked again
    }
  };
}
