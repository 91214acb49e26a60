import { canonicalJson, jsonField, textField } from '@daero/domain/canonical';
import type { Method } from '@daero/domain/method';
import { speakFault } from '@daero/domain/words/speak';
import { z } from 'zod';
import type { SnapshotOutput } from '../executors.ts';
import type { Executors } from '../graph/build.ts';
import { nodeHash, type HashedNode } from '../graph/node.ts';
import {
  chainFileName,
  outputName,
  readChainFile,
  snapshotName,
  type ChainFile,
  type ChainFileNode,
} from './chain-file.ts';
import { chainOfPlan, mayTravel, unlikePlan, type PlannedChain } from './chain-of-plan.ts';
import { countNumbers, differences } from './compare.ts';
import {
  manifestName,
  manifestSchema,
  signatureName,
  signatureSchema,
  type Files,
  type Manifest,
} from './manifest.ts';
import { readJsonText } from './read-json.ts';
import { checkShown, type Finding } from './shown-files.ts';

export type { Finding } from './shown-files.ts';

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
  readonly digest: (bytes: Uint8Array) => string;
  /** The bytes of one zip for these files: a bundle must be that zip and no other. */
  readonly zip: (files: Files) => Uint8Array;
  readonly signerOf: (text: string, signature: string, publicKey: string) => string | null;
  readonly executors: Executors;
  readonly methods: ReadonlyMap<string, Method>;
  /** What the snapshot file of that name says of itself when it is read, or null where it cannot be read. */
  readonly snapshotFacts: (content: string) => Promise<SnapshotOutput | null>;
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
  const chain = readChainFile(readJson(files, chainFileName, ports));
  const rederived =
    chain !== null
      ? await rederive(chain, files, ports)
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

function readText(files: Files, name: string, { decode }: VerifyPorts): string | undefined {
  const bytes = files.get(name);
  return bytes === undefined ? undefined : decode(bytes);
}

const readJson = (files: Files, name: string, ports: VerifyPorts): unknown =>
  readJsonText(readText(files, name, ports) ?? '');

function checkIntact(bytes: Uint8Array, files: Files, ports: VerifyPorts): Verdict['intact'] {
  const manifest = manifestSchema.safeParse(readJson(files, manifestName, ports));
  if (!manifest.success)
    return { files: files.size, findings: [finding(manifestName, 'missing or not a manifest')] };
  const findings = [...listedFiles(files, manifest.data, ports), ...strangers(files, manifest.data)];
  // Entries may all be right and a byte between them not: dates, order, what follows the end.
  if (findings.length === 0 && !equalBytes(ports.zip(files), bytes)) {
    findings.push(finding('the zip itself', 'bytes outside its files were changed'));
  }
  return { files: files.size, findings };
}

const listedFiles = (files: Files, { files: listed }: Manifest, { digest }: VerifyPorts): Finding[] =>
  Object.entries(listed).flatMap(([name, { sha256 }]) => {
    const content = files.get(name);
    if (content === undefined) return [finding(name, 'is missing')];
    return digest(content) === sha256 ? [] : [finding(name, 'was changed')];
  });

const strangers = (files: Files, { files: listed }: Manifest): Finding[] =>
  [...files.keys()]
    .filter((name) => !Object.hasOwn(listed, name) && name !== manifestName && name !== signatureName)
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

  const planned = planOf(chain, files, ports);
  findings.push(...planned.findings);
  for (const node of chain.nodes) {
    findings.push(...checkHash(node, byId));
    if (node.state === 'failed' || !mayTravel(node).includes(node.travels))
      findings.push(finding(node.id, `a bundle cannot hold it as ${node.state}, ${node.travels}`));
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
  const shown = checkShown({
    ...{ chain, outputs, plan: planned.chain?.checked.plan ?? null, names: listedNames(files, ports) },
    text: (name) => readText(files, name, ports),
    json: (name) => readJson(files, name, ports),
  });
  return { ...counts, findings: [...findings, ...shown] };
}

/** The files that the bundle says it has; what else lies in it is found elsewhere. */
function listedNames(files: Files, ports: VerifyPorts): readonly string[] {
  const manifest = manifestSchema.safeParse(readJson(files, manifestName, ports));
  return manifest.success ? Object.keys(manifest.data.files) : [...files.keys()];
}

/** The chain must be the one that the plan inside describes: the same nodes, in the same order, by the same recipes. */
function planOf(
  chain: ChainFile,
  files: Files,
  ports: VerifyPorts,
): { readonly chain: PlannedChain | null; readonly findings: readonly Finding[] } {
  const model = z.json().safeParse(readJson(files, 'model.json', ports) ?? null);
  const made = chainOfPlan(
    {
      plan: readText(files, 'plan.yaml', ports) ?? '',
      model: model.success ? model.data : null,
      lock: readText(files, 'plan.lock.json', ports) ?? null,
    },
    chain,
    ports.methods,
  );
  if (!made.ok) return { chain: null, findings: [finding('plan.yaml', speakFault(made.fault, 'en'))] };
  const findings = unlikePlan(chain, made.value.nodes).map(({ id, difference: { path, said, derived } }) =>
    finding(id, `${path}: the bundle says ${said}, its plan makes it ${derived}`),
  );
  return { chain: made.value, findings };
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
  if (node.kind === 'source') return sourceAgain(node, outputs.get(node.id));
  if (node.kind === 'snapshot') return snapshotAgain(node, files, ports);
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

/** The file itself is not in the bundle; what is said of it must at least be what its node says. */
function sourceAgain({ recipe }: ChainFileNode, said: unknown): Derived {
  const output = z.looseObject({}).safeParse(said).data ?? {};
  const differs = ['name', 'sha256', 'origin'].some((field) => output[field] !== jsonField(recipe, field));
  return differs ? { fault: 'it is not the file that its node names' } : 'at the site only';
}

async function snapshotAgain(node: ChainFileNode, files: Files, ports: VerifyPorts): Promise<Derived> {
  const content = textField(node.recipe, 'content') ?? '';
  if (!/^[0-9a-f]{64}$/.test(content)) return { fault: 'its content is not named by a hash' };
  if (!files.has(snapshotName(content)))
    return node.smallestCell <= 1 ? { fault: 'its rows are missing' } : 'at the site only';
  const facts = await ports.snapshotFacts(content);
  if (facts?.hash === content) return { output: facts };
  return {
    fault: facts === null ? 'its rows cannot be read' : `its rows hash to ${facts.hash.slice(0, 12)}`,
  };
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
