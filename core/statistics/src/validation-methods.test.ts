import { type AnalysisOutput, type Method } from '@daero/domain/method';
import { type Result, unwrap } from '@daero/domain/result';
import { numbers, table, texts, type Column, type Table } from '@daero/domain/table';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { coPrimaryAccuracyMethod } from './accuracy/co-primary-accuracy-method.ts';
import { incompleteResultsMethod } from './accuracy/incomplete-results-method.ts';
import { pairedAccuracyMethod } from './accuracy/paired-accuracy-method.ts';
import { unpairedAccuracyMethod } from './accuracy/unpaired-accuracy-method.ts';
import { concordanceMethod } from './agreement/concordance-method.ts';
import { iccMethod } from './agreement/icc-method.ts';
import { raterAgreementMethod } from './agreement/rater-agreement-method.ts';
import { calibrationMethod } from './calibration/calibration-method.ts';
import { aucComparisonMethod } from './discrimination/auc-comparison-method.ts';
import { aucDelongMethod } from './discrimination/auc-method.ts';
import { aucMulticlassMethod } from './discrimination/auc-multiclass-method.ts';
import { aucOmnibusMethod } from './discrimination/auc-omnibus-method.ts';
import { aucUnpairedMethod } from './discrimination/auc-unpaired-method.ts';
import { bestThresholdMethod } from './discrimination/best-threshold-method.ts';
import { leaveOneCentreOutMethod } from './discrimination/leave-one-centre-out-method.ts';
import { rocCoordinatesMethod } from './discrimination/roc-coordinates-method.ts';
import { accuracyMetaMethod } from './meta-analysis/accuracy-meta-method.ts';
import { randomEffectsMethod } from './meta-analysis/random-effects-method.ts';
import { centreHeterogeneityMethod } from './regression/centre-heterogeneity-method.ts';
import { centreInteractionMethod } from './regression/centre-interaction-method.ts';
import { randomStream } from './resampling/random-stream.ts';
import { logistic } from './summary/interval.ts';
import { decisionCurveMethod } from './usefulness/decision-curve-method.ts';
import { decisionCurveSurvivalMethod } from './usefulness/decision-curve-survival-method.ts';

const people = 240;

/** A study of everything: scores, calls, categories, measurements and follow-up of the same people. */
function study(n: number): Readonly<Record<string, Column>> {
  const { uniform } = randomStream(21, 0);
  const latent = Array.from({ length: n }, () => uniform() + uniform() - 1);
  const truth = latent.map((x) => (uniform() < logistic(3 * x - 0.4) ? 1 : 0));
  const score = (noise: number) => latent.map((x) => x + noise * (uniform() - 0.5));
  const risk = latent.map((x) => logistic(3 * x - 0.4 + 0.5 * (uniform() - 0.5)));
  const call = score(1).map((x) => (x > 0 ? 1 : 0));
  const category = (x: number) => (x < -0.2 ? 'none' : x < 0.2 ? 'mild' : 'severe');
  return {
    truth: numbers(truth),
    first: numbers(score(0.5)),
    second: numbers(score(1.5)),
    third: numbers(score(2)),
    risk: numbers(risk),
    'other-risk': numbers(risk.map((x) => (x + 0.3) / 1.6)),
    call: numbers(call),
    'other-call': numbers(score(2).map((x) => (x > 0 ? 1 : 0))),
    result: texts(
      call.map((x) =>
        uniform() < 0.08 ? null : uniform() < 0.1 ? 'indeterminate' : x === 1 ? 'positive' : 'negative',
      ),
    ),
    class: texts(latent.map(category)),
    arm: texts(latent.map((_x, i) => (i % 2 === 0 ? 'A' : 'B'))),
    patient: texts(latent.map((_x, i) => `p${Math.floor(i / 2)}`)),
    centre: texts(latent.map((_x, i) => `c${i % 6}`)),
    subject: texts(latent.map((_x, i) => `s${Math.floor(i / 4)}`)),
    rater: texts(latent.map((_x, i) => `r${i % 4}`)),
    rating: texts(
      latent.map((_x, i) =>
        i % 17 === 0 ? null : category((latent[i - (i % 4)] ?? 0) + 0.5 * (uniform() - 0.5)),
      ),
    ),
    measurement: numbers(latent.map((_x, i) => 10 * (latent[i - (i % 4)] ?? 0) + uniform())),
    time: numbers(truth.map((y) => 5 + 95 * uniform() * (y === 1 ? 0.5 : 1))),
  };
}

