import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '@daero/domain/canonical';
import { succeed, type Result } from '@daero/domain/result';
import type { SourceFacts } from '@daero/evidence/graph/graph-of-plan';
import type { SnapshotOutput } from '@daero/evidence/executors';
import type { Plan } from '@daero/evidence/plan/plan-schema';
import { writeWhole } from '@daero/objects/file-store';
import { columnKind } from '@daero/registry/snapshot/mapping';
import { z } from 'zod';
import type { FoundSource } from './find-source.ts';

export type Intake = {
  readonly sources: readonly SourceFacts[];
  readonly facts: ReadonlyMap<string, SnapshotOutput>; // by the content of the snapshot
};

export type IntakeWatcher = {
  readonly rows: (source: string, rows: number) => void;
  readonly cancel?: AbortSignal;
};

const roles = ['site', 'subject', 'time', 'id', 'item'] as const;
const factsSchema = z.strictObject({
  hash: z.string(),
  rows: z.int(),
  subjects: z.int(),
  sites: z.int().nullable(),
  columns: z.array(z.strictObject({ name: z.string(), kind: columnKind, role: z.enum(roles).nullable() })),
});

export const snapshotFolder = (out: string): string => join(out, 'snapshots');
export const snapshotPath = (out: string, content: string): string =>
  join(snapshotFolder(out), `${content}.parquet`);

/** Takes a snapshot of every source, unless the same bytes were read by the same mapping before. */
export async function takeIn(
  plan: Plan,
  found: ReadonlyMap<string, FoundSource>,
  out: string,
  watcher: IntakeWatcher,
): Promise<Result<Intake>> {
  const sources: SourceFacts[] = [];
  const facts = new Map<string, SnapshotOutput>();
  for (const [name, source] of Object.entries(plan.sources)) {
    const at = found.get(name);
    if (at === undefined) throw new Error(`the source ${name} was not looked for`);
    const taken = await takeOne(at, source.mapping, out, {
      ...watcher,
      rows: (_, rows) => watcher.rows(name, rows),
    });
    if (!taken.ok) return taken;
    facts.set(taken.value.hash, taken.value);
    sources.push({ name, sha256: at.facts.sha256, origin: at.facts.origin, content: taken.value.hash });
  }
  return succeed({ sources, facts });
}

async function takeOne(
  source: FoundSource,
  mapping: Plan['sources'][string]['mapping'],
  out: string,
  watcher: IntakeWatcher,
): Promise<Result<SnapshotOutput>> {
  const folder = snapshotFolder(out);
  const remembered = join(
    folder,
    `of-${contentHash({ sha256: source.facts.sha256, mapping }).slice(0, 32)}.json`,
  );
  const before = await recall(remembered);
  if (before !== null && existsSync(snapshotPath(out, before.hash))) return succeed(before);

  const { takeSnapshot } = await import('@daero/duckdb/take-snapshot'); // its engine is not needed when nothing changed
  const taken = await takeSnapshot({
    source: source.path,
    mapping,
    intoFolder: folder,
    onProgress: ({ rows }) => watcher.rows(source.facts.name, rows),
    ...(watcher.cancel === undefined ? {} : { cancel: watcher.cancel }),
  });
  if (!taken.ok) return taken;
  const { hash, rows, subjects, sites, columns } = taken.value;
  const facts: SnapshotOutput = { hash, rows, subjects: subjects ?? 0, sites, columns };
  await writeWhole(remembered, JSON.stringify(facts));
  return succeed(facts);
}

/** A note that cannot be read is only a note: the snapshot is then taken again. */
async function recall(file: string): Promise<SnapshotOutput | null> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
