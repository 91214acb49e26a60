import { testFolder } from './own-home.test-fixture.ts';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@daero/domain/canonical';
import { outputName } from '@daero/evidence/bundle/chain-file';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  chainIn,
  findingsOf,
  isSound,
  jsonOf,
  opened,
  putChain,
  rewriteChain,
  resealed,
  verdictOn,
  type Files,
} from './forgery.test-fixture.ts';
import { build, built, edit, filesBelow, openCells, smallCells } from './repository.test-fixture.ts';
import { openProject } from './open-project.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a plan from a stranger runs no code', () => {
  const script = '<script>globalThis.ran = true</script><img src=x onerror=globalThis.ran=true>';

  test('what it says is text in the dossier, wherever it stands', async () => {
    const folder = await openCells();
    await edit(folder, 'plan.yaml', [
      ['A test repository with small cells', `Title ${script}`],
      ['Made-up people. It shows', `Summary ${script}`],
      ['en: Made-up people }', `en: "Source ${script}" }`],
      ['en: Test score }', `en: "Device ${script}" }`],
      ['en: First }', `en: "Site ${script}" }`],
      ['en: Everyone }', `en: "Population ${script}" }`],
      ['en: Discrimination }', `en: "Analysis ${script}" }`],
      ['Death overall was', `Claim ${script}`],
      ['en: Death by site }', `en: "Requirement ${script}" }`],
      ['name: Daero tests', `name: "Author ${script}"`],
    ]);
    await edit(folder, 'model.yaml', [['en: Risk of the event }', `en: "Risk ${script}" }`]]);
    await built(folder);
    for (const name of ['dossier-en.html', 'dossier-ko.html']) {
      const html = await readFile(join(folder, 'out', name), 'utf8');
      expect(html).not.toMatch(/<script>globalThis|<img src=x/);
    }
    expect(await readFile(join(folder, 'out/dossier-en.html'), 'utf8')).toContain('&lt;script&gt;globalThis');
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });

  it.each([
    ['a file above the folder', './people.csv', './../../../../etc/passwd'],
    ['an absolute file', './people.csv', '/etc/passwd'],
    ['an id that is a path', 'id: small-cells', 'id: ../../outside'],
    ['a source that is a path', '  people:\n', '  ../people:\n'],
  ])('%s is refused', async (_name, from, to) => {
    const folder = await smallCells();
    await edit(folder, 'plan.yaml', [[from, to]]);
    const found = await openProject(folder);
    expect(found.ok ? 'taken' : found.fault.kind).toBe('plan-field-wrong');
    expect(await filesBelow(join(folder, 'out'))).toEqual([]);
  });

  test('a name out of the prototype of objects is a name like any other', async () => {
    const folder = await smallCells();
    const text = await readFile(join(folder, 'plan.yaml'), 'utf8');
    await writeFile(
      join(folder, 'plan.yaml'),
      text
        .replace('    score: { from', '    constructor: { from: people, column: score }\n    score: { from')
        .replace('id: site-1,', 'id: constructor,')
        .replace('id: death-rate', 'id: valueof'),
    );
    const report = await build(folder);
    expect(report.ok && [report.value.counts.failed, report.value.counts.blocked]).toEqual([0, 0]);
  });
});

