import {
  notPrecedence,
  precedence,
  reserved,
  signPrecedence,
  type BinaryOperator,
  type Expression,
} from './tree.ts';

const plainName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const operand = 9;

/** The expression as text, with no bracket that is not needed; `parse` reads it back to the same tree. */
export const print = (expression: Expression): string => printed(expression).text;

type Printed = { readonly text: string; readonly binds: number };

function printed(expression: Expression): Printed {
  switch (expression.node) {
    case 'number':
      return { text: String(expression.value), binds: operand };
    case 'name':
      return { text: printedName(expression.name), binds: operand };
    case 'unary': {
      const not = expression.operator === 'not';
      const binds = not ? notPrecedence : signPrecedence;
      return { text: `${not ? 'not ' : '-'}${inside(expression.operand, binds)}`, binds };
    }
    case 'binary':
      return printedBinary(expression.operator, expression.left, expression.right);
    case 'call':
      return { text: `${expression.name}(${expression.takes.map(print).join(', ')})`, binds: operand };
  }
}

const printedName = (name: string): string =>
  plainName.test(name) && !reserved.includes(name) ? name : `[${name}]`;

function printedBinary(operator: BinaryOperator, left: Expression, right: Expression): Printed {
  const binds = precedence[operator];
  const chain = binds === precedence['<']; // a comparison of a comparison needs its brackets on both sides
  const power = operator === '^';
  const leftText = inside(left, power || chain ? binds + 1 : binds);
  const rightText = inside(right, power ? signPrecedence : binds + 1);
  const gap = binds >= precedence['*'] ? '' : ' ';
  return { text: `${leftText}${gap}${operator}${gap}${rightText}`, binds };
}

/** In brackets where it binds less tightly than the place asks. */
function inside(expression: Expression, least: number): string {
  const { text, binds } = printed(expression);
  return binds < least ? `(${text})` : text;
}
