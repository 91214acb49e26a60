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
  const id = node.id.slice('estimate:'.length);
  if (output.state !== 'shown') {
    const withheld =
      output.state === 'withheld'
        ? `a cell of fewer than ${output.smallestCell} people`
        : output.warnings.map((warning) => speakWarning(warning, 'en')).join(' ');
    const nothing = { value: null, low: null, high: null, level: null, n: null, method: null };
    return { id, ...nothing, node: node.hash, withheld };
  }
  const { value, low, high, level, n, method } = output.estimate;
  return { id, value, low, high, level, n, method: method.en, node: node.hash };
}
