import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from './words.ts';

const rows = Object.entries(words);
const slotsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{([a-zA-Z0-9_-]+)\}/g)].map((found) => found[1] ?? '').sort();

test.each(rows)('%s has both languages and the same slots', (_key, { ko, en }) => {
  expect(ko.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
  expect(slotsOf(ko)).toEqual(slotsOf(en));
});

test.each(rows)(
  '%s: no Korean left in the English, no doubled particle in the Korean',
  (_key, { ko, en }) => {
    // The language switch names each language in its own script.
    if (_key !== 'language.ko') expect(en).not.toMatch(/[가-힣]/);
    expect(ko).not.toMatch(/을\(를\)|이\(가\)|은\(는\)|와\(과\)/);
    expect(en).not.toMatch(/!|successfully/i);
  },
);

test('every word is used somewhere', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) ? [path] : [];
    });
  const all = sources(import.meta.dirname)
    .filter((path) => !path.includes('/words') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  // A key made from a union (`state.${state}`) counts as used by its stem.
  const unused = Object.keys(words).filter(
    (key) => !all.includes(`'${key}'`) && !all.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`),
  );
  expect(unused).toEqual([]);
});