describe.concurrent('a bundle from a stranger is a verdict, never an accident or a write outside', () => {
  let open: Uint8Array;
  beforeAll(async () => {
    const folder = await openCells();
    open = await readFile((await built(folder)).bundle ?? '');
  });
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const put =
    (name: string, text: string) =>
    (files: Files): unknown =>
      files.set(name, utf8(text));
  const snapshotHash =
    (hash: unknown) =>
    (files: Files): void => {
      rewriteChain(files, (node) =>
        node.kind === 'snapshot' ? { ...node, recipe: { kind: 'snapshot', content: hash as string } } : node,
      );
      const node = chainIn(files).nodes.find(({ kind }) => kind === 'snapshot');
      const name = outputName(node?.hash ?? '');
      files.set(name, utf8(canonicalJson({ ...Object(jsonOf(files, name)), hash })));
      const parquet = [...files].find(([one]) => one.endsWith('.parquet'));
      if (parquet !== undefined) files.set(`snapshots/${String(hash)}.parquet`, parquet[1]);
    };
  const recipeOf =
    (id: string, over: (recipe: Record<string, unknown>) => unknown) =>
    (files: Files): void =>
      rewriteChain(files, (node) =>
        node.id === id
          ? {
              ...node,
              recipe: JSON.parse(
                JSON.stringify(over(JSON.parse(JSON.stringify(node.recipe)) as Record<string, unknown>)),
              ) as typeof node.recipe,
            }
          : node,
      );

  it.each<{ name: string; attack: (files: Files) => unknown }>([
    { name: 'a chain nested past the stack', attack: put('chain.json', deep) },
    {
      name: 'a chain whose recipe is nested past the stack',
      attack: put('chain.json', `{"nodes":[{"recipe":${deep}}]}`),
    },
    { name: 'a manifest-like file nested past the stack', attack: put('estimates.json', deep) },
    { name: 'a plan nested past the stack', attack: put('plan.yaml', `a: ${deep}`) },
    {
      name: 'a plan whose aliases swell',
      attack: put(
        'plan.yaml',
        `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`).join(',')}]`).join('\n')}`,
      ),
    },
    { name: 'a model that is a number', attack: put('model.json', '7') },
    { name: 'no chain but null', attack: put('chain.json', 'null') },
    {
      name: 'a hundred thousand nodes of nothing',
      attack: put('chain.json', `{"nodes":[${Array(100_000).fill('{}').join(',')}]}`),
    },
    {
      name: 'a node under the name of a prototype',
      attack: (files) =>
        putChain(files, {
          ...chainIn(files),
          nodes: chainIn(files).nodes.map((node) => ({ ...node, id: '__proto__' })),
        }),
    },
    { name: 'a snapshot named by a path', attack: snapshotHash('../../outside') },
    { name: 'a snapshot named by a list', attack: snapshotHash(['a'.repeat(64)]) },
    {
      name: 'a method that is not there',
      attack: recipeOf('analysis:death-rate', (recipe) => ({ ...recipe, method: 'constructor' })),
    },
    {
      name: 'settings of no form',
      attack: recipeOf('analysis:death-rate', (recipe) => ({
        ...recipe,
        settings: { level: 'high', __proto__: 1 },
      })),
    },
    {
      name: 'a population of no form',
      attack: recipeOf('population:study', () => ({ kind: 'population', columns: 5, sources: null })),
    },
    {
      name: 'an expression that is a program',
      attack: recipeOf('population:study', (recipe) => ({
        ...recipe,
        columns: [{ name: 'x', definition: { expression: 'globalThis.ran = process.exit(7)' } }],
      })),
    },
    { name: 'a model of no form', attack: recipeOf('model', () => ({ kind: 'model', structure: [] })) },
    {
      name: 'a document of no form',
      attack: recipeOf('document:en', () => ({ kind: 'document', plan: '{}', chain: 1, lock: null })),
    },
    {
      name: 'a figure in no language',
      attack: recipeOf('figure:model:ko', (recipe) => ({ ...recipe, language: 'fr' })),
    },
  ])('$name', async ({ attack }) => {
    const files = opened(open);
    attack(files);
    const verdict = await verdictOn(resealed(files));
    expect(isSound(verdict)).toBe(false);
    expect(findingsOf(verdict).length).toBeGreaterThan(0);
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
    expect(Reflect.get({}, 'nodes')).toBeUndefined();
  });

  test('a law: any value of any file replaced by any other ends in a verdict that does not hold', async () => {
    const names = [...opened(open).keys()].filter(
      (name) => name.endsWith('.json') && name !== 'manifest.json' && name !== 'signature.json',
    );
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('../../x', '__proto__', '<script>', -1, 1e308, '', null),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), odd, async (name, at, value) => {
        const files = opened(open);
        const before = jsonOf(files, name);
        const after = replaced(before, at, value);
        if (canonicalJson(after) === canonicalJson(before)) return;
        files.set(name, utf8(canonicalJson(after)));
        const verdict = await verdictOn(resealed(files));
        expect(isSound(verdict), name).toBe(false);
      }),
      { numRuns: 15 },
    );
  });
});

test('none of them left anything behind, in the temporary folder or beside it', async () => {
  const odd = /^daero-verify|outside/;
  expect((await readdir(tmpdir())).filter((name) => odd.test(name))).toEqual([]);
  expect((await readdir(testFolder)).filter((name) => odd.test(name))).toEqual([]);
});

/** The value with its n-th inner value, counted in order, replaced. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  const places: (readonly (string | number)[])[] = [];
  const walk = (one: unknown, path: readonly (string | number)[]): void => {
    places.push(path);
    if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) walk(inner, [...path, key]);
  };
  walk(value, []);
  const [first, ...rest] = places[at % places.length] ?? [];
  if (first === undefined) return by;
  const copy: unknown = structuredClone(value);
  let holder = copy as Record<string | number, unknown>;
  let last: string | number = first;
  for (const step of rest) {
    holder = holder[last] as Record<string | number, unknown>;
    last = step;
  }
  holder[last] = by;
  return copy;
}
