import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { chainOf, type Chain } from '../project/chain.ts';
import { lockFile, openProject, type Project } from '../project/open-project.ts';
import { lastBuild, type LastBuild } from '../runs/last-build.ts';
import { nodeFacts, type NodeFacts } from './node-facts.ts';

/** A repository as it stands now. Without a chain its sources have not been read yet, or not in this form. */
export type Reading = {
  readonly project: Project;
  readonly chain: Chain | null;
  readonly builtAt: string | null;
  readonly last: LastBuild | null;
  /** Hashes that have an output. */
  readonly there: ReadonlySet<string>;
};

export type ProjectReader = {
  readonly folder: string;
  readonly read: () => Promise<Result<Reading>>;
  /** What an output says of a node, as far as it may leave the site. Outputs never change, so each is read once. */
  readonly facts: (reading: Reading, hash: string) => Promise<NodeFacts | null>;
};

type Cached = { readonly key: string; readonly project: Result<Project>; readonly chain: Chain | null };

const given = AbortSignal.abort();

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
    const [there, last, builtAt] = await Promise.all([
      thereOf(chain),
      lastBuild(out),
      timeOf(join(out, 'estimates.json')),
    ]);
    for (const hash of factsByHash.keys()) if (!there.has(hash)) factsByHash.delete(hash);
    return succeed({ project: project.value, chain, there, last, builtAt });
  };

  return {
    folder,
    // Requests that come together share one reading.
    read: () => (reading ??= read().finally(() => (reading = null))),
    facts: async ({ chain, there }, hash) => {
      const node = chain?.nodes.find((one) => one.hash === hash);
      if (chain === null || node === undefined || !there.has(hash)) return null;
      const known = factsByHash.get(hash);
      if (known !== undefined) return known;
      const made = chain.store
        .read(hash)
        .then((text) => nodeFacts(node, text === null ? null : JSON.parse(text)));
      factsByHash.set(hash, made);
      made.catch(() => factsByHash.delete(hash));
      return made;
    },
  };
}

async function thereOf(chain: Chain | null): Promise<ReadonlySet<string>> {
  if (chain === null) return new Set();
  const hashes = chain.nodes.map(({ hash }) => hash);
  const there = await Promise.all(hashes.map((hash) => chain.store.has(hash)));
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
