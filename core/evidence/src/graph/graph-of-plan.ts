import type { Json } from '@daero/domain/canonical';
import type { Method } from '@daero/domain/method';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import type { LockState } from '../lock.ts';
import type { CheckedPlan } from '../plan/check-plan.ts';
import type { CodeVersion } from '../ports.ts';
import { analysisNode, estimateNodes, modelNodes } from './analysis-nodes.ts';
import { claimNodes } from './claim-nodes.ts';
import { codeOf } from './code-of.ts';
import { dataNodes } from './data-nodes.ts';
import { documentNodes, figureNodes } from './document-nodes.ts';
import type { ChainNode } from './node.ts';
import { json } from './recipe.ts';

/** What of a source the graph needs: which file, and the hash of the content that was read from it. */
export type SourceFacts = {
  readonly name: string;
  readonly sha256: string;
  readonly origin: 'file' | 'generated' | 'log';
  readonly content: string; // the snapshot's hash
};

/** A parameter of the economic model, as the model file states it, and the estimate it is bound to. */
export type ModelParts = {
  readonly json: Json;
  readonly structure: Json; // everything but the parameters
  readonly parameters: readonly {
    readonly name: string;
    readonly label: Text;
    readonly definition: Json;
    readonly estimate: string | null;
  }[];
};

export type GraphInput = {
  readonly checked: CheckedPlan;
  readonly methods: ReadonlyMap<string, Method>;
  readonly sources: readonly SourceFacts[];
  readonly model: ModelParts | null;
  readonly lock: LockState;
  readonly codeVersion: CodeVersion;
};

/** The nodes of a plan, before any of them has run. */
export function graphOfPlan(input: GraphInput): readonly ChainNode[] {
  const data = dataNodes(input);
  const analyses = input.checked.plan.analyses.map((analysis) => analysisNode(input, analysis));
  const estimates = estimateNodes(input);
  const model = modelNodes(input);
  const claims = claimNodes(input);
  const figures = figureNodes([...data, ...analyses, ...model]);
  const inner = [...data, ...analyses, ...estimates, ...model, ...claims, ...figures].map((node) =>
    withCode(node, input),
  );
  return [...inner, ...documentNodes(inner, input).map((node) => withCode(node, input))];
}

/** The code that makes a node is part of its recipe: other code, other hash. */
function withCode(node: ChainNode, { methods, codeVersion }: GraphInput): ChainNode {
  const code = codeOf(node, methods, codeVersion);
  return code.length === 0
    ? node
    : { ...node, recipe: json({ ...z.record(z.string(), z.unknown()).parse(node.recipe), code }) };
}