const columns = study(people);
/** Columns of the study under the names of roles. */
const roles = (names: Readonly<Record<string, string>>): Table =>
  table(
    Object.entries(names).flatMap(([role, column]) => {
      const found = columns[column];
      return found === undefined ? [] : [[role, found] as const];
    }),
  );

const run = <Settings extends z.ZodType>(
  record: Method<Settings>,
  of: Table,
  settings: unknown,
): Result<AnalysisOutput> => record.run(of, record.settings.parse(settings));

type Row = {
  readonly name: string;
  readonly gives: readonly string[];
  readonly run: (of?: Table) => Result<AnalysisOutput>;
};
const row = <Settings extends z.ZodType>(
  record: Method<Settings>,
  names: Readonly<Record<string, string>>,
  settings: unknown = {},
): Row => ({
  name: `${record.name} ${JSON.stringify(settings)}`,
  gives: record.gives,
  run: (of = roles(names)) => run(record, of, settings),
});

const classes = ['none', 'mild', 'severe'];
const margin = { question: 'non-inferiority', margin: 0.1 };
const scored = { truth: 'truth', score: 'first' };
const paired = { truth: 'truth', first: 'first', second: 'second' };
const calls = { truth: 'truth', first: 'call', second: 'other-call' };
const rated = { subject: 'subject', rater: 'rater', rating: 'rating' };

const risks = { truth: 'truth', risk: 'risk', other: 'other-risk' };
const followed = { time: 'time', event: 'truth', risk: 'risk', other: 'other-risk' };
const thresholds = { threshold: 0.2, thresholds: [0.1, 0.3, 0.4], replicates: 200 };

const byCentre = { truth: 'truth', score: 'first', centre: 'centre' };
const label = { ko: '이름', en: 'Name' };
const studies = table([
  ['true-positive', numbers([90, 160, 70, 95, 82, 40])],
  ['false-negative', numbers([10, 40, 30, 5, 18, 4])],
  ['false-positive', numbers([20, 15, 6, 42, 9, 11])],
  ['true-negative', numbers([80, 185, 94, 58, 91, 30])],
  ['label', texts(['A', 'B', 'C', 'D', 'E', 'F'])],
]);
const effects = table([
  ['estimate', numbers([0.7, 0.75, 0.68, 0.8])],
  ['standard-error', numbers([0.03, 0.04, 0.02, 0.06])],
  ['label', texts(['A', 'B', 'C', 'D'])],
]);

