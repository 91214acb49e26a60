import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { disclose, disclosePopulation } from '../disclosure.ts';
import type { HashedNode, NodeKind } from '../graph/node.ts';
import type { AnalysisNodeOutput, EstimateOutput, PopulationOutput } from '../kinds/outputs.ts';
import type { ParameterOutput } from '../kinds/run-model.ts';

/** How much of a node's output travels: all of it, the part that disclosure leaves, or nothing but that it exists. */
export type Travels = 'whole' | 'disclosed part' | 'at the site only';

export const chainFileName = 'chain.json';

const text = z.strictObject({ ko: z.string(), en: z.string() });
const kinds = [
  'source',
  'snapshot',
  'quality',
  'device',
  'population',
  'analysis',
  'estimate',
  'parameter',
  'model',
  'claim',
  'requirement',
  'figure',
  'document',
] as const satisfies readonly NodeKind[];

const chainNode = z.strictObject({
  id: z.string(),
  kind: z.literal(kinds),
  label: text,
  recipe: z.json(),
  inputs: z.array(z.string()),
  origins: z.array(z.string()),
  smallestCell: z.int(),
  hash: z.string(),
  inputHashes: z.array(z.string()),
  state: z.literal(['built', 'failed']),
  travels: z.literal(['whole', 'disclosed part', 'at the site only']),
});
const chainOutline = z.strictObject({ plan: z.string(), title: text, nodes: z.array(z.unknown()) });

export type ChainFile = Omit<z.output<typeof chainOutline>, 'nodes'> & {
  readonly nodes: readonly ChainFileNode[];
};
export type ChainFileNode = z.output<typeof chainNode>;

/** A chain, or null at the first node that is none: a file from a stranger may hold any number of them. */
export function readChainFile(value: unknown): ChainFile | null {
  const outline = chainOutline.safeParse(value);
  if (!outline.success) return null;
  const nodes: ChainFileNode[] = [];
  for (const one of outline.data.nodes) {
    const node = chainNode.safeParse(one);
    if (!node.success) return null;
    nodes.push(node.data);
  }
  return { ...outline.data, nodes };
}

export const outputName = (hash: string): string => `outputs/${hash}.json`;
export const snapshotName = (content: string): string => `snapshots/${content}.parquet`;
export const documentName = (language: string): string => `dossier-${language}.html`;

/** What of a node's output may leave the site, and how much that is of it. */
export function travelling(
  node: HashedNode,
  output: unknown,
): { readonly travels: Travels; readonly output: unknown } {
  if (node.smallestCell <= 1) return { travels: 'whole', output };
  switch (node.kind) {
    case 'quality': // positions and rates of single rows
    case 'device':
      return { travels: 'at the site only', output: null };
    case 'population':
      return {
        travels: 'disclosed part',
        output: disclosePopulation(output as PopulationOutput, node.smallestCell),
      };
    case 'analysis': {
      const { estimates, shapes } = disclose(output as AnalysisNodeOutput, node.smallestCell).output;
      // Not the count of rows nor the warnings, which say how many were left out: `n` stands with each estimate.
      return { travels: 'disclosed part', output: { estimates, shapes, failures: [], warnings: [] } };
    }
    case 'estimate':
      return isWithheld(output)
        ? { travels: 'at the site only', output: null }
        : { travels: 'whole', output };
    case 'parameter':
      return isWithheld((output as ParameterOutput).bound)
        ? { travels: 'at the site only', output: null }
        : { travels: 'whole', output };
    default:
      return { travels: 'whole', output };
  }
}

const isWithheld = (estimate: unknown): boolean => (estimate as EstimateOutput | null)?.state === 'withheld';

export const chainFileNode = (
  node: HashedNode,
  state: 'built' | 'failed',
  travels: Travels,
): ChainFileNode => ({
  id: node.id,
  kind: node.kind,
  label: { ...node.label } satisfies Text,
  recipe: z.json().parse(node.recipe),
  inputs: [...node.inputs],
  origins: [...node.origins],
  smallestCell: node.smallestCell,
  hash: node.hash,
  inputHashes: [...node.inputHashes],
  state,
  travels,
});
