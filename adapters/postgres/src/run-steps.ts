import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** One chunk of a long run: the same step of the same run on the same input gives the same output. */
export type RunStep = { readonly runId: string; readonly step: string; readonly inputHash: string };

/** Where the output of a finished step is, so that a run taken over by another worker does not do it again. */
export async function finishedStep(
  database: Kysely<Schema>,
  { runId, step, inputHash }: RunStep,
): Promise<string | null> {
  const row = await database
    .selectFrom('daero.run_step')
    .select('output_ref')
    .where('run_id', '=', runId)
    .where('step', '=', step)
    .where('input_hash', '=', inputHash)
    .executeTakeFirst();
  return row?.output_ref ?? null;
}

/** Two workers may finish the same step; the first reference stays and both are given it. */
export async function finishStep(
  database: Kysely<Schema>,
  { runId, step, inputHash }: RunStep,
  outputRef: string,
): Promise<string> {
  await database
    .insertInto('daero.run_step')
    .values({ run_id: runId, step, input_hash: inputHash, output_ref: outputRef })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await finishedStep(database, { runId, step, inputHash })) ?? outputRef;
}
