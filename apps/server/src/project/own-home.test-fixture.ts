import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// Imported before anything that reads it: a key and a temporary folder of the tests' own, and no reference data but what a test names.
export const testFolder = mkdtempSync(join(tmpdir(), 'daero-project-'));
process.env.DAERO_HOME = join(testFolder, 'home');
process.env.TMPDIR = join(testFolder, 'tmp');
mkdirSync(process.env.TMPDIR);
process.env.DAERO_REFERENCE = join(testFolder, 'no-reference');

afterAll(() => rmSync(testFolder, { recursive: true, force: true }));
