import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A method is a function named after its file. It says what it takes, gives and costs, how it fails, where it is from, how it was checked. */
const headings = ['Takes', 'Gives', 'Fails', 'Cost', 'Source', 'Checked'];

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') }));

const named = (file: string): string =>
  (file.split('/').at(-1) ?? '')
    .replace(/\.ts$/, '')
    .replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

const documented = (text: string) =>
  [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g)].map((match) => ({
    comment: match[1] ?? '',
    name: match[2] ?? '',
  }));

const methods = files.filter(({ name, text }) => new RegExp(`export function ${named(name)}\\b`).test(text));

test('the methods are found', () => {
  expect(methods.map(({ name }) => named(name))).toEqual(
    expect.arrayContaining(['aucDelong', 'kaplanMeier', 'loess']),
  );
});

test.each(methods)('$name has the six headings in their order', ({ name, text }) => {
  const comment = documented(text).find((each) => each.name === named(name))?.comment ?? '';
  expect([...comment.matchAll(/^ \* ([A-Z][a-z]+) {2,}\S/gm)].map((match) => match[1])).toEqual(headings);
});

test.each(files)('what has some of the headings in $name has all of them', ({ text }) => {
  const halves = documented(text).filter(({ comment }) => {
    const found = headings.filter((heading) => new RegExp(`^ \\* ${heading} {2,}\\S`, 'm').test(comment));
    return found.length > 0 && found.length < headings.length;
  });
  expect(halves.map(({ name }) => name)).toEqual([]);
});
