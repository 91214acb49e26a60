import type { IsoDate } from '@daero/domain/time';
import type { Readiness } from '../readiness/requirement.ts';
import type { AdoptionKey, Condition, Outcome, WithdrawalReason } from './event.ts';
import type { HospitalRules, Layer } from './layer.ts';

/** A paper that was filed. */
export type Filed = { readonly on: IsoDate; readonly reference: string };

export type Met = Filed & { readonly condition: string };

export type Decision = {
  readonly eventId: string;
  readonly on: IsoDate;
  readonly by: string;
  readonly reason: string;
  readonly source: string | null;
  readonly outcome: Outcome;
  /** Its conditions that were met. */
  readonly met: readonly Met[];
  /** The day on which it was taken back for another look. */
  readonly reopenedOn: IsoDate | null;
};

/** One layer of one hospital: who holds its key now, what lies before it, and all that it ever decided. */
export type LayerRecord = {
  readonly layer: Layer;
  readonly holders: readonly string[];
  readonly papers: ReadonlyMap<string, Filed>;
  readonly decisions: readonly Decision[];
};

/** How far a hospital is with a product: what all events together say. */
export type AdoptionState = {
  readonly key: AdoptionKey;
  readonly rules: HospitalRules;
  readonly openedOn: IsoDate;
  readonly layers: ReadonlyMap<string, LayerRecord>;
  readonly readiness: Readiness;
  /** The day of the first payment for a use. */
  readonly paidOn: IsoDate | null;
  readonly withdrawn: Withdrawal | null;
};
export type Withdrawal = {
  readonly on: IsoDate;
  readonly by: string;
  readonly because: readonly WithdrawalReason[];
  readonly reason: string;
};

export const lastDecision = ({ decisions }: LayerRecord): Decision | null => decisions.at(-1) ?? null;

export const conditionsOf = ({ outcome }: Decision): readonly Condition[] =>
  outcome.is === 'conditional' ? outcome.conditions : [];

/** The first layer of a kind; a hospital may have none. */
export const recordOf = (state: AdoptionState, kind: Layer['kind']): LayerRecord | null =>
  [...state.layers.values()].find(({ layer }) => layer.kind === kind) ?? null;

/** The first day on which a hospital said yes to go-live, or null. */
export const wentLiveOn = (state: AdoptionState): IsoDate | null =>
  recordOf(state, 'go-live')?.decisions.find(
    ({ outcome: { is } }) => is === 'approved' || is === 'conditional',
  )?.on ?? null;
