import { parseArgs } from 'node:util';
import { canonicalJson } from '@daero/domain/canonical';
import type { Fault } from '@daero/domain/result';
import { instant } from '@daero/domain/time';
import { makeLock, recordDeviations } from '@daero/evidence/lock';
import { writeWhole } from '@daero/objects/file-store';
import { lockFile, openProject } from '@daero/server/project/open-project';
import { failed, print, printError, type Command } from '../terminal.ts';

/** daero lock <folder> --by name [--reason why] [--already-open] [--json] */
export const lockCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      reason: { type: 'string' },
      'already-open': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.by === undefined) {
    printError({ ko: '누가 잠그는지 --by로 적으십시오.', en: 'Say who locks it, with --by.' });
    return 2;
  }
  const project = await openProject(positionals[0] ?? '.');
  if (!project.ok) return failed(project.fault, values.json);
  const { folder, fixed, lock, lockState } = project.value;
  const file = lockFile(folder);
  const at = instant(new Date().toISOString());

  if (lock === null || lockState.state === 'unlocked') {
    const made = makeLock(fixed, values.by, at, values['already-open'] ? 'already open' : 'not opened');
    await writeWhole(file, `${JSON.stringify(made, null, 2)}\n`);
    if (values.json) print(canonicalJson({ ok: true, hash: made.hash, lockedAt: made.lockedAt }));
    else print({ ko: `잠갔습니다: ${made.hash}`, en: `Locked: ${made.hash}` });
    return 0;
  }
  const open = lockState.deviations.filter((deviation) => deviation.account === null);
  if (open.length === 0) return failed(unchanged(file), values.json);
  if (values.reason === undefined) return failed(needsReason(open.length), values.json);
  const recorded = recordDeviations(lock, fixed, { reason: values.reason, by: values.by, at });
  await writeWhole(file, `${JSON.stringify(recorded, null, 2)}\n`);
  if (values.json) print(canonicalJson({ ok: true, recorded: open.length }));
  else
    print({
      ko: `이탈 ${open.length}건을 까닭과 함께 남겼습니다.`,
      en: `Recorded ${open.length} deviations with their reason.`,
    });
  return 0;
};

const unchanged = (file: string): Fault & { readonly file: string } => ({ kind: 'lock-unchanged', file });
const needsReason = (changes: number): Fault & { readonly changes: number } => ({
  kind: 'lock-needs-reason',
  changes,
});
