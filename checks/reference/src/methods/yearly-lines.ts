import { compile } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';

/** What a line may name: fields of the inputs, and earlier lines by year (the first year is 1). */
export type Known = Readonly<Record<string, unknown>>;

/**
 * A line of a reference set, at one year. Indices `a[y]`, fields `a.b` and `sum(k,from,to,x)`, `product(k,from,to,x)` are written
 * out to plain numbers first; what is left is an expression of the engine's own language.
 */
export function evaluateLine(source: string, known: Known, loops: Readonly<Record<string, number>>): number {
  const plain = withFields(withIndices(withLoops(source, known, loops), known, loops), known, loops);
  return unwrap(compile(plain, []))([]);
}

const written = (x: number): string => {
  if (!Number.isFinite(x)) throw new Error(`a line came to ${x}`);
  const digits = x.toString().replace(/e\+?(-?\d+)$/, '*10^($1)');
  return `(${digits})`;
};

function withLoops(source: string, known: Known, loops: Readonly<Record<string, number>>): string {
  const found = /\b(sum|product)\(/.exec(source);
  if (found === null) return source;
  const open = found.index + found[0].length;
  const parts: string[] = [];
  let [depth, start, at] = [0, open, open];
  for (; at < source.length; at += 1) {
    const letter = source[at];
    if (letter === '(' || letter === '[') depth += 1;
    if (depth === 0 && (letter === ',' || letter === ')')) {
      parts.push(source.slice(start, at).trim());
      start = at + 1;
      if (letter === ')') break;
    }
    if (letter === ')' || letter === ']') depth -= 1;
  }
  const [name = '', from = '', to = '', body = ''] = parts;
  const [first, last] = [evaluateLine(from, known, loops), evaluateLine(to, known, loops)];
  let total = found[1] === 'sum' ? 0 : 1;
  for (let k = first; k <= last; k += 1) {
    const value = evaluateLine(body, known, { ...loops, [name]: k });
    total = found[1] === 'sum' ? total + value : total * value;
  }
  return withLoops(source.slice(0, found.index) + written(total) + source.slice(at + 1), known, loops);
}

/** `a[y]`: the y-th entry, 0 when the index is below 1. */
const withIndices = (source: string, known: Known, loops: Readonly<Record<string, number>>): string =>
  source.replaceAll(/([A-Za-z_]\w*(?:\.\w+)*)\[([^[\]]+)\]/g, (_whole, name: string, index: string) => {
    const at = evaluateLine(index, known, loops);
    if (at < 1) return '(0)';
    const list = fieldOf(name, known);
    const value: unknown = Array.isArray(list) ? list[at - 1] : undefined;
    if (typeof value !== 'number') throw new Error(`${name}[${at}] is not a number`);
    return written(value);
  });

const withFields = (source: string, known: Known, loops: Readonly<Record<string, number>>): string =>
  source.replaceAll(/(?<![\w.])[A-Za-z_]\w*(?:\.\w+)*(?!\w*\()/g, (name) => {
    const value = name in loops ? loops[name] : fieldOf(name, known);
    if (typeof value !== 'number') throw new Error(`${name} is not a number`);
    return written(value);
  });

function fieldOf(name: string, known: Known): unknown {
  let value: unknown = known;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      throw new Error(`no ${name} in the inputs`);
    value = Reflect.get(value, step);
  }
  return value;
}
