import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@daero/evidence/plan/plan-schema';
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

const seed = 20261122;

/** The same cohort on every machine, because its seed is fixed. */
function cohort(): IcuCohort {
  const stream = randomStream(seed, 0);
  return generateIcuCohort(stream.uniform);
}

const chestStudy = (): ChestStudy => generateChestStudy(randomStream(seed, 1).uniform);

const generators = {
  'icu-observations': () => observationsCsv(cohort()),
  'icu-outcomes': () => outcomesCsv(cohort()),
  'chest-cases': () => chestCasesCsv(chestStudy()),
  'chest-readings': () => chestReadingsCsv(chestStudy()),
  'chest-marks': () => chestMarksCsv(chestStudy()),
} as const satisfies Readonly<Record<string, () => string>>;

/** The file that stands in for a source that is not there, or null where the plan names none. */
export async function generatedSource(plan: Plan, name: string, out: string): Promise<string | null> {
  const generator = plan.sources[name]?.generated;
  if (generator === undefined) return null;
  const path = join(out, 'generated', `${name}.csv`);
  if (!existsSync(path)) await writeWhole(path, generators[generator]());
  return path;
}
