import { jsonField } from '@daero/domain/canonical';
import { groupedBy, type UseEvent, type UseScope } from './weeks.ts';

/** A middle value with the quarters around it, and on how many cases of how many people it rests. */
export type Spread = {
  readonly n: number;
  readonly people: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
};
export type Share = { readonly events: number; readonly of: number; readonly share: number };

/** Friction as events tell it; null where nothing was recorded or too few people stand behind it. */
export type Friction = {
  /** Seconds from the request to the result. */
  readonly latencySeconds: Spread | null;
  /** Minutes from the result to the screen. */
  readonly resultToScreenMinutes: Spread | null;
  /** Minutes from the opportunity to the final report where the result was seen, and where it was not. */
  readonly turnaroundSeenMinutes: Spread | null;
  readonly turnaroundUnseenMinutes: Spread | null;
  /** Seconds that the response to the result took. */
  readonly responseSeconds: Spread | null;
  readonly failed: Share | null;
  readonly overridden: Share | null;
  /** Of the results that were seen, those after which somebody recorded a response. */
  readonly answered: Share | null;
};

/**
 * What the device costs those who work with it, measured from events and not asked for. Times that clocks put in the wrong order are left
 * out. The two turnarounds are not a comparison: who was seen with the device was not chosen at random.
 */
export function frictionOf(events: readonly UseEvent[], scope: UseScope, smallestCell: number): Friction {
  const own = events.filter(
    ({ site, device, correlationId, type }) =>
      site === scope.site &&
      correlationId !== null &&
      // A report names no device.
      (type === 'report.finalised' ||
        (device?.deviceId === scope.deviceId &&
          (scope.version === null || device.version === scope.version))),
  );
  const cases = [...groupedBy(own, ({ correlationId }) => correlationId ?? '').values()]
    .map(caseOf)
    .filter(({ device }) => device);
  const spread = (of: (one: Case) => number | null): Spread | null => spreadOf(cases, of, smallestCell);
  const share = (among: (one: Case) => boolean, is: (one: Case) => boolean): Share | null =>
    shareOf(cases.filter(among), is, smallestCell);
  const ranOrFailed = ({ resultAt, failed }: Case): boolean => resultAt !== null || failed;
  return {
    latencySeconds: spread(({ latencyMs }) => (latencyMs === null ? null : latencyMs / 1000)),
    resultToScreenMinutes: spread(({ resultAt, shownAt }) => minutesFrom(resultAt, shownAt)),
    turnaroundSeenMinutes: spread((one) =>
      one.shownAt === null ? null : minutesFrom(one.beganAt, one.reportAt),
    ),
    turnaroundUnseenMinutes: spread((one) =>
      one.shownAt === null ? minutesFrom(one.beganAt, one.reportAt) : null,
    ),
    responseSeconds: spread(({ responseSeconds }) => responseSeconds),
    failed: share(ranOrFailed, ({ failed, resultAt }) => failed && resultAt === null),
    overridden: share(
      ({ shownAt, response }) => shownAt !== null && response !== null,
      ({ response }) => response === 'overridden',
    ),
    answered: share(
      ({ shownAt }) => shownAt !== null,
      ({ response }) => response !== null,
    ),
  };
}

type Case = {
  readonly subject: string;
  readonly device: boolean;
  readonly beganAt: string | null;
  readonly resultAt: string | null;
  readonly shownAt: string | null;
  readonly reportAt: string | null;
  readonly latencyMs: number | null;
  readonly responseSeconds: number | null;
  readonly response: string | null;
  readonly failed: boolean;
};

function caseOf(events: readonly UseEvent[]): Case {
  const first = (type: string): UseEvent | undefined =>
    events
      .filter((event) => event.type === type)
      .reduce<UseEvent | undefined>(
        (found, event) => (found === undefined || event.occurredAt < found.occurredAt ? event : found),
        undefined,
      );
  const shown = events
    .filter(({ type, arm }) => type === 'result.shown' && arm !== 'silent' && arm !== 'off')
    .map(({ occurredAt }) => occurredAt)
    .sort()[0];
  const [result, decision] = [first('inference.completed'), first('decision.recorded')];
  const response = jsonField(decision?.payload, 'response');
  return {
    subject: events[0]?.subject ?? '',
    device: events.some(({ type }) => type !== 'report.finalised'),
    beganAt: first('opportunity.eligible')?.occurredAt ?? null,
    resultAt: result?.occurredAt ?? null,
    shownAt: shown ?? null,
    reportAt: first('report.finalised')?.occurredAt ?? null,
    latencyMs: numberField(result, 'latencyMs'),
    responseSeconds: numberField(decision, 'secondsTaken'),
    response: typeof response === 'string' ? response : null,
    failed: events.some(({ type }) => type === 'inference.failed'),
  };
}

const numberField = (event: UseEvent | undefined, name: string): number | null => {
  const value = jsonField(event?.payload, name);
  return typeof value === 'number' ? value : null;
};

const minutesFrom = (from: string | null, to: string | null): number | null => {
  if (from === null || to === null) return null;
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  return minutes >= 0 ? minutes : null;
};

function spreadOf(
  cases: readonly Case[],
  of: (one: Case) => number | null,
  smallestCell: number,
): Spread | null {
  const found = cases.flatMap((one) => {
    const value = of(one);
    return value === null ? [] : [{ value, subject: one.subject }];
  });
  const people = new Set(found.map(({ subject }) => subject)).size;
  if (people === 0 || people < smallestCell) return null;
  const values = found.map(({ value }) => value).sort((a, b) => a - b);
  const [quarter, median, threeQuarters] = [at(values, 0.25), at(values, 0.5), at(values, 0.75)];
  return { n: values.length, people, quarter, median, threeQuarters };
}

/** The usual quantile: linear between neighbours (Hyndman and Fan, type 7). */
function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  const [below, above] = [sorted[low] ?? NaN, sorted[high] ?? NaN];
  return below + (place - low) * (above - below);
}

/** Withheld where either side of the share is a few people. */
function shareOf(among: readonly Case[], is: (one: Case) => boolean, smallestCell: number): Share | null {
  if (among.length === 0) return null;
  const yes = among.filter(is);
  const people = (of: readonly Case[]): number => new Set(of.map(({ subject }) => subject)).size;
  const small = [people(yes), people(among.filter((one) => !is(one)))].some((n) => n > 0 && n < smallestCell);
  return small ? null : { events: yes.length, of: among.length, share: yes.length / among.length };
}
