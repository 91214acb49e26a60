import type { ProjectView } from '@daero/api/schemas/project';
import type { Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { stateOf } from './chain-view.ts';
import { spoken } from './node-facts.ts';
import { nameOfFolder, type ProjectReader, type Reading } from './project-reader.ts';

/** What the register knows of the last run of a repository. */
export type RunStanding = { readonly active: string | null; readonly failed: Text | null };

const noCounts = { nodes: 0, fresh: 0, failed: 0, withheld: 0 };

export async function projectView(
  id: string,
  reader: ProjectReader,
  reading: Result<Reading>,
  run: RunStanding,
): Promise<ProjectView> {
  if (!reading.ok) {
    const name = nameOfFolder(reader.folder);
    return {
      ...{
        id,
        title: { ko: name, en: name },
        product: { ko: '—', en: '—' },
        reference: false,
        generated: false,
      },
      ...{ status: 'failed', why: spoken(reading.fault), lock: null, deviations: 0, counts: noCounts },
      ...{ claims: 0, builtAt: null, run: run.active },
    };
  }
  const { project, generated, builtAt } = reading.value;
  const { plan } = project.checked;
  const { lockState } = project;
  const counts = await countsOf(reader, reading.value);
  const failed = counts.failed > 0 || run.failed !== null;
  return {
    id,
    title: plan.title,
    product: plan.product.name,
    reference: plan.product.standing === 'reference',
    generated,
    status: run.active !== null ? 'building' : failed ? 'failed' : builtAt === null ? 'never' : 'built',
    why: run.active === null ? run.failed : null,
    lock:
      lockState.state === 'locked'
        ? { at: lockState.lockedAt, by: lockState.by, hash: lockState.hash }
        : null,
    deviations: lockState.state === 'locked' ? lockState.deviations.length : 0,
    counts,
    claims: plan.claims.length,
    builtAt,
    run: run.active,
  };
}

async function countsOf(reader: ProjectReader, reading: Reading): Promise<ProjectView['counts']> {
  const counts = { ...noCounts };
  for (const node of reading.nodes) {
    const { status } = stateOf(node, await reader.facts(reading, node), reading, null);
    counts.nodes += 1;
    if (status === 'fresh' || status === 'failed' || status === 'withheld') counts[status] += 1;
  }
  return counts;
}
