import { type BinaryOperator, type Expression } from '@daero/domain/expression/tree';
import { type LookupTable } from '@daero/domain/expression/functions';
import { down, on } from './workbook.ts';

/** Where names and tables of a model stand in a workbook. */
export type Places = {
  readonly name: (name: string) => string;
  readonly table: (name: string) => TablePlace;
};
export type TablePlace = Pick<LookupTable, 'rule'> & { readonly keys: string; readonly values: string };

/**
 * An expression of a model as a spreadsheet writes it. Every operation has its brackets: a spreadsheet takes -2^2 for 4, and comparisons
 * there are TRUE and FALSE where ours are 1 and 0.
 */
export function formulaText(tree: Expression, places: Places): string {
  const inner = (part: Expression | undefined): string => {
    if (part === undefined) throw new Error('a call was not checked before it was written');
    return formulaText(part, places);
  };
  switch (tree.node) {
    case 'number':
      return String(tree.value).replace('e', 'E');
    case 'name':
      return places.name(tree.name);
    case 'unary':
      return tree.operator === '-' ? `(-${inner(tree.operand)})` : `IF(${inner(tree.operand)}=0,1,0)`;
    case 'binary':
      return binary[tree.operator](inner(tree.left), inner(tree.right));
    case 'call': {
      const [first, second, third] = tree.takes;
      if (tree.name === 'if') return `IF(${inner(first)}<>0,${inner(second)},${inner(third)})`;
      if (tree.name !== 'lookup') return `${tree.name.toUpperCase()}(${tree.takes.map(inner).join(',')})`;
      const { rule, keys, values } = places.table(first?.node === 'name' ? first.name : '');
      return `INDEX(${values},MATCH(${inner(second)},${keys},${rule === 'exact' ? 0 : 1}))`;
    }
  }
}

const plain =
  (sign: string) =>
  (a: string, b: string): string =>
    `(${a}${sign}${b})`;
const compared =
  (sign: string) =>
  (a: string, b: string): string =>
    `IF(${a}${sign}${b},1,0)`;
const binary: Readonly<Record<BinaryOperator, (a: string, b: string) => string>> = {
  '+': plain('+'),
  '-': plain('-'),
  '*': plain('*'),
  '/': plain('/'),
  '^': plain('^'),
  '<': compared('<'),
  '<=': compared('<='),
  '>': compared('>'),
  '>=': compared('>='),
  '=': compared('='),
  '!=': compared('<>'),
  and: (a, b) => `IF(AND(${a}<>0,${b}<>0),1,0)`,
  or: (a, b) => `IF(OR(${a}<>0,${b}<>0),1,0)`,
};

/** The tables of a model side by side on one sheet: keys, then values, from the fourth row on. */
export function tablePlaces(
  sheet: string,
  tables: ReadonlyMap<string, LookupTable>,
): ReadonlyMap<string, TablePlace> {
  return new Map(
    [...tables].map(([name, { rule, keys }], index) => {
      const column = (at: number): string => on(sheet, down(3 * index + at, 4, keys.length + 3));
      return [name, { rule, keys: column(0), values: column(1) }];
    }),
  );
}
