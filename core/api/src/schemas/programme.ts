import { z } from 'zod';
import { actSchema, daySchema, list, record, textSchema } from './programme-parts.ts';
import { callRowSchema } from './programme-call.ts';
import { ministrySchema, projectRowSchema } from './programme-project.ts';

/** Calls are public notices; projects are those that the caller takes part in or answers for. */
export const programmeSchema = record({
  asOf: daySchema,
  calls: list(callRowSchema),
  projects: list(projectRowSchema),
  ministry: ministrySchema.nullable().describe('for the office: its projects together'),
  opening: list(actSchema).describe('for the office: the opening of a new call'),
  unreadable: list(record({ id: z.string(), why: textSchema })),
});

export type ProgrammeView = z.output<typeof programmeSchema>;
