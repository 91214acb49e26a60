import { type LookupTable } from '@daero/domain/expression/functions';
import { print } from '@daero/domain/expression/print';
import { type Expression } from '@daero/domain/expression/tree';
import { type Operation } from './operations.ts';

/** What a value changes with, apart from the draw: the cycle (`t`), the time spent in a state (`k`), both or neither. */
export type Varies = 'never' | 'cycle' | 'residence' | 'both';

/** One step of a traced program; `takes` are the steps before it whose values it reads. */
export type Step = { readonly varies: Varies } & (
  | { readonly makes: 'number'; readonly value: number }
  | { readonly makes: 'given'; readonly name: string }
  | { readonly makes: 'cycle' | 'residence' }
  | { readonly makes: 'result'; readonly operation: Operation; readonly takes: readonly number[] }
);

/** A name with its definition; `given` means that a column will be handed in. */
export type Definition = { readonly name: string; readonly expression: Expression | 'given' };

export type Program = {
  readonly steps: readonly Step[];
  /** The step that holds the value of each defined name. */
  readonly names: ReadonlyMap<string, number>;
};

/** Adds expressions to a program; what was already traced is found again and computed once. */
export type Tracer = {
  readonly trace: (expression: Expression) => number;
  readonly number: (value: number) => number;
  readonly binary: (operator: '+' | '-' | '*', left: number, right: number) => number;
  readonly program: Program;
};

export const cycleName = 't';
export const residenceName = 'k';

/**
 * Traces definitions once into steps: every later run walks the steps and never the texts.
 * The order of definitions is free as long as each one's names stand before it.
 */
export function tracer(definitions: readonly Definition[], tables: ReadonlyMap<string, LookupTable>): Tracer {
  const steps: Step[] = [];
  const known = new Map<string, number>();
  const names = new Map<string, number>();

  const add = (key: string, step: Step): number => {
    const there = known.get(key);
    if (there !== undefined) return there;
    known.set(key, steps.length);
    steps.push(step);
    return steps.length - 1;
  };
  const result = (key: string, operation: Operation, takes: readonly number[]): number => {
    const varies = takes.reduce<Varies>(
      (both, index) => together(both, steps[index]?.varies ?? 'never'),
      'never',
    );
    return add(`${key}(${takes.join(',')})`, { makes: 'result', operation, takes, varies });
  };
  const number = (value: number): number => add(`#${value}`, { makes: 'number', value, varies: 'never' });
  const binary = (operator: '+' | '-' | '*', left: number, right: number): number =>
    result(operator, { does: 'binary', operator }, [left, right]);

  const trace = (tree: Expression): number => {
    switch (tree.node) {
      case 'number':
        return number(tree.value);
      case 'name': {
        const index = names.get(tree.name);
        if (index === undefined) throw new Error(`"${tree.name}" was not checked before it was compiled`);
        return index;
      }
      case 'unary':
        return result(tree.operator, { does: tree.operator === '-' ? 'negative' : 'not' }, [
          trace(tree.operand),
        ]);
      case 'binary':
        return result(tree.operator, { does: 'binary', operator: tree.operator }, [
          trace(tree.left),
          trace(tree.right),
        ]);
      case 'call': {
        if (tree.name !== 'lookup') {
          const does =
            tree.name === 'if'
              ? ({ does: 'if' } as const)
              : ({ does: 'function', name: tree.name, takes: tree.takes.length } as const);
          return result(tree.name, does, tree.takes.map(trace));
        }
        const [table, key] = tree.takes;
        const found = table?.node === 'name' ? tables.get(table.name) : undefined;
        if (found === undefined || key === undefined) throw new Error(`${print(tree)} was not checked`);
        return result(print(tree), { does: 'lookup', table: found }, [trace(key)]);
      }
    }
  };

  names.set(cycleName, add(cycleName, { makes: 'cycle', varies: 'cycle' }));
  names.set(residenceName, add(residenceName, { makes: 'residence', varies: 'residence' }));
  for (const { name, expression } of definitions) {
    const index =
      expression === 'given'
        ? add(`given ${name}`, { makes: 'given', name, varies: 'never' })
        : trace(expression);
    names.set(name, index);
  }
  return { trace, number, binary, program: { steps, names } };
}

function together(a: Varies, b: Varies): Varies {
  if (a === 'never' || a === b) return b;
  return b === 'never' ? a : 'both';
}
