import type { Shape } from '@daero/domain/shape';
import { disclose, disclosePopulation } from '../disclosure.ts';
import type { HashedNode } from '../graph/node.ts';
import type { AnalysisNodeOutput, PopulationOutput } from './outputs.ts';

/** The shapes of a node's output that may be shown, whichever of its forms the output has. */
export function shownShapes(
  kind: HashedNode['kind'],
  output: unknown,
  smallestCell: number,
): readonly Shape[] {
  switch (kind) {
    case 'population': {
      const { flow, completeness } = isDisclosed(output)
        ? output
        : disclosePopulation(output as PopulationOutput, smallestCell);
      return [flow, completeness].filter((shape) => shape !== null);
    }
    case 'analysis':
      return disclose(output as AnalysisNodeOutput, smallestCell).output.shapes;
    case 'model':
      return (output as AnalysisNodeOutput).shapes;
    default:
      return [];
  }
}

type DisclosedPopulation = ReturnType<typeof disclosePopulation>;

/** In a bundle the rows of a population are gone, and only its shapes are left. */
const isDisclosed = (output: unknown): output is DisclosedPopulation =>
  typeof output === 'object' && output !== null && !('table' in output);
