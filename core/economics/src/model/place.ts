import { succeed, type Fault, type Result } from '@daero/domain/result';
import { read, type ExpressionFault, type Tables } from '@daero/domain/expression/compile';
import { type Expression } from '@daero/domain/expression/tree';

/** A place in a model file, as a JSON pointer: `/parameters/3/expression`. */
export type Path = string;

export const below = (path: Path, ...steps: readonly (string | number)[]): Path =>
  [path, ...steps.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

/** An expression of the file, checked; a fault carries its place behind the text it is about. */
export function readExpression(
  source: string | number,
  names: Iterable<string>,
  path: Path,
  tables?: Tables,
): Result<Expression, ExpressionFault> {
  const tree = read(String(source), names, tables);
  if (tree.ok) return tree;
  return { ok: false, fault: { ...tree.fault, source: `${tree.fault.source} (${path})` } };
}

/** Reads each member until one fails. */
export function each<From, To, Trouble extends Fault>(
  members: readonly From[],
  readOne: (member: From, index: number) => Result<To, Trouble>,
): Result<readonly To[], Trouble> {
  const found: To[] = [];
  for (const [index, member] of members.entries()) {
    const one = readOne(member, index);
    if (!one.ok) return one;
    found.push(one.value);
  }
  return succeed(found);
}
