import { listed, type Method } from '@daero/domain/method';
import { binaryAccuracyMethod } from '@daero/statistics/accuracy/binary-accuracy-method';
import { coPrimaryAccuracyMethod } from '@daero/statistics/accuracy/co-primary-accuracy-method';
import { incompleteResultsMethod } from '@daero/statistics/accuracy/incomplete-results-method';
import { pairedAccuracyMethod } from '@daero/statistics/accuracy/paired-accuracy-method';
import { predictiveValuesMethod } from '@daero/statistics/accuracy/predictive-values-method';
import { proportionMethod } from '@daero/statistics/accuracy/proportion-method';
import { unpairedAccuracyMethod } from '@daero/statistics/accuracy/unpaired-accuracy-method';
import { verificationBiasMethod } from '@daero/statistics/accuracy/verification-bias-method';
import { concordanceMethod } from '@daero/statistics/agreement/concordance-method';
import { iccMethod } from '@daero/statistics/agreement/icc-method';
import { kappaMethod } from '@daero/statistics/agreement/kappa-method';
import { limitsOfAgreementMethod } from '@daero/statistics/agreement/limits-of-agreement-method';
import { raterAgreementMethod } from '@daero/statistics/agreement/rater-agreement-method';
import { calibrationMethod } from '@daero/statistics/calibration/calibration-method';
import { logisticRecalibrationMethod } from '@daero/statistics/calibration/logistic-recalibration-method';
import { clusteredAucMethod } from '@daero/statistics/clustered/clustered-auc-method';
import { clusteredProportionMethod } from '@daero/statistics/clustered/clustered-proportion-method';
import { aucComparisonMethod } from '@daero/statistics/discrimination/auc-comparison-method';
import { aucDelongMethod } from '@daero/statistics/discrimination/auc-method';
import { aucMulticlassMethod } from '@daero/statistics/discrimination/auc-multiclass-method';
import { aucOmnibusMethod } from '@daero/statistics/discrimination/auc-omnibus-method';
import { aucUnpairedMethod } from '@daero/statistics/discrimination/auc-unpaired-method';
import { bestThresholdMethod } from '@daero/statistics/discrimination/best-threshold-method';
import { leaveOneCentreOutMethod } from '@daero/statistics/discrimination/leave-one-centre-out-method';
import { partialAucMethod } from '@daero/statistics/discrimination/partial-auc-method';
import { rocCoordinatesMethod } from '@daero/statistics/discrimination/roc-coordinates-method';
import { localisationMethod } from '@daero/statistics/localisation/localisation-method';
import { accuracyMetaMethod } from '@daero/statistics/meta-analysis/accuracy-meta-method';
import { randomEffectsMethod } from '@daero/statistics/meta-analysis/random-effects-method';
import { crossoverMethod } from '@daero/statistics/reader-study/crossover-method';
import { obuchowskiRocketteMethod } from '@daero/statistics/reader-study/obuchowski-rockette-method';
import { readerStudySizeMethod } from '@daero/statistics/reader-study/reader-study-size-method';
import { sequentialMethod } from '@daero/statistics/reader-study/sequential-method';
import { standaloneMethod } from '@daero/statistics/reader-study/standalone-method';
import { uStatisticMethod } from '@daero/statistics/reader-study/u-statistic-method';
import { centreHeterogeneityMethod } from '@daero/statistics/regression/centre-heterogeneity-method';
import { centreInteractionMethod } from '@daero/statistics/regression/centre-interaction-method';
import { studySizeMethod } from '@daero/statistics/sample-size/study-size-method';
import { kaplanMeierMethod } from '@daero/statistics/survival/kaplan-meier-method';
import { decisionCurveMethod } from '@daero/statistics/usefulness/decision-curve-method';
import { decisionCurveSurvivalMethod } from '@daero/statistics/usefulness/decision-curve-survival-method';

/** Every method that a plan can name: one row each, in the order a reader meets them. */
const rows: readonly Method[] = [
  listed(proportionMethod),
  listed(binaryAccuracyMethod),
  listed(aucDelongMethod),
  listed(randomEffectsMethod),
  listed(logisticRecalibrationMethod),
  listed(kaplanMeierMethod),
  listed(obuchowskiRocketteMethod),
  listed(uStatisticMethod),
  listed(standaloneMethod),
  listed(localisationMethod),
  listed(clusteredAucMethod),
  listed(clusteredProportionMethod),
  listed(readerStudySizeMethod),
  listed(pairedAccuracyMethod),
  listed(predictiveValuesMethod),
  listed(aucComparisonMethod),
  listed(decisionCurveMethod),
  listed(accuracyMetaMethod),
  listed(centreHeterogeneityMethod),
  listed(kappaMethod),
  listed(limitsOfAgreementMethod),
  listed(partialAucMethod),
  listed(verificationBiasMethod),
  listed(studySizeMethod),
  listed(crossoverMethod),
  listed(sequentialMethod),
  listed(unpairedAccuracyMethod),
  listed(coPrimaryAccuracyMethod),
  listed(incompleteResultsMethod),
  listed(aucOmnibusMethod),
  listed(aucUnpairedMethod),
  listed(aucMulticlassMethod),
  listed(bestThresholdMethod),
  listed(rocCoordinatesMethod),
  listed(raterAgreementMethod),
  listed(iccMethod),
  listed(concordanceMethod),
  listed(decisionCurveSurvivalMethod),
  listed(calibrationMethod),
  listed(leaveOneCentreOutMethod),
  listed(centreInteractionMethod),
];

export const methods: ReadonlyMap<string, Method> = new Map(rows.map((method) => [method.name, method]));
