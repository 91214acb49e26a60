import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { HashedNode, NodeKind } from '@daero/evidence/graph/node';
import type { ObjectStore } from '@daero/evidence/ports';
import { chainOf, storeOf, type Chain } from '../project/chain.ts';
import { lastBuild } from '../project/last-build.ts';
import { lockFile, openProject, type Project } from '../project/open-project.ts';
import { readFailures, type Failure } from '../project/failures.ts';
import { nodeFacts, type NodeFacts } from './node-facts.ts';

/** A repository as it stands now. */
export type Reading = {
  readonly project: Project;
  /** The chain as it would be built now; where a source has not been read yet in this form, as it was built last. */
  readonly nodes: readonly HashedNode[];
  readonly isCurrent: boolean;
  readonly generated: boolean;
  /** The nodes of the last build by id: what a stale node shows. */
  readonly before: ReadonlyMap<string, HashedNode>;
  /** Hashes that have an output. */
  readonly there: ReadonlySet<string>;
  readonly failures: readonly Failure[];
  readonly builtAt: string | null;
};

export type ProjectReader = {
  readonly folder: string;
  readonly read: () => Promise<Result<Reading>>;
  /** What an output says of a node, as far as it may leave the site. Outputs never change, so each is read once. */
  readonly facts: (reading: Reading, node: HashedNode) => Promise<NodeFacts | null>;
};

type Cached = { readonly key: string; readonly project: Result<Project>; readonly chain: Chain | null };

const given = AbortSignal.abort();
/** Kinds whose outputs (rows, drawings, pages) say nothing that a fact is made of. */
const unread: ReadonlySet<NodeKind> = new Set(['quality', 'device', 'figure', 'document']);

/** Reads a repository, and again only what changed since: plan, model, lock and sources by their time and size. */
export function projectReader(folder: string): ProjectReader {
  let cached: Cached | null = null;
  let reading: Promise<Result<Reading>> | null = null;
  const factsByHash = new Map<string, Promise<NodeFacts>>();

  const refresh = async (): Promise<Cached> => {
    const before = cached;
    if (before !== null && before.key === (await keyOf(folder, before))) return before;
    const project = await openProject(folder);
    // With a signal that is aborted already, a source that nobody read before is left alone: a build reads it.
    const chain = project.ok
      ? await chainOf(project.value, new Map(), { rows: () => undefined, cancel: given })
      : null;
    const next = { project, chain: chain?.ok === true ? chain.value : null };
    cached = { ...next, key: await keyOf(folder, next) };
    return cached;
  };

  const read = async (): Promise<Result<Reading>> => {
    const { project, chain } = await refresh();
    if (!project.ok) return fail<Fault>(project.fault);
    const { out } = project.value;
    const last = await lastBuild(project.value);
    const built: readonly HashedNode[] = last.ok ? last.value.nodes : [];
    const nodes = chain?.nodes ?? built;
    const [there, failures, builtAt] = await Promise.all([
      thereOf(storeOf(project.value), [...nodes, ...built]),
      readFailures(out),
      timeOf(join(out, 'estimates.json')),
    ]);
    for (const hash of factsByHash.keys()) if (!there.has(hash)) factsByHash.delete(hash);
    const before = new Map(built.map((node) => [node.id, node]));
    const generated = chain?.generated ?? nodes.some(isGenerated);
    return succeed({
      project: project.value,
      nodes,
      isCurrent: chain !== null,
      generated,
      before,
      there,
      failures,
      builtAt,
    });
  };

  const factsOf = (project: Project, node: HashedNode): Promise<NodeFacts> => {
    const known = factsByHash.get(node.hash);
    if (known !== undefined) return known;
    const reading = unread.has(node.kind) ? Promise.resolve(null) : storeOf(project).read(node.hash);
    const made = reading.then((text) => nodeFacts(node, text === null ? null : JSON.parse(text)));
    factsByHash.set(node.hash, made);
    made.catch(() => factsByHash.delete(node.hash));
    return made;
  };

  return {
    folder,
    // Requests that come together share one reading.
    read: () => (reading ??= read().finally(() => (reading = null))),
    facts: async ({ project, there, before }, node) => {
      if (there.has(node.hash)) return factsOf(project, node);
      const old = before.get(node.id);
      // What was shown under a weaker rule of disclosure is not shown again under a stricter one.
      const showable = old !== undefined && there.has(old.hash) && old.smallestCell >= node.smallestCell;
      return showable ? factsOf(project, old) : null;
    },
  };
}

const isGenerated = ({ recipe }: HashedNode): boolean =>
  typeof recipe === 'object' && recipe !== null && 'origin' in recipe && recipe.origin === 'generated';

async function thereOf(store: ObjectStore, nodes: readonly HashedNode[]): Promise<ReadonlySet<string>> {
  const hashes = [...new Set(nodes.map(({ hash }) => hash))];
  const there = await Promise.all(hashes.map((hash) => store.has(hash)));
  return new Set(hashes.filter((_, at) => there[at]));
}

/** Time and size of every file that decides the graph. What the sources were read into is there or not. */
async function keyOf(folder: string, { project, chain }: Omit<Cached, 'key'>): Promise<string> {
  const model = project.ok ? project.value.checked.plan.model?.file : undefined;
  const files = [
    join(folder, 'plan.yaml'),
    lockFile(folder),
    ...(model === undefined ? [] : [join(folder, model)]),
    ...[...(chain?.found.values() ?? [])].map(({ path }) => path),
    join(folder, 'out/snapshots'),
  ];
  return (await Promise.all(files.map(markOf))).join(' ');
}

const markOf = (path: string): Promise<string> =>
  stat(path).then(
    ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
    () => '-',
  );

const timeOf = (path: string): Promise<string | null> =>
  stat(path).then(
    ({ mtime }) => mtime.toISOString(),
    () => null,
  );

/** The name of a repository that cannot be read. */
export const nameOfFolder = (folder: string): string =>
  basename(folder).replace(/[^A-Za-z0-9._-]/g, '-') || 'repository';
