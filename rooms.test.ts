import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom. A new edge is one word here, argued in `decisions/`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'core/domain': [],
  'core/statistics': ['domain'],
  'core/figures': ['domain'],
  'core/device': ['domain'],
  'core/economics': ['domain', 'statistics'],
  'core/registry': ['domain', 'device'],
  'core/pathway': ['domain', 'statistics'],
  'core/programme': ['domain', 'registry', 'pathway'],
  'core/adoption': ['domain', 'registry', 'pathway', 'economics'],
  'core/evidence': ['domain', 'device', 'statistics', 'economics', 'registry'],
  'core/dossier': ['domain', 'evidence', 'pathway', 'figures'],
  'core/api': [
    'domain',
    'evidence',
    'registry',
    'statistics',
    'economics',
    'pathway',
    'adoption',
    'programme',
  ],
  'adapters/postgres': ['domain', 'registry'],
  'adapters/duckdb': ['domain', 'registry'],
  'adapters/objects': ['domain', 'evidence'],
  'adapters/jobs': ['domain', 'postgres'],
  'adapters/plot': ['domain', 'figures'],
  'adapters/bundle': ['domain', 'evidence'],
  'adapters/xlsx': ['domain', 'economics'],
  'apps/web': ['domain', 'api', 'economics', 'figures', 'plot'],
};

/** Pure third-party libraries that a core room may use: none of them does I/O. */
const pure = /^(zod|yaml|canonicalize|date-holidays$|@noble\/hashes|@stdlib\/)/;

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    return statSync(path).isDirectory() ? sourcesBelow(path) : /\.tsx?$/.test(name) ? [path] : [];
  });

const statement = /^(?:import|export)\s[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(statement)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const rooms = (layer: string): string[] => readdirSync(layer).map((room) => `${layer}/${room}`);

describe('the import graph', () => {
  test.each(Object.keys(allowed))('%s imports only what the table allows', (room) => {
    const strangers = sourcesBelow(join(room, 'src'))
      .flatMap((file) => importsOf(file).map((to) => ({ file, to })))
      .filter(({ to }) => to.startsWith('@daero/'))
      .filter(({ to }) => {
        const target = to.split('/')[1] ?? '';
        return target !== room.split('/')[1] && !allowed[room]?.includes(target);
      });
    expect(strangers).toEqual([]);
  });

  test('every core and adapter room has a row', () => {
    const missing = [...rooms('core'), ...rooms('adapters')].filter((room) => !(room in allowed));
    expect(missing).toEqual([]);
  });

  test.each(rooms('core'))('%s touches nothing outside: pure libraries and other rooms only', (room) => {
    const impure = sourcesBelow(join(room, 'src'))
      .filter((file) => !/\.(test|contract)\.ts$/.test(file))
      .flatMap((file) => importsOf(file).map((to) => ({ file, to })))
      .filter(({ to }) => !to.startsWith('.') && !to.startsWith('@daero/') && !pure.test(to));
    expect(impure).toEqual([]);
  });

  test('no relative import leaves its room', () => {
    const leaving = [...rooms('core'), ...rooms('adapters'), ...rooms('apps')].flatMap((room) =>
      sourcesBelow(room).flatMap((file) =>
        importsOf(file)
          .filter((to) => to.startsWith('.') && !join(file, '..', to).startsWith(room))
          .map((to) => ({ file, to })),
      ),
    );
    expect(leaving).toEqual([]);
  });
});
