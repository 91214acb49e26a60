import { z } from 'zod';

const amount = z.union([z.number(), z.string().min(1)]);
const stateName = z.string().min(1);

/** A state; `tunnels` copies of it remember how many cycles somebody has been there, up to that many. */
export const stateForm = z.strictObject({ name: stateName, tunnels: z.int().min(1).default(1) });

export const transitionForm = z.strictObject({
  from: stateName,
  to: stateName,
  /** A probability a cycle, or `rest`: one less the others of the row. */
  probability: amount,
});

export const rewardForm = z.strictObject({
  /** What being in a state for a cycle, or for a year, is worth; 0 where no state is named. */
  states: z.record(stateName, amount).default({}),
  per: z.enum(['cycle', 'year']),
  /** What each passage from one state to another is worth. */
  transitions: z.array(z.strictObject({ from: stateName, to: stateName, value: amount })).default([]),
});

/** The parts of a cohort that hold for any currency, unit or convention. */
export const structureForm = z.strictObject({
  states: z.array(stateForm).min(1),
  /** Share of the cohort in each state at the start. */
  initial: z.record(stateName, amount),
  /** Who joins at the end of each cycle, as a share of the cohort at the start. */
  entries: z.array(z.strictObject({ to: stateName, share: amount })).default([]),
  transitions: z.array(transitionForm).min(1),
  rewards: z.array(rewardForm.extend({ name: z.string().min(1) })),
});
export type StructureForm = z.output<typeof structureForm>;
