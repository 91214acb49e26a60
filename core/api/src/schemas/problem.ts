import { z } from 'zod';

/** A fault on the wire (`application/problem+json`): the kind, the words in both languages, and the facts beside them. */
export const problemSchema = z.looseObject({
  kind: z.string(),
  ko: z.string(),
  en: z.string(),
  status: z.int(),
});
export type Problem = z.output<typeof problemSchema>;
