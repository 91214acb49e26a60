import type { FaultKind } from './words/faults.ts';

/** Trouble in the world, as a value: what happened (`kind`) and the facts needed to act. Every kind has words in both languages. */
export type Fault = { readonly kind: FaultKind };

export type Result<Value, Trouble extends Fault = Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Trouble };

export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const fail = <const Trouble extends Fault>(
  fault: Trouble,
): { readonly ok: false; readonly fault: Trouble } => ({ ok: false, fault });

/** The values of all results, or the first fault. */
export function all<Value, Trouble extends Fault>(
  results: readonly Result<Value, Trouble>[],
): Result<readonly Value[], Trouble> {
  const values: Value[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return succeed(values);
}

/** For tests and for promises of our own code: the value, or a thrown error that names the fault. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.fault));
}
