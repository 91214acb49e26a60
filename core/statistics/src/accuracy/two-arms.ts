import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import { completeLabels } from '../columns.ts';

export type TwoArms = {
  readonly names: readonly [string, string];
  /** 0 for the first, 1 for the second, a row each. */
  readonly codes: Uint8Array;
};

/**
 * The column `arm`, of two groups of different people.
 *
 * Takes    the roles; the two names in their order, or undefined for the order of the alphabet
 * Gives    the names, and 0 or 1 for each row
 * Fails    arms-not-two; label-unknown on a row of a third arm; value-missing
 * Cost     O(n)
 * Source   none: a reading of a column
 * Checked  in the tests of the methods that compare arms
 */
export function twoArms(roles: Table, order: readonly [string, string] | undefined): Result<TwoArms, Fault> {
  const arm = completeLabels(roles, 'arm');
  if (!arm.ok) return arm;
  const known = [...new Set(arm.value)].sort();
  const [first, second] = order ?? known;
  if (
    first === undefined ||
    second === undefined ||
    first === second ||
    (order === undefined && known.length > 2)
  )
    return fail({ kind: 'arms-not-two', column: 'arm', arms: known.length, known });
  const row = arm.value.findIndex((name) => name !== first && name !== second);
  if (row >= 0)
    return fail({
      kind: 'label-unknown',
      column: 'arm',
      row: row + 1,
      label: arm.value[row] ?? '',
      known: [first, second],
    });
  return succeed({
    names: [first, second],
    codes: Uint8Array.from(arm.value, (name) => (name === first ? 0 : 1)),
  });
}
