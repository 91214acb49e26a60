import type { Text } from '@daero/domain/text';
import type { ChainNode, NodeEstimate, Project } from '../api-types.ts';
import { figureStates, type Condition, type FigureFacts, type FigureState } from '../figure/figure-facts.ts';

const behind: Text = {
  ko: '위의 노드가 바뀌어 다시 구해야 합니다.',
  en: 'Something it rests on has changed; it must be computed again.',
};
const atSite: Text = {
  ko: '병원 안에만 있습니다. 건수만 나옵니다.',
  en: 'Kept inside the hospital; only its count leaves.',
};
const notComputed: Text = { ko: '이 노드가 멈췄습니다.', en: 'This node failed.' };

export function conditionOf(node: ChainNode): Condition {
  switch (node.status) {
    case 'stale':
      return { is: 'stale', days: null, cause: behind };
    case 'failed':
      return { is: 'failed', reason: node.why ?? notComputed };
    case 'computing':
      return { is: 'computing' };
    case 'withheld':
      return { is: 'withheld', reason: node.why ?? atSite };
    default:
      return { is: 'ready' };
  }
}

/** A node's state: what it says itself, demonstration where the data are generated, else by its kind. */
export function stateOf(node: ChainNode, project: Project | null): FigureState {
  if (project?.generated === true) return 'demonstration';
  const said = figureStates.find((state) => state === node.facts['state']);
  if (said !== undefined) return said;
  return node.figure?.unit === 'count' && node.figure.low === null ? 'observed' : 'estimate';
}

/** The node's figure with everything known of it; null where the node has none and is not held back. */
export function figureOfNode(
  node: ChainNode,
  project: Project | null,
  estimate?: NodeEstimate['estimate'],
): FigureFacts | null {
  if (node.figure === null && node.status !== 'withheld') return null;
  const { value, low, high, level, n, unit } = node.figure ?? {
    value: null,
    low: null,
    high: null,
    level: 0.95,
    n: null,
    unit: 'count' as const,
  };
  return {
    label: node.label,
    value,
    low,
    high,
    level,
    unit,
    n,
    state: stateOf(node, project),
    condition: conditionOf(node),
    node: node.hash,
    intervalKind: node.facts['interval'] === 'uncertainty' ? 'uncertainty' : 'confidence',
    ...(node.method === null ? {} : { method: node.method }),
    ...(node.codeVersion === null ? {} : { codeVersion: node.codeVersion }),
    ...(estimate === undefined || estimate === null
      ? {}
      : { source: estimate.source, parts: estimate.parts }),
    ...(project?.builtAt === null || project === null ? {} : { at: project.builtAt }),
    warnings: node.warnings,
  };
}