const rows: readonly Row[] = [
  row(leaveOneCentreOutMethod, byCentre),
  row(leaveOneCentreOutMethod, byCentre, { quantity: 'sensitivity', threshold: 0 }),
  row(centreInteractionMethod, { ...paired, centre: 'centre' }),
  row(centreInteractionMethod, { truth: 'truth', first: 'second', centre: 'centre' }),
  row(centreHeterogeneityMethod, { event: 'truth', centre: 'centre' }),
  { ...row(accuracyMetaMethod, {}), run: (of = studies) => run(accuracyMetaMethod, of, {}) },
  {
    ...row(accuracyMetaMethod, {}, { model: 'reitsma' }),
    run: (of = studies) => run(accuracyMetaMethod, of, { model: 'reitsma' }),
  },
  {
    ...row(randomEffectsMethod, {}, { quantity: label, label }),
    run: (of = effects) => run(randomEffectsMethod, of, { quantity: label, label }),
  },
  row(decisionCurveMethod, risks, thresholds),
  row(decisionCurveMethod, risks, { ...thresholds, prevalence: 0.1, band: 'pointwise' }),
  row(decisionCurveSurvivalMethod, followed, { ...thresholds, horizon: 60 }),
  row(calibrationMethod, { truth: 'truth', risk: 'risk' }, { replicates: 200 }),
  row(aucDelongMethod, { ...scored, patient: 'patient' }, { variance: 'bootstrap', replicates: 300 }),
  row(aucDelongMethod, { ...scored, patient: 'patient' }, { variance: 'hanley-mcneil', interval: 'logit' }),
  row(
    aucComparisonMethod,
    { ...paired, patient: 'patient' },
    { variance: 'bootstrap', replicates: 300, hypothesis: margin },
  ),
  row(aucOmnibusMethod, { ...paired, third: 'third' }),
  row(aucUnpairedMethod, { ...scored, arm: 'arm' }, { hypothesis: margin }),
  row(
    aucMulticlassMethod,
    { class: 'class', score: 'second', patient: 'patient' },
    { classes, replicates: 300 },
  ),
  row(bestThresholdMethod, scored, { replicates: 300 }),
  row(rocCoordinatesMethod, scored, { thresholds: [-0.1, 0, 0.2] }),
  row(pairedAccuracyMethod, calls, { sensitivity: margin, specificity: margin, test: 'exact' }),
  row(
    unpairedAccuracyMethod,
    { truth: 'truth', result: 'call', arm: 'arm' },
    { sensitivity: margin, specificity: margin },
  ),
  row(coPrimaryAccuracyMethod, scored, {
    threshold: 0,
    sensitivity: { goal: 0.6 },
    specificity: { goal: 0.6 },
  }),
  row(incompleteResultsMethod, { truth: 'truth', result: 'result' }),
  row(raterAgreementMethod, rated, { categories: classes, replicates: 200 }),
  row(iccMethod, { subject: 'subject', rater: 'rater', measurement: 'measurement' }),
  row(concordanceMethod, { first: 'first', second: 'second' }),
];

describe.each(rows)('$name', ({ gives, run: once }) => {
  test('gives what it says, each value within its interval, with its method and source, and words for every warning', () => {
    const { estimates, shapes, warnings } = unwrap(once());
    const keys = Object.keys(estimates);
    for (const name of gives.filter((each) => !each.endsWith('*'))) expect(keys).toContain(name);
    for (const key of keys)
      expect(
        gives.some((name) => (name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name)),
      ).toBe(true);
    for (const { value, low, high, warnings: own, method, source, n } of Object.values(estimates)) {
      expect(Number.isFinite(value)).toBe(true);
      expect([method.ko, method.en, source].every((text) => text.length > 3) && n > 0).toBe(true);
      if (low === null || high === null) expect(own.map(({ kind }) => kind)).toContain('no-interval');
      else expect(low <= value && value <= high).toBe(true);
      for (const warning of own)
        expect(speakWarning(warning, 'ko') + speakWarning(warning, 'en')).not.toContain('{');
    }
    for (const warning of warnings) expect(speakWarning(warning, 'ko')).not.toContain('{');
    expect(JSON.stringify(shapes)).not.toContain(':null,"predicted":null');
  });

  test('the same rows give the same answer, to the byte', () => {
    expect(JSON.stringify(unwrap(once()))).toBe(JSON.stringify(unwrap(once())));
  });

  test('a missing column is named', () => {
    expect(once(table([['other', numbers([1, 2])]]))).toMatchObject({ fault: { kind: 'column-missing' } });
  });
});

