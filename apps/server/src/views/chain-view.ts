import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type {
  ChainView,
  ClaimPartView,
  ClaimView,
  NodeEstimate,
  NodeShape,
  NodeView,
} from '@daero/api/schemas/chain';
import type { Estimate } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import type { HashedNode } from '@daero/evidence/graph/node';
import type { ClaimPart } from '@daero/evidence/kinds/outputs';
import { bundlePath } from '../project/write-bundle.ts';
import { spoken, type NodeFacts } from './node-facts.ts';
import type { ProjectReader, Reading } from './project-reader.ts';

type Facts = (hash: string) => Promise<NodeFacts | null>;

/** What a page asks of one repository; `computing` is the node that a build is at. */
export async function chainView(
  reader: ProjectReader,
  reading: Reading,
  computing: string | null,
): Promise<ChainView> {
  if (reading.chain === null) return { nodes: [] };
  const byId = new Map(reading.chain.nodes.map((node) => [node.id, node]));
  const nodes: NodeView[] = [];
  for (const node of reading.chain.nodes) {
    const facts = await reader.facts(reading, node.hash);
    nodes.push(nodeView(node, facts, byId, stateOf(node, facts, reading, computing)));
  }
  const bundle = await bundleNode(reading);
  return { nodes: bundle === null ? nodes : [...nodes, bundle] };
}

type State = { readonly status: NodeView['status']; readonly why: Text | null };

/** A failure counts for the recipe that failed: with another hash the node is only stale. */
export function stateOf(
  node: HashedNode,
  facts: NodeFacts | null,
  { there, last }: Reading,
  computing: string | null,
): State {
  if (there.has(node.hash)) {
    return { status: facts?.withheld === true ? 'withheld' : 'fresh', why: facts?.absent ?? null };
  }
  if (node.id === computing) return { status: 'computing', why: null };
  const failure = last?.failed.find(({ hash }) => hash === node.hash);
  return failure === undefined
    ? { status: 'stale', why: null }
    : { status: 'failed', why: spoken(failure.fault) };
}

function nodeView(
  node: HashedNode,
  facts: NodeFacts | null,
  byId: ReadonlyMap<string, HashedNode>,
  state: State,
): NodeView {
  const { hash, id, kind, label } = node;
  return {
    ...{ hash, id, kind, label, ...state },
    figure: figureOf(facts?.estimate ?? null),
    inputs: [...node.inputs, ...node.origins].flatMap((input) => byId.get(input)?.hash ?? []),
    codeVersion: codeVersionOf(node),
    method: facts?.method ?? null,
    facts: facts?.facts ?? {},
    warnings: facts?.warnings ?? [],
  };
}

function figureOf(estimate: Estimate | null): NodeView['figure'] {
  if (estimate === null) return null;
  const { value, low, high, level, n, unit } = estimate;
  return { value, low, high, level, n, unit };
}

function codeVersionOf({ recipe }: HashedNode): string | null {
  if (typeof recipe !== 'object' || recipe === null || !('code' in recipe)) return null;
  const code = [recipe.code].flat().map(String).join(' + ');
  return code === '' ? null : code;
}

const bundleHashes = new Map<string, { readonly mark: string; readonly hash: string }>();

async function bundleNode({ project, chain }: Reading): Promise<NodeView | null> {
  const path = bundlePath(project);
  const facts = await stat(path).catch(() => null);
  if (facts === null || chain === null) return null;
  const mark = `${facts.mtimeMs}:${facts.size}`;
  let known = bundleHashes.get(path);
  if (known?.mark !== mark) {
    known = {
      mark,
      hash: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    };
    bundleHashes.set(path, known);
  }
  const documents = chain.nodes.filter((node) => node.kind === 'document').map(({ hash }) => hash);
  return {
    hash: known.hash,
    id: 'bundle',
    kind: 'bundle',
    label: { ko: '꾸러미', en: 'bundle' },
    figure: null,
    status: 'fresh',
    why: null,
    inputs: documents,
    codeVersion: null,
    method: null,
    facts: { bytes: facts.size },
    warnings: [],
  };
}

export async function claimsView(reader: ProjectReader, reading: Reading): Promise<readonly ClaimView[]> {
  const { project, chain } = reading;
  const hashes = new Map(chain?.nodes.map((node) => [node.id, node.hash]));
  const views: ClaimView[] = [];
  for (const { id, serves } of project.checked.plan.claims) {
    const node = hashes.get(`claim:${id}`);
    const claim = node === undefined ? null : ((await reader.facts(reading, node))?.claim ?? null);
    if (node === undefined || claim === null) continue;
    const parts = (ofClaim: readonly ClaimPart[]): readonly ClaimPartView[] =>
      ofClaim.map((part) => partView(part, hashes));
    views.push({ id, node, ko: parts(claim.ko), en: parts(claim.en), requirements: [...serves] });
  }
  return views;
}

function partView(part: ClaimPart, hashes: ReadonlyMap<string, string>): ClaimPartView {
  if (part.part === 'words') return { words: part.words };
  if (part.part === 'setting') return { words: part.shown };
  const node = hashes.get(`estimate:${part.estimate}`);
  if (node === undefined) throw new Error(`a claim rests on ${part.estimate}, which is no node`);
  return { estimate: part.estimate, shown: part.shown, node };
}

export async function shapesView(reader: ProjectReader, reading: Reading): Promise<readonly NodeShape[]> {
  return eachNode(
    reading,
    (hash) => reader.facts(reading, hash),
    ({ hash }, facts) => facts.shapes.map((shape) => ({ node: hash, shape })),
  );
}

export async function estimatesView(
  reader: ProjectReader,
  reading: Reading,
): Promise<readonly NodeEstimate[]> {
  return eachNode(
    reading,
    (hash) => reader.facts(reading, hash),
    ({ kind, id, hash }, { estimate, absent }) =>
      kind === 'estimate'
        ? [{ id: id.slice('estimate:'.length), node: hash, estimate, withheld: absent }]
        : [],
  );
}

async function eachNode<Row>(
  { chain }: Reading,
  factsOf: Facts,
  rowsOf: (node: HashedNode, facts: NodeFacts) => readonly Row[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const node of chain?.nodes ?? []) {
    const facts = await factsOf(node.hash);
    if (facts !== null) rows.push(...rowsOf(node, facts));
  }
  return rows;
}
