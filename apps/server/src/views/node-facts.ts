import type { Estimate, Warning } from '@daero/domain/estimate';
import type { Fault } from '@daero/domain/result';
import type { Shape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import type { SnapshotOutput } from '@daero/evidence/executors';
import { travelling } from '@daero/evidence/bundle/chain-file';
import type { HashedNode } from '@daero/evidence/graph/node';
import type {
  AnalysisNodeOutput,
  ClaimOutput,
  EstimateOutput,
  SourceOutput,
} from '@daero/evidence/kinds/outputs';
import type { ModelNodeOutput } from '@daero/evidence/kinds/run-model';
import { shownShapes } from '@daero/evidence/kinds/shown-shapes';
import { methods } from '@daero/evidence/methods';

/** What a page may say of a node: only what disclosure leaves of its output. */
export type NodeFacts = {
  readonly estimate: Estimate | null;
  /** Why it shows no number, or nothing at all. */
  readonly absent: Text | null;
  readonly withheld: boolean;
  readonly method: Text | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly warnings: readonly Text[];
  readonly shapes: readonly Shape[];
  readonly claim: ClaimOutput | null;
  /** Of a model: its parameters, with the values that it was evaluated at. */
  readonly parameters: ModelNodeOutput['parameters'];
};

const nothing: NodeFacts = {
  estimate: null,
  absent: null,
  withheld: false,
  method: null,
  facts: {},
  warnings: [],
  shapes: [],
  claim: null,
  parameters: [],
};

export const spoken = (fault: Fault): Text => ({ ko: speakFault(fault, 'ko'), en: speakFault(fault, 'en') });

/** Outputs are written by our own executors under the hash of their recipe: each kind has the form that its type says. */
export function nodeFacts(node: HashedNode, output: unknown): NodeFacts {
  const { travels, output: shown } = travelling(node, output);
  if (node.kind === 'estimate') return estimateFacts(output as EstimateOutput);
  if (travels === 'at the site only') return withheld(node.smallestCell);
  switch (node.kind) {
    case 'source': {
      const { file, sha256, bytes, origin } = shown as SourceOutput;
      return { ...nothing, facts: { file, sha256, bytes, origin } };
    }
    case 'snapshot': {
      const { hash, rows, subjects, sites } = shown as SnapshotOutput;
      return { ...nothing, facts: { content: hash, rows, subjects, ...(sites === null ? {} : { sites }) } };
    }
    case 'population':
      return withShapes(node, output, populationCounts(shownShapes('population', output, node.smallestCell)));
    case 'analysis':
      return analysisFacts(node, shown as AnalysisNodeOutput, output);
    case 'model':
      return { ...withShapes(node, output, {}), parameters: (output as ModelNodeOutput).parameters };
    case 'claim':
      return { ...nothing, claim: shown as ClaimOutput };
    default:
      return nothing;
  }
}

const withheld = (smallestCell: number): NodeFacts => ({
  ...nothing,
  withheld: true,
  absent: {
    ko: `비공개: ${smallestCell}명 미만인 칸이 있어 기관 안에만 있습니다`,
    en: `withheld: a cell of fewer than ${smallestCell} people stays at the site`,
  },
});

const inWords = (warnings: readonly Warning[]): readonly Text[] =>
  warnings.map((warning) => ({ ko: speakWarning(warning, 'ko'), en: speakWarning(warning, 'en') }));

const withShapes = (node: HashedNode, output: unknown, facts: NodeFacts['facts']): NodeFacts => ({
  ...nothing,
  facts,
  shapes: shownShapes(node.kind, output, node.smallestCell),
});

function populationCounts(shapes: readonly Shape[]): NodeFacts['facts'] {
  const flow = shapes.find((shape) => shape.shape === 'flow');
  const [first, last] = [flow?.stages[0], flow?.stages.at(-1)];
  return first === undefined || last === undefined ? {} : { 'in-source': first.n, studied: last.n };
}

function analysisFacts(node: HashedNode, shown: AnalysisNodeOutput, output: unknown): NodeFacts {
  const { recipe } = node;
  const field = typeof recipe === 'object' && recipe !== null && 'method' in recipe ? recipe.method : null;
  const name = typeof field === 'string' ? field : '';
  const few = shown.n > 0 && shown.n < node.smallestCell;
  const atSite =
    (output as AnalysisNodeOutput).shapes.length - shownShapes('analysis', output, node.smallestCell).length;
  return {
    ...withShapes(node, output, {
      ...(few ? {} : { n: shown.n }),
      ...(name === '' ? {} : { method: name }),
      ...(atSite > 0 ? { 'plots-at-site': atSite } : {}),
    }),
    method: methods.get(name)?.title ?? null,
    warnings: inWords(shown.warnings),
  };
}

function estimateFacts(output: EstimateOutput): NodeFacts {
  switch (output.state) {
    case 'withheld':
      return withheld(output.smallestCell);
    case 'not given': {
      const warnings = inWords(output.warnings);
      return { ...nothing, absent: warnings[0] ?? null, warnings };
    }
    case 'shown': {
      const { estimate } = output;
      const facts = { n: estimate.n, ...estimate.parts, source: estimate.source };
      return { ...nothing, estimate, method: estimate.method, facts, warnings: inWords(estimate.warnings) };
    }
  }
}
