import type { Text } from '../text.ts';
import { adoptionFaults } from './faults-adoption.ts';
import { adoptionServerFaults } from './faults-adoption-server.ts';
import { chainFaults } from './faults-chain.ts';
import { cohortFaults } from './faults-economics-cohort.ts';
import { designFaults } from './faults-design.ts';
import { economicsFaults } from './faults-economics.ts';
import { economicsReportFaults } from './faults-economics-report.ts';
import { structureFaults } from './faults-economics-structures.ts';
import { modelAnalysesFaults } from './faults-model-analyses.ts';
import { modelPageFaults } from './faults-model-page.ts';
import { pathwayFaults } from './faults-pathway.ts';
import { pathwayServerFaults } from './faults-pathway-server.ts';
import { programmeFaults } from './faults-programme.ts';
import { readerStudyFaults } from './faults-reader-study.ts';
import { economicsOutcomeFaults } from './faults-economics-outcomes.ts';
import { registryFaults } from './faults-registry.ts';
import { serverFaults } from './faults-server.ts';
import { simulateFaults } from './faults-simulate.ts';
import { snapshotFaults } from './faults-snapshot.ts';
import { statisticsFaults } from './faults-statistics.ts';
import { validationFaults } from './faults-validation.ts';

/**
 * What happened, where, and what to do, for every fault there is. A `{slot}` is filled with the fact of that name.
 * A fault whose kind has no row here does not compile.
 */
export const faultWords = {
  ...adoptionFaults,
  ...adoptionServerFaults,
  ...chainFaults,
  ...cohortFaults,
  ...designFaults,
  ...economicsFaults,
  ...economicsReportFaults,
  ...modelAnalysesFaults,
  ...modelPageFaults,
  ...pathwayFaults,
  ...programmeFaults,
  ...pathwayServerFaults,
  ...readerStudyFaults,
  ...economicsOutcomeFaults,
  ...registryFaults,
  ...serverFaults,
  ...simulateFaults,
  ...snapshotFaults,
  ...structureFaults,
  ...statisticsFaults,
  ...validationFaults,
} as const satisfies Readonly<Record<string, Text>>;

export type FaultKind = keyof typeof faultWords;
