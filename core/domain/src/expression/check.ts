import { fail, succeed, type Result } from '../result.ts';
import { functions } from './functions.ts';
import { nearest } from './nearest.ts';
import { print } from './print.ts';
import { parts, type Expression } from './tree.ts';

/** `column` counts from 1 in `source`; `nearest` are the known names that may have been meant. */
export type NameFault =
  | {
      readonly kind: 'expression-unknown-name' | 'expression-unknown-function' | 'expression-unknown-table';
      readonly source: string;
      readonly column: number;
      readonly name: string;
      readonly nearest: readonly string[];
    }
  | {
      readonly kind: 'expression-arguments';
      readonly source: string;
      readonly column: number;
      readonly name: string;
      readonly takes: string;
      readonly got: number;
    };

const special = { if: 3, lookup: 2 } as const;
const languageNames: readonly string[] = [...functions.keys(), ...Object.keys(special)];

/** Every name, function and table of the expression is known, and every function gets what it takes. */
export function check(
  expression: Expression,
  names: Iterable<string>,
  more: { readonly tables?: Iterable<string>; readonly source?: string } = {},
): Result<Expression, NameFault> {
  const [known, tables] = [new Set(names), new Set(more.tables)];
  const source = more.source ?? print(expression);
  const tableNames = new Set<Expression>();
  for (const part of parts(expression)) {
    const place = { source, column: part.at + 1 };
    if (part.node === 'name' && !tableNames.has(part) && !known.has(part.name)) {
      const close = nearest(part.name, known);
      return fail({ kind: 'expression-unknown-name', ...place, name: part.name, nearest: close });
    }
    if (part.node !== 'call') continue;
    const { name } = part;
    const got = part.takes.length;
    const takes = arguments_(name);
    if (takes === undefined) {
      const close = nearest(name, languageNames);
      return fail({ kind: 'expression-unknown-function', ...place, name, nearest: close });
    }
    if (got < takes.least || got > (takes.most ?? Infinity)) {
      const wanted = takes.most === takes.least ? String(takes.least) : `${takes.least}+`;
      return fail({ kind: 'expression-arguments', ...place, name, takes: wanted, got });
    }
    if (name !== 'lookup') continue;
    const [table] = part.takes;
    if (table?.node !== 'name' || !tables.has(table.name)) {
      const wrong = table === undefined ? '' : print(table);
      return fail({
        kind: 'expression-unknown-table',
        ...place,
        name: wrong,
        nearest: nearest(wrong, tables),
      });
    }
    tableNames.add(table);
  }
  return succeed(expression);
}

function arguments_(name: string): { readonly least: number; readonly most: number | null } | undefined {
  if (name === 'if' || name === 'lookup') return { least: special[name], most: special[name] };
  return functions.get(name);
}
