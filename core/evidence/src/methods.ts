import { listed, type Method } from '@daero/domain/method';
import { binaryAccuracyMethod } from '@daero/statistics/accuracy/binary-accuracy-method';
import { proportionMethod } from '@daero/statistics/accuracy/proportion-method';
import { logisticRecalibrationMethod } from '@daero/statistics/calibration/logistic-recalibration-method';
import { aucDelongMethod } from '@daero/statistics/discrimination/auc-method';
import { kaplanMeierMethod } from '@daero/statistics/survival/kaplan-meier-method';
import { randomEffectsMethod } from '@daero/statistics/meta-analysis/random-effects-method';

/** Every method that a plan can name: one row each, in the order a reader meets them. */
const rows: readonly Method[] = [
  listed(proportionMethod),
  listed(binaryAccuracyMethod),
  listed(aucDelongMethod),
  listed(randomEffectsMethod),
  listed(logisticRecalibrationMethod),
  listed(kaplanMeierMethod),
];

export const methods: ReadonlyMap<string, Method> = new Map(rows.map((method) => [method.name, method]));
