import type { Estimate } from '@daero/domain/estimate';
import type { ForestShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { Hypothesis } from './hypothesis.ts';

/** The limits that a hypothesis draws on a plot of the difference. */
export const marginsOf = (hypothesis: Hypothesis | undefined): readonly number[] => {
  if (hypothesis === undefined) return [];
  const { question, margin } = hypothesis;
  return question === 'superiority' ? [0] : question === 'equivalence' ? [-margin, margin] : [-margin];
};

/** Differences, one below the other, with what the protocol asks of them. */
export const differenceForest = (given: {
  readonly label: Text;
  readonly quantity: Text;
  readonly hypothesis: Hypothesis | undefined;
  readonly rows: readonly { readonly label: Text; readonly estimate: Estimate }[];
}): ForestShape => ({
  shape: 'forest',
  label: given.label,
  quantity: given.quantity,
  level: given.rows[0]?.estimate.level ?? 0.95,
  scale: 'linear',
  reference: 0,
  margins: marginsOf(given.hypothesis),
  rows: given.rows.map(({ label, estimate: { value, low, high, n } }) => ({
    label,
    value,
    low,
    high,
    n,
    weight: null,
    role: 'difference' as const,
  })),
  prediction: null,
  heterogeneity: null,
});
