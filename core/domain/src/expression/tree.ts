/** Where something stands in the source: 0 is its first character. */
export type Position = number;

export type UnaryOperator = '-' | 'not';
export type BinaryOperator =
  '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '=' | '!=' | 'and' | 'or';

/**
 * One expression of a model, a rule or a claim. Every value is a number; a comparison is 1 or 0, and any number
 * but 0 counts as true. Texts and days will be further literals here when a rule needs them.
 */
export type Expression =
  | { readonly node: 'number'; readonly value: number; readonly at: Position }
  | { readonly node: 'name'; readonly name: string; readonly at: Position }
  | {
      readonly node: 'unary';
      readonly operator: UnaryOperator;
      readonly operand: Expression;
      readonly at: Position;
    }
  | {
      readonly node: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Position;
    }
  | {
      readonly node: 'call';
      readonly name: string;
      readonly takes: readonly Expression[];
      readonly at: Position;
    };

export const comparisons: readonly string[] = ['<', '<=', '>', '>=', '=', '!='];

/** A higher number binds more tightly. `not` stands between `and` and the comparisons, a sign between `*` and `^`. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '=': 4,
  '!=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
};
export const notPrecedence = 3;
export const signPrecedence = 7;

/** Words of the language itself; a parameter of this name must stand in square brackets. */
export const reserved: readonly string[] = ['and', 'or', 'not', 'if', 'lookup'];

/** Every subexpression, the whole first. */
export function* parts(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.node) {
    case 'number':
    case 'name':
      return;
    case 'unary':
      yield* parts(expression.operand);
      return;
    case 'binary':
      yield* parts(expression.left);
      yield* parts(expression.right);
      return;
    case 'call':
      for (const part of expression.takes) yield* parts(part);
  }
}

/** The names that an expression reads, each once, in the order of the text. The table of a `lookup` is not one of them. */
export function namesIn(expression: Expression): readonly string[] {
  const tables = new Set<Expression>();
  const names = new Set<string>();
  for (const part of parts(expression)) {
    if (part.node === 'call' && part.name === 'lookup' && part.takes[0] !== undefined)
      tables.add(part.takes[0]);
    if (part.node === 'name' && !tables.has(part)) names.add(part.name);
  }
  return [...names];
}
