import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '@daero/domain/result';
import { faultWords, type FaultKind } from '@daero/domain/words/faults';
import type { BuiltNode } from '@daero/evidence/graph/build';
import { writeWhole } from '@daero/objects/file-store';
import { z } from 'zod';

/** What of the last build has no output to show for it: which nodes failed and why. */
export type LastBuild = {
  readonly failed: readonly { readonly id: string; readonly hash: string; readonly fault: Fault }[];
};

const known = (kind: string): kind is FaultKind => kind in faultWords;
const form = z.object({
  failed: z.array(
    z.object({
      id: z.string(),
      hash: z.string(),
      fault: z.looseObject({ kind: z.string().refine(known) }).transform((fault): Fault => fault),
    }),
  ),
});

const fileOf = (out: string): string => join(out, 'last-build.json');

export function writeLastBuild(out: string, built: readonly BuiltNode[]): Promise<void> {
  const failed = built.flatMap(({ node, state }) =>
    state.at === 'failed' ? [{ id: node.id, hash: node.hash, fault: state.fault }] : [],
  );
  return writeWhole(fileOf(out), `${JSON.stringify({ failed } satisfies LastBuild, null, 2)}\n`);
}

/** `null` where there was no build yet, or the file is not ours. */
export async function lastBuild(out: string): Promise<LastBuild | null> {
  const text = await readFile(fileOf(out), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return form.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
