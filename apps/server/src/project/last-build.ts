import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import { chainFileNode, readChainFile, type ChainFile } from '@daero/evidence/bundle/chain-file';
import { readJsonText } from '@daero/evidence/bundle/read-json';
import type { BuiltNode } from '@daero/evidence/graph/build';
import { writeWhole } from '@daero/objects/file-store';
import type { Project } from './open-project.ts';

const pathOf = (project: Project): string => join(project.out, 'chain.json');

function chainFileOf(project: Project, built: readonly BuiltNode[]): string {
  const { plan } = project.checked;
  const chain: ChainFile = {
    plan: plan.id,
    title: plan.title,
    nodes: built.map(({ node, state }) =>
      chainFileNode(node, state.at === 'failed' || state.at === 'blocked' ? 'failed' : 'built', 'whole'),
    ),
  };
  return canonicalJson(chain);
}

/** Keeps the chain as it was built, so that a number can be explained without its sources and whatever the code is now. */
export const rememberBuild = (project: Project, built: readonly BuiltNode[]): Promise<void> =>
  writeWhole(pathOf(project), chainFileOf(project, built));

/** The last build was this very chain, whole, and the files it wrote for people are still there. */
export async function isRemembered(project: Project, built: readonly BuiltNode[]): Promise<boolean> {
  if (built.some(({ state }) => state.at === 'failed' || state.at === 'blocked')) return false;
  const files = ['estimates.json', 'dossier-ko.html', 'dossier-en.html', `${project.checked.plan.id}.zip`];
  if (!files.every((file) => existsSync(join(project.out, file)))) return false;
  const text = await readFile(pathOf(project), 'utf8').catch(() => null);
  return text === chainFileOf(project, built);
}

/** The chain of the last build, in its order. */
export async function lastBuild(project: Project): Promise<Result<ChainFile>> {
  const text = await readFile(pathOf(project), 'utf8').catch(() => null);
  const chain = text === null ? null : readChainFile(readJsonText(text));
  return chain === null ? fail({ kind: 'not-built', name: project.checked.plan.id }) : succeed(chain);
}
