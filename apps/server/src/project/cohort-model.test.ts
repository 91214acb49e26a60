import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { smallCohort } from '@daero/evidence/small-cohort.test-fixture';
import { describe, expect, test } from 'vitest';
import { openProject } from './open-project.ts';
import { build, openCells } from './repository.test-fixture.ts';

/** The small repository with a cohort model in the place of its tree. */
async function withCohort(text: string): Promise<string> {
  const folder = await openCells();
  await writeFile(join(folder, 'model.yaml'), text);
  return folder;
}

describe('a plan whose model is a cohort', () => {
  test('is built: its estimates carry claims, like those of a tree', async () => {
    const folder = await withCohort(smallCohort);
    const { counts } = unwrap(await build(folder));
    expect(counts).toMatchObject({ failed: 0, blocked: 0 });
    const estimates = await readFile(join(folder, 'out/estimates.json'), 'utf8');
    expect(estimates).toContain('Cohort state-transition model');
  });

  test.each([
    {
      name: 'a structure that is none',
      from: 'kind: cohort',
      to: 'kind: cohorts',
      says: ['cohorts', 'cohort'],
    },
    {
      name: 'an estimate that the plan does not promise',
      from: 'estimate: death',
      to: 'estimate: deaths',
      says: ['model.yaml', 'parameters.0.source.estimate', 'deaths'],
    },
    {
      name: 'a state that is none',
      from: 'from: well, to: sick',
      to: 'from: well, to: sik',
      says: ['model.yaml', 'transitions.0.to', 'sik'],
    },
  ])('$name is refused with its place in the file', async ({ from, to, says }) => {
    const opened = await openProject(await withCohort(smallCohort.replace(from, to)));
    if (opened.ok) throw new Error('it was not refused');
    for (const word of says) expect(JSON.stringify(opened.fault)).toContain(word);
  });
});
