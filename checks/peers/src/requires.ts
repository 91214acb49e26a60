import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

/** In CI a missing peer is a failure, elsewhere a skip that says what is missing. */
const required = process.env.DAERO_REQUIRE_PEERS !== undefined;

export const chromium = (() => {
  const named = process.env.CHROMIUM ?? '';
  return [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(path),
  );
})();

export const referenceData = join(
  process.env.DAERO_REFERENCE ?? join(root, '../shared'),
  'reference/rwe/data',
);

/** True where a test must be left out here; says why, so that nobody takes the skip for a pass. */
export function lacks(what: string, isThere: boolean): boolean {
  if (isThere || required) return false;
  console.warn(`skipped: ${what} is not here (npm run peers installs the Debian packages)`);
  return true;
}
