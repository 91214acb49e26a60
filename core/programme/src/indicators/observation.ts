import type { IsoDate } from '@daero/domain/time';

/** What can be counted, and so need not be declared. */
export const measures = [
  'patients-accrued',
  'hospitals-live',
  'report-delivered',
  'listing-filed',
  'listed',
  'cases-read',
  'people-trained',
] as const;
export type Measure = (typeof measures)[number];

/** One thing counted, with the event or claim that proves it. */
export type Observation = {
  readonly measure: Measure;
  readonly on: IsoDate;
  /** Who or what it is about: a patient's pseudonym never; a hospital, a report, a case. */
  readonly subject: string;
  readonly site: string | null;
  readonly count: number;
  /** The id of the event, or the hash of the claim. */
  readonly proof: string;
};

/** Counted once for each subject: a hospital that goes live twice is one hospital. */
export const oncePerSubject: ReadonlySet<Measure> = new Set<Measure>([
  'hospitals-live',
  'report-delivered',
  'listing-filed',
  'listed',
]);

/** The observations that a count on a day rests on, in their order. */
export function countedBy(
  observations: readonly Observation[],
  measure: Measure,
  asOf: IsoDate,
): readonly Observation[] {
  const fitting = observations
    .filter((one) => one.measure === measure && one.on <= asOf)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.proof < b.proof ? -1 : a.proof > b.proof ? 1 : 0)); // prettier-ignore
  const seen = new Set<string>();
  return fitting.filter(({ proof, subject }) => {
    const key = oncePerSubject.has(measure) ? subject : proof; // the same event twice counts once
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