describe('what is wrong with the rows is said, in both languages', () => {
  const changed = (names: Readonly<Record<string, string>>, role: string, column: Column): Table =>
    table([...roles(names).columns].map(([name, own]) => [name, name === role ? column : own] as const));
  const constantAt = (value: number) => numbers(new Float64Array(people).fill(value));
  const constant = constantAt(1);
  const one = texts(Array.from({ length: people }, () => 'only'));
  const holed = numbers(Float64Array.from({ length: people }, (_none, i) => (i === 7 ? NaN : i)));
  test.each([
    ['score-constant', run(aucComparisonMethod, changed(paired, 'second', constant), {})],
    ['value-missing', run(aucComparisonMethod, changed(paired, 'second', holed), {})],
    ['case-twice', run(aucComparisonMethod, roles({ ...paired, patient: 'patient' }), {})],
    ['too-few-cases', run(aucOmnibusMethod, changed(paired, 'truth', constant), {})],
    [
      'margin-impossible',
      run(aucComparisonMethod, roles(paired), { hypothesis: { question: 'equivalence', margin: -0.1 } }),
    ],
    [
      'margin-impossible',
      run(unpairedAccuracyMethod, roles({ truth: 'truth', result: 'call', arm: 'arm' }), {
        sensitivity: { question: 'superiority', margin: 0.1 },
      }),
    ],
    [
      'margin-impossible',
      run(aucUnpairedMethod, roles({ ...scored, arm: 'arm' }), {
        hypothesis: { question: 'non-inferiority', margin: 1.2 },
      }),
    ],
    ['arms-not-two', run(aucUnpairedMethod, roles({ ...scored, arm: 'class' }), {})],
    ['label-unknown', run(aucUnpairedMethod, roles({ ...scored, arm: 'class' }), { arms: ['none', 'mild'] })],
    [
      'label-unknown',
      run(aucMulticlassMethod, roles({ class: 'class', score: 'first' }), { classes: ['none', 'mild'] }),
    ],
    [
      'class-empty',
      run(aucMulticlassMethod, roles({ class: 'class', score: 'first' }), { classes: [...classes, 'fatal'] }),
    ],
    [
      'score-constant',
      run(aucMulticlassMethod, changed({ class: 'class', score: 'first' }, 'score', constant), { classes }),
    ],
    ['label-unknown', run(incompleteResultsMethod, roles({ truth: 'truth', result: 'class' }), {})],
    [
      'goal-impossible',
      run(coPrimaryAccuracyMethod, roles(scored), {
        threshold: 0,
        sensitivity: { goal: 1 },
        specificity: { goal: 0.5 },
      }),
    ],
    [
      'rating-twice',
      run(raterAgreementMethod, roles({ subject: 'arm', rater: 'rater', rating: 'class' }), {
        categories: classes,
      }),
    ],
    ['label-unknown', run(raterAgreementMethod, roles(rated), { categories: ['none', 'mild'] })],
    [
      'rating-unpaired',
      run(
        iccMethod,
        changed({ subject: 'subject', rater: 'rater', measurement: 'measurement' }, 'measurement', holed),
        {},
      ),
    ],
    ['risk-outside', run(decisionCurveMethod, changed(risks, 'other', constantAt(1.5)), { threshold: 0.2 })],
    [
      'risk-outside',
      run(calibrationMethod, changed({ truth: 'truth', risk: 'risk' }, 'risk', constantAt(-0.5)), {}),
    ],
    [
      'terms-dependent',
      run(calibrationMethod, changed({ truth: 'truth', risk: 'risk' }, 'risk', constantAt(0.5)), {}),
    ],
    [
      'outcome-constant',
      run(calibrationMethod, changed({ truth: 'truth', risk: 'risk' }, 'truth', constant), {}),
    ],
    [
      'time-impossible',
      run(decisionCurveSurvivalMethod, changed(followed, 'time', constantAt(-3)), {
        threshold: 0.2,
        horizon: 30,
      }),
    ],
    ['too-few-cases', run(decisionCurveSurvivalMethod, roles(followed), { threshold: 0.2, horizon: 0.5 })],
    ['too-few-groups', run(leaveOneCentreOutMethod, changed(byCentre, 'centre', one), {})],
    ['threshold-absent', run(leaveOneCentreOutMethod, roles(byCentre), { quantity: 'specificity' })],
    [
      'too-few-groups',
      run(centreInteractionMethod, changed({ ...paired, centre: 'centre' }, 'centre', one), {}),
    ],
    [
      'case-twice',
      run(centreInteractionMethod, roles({ ...paired, centre: 'centre', patient: 'patient' }), {}),
    ],
    [
      'too-few-subjects',
      run(
        concordanceMethod,
        table([
          ['first', numbers([1, 2])],
          ['second', numbers([1, 2])],
        ]),
        {},
      ),
    ],
  ] as const)('%s', (kind, found) => {
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });
});

