import { fail, succeed, type Result } from '@daero/domain/result';
import { nounWords } from '../words/nouns.ts';
import { actWords } from '../words/acts.ts';
import { standingWords } from '../words/project.ts';
import { notBefore, unknownName } from '../record/history.ts';
import type { ProjectEvent, ProjectEventOf } from './event.ts';
import { milestoneOf, type MilestoneState, type ProjectState } from './state.ts';

/** A milestone is met when those before it are, and when its indicator has reached what it asks. */
export function meet(state: ProjectState, event: ProjectEventOf<'milestone-met'>): Result<ProjectState> {
  const { eventId, on, change } = event;
  const found = undecided(state, event, change.milestone);
  if (!found.ok) return found;
  const { milestone } = found.value;
  for (const id of milestone.after) {
    const first = milestoneOf(state, id);
    if (first?.standing.is !== 'met')
      return fail({
        kind: 'milestone-before',
        eventId,
        milestone: milestone.name,
        needs: first?.milestone.name ?? id,
      });
    const early = notBefore(event, 'milestone', first.standing.on);
    if (early !== null) return early;
  }
  const { measure } = milestone;
  if (measure !== null) {
    const { reading } = change;
    const fits = reading?.indicator === measure.indicator && reading.asOf <= on;
    const value = fits ? reading.value : null;
    if (value === null || value < measure.atLeast) {
      const indicator = state.agreement.indicators.find(({ id }) => id === measure.indicator);
      return fail({
        kind: 'milestone-unmeasured',
        eventId,
        milestone: milestone.name,
        indicator: indicator?.name ?? nounWords.indicator,
        found: value ?? '—',
        target: measure.atLeast,
      });
    }
  }
  return succeed(withMilestone(state, { ...found.value, standing: { is: 'met', on, proof: change.proof } }));
}

/** A failed milestone stays on record; where a new date is set, it may still be met. */
export function miss(state: ProjectState, event: ProjectEventOf<'milestone-failed'>): Result<ProjectState> {
  const found = undecided(state, event, event.change.milestone);
  if (!found.ok) return found;
  const standing = { is: 'failed', on: event.on, ends: event.change.ends } as const;
  return succeed(withMilestone(state, { ...found.value, standing }));
}

/** A new date; a failed milestone is open again only if that is how its failure ended. */
export function move(state: ProjectState, event: ProjectEventOf<'milestone-moved'>): Result<ProjectState> {
  const { change } = event;
  const found = known(state, event, change.milestone);
  if (!found.ok) return found;
  const { standing } = found.value;
  if (standing.is === 'met' || (standing.is === 'failed' && standing.ends !== 'new-date'))
    return decided(event, found.value);
  const early = notBefore({ eventId: event.eventId, on: change.dueOn }, 'agreement', state.agreedOn);
  if (early !== null) return early;
  return succeed(
    withMilestone(state, {
      ...found.value,
      dueOn: change.dueOn,
      moves: found.value.moves + 1,
      standing: { is: 'open' },
    }),
  );
}

export function declareIndicator(
  state: ProjectState,
  event: ProjectEventOf<'indicator-declared'>,
): Result<ProjectState> {
  const { eventId, by, change } = event;
  const { indicator, value, asOf } = change;
  const names = state.agreement.indicators.map(({ id }) => id);
  if (!names.includes(indicator)) return unknownName(eventId, 'indicator', indicator, names);
  return succeed({ ...state, declared: [...state.declared, { indicator, value, asOf, by: by.personId }] });
}

function known(state: ProjectState, { eventId }: ProjectEvent, name: string): Result<MilestoneState> {
  const found = milestoneOf(state, name);
  return found === null
    ? unknownName(eventId, 'milestone', name, state.milestones.map(({ milestone }) => milestone.id)) // prettier-ignore
    : succeed(found);
}

function undecided(state: ProjectState, event: ProjectEvent, name: string): Result<MilestoneState> {
  const found = known(state, event, name);
  return !found.ok || found.value.standing.is === 'open' ? found : decided(event, found.value);
}

const decided = ({ eventId, change }: ProjectEvent, { milestone, standing }: MilestoneState): Result<never> =>
  fail({
    kind: 'milestone-decided',
    eventId,
    milestone: milestone.name,
    standing: standingWords[standing.is],
    act: actWords[change.type],
  });

const withMilestone = (state: ProjectState, changed: MilestoneState): ProjectState => ({
  ...state,
  milestones: state.milestones.map((one) => (one.milestone.id === changed.milestone.id ? changed : one)),
});
