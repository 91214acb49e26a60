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
import type { ModelNodeOutput } from '@daero/evidence/kinds/run-model';
import { unitOfKind } from '../project/unit-of-kind.ts';
import { bundlePath } from '../project/write-bundle.ts';
import { spoken, type NodeFacts } from './node-facts.ts';
import type { ProjectReader, Reading } from './project-reader.ts';

/** What a page asks of one repository; `computing` is the node that a build is at. */
export async function chainView(
  reader: ProjectReader,
  reading: Reading,
  computing: string | null,
): Promise<ChainView> {
  const byId = new Map(reading.nodes.map((node) => [node.id, node]));
  const nodes: NodeView[] = [];
  const parameters = new Map<string, ParameterRow>();
  for (const node of reading.nodes) {
    const facts = await reader.facts(reading, node);
    nodes.push(nodeView(node, facts, byId, stateOf(node, facts, reading, computing)));
    for (const row of facts?.parameters ?? []) parameters.set(`parameter:${row.name}`, row);
  }
  const bundle = await bundleNode(reading);
  const shown = nodes.map((node) => withParameter(node, parameters.get(node.id)));
  return { nodes: bundle === null ? shown : [...shown, bundle] };
}

type ParameterRow = ModelNodeOutput['parameters'][number];

/** A parameter has its value from the model that was evaluated at it; what is withheld has no row there. */
function withParameter(node: NodeView, row: ParameterRow | undefined): NodeView {
  if (row === undefined) return node;
  const { value, low, high, kind, state, source, distribution } = row;
  return {
    ...node,
    figure: { value, low, high, level: 0.95, n: null, unit: unitOfKind(kind) },
    method: source,
    facts: {
      ...node.facts,
      ...uncertainty,
      // What is computed from assumptions is no surer than they are.
      state: state === 'derived' ? 'assumption' : state,
      ...(distribution === null ? {} : { distribution }),
    },
  };
}

type State = { readonly status: NodeView['status']; readonly why: Text | null };

/** A failure counts for the recipe that failed: with another hash the node is only stale. */
export function stateOf(
  node: HashedNode,
  facts: NodeFacts | null,
  reading: Reading,
  computing: string | null,
): State {
  const { there, failures, isCurrent } = reading;
  const why = facts?.absent ?? null;
  if (isCurrent && there.has(node.hash))
    return { status: facts?.withheld === true ? 'withheld' : 'fresh', why };
  if (node.id === computing) return { status: 'computing', why: null };
  const failure = failures.find(({ hash }) => hash === node.hash);
  return failure === undefined ? { status: 'stale', why } : { status: 'failed', why: spoken(failure.fault) };
}

/** What a model gives or takes is known by its draws, not by a confidence interval. */
const uncertainty = { interval: 'uncertainty' } as const;

function nodeView(
  node: HashedNode,
  facts: NodeFacts | null,
  byId: ReadonlyMap<string, HashedNode>,
  state: State,
): NodeView {
  const { hash, id, kind, label } = node;
  const isOfModel = node.inputs.some((input) => byId.get(input)?.kind === 'model');
  return {
    ...{ hash, id, kind, label, ...state },
    figure: figureOf(facts?.estimate ?? null),
    inputs: [...node.inputs, ...node.origins].flatMap((input) => byId.get(input)?.hash ?? []),
    codeVersion: codeVersionOf(node),
    method: facts?.method ?? null,
    facts: { ...facts?.facts, ...(isOfModel ? uncertainty : {}) },
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

async function bundleNode({ project, nodes, isCurrent, there }: Reading): Promise<NodeView | null> {
  const path = bundlePath(project);
  const facts = await stat(path).catch(() => null);
  if (facts === null) return null;
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
  const documents = nodes.filter((node) => node.kind === 'document').map(({ hash }) => hash);
  const isFresh = isCurrent && documents.every((hash) => there.has(hash));
  return {
    hash: known.hash,
    id: 'bundle',
    kind: 'bundle',
    label: { ko: '꾸러미', en: 'bundle' },
    figure: null,
    status: isFresh ? 'fresh' : 'stale',
    why: null,
    inputs: documents,
    codeVersion: null,
    method: null,
    facts: { bytes: facts.size },
    warnings: [],
  };
}

export async function claimsView(reader: ProjectReader, reading: Reading): Promise<readonly ClaimView[]> {
  const { project, nodes } = reading;
  const hashes = new Map(nodes.map((node) => [node.id, node.hash]));
  const views: ClaimView[] = [];
  for (const { id, serves } of project.checked.plan.claims) {
    const node = nodes.find((one) => one.id === `claim:${id}`);
    const claim = node === undefined ? null : ((await reader.facts(reading, node))?.claim ?? null);
    if (node === undefined || claim === null) continue;
    const parts = (ofClaim: readonly ClaimPart[]): readonly ClaimPartView[] =>
      ofClaim.map((part) => partView(part, hashes));
    views.push({ id, node: node.hash, ko: parts(claim.ko), en: parts(claim.en), requirements: [...serves] });
  }
  return views;
}

function partView(part: ClaimPart, hashes: ReadonlyMap<string, string>): ClaimPartView {
  if (part.part === 'words') return { words: part.words };
  if (part.part === 'setting') return { words: part.shown };
  const node = hashes.get(`estimate:${part.estimate}`);
  // A claim that is stale may name an estimate that the plan has no more.
  return node === undefined
    ? { words: part.shown ?? '—' }
    : { estimate: part.estimate, shown: part.shown, node };
}

export async function shapesView(reader: ProjectReader, reading: Reading): Promise<readonly NodeShape[]> {
  return eachNode(reader, reading, ({ hash }, facts) => facts.shapes.map((shape) => ({ node: hash, shape })));
}

export async function estimatesView(
  reader: ProjectReader,
  reading: Reading,
): Promise<readonly NodeEstimate[]> {
  return eachNode(reader, reading, ({ kind, id, hash }, { estimate, absent }) =>
    kind === 'estimate' ? [{ id: id.slice('estimate:'.length), node: hash, estimate, withheld: absent }] : [],
  );
}

async function eachNode<Row>(
  reader: ProjectReader,
  reading: Reading,
  rowsOf: (node: HashedNode, facts: NodeFacts) => readonly Row[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const node of reading.nodes) {
    const facts = await reader.facts(reading, node);
    if (facts !== null) rows.push(...rowsOf(node, facts));
  }
  return rows;
}
