import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { generatedSources, Plan } from '@daero/evidence/plan/plan-schema';
import { codeVersions } from '@daero/objects/code-version';
import { writeWhole } from '@daero/objects/file-store';
import {
  chestCasesCsv,
  chestMarksCsv,
  chestReadingsCsv,
  generateChestStudy,
  type ChestStudy,
} from '@daero/registry/generated/chest-study';
import {
  generateIcuCohort,
  observationsCsv,
  outcomesCsv,
  type IcuCohort,
} from '@daero/registry/generated/icu-cohort';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { root } from './root.ts';

const seed = 20261122;

/** The same cohort on every machine, because its seed is fixed. */
function cohort(): IcuCohort {
  const stream = randomStream(seed, 0);
  return generateIcuCohort(stream.uniform);
}

const chestStudy = (): ChestStudy => generateChestStudy(randomStream(seed, 1).uniform);

type Generator = { readonly file: string; readonly make: () => string };

const icu = (make: (of: IcuCohort) => string): Generator => ({
  file: 'core/registry/src/generated/icu-cohort.ts',
  make: () => make(cohort()),
});
const chest = (make: (of: ChestStudy) => string): Generator => ({
  file: 'core/registry/src/generated/chest-study.ts',
  make: () => make(chestStudy()),
});

const generators: Readonly<Record<(typeof generatedSources)[number], Generator>> = {
  'icu-observations': icu(observationsCsv),
  'icu-outcomes': icu(outcomesCsv),
  'chest-cases': chest(chestCasesCsv),
  'chest-readings': chest(chestReadingsCsv),
  'chest-marks': chest(chestMarksCsv),
};

/** The file that stands in for a source that is not there, or null where the plan names none. Other code, another file. */
export async function generatedSource(plan: Plan, name: string, out: string): Promise<string | null> {
  const named = plan.sources[name]?.generated;
  if (named === undefined) return null;
  const { file, make } = generators[named];
  const path = join(out, 'generated', codeVersions(root)(file), `${name}.csv`);
  if (!existsSync(path)) await writeWhole(path, make());
  return path;
}
