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

/**
 * The people of small cells with everything that could say a small number again: a row that a quality check catches, people
 * left out, sites combined, risks recalibrated, curves, bands, and a model bound to a withheld estimate.
 */
export async function closedCells(): Promise<string> {
  const folder = await smallCells();
  const text = (ko: string, en: string): string => `{ ko: ${ko}, en: ${en} }`;
  await edit(folder, 'plan.yaml', [
    [
      'population:\n',
      `quality:
  checks:
    - { id: high-scores, source: people, check: range, column: score, high: 8, failAbove: 0.5, why: ${text('범위', 'Range')} }
population:
`,
    ],
    [
      '    died: { from: people, column: died }\n',
      `    died: { from: people, column: died }
    known: { expression: "if(score >= 1, score, score / 0)" }
    band: { bands: score, from: [5, 9], groups: [low, medium, high] }
`,
    ],
    [
      'requirements:\n',
      `  - id: by-site
    title: ${text('기관별 판별력', 'Discrimination by site')}
    method: auc-delong
    columns: { truth: died, score: score }
    by: site
    names: { auc: site-auc }
  - id: combined
    title: ${text('종합', 'Combined')}
    method: random-effects
    of: { analysis: by-site, estimate: auc }
    settings: { quantity: ${text('AUC', 'AUC')}, label: ${text('AUC', 'AUC')} }
    names: { summary: summary-auc }
  - id: accuracy
    title: ${text('정확도', 'Accuracy')}
    method: binary-accuracy
    columns: { truth: died, score: score }
    settings: { threshold: 2 }
    names: { sensitivity: sens, specificity: spec, ppv: ppv, npv: npv, prevalence: prevalence, flagged: flagged }
  - id: calibration
    title: ${text('보정', 'Calibration')}
    method: logistic-recalibration
    columns: { truth: died, score: score, group: site }
    names: { intercept: intercept, slope: slope }
  - id: survival
    title: ${text('점수대별', 'By score')}
    method: kaplan-meier
    columns: { time: score, event: died, group: band }
    exclude: [{ missing: known, reason: ${text('점수가 없음', 'No score')} }]
    settings:
      at: [2]
      groupOrder: [low, medium, high]
      eventLabel: ${text('사망', 'Death')}
      censoringNote: ${text('시험', 'Test')}
    names: { survival-low: km-low, survival-high: km-high }
model: { file: model.yaml, names: { incremental-cost: extra-cost, net-benefit: net-benefit } }
requirements:
`,
    ],
    [
      'serves: [R-01]\n',
      `serves: [R-01]
  - { id: C-03, ko: "{site-auc-site-4}, {sens}, {km-high}, {extra-cost}", en: "{site-auc-site-4}, {sens}, {km-high}, {extra-cost}" }
`,
    ],
  ]);
  await writeFile(
    join(folder, 'model.yaml'),
    smallModel.replace('estimate: death,', 'estimate: death-site-4,'),
  );
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
