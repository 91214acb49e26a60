import { fail, succeed, type Result } from '@daero/domain/result';
import { type z } from 'zod';
import { below, type Path } from './place.ts';

type At = { readonly path: Path };
export type FileFault =
  | ({ readonly kind: 'model-field'; readonly problem: string } & At)
  | ({ readonly kind: 'model-field-missing' } & At)
  | ({ readonly kind: 'model-field-unknown' } & At)
  | { readonly kind: 'model-too-deep'; readonly limit: number };

/** A model file in its form, or the first place where it is not. */
export function readFile<Form>(form: z.ZodType<Form>, json: unknown): Result<Form, FileFault> {
  if (!notDeeperThan(json, depthLimit)) return fail({ kind: 'model-too-deep', limit: depthLimit });
  const read = form.safeParse(json, { reportInput: true });
  return read.success ? succeed(read.data) : fail(fieldFault(read.error));
}

function fieldFault({ issues: [issue] }: z.ZodError): FileFault {
  if (issue === undefined) throw new Error('a refused form has an issue');
  const path = below('', ...issue.path.map(String));
  if (issue.code === 'unrecognized_keys')
    return { kind: 'model-field-unknown', path: below(path, issue.keys[0] ?? '') };
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { kind: 'model-field-missing', path };
  return { kind: 'model-field', path, problem: issue.message };
}

const depthLimit = 200;

/** Level by level, so that a hostile file cannot exhaust the stack. */
function notDeeperThan(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return false;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return true;
}
