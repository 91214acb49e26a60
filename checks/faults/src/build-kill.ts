import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './part.ts';

const root = resolve(import.meta.dirname, '../../..');
const repository = join(root, 'checks/repositories/small-cells');

/**
 * A build is killed with SIGKILL at a random moment, up to three times, and then run to its end. Every output must be
 * whole and under its own hash, nothing half-written may be left, and the bundle must be that of an undisturbed build, byte for byte.
 */
export const buildKill: Part = {
  name: 'build-kill',
  run: async ({ times, random, say }) => {
    const home = await mkdtemp(join(tmpdir(), 'daero-build-kill-'));
    const undisturbed = await fresh(home);
    const from = performance.now();
    await build(undisturbed, home);
    const usualMs = performance.now() - from;
    const wanted = await bundleHash(undisturbed);
    let failed = 0;
    for (let round = 1; round <= times; round += 1) {
      const folder = await fresh(home);
      const kills = 1 + Math.floor(random() * 3);
      const delays = Array.from({ length: kills }, () => Math.floor(random() * usualMs));
      const trouble = await oneRound(folder, home, delays, wanted).catch((error: unknown) =>
        error instanceof Error ? error.message : String(error),
      );
      if (trouble !== null) failed += 1;
      say(
        `${round}/${times} killed after ${delays.join(', ')} ms: ${trouble === null ? 'ok' : `FAILED: ${trouble}`}`,
      );
      await rm(folder, { recursive: true, force: true });
    }
    await rm(home, { recursive: true, force: true });
    return { passed: times - failed, failed };
  },
};

async function oneRound(
  folder: string,
  home: string,
  delays: readonly number[],
  wanted: string,
): Promise<string | null> {
  for (const delay of delays) await build(folder, home, delay);
  const halfway = await brokenObjects(folder);
  if (halfway !== null) return `after a kill: ${halfway}`;
  const code = await build(folder, home);
  if (code !== 0) return `the build after the kill ended with ${code}`;
  const left = (await readdir(join(folder, 'out'), { recursive: true })).filter((name) =>
    /\.part\b|\.part-|building$/.test(name),
  );
  if (left.length > 0) return `left behind: ${left.join(', ')}`;
  const bundle = await bundleHash(folder);
  return (
    (await brokenObjects(folder)) ??
    (bundle === wanted ? null : `the bundle is ${bundle.slice(0, 12)}, not ${wanted.slice(0, 12)}`)
  );
}

async function fresh(home: string): Promise<string> {
  const folder = await mkdtemp(join(home, 'repository-'));
  await cp(repository, folder, { recursive: true, filter: (path) => !/\/out(\/|$)/.test(path) });
  return folder;
}

/** Runs a build, to its end or for so many milliseconds; gives its exit code. */
async function build(folder: string, home: string, killAfterMs?: number): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'apps/cli/daero.js'), 'build', folder, '--json'], {
    env: { ...process.env, DAERO_HOME: join(home, 'installation') },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  if (killAfterMs !== undefined) {
    await Promise.race([pause(killAfterMs), ended]);
    child.kill('SIGKILL');
  }
  return ended;
}

/** An output that is not whole JSON, or null. What is still being written has another name and does not count. */
async function brokenObjects(folder: string): Promise<string | null> {
  const objects = join(folder, 'out/objects');
  if (!existsSync(objects)) return null;
  for (const name of await readdir(objects, { recursive: true })) {
    if (!/[0-9a-f]{64}\.json$/.test(name)) continue;
    try {
      JSON.parse(await readFile(join(objects, name), 'utf8'));
    } catch {
      return `${name} is not whole`;
    }
  }
  return null;
}

const bundleHash = async (folder: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(join(folder, 'out/small-cells.zip')))
    .digest('hex');
