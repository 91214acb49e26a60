import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BesideView, EconomicModelView } from '@daero/api/schemas/model';
import { readBudgetImpact } from '@daero/economics/budget-impact/read';
import { readHospitalCase } from '@daero/economics/hospital-case/hospital-case';
import type { Result } from '@daero/domain/result';
import { readDocument } from '@daero/evidence/plan/document';
import { isMissing } from '@daero/objects/file-store';
import { z } from 'zod';
import { stateOf } from './chain-view.ts';
import { spoken } from './node-facts.ts';
import type { ProjectReader, Reading } from './project-reader.ts';

/** The economic model of a plan, with what it takes to run it again on a page; null where the plan names none. */
export async function modelView(reader: ProjectReader, reading: Reading): Promise<EconomicModelView | null> {
  const { project, nodes } = reading;
  const { model, lock } = project;
  const file = project.checked.plan.model?.file;
  if (model === null || file === undefined) return null;
  const bound = new Set(model.parameters.flatMap(({ estimate }) => estimate ?? []));
  const estimates: EconomicModelView['estimates'][number][] = [];
  for (const name of bound) {
    const node = nodes.find(({ id }) => id === `estimate:${name}`);
    const facts = node === undefined ? null : await reader.facts(reading, node);
    if (node === undefined || facts === null) continue;
    estimates.push({ id: name, node: node.hash, estimate: facts.estimate, withheld: facts.absent });
  }
  const [budget, hospital] = await Promise.all([
    besideOf(project.folder, 'budget', readBudgetImpact),
    besideOf(project.folder, 'hospital', readHospitalCase),
  ]);
  const node = nodes.find(({ kind }) => kind === 'model');
  const known = new Set(estimates.map(({ id }) => id));
  return {
    ...{ file, model: model.json, estimates, budget, hospital },
    node:
      node === undefined
        ? null
        : { hash: node.hash, status: stateOf(node, await reader.facts(reading, node), reading, null).status },
    parameters: nodes.flatMap(({ id, kind, hash }) =>
      kind === 'parameter' ? [{ name: id.slice('parameter:'.length), node: hash }] : [],
    ),
    notBuilt: [...bound].filter((name) => !known.has(name)),
    locked:
      lock === null || lock.fixed.model === null
        ? null
        : { at: lock.lockedAt, by: lock.by, hash: lock.hash, model: lock.fixed.model },
  };
}

/** `budget.yaml` or `budget.json` in the folder of the plan; null where there is neither. */
async function besideOf(
  folder: string,
  name: string,
  read: (json: unknown) => Result<unknown>,
): Promise<BesideView | null> {
  for (const file of [`${name}.yaml`, `${name}.json`]) {
    const text = await textOf(join(folder, file));
    if (text === null) continue;
    const document = readDocument(file, text);
    if (!document.ok) return { file, trouble: spoken(document.fault) };
    const sound = read(document.value.value);
    if (!sound.ok) return { file, trouble: spoken(sound.fault) };
    return { file, content: z.json().parse(JSON.parse(JSON.stringify(document.value.value))) };
  }
  return null;
}

const textOf = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
