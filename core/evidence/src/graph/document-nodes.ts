import { jsonField } from '@daero/domain/canonical';
import { languages } from '@daero/domain/text';
import type { GraphInput } from './graph-of-plan.ts';
import type { ChainNode, NodeKind } from './node.ts';
import { json, strictest } from './recipe.ts';
import { labelWords } from './words.ts';

const drawn: ReadonlySet<NodeKind> = new Set(['population', 'analysis', 'model']);

/** A drawing of every shape, in each language. */
export function figureNodes(nodes: readonly ChainNode[]): ChainNode[] {
  return nodes
    .filter((node) => drawn.has(node.kind))
    .flatMap((node) =>
      languages.map((language): ChainNode => ({
        id: `figure:${node.id}:${language}`,
        kind: 'figure',
        label: labelWords.figure(node.label, language),
        recipe: json({ kind: 'figure', language, smallestCell: node.smallestCell }),
        inputs: [node.id],
        origins: [],
        smallestCell: node.smallestCell,
      })),
    );
}

/** A document rests on everything it shows, and says how its plan stands to the lock. */
export function documentNodes(
  inner: readonly ChainNode[],
  { checked: { plan, settings }, lock, model }: GraphInput,
): ChainNode[] {
  const shown = inner.filter((node) => node.kind !== 'device');
  const chain = inner.map(({ id, kind, label, inputs, origins, recipe }) => ({
    ...{ id, kind, label, inputs: [...inputs, ...origins] },
    code: jsonField(recipe, 'code') ?? [],
  }));
  return languages.map((language): ChainNode => ({
    id: `document:${language}`,
    kind: 'document',
    label: labelWords.document(language),
    recipe: json({
      // The plan as text, because the document keeps its order and canonical JSON does not.
      plan: JSON.stringify(plan),
      ...{ kind: 'document', language, settings: Object.fromEntries(settings), lock, chain },
      model: model?.structure ?? null,
    }),
    inputs: shown.map((node) => node.id),
    origins: [],
    smallestCell: strictest(plan),
  }));
}
