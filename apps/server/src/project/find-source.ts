import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { SourceOutput } from '@daero/evidence/kinds/outputs';
import type { Plan } from '@daero/evidence/plan/plan-schema';
import { generatedSource } from './generated-source.ts';
import type { Project } from './open-project.ts';
import { referenceFolder } from './root.ts';

/** A source that was found: the file to read, and what the chain keeps of it. */
export type FoundSource = { readonly path: string; readonly facts: SourceOutput };

export type SourceFiles = ReadonlyMap<string, string>;

/**
 * Where each source is, in the order of the command line, the reference folder, and a generated cohort.
 * When one source has to be generated all are, because real outcomes do not belong to generated stays.
 */
export async function findSources(
  { folder, out, checked: { plan } }: Pick<Project, 'folder' | 'out' | 'checked'>,
  named: SourceFiles,
): Promise<Result<ReadonlyMap<string, FoundSource>>> {
  const names = Object.keys(plan.sources);
  const stranger = [...named.keys()].find((name) => !names.includes(name));
  if (stranger !== undefined) {
    return fail({ kind: 'source-unknown', name: stranger, known: names });
  }
  const paths = new Map(
    names.map((name) => [name, named.get(name) ?? beside(folder, plan, name) ?? inReference(plan, name)]),
  );
  const absent = names.find((name) => paths.get(name) === null);
  const generate = absent !== undefined && named.size === 0;

  const found = new Map<string, FoundSource>();
  for (const name of names) {
    const path = generate ? await generatedSource(plan, name, out) : (paths.get(name) ?? null);
    if (path === null || !existsSync(path)) {
      return fail({ kind: 'source-not-found', source: name, looked: path ?? plan.sources[name]?.file ?? '' });
    }
    const facts = await factsOf(name, path, generate ? 'generated' : 'file');
    if (!facts.ok) return facts;
    found.set(name, { path, facts: facts.value });
  }
  return succeed(found);
}

/** `./people.csv` stands beside the plan. */
function beside(folder: string, plan: Plan, name: string): string | null {
  const file = plan.sources[name]?.file ?? '';
  return file.startsWith('./') ? join(folder, file) : null;
}

function inReference(plan: Plan, name: string): string | null {
  const folder = referenceFolder();
  const file = plan.sources[name]?.file;
  if (folder === null || file === undefined) return null;
  const path = join(folder, file);
  return existsSync(path) ? path : null;
}

async function factsOf(
  name: string,
  path: string,
  origin: SourceOutput['origin'],
): Promise<Result<SourceOutput>> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    const { size } = await stat(path);
    return succeed({ name, file: basename(path), sha256: hash.digest('hex'), bytes: size, origin });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail({ kind: 'source-unreadable', file: path, reason });
  }
}
