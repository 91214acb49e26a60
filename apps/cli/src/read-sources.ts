import { resolve } from 'node:path';
import type { SourceFiles } from '@daero/server/project/find-source';

/** `name=file` pairs, or null where one is not of that form. */
export function readSources(pairs: readonly string[]): SourceFiles | null {
  const files = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) return null;
    files.set(pair.slice(0, at), resolve(pair.slice(at + 1)));
  }
  return files;
}
