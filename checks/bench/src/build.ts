import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './row.ts';
import { median, root, timeDaero } from './run-daero.ts';

const example = join(root, 'examples/icu-early-warning');

/** The example from raw file to bundle, again with nothing changed, and again with one assumption changed. */
export async function benchBuild(): Promise<BenchRow[]> {
  const [full, unchanged, changed] = [[] as number[], [] as number[], [] as number[]];
  let recomputed = '';
  for (let round = 0; round < 3; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'daero-bench-'));
    try {
      const at = join(folder, 'repository');
      await cp(example, at, { recursive: true, filter: (path) => !path.includes('/out') });
      const build = ['build', at, '--json'];
      full.push((await timeDaero(build, folder)).seconds);
      unchanged.push((await timeDaero(build, folder)).seconds);
      await changeOneAssumption(join(at, 'model.yaml'));
      const again = await timeDaero(build, folder);
      changed.push(again.seconds);
      const { counts } = JSON.parse(again.stdout) as { counts: { computed: number; fresh: number } };
      recomputed = `${counts.computed} of ${counts.computed + counts.fresh} nodes`;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const row = (what: string, limit: number, times: readonly number[]): BenchRow => ({
    what,
    target: `<= ${limit} s`,
    figure: median(times),
    unit: 's',
    ok: median(times) <= limit,
  });
  return [
    row('full build of the example, raw file to bundle', 20, full),
    row('build with nothing changed', 1, unchanged),
    row(`build with one assumption changed (recomputed ${recomputed})`, 2, changed),
  ];
}

async function changeOneAssumption(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace('mean: 9000', 'mean: 9500');
  if (changed === text) throw new Error(`${file} no longer has the assumption that this bench changes`);
  await writeFile(file, changed);
}
