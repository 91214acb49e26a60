import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CodeVersion } from '@daero/evidence/ports';

// Types vanish before anything runs, so `import type` decides nothing.
const imports = /^(?:import|export)\s(?!type\s)[^;]*?from\s+'([^']+)'/gm;

/**
 * The version of a method's code: the SHA-256 of its file and of every file of ours that it imports, with their paths.
 * A third-party library counts by its name and the version that the lock file pins.
 */
export function codeVersions(root: string): CodeVersion {
  const known = new Map<string, string>();
  const pinned = pinnedVersions(root);

  const closure = (file: string, found: Map<string, string>): void => {
    const name = relative(root, file);
    if (found.has(name)) return;
    const text = readFileSync(file, 'utf8');
    found.set(name, createHash('sha256').update(text).digest('hex'));
    for (const [, to = ''] of text.matchAll(imports)) {
      if (to.startsWith('.')) closure(resolve(dirname(file), to), found);
      else if (to.startsWith('@daero/')) closure(fileOfRoom(root, to), found);
      else found.set(to, pinned(to));
    }
  };

  return (file) => {
    const cached = known.get(file);
    if (cached !== undefined) return cached;
    const found = new Map<string, string>();
    closure(join(root, file), found);
    const listing = [...found]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map((entry) => entry.join(' '));
    const version = createHash('sha256').update(listing.join('\n')).digest('hex').slice(0, 16);
    known.set(file, version);
    return version;
  };
}

/** `@daero/domain/format/number` is `core/domain/src/format/number.ts`. */
function fileOfRoom(root: string, specifier: string): string {
  const [, room = '', ...path] = specifier.split('/');
  const layer = ['core', 'adapters', 'apps'].find((name) => existsSync(join(root, name, room)));
  if (layer === undefined) throw new Error(`no room ${room}, which ${specifier} names`);
  return join(root, layer, room, 'src', `${path.join('/')}.ts`);
}

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

function pinnedVersions(root: string): (specifier: string) => string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  return (specifier) => {
    const parts = specifier.split('/');
    const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
    return lock.packages[`node_modules/${name}`]?.version ?? 'unpinned';
  };
}
