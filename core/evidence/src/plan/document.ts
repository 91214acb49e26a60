import { fail, succeed, type Result } from '@daero/domain/result';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { problemWords } from './problem-words.ts';

/** A YAML file that still knows on which line each of its fields stands. */
export type PlanDocument = {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
};
export type Path = readonly PropertyKey[];

export const pathText = (path: Path): string => (path.length === 0 ? '(top)' : path.map(String).join('.'));

export function readDocument(file: string, text: string): Result<PlanDocument> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lines.linePos(error.pos[0]).line;
    return fail({ kind: 'plan-not-yaml', file, line, problem: firstLine(error.message) });
  }
  const value = plainValue(document);
  return value.ok
    ? succeed({ file, value: value.value, lineOf: lineFinder(document, lines) })
    : fail({ kind: 'plan-not-yaml', file, line: 1, problem: value.problem });
}

/** Without the place, which is said before it. */
const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, '');

/** Aliases may be made to swell without end or to hold themselves: such a text says nothing that could be a plan. */
function plainValue(document: Document): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(value); // throws on a circle
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? firstLine(error.message) : '' };
  }
}

/** The line of the field, or of the nearest field around it when it is missing. */
const lineFinder =
  (document: Document, lines: LineCounter) =>
  (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };

/** The document in the form of a schema, or the first field that is wrong: file, line, path and what to do. */
export function checkForm<Schema extends z.ZodType>(
  document: PlanDocument,
  schema: Schema,
  value: unknown = document.value,
  prefix: Path = [],
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new Error('a failed parse without an issue');
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...prefix, ...issue.path, ...unknownKey];
  const words = problemWords(issue);
  return fail({
    kind: 'plan-field-wrong',
    file: document.file,
    line: document.lineOf(path),
    path: pathText(path),
    problemKo: words.ko,
    problemEn: words.en,
  });
}
