import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@daero/server/project/root';

/** The repository a person most likely means: the folder they stand in, else the only one among the examples. */
export function folderInUse(): string {
  if (existsSync('plan.yaml')) return '.';
  const examples = join(root, 'examples');
  const found = existsSync(examples)
    ? readdirSync(examples).filter((name) => existsSync(join(examples, name, 'plan.yaml')))
    : [];
  return found.length === 1 && found[0] !== undefined ? join(examples, found[0]) : '.';
}
