import { functions, lookup, power, type LookupTable } from '@daero/domain/expression/functions';
import { type BinaryOperator } from '@daero/domain/expression/tree';

/** One value a draw, or a single value that is the same in every draw. */
export type Column = Float64Array;

/** What a step of a program does with the columns it takes. */
export type Operation =
  | { readonly does: 'binary'; readonly operator: BinaryOperator }
  | { readonly does: 'negative' | 'not' | 'if' }
  | { readonly does: 'function'; readonly name: string; readonly takes: number }
  | { readonly does: 'lookup'; readonly table: LookupTable };

/** Writes the result of an operation to `out`: one pass over the draws, no memory taken. `others` are the fourth value and on. */
export function applyOperation(
  operation: Operation,
  out: Column,
  a: Column,
  b: Column = missing,
  c: Column = missing,
  others: readonly Column[] = none,
): void {
  switch (operation.does) {
    case 'binary':
      return applyBinary(operation.operator, a, b, out);
    case 'negative':
      for (let i = 0; i < out.length; i++) out[i] = -at(a, i);
      return;
    case 'not':
      for (let i = 0; i < out.length; i++) out[i] = Number(at(a, i) === 0);
      return;
    case 'if':
      for (let i = 0; i < out.length; i++) out[i] = at(a, i) === 0 ? at(c, i) : at(b, i);
      return;
    case 'lookup':
      for (let i = 0; i < out.length; i++) out[i] = lookup(operation.table, at(a, i));
      return;
    case 'function':
      return applyFunction(operation.name, [a, b, c, ...others].slice(0, operation.takes), out);
  }
}

const missing: Column = Float64Array.of(NaN);
const none: readonly Column[] = [];
const at = (column: Column, draw: number): number => column[column.length === 1 ? 0 : draw] ?? NaN;

function applyFunction(name: string, takes: readonly Column[], out: Column): void {
  const [a = missing] = takes;
  if (name === 'exp') {
    for (let i = 0; i < out.length; i++) out[i] = Math.exp(a[i] ?? NaN);
  } else {
    const of = functions.get(name)?.of;
    if (of === undefined) throw new Error(`"${name}" was not checked before it was compiled`);
    for (let i = 0; i < out.length; i++) out[i] = of(...takes.map((column) => at(column, i)));
  }
}

function applyBinary(operator: BinaryOperator, a: Column, b: Column, out: Column): void {
  const step = a.length === 1 ? 0 : 1; // one by one: this runs for each value of a single draw
  const stride = b.length === 1 ? 0 : 1;
  switch (operator) {
    case '+':
      for (let i = 0; i < out.length; i++) out[i] = (a[i * step] ?? NaN) + (b[i * stride] ?? NaN);
      return;
    case '-':
      for (let i = 0; i < out.length; i++) out[i] = (a[i * step] ?? NaN) - (b[i * stride] ?? NaN);
      return;
    case '*':
      for (let i = 0; i < out.length; i++) out[i] = (a[i * step] ?? NaN) * (b[i * stride] ?? NaN);
      return;
    case '/':
      for (let i = 0; i < out.length; i++) out[i] = (a[i * step] ?? NaN) / (b[i * stride] ?? NaN);
      return;
    default: {
      const of = others[operator];
      for (let i = 0; i < out.length; i++) out[i] = of(a[i * step] ?? NaN, b[i * stride] ?? NaN);
    }
  }
}

const others: Readonly<
  Record<Exclude<BinaryOperator, '+' | '-' | '*' | '/'>, (a: number, b: number) => number>
> = {
  '^': power,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '=': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
};
