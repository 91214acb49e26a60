import { namesIn, type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { parse } from '@daero/domain/expression/parse';
import { below, type Path } from './place.ts';

export type Definable = {
  readonly name: string;
  readonly expression: Expression | 'given';
  readonly path: Path;
};
export type CircularFault = {
  readonly kind: 'definition-circular';
  readonly path: Path;
  /** Each is defined by the next; the last by the first. */
  readonly names: readonly string[];
};

/** Definitions in an order in which each uses only those before it; ties stay in the order given. */
export function inOrder<One extends Definable>(
  definitions: readonly One[],
): Result<readonly One[], CircularFault> {
  const byName = new Map(definitions.map((one) => [one.name, one]));
  const uses = new Map(
    definitions.map(({ name, expression }) => [
      name,
      expression === 'given' ? [] : namesIn(expression).filter((used) => byName.has(used)),
    ]),
  );
  const placed = new Set<string>();
  const ordered: One[] = [];

  /** Walks what a definition needs, with a stack of its own: a long chain cannot exhaust that of the machine. */
  const place = (start: One): CircularFault | null => {
    const open = [{ one: start, next: 0 }];
    const inside = new Set([start.name]);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const needed = uses.get(top.one.name)?.[top.next];
      if (needed === undefined) {
        open.pop();
        inside.delete(top.one.name);
        placed.add(top.one.name);
        ordered.push(top.one);
        continue;
      }
      top.next += 1;
      const one = byName.get(needed);
      if (one === undefined || placed.has(needed)) continue;
      if (inside.has(needed)) {
        const chain = open.map((each) => each.one.name);
        return { kind: 'definition-circular', path: one.path, names: chain.slice(chain.indexOf(needed)) };
      }
      open.push({ one, next: 0 });
      inside.add(needed);
    }
    return null;
  };

  for (const one of definitions) {
    const fault = placed.has(one.name) ? null : place(one);
    if (fault !== null) return fail(fault);
  }
  return succeed(ordered);
}

/** The places of the parameters in an order in which each uses only those before it. Texts that cannot be parsed are told later, in their place. */
export function placesInOrder(
  forms: readonly { readonly name: string; readonly expression?: string | undefined }[],
): Result<readonly number[], CircularFault> {
  const definitions = forms.map(({ name, expression }, index) => {
    const tree = expression === undefined ? null : parse(expression);
    const path = below('/parameters', index);
    return { name, index, path, expression: tree?.ok === true ? tree.value : ('given' as const) };
  });
  const once = new Set<string>();
  const [first, again] = [
    definitions.filter(({ name }) => !once.has(name) && once.add(name)),
    definitions.filter(({ name, index }) => definitions.findIndex((one) => one.name === name) < index),
  ];
  const ordered = inOrder(first);
  return ordered.ok ? succeed([...ordered.value, ...again].map(({ index }) => index)) : ordered;
}
