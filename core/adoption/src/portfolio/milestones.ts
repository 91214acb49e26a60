import type { IsoDate } from '@daero/domain/time';
import type { AdoptionState } from '../layers/state.ts';
import { firstSince } from '../use/standing.ts';
import type { UsePeriod } from '../use/rules.ts';
import type { Opportunity } from '../use/weeks.ts';
import type { Milestones } from './efficiency.ts';

/** What is measured and recorded of one product at one hospital. */
export type Course = {
  readonly adoption: AdoptionState;
  readonly opportunities: readonly Opportunity[];
  readonly history: readonly UsePeriod[];
  readonly begunOn: IsoDate | null;
  readonly authorisedOn: IsoDate | null;
};

/** The days of one product at one hospital: first use is the first result that somebody saw, a trial included. */
export function milestonesOf({
  adoption,
  opportunities,
  history,
  begunOn,
  authorisedOn,
}: Course): Milestones {
  const { hospital, productVersion } = adoption.key;
  const firstUseOn = opportunities.reduce<IsoDate | null>(
    (first, { seen, on }) => (seen && (first === null || on < first) ? on : first),
    null,
  );
  return {
    id: `${hospital}/${productVersion}`,
    ...{ begunOn, authorisedOn, paidOn: adoption.paidOn, firstUseOn },
    sustainedOn: firstSince(history, 'sustained'),
    endedOn: adoption.withdrawn?.on ?? firstSince(history, 'withdrawn'),
  };
}
