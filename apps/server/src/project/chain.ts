import { join } from 'node:path';
import { succeed, type Result } from '@daero/domain/result';
import type { ExecutorPorts, SnapshotOutput } from '@daero/evidence/executors';
import { graphOfPlan } from '@daero/evidence/graph/graph-of-plan';
import { hashGraph, type HashedNode } from '@daero/evidence/graph/node';
import { methods } from '@daero/evidence/methods';
import type { ObjectStore } from '@daero/evidence/ports';
import { codeVersions } from '@daero/objects/code-version';
import { fileStore } from '@daero/objects/file-store';
import { findSources, type FoundSource, type SourceFiles } from './find-source.ts';
import { takeIn, type IntakeWatcher } from './intake.ts';
import type { Project } from './open-project.ts';
import { root } from './root.ts';

/** The chain of a repository as it stands now: every node with its hash, and the store of what was computed. */
export type Chain = {
  readonly nodes: readonly HashedNode[];
  readonly store: ObjectStore;
  readonly found: ReadonlyMap<string, FoundSource>;
  readonly snapshots: ReadonlyMap<string, SnapshotOutput>;
  readonly generated: boolean;
};

const quiet: IntakeWatcher = { rows: () => undefined };

export const storeOf = (project: Project): ObjectStore => fileStore(join(project.out, 'objects'));

/** Finds the sources, takes their snapshots where needed, and names every node. */
export async function chainOf(
  project: Project,
  named: SourceFiles,
  watcher: IntakeWatcher = quiet,
): Promise<Result<Chain>> {
  const { plan } = project.checked;
  const found = await findSources(project, named);
  if (!found.ok) return found;
  const intake = await takeIn(plan, found.value, project.out, watcher);
  if (!intake.ok) return intake;
  const graph = graphOfPlan({
    checked: project.checked,
    methods,
    sources: intake.value.sources,
    model: project.model,
    lock: project.lockState,
    codeVersion: codeVersions(root),
  });
  const nodes = hashGraph(graph, 'plan.yaml');
  if (!nodes.ok) return nodes;
  return succeed({
    nodes: nodes.value,
    store: storeOf(project),
    found: found.value,
    snapshots: intake.value.facts,
    generated: intake.value.sources.some((source) => source.origin === 'generated'),
  });
}

/** What the chain keeps of each source file, by node id. */
export const sourceOutputs = (chain: Chain): ExecutorPorts['sources'] =>
  new Map([...chain.found].map(([name, { facts }]) => [`source:${name}`, facts]));
