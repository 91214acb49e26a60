import type { IsoDate } from '@daero/domain/time';
import { lastDayOf } from '../calendar/day-number.ts';
import type { CaseChange, CaseEvent, ChangeOf, Outcome, Standing } from '../case/event.ts';
import { standings } from '../case/event.ts';
import { foldCase } from '../case/fold.ts';
import { openWindows, type CaseState } from '../case/state.ts';
import { versionsOf } from '../jurisdiction/rules.ts';
import type { Stage } from '../jurisdiction/schema.ts';
import { networkOf } from '../routes/network.ts';

/** Something that the rules let be recorded next, as far as the person still has to fill it in. */
export type Possible =
  | { readonly type: 'entered' | 'resumed' | 'appealed'; readonly stage: string }
  | { readonly type: 'paused'; readonly stage: string; readonly because: ChangeOf<'paused'>['because'] }
  | { readonly type: 'extended'; readonly stage: string; readonly mostDays: number | null }
  | {
      readonly type: 'decided';
      readonly stage: string;
      readonly outcome: Outcome;
      /** Where the rules let it lead; `usual` are those of the route. */
      readonly to: readonly { readonly place: string; readonly usual: boolean }[];
    }
  | { readonly type: 'window-opened'; readonly stage: string; readonly usualToOn: IsoDate | null }
  | { readonly type: 'window-extended'; readonly stage: string; readonly afterOn: IsoDate }
  | { readonly type: 'reached'; readonly state: Standing }
  | { readonly type: 'moved'; readonly version: string }
  | { readonly type: 'annulled'; readonly eventId: string };

/** Every change that would be accepted on a day: each is tried on the rules themselves, so this list cannot disagree with them. */
export function possibleChanges(
  events: readonly CaseEvent[],
  state: CaseState,
  on: IsoDate,
): readonly Possible[] {
  const accepted = (change: CaseChange): boolean => foldCase([...events, trial(change, on)]).ok;
  const stages = [...state.rules.stages.values()];
  return [
    ...stages.flatMap((stage) => ofStage(stage, state, accepted)),
    ...windows(state, on, accepted),
    ...standings
      .filter((one) => accepted({ type: 'reached', state: one, reference: 'trial' }))
      .map((one): Possible => ({ type: 'reached', state: one })),
    ...versionsOf(state.rules.code)
      .filter(({ version }) => version !== state.rules.version.version)
      .filter(({ inForceFrom }) => (inForceFrom ?? '') > (state.rules.version.inForceFrom ?? '')) // never back
      .filter(({ version }) => accepted({ type: 'moved', version }))
      .map(({ version }): Possible => ({ type: 'moved', version })),
    ...events
      .filter(({ eventId }) => accepted({ type: 'annulled', eventId }))
      .map(({ eventId }): Possible => ({ type: 'annulled', eventId })),
  ];
}

const trial = (change: CaseChange, on: IsoDate): CaseEvent => ({
  ...{ eventId: 'trial', on, reason: 'trial', source: null, change },
  by: { personId: 'trial', role: 'market-access' },
});

type Accepted = (change: CaseChange) => boolean;

function ofStage(rule: Stage, state: CaseState, accepted: Accepted): readonly Possible[] {
  const stage = rule.id;
  const when = (change: CaseChange, possible: Possible): readonly Possible[] =>
    accepted(change) ? [possible] : [];
  const extendable = rule.clocks.some(({ effect }) => effect === 'extend');
  return [
    ...when({ type: 'entered', stage }, { type: 'entered', stage }),
    ...outcomesOf(rule).flatMap((outcome) => decided(rule, outcome, state, accepted)),
    ...(['supplement-requested', 'halted'] as const).flatMap((because) =>
      when({ type: 'paused', stage, because }, { type: 'paused', stage, because }),
    ),
    ...when({ type: 'resumed', stage }, { type: 'resumed', stage }),
    ...(extendable
      ? when({ type: 'extended', stage, days: 1 }, { type: 'extended', stage, mostDays: mostExtension(rule) })
      : []),
    ...when({ type: 'appealed', stage }, { type: 'appealed', stage }),
  ];
}

function outcomesOf({ transitions }: Stage): readonly Outcome[] {
  const outcomes = transitions.flatMap(({ on }) =>
    on === 'supplement-request' || on === 'appeal' ? [] : [on],
  );
  return [...new Set(outcomes)];
}

function decided(
  { id: stage, transitions }: Stage,
  outcome: Outcome,
  state: CaseState,
  accepted: Accepted,
): readonly Possible[] {
  const steps = networkOf(state.key.route).steps.map((step) => step.stage);
  const places = [...new Set(transitions.filter(({ on }) => on === outcome).map(({ to }) => to))];
  const to = places.filter((place) => accepted({ type: 'decided', stage, outcome, to: [place] }));
  if (to.length === 0) return [];
  const usual = (place: string): boolean =>
    steps.includes(place) || !state.rules.stages.has(place) || places.length === 1;
  return [{ type: 'decided', stage, outcome, to: to.map((place) => ({ place, usual: usual(place) })) }];
}

const mostExtension = ({ clocks }: Stage): number | null =>
  clocks.reduce<number | null>(
    (most, { effect, maxDays }) =>
      effect !== 'extend' || most === null || maxDays === null
        ? effect === 'extend'
          ? null
          : most
        : most + maxDays,
    0,
  );

function windows(state: CaseState, on: IsoDate, accepted: Accepted): readonly Possible[] {
  const openable = [...state.rules.stages.values()].flatMap(
    ({ id: stage, useWindow }): readonly Possible[] =>
      useWindow !== undefined && accepted({ type: 'window-opened', stage, fromOn: on, toOn: null })
        ? [{ type: 'window-opened', stage, usualToOn: lastDayOf(on, useWindow.initialMonths) }]
        : [],
  );
  const extendable = openWindows(state).flatMap(({ stage, toOn }): readonly Possible[] => {
    const next = lastDayOf(toOn, 1);
    return accepted({ type: 'window-extended', stage, toOn: next })
      ? [{ type: 'window-extended', stage, afterOn: toOn }]
      : [];
  });
  return [...openable, ...extendable];
}
