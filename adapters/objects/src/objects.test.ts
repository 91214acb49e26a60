import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeVersions } from './code-version.ts';
import { fileStore, writeWhole } from './file-store.ts';

const fresh = (): Promise<string> => mkdtemp(join(tmpdir(), 'daero-objects-'));
const root = resolve(import.meta.dirname, '../../..');

describe('file store', () => {
  test('gives back what was written, and nothing under another hash', async () => {
    const store = fileStore(await fresh());
    await store.write('ab12', '{"x":1}');
    expect(await store.read('ab12')).toBe('{"x":1}');
    expect(await store.read('ab13')).toBeNull();
    expect([await store.has('ab12'), await store.has('ab13')]).toEqual([true, false]);
  });

  test('never changes an output that is there', async () => {
    const store = fileStore(await fresh());
    await store.write('ab12', 'first');
    await store.write('ab12', 'second');
    expect(await store.read('ab12')).toBe('first');
  });

  test('leaves no part behind when the target cannot be written', async () => {
    const folder = await fresh();
    await writeFile(join(folder, 'in-the-way'), '');
    await expect(writeWhole(join(folder, 'in-the-way', 'file'), 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['in-the-way']);
  });
});

describe('code version', () => {
  test('is the same each time, and differs between files', () => {
    const version = codeVersions(root);
    const of = version('core/statistics/src/resampling/random-stream.ts');
    expect(codeVersions(root)('core/statistics/src/resampling/random-stream.ts')).toBe(of);
    expect(version('core/domain/src/table.ts')).not.toBe(of);
  });
});
