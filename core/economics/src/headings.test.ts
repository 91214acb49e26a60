import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The functions that an economist would cite. Each says what it takes, gives and costs, how it fails, where it is from and how it was checked. */
const methods: Readonly<Record<string, readonly string[]>> = {
  'incremental/icer-table.ts': ['icerTable'],
  'incremental/comparison.ts': ['compareWithComparator'],
  'uncertainty/distribution.ts': ['distributionQuantile'],
  'uncertainty/distribution-form.ts': ['readDistribution'],
  'uncertainty/sampling.ts': ['sampleDistribution'],
  'uncertainty/correlation.ts': ['covarianceRoot'],
  'uncertainty/joint.ts': ['readJoint'],
  'uncertainty/acceptability.ts': ['acceptability'],
  'uncertainty/threshold.ts': ['threshold'],
  'uncertainty/one-way.ts': ['oneWay'],
  'uncertainty/two-way.ts': ['twoWay'],
  'uncertainty/scenarios.ts': ['scenarioAnalysis', 'subgroupAnalysis'],
  'analyses/turning-points.ts': ['turningPoints'],
  'analyses/equity.ts': ['equityOf'],
  'analyses/research.ts': ['researchOf'],
  'spreadsheet/workbook-of.ts': ['workbookOf'],
  'model/binding.ts': ['distributionOfEstimate'],
  'decision-tree/read.ts': ['readDecisionModel'],
  'decision-tree/rollback.ts': ['rollBack'],
  'decision-tree/paths.ts': ['pathsOf'],
  'decision-tree/evaluate.ts': ['evaluateDecisionModel'],
  'cohort/accounting.ts': ['pointWeights', 'discountFactor'],
  'cohort/read.ts': ['readCohortModel'],
  'cohort/run-cohort.ts': ['runCohort'],
  'cohort/probabilistic.ts': ['probabilisticChunk'],
  'cohort/evaluate.ts': ['evaluateCohortModel'],
  'cohort/start-of-cohort.ts': ['startOutcomes'],
  'value-of-information/smooth.ts': ['smoother'],
  'value-of-information/evppi.ts': ['evppi'],
  'value-of-information/evsi.ts': ['evsi', 'netBenefitOfSampling'],
  'value-of-information/study-summary.ts': ['studySummary'],
  'survival/background-mortality.ts': ['withBackgroundMortality'],
  'survival/event-time.ts': ['eventTime'],
  'survival/fit-spline.ts': ['fitSurvivalSpline'],
  'survival/fit.ts': ['fitSurvival'],
  'survival/integrate.ts': ['integrate'],
  'survival/kaplan-meier-mean.ts': ['restrictedMeanSurvival'],
  'survival/life-table-time.ts': ['lifeTableTime'],
  'survival/mean-time.ts': ['restrictedMean', 'meanTime'],
  'survival/natural-spline.ts': ['naturalSpline'],
  'survival/time-of-hazard.ts': ['timeOfHazard'],
  'evaluation/evaluate-prepared.ts': ['evaluatePrepared'],
  'partitioned-survival/read.ts': ['readPartitionedModel'],
  'partitioned-survival/run.ts': ['runPartitioned'],
  'partitioned-survival/evaluate.ts': ['evaluatePartitionedSurvival'],
  'partitioned-survival/partition.ts': ['partition', 'discountedYears'],
  'individual/competing-draws.ts': ['competingDraws'],
  'individual/read.ts': ['readIndividualModel'],
  'individual/run.ts': ['runIndividual'],
  'individual/outcome.ts': ['outcomesOf', 'simulateIndividuals'],
  'individual/simulate.ts': ['simulateBlock'],
  'budget-impact/budget-impact.ts': ['budgetImpact'],
  'budget-impact/read.ts': ['readBudgetImpact'],
  'hospital-case/hospital-case.ts': ['hospitalCase'],
  'distributional/equally-distributed.ts': ['equallyDistributed', 'distributionalChange'],
  'formulas/matrix-exponential.ts': ['matrixExponential'],
  'formulas/rates.ts': ['withRelativeRisk'],
  'ai-device/change-over-time.ts': ['learnedShare', 'meanDriftedAccuracy'],
  'ai-device/paired-reading.ts': ['pairedAccuracy'],
  'ai-device/price.ts': ['incrementalFee'],
  'ai-device/reading-outcomes.ts': ['readingOutcome'],
  'verification/battery.ts': ['verifyModel'],
  'report/economic-report.ts': ['economicReport'],
};
const headings = ['Takes', 'Gives', 'Fails', 'Cost', 'Source', 'Checked'];
const folders = [
  'incremental',
  'uncertainty',
  'model',
  'decision-tree',
  'kernel',
  'cohort',
  'value-of-information',
  'survival',
  'partitioned-survival',
  'individual',
  'evaluation',
  'budget-impact',
  'hospital-case',
  'distributional',
  'formulas',
  'ai-device',
  'settings',
  'verification',
  'analyses',
  'report',
  'spreadsheet',
];
const files = folders.flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`),
);
const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');
const documented = (file: string): readonly { name: string; comment: string }[] =>
  [...read(file).matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:function|const) (\w+)/g)].map(
    (match) => ({
      comment: match[1] ?? '',
      name: match[2] ?? '',
    }),
  );

test.each(Object.entries(methods).flatMap(([file, names]) => names.map((name) => ({ file, name }))))(
  '$name has the six headings in their order',
  ({ file, name }) => {
    const comment = documented(file).find((each) => each.name === name)?.comment ?? '';
    const found = [...comment.matchAll(/^ \* ([A-Z][a-z]+) {2,}\S/gm)].map((match) => match[1]);
    expect(found).toEqual(headings);
  },
);

test('no method with headings is missing from the list, and no file of a method is gone', () => {
  const withHeadings = files.flatMap((file) =>
    documented(file)
      .filter(({ comment }) => / \* Takes {2,}/.test(comment))
      .map(({ name }) => `${file} ${name}`),
  );
  const listed = Object.entries(methods).flatMap(([file, names]) => names.map((name) => `${file} ${name}`));
  expect([...withHeadings].sort()).toEqual([...listed].sort());
});

test('every exported function of more than ten lines says what it is for', () => {
  const silent = files.flatMap((file) =>
    [...read(file).matchAll(/(\*\/\s*)?^export function (\w+)[\s\S]*?^}/gm)]
      .filter(([whole, comment]) => comment === undefined && whole.split('\n').length > 10)
      .map((match) => `${file} ${match[2] ?? ''}`),
  );
  expect(silent).toEqual([]);
});
