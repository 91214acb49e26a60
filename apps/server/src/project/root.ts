import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of this installation. */
export const root = resolve(import.meta.dirname, '../../../..');

/** What belongs to this installation and to no repository: keys and the embedded database. */
export const home = process.env.DAERO_HOME ?? join(root, '.daero');

/** The folder of reference data, where there is one. */
export const referenceFolder = (): string | null => {
  const shared = process.env.DAERO_REFERENCE ?? join(root, '../shared');
  const folder = join(shared, 'reference');
  return existsSync(folder) ? folder : null;
};
