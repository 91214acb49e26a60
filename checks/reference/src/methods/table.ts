import type { Given } from '../case.ts';
import { acceptabilityRunner } from './acceptability.ts';
import {
  accuracyDescriptionRunner,
  accuracyGlmmRunner,
  centreHeterogeneityRunner,
  reitsmaRunner,
} from './accuracy-meta.ts';
import { blandAltmanRunner, iccRunner, kappaRunner } from './agreement.ts';
import { aucComparisonRunner, aucUnpairedRunner } from './auc-comparison.ts';
import { aucDelongRunner, aucEdgeRunner } from './auc-delong.ts';
import { calibrationRunner } from './calibration.ts';
import { clusteredAucRunner, clusteredProportionRunner } from './clustered.ts';
import { cohortPsaRunner } from './cohort-psa.ts';
import { runCohortCase } from './cohort.ts';
import { decisionCurveRunner } from './decision-curve.ts';
import { runDecisionTree } from './decision-tree.ts';
import { frocRunner } from './froc.ts';
import { glmLogisticRunner } from './glm-logistic.ts';
import { runIcerTable } from './icer-table.ts';
import { kaplanMeierRunner, truncatedKaplanMeierRunner } from './kaplan-meier.ts';
import { metaAnalysisRunner } from './meta-analysis.ts';
import { pairedBinaryRunner } from './paired-binary.ts';
import { mrmcDbmRunner } from './mrmc-dbm.ts';
import { mrmcOrBinaryRunner, mrmcOrRunner, mrmcOrSingleTestRunner } from './mrmc-or.ts';
import { mrmcSampleSizeRunner } from './mrmc-sample-size.ts';
import { mrmcUStatisticRunner } from './mrmc-u-statistic.ts';
import { psaDistributionsRunner } from './psa-distributions.ts';
import { binomialIntervalRunner, sensSpecRunner } from './proportions.ts';
import { aucBootstrapRunner, aucMulticlassRunner, partialAucRunner, rocCoordinatesRunner } from './roc.ts';
import { accuracySizeRunner, twoAucSizeRunner, verificationBiasRunner } from './sample-size.ts';
import { standaloneRunner } from './standalone-versus-readers.ts';
import { partitionedSurvivalRunner } from './partitioned-survival.ts';
import { budgetImpactRunner } from './budget-impact.ts';
import { formulasRunner } from './formulas.ts';
import { distributionalRunner } from './distributional.ts';
import { survivalDistributionsRunner } from './survival-distributions.ts';
import { survivalFitsRunner } from './survival-fits.ts';
import { valueOfInformationRunner } from './value-of-information.ts';

/**
 * One row a method of the reference cases: it turns inputs and CSV files into the structure of `expected`, by calling core.
 * It reads columns, options and keys from `given.inputs` and never knows a case by its name. What it throws is the
 * case's failure. A number it leaves out counts as off, so a half-built method stays out of the table.
 */
export type Runner = (given: Given) => unknown;

export const runners: Readonly<Record<string, Runner>> = {
  acceptability: acceptabilityRunner,
  'accuracy-meta-descriptive': accuracyDescriptionRunner,
  'accuracy-meta-glmm': accuracyGlmmRunner,
  'accuracy-meta-reitsma': reitsmaRunner,
  'auc-bootstrap': aucBootstrapRunner,
  'auc-comparison': aucComparisonRunner,
  'auc-delong': aucDelongRunner,
  'auc-edge': aucEdgeRunner,
  'auc-multiclass': aucMulticlassRunner,
  'auc-unpaired': aucUnpairedRunner,
  'binomial-interval': binomialIntervalRunner,
  'bland-altman': blandAltmanRunner,
  calibration: calibrationRunner,
  'clustered-auc': clusteredAucRunner,
  'clustered-proportion': clusteredProportionRunner,
  cohort: runCohortCase,
  'cohort-psa': cohortPsaRunner,
  'centre-heterogeneity-glmm': centreHeterogeneityRunner,
  'decision-curve': decisionCurveRunner,
  'decision-curve-case-control': decisionCurveRunner,
  'decision-curve-survival': decisionCurveRunner,
  'decision-tree': runDecisionTree,
  froc: frocRunner,
  'glm-logistic': glmLogisticRunner,
  icc: iccRunner,
  'icer-table': runIcerTable,
  kappa: kappaRunner,
  'kaplan-meier': kaplanMeierRunner,
  'kaplan-meier-left-truncated': truncatedKaplanMeierRunner,
  'meta-analysis': metaAnalysisRunner,
  'paired-binary': pairedBinaryRunner,
  'partial-auc': partialAucRunner,
  'psa-distributions': psaDistributionsRunner,
  'roc-coordinates': rocCoordinatesRunner,
  'mrmc-dbm': mrmcDbmRunner,
  'mrmc-or': mrmcOrRunner,
  'mrmc-or-binary': mrmcOrBinaryRunner,
  'mrmc-or-single-test': mrmcOrSingleTestRunner,
  'mrmc-sample-size': mrmcSampleSizeRunner,
  'mrmc-u-statistic': mrmcUStatisticRunner,
  'sample-size-accuracy': accuracySizeRunner,
  'sample-size-two-auc': twoAucSizeRunner,
  'sens-spec-interval': sensSpecRunner,
  'standalone-versus-readers': standaloneRunner,
  'partitioned-survival': partitionedSurvivalRunner,
  'budget-impact': budgetImpactRunner,
  formulas: formulasRunner,
  distributional: distributionalRunner,
  'survival-distributions': survivalDistributionsRunner,
  'survival-fits': survivalFitsRunner,
  'value-of-information': valueOfInformationRunner,
  'verification-bias': verificationBiasRunner,
};
