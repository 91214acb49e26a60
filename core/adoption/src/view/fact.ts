import type { Estimate, EstimateUnit } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';

/** What kind of thing a fact is: an assumption is shown as one, with who made it. */
export type FactState = 'observed' | 'estimate' | 'assumption' | 'stated';
export type FactUnit =
  EstimateUnit | 'minutes' | 'seconds' | 'hours' | 'months' | 'uses per month' | 'share' | 'cases';

export type FactValue =
  | {
      readonly form: 'quantity';
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
      /** What low and high are: a confidence interval, or the quarters around a median. */
      readonly range: 'interval' | 'quartiles' | null;
      readonly unit: FactUnit;
      readonly n: number | null;
    }
  | { readonly form: 'text'; readonly text: Text }
  | { readonly form: 'list'; readonly items: readonly Text[] };

/** Where one can look: a node of the chain, an event, the log as measured, a paper, or a person who assumed it. */
export type FactSource =
  | { readonly is: 'chain'; readonly node: string }
  | { readonly is: 'event'; readonly eventId: string }
  | { readonly is: 'measured'; readonly from: IsoDate | null; readonly to: IsoDate }
  | { readonly is: 'paper'; readonly reference: string }
  | { readonly is: 'rule'; readonly source: string | null; readonly confidence: string };

export const missingReasons = [
  'no-estimate-here',
  'no-estimate',
  'other-version',
  'too-few-or-none',
  'not-filed',
  'not-answered',
  'expired',
  'no-fee',
  'no-business-case',
  'never-pays-back',
  'no-purchase',
  'no-offers',
  'not-in-use',
  'not-done',
] as const;
export type Missing = (typeof missingReasons)[number];

/** Something a layer needs to know: with its source and state, or why it is missing. */
export type Fact = { readonly id: string; readonly name: Text } & (
  | {
      readonly known: true;
      readonly value: FactValue;
      readonly state: FactState;
      readonly source: FactSource;
    }
  | { readonly known: false; readonly because: Missing }
);

export type Section = { readonly id: string; readonly name: Text; readonly facts: readonly Fact[] };

type Named = { readonly id: string; readonly name: Text };
type Known = { readonly state: FactState; readonly source: FactSource };

export const quantityFact = (
  { id, name }: Named,
  { value, unit, n = null }: { readonly value: number; readonly unit: FactUnit; readonly n?: number | null },
  { state, source }: Known,
): Fact => ({
  ...{ id, name, known: true, state, source },
  value: { form: 'quantity', value, low: null, high: null, range: null, unit, n },
});

export const estimateFact = ({ id, name }: Named, estimate: Estimate, node: string): Fact => ({
  ...{ id, name, known: true, state: 'estimate', source: { is: 'chain', node } },
  value: {
    ...{ form: 'quantity', value: estimate.value, low: estimate.low, high: estimate.high },
    range: estimate.low === null && estimate.high === null ? null : 'interval',
    ...{ unit: estimate.unit, n: estimate.n },
  },
});

export const textFact = ({ id, name }: Named, text: Text, { state, source }: Known): Fact => ({
  ...{ id, name, known: true, state, source },
  value: { form: 'text', text },
});

export const missingFact = ({ id, name }: Named, because: Missing): Fact => ({
  id,
  name,
  known: false,
  because,
});
