import { testFolder } from './own-home.test-fixture.ts';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readZip, writeZip } from '@daero/bundle/canonical-zip';
import { canonicalJson } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import {
  chainFileName,
  readChainFile,
  outputName,
  type ChainFile,
  type ChainFileNode,
} from '@daero/evidence/bundle/chain-file';
import { holds, type Verdict } from '@daero/evidence/bundle/verify';
import { nodeHash } from '@daero/evidence/graph/node';
import { verifyFile } from './verify-file.ts';

/** What somebody with full power over a bundle can do: change any file, list it again, sign it with a key of their own. */
export type Files = Map<string, Uint8Array>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(files.get(name));
export const jsonOf = (files: ReadonlyMap<string, Uint8Array>, name: string): unknown =>
  JSON.parse(textOf(files, name));

export function opened(bytes: Uint8Array): Files {
  const files = readZip(bytes);
  if (files === null) throw new Error('no zip');
  return new Map(files);
}

export function putText(files: Files, name: string, change: (text: string) => string): void {
  const before = textOf(files, name);
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  files.set(name, utf8(after));
}

export function chainIn(files: Files): ChainFile {
  const chain = readChainFile(jsonOf(files, chainFileName));
  if (chain === null) throw new Error('no chain');
  return chain;
}
export const putChain = (files: Files, chain: unknown): void =>
  void files.set(chainFileName, utf8(canonicalJson(chain)));

/** Changes the output of a node and leaves its name, which is that of its recipe. */
export function putOutput(files: Files, id: string, change: (text: string) => string): void {
  putText(files, outputName(chainIn(files).nodes.find((node) => node.id === id)?.hash ?? ''), change);
}

/** Changes nodes, and gives every node above them the hash that its new recipe and inputs deserve; outputs move along. */
export function rewriteChain(files: Files, change: (node: ChainFileNode) => ChainFileNode): void {
  const chain = chainIn(files);
  const hashes = new Map<string, string>();
  const nodes = chain.nodes.map(change).map((node) => {
    const inputHashes = node.inputs.map((input) => hashes.get(input) ?? '');
    const hash = nodeHash(node.recipe, inputHashes);
    hashes.set(node.id, hash);
    const output = files.get(outputName(node.hash));
    if (output !== undefined) {
      files.delete(outputName(node.hash));
      files.set(outputName(hash), output);
    }
    return { ...node, inputHashes, hash };
  });
  putChain(files, { ...chain, nodes });
}

/** The files as a bundle with a true manifest and a true signature, by a key that was made for it. */
export function resealed(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const listed = [...files].filter(([name]) => !['manifest.json', 'signature.json'].includes(name));
  const manifest = canonicalJson({
    daero: 1,
    engine: `node ${process.version}`,
    files: Object.fromEntries(
      listed.map(([name, bytes]) => [
        name,
        { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
      ]),
    ),
  });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signature = canonicalJson({
    algorithm: 'Ed25519',
    signs: 'manifest.json',
    fingerprint: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    signature: sign(null, utf8(manifest), privateKey).toString('base64'),
  });
  return writeZip(
    new Map([...listed, ['manifest.json', utf8(manifest)], ['signature.json', utf8(signature)]]),
  );
}

/** Verifies bytes as a file that somebody sent. */
export async function verdictOn(
  bytes: Uint8Array,
  trusted: readonly string[] = [],
): Promise<Verdict | 'unreadable'> {
  const path = join(await mkdtemp(join(testFolder, 'bundle-')), 'bundle.zip');
  await writeFile(path, bytes);
  const verdict = await verifyFile(path, trusted);
  if (!verdict.ok && verdict.fault.kind === 'bundle-unreadable') return 'unreadable';
  return unwrap(verdict);
}

export const isSound = (verdict: Verdict | 'unreadable'): boolean =>
  verdict !== 'unreadable' && holds(verdict);

/** Everything that a verdict finds, as `where: what`. */
export const findingsOf = (verdict: Verdict | 'unreadable'): readonly string[] =>
  verdict === 'unreadable'
    ? ['unreadable']
    : [...verdict.intact.findings, ...verdict.rederived.findings].map(
        ({ where, what }) => `${where}: ${what}`,
      );