describe('what is found is said in full', () => {
  test('a study that shows one of two co-primary goals has not succeeded', () => {
    const asked = (goal: number) =>
      run(coPrimaryAccuracyMethod, roles(scored), {
        threshold: 0,
        sensitivity: { goal: 0.5 },
        specificity: { goal },
      });
    const [both, one] = [unwrap(asked(0.5)), unwrap(asked(0.99))];
    expect(both.warnings.map(({ kind }) => kind)).toEqual(['co-primary-shown']);
    expect(one.warnings.map(({ kind }) => kind)).toEqual(['co-primary-not-shown']);
    // The test and the exact limits agree: shown exactly where the lower limit lies above the goal.
    expect((both.estimates.specificity?.low ?? 0) > 0.5).toBe(true);
    expect((one.estimates.specificity?.low ?? 1) > 0.99).toBe(false);
  });

  test('results that are neither yes nor no are in the flow, and every handling lies between the worst and the best', () => {
    for (const handling of ['excluded', 'wrong', 'right', 'positive', 'negative']) {
      const { estimates, shapes } = unwrap(
        run(incompleteResultsMethod, roles({ truth: 'truth', result: 'result' }), {
          indeterminate: handling,
          missing: handling,
        }),
      );
      for (const name of ['sensitivity', 'specificity']) {
        const value = estimates[name]?.value ?? NaN;
        expect(value).toBeGreaterThanOrEqual(estimates[`${name}-worst`]?.value ?? NaN);
        expect(value).toBeLessThanOrEqual(estimates[`${name}-best`]?.value ?? NaN);
      }
      const [flow] = shapes;
      if (flow?.shape !== 'flow') throw new Error('a flow was expected');
      const [tested, had, clear, counted] = flow.stages;
      const left = (stage: typeof tested) => stage?.left.reduce((sum, { n }) => sum + n, 0) ?? NaN;
      expect(tested?.n).toBe(people);
      expect(had?.n).toBe(people - left(tested));
      expect(clear?.n).toBe((had?.n ?? NaN) - left(had));
      expect(counted?.n).toBe(handling === 'excluded' ? clear?.n : people);
    }
  });

  test('a threshold chosen here is worth less than it looks', () => {
    const { estimates } = unwrap(run(bestThresholdMethod, roles(scored), { replicates: 500 }));
    const sumOf = (suffix: string) =>
      (estimates[`sensitivity${suffix}`]?.value ?? NaN) + (estimates[`specificity${suffix}`]?.value ?? NaN);
    expect(sumOf('')).toBeLessThan(sumOf('-apparent'));
    expect(estimates.threshold?.warnings.map(({ kind }) => kind)).toContain('threshold-chosen-here');
  });

  test('a comparison draws both curves, its margin and its difference', () => {
    const { shapes, estimates } = unwrap(
      run(aucComparisonMethod, roles(paired), { hypothesis: { question: 'equivalence', margin: 0.1 } }),
    );
    const [curves, forest] = shapes;
    if (curves?.shape !== 'roc' || forest?.shape !== 'forest')
      throw new Error('curves and a forest were expected');
    expect(curves.curves.map(({ auc }) => auc.value)).toEqual([
      estimates['auc-first']?.value,
      estimates['auc-second']?.value,
    ]);
    expect([forest.margins, forest.rows[0]?.role]).toEqual([[-0.1, 0.1], 'difference']);
  });

  test('decision curves have a band that holds all thresholds at once, and the difference of two risks is that of their curves', () => {
    const of = (band: string) => unwrap(run(decisionCurveMethod, roles(risks), { ...thresholds, band }));
    const [wide, narrow] = [of('simultaneous'), of('pointwise')].map(({ shapes: [shape] }) => {
      if (shape?.shape !== 'decision-curve') throw new Error('decision curves were expected');
      return shape;
    });
    expect(wide?.curves.map(({ role }) => role)).toEqual(['score', 'score', 'treat-all', 'treat-none']);
    expect(wide?.thresholds).toEqual(Array.from({ length: 50 }, (_none, k) => (k + 1) / 100));
    wide?.curves[0]?.low?.forEach((low, t) => expect(low).toBeLessThan(narrow?.curves[0]?.low?.[t] ?? NaN));
    const { estimates } = of('pointwise');
    // The plot goes over every percent; estimates are of the thresholds that were asked for.
    expect(Object.keys(estimates).filter((name) => name.startsWith('gain-at-'))).toEqual(
      thresholds.thresholds.filter((at) => at !== thresholds.threshold).map((at) => `gain-at-${at}`),
    );
    const [first, second, gap] = [
      estimates['net-benefit'],
      estimates['net-benefit-other'],
      estimates.difference,
    ];
    expect(gap?.value).toBeCloseTo((first?.value ?? NaN) - (second?.value ?? NaN), 12);
    expect((gap?.high ?? NaN) - (gap?.low ?? NaN)).toBeLessThan((first?.high ?? NaN) - (first?.low ?? NaN));
  });

  test('calibration fills its plot with a band around the curve, and the parts of the Brier score add up nearly to it', () => {
    const { estimates, shapes } = unwrap(
      run(calibrationMethod, roles({ truth: 'truth', risk: 'risk' }), { replicates: 200 }),
    );
    const [shape] = shapes;
    if (shape?.shape !== 'calibration') throw new Error('calibration was expected');
    expect(shape.band?.length).toBeGreaterThan(50);
    const value = (name: string) => estimates[name]?.value ?? NaN;
    const parts = value('brier-reliability') - value('brier-resolution') + value('brier-uncertainty');
    expect(Math.abs(parts - value('brier'))).toBeLessThan(0.01);
    expect(value('e50')).toBeLessThan(value('e90'));
    expect(shape.ici).toBeCloseTo(value('ici'), 12);
  });

  test('a centre left out is told with those who were left out, and the forest has rows of both kinds', () => {
    const { estimates, shapes } = unwrap(run(leaveOneCentreOutMethod, roles(byCentre), {}));
    const [shape] = shapes;
    if (shape?.shape !== 'forest') throw new Error('a forest was expected');
    const kinds = shape.rows.map(({ role }) => role);
    expect([
      kinds.filter((kind) => kind === 'site').length,
      kinds.filter((kind) => kind === 'left-out').length,
    ]).toEqual([6, 6]);
    const without = estimates['without-c0'];
    const [own, all] = [estimates['centre-c0'], estimates.all];
    expect((without?.n ?? NaN) + (own?.n ?? NaN)).toBe(all?.n);
    expect(without?.parts.diseasedOut).toBe(own?.parts.diseased);
  });

  test('studies together fill the plot: the summary lies within its region, and the curve stays among the rates that were seen', () => {
    for (const model of ['binomial', 'reitsma']) {
      const { shapes, estimates } = unwrap(run(accuracyMetaMethod, studies, { model }));
      const [shape] = shapes;
      if (shape?.shape !== 'sroc') throw new Error('a summary curve was expected');
      expect(shape.summary?.sensitivity).toBeCloseTo(estimates.sensitivity?.value ?? NaN, 12);
      expect(1 - (shape.summary?.falsePositive ?? NaN)).toBeCloseTo(estimates.specificity?.value ?? NaN, 12);
      const range = (points: readonly (readonly [number, number])[], at: 0 | 1) =>
        [Math.min(...points.map((p) => p[at])), Math.max(...points.map((p) => p[at]))] as const;
      for (const at of [0, 1] as const) {
        const [inner, outer] = [range(shape.confidence, at), range(shape.prediction, at)];
        const own = at === 0 ? shape.summary?.falsePositive : shape.summary?.sensitivity;
        expect(
          outer[0] < inner[0] && inner[0] < (own ?? NaN) && (own ?? NaN) < inner[1] && inner[1] < outer[1],
        ).toBe(true);
      }
      const rates = shape.studies.map(({ falsePositive }) => falsePositive);
      expect(range(shape.curve, 0)[0]).toBeCloseTo(Math.min(...rates), 9);
      expect(range(shape.curve, 0)[1]).toBeCloseTo(Math.max(...rates), 9);
      for (const [i, point] of shape.curve.entries())
        expect(point[1]).toBeGreaterThan(shape.curve[i - 1]?.[1] ?? 0);
    }
  });
});
