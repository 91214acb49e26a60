import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readZip, writeZip } from '@daero/bundle/canonical-zip';
import { digest, signerOf } from '@daero/bundle/signing-key';
import { fail, succeed, type Result } from '@daero/domain/result';
import { factsOfSnapshot } from '@daero/duckdb/content-of-snapshot';
import { chainFileName, outputName, readChainFile, snapshotName } from '@daero/evidence/bundle/chain-file';
import type { Files } from '@daero/evidence/bundle/manifest';
import { readJsonText } from '@daero/evidence/bundle/read-json';
import { verifyBundle, type Verdict } from '@daero/evidence/bundle/verify';
import { executors, type ExecutorPorts, type SnapshotOutput } from '@daero/evidence/executors';
import { codeOf } from '@daero/evidence/graph/code-of';
import type { SourceOutput } from '@daero/evidence/kinds/outputs';
import { methods } from '@daero/evidence/methods';
import { codeVersions } from '@daero/objects/code-version';
import { drawing } from './drawing.ts';
import { snapshotPath } from './intake.ts';
import { itemLabels } from './item-labels.ts';
import { root } from './root.ts';
import { snapshotReader } from './snapshot-reader.ts';

/** Checks a bundle file on this machine, with nothing but what is inside it and the code of this installation. */
export async function verifyFile(path: string, trusted: readonly string[]): Promise<Result<Verdict>> {
  const bytes = await readFile(path).catch(() => null);
  const files = bytes === null ? null : readZip(bytes);
  if (bytes === null || files === null) return fail({ kind: 'bundle-unreadable', file: path });
  const folder = await mkdtemp(join(tmpdir(), 'daero-verify-'));
  try {
    const inside = await unpack(files, folder);
    const version = codeVersions(root);
    const verdict = await verifyBundle(bytes, files, {
      decode,
      digest,
      zip: writeZip,
      signerOf,
      trusted,
      methods,
      snapshotFacts: async (content) => {
        const facts = await factsOfSnapshot(snapshotPath(folder, content));
        return facts === null ? null : { ...facts, subjects: facts.subjects ?? 0 };
      },
      codeOf: (node) => codeOf(node, methods, version),
      executors: executors({
        snapshots: snapshotReader(folder, inside.snapshots),
        methods,
        sources: inside.sources,
        itemLabels,
        ...drawing,
      }),
    });
    return succeed(verdict);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

type Inside = {
  readonly snapshots: ReadonlyMap<string, SnapshotOutput>;
  readonly sources: ExecutorPorts['sources'];
};

/** Snapshots go to a folder of their own, because they are read as files; their facts come from their nodes. */
async function unpack(files: Files, folder: string): Promise<Inside> {
  const snapshots = new Map<string, SnapshotOutput>();
  const sources = new Map<string, SourceOutput>();
  await mkdir(join(folder, 'snapshots'));
  const chain = readChainFile(parsed(files, chainFileName));
  for (const node of chain?.nodes ?? []) {
    const output = parsed(files, outputName(node.hash));
    if (node.kind === 'source') sources.set(node.id, output as SourceOutput);
    if (node.kind !== 'snapshot') continue;
    const facts = output as SnapshotOutput;
    const content = files.get(snapshotName(String(facts?.hash)));
    if (content === undefined || !/^[0-9a-f]{64}$/.test(facts.hash)) continue;
    snapshots.set(facts.hash, facts);
    await writeFile(snapshotPath(folder, facts.hash), content);
  }
  return { snapshots, sources };
}

function parsed(files: Files, name: string): unknown {
  const bytes = files.get(name);
  return bytes === undefined ? null : readJsonText(decode(bytes));
}
