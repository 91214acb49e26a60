import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { unreachable } from '@daero/domain/unreachable';
import { addMonths } from '@daero/pathway/calendar/day-number';
import type { Readiness, Requirement } from './requirement.ts';

/** How one requirement stands: met, or what is still missing. */
export type ReadinessItem = {
  readonly requirement: Requirement;
  readonly met: boolean;
  readonly lacking: readonly Lacking[];
};
export type Lacking =
  | { readonly what: 'people'; readonly have: number; readonly need: number }
  | { readonly what: 'course'; readonly person: string; readonly because: 'not-taken' | 'score' | 'expired' }
  | { readonly what: 'role-empty'; readonly role: string }
  | { readonly what: 'not-adopted' }
  | { readonly what: 'not-drilled'; readonly because: 'never' | 'expired' };

/** Every requirement of a hospital with how it stands on a day. */
export const readinessOn = (
  requirements: readonly Requirement[],
  done: Readiness,
  on: IsoDate,
): readonly ReadinessItem[] =>
  requirements.map((requirement) => {
    const lacking = lackingOf(requirement, done, on);
    return { requirement, met: lacking.length === 0, lacking };
  });

/** The musts that are open: while there is one, nothing goes live. */
export const openMusts = (
  requirements: readonly Requirement[],
  done: Readiness,
  on: IsoDate,
): readonly Text[] =>
  readinessOn(requirements, done, on)
    .filter(({ requirement, met }) => requirement.must && !met)
    .map(({ requirement }) => requirement.name);

function lackingOf(requirement: Requirement, done: Readiness, on: IsoDate): readonly Lacking[] {
  switch (requirement.kind) {
    case 'role': {
      const have = done.roles.get(requirement.id)?.length ?? 0;
      return have >= requirement.least ? [] : [{ what: 'people', have, need: requirement.least }];
    }
    case 'course': {
      const people = done.roles.get(requirement.forRole) ?? [];
      if (people.length === 0) return [{ what: 'role-empty', role: requirement.forRole }];
      return people.flatMap((person) => courseLacking(requirement, person, done, on));
    }
    case 'procedure': {
      const procedure = done.procedures.get(requirement.id);
      if (procedure === undefined || procedure.adoptedOn > on) return [{ what: 'not-adopted' }];
      if (!requirement.drill) return [];
      const { drilledOn } = procedure;
      if (drilledOn === null || drilledOn > on) return [{ what: 'not-drilled', because: 'never' }];
      return expired(drilledOn, requirement.drillValidMonths, on)
        ? [{ what: 'not-drilled', because: 'expired' }]
        : [];
    }
    default:
      return unreachable(requirement);
  }
}

function courseLacking(
  course: Extract<Requirement, { kind: 'course' }>,
  person: string,
  { courses }: Readiness,
  on: IsoDate,
): readonly Lacking[] {
  const taken = courses.filter((one) => one.course === course.id && one.person === person && one.on <= on);
  if (taken.length === 0) return [{ what: 'course', person, because: 'not-taken' }];
  const least = course.leastScore;
  const passed = taken.filter(({ score }) => least === null || (score !== null && score >= least));
  if (passed.length === 0) return [{ what: 'course', person, because: 'score' }];
  return passed.every((one) => expired(one.on, course.validMonths, on))
    ? [{ what: 'course', person, because: 'expired' }]
    : [];
}

const expired = (since: IsoDate, months: number | null, on: IsoDate): boolean =>
  months !== null && addMonths(since, months) <= on;
