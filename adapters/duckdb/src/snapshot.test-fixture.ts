import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotMapping } from '@daero/registry/snapshot/mapping';
import { onTestFinished } from 'vitest';

/** A folder that goes when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daero-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const longMapping = snapshotMapping.parse({
  form: 'long',
  subject: 'id',
  time: 'minute',
  item: 'name',
  value: 'value',
});
