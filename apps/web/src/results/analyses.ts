import type { FlowShape, Shape } from '@daero/domain/shape';
import type { ChainNode, NodeShape } from '../api-types.ts';

/** One analysis of the plan with all that it gave: what the page shows in one section. */
export type AnalysisResult = {
  readonly node: ChainNode;
  readonly estimates: readonly ChainNode[];
  readonly flows: readonly FlowShape[];
  readonly plots: readonly Shape[];
  /** How many of its plots stay at the site. */
  readonly atSite: number;
};

const isFlow = (shape: Shape): shape is FlowShape => shape.shape === 'flow';

/** The analyses in the order of the plan, each with its estimates and shapes. */
export function analysesOf(
  nodes: readonly ChainNode[],
  shapes: readonly NodeShape[],
): readonly AnalysisResult[] {
  const estimates = nodes.filter(({ kind }) => kind === 'estimate');
  return nodes
    .filter(({ kind }) => kind === 'analysis')
    .map((node) => {
      const own = shapes.filter((one) => one.node === node.hash).map(({ shape }) => shape);
      const atSite = node.facts['plots-at-site'];
      return {
        node,
        estimates: estimates.filter(({ inputs }) => inputs.includes(node.hash)),
        flows: own.filter(isFlow),
        plots: own.filter((shape) => !isFlow(shape)),
        atSite: typeof atSite === 'number' ? atSite : 0,
      };
    });
}

/** The estimates that sentences of the dossier rest on, in the order of the chain: the first things to look at. */
export function claimedEstimates(nodes: readonly ChainNode[]): readonly ChainNode[] {
  const claimed = new Set(nodes.flatMap(({ kind, inputs }) => (kind === 'claim' ? inputs : [])));
  return nodes.filter(({ kind, hash }) => kind === 'estimate' && claimed.has(hash));
}

export type Told = {
  readonly warning: ChainNode['warnings'][number];
  /** The estimates it is of; none where it is of the analysis as a whole. */
  readonly of: readonly ChainNode[];
};

/** What must be known before reading, each said once: of the analysis as a whole, or of the estimates it names. */
export function warningsOf({ node, estimates }: AnalysisResult): readonly Told[] {
  const own = node.warnings.map((warning): Told => ({ warning, of: [] }));
  const known = new Set(node.warnings.map(({ en }) => en));
  const single = new Map<string, Told>();
  for (const estimate of estimates)
    for (const warning of estimate.warnings) {
      if (known.has(warning.en)) continue;
      const before = single.get(warning.en)?.of ?? [];
      single.set(warning.en, { warning, of: [...before, estimate] });
    }
  return [...own, ...single.values()];
}

/** The name of an estimate below the heading of its analysis, which is not said again. */
export const nameBelow = (label: string, heading: string): string =>
  label.startsWith(`${heading}: `) ? label.slice(heading.length + 2) : label;
