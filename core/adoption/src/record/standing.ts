import { fail, succeed, type Result } from '@daero/domain/result';
import type { Recorded } from './event.ts';

type AnyChange = { readonly type: string; readonly eventId?: unknown };

/** The events that count: an annulment takes out one that stands before it, and nothing is ever deleted. */
export function withoutAnnulled<Change extends AnyChange>(
  events: readonly Recorded<Change>[],
): Result<readonly Recorded<Change>[]> {
  const before = new Map<string, string>();
  const out = new Set<string>();
  for (const { eventId, change } of events) {
    if (before.has(eventId)) return fail({ kind: 'adoption-event-twice', eventId });
    if (change.type === 'annulled') {
      const target = String(change.eventId);
      const known = before.get(target);
      if (known === undefined || known === 'annulled' || out.has(target))
        return fail({ kind: 'adoption-annul-unknown', eventId, annuls: target });
      out.add(target).add(eventId);
    }
    before.set(eventId, change.type);
  }
  return succeed(events.filter(({ eventId }) => !out.has(eventId)));
}

/** A history after one more event: the state it leads to, or the rule that refuses it. */
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

/** What a command adds to a history: the event itself, if all rules allow it there. */
export function decideBy<Change extends AnyChange, State>(
  history: readonly Recorded<Change>[],
  command: Recorded<Change>,
  fold: (events: readonly Recorded<Change>[]) => Result<State>,
): Result<readonly Recorded<Change>[]> {
  const after = fold([...history, command]);
  return after.ok ? succeed([command]) : after;
}
