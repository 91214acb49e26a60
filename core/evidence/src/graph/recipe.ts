import type { Json } from '@daero/domain/canonical';
import { smallestCellOf } from '../disclosure.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** Plain JSON of a value that may hold undefined fields; what JSON.parse gives is JSON, and is not checked again. */
export const json = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/** The smallest cell that every source of the plan allows. */
export const strictest = (plan: Plan): number =>
  Math.max(...Object.values(plan.sources).map((source) => smallestCellOf(source.disclosure)));
