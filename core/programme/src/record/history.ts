import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { beforeWords, nounWords, type Before, type Noun } from '../words/nouns.ts';
import type { Recorded } from './event.ts';

type AnyChange = { readonly type: string; readonly eventId?: unknown };

/** The events that count: an annulment takes out one that stands before it, and nothing is ever deleted. */
export function withoutAnnulled<Change extends AnyChange>(
  events: readonly Recorded<Change>[],
): Result<readonly Recorded<Change>[]> {
  const before = new Map<string, string>();
  const out = new Set<string>();
  for (const { eventId, change } of events) {
    if (before.has(eventId)) return fail({ kind: 'programme-event-twice', eventId });
    if (change.type === 'annulled') {
      const target = String(change.eventId);
      const known = before.get(target);
      if (known === undefined || known === 'annulled' || out.has(target))
        return fail({ kind: 'programme-annul-unknown', eventId, annuls: target });
      out.add(target).add(eventId);
    }
    before.set(eventId, change.type);
  }
  return succeed(events.filter(({ eventId }) => !out.has(eventId)));
}

/** How things stand after a history, or the first event that the rules refuse, with the rule. */
export function foldOf<Change extends AnyChange, State>(
  events: readonly Recorded<Change>[],
  start: (first: Recorded<Change> | undefined) => Result<State>,
  apply: (state: State, event: Recorded<Change>) => Result<State>,
): Result<State> {
  const standing = withoutAnnulled(events);
  if (!standing.ok) return standing;
  const [first, ...rest] = standing.value;
  let state = start(first);
  for (const event of rest) {
    if (!state.ok) return state;
    state = apply(state.value, event);
  }
  return state;
}

/** Something cannot have happened before what it rests on. */
export function notBefore(
  { eventId, on }: { readonly eventId: string; readonly on: IsoDate },
  before: Before,
  beforeOn: IsoDate,
): Result<never> | null {
  return on >= beforeOn
    ? null
    : fail({ kind: 'programme-date-before', eventId, on, before: beforeWords[before], beforeOn });
}

/** A name that must exist. */
export const unknownName = (
  eventId: string,
  what: Noun,
  name: string,
  known: readonly string[],
): Result<never> =>
  fail({
    kind: 'programme-reference-unknown',
    eventId,
    what: nounWords[what],
    name,
    known: known.length > 0 ? known : ['—'],
  });

/** A name that must be new. */
export const nameTwice = (eventId: string, what: Noun, name: string): Result<never> =>
  fail({ kind: 'programme-name-twice', eventId, what: nounWords[what], name });
