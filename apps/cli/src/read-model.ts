import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { readDocument } from '@daero/evidence/plan/document';

/**
 * The data of a model file: JSON, YAML, or a TypeScript module whose default export is one. A module is run to get it, by somebody who
 * names the file: no plan and no server ever does that.
 */
export async function readModelFile(path: string): Promise<Result<unknown, Fault>> {
  try {
    if (!['.ts', '.js', '.mjs'].includes(extname(path))) {
      const document = readDocument(path, await readFile(path, 'utf8')); // JSON is YAML too
      return document.ok ? succeed(document.value.value) : document;
    }
    const module: unknown = await import(pathToFileURL(resolve(path)).href);
    if (typeof module === 'object' && module !== null && 'default' in module)
      return succeed(JSON.parse(JSON.stringify(module.default)) as unknown);
    return fail({ kind: 'model-file-without-default', path });
  } catch (error) {
    const problem = error instanceof Error ? firstLine(error.message) : String(error);
    return fail({ kind: 'model-file-unreadable', path, problem });
  }
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;
