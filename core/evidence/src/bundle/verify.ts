import { canonicalJson, jsonField, sha256Bytes, textField } from '@daero/domain/canonical';
import { speakFault } from '@daero/domain/words/speak';
import type { Executors } from '../graph/build.ts';
import { nodeHash, type HashedNode } from '../graph/node.ts';
import {
  chainFileName,
  chainFileSchema,
  documentName,
  outputName,
  snapshotName,
  type ChainFile,
  type ChainFileNode,
} from './chain-file.ts';
import { countNumbers, differences } from './compare.ts';
import {
  manifestName,
  manifestSchema,
  signatureName,
  signatureSchema,
  type Files,
  type Manifest,
} from './manifest.ts';

/** One thing that does not hold: where, and what of it. */
export type Finding = { readonly where: string; readonly what: string };

export type Verdict = {
  readonly intact: { readonly files: number; readonly findings: readonly Finding[] };
  readonly signer: { readonly fingerprint: string | null; readonly known: boolean };
  readonly rederived: {
    readonly nodes: number;
    readonly numbers: number;
    /** Nodes whose inputs stayed at their site, and the numbers shown of them. */
    readonly atTheSiteOnly: number;
    /** Derived again with other code than the bundle names; equal all the same, or listed in `findings`. */
    readonly otherCode: number;
    readonly findings: readonly Finding[];
  };
};

export type VerifyPorts = {
  readonly decode: (bytes: Uint8Array) => string;
  /** The bytes of one zip for these files: a bundle must be that zip and no other. */
  readonly zip: (files: Files) => Uint8Array;
  readonly signerOf: (text: string, signature: string, publicKey: string) => string | null;
  readonly executors: Executors;
  /** The SHA-256 of the logical content of a snapshot file. */
  readonly contentOf: (content: string) => Promise<string | null>;
  readonly trusted: readonly string[];
  readonly codeOf: (node: ChainFileNode) => readonly string[];
};

/** Whether everything holds that was asked: the bytes, the signer where one is required, and every number. */
export const holds = (verdict: Verdict): boolean =>
  verdict.intact.findings.length === 0 && verdict.signer.known && verdict.rederived.findings.length === 0;

/** Checks a bundle: every byte, who signed it, and every number again from what is inside. */
export async function verifyBundle(bytes: Uint8Array, files: Files, ports: VerifyPorts): Promise<Verdict> {
  const intact = checkIntact(bytes, files, ports);
  const signer = checkSigner(files, ports);
  const chain = readJson(files, chainFileName, ports);
  const parsed = chainFileSchema.safeParse(chain);
  const rederived = parsed.success
    ? await rederive(parsed.data, files, ports)
    : {
        nodes: 0,
        numbers: 0,
        atTheSiteOnly: 0,
        otherCode: 0,
        findings: [finding(chainFileName, 'missing or not a chain')],
      };
  const findings = signer.finding === null ? intact.findings : [...intact.findings, signer.finding];
  return { intact: { ...intact, findings }, signer, rederived };
}

const finding = (where: string, what: string): Finding => ({ where, what });

function readJson(files: Files, name: string, { decode }: VerifyPorts): unknown {
  const bytes = files.get(name);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return undefined;
  }
}

function checkIntact(bytes: Uint8Array, files: Files, ports: VerifyPorts): Verdict['intact'] {
  const manifest = manifestSchema.safeParse(readJson(files, manifestName, ports));
  if (!manifest.success)
    return { files: files.size, findings: [finding(manifestName, 'missing or not a manifest')] };
  const findings = [...listedFiles(files, manifest.data), ...strangers(files, manifest.data)];
  // Entries may all be right and a byte between them not: dates, order, what follows the end.
  if (findings.length === 0 && !equalBytes(ports.zip(files), bytes)) {
    findings.push(finding('the zip itself', 'bytes outside its files were changed'));
  }
  return { files: files.size, findings };
}

const listedFiles = (files: Files, { files: listed }: Manifest): Finding[] =>
  Object.entries(listed).flatMap(([name, { sha256 }]) => {
    const content = files.get(name);
    if (content === undefined) return [finding(name, 'is missing')];
    return sha256Bytes(content) === sha256 ? [] : [finding(name, 'was changed')];
  });

const strangers = (files: Files, { files: listed }: Manifest): Finding[] =>
  [...files.keys()]
    .filter((name) => !(name in listed) && name !== manifestName && name !== signatureName)
    .map((name) => finding(name, 'is not in the manifest'));

const equalBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, at) => byte === right[at]);

function checkSigner(
  files: Files,
  ports: VerifyPorts,
): Verdict['signer'] & { readonly finding: Finding | null } {
  const signature = signatureSchema.safeParse(readJson(files, signatureName, ports));
  const manifest = files.get(manifestName);
  if (!signature.success || manifest === undefined) {
    return { fingerprint: null, known: false, finding: finding(signatureName, 'missing or not a signature') };
  }
  const fingerprint = ports.signerOf(
    ports.decode(manifest),
    signature.data.signature,
    signature.data.publicKey,
  );
  if (fingerprint === null || fingerprint !== signature.data.fingerprint) {
    return {
      fingerprint: null,
      known: false,
      finding: finding(signatureName, 'does not sign this manifest'),
    };
  }
  return {
    fingerprint,
    known: ports.trusted.length === 0 || ports.trusted.includes(fingerprint),
    finding: null,
  };
}

