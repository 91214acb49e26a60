import { fail, succeed, type Result } from '../result.ts';
import { type Position } from './tree.ts';

export type Token = {
  readonly kind: 'number' | 'name' | 'quoted' | 'sign' | 'end';
  readonly text: string;
  readonly at: Position;
};

/** `column` counts from 1, as an editor shows it. */
export type TokenFault =
  | {
      readonly kind: 'expression-character';
      readonly source: string;
      readonly column: number;
      readonly found: string;
    }
  | {
      readonly kind: 'expression-unclosed';
      readonly source: string;
      readonly column: number;
      readonly found: string;
    };

const space = /\s+/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const quoted = /\[([^\][]+)\]/y;
const sign = /<=|>=|!=|[-+*/^()<>=,]/y;

/** The text in words and signs, ended by an `end` token so that a reader never runs out. */
export function tokens(source: string): Result<readonly Token[], TokenFault> {
  const found: Token[] = [];
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const match = form.exec(source);
    if (match !== null) at += match[0].length;
    return match;
  };
  while (at < source.length) {
    if (take(space) !== null) continue;
    const start = at;
    const read = (kind: Token['kind'], form: RegExp): boolean => {
      const match = take(form);
      if (match !== null) found.push({ kind, text: match[1] ?? match[0], at: start });
      return match !== null;
    };
    if (read('number', number) || read('name', name) || read('quoted', quoted) || read('sign', sign))
      continue;
    const fault = { source, column: start + 1, found: source.charAt(start) };
    return source[start] === '['
      ? fail({ kind: 'expression-unclosed', ...fault })
      : fail({ kind: 'expression-character', ...fault });
  }
  found.push({ kind: 'end', text: '', at });
  return succeed(found);
}
