import { unreachable } from '@daero/domain/unreachable';
import { speakWarning } from '@daero/domain/words/speak';
import type { HashedNode } from './graph/node.ts';
import type { EstimateOutput } from './kinds/outputs.ts';

/** A row of `out/estimates.json`. Where disclosure withholds an estimate its numbers are null and `withheld` says why. */
export type EstimateRow = {
  readonly id: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number | null;
  readonly n: number | null;
  readonly method: string | null;
  readonly node: string;
  readonly withheld?: string;
};

export function estimateRow(node: HashedNode, output: EstimateOutput): EstimateRow {
  switch (output.state) {
    case 'shown': {
      const { value, low, high, level, n, method } = output.estimate;
      return { id: nameOf(node), value, low, high, level, n, method: method.en, node: node.hash };
    }
    case 'withheld':
      return withheldRow(node, output.smallestCell);
    case 'not given':
      return withoutNumbers(node, output.warnings.map((warning) => speakWarning(warning, 'en')).join(' '));
    default:
      return unreachable(output);
  }
}

export const withheldRow = (node: HashedNode, smallestCell: number): EstimateRow =>
  withoutNumbers(node, `a cell of fewer than ${smallestCell} people`);

const nameOf = (node: HashedNode): string => node.id.slice('estimate:'.length);

const nothing = { value: null, low: null, high: null, level: null, n: null, method: null } as const;
const withoutNumbers = (node: HashedNode, withheld: string): EstimateRow => ({
  ...{ id: nameOf(node), ...nothing },
  ...{ node: node.hash, withheld },
});
