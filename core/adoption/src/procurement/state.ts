import type { IsoDate } from '@daero/domain/time';
import type { ChangeOf, Criterion, Offer } from './event.ts';

/** How a purchase stands: what all its events together say. */
export type ProcurementState = {
  readonly request: ChangeOf<'opened'>;
  readonly openedOn: IsoDate;
  readonly criteria: readonly Criterion[];
  readonly reviewers: readonly string[];
  readonly offers: ReadonlyMap<string, Offer>;
  /** `reviewer offer`: who may not judge what. */
  readonly conflicts: ReadonlySet<string>;
  /** `reviewer offer criterion` */
  readonly scores: ReadonlyMap<string, number>;
  readonly lastOn: IsoDate;
  readonly award: Award | null;
  readonly contract: Contract | null;
  readonly cancelledOn: IsoDate | null;
};
export type Award = ChangeOf<'awarded'> & {
  readonly on: IsoDate;
  readonly by: string;
  /** The rule that it was held against, and what the contract is worth under it. */
  readonly ruleId: string;
  readonly value: number;
};
/** `toOn` is the last day as it stands after every renewal. */
export type Contract = ChangeOf<'contracted'> & {
  readonly signedOn: IsoDate;
  readonly by: string;
  readonly renewals: readonly { readonly on: IsoDate; readonly endedOn: IsoDate; readonly toOn: IsoDate }[];
};
