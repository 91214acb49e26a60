import type { IsoDate } from '@daero/domain/time';
import { z } from 'zod';
import { groundsForm, idForm, textForm } from '../record/event.ts';

/** What must or should be there before a device is used on patients. */
const about = {
  id: idForm,
  name: textForm,
  must: z.boolean().describe('go-live is refused while a must is open'),
  grounds: groundsForm,
};

export const requirementForm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('role'),
    ...about,
    least: z.int().min(1).describe('people that the role needs'),
  }),
  z.strictObject({
    kind: z.literal('course'),
    ...about,
    forRole: idForm.describe('everybody in this role takes it'),
    leastScore: z.number().min(0).max(100).nullable().describe('competence; null where attendance is enough'),
    validMonths: z.int().min(1).nullable(),
  }),
  z.strictObject({
    kind: z.literal('procedure'),
    ...about,
    drill: z.boolean().describe('it counts only once it was tried out'),
    drillValidMonths: z.int().min(1).nullable(),
  }),
]);
export type Requirement = z.output<typeof requirementForm>;

export const readinessForm = z.array(requirementForm);

/** What was done towards readiness, as the events tell. */
export type Readiness = {
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly courses: readonly CourseTaken[];
  readonly procedures: ReadonlyMap<string, Procedure>;
};
export type CourseTaken = {
  readonly course: string;
  readonly person: string;
  readonly on: IsoDate;
  readonly score: number | null;
};
export type Procedure = {
  readonly reference: string;
  readonly adoptedOn: IsoDate;
  /** The last drill that went well; a new edition has to be tried anew. */
  readonly drilledOn: IsoDate | null;
};

export const nothingReady: Readiness = { roles: new Map(), courses: [], procedures: new Map() };
