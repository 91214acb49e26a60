import { join } from 'node:path';
import { succeed, type Result } from '@daero/domain/result';
import { estimateRow } from '@daero/evidence/estimates-file';
import { executors } from '@daero/evidence/executors';
import { buildGraph, type BuiltNode } from '@daero/evidence/graph/build';
import type { EstimateOutput } from '@daero/evidence/kinds/outputs';
import { methods } from '@daero/evidence/methods';
import type { Watcher } from '@daero/evidence/ports';
import { writeWhole } from '@daero/objects/file-store';
import { z } from 'zod';
import { holdBuild } from './build-lock.ts';
import { chainOf, sourceOutputs, type Chain } from './chain.ts';
import { writeFailures } from './failures.ts';
import type { SourceFiles } from './find-source.ts';
import { itemLabels } from './item-labels.ts';
import { isRemembered, rememberBuild } from './last-build.ts';
import type { Project } from './open-project.ts';
import { snapshotReader } from './snapshot-reader.ts';
import { drawing } from './drawing.ts';
import { bundlePath, writeBundle } from './write-bundle.ts';

export type BuildReport = {
  readonly chain: Chain;
  readonly built: readonly BuiltNode[];
  readonly counts: Readonly<Record<BuiltNode['state']['at'], number>>;
  readonly bundle: string | null; // null while a document could not be made
};

export type BuildWatcher = Watcher & {
  readonly rows: (source: string, rows: number) => void;
  readonly cancel?: AbortSignal;
};

/** The whole chain of a repository, from its sources to the bundle; only what has no output yet is computed. */
export async function buildProject(
  project: Project,
  named: SourceFiles,
  watcher: BuildWatcher,
): Promise<Result<BuildReport>> {
  const held = await holdBuild(project.out);
  if (!held.ok) return held;
  try {
    const chain = await chainOf(project, named, watcher);
    if (!chain.ok) return chain;
    const run = executors({
      snapshots: snapshotReader(project.out, chain.value.snapshots),
      methods,
      sources: sourceOutputs(chain.value),
      itemLabels,
      ...drawing,
    });
    const built = await buildGraph(chain.value.nodes, run, chain.value.store, watcher);
    if (!built.ok) return built;
    const bundle = (await isRemembered(project, built.value))
      ? bundlePath(project)
      : await writeOut(project, chain.value, built.value);
    await writeFailures(project.out, built.value);
    await rememberBuild(project, built.value); // last: what it names is then all there
    return succeed({ chain: chain.value, built: built.value, counts: countStates(built.value), bundle });
  } finally {
    await held.value();
  }
}

function countStates(built: readonly BuiltNode[]): BuildReport['counts'] {
  const counts = { computed: 0, fresh: 0, failed: 0, blocked: 0 };
  for (const { state } of built) counts[state.at] += 1;
  return counts;
}

const isThere = ({ state }: BuiltNode): boolean => state.at === 'computed' || state.at === 'fresh';

/** The files people open, beside the plan: estimates, the dossier in both languages, the bundle. All of one build, or none. */
async function writeOut(project: Project, chain: Chain, built: readonly BuiltNode[]): Promise<string | null> {
  const outputOf = async (id: string): Promise<unknown> => {
    const node = built.find((one) => one.node.id === id);
    const text = node !== undefined && isThere(node) ? await chain.store.read(node.node.hash) : null;
    return text === null ? null : JSON.parse(text);
  };
  const documents = new Map<string, string>();
  for (const { node } of built.filter((one) => one.node.kind === 'document')) {
    const output = z
      .looseObject({ html: z.string() })
      .nullable()
      .parse(await outputOf(node.id));
    if (output === null) return null;
    documents.set(node.id.slice('document:'.length), output.html);
  }
  const rows = [];
  for (const { node } of built.filter((one) => one.node.kind === 'estimate' && isThere(one))) {
    rows.push(estimateRow(node, (await outputOf(node.id)) as EstimateOutput));
  }
  await writeWhole(join(project.out, 'estimates.json'), `${JSON.stringify(rows, null, 2)}\n`);
  for (const [language, html] of documents)
    await writeWhole(join(project.out, `dossier-${language}.html`), html);
  return writeBundle(project, chain, built, documents, rows);
}
