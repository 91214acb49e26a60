import type { IsoDate } from '@daero/domain/time';
import { z } from 'zod';
import { daySchema, idSchema, textSchema } from '../record/event.ts';
import { countedBy, measures, oncePerSubject, type Observation } from './observation.ts';

/** An indicator of a project: what it counts, and what was promised for which day. */
export const indicatorSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  unit: textSchema,
  measure: z.enum(measures).nullable().describe('null: nothing counts it, it can only be declared'),
  plan: z.array(z.strictObject({ on: daySchema, value: z.number().min(0) })).min(1),
});
export type Indicator = z.output<typeof indicatorSchema>;

/** A value and how it is known. A measured one stands before a declared one; without either it is missing. */
export const readingSchema = z.strictObject({
  indicator: idSchema,
  state: z.enum(['measured', 'declared', 'missing']),
  value: z.number().nullable(),
  asOf: daySchema,
  proofs: z.int().min(0).describe('how many events or claims were counted'),
});
export type Reading = z.output<typeof readingSchema>;

type DeclaredValue = { readonly indicator: string; readonly value: number; readonly asOf: IsoDate };

/** Pure: the same observations and declarations give the same reading. Nothing counted is zero only where something is counted at all. */
export function readIndicator(
  indicator: Indicator,
  observations: readonly Observation[],
  declared: readonly DeclaredValue[],
  asOf: IsoDate,
): Reading {
  const { id, measure } = indicator;
  const counted = measure === null ? [] : countedBy(observations, measure, asOf);
  if (measure !== null && counted.length > 0) {
    const value = oncePerSubject.has(measure)
      ? counted.length
      : counted.reduce((sum, { count }) => sum + count, 0);
    return { indicator: id, state: 'measured', value, asOf, proofs: counted.length };
  }
  const last = declared
    .filter((one) => one.indicator === id && one.asOf <= asOf)
    .reduce<DeclaredValue | null>(
      (latest, one) => (latest === null || one.asOf >= latest.asOf ? one : latest),
      null,
    );
  return last === null
    ? { indicator: id, state: 'missing', value: null, asOf, proofs: 0 }
    : { indicator: id, state: 'declared', value: last.value, asOf, proofs: 0 };
}

/** Where a measured value and a declared one differ, both are shown. */
export function declaredBeside(reading: Reading, declared: readonly DeclaredValue[]): DeclaredValue | null {
  if (reading.state !== 'measured') return null;
  const last = declared
    .filter((one) => one.indicator === reading.indicator && one.asOf <= reading.asOf)
    .at(-1);
  return last !== undefined && last.value !== reading.value ? last : null;
}
