import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { z } from 'zod';
import { checkVaries, completeLabels, completeNumbers, patientsOf } from '../columns.ts';
import { bootstrapEstimate } from '../resampling/bootstrap-estimate.ts';
import { bootstrapSettings, levelSetting } from '../settings.ts';
import { aucMulticlass } from './auc-multiclass.ts';
import { multiclassBootstrap } from './multiclass-bootstrap.ts';

/** One score against several ordered classes: the mean AUC of all pairs. The order is that of the protocol, never that of the data. */
export const aucMulticlassMethod = method({
  name: 'auc-multiclass',
  title: { ko: '여러 분류의 AUC(Hand-Till)', en: 'AUC of several classes (Hand and Till)' },
  settings: z.strictObject({
    /** From the least disease to the most. */
    classes: z.array(z.string()).min(2).max(12),
    level: levelSetting,
    ...bootstrapSettings,
  }),
  takes: [
    { role: 'class', kind: 'label' },
    { role: 'score', kind: 'number' },
    { role: 'patient', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['auc'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-multiclass-method.ts',
  run: (roles, { classes, level, replicates, seed }) => {
    const labels = completeLabels(roles, 'class');
    if (!labels.ok) return labels;
    const score = completeNumbers(roles, 'score');
    if (!score.ok) return score;
    const patient = patientsOf(roles);
    if (!patient.ok) return patient;
    const codes = labels.value.map((label) => classes.indexOf(label));
    const unknown = codes.indexOf(-1);
    if (unknown >= 0) {
      const label = labels.value[unknown] ?? '';
      return fail({ kind: 'label-unknown', column: 'class', row: unknown + 1, label, known: classes });
    }
    const varies = checkVaries(score.value);
    if (!varies.ok) return varies;
    const found = aucMulticlass(
      classes.map((label, place) => ({
        label,
        scores: score.value.filter((_value, row) => codes[row] === place),
      })),
      'as-ordered',
    );
    if (!found.ok) return found;
    const drawn = multiclassBootstrap(
      {
        class: codes,
        classes: classes.length,
        score: score.value,
        ...(patient.value === undefined ? {} : { patient: patient.value }),
      },
      { replicates, seed },
    );
    if (!drawn.ok) return drawn;
    const parts = Object.fromEntries(
      classes.map((label, place) => [label, codes.filter((code) => code === place).length]),
    );
    const auc = bootstrapEstimate({
      value: found.value.auc,
      replicates: drawn.value,
      level,
      unit: 'auc',
      n: roles.rows,
      parts,
      seed,
      method: {
        ko: `Hand-Till 평균 AUC, 분류별 환자 단위 붓스트랩 백분위 구간(${replicates}회)`,
        en: `Mean AUC of Hand and Till, percentile interval of ${replicates} bootstrap samples of patients within classes`,
      },
      source: 'Hand and Till (2001), Machine Learning 45, 171-186',
      warnings: found.value.auc === 1 ? [{ kind: 'perfect-separation', facts: {} }] : [],
    });
    return succeed({ estimates: { auc }, shapes: [], warnings: auc.warnings });
  },
});
