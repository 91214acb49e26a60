import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { sha256Text, type Json } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import { lockState, readLock, type Fixed, type Lock, type LockState } from '@daero/evidence/lock';
import { modelParts } from '@daero/evidence/kinds/run-model';
import { methods } from '@daero/evidence/methods';
import { checkPlan, type CheckedPlan } from '@daero/evidence/plan/check-plan';
import { readDocument } from '@daero/evidence/plan/document';
import type { ModelParts } from '@daero/evidence/graph/graph-of-plan';
import { isMissing } from '@daero/objects/file-store';
import { z } from 'zod';
import { checkModel } from './check-model.ts';

/** An evidence repository: a folder with a plan, its model, its lock, and an `out/` beside them. */
export type Project = {
  readonly folder: string;
  readonly out: string;
  readonly planText: string;
  readonly checked: CheckedPlan;
  readonly model: ModelParts | null;
  readonly fixed: Fixed;
  readonly lock: Lock | null;
  readonly lockState: LockState;
};

export const lockFile = (folder: string): string => join(folder, 'plan.lock.json');

/** Reads a repository and checks every name in it; nothing is run and nothing is written. */
export async function openProject(folder: string): Promise<Result<Project>> {
  const at = resolve(folder);
  const file = join(at, 'plan.yaml');
  const planText = await textOf(file);
  if (planText === null) return fail({ kind: 'plan-missing', file });
  const document = readDocument(basename(file), planText);
  if (!document.ok) return document;
  const checked = checkPlan(document.value, methods);
  if (!checked.ok) return checked;

  const model = await readModel(at, checked.value);
  if (!model.ok) return model;
  const protocol = await checkProtocol(at, checked.value);
  if (!protocol.ok) return protocol;
  const lock = await readLockFile(at);
  if (!lock.ok) return lock;
  const fixed: Fixed = { plan: asJson(document.value.value), model: model.value?.json ?? null };
  return succeed({
    folder: at,
    out: join(at, 'out'),
    planText,
    checked: checked.value,
    model: model.value,
    fixed,
    lock: lock.value,
    lockState: lockState(lock.value, fixed),
  });
}

const asJson = (value: unknown): Json => z.json().parse(JSON.parse(JSON.stringify(value)));

async function readModel(folder: string, checked: CheckedPlan): Promise<Result<ModelParts | null>> {
  const { model } = checked.plan;
  if (model === undefined) return succeed(null);
  const text = await textOf(join(folder, model.file));
  if (text === null) return fail({ kind: 'plan-missing', file: join(folder, model.file) });
  const document = readDocument(model.file, text);
  if (!document.ok) return document;
  const sound = checkModel(document.value, checked.plan);
  if (!sound.ok) return sound;
  const json = asJson(document.value.value);
  return succeed({ json, ...modelParts(json) });
}

/** The protocol beside the plan is the one whose hash the plan states, and so the one that is locked with it. */
async function checkProtocol(folder: string, checked: CheckedPlan): Promise<Result<null>> {
  const { protocol } = checked.plan;
  if (protocol === undefined) return succeed(null);
  for (const { file, sha256 } of [protocol.ko, protocol.en]) {
    const text = await textOf(join(folder, file));
    if (text === null) return fail({ kind: 'plan-missing', file: join(folder, file) });
    if (sha256Text(text) !== sha256) return fail({ kind: 'protocol-changed', file });
  }
  return succeed(null);
}

async function readLockFile(folder: string): Promise<Result<Lock | null>> {
  const file = lockFile(folder);
  const text = await textOf(file);
  return text === null ? succeed(null) : readLock(basename(file), text);
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