async function rederive(chain: ChainFile, files: Files, ports: VerifyPorts): Promise<Verdict['rederived']> {
  const findings: Finding[] = [];
  const counts = { nodes: 0, numbers: 0, atTheSiteOnly: 0, otherCode: 0 };
  const outputs = new Map<string, unknown>();
  const byId = new Map(chain.nodes.map((node) => [node.id, node]));

  for (const node of chain.nodes) {
    findings.push(...checkHash(node, byId));
    if (node.state === 'failed' || node.travels === 'at the site only') {
      counts.atTheSiteOnly += 1;
      continue;
    }
    const said = readJson(files, outputName(node.hash), ports);
    if (said === undefined) {
      findings.push(finding(node.id, 'its output is missing'));
      continue;
    }
    outputs.set(node.id, said);
    const derived = await again(node, outputs, files, ports);
    if (derived === 'at the site only') counts.atTheSiteOnly += 1;
    else {
      counts.nodes += 1;
      counts.numbers += countNumbers(said);
      if (!sameCode(node, ports)) counts.otherCode += 1;
      findings.push(...compare(node, said, derived));
    }
  }
  findings.push(...shownFiles(chain, outputs, files, ports));
  return { ...counts, findings };
}

/** A node must have the hash of its own recipe and inputs, and name its inputs' true hashes. */
function checkHash(node: ChainFileNode, byId: ReadonlyMap<string, ChainFileNode>): Finding[] {
  const named = node.inputs.map((input) => byId.get(input)?.hash);
  const right =
    named.every((hash, at) => hash === node.inputHashes[at]) &&
    nodeHash(node.recipe, node.inputHashes) === node.hash;
  return right ? [] : [finding(node.id, 'its hash is not that of its recipe and inputs')];
}

type Derived = { readonly output: unknown } | { readonly fault: string } | 'at the site only';

async function again(
  node: ChainFileNode,
  outputs: ReadonlyMap<string, unknown>,
  files: Files,
  ports: VerifyPorts,
): Promise<Derived> {
  if (node.kind === 'source') return 'at the site only'; // the file itself is not in the bundle
  if (node.kind === 'snapshot') return snapshotAgain(node, outputs, files, ports);
  if (node.travels !== 'whole' || !node.inputs.every((input) => outputs.has(input)))
    return 'at the site only';
  const hashed: HashedNode = { ...node };
  try {
    const made = await ports.executors[node.kind](
      hashed,
      node.inputs.map((input) => outputs.get(input)),
    );
    return made.ok
      ? { output: JSON.parse(canonicalJson(made.value)) }
      : { fault: speakFault(made.fault, 'en') };
  } catch (error) {
    // A forged recipe may have any form; what cannot be run does not hold.
    return { fault: error instanceof Error ? error.message : 'could not be derived' };
  }
}

async function snapshotAgain(
  node: ChainFileNode,
  outputs: ReadonlyMap<string, unknown>,
  files: Files,
  ports: VerifyPorts,
): Promise<Derived> {
  const content = textField(node.recipe, 'content') ?? '';
  const bytes = files.get(snapshotName(content));
  if (bytes === undefined) return 'at the site only';
  const found = await ports.contentOf(content);
  return found === content
    ? { output: outputs.get(node.id) }
    : { fault: `its rows hash to ${String(found).slice(0, 12)}` };
}

function compare(node: ChainFileNode, said: unknown, derived: Exclude<Derived, string>): Finding[] {
  if ('fault' in derived) return [finding(node.id, `could not be derived again: ${derived.fault}`)];
  return differences(said, derived.output).map(({ path, said: there, derived: here }) =>
    finding(node.id, `${path}: the bundle says ${there}, derived again it is ${here}`),
  );
}

function sameCode(node: ChainFileNode, { codeOf }: VerifyPorts): boolean {
  const code = jsonField(node.recipe, 'code');
  return code === undefined || JSON.stringify([code].flat()) === JSON.stringify(codeOf(node));
}

/** The files people open must be the documents of the chain, not others laid beside it. */
function shownFiles(
  chain: ChainFile,
  outputs: ReadonlyMap<string, unknown>,
  files: Files,
  { decode }: VerifyPorts,
): Finding[] {
  return chain.nodes
    .filter((node) => node.kind === 'document' && outputs.has(node.id))
    .flatMap((node) => {
      const name = documentName(node.id.slice('document:'.length));
      const output = outputs.get(node.id);
      const html = typeof output === 'object' && output !== null && 'html' in output ? output.html : null;
      const shown = files.get(name);
      if (shown === undefined) return [finding(name, 'is missing')];
      return decode(shown) === html ? [] : [finding(name, 'is not the document of the chain')];
    });
}
