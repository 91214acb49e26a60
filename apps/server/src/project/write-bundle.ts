import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, utf8 } from '@daero/domain/canonical';
import { signingKey } from '@daero/bundle/signing-key';
import { writeZip } from '@daero/bundle/canonical-zip';
import {
  chainFileName,
  chainFileNode,
  documentName,
  outputName,
  snapshotName,
  travelling,
  type ChainFile,
  type ChainFileNode,
} from '@daero/evidence/bundle/chain-file';
import { crateMetadata, provenance } from '@daero/evidence/bundle/crate';
import { seal } from '@daero/evidence/bundle/manifest';
import type { EstimateRow } from '@daero/evidence/estimates-file';
import type { BuiltNode } from '@daero/evidence/graph/build';
import { writeWhole } from '@daero/objects/file-store';
import type { Chain } from './chain.ts';
import { snapshotPath } from './intake.ts';
import type { Project } from './open-project.ts';
import { home } from './root.ts';

export const bundlePath = (project: Project): string => join(project.out, `${project.checked.plan.id}.zip`);

/** Everything that may leave, in one signed file that a stranger can check. */
export async function writeBundle(
  project: Project,
  chain: Chain,
  built: readonly BuiltNode[],
  documents: ReadonlyMap<string, string>,
  estimates: readonly EstimateRow[],
): Promise<string> {
  const files = new Map<string, Uint8Array>();
  const nodes: ChainFileNode[] = [];
  for (const { node, state } of built) {
    const text = state.at === 'failed' || state.at === 'blocked' ? null : await chain.store.read(node.hash);
    if (text === null) {
      nodes.push(chainFileNode(node, 'failed', 'at the site only'));
      continue;
    }
    const { travels, output } = travelling(node, JSON.parse(text));
    nodes.push(chainFileNode(node, 'built', travels));
    if (travels === 'at the site only') continue;
    files.set(outputName(node.hash), utf8(travels === 'whole' ? text : canonicalJson(output)));
    if (node.kind === 'snapshot' && node.smallestCell <= 1) await addSnapshot(project, text, files);
  }

  const { plan } = project.checked;
  const chainFile: ChainFile = { plan: plan.id, title: plan.title, nodes };
  files.set(chainFileName, utf8(canonicalJson(chainFile)));
  files.set('plan.yaml', utf8(project.planText));
  if (project.model !== null) files.set('model.json', utf8(canonicalJson(project.model.json)));
  if (project.lock !== null) files.set('plan.lock.json', utf8(canonicalJson(project.lock)));
  files.set('estimates.json', utf8(canonicalJson(estimates)));
  for (const [language, html] of documents) files.set(documentName(language), utf8(html));
  files.set('prov.json', utf8(canonicalJson(provenance(chain.nodes))));
  files.set('ro-crate-metadata.json', utf8(canonicalJson(crateMetadata(plan, [...files.keys()]))));

  const signer = await signingKey(join(home, 'keys/signing-key.pem'));
  const path = bundlePath(project);
  await writeWhole(path, writeZip(seal(files, `node ${process.version}`, signer)));
  return path;
}

async function addSnapshot(project: Project, output: string, files: Map<string, Uint8Array>): Promise<void> {
  const { hash } = JSON.parse(output) as { readonly hash: string };
  files.set(snapshotName(hash), await readFile(snapshotPath(project.out, hash)));
}
