import { succeed, type Result } from '../result.ts';
import { unreachable } from '../unreachable.ts';
import { check, type NameFault } from './check.ts';
import { functions, lookup, power, type LookupTable } from './functions.ts';
import { parse, type ParseFault } from './parse.ts';
import { type BinaryOperator, type Expression } from './tree.ts';

export type ExpressionFault = ParseFault | NameFault;
export type Tables = ReadonlyMap<string, LookupTable>;

/** Slot i holds the value of the i-th name. */
export type Formula = (values: ArrayLike<number>) => number;

/** One value a draw, or a single value that is the same in every draw. */
export type DrawColumn = Float64Array;
export type ColumnFormula = (columns: readonly DrawColumn[]) => DrawColumn;

const noTables: Tables = new Map();

/** A text as a function of values in the order of `names`; nothing is evaluated as code. */
export function compile(
  source: string,
  names: readonly string[],
  tables: Tables = noTables,
): Result<Formula, ExpressionFault> {
  const checked = read(source, names, tables);
  return checked.ok ? succeed(formula(checked.value, names, tables)) : checked;
}

/** The same over columns of draws: one pass over all draws for each operator. */
export function compileColumns(
  source: string,
  names: readonly string[],
  tables: Tables = noTables,
): Result<ColumnFormula, ExpressionFault> {
  const checked = read(source, names, tables);
  return checked.ok ? succeed(columnFormula(checked.value, names, tables)) : checked;
}

/** Parsed, and every name in it known. */
export function read(
  source: string,
  names: Iterable<string>,
  tables: Tables = noTables,
): Result<Expression, ExpressionFault> {
  const parsed = parse(source);
  return parsed.ok ? check(parsed.value, names, { tables: tables.keys(), source }) : parsed;
}

/** A checked tree as a function of values. */
export function formula(tree: Expression, names: readonly string[], tables: Tables = noTables): Formula {
  switch (tree.node) {
    case 'number':
      return () => tree.value;
    case 'name': {
      const slot = slotOf(tree.name, names);
      return (values) => values[slot] ?? NaN;
    }
    case 'unary':
    case 'binary':
    case 'call': {
      const { apply, takes } = operation(tree, tables);
      const below = takes.map((part) => formula(part, names, tables));
      return (values) => apply(...below.map((part) => part(values)));
    }
    default:
      return unreachable(tree);
  }
}

/** A checked tree as a function of columns. A result of length 1 holds for every draw. */
export function columnFormula(
  tree: Expression,
  names: readonly string[],
  tables: Tables = noTables,
): ColumnFormula {
  switch (tree.node) {
    case 'number': {
      const constant = Float64Array.of(tree.value);
      return () => constant;
    }
    case 'name': {
      const slot = slotOf(tree.name, names);
      return (columns) => columns[slot] ?? Float64Array.of(NaN);
    }
    case 'unary':
    case 'binary':
    case 'call': {
      const { apply, takes } = operation(tree, tables);
      const below = takes.map((part) => columnFormula(part, names, tables));
      return (columns) =>
        overDraws(
          apply,
          below.map((part) => part(columns)),
        );
    }
    default:
      return unreachable(tree);
  }
}

type Operation = { readonly apply: (...values: number[]) => number; readonly takes: readonly Expression[] };

function operation(tree: Exclude<Expression, { node: 'number' | 'name' }>, tables: Tables): Operation {
  switch (tree.node) {
    case 'unary':
      return {
        apply: tree.operator === '-' ? (x = NaN) => -x : (x) => Number(x === 0),
        takes: [tree.operand],
      };
    case 'binary':
      return { apply: operators[tree.operator], takes: [tree.left, tree.right] };
    case 'call': {
      if (tree.name === 'if')
        return { apply: (condition, a = NaN, b = NaN) => (condition === 0 ? b : a), takes: tree.takes };
      if (tree.name !== 'lookup')
        return { apply: found(functions.get(tree.name), tree.name).of, takes: tree.takes };
      const [table, key] = tree.takes;
      const from = found(table?.node === 'name' ? tables.get(table.name) : undefined, 'lookup');
      return { apply: (x = NaN) => lookup(from, x), takes: key === undefined ? [] : [key] };
    }
  }
}

const truth = (x: number): boolean => x !== 0;
const operators: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': power,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '=': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  and: (a, b) => Number(truth(a) && truth(b)),
  or: (a, b) => Number(truth(a) || truth(b)),
};

function overDraws(apply: Operation['apply'], takes: readonly DrawColumn[]): DrawColumn {
  const draws = takes.reduce((longest, column) => Math.max(longest, column.length), 1);
  const at = takes.map((column) => (column.length === 1 ? 0 : 1)); // a single value stays where it is
  const out = new Float64Array(draws);
  const [first, second] = takes;
  if (takes.length === 2 && first !== undefined && second !== undefined) {
    const [step, stride] = [at[0] ?? 0, at[1] ?? 0];
    for (let draw = 0; draw < draws; draw++)
      out[draw] = apply(first[draw * step] ?? NaN, second[draw * stride] ?? NaN);
    return out;
  }
  for (let draw = 0; draw < draws; draw++) {
    out[draw] = apply(...takes.map((column, index) => column[draw * (at[index] ?? 0)] ?? NaN));
  }
  return out;
}

function slotOf(name: string, names: readonly string[]): number {
  const slot = names.indexOf(name);
  if (slot < 0) throw new Error(`"${name}" was not checked before it was compiled`);
  return slot;
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`"${name}" was not checked before it was compiled`);
  return value;
}
