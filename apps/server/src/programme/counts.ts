import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import type { SiteId } from '@daero/domain/identity';
import { succeed, type Result } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { observationOfReport, observationsFromCase } from '@daero/programme/indicators/from-log';
import { measures, type Observation } from '@daero/programme/indicators/observation';
import type { ProjectState } from '@daero/programme/project/state';
import { daySchema } from '@daero/programme/record/event';
import { foldRecord } from '@daero/pathway/record/record';
import { z } from 'zod';
import type { DecisionLog } from '../decisions/decided.ts';
import { streams } from '../decisions/streams.ts';
import type { Projects } from '../projects.ts';

/** A count that a site gave of its own events: numbers and the id that proves them, nobody's pseudonym. */
export const countType = 'intake.project-counted';
export const countStream = (projectId: string): string => `counted:${projectId}`;
export const countSchema = z.object({
  project: z.string(),
  observation: z.strictObject({
    measure: z.enum(measures),
    on: daySchema,
    subject: z.string(),
    site: z.string().nullable(),
    count: z.int().min(0),
    proof: z.string(),
  }),
});

/** Everything that is counted for a project: what sites sent, what its cases reached, what its chain delivered. */
export type Counts = (state: ProjectState) => Promise<Result<readonly Observation[]>>;

export function countsOf(parts: {
  readonly events: EventLog;
  readonly site: SiteId;
  readonly cases: DecisionLog;
  readonly projects: Projects;
}): Counts {
  const sent = streams(parts.events, parts.site, [countType]);
  return async ({ projectId, agreement }) => {
    const counted = await sent.of(countStream(projectId));
    if (!counted.ok) return counted;
    const filed = await ofCases(parts.cases, agreement.product);
    if (!filed.ok) return filed;
    const delivered = await reportsOf(parts.projects, agreement.product);
    return succeed([...counted.value.flatMap(countIn), ...filed.value, ...delivered]);
  };
}

function countIn({ payload }: LoggedEvent): readonly Observation[] {
  const read = countSchema.safeParse(payload);
  return read.success ? [read.data.observation] : [];
}

type Product = ProjectState['agreement']['product'];

/** Cases of this version in Korea: the programme pays for a road that leads there. */
async function ofCases(cases: DecisionLog, product: Product): Promise<Result<readonly Observation[]>> {
  if (product === null) return succeed([]);
  const all = await cases.all();
  if (!all.ok) return all;
  return succeed(
    [...all.value].flatMap(([stream, events]) => {
      const id = stream.replace(/^case:/, '');
      const found = foldRecord(id, events);
      if (!found.ok) return [];
      const { state } = found.value;
      const own = state.key.productVersion === `${product.deviceId}@${product.version}`;
      return own && state.rules.code === 'KR' ? observationsFromCase(id, state) : [];
    }),
  );
}

/** A dossier that its chain has built and that is up to date is a report delivered; the node is its proof. */
async function reportsOf(projects: Projects, product: Product): Promise<readonly Observation[]> {
  if (product === null) return [];
  return (await projects.all()).flatMap(({ id, reading }) => {
    if (!reading.ok || !reading.value.isCurrent || reading.value.builtAt === null) return [];
    const { device, version } = reading.value.project.checked.plan.product;
    const document = reading.value.nodes.find(
      (node) => node.kind === 'document' && reading.value.there.has(node.hash),
    );
    if (device !== product.deviceId || version !== product.version || document === undefined) return [];
    const on = isoDate(reading.value.builtAt.slice(0, 10));
    return [observationOfReport({ id, on, hash: document.hash })];
  });
}
