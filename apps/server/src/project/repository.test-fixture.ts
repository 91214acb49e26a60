import { testFolder } from './own-home.test-fixture.ts';
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrap, type Fault, type Result } from '@daero/domain/result';
import { smallModel } from '@daero/evidence/small-model.test-fixture';
import { buildProject, type BuildReport, type BuildWatcher } from './build-project.ts';
import type { SourceFiles } from './find-source.ts';
import { openProject } from './open-project.ts';
import { root } from './root.ts';

const smallCellsFolder = join(root, 'checks/repositories/small-cells');

export const unwatchedBuild: BuildWatcher = {
  step: () => undefined,
  rows: () => undefined,
  cancelled: () => false,
};

/** A folder of its own, gone after the tests. */
export const freshFolder = (): Promise<string> => mkdtemp(join(testFolder, 'repository-'));

/** The repository with small cells, copied. */
export async function smallCells(): Promise<string> {
  const folder = await freshFolder();
  for (const name of ['plan.yaml', 'people.csv']) await cp(join(smallCellsFolder, name), join(folder, name));
  return folder;
}

export const peopleCsv = (): Promise<string> => readFile(join(smallCellsFolder, 'people.csv'), 'utf8');

/** The same people as open data, with an economic model bound to their deaths: everything in it can be derived again. */
export async function openCells(): Promise<string> {
  const folder = await smallCells();
  await edit(folder, 'plan.yaml', [
    [
      '    licence: { ko: 공개, en: Public }\n',
      '    licence: { ko: 공개, en: Public }\n    disclosure: open\n',
    ],
    [
      'requirements:\n',
      'model: { file: model.yaml, names: { incremental-cost: extra-cost, net-benefit: net-benefit } }\nrequirements:\n',
    ],
    [
      'claims:\n',
      'claims:\n  - { id: C-03, ko: "비용은 {extra-cost} 바뀐다.", en: "Cost changes by {extra-cost}.", serves: [R-02] }\n',
    ],
    ['requirements:\n', 'requirements:\n  - { id: R-02, text: { ko: 비용, en: Cost }, source: test }\n'],
  ]);
  await writeFile(join(folder, 'model.yaml'), smallModel);
  return folder;
}

/** Replaces texts that each stand once in a file. */
export async function edit(
  folder: string,
  name: string,
  changes: readonly (readonly [string, string])[],
): Promise<void> {
  let text = await readFile(join(folder, name), 'utf8');
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`"${from}" must stand once in ${name}`);
    text = text.replace(from, () => to);
  }
  await writeFile(join(folder, name), text);
}

export async function build(
  folder: string,
  named: SourceFiles = new Map(),
  watcher: BuildWatcher = unwatchedBuild,
): Promise<Result<BuildReport>> {
  const project = await openProject(folder);
  return project.ok ? buildProject(project.value, named, watcher) : project;
}

export const built = async (folder: string, named: SourceFiles = new Map()): Promise<BuildReport> =>
  unwrap(await build(folder, named));

/** The ids of the nodes that came to this state. */
export const idsAt = ({ built: nodes }: BuildReport, at: string): readonly string[] =>
  nodes.flatMap(({ node, state }) => (state.at === at ? [node.id] : [])).sort();

export const hashesOf = ({ built: nodes }: BuildReport): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ node }) => [node.id, node.hash]));

/** Why a node failed. */
export function faultAt({ built: nodes }: BuildReport, id: string): Fault {
  const state = nodes.find(({ node }) => node.id === id)?.state;
  if (state?.at !== 'failed') throw new Error(`${id} did not fail`);
  return state.fault;
}

/** Every file below a folder, by its path from there. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Files that only something killed or broken leaves. */
export const leftovers = async (folder: string): Promise<readonly string[]> =>
  (await filesBelow(folder)).filter((name) => /\.part|spill|(^|\/)building/.test(name));
