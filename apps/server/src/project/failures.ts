import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '@daero/domain/result';
import { faultWords, type FaultKind } from '@daero/domain/words/faults';
import type { BuiltNode } from '@daero/evidence/graph/build';
import { writeWhole } from '@daero/objects/file-store';
import { z } from 'zod';

/** Nodes that failed in the last build, and why: an output says nothing of them. */
export type Failure = { readonly id: string; readonly hash: string; readonly fault: Fault };

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

const fileOf = (out: string): string => join(out, 'failures.json');

export function writeFailures(out: string, built: readonly BuiltNode[]): Promise<void> {
  const failed = built.flatMap(({ node, state }) =>
    state.at === 'failed' ? [{ id: node.id, hash: node.hash, fault: state.fault }] : [],
  );
  return writeWhole(
    fileOf(out),
    `${JSON.stringify({ failed } satisfies { failed: readonly Failure[] }, null, 2)}\n`,
  );
}

export async function readFailures(out: string): Promise<readonly Failure[]> {
  const text = await readFile(fileOf(out), 'utf8').catch(() => null);
  if (text === null) return [];
  try {
    return form.parse(JSON.parse(text)).failed;
  } catch {
    return []; // not a file of ours
  }
}
