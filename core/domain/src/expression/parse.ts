import { fail, succeed, type Result } from '../result.ts';
import { tokens, type Token, type TokenFault } from './tokens.ts';
import {
  comparisons,
  notPrecedence,
  precedence,
  signPrecedence,
  type BinaryOperator,
  type Expression,
} from './tree.ts';

/** `column` counts from 1, as an editor shows it; `found` is empty at the end of the text. */
type Place = { readonly source: string; readonly column: number; readonly found: string };
export type ParseFault =
  | TokenFault
  | ({ readonly kind: 'expression-operand' } & Place)
  | ({ readonly kind: 'expression-operator' } & Place)
  | ({ readonly kind: 'expression-unclosed' } & Place)
  | ({ readonly kind: 'expression-comparison-chain' } & Place)
  | {
      readonly kind: 'expression-too-deep';
      readonly source: string;
      readonly column: number;
      readonly limit: number;
    };

/** Nobody can read more, and a hostile text cannot exhaust the stack. */
export const depthLimit = 200;

/** Carries a fault out of the recursion; it never leaves `parse`. */
class Refusal extends Error {
  readonly fault: ParseFault;
  constructor(fault: ParseFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** A text as a tree. Names and functions are not looked up here: `check` does that. */
export function parse(source: string): Result<Expression, ParseFault> {
  const words = tokens(source);
  if (!words.ok) return words;
  try {
    return succeed(new Parser(source, words.value).whole());
  } catch (refusal) {
    if (refusal instanceof Refusal) return fail(refusal.fault);
    throw refusal;
  }
}

const binaryOperator = (token: Token): BinaryOperator | undefined => {
  if (token.kind !== 'sign' && token.kind !== 'name') return undefined;
  return Object.hasOwn(precedence, token.text) ? (token.text as BinaryOperator) : undefined; // a key of the table
};

/** Precedence climbing: three calls a level of nesting. */
class Parser {
  readonly #source: string;
  readonly #words: readonly Token[];
  readonly #depths = new Map<Expression, number>();
  #next = 0;
  #nesting = 0;

  constructor(source: string, words: readonly Token[]) {
    this.#source = source;
    this.#words = words;
  }

  whole(): Expression {
    const tree = this.#binary(0);
    if (this.#peek().kind !== 'end') this.#refuse('expression-operator');
    return tree;
  }

  #peek(): Token {
    const token = this.#words[this.#next];
    if (token === undefined) throw new Error('read past the end token');
    return token;
  }

  #accept(text: string): boolean {
    const token = this.#peek();
    const accepted = token.text === text && (token.kind === 'sign' || token.kind === 'name');
    if (accepted) this.#next += 1;
    return accepted;
  }

  #refuse(kind: 'expression-operand' | 'expression-operator' | 'expression-comparison-chain'): never {
    const { at, text } = this.#peek();
    throw new Refusal({ kind, source: this.#source, column: at + 1, found: text });
  }

  #grown(tree: Expression, ...below: readonly Expression[]): Expression {
    const depth = 1 + Math.max(0, ...below.map((part) => this.#depths.get(part) ?? 0));
    this.#limit(depth, tree.at);
    this.#depths.set(tree, depth);
    return tree;
  }

  #limit(depth: number, at: number): void {
    if (depth <= depthLimit) return;
    throw new Refusal({
      kind: 'expression-too-deep',
      source: this.#source,
      column: at + 1,
      limit: depthLimit,
    });
  }

  #binary(least: number): Expression {
    this.#limit(++this.#nesting, this.#peek().at);
    let left = this.#unary();
    for (;;) {
      const token = this.#peek();
      const operator = binaryOperator(token);
      if (operator === undefined || precedence[operator] < least) break;
      this.#next += 1;
      const level = precedence[operator];
      const right = this.#binary(operator === '^' ? signPrecedence : level + 1); // only ^ groups to the right
      left = this.#grown({ node: 'binary', operator, left, right, at: token.at }, left, right);
      if (comparisons.includes(operator) && comparisons.includes(this.#peek().text)) {
        this.#refuse('expression-comparison-chain');
      }
    }
    this.#nesting -= 1;
    return left;
  }

  #unary(): Expression {
    const { at } = this.#peek();
    if (this.#accept('not')) {
      const operand = this.#binary(notPrecedence);
      return this.#grown({ node: 'unary', operator: 'not', operand, at }, operand);
    }
    if (this.#accept('-')) {
      const operand = this.#binary(signPrecedence);
      return this.#grown({ node: 'unary', operator: '-', operand, at }, operand);
    }
    return this.#operand();
  }

  #operand(): Expression {
    const token = this.#peek();
    const { at, text } = token;
    if (this.#accept('(')) {
      const inner = this.#binary(0);
      this.#close(at, '(');
      return inner;
    }
    if (token.kind === 'number' && Number.isFinite(Number(text))) {
      this.#next += 1;
      return this.#grown({ node: 'number', value: Number(text), at });
    }
    const operatorWord = token.kind === 'name' && (binaryOperator(token) !== undefined || text === 'not');
    if ((token.kind !== 'name' && token.kind !== 'quoted') || operatorWord)
      this.#refuse('expression-operand');
    this.#next += 1;
    if (token.kind === 'name' && this.#accept('(')) return this.#call(token);
    return this.#grown({ node: 'name', name: text, at });
  }

  #call({ text, at }: Token): Expression {
    const opened = at + text.length;
    const takes: Expression[] = [];
    if (!this.#accept(')')) {
      do takes.push(this.#binary(0));
      while (this.#accept(','));
      this.#close(opened, '(');
    }
    return this.#grown({ node: 'call', name: text, takes, at }, ...takes);
  }

  #close(opened: number, found: string): void {
    if (this.#accept(')')) return;
    if (this.#peek().kind !== 'end') this.#refuse('expression-operator');
    throw new Refusal({ kind: 'expression-unclosed', source: this.#source, column: opened + 1, found });
  }
}
