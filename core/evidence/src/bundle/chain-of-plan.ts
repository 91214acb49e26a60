import { textField, type Json } from '@daero/domain/canonical';
import type { Method } from '@daero/domain/method';
import { succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { graphOfPlan, type SourceFacts } from '../graph/graph-of-plan.ts';
import { hashGraph, type HashedNode } from '../graph/node.ts';
import { modelParts } from '../kinds/run-model.ts';
import { lockState, readLock } from '../lock.ts';
import { checkPlan, type CheckedPlan } from '../plan/check-plan.ts';
import { readDocument } from '../plan/document.ts';
import type { ChainFile, ChainFileNode, Travels } from './chain-file.ts';
import { differences, type Difference } from './compare.ts';

/** The texts of a bundle that decide its chain, null where a file is not there. */
export type PlanFiles = { readonly plan: string; readonly model: Json | null; readonly lock: string | null };

export type PlannedChain = { readonly checked: CheckedPlan; readonly nodes: readonly HashedNode[] };

/**
 * The chain that the plan of a bundle makes, from the plan, the model and the lock inside it. Without this a chain could be
 * sound in itself and not be the one that its plan describes. Code versions are left out: they are compared elsewhere.
 */
export function chainOfPlan(
  { plan, model, lock }: PlanFiles,
  chain: ChainFile,
  methods: ReadonlyMap<string, Method>,
): Result<PlannedChain> {
  const document = readDocument('plan.yaml', plan);
  if (!document.ok) return document;
  const checked = checkPlan(document.value, methods);
  if (!checked.ok) return checked;
  const locked = lock === null ? succeed(null) : readLock('plan.lock.json', lock);
  if (!locked.ok) return locked;
  const fixed = { plan: z.json().parse(JSON.parse(JSON.stringify(document.value.value))), model };
  const graph = graphOfPlan({
    checked: checked.value,
    methods,
    sources: Object.keys(checked.value.plan.sources).map((name) => sourceFacts(chain, name)),
    model: checked.value.plan.model === undefined ? null : { json: model, ...modelParts(model) },
    lock: lockState(locked.value, fixed),
    codeVersion: () => '',
  });
  const nodes = hashGraph(graph, 'plan.yaml');
  return nodes.ok ? succeed({ checked: checked.value, nodes: nodes.value }) : nodes;
}

const origins = ['file', 'generated', 'log'] as const;

/** Which file a source was and what it said is not in the plan: the chain says so, and a chain that does not is unlike its plan. */
function sourceFacts(chain: ChainFile, name: string): SourceFacts {
  const recipe = (id: string): Json | undefined => chain.nodes.find((node) => node.id === id)?.recipe;
  const source = recipe(`source:${name}`);
  const origin = origins.find((one) => one === textField(source, 'origin')) ?? 'file';
  const sha256 = textField(source, 'sha256') ?? '';
  const content = textField(recipe(`snapshot:${name}`), 'content') ?? '';
  return { name, sha256, origin, content };
}

/** Where a chain is not the one of its plan: the node, and what of it. */
export function unlikePlan(
  chain: ChainFile,
  planned: readonly HashedNode[],
): readonly { readonly id: string; readonly difference: Difference }[] {
  const ids = differences(
    chain.nodes.map(({ id }) => id),
    planned.map(({ id }) => id),
    'nodes',
    1,
  );
  if (ids[0] !== undefined) return [{ id: 'chain.json', difference: ids[0] }];
  return chain.nodes.flatMap((node, at) => {
    const plan = planned[at];
    const [difference] =
      plan === undefined ? [] : differences(decidedByPlan(node), decidedByPlan(plan), '', 1);
    return difference === undefined ? [] : [{ id: node.id, difference }];
  });
}

const decidedByPlan = ({ kind, label, recipe, inputs, origins, smallestCell }: HashedNode): unknown => ({
  ...{ kind, label, inputs, origins, smallestCell },
  recipe: withoutCode(recipe),
});

/** The code version of a recipe, and those that a document lists of the chain it describes. */
function withoutCode(recipe: Json): unknown {
  if (typeof recipe !== 'object' || recipe === null || Array.isArray(recipe)) return recipe;
  const { code: _code, chain, ...rest } = recipe as Readonly<Record<string, Json>>;
  return Array.isArray(chain) ? { ...rest, chain: chain.map(withoutCode) } : { ...rest, chain };
}

/** How much of a node may be missing from a bundle: of open data nothing is. */
export function mayTravel({ kind, smallestCell }: ChainFileNode): readonly Travels[] {
  if (smallestCell <= 1) return ['whole'];
  switch (kind) {
    case 'quality':
    case 'device':
      return ['at the site only'];
    case 'population':
    case 'analysis':
      return ['disclosed part'];
    case 'estimate':
    case 'parameter':
      return ['whole', 'at the site only'];
    default:
      return ['whole'];
  }
}
