import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { openMusts } from '../readiness/open-musts.ts';
import type { By } from '../record/event.ts';
import type { EventOf, Outcome } from './event.ts';
import { passes, standingOn } from './standing.ts';
import { lastDecision, type AdoptionState, type Decision, type LayerRecord } from './state.ts';

/** The layer that an event names. */
export function layerNamed(state: AdoptionState, eventId: string, name: string): Result<LayerRecord> {
  const record = state.layers.get(name);
  if (record !== undefined) return succeed(record);
  return fail({ kind: 'adoption-layer-unknown', eventId, layer: name, known: [...state.layers.keys()] });
}

/** Only who holds the key of a layer speaks for it. */
export function refusedKey({ layer, holders }: LayerRecord, eventId: string, by: By): Result<never> | null {
  if (holders.includes(by.personId)) return null;
  const held = holders.length === 0 ? ['—'] : holders;
  const { name, office } = layer;
  return fail({
    kind: 'adoption-key-missing',
    eventId,
    person: by.personId,
    layer: name,
    office,
    holders: held,
  });
}

export const withRecord = (state: AdoptionState, record: LayerRecord): AdoptionState => ({
  ...state,
  layers: new Map(state.layers).set(record.layer.id, record),
});

/** A layer decides: by who holds its key, after its predecessors, with its papers, on a day that fits. */
export function decideLayer(state: AdoptionState, event: EventOf<'decided'>): Result<AdoptionState> {
  const { eventId, on, by, reason, source } = event;
  const { outcome } = event.change;
  const named = layerNamed(state, eventId, event.change.layer);
  if (!named.ok) return named;
  const record = named.value;
  const refused =
    refusedKey(record, eventId, by) ??
    refusedDay(record, event) ??
    refusedOrder(state, record, event) ??
    refusedOutcome(record, event) ??
    (outcome.is === 'approved' || outcome.is === 'conditional' ? refusedYes(state, record, event) : null);
  if (refused !== null) return refused;
  const decision: Decision = {
    ...{ eventId, on, by: by.personId, reason, source, outcome },
    met: [],
    reopenedOn: null,
  };
  return succeed(withRecord(state, { ...record, decisions: [...record.decisions, decision] }));
}

function refusedDay(record: LayerRecord, { eventId, on }: EventOf<'decided'>): Result<never> | null {
  const last = lastDecision(record);
  const beforeOn = last?.reopenedOn ?? last?.on ?? null;
  return beforeOn === null || on >= beforeOn
    ? null
    : fail({ kind: 'adoption-date-before', eventId, on, before: record.layer.name, beforeOn });
}

/** What must have said yes before has said so, by that day, and it still holds. */
function refusedOrder(
  state: AdoptionState,
  record: LayerRecord,
  { eventId, on }: EventOf<'decided'>,
): Result<never> | null {
  const layer = record.layer.name;
  const standing = standingOn(state, record, on);
  if (passes(standing))
    return fail({ kind: 'adoption-decided-already', eventId, layer, since: standing.since });
  const needed = record.layer.after.flatMap((name) => {
    const before = state.layers.get(name);
    return before === undefined ? [] : [{ before, standing: standingOn(state, before, on) }];
  });
  const lacking = needed.filter((one) => !passes(one.standing));
  const later = lacking.find(({ before }) => saidYesAfter(before, on) !== null);
  if (later !== undefined) {
    const beforeOn = saidYesAfter(later.before, on) ?? on;
    return fail({ kind: 'adoption-date-before', eventId, on, before: later.before.layer.name, beforeOn });
  }
  const back = lacking.find((one) => one.standing.is === 'returned');
  if (back !== undefined) {
    const { name } = back.before.layer;
    return fail({ kind: 'adoption-returned', eventId, layer, returned: name, since: back.standing.since });
  }
  const needs: readonly Text[] = lacking.map(({ before }) => before.layer.name);
  return needs.length === 0 ? null : fail({ kind: 'adoption-out-of-order', eventId, layer, needs });
}

const saidYesAfter = ({ decisions }: LayerRecord, on: IsoDate): IsoDate | null =>
  decisions.find((one) => one.on > on && (one.outcome.is === 'approved' || one.outcome.is === 'conditional'))
    ?.on ?? null;

/** A condition is due on or after the day of the decision, and a deferral ends after it. */
function refusedOutcome(record: LayerRecord, event: EventOf<'decided'>): Result<never> | null {
  const { eventId, on, change } = event;
  const { outcome } = change;
  const ids = conditionIds(outcome);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return fail({ kind: 'adoption-name-twice', name: twice });
  const early =
    outcome.is === 'conditional'
      ? outcome.conditions.find(({ dueOn }) => dueOn < on)?.dueOn
      : outcome.is === 'deferred' && outcome.untilOn <= on
        ? outcome.untilOn
        : undefined;
  return early === undefined
    ? null
    : fail({ kind: 'adoption-date-before', eventId, on: early, before: record.layer.name, beforeOn: on });
}

const conditionIds = (outcome: Outcome): readonly string[] =>
  outcome.is === 'conditional' ? outcome.conditions.map(({ id }) => id) : [];

/** A yes needs its papers; a yes to go-live also everything that must be ready. */
function refusedYes(
  state: AdoptionState,
  { layer, papers }: LayerRecord,
  { eventId, on }: EventOf<'decided'>,
): Result<never> | null {
  const missing = layer.papers.filter(({ id, must }) => must && !((papers.get(id)?.on ?? '9999') <= on));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name);
    return fail({ kind: 'adoption-papers-missing', eventId, layer: layer.name, papers: names });
  }
  if (layer.kind !== 'go-live') return null;
  const open = openMusts(state.rules.readiness, state.readiness, on);
  return open.length === 0 ? null : fail({ kind: 'adoption-must-open', eventId, layer: layer.name, open });
}
