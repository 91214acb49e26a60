import type { Estimate } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import type { FigureFacts, FigureState } from '../figure/figure-facts.ts';
import { words, type WordKey } from '../words.ts';
import type { Computed } from './engine.ts';

export type Quantity =
  'incremental-cost' | 'incremental-qaly' | 'icer' | 'net-benefit' | 'probability-cost-effective';

/** The strategy that is told first: of those compared, the one with the highest net benefit. */
export function comparedFirst({
  output,
  reference,
}: Computed): { readonly name: string; readonly label: Text } | null {
  const others = output.strategies.filter(({ name }) => name !== reference);
  const [first] = [...others].sort((a, b) => b.netBenefit - a.netBenefit);
  return first ?? null;
}

/** An estimate of a comparison; with two strategies its name carries none. */
export function estimateOf(computed: Computed, quantity: Quantity): Estimate | null {
  const compared = comparedFirst(computed);
  const name = computed.output.strategies.length === 2 ? quantity : `${quantity}-${compared?.name ?? ''}`;
  return computed.output.estimates[name] ?? null;
}

const labels: Readonly<Record<Quantity, WordKey>> = {
  'incremental-cost': 'model.incrementalCost',
  'incremental-qaly': 'model.incrementalQaly',
  icer: 'model.icer',
  'net-benefit': 'model.netBenefit',
  'probability-cost-effective': 'model.probability',
};

/** As a figure: what was changed here is an assumption, and has no node. */
export function factsOf(
  { value, low, high, level, unit, n, method, source }: Estimate,
  quantity: Quantity,
  standing: { readonly state: FigureState; readonly node: string | null; readonly at: string },
): FigureFacts {
  const label = words[labels[quantity]];
  return {
    label: { ko: label.ko.replace('{at}', standing.at), en: label.en.replace('{at}', standing.at) },
    ...{ value, low, high, level, unit, method, source },
    n: n === 0 ? null : n,
    state: standing.state,
    condition: { is: 'ready' },
    node: standing.node,
    intervalKind: 'uncertainty',
  };
}
