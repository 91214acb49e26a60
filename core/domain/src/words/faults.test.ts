import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultWords } from './faults.ts';

test('no kind of fault or warning has words in two files: the later one would speak for both', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^faults-.*(?<!\.test)\.ts$/.test(name));
  const kinds = files.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/^ {2}'?([\w-]+)'?: \{$/gm)].map(
      ([, kind = '']) => kind,
    ),
  );
  expect(Object.keys(faultWords).filter((kind) => !kinds.includes(kind))).toEqual([]);
  expect(kinds.filter((kind, at) => kinds.indexOf(kind) < at)).toEqual([]);
});
