import { testFolder } from './own-home.test-fixture.ts';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { afterEach, describe, expect, test } from 'vitest';
import { findSources, type SourceFiles } from './find-source.ts';
import { openProject } from './open-project.ts';
import { built, edit, peopleCsv, smallCells } from './repository.test-fixture.ts';
import { root } from './root.ts';

const reference = join(testFolder, 'no-reference');
afterEach(() => rm(reference, { recursive: true, force: true }));

const found = async (folder: string, named: SourceFiles = new Map()) =>
  findSources(unwrap(await openProject(folder)), named);
const pathOf = async (folder: string, named?: SourceFiles): Promise<string | undefined> => {
  const sources = await found(folder, named);
  return sources.ok ? sources.value.get('people')?.path : sources.fault.kind;
};

describe('a source is looked for', () => {
  test('by --source first, then beside the plan', async () => {
    const folder = await smallCells();
    const other = join(folder, 'others.csv');
    await writeFile(other, await peopleCsv());
    expect(await pathOf(folder, new Map([['people', other]]))).toBe(other);
    expect(await pathOf(folder)).toBe(join(folder, 'people.csv'));
  });

  test('in the reference folder where the plan does not say that it stands beside it', async () => {
    const folder = await smallCells();
    await edit(folder, 'plan.yaml', [['./people.csv', 'people/people.csv']]);
    expect(await pathOf(folder)).toBe('source-not-found');
    const file = join(reference, 'reference/people/people.csv');
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, await peopleCsv());
    expect(await pathOf(folder)).toBe(file);
  });

  test('and a named file that is not there is a fault, not a reason to take another', async () => {
    const folder = await smallCells();
    expect(await pathOf(folder, new Map([['people', join(folder, 'gone.csv')]]))).toBe('source-not-found');
  });

  test('what the chain keeps of a file has no folder of this machine in it', async () => {
    const sources = unwrap(await found(await smallCells()));
    expect(sources.get('people')?.facts).toMatchObject({ file: 'people.csv', origin: 'file' });
    expect(JSON.stringify(sources.get('people')?.facts)).not.toContain(testFolder);
  });
});

describe('the example', () => {
  const example = join(root, 'examples/icu-early-warning');

  test('on one real source alone does not mix it with generated ones', async () => {
    const sources = await found(example, new Map([['icu', join(example, 'plan.yaml')]]));
    expect(sources.ok ? null : sources.fault).toMatchObject({ kind: 'source-not-found', source: 'outcomes' });
  });

  test(
    'without its data runs on a generated cohort, gives every number of its contract, and says so',
    { timeout: 120_000 },
    async () => {
      const folder = await smallCells();
      for (const name of ['plan.yaml', 'model.yaml'])
        await writeFile(join(folder, name), await readFile(join(example, name)));
      const report = await built(folder);
      expect([report.counts.failed, report.counts.blocked, report.chain.generated]).toEqual([0, 0, true]);
      const rows = JSON.parse(await readFile(join(folder, 'out/estimates.json'), 'utf8')) as {
        id: string;
        value: number;
      }[];
      const values = new Map(rows.map(({ id, value }) => [id, value]));
      for (const id of [
        'auc',
        'auc-site-1',
        'auc-site-2',
        'auc-site-3',
        'auc-site-4',
        'sens-5',
        'spec-5',
        'sens-7',
        'spec-7',
        'ppv-7',
        'npv-7',
      ]) {
        expect(values.get(id), id).toBeGreaterThan(0);
        expect(values.get(id), id).toBeLessThan(1);
      }
      for (const [name, words] of [
        ['dossier-ko.html', '생성'],
        ['dossier-en.html', 'enerated'],
      ] as const) {
        expect(await readFile(join(folder, 'out', name), 'utf8')).toContain(words);
      }
    },
  );
});
