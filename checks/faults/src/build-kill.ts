import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readChainFile } from '@daero/evidence/bundle/chain-file';
import type { Part } from './part.ts';

const root = resolve(import.meta.dirname, '../../..');
const repository = join(root, 'checks/repositories/small-cells');

/**
 * A build is killed with SIGKILL at a random moment, up to three times, and then run to its end. Every output must be whole and
 * under the hash of its node, nothing half-written may be left, and every file must be that of an undisturbed build, byte for byte.
 */
export const buildKill: Part = {
  name: 'build-kill',
  run: async ({ times, random, say }) => {
    const home = await mkdtemp(join(tmpdir(), 'daero-build-kill-'));
    const undisturbed = await fresh(home);
    await build(undisturbed, home);
    const wanted = await filesOf(undisturbed);
    const again = await fresh(home);
    const from = performance.now(); // the first build warms the disk
    await build(again, home);
    const usualMs = performance.now() - from;
    const differs = unlike(await filesOf(again), wanted);
    if (differs !== null) throw new Error(`two undisturbed builds are not the same: ${differs}`);
    let failed = 0;
    for (let round = 1; round <= times; round += 1) {
      const folder = await fresh(home);
      const kills = 1 + Math.floor(random() * 3);
      const delays = Array.from({ length: kills }, () => Math.floor(random() * usualMs));
      const { trouble, found } = await oneRound(folder, home, delays, wanted).catch((error: unknown) => ({
        trouble: error instanceof Error ? error.message : String(error),
        found: 0,
      }));
      if (trouble !== null) failed += 1;
      const news = `ok (${found} outputs were there)`;
      say(
        `${round}/${times} killed after ${delays.join(', ')} ms: ${trouble === null ? news : `FAILED: ${trouble}`}`,
      );
      await rm(folder, { recursive: true, force: true });
    }
    await rm(home, { recursive: true, force: true });
    return { passed: times - failed, failed };
  },
};

type Round = { readonly trouble: string | null; readonly found: number };

async function oneRound(
  folder: string,
  home: string,
  delays: readonly number[],
  wanted: ReadonlyMap<string, string>,
): Promise<Round> {
  for (const delay of delays) await build(folder, home, delay);
  const halfway = [...(await filesOf(folder))].filter(([name]) => name.startsWith('objects/'));
  const found = halfway.filter(([name]) => name.endsWith('.json')).length;
  const broken = halfway.find(([name, hash]) => name.endsWith('.json') && wanted.get(name) !== hash);
  if (broken !== undefined) return { trouble: `after a kill ${broken[0]} is not what it should be`, found };
  const code = await build(folder, home);
  if (code !== 0) return { trouble: `the build after the kill ended with ${code}`, found };
  return { trouble: unlike(await filesOf(folder), wanted) ?? (await unnamed(folder)), found };
}

/** The first file that is missing, left over, or other than in an undisturbed build. */
function unlike(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string | null {
  const names = [...new Set([...found.keys(), ...wanted.keys()])].sort();
  for (const name of names) {
    if (!wanted.has(name)) return `${name} is left behind`;
    if (!found.has(name)) return `${name} is missing`;
    if (found.get(name) !== wanted.get(name)) return `${name} differs`;
  }
  return null;
}

/** An output under a name that no node has, or a node without its output. */
async function unnamed(folder: string): Promise<string | null> {
  const chain = readChainFile(JSON.parse(await readFile(join(folder, 'out/chain.json'), 'utf8')));
  const hashes = new Set(chain?.nodes.map(({ hash }) => `${hash}.json`));
  const objects = (await readdir(join(folder, 'out/objects'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const stranger = objects.find((name) => !hashes.has(name));
  if (stranger !== undefined) return `${stranger} is the output of no node`;
  return objects.length === hashes.size ? null : `${hashes.size - objects.length} nodes have no output`;
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

/** Every file that a build has left, by its path, as the hash of its bytes. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const out = join(folder, 'out');
  if (!existsSync(out)) return new Map();
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)));
  const hashed = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(out, name)))
          .digest('hex'),
      ] as const,
  );
  return new Map(await Promise.all(hashed));
}
