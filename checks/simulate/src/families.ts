import type { Family } from './family.ts';
import { listed } from './family.ts';
import { accuracyMetaFamily } from './families/accuracy-meta.ts';
import { blandAltmanFamily, iccFamily, kappaFamily } from './families/agreement.ts';
import { aucPairedFamily, aucUnpairedFamily } from './families/auc-comparison.ts';
import { aucFamily } from './families/auc.ts';
import { calibrationFamily } from './families/calibration.ts';
import { clusteredAucFamily, clusteredProportionFamily } from './families/clustered.ts';
import { decisionCurveFamily } from './families/decision-curve.ts';
import { localisationFamily } from './families/localisation.ts';
import { metaAnalysisFamily } from './families/meta-analysis.ts';
import { pairedProportionsFamily } from './families/paired-proportions.ts';
import { predictiveComparisonFamily } from './families/predictive-comparison.ts';
import { predictiveValuesFamily } from './families/predictive-values.ts';
import { proportionFamily } from './families/proportion.ts';
import { readerStudySizeFamily } from './families/reader-study-size.ts';
import { readerStudyFamily } from './families/reader-study.ts';
import { sampleSizeFamily } from './families/sample-size.ts';
import { standaloneFamily } from './families/standalone.ts';
import { survivalFamily } from './families/survival.ts';
import { unpairedProportionsFamily } from './families/unpaired-proportions.ts';
import { verificationBiasFamily } from './families/verification-bias.ts';

/** Every family, in the order of the report. A new one is one row here and its scenarios in grid.json. */
export const families: readonly Family[] = [
  listed(proportionFamily),
  listed(pairedProportionsFamily),
  listed(unpairedProportionsFamily),
  listed(predictiveValuesFamily),
  listed(predictiveComparisonFamily),
  listed(verificationBiasFamily),
  listed(aucFamily),
  listed(aucPairedFamily),
  listed(aucUnpairedFamily),
  listed(clusteredAucFamily),
  listed(clusteredProportionFamily),
  listed(readerStudyFamily),
  listed(standaloneFamily),
  listed(localisationFamily),
  listed(metaAnalysisFamily),
  listed(accuracyMetaFamily),
  listed(calibrationFamily),
  listed(decisionCurveFamily),
  listed(kappaFamily),
  listed(iccFamily),
  listed(blandAltmanFamily),
  listed(survivalFamily),
  listed(sampleSizeFamily),
  listed(readerStudySizeFamily),
];
