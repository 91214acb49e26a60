import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from './words.ts';

const rows = Object.entries(words);
const slotsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{([a-zA-Z0-9_-]+)\}/g)].map((found) => found[1] ?? '').sort();

const keysWhere = (
  wrong: (key: string, row: { readonly ko: string; readonly en: string }) => boolean,
): string[] => rows.filter(([key, row]) => wrong(key, row)).map(([key]) => key);

test('every word has both languages', () => {
  expect(keysWhere((_key, { ko, en }) => ko.trim() === '' || en.trim() === '')).toEqual([]);
});

test('no key stands in two files: the later one would speak for both', () => {
  const folder = join(import.meta.dirname, 'words');
  const keys = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key = '']) => key),
  );
  expect(keys.length).toBeGreaterThan(500);
  expect(keys.filter((key, at) => keys.indexOf(key) < at)).toEqual([]);
});

test('both languages have the same slots', () => {
  expect(keysWhere((_key, { ko, en }) => slotsOf(ko).join() !== slotsOf(en).join())).toEqual([]);
});

test('no Korean is left in the English; the switch alone names each language in its own script', () => {
  expect(keysWhere((key, { en }) => key !== 'language.ko' && /[가-힣]/.test(en))).toEqual([]);
});

test('no doubled particle, no exclamation, nothing done "successfully"', () => {
  expect(keysWhere((_key, { ko }) => /을\(를\)|이\(가\)|은\(는\)|와\(과\)/.test(ko))).toEqual([]);
  expect(keysWhere((_key, { ko, en }) => /!|successfully/i.test(ko + en))).toEqual([]);
});

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
