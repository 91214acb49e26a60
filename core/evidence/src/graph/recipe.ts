import type { Json } from '@daero/domain/canonical';
import { z } from 'zod';
import { smallestCellOf } from '../disclosure.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** Plain JSON of a value that may hold undefined fields. */
export const json = (value: unknown): Json => z.json().parse(JSON.parse(JSON.stringify(value ?? null)));

/** The smallest cell that every source of the plan allows. */
export const strictest = (plan: Plan): number =>
  Math.max(...Object.values(plan.sources).map((source) => smallestCellOf(source.disclosure)));
