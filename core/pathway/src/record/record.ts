import type { LoggedEvent } from '@daero/domain/event';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import type { CaseEvent } from '../case/event.ts';
import { foldCase } from '../case/fold.ts';
import type { CaseState } from '../case/state.ts';
import { gateOf, type Assumption } from '../forecast/assumption.ts';
import type { Policy } from '../requirements/requirement.ts';
import { readEntry, type About, type Binding, type Entry } from './entry.ts';

/** A case as its events in the log tell it: where it stands, what is assumed for it, and which claims it brings. */
export type CaseRecord = {
  readonly caseId: string;
  readonly about: About;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly assumptions: readonly Assumption[];
  readonly bindings: readonly Binding[];
  readonly policies: readonly Policy[];
};

/** All events of one case, in the order of the log. */
export function foldRecord(caseId: string, logged: readonly LoggedEvent[]): Result<CaseRecord> {
  const events: CaseEvent[] = [];
  let about: About | null = null;
  let assumptions: readonly Assumption[] = [];
  let bindings: readonly Binding[] = [];
  let policies: readonly Policy[] = [];
  for (const event of logged) {
    const entry = readEntry(event);
    if (!entry.ok) return entry;
    switch (entry.value.is) {
      case 'happened':
        events.push(caseEventOf(event, entry.value));
        about ??= entry.value.about ?? null;
        break;
      case 'assumed':
        assumptions = entry.value.assumptions;
        break;
      case 'asked':
        policies = entry.value.policies;
        break;
      case 'bound':
        bindings = [...without(bindings, entry.value.binding.claim), entry.value.binding];
        break;
      case 'unbound':
        bindings = without(bindings, entry.value.claim);
        break;
    }
  }
  const state = foldCase(events);
  if (!state.ok) return state;
  if (about === null) return fail({ kind: 'case-not-opened', eventId: events[0]?.eventId ?? '—' });
  return succeed({ caseId, about, state: state.value, events, assumptions, bindings, policies });
}

const without = (bindings: readonly Binding[], claim: string): readonly Binding[] =>
  bindings.filter((one) => one.claim !== claim);

const caseEventOf = (
  { eventId, actor, recordedAt }: Pick<LoggedEvent, 'eventId' | 'actor' | 'recordedAt'>,
  { on, reason, source, change }: Extract<Entry, { is: 'happened' }>,
): CaseEvent => ({ eventId, on, recordedAt, by: { ...actor }, reason, source, change });

/** Whether the rules, and what is on record, allow an entry to be the next of a case. */
export function admitEntry(
  record: CaseRecord | null,
  entry: Entry,
  { today }: { readonly today: IsoDate },
): Result<null> {
  if (entry.is !== 'happened') {
    if (record === null) return fail({ kind: 'case-not-opened', eventId: '—' });
    if (entry.is === 'unbound' && record.bindings.every(({ claim }) => claim !== entry.claim))
      return fail({ kind: 'case-claim-not-bound', claim: entry.claim });
    if (entry.is === 'assumed') return knownStages(record, entry.assumptions.flatMap(stagesIn));
    return entry.is === 'asked'
      ? knownStages(
          record,
          entry.policies.map(({ requirement }) => gateOf(requirement)),
        )
      : succeed(null);
  }
  if (entry.on > today) return fail({ kind: 'case-day-ahead', on: entry.on, today });
  if (record === null && entry.about === undefined) return fail({ kind: 'case-not-opened', eventId: '—' });
  const next: CaseEvent = {
    ...{ eventId: 'next', on: entry.on, reason: entry.reason, source: entry.source, change: entry.change },
    by: { personId: 'next', role: 'market-access' },
  };
  const state = foldCase([...(record?.events ?? []), next]);
  return state.ok ? succeed(null) : state;
}

const stagesIn = (one: Assumption): readonly string[] =>
  'stage' in one ? [one.stage] : one.about === 'evidence' ? [gateOf(one.requirement)] : [];

function knownStages({ state }: CaseRecord, stages: readonly string[]): Result<null> {
  const known = [...state.rules.stages.keys()];
  const stage = stages.find((one) => !known.includes(one));
  return stage === undefined ? succeed(null) : fail({ kind: 'assumption-stage-unknown', stage, known });
}
