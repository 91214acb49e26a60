import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCases } from './case.ts';
import { judge } from './judge.ts';

// Every number of every validation case whose method is built, against the outside software.

const root = join(import.meta.dirname, '../../..');
const folder = join(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference/validation');
const here = existsSync(folder);

describe.skipIf(!here)('agreement with R (needs ../shared/reference)', () => {
  test.each(here ? findCases(folder).map((file) => file.slice(folder.length + 1)) : [])('%s', (name) => {
    const verdict = judge(join(folder, name), root);
    // A method that is not built yet is no failure of those that are.
    if (verdict.verdict === 'skip') expect(verdict.reason).toContain('not built yet');
    else expect(verdict).toMatchObject({ verdict: 'ok' });
  });
});
