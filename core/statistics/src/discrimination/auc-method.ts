import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { patientsOf, scoredCases, type ScoredCases } from '../columns.ts';
import { bootstrapEstimate } from '../resampling/bootstrap-estimate.ts';
import { bootstrapSettings, levelSetting } from '../settings.ts';
import { aucBootstrap } from './auc-bootstrap.ts';
import { aucDelong, type AucEstimate } from './auc-delong.ts';
import { aucInterval, hanleyMcneilVariance, type AucInterval } from './auc-interval.ts';
import { rocShape } from './roc-shape.ts';

const title: Text = { ko: 'ROC 곡선 아래 면적(AUC)', en: 'Area under the ROC curve (AUC)' };

const settings = z.strictObject({
  level: levelSetting,
  /** `hanley-mcneil` is for comparison with published figures: it takes the scores as exponential. */
  variance: z.enum(['delong', 'hanley-mcneil', 'bootstrap']).default('delong'),
  /** Wald limits cover too little for good scores in small groups (docs/simulation.md). With the bootstrap the limits are percentiles. */
  interval: z.enum(['wald', 'logit']).default('logit'),
  ...bootstrapSettings,
});
type Settings = z.output<typeof settings>;

const variances = {
  delong: {
    name: { ko: 'DeLong 분산', en: 'DeLong variance' },
    source:
      'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389-1393',
  },
  'hanley-mcneil': {
    name: { ko: 'Hanley-McNeil 분산', en: 'Hanley-McNeil variance' },
    source: 'Hanley and McNeil (1982), Radiology 143, 29-36',
  },
} as const;

const forms: Readonly<Record<Exclude<AucInterval['form'], 'disjoint-pairs'>, Text>> = {
  wald: { ko: 'Wald 신뢰구간', en: 'Wald interval' },
  logit: { ko: '로짓 신뢰구간', en: 'logit interval' },
};
const disjointPairs: Text = {
  ko: '완전 분리: 서로 겹치지 않는 짝에 대한 정확 신뢰구간(Clopper-Pearson)',
  en: 'Complete separation: exact interval on disjoint pairs (Clopper-Pearson)',
};

/** How well a score tells the diseased from the healthy: AUC with its interval, and the ROC curve. */
export const aucDelongMethod = method({
  name: 'auc-delong',
  title,
  settings,
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    // Whose rows are drawn together by the bootstrap.
    { role: 'patient', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['auc'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-method.ts',
  run: (roles, asked) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const patient = patientsOf(roles);
    if (!patient.ok) return patient;
    const { diseased, healthy } = cases.value;
    const found = aucDelong(diseased, healthy);
    if (!found.ok) return found;
    const separated = found.value.auc === 0 || found.value.auc === 1;
    const auc =
      asked.variance === 'bootstrap' && !separated
        ? bootstrapped(found.value, cases.value, patient.value, asked)
        : succeed(computed(found.value, patient.value, asked));
    if (!auc.ok) return auc;
    const shape = rocShape(title, asked.level, [{ label: title, auc: auc.value, diseased, healthy }]);
    if (!shape.ok) return shape;
    return succeed({ estimates: { auc: auc.value }, shapes: [shape.value], warnings: auc.value.warnings });
  },
});

const aboutOf = ({ auc, diseased, healthy }: AucEstimate, level: number) => ({
  value: auc,
  level,
  unit: 'auc' as const,
  n: diseased + healthy,
  parts: { diseased, healthy },
});

/** By the variance of a formula. */
function computed(
  found: AucEstimate,
  patient: readonly string[] | undefined,
  { level, variance, interval }: Settings,
): Estimate {
  const of = variance === 'bootstrap' ? 'delong' : variance;
  const { auc, diseased, healthy } = found;
  const standardError =
    of === 'delong' ? found.standardError : Math.sqrt(hanleyMcneilVariance(auc, diseased, healthy));
  const limits = aucInterval({ auc, standardError, diseased, healthy }, { form: interval, level });
  const warnings: Warning[] = [];
  if (limits.form === 'disjoint-pairs') warnings.push({ kind: 'perfect-separation', facts: {} });
  if (limits.cutOff) warnings.push({ kind: 'interval-cut-off', facts: {} });
  const patients = patient === undefined ? diseased + healthy : new Set(patient).size;
  if (patients < diseased + healthy)
    warnings.push({ kind: 'rows-repeat-patients', facts: { patients, rows: diseased + healthy } });
  const { name, source } = variances[of];
  const named = limits.form === 'disjoint-pairs' ? null : forms[limits.form];
  return {
    ...aboutOf(found, level),
    low: limits.low,
    high: limits.high,
    standardError,
    method: named === null ? disjointPairs : { ko: `${name.ko}, ${named.ko}`, en: `${name.en}, ${named.en}` },
    source,
    warnings,
  };
}

function bootstrapped(
  found: AucEstimate,
  { truth, score }: ScoredCases,
  patient: readonly string[] | undefined,
  { level, replicates, seed }: Settings,
): Result<Estimate, Fault> {
  const drawn = aucBootstrap(
    { truth, scores: [score], ...(patient === undefined ? {} : { patient }) },
    { replicates, seed },
  );
  if (!drawn.ok) return drawn;
  return succeed(
    bootstrapEstimate({
      ...aboutOf(found, level),
      replicates: drawn.value[0] ?? [],
      seed,
      method: {
        ko: `환자 단위 층화 붓스트랩 백분위 구간(${replicates}회)`,
        en: `Percentile interval of ${replicates} stratified bootstrap samples of patients`,
      },
      source:
        'Carpenter and Bithell (2000), Statistics in Medicine 19, 1141-1164; Efron and Tibshirani (1993), An introduction to the bootstrap',
    }),
  );
}
