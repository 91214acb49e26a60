import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../result.ts';
import { speakFault } from '../words/speak.ts';
import { compile, compileColumns, read } from './compile.ts';
import { depthLimit, parse } from './parse.ts';
import { print } from './print.ts';
import { namesIn, type BinaryOperator, type Expression } from './tree.ts';

const value = (source: string, slots: Readonly<Record<string, number>> = {}): number =>
  unwrap(compile(source, Object.keys(slots)))(Object.values(slots));

const trouble = (source: string, names: readonly string[] = []): Readonly<Record<string, unknown>> => {
  const result = read(source, names);
  if (result.ok) throw new Error(`"${source}" was accepted`);
  for (const language of ['ko', 'en'] as const) speakFault(result.fault, language); // every slot has its fact
  return result.fault;
};

const withoutPositions = (tree: Expression): unknown =>
  JSON.parse(JSON.stringify(tree, (key, part: unknown) => (key === 'at' ? undefined : part)));

const operators: readonly BinaryOperator[] = [
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '<=',
  '>',
  '>=',
  '=',
  '!=',
  'and',
  'or',
];
const at = 0;
const anyTree = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map((x): Expression => ({ node: 'number', value: x, at })),
    fc
      .constantFrom('p', 'cost.ai', 'and', 'lookup', 'reader tp', '민감도')
      .map((name): Expression => ({ node: 'name', name, at })),
    fc
      .tuple(fc.constantFrom('-', 'not'), tie('tree'))
      .map(([operator, operand]): Expression => ({ node: 'unary', operator, operand, at })),
    fc
      .tuple(fc.constantFrom(...operators), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ node: 'binary', operator, left, right, at })),
    fc
      .tuple(fc.constantFrom('exp', 'if', 'max'), fc.array(tie('tree'), { maxLength: 3 }))
      .map(([name, takes]): Expression => ({ node: 'call', name, takes, at })),
  ),
})).tree;

test('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(withoutPositions(unwrap(parse(print(tree))))).toEqual(withoutPositions(tree));
    }),
    { numRuns: 1000 },
  );
});

test('any text is either a tree or a fault with a place in it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'1.a(+-*/^<>=!),[] ') })),
      (source) => {
        const parsed = parse(source);
        if (parsed.ok) return print(parsed.value).length > 0;
        return parsed.fault.column >= 1 && parsed.fault.column <= source.length + 1;
      },
    ),
    { numRuns: 2000 },
  );
});

describe('precedence and meaning', () => {
  test.each([
    ['1+2*3', 7],
    ['2*3^2', 18],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['8-3-2', 3],
    ['24/24/2', 0.5],
    ['1 < 2', 1],
    ['1 + 1 = 2', 1],
    ['not 1 > 2', 1],
    ['1 or 0 and 0', 1],
    ['(1 or 0) and 0', 0],
    ['if(2 >= 2, 10, 20)', 10],
    ['if(not 1, 10, 20)', 20],
    ['max(1, min(5, 3), 2)', 3],
    ['ln(exp(2))', 2],
    ['sqrt(abs(-16))', 4],
    ['.5e1 + 1.', 6],
    ['0^0', 1],
    ['4^0.5', 2],
  ])('%s is %d', (source, expected) => {
    expect(value(source)).toBeCloseTo(expected, 12);
    expect(unwrap(compileColumns(source, []))([])[0]).toBeCloseTo(expected, 12);
  });

  test('names with dots, other letters, and anything in square brackets', () => {
    expect(value('cost.ai*[reader tp] + 민감도', { 'cost.ai': 2, 'reader tp': 3, 민감도: 4 })).toBe(10);
  });

  test('tables: the exact key, or the largest not above', () => {
    const keys = [10, 20, 30];
    const values = [1, 2, 3];
    const tables = new Map([
      ['band', { rule: 'floor' as const, keys, values }],
      ['age', { rule: 'exact' as const, keys, values }],
    ]);
    const at = (source: string): number => unwrap(compile(source, [], tables))([]);
    expect([at('lookup(band, 29.9)'), at('lookup(band, 31)'), at('lookup(age, 20)')]).toEqual([2, 3, 2]);
    expect([at('lookup(band, 9)'), at('lookup(age, 21)')]).toEqual([NaN, NaN]);
    expect(namesIn(unwrap(read('lookup(band, x) + x*y', ['x', 'y'], tables)))).toEqual(['x', 'y']);
  });
});

test('columns of draws give what one draw at a time gives', () => {
  const source = 'if(p > 0.5 and not q < 0.2, p*3 - -q^2, max(p, q, 0.3)/exp(q))';
  const one = unwrap(compile(source, ['p', 'q']));
  const many = unwrap(compileColumns(source, ['p', 'q']));
  const draw = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(draw, draw), { minLength: 2 }), (draws) => {
      const columns = [0, 1].map((slot) => Float64Array.from(draws, (pair) => pair[slot] ?? NaN));
      expect([...many(columns)]).toEqual(draws.map((pair) => one(pair)));
    }),
  );
  expect([...many([Float64Array.of(0.9), Float64Array.of(0.1, 0.4)])]).toEqual([
    one([0.9, 0.1]),
    one([0.9, 0.4]),
  ]);
});

describe('faults name the place', () => {
  test.each([
    ['1 + $', { kind: 'expression-character', column: 5, found: '$' }],
    ['[tp + 1', { kind: 'expression-unclosed', column: 1 }],
    ['2*(1+3', { kind: 'expression-unclosed', column: 3 }],
    ['max(1, 2', { kind: 'expression-unclosed', column: 4 }],
    ['1 +', { kind: 'expression-operand', column: 4, found: '' }],
    ['', { kind: 'expression-operand', column: 1 }],
    ['1 + * 2', { kind: 'expression-operand', column: 5, found: '*' }],
    ['1e999', { kind: 'expression-operand', column: 1 }],
    ['2 p', { kind: 'expression-operator', column: 3, found: 'p' }],
    ['(1, 2)', { kind: 'expression-operator', column: 3, found: ',' }],
    ['0 < p < 1', { kind: 'expression-comparison-chain', column: 7 }],
    ['1 - prevalance', { kind: 'expression-unknown-name', column: 5, nearest: ['prevalence'] }],
    ['log(2)', { kind: 'expression-unknown-function', column: 1, name: 'log', nearest: ['ln'] }],
    ['exp(1, 2)', { kind: 'expression-arguments', column: 1, takes: '1', got: 2 }],
    ['min()', { kind: 'expression-arguments', column: 1, takes: '1+', got: 0 }],
    ['lookup(ages, 3)', { kind: 'expression-unknown-table', column: 1, name: 'ages' }],
  ])('%s', (source, expected) => {
    expect(trouble(source, ['prevalence', 'p'])).toMatchObject(expected);
  });

  test.each([
    ['brackets', '('.repeat(100_000)],
    ['signs', '-'.repeat(100_000)],
    ['powers', '2^'.repeat(100_000)],
    ['a long sum', Array.from({ length: 100_000 }, () => '1').join('+')],
    ['calls', 'exp('.repeat(100_000)],
  ])('a hostile text is refused and does not exhaust the stack: %s', (_name, source) => {
    expect(trouble(source)).toMatchObject({ kind: 'expression-too-deep', limit: depthLimit });
  });

  test('what is just not too deep is still evaluated and printed', () => {
    const source = Array.from({ length: depthLimit }, () => '1').join('+');
    expect(value(source)).toBe(depthLimit);
    expect(print(unwrap(parse(source))).length).toBeGreaterThan(depthLimit);
  });
});
