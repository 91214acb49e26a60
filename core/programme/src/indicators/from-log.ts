import type { LoggedEvent } from '@daero/domain/event';
import { isoDate, type Instant, type IsoDate } from '@daero/domain/time';
import type { CaseState } from '@daero/pathway/case/state';
import { networkOf } from '@daero/pathway/routes/network';
import type { Measure, Observation } from './observation.ts';

const seoul = 9 * 3_600_000; // Korea keeps no summer time
const dayIn = (at: Instant): IsoDate => isoDate(new Date(Date.parse(at) + seoul).toISOString().slice(0, 10));

/**
 * What the log of care proves of a study: a patient is accrued at the first opportunity to use the device, a hospital is
 * live from the first result that somebody was shown, a case is read when the device completed it. One observation
 * a hospital and day, so that a long log stays short; no pseudonym leaves it. Takes the current view of the log:
 * what was corrected or erased is not in it.
 */
export function observationsFromLog(events: readonly LoggedEvent[], study: string): readonly Observation[] {
  const own = events
    .filter((event) => event.study === study)
    .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.position - b.position);
  const [patients, hospitals] = [new Set<string>(), new Set<string>()];
  const days = new Map<string, Observation>();
  const count = (measure: Measure, { site, eventId, occurredAt }: LoggedEvent): void => {
    const on = dayIn(occurredAt);
    const key = [measure, site, on].join(' ');
    const before = days.get(key);
    days.set(
      key,
      before === undefined
        ? { measure, on, subject: site, site, count: 1, proof: eventId }
        : { ...before, count: before.count + 1 },
    );
  };
  for (const event of own) {
    const patient = `${event.site} ${event.subject}`;
    if (event.type === 'opportunity.eligible' && event.subject !== null && !patients.has(patient)) {
      patients.add(patient);
      count('patients-accrued', event);
    }
    if (event.type === 'result.shown' && !hospitals.has(event.site)) {
      hospitals.add(event.site);
      count('hospitals-live', event);
    }
    if (event.type === 'inference.completed') count('cases-read', event);
  }
  return [...days.values()];
}

/** What a case proves: a file for the listing that its route leads to, and a code that was given. */
export function observationsFromCase(name: string, state: CaseState): readonly Observation[] {
  const { listing } = networkOf(state.key.route);
  const filed = state.visits
    .filter(({ stage }) => stage === listing)
    .map(({ stage, enteredOn }) => seen('listing-filed', name, enteredOn, `${name}/${stage}`));
  const { coded } = state.reached;
  return coded === null ? filed : [...filed, seen('listed', name, coded.on, coded.eventId)];
}

/** A report that is delivered as a claim of the chain: its hash is the proof. */
export const observationOfReport = (claim: {
  readonly id: string;
  readonly on: IsoDate;
  readonly hash: string;
}): Observation => seen('report-delivered', claim.id, claim.on, claim.hash);

const seen = (measure: Measure, subject: string, on: IsoDate, proof: string): Observation => ({
  measure,
  on,
  subject,
  site: null,
  count: 1,
  proof,
});
