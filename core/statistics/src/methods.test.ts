import { type AnalysisOutput, type Method } from '@daero/domain/method';
import { type Result, unwrap } from '@daero/domain/result';
import { numbers, table, texts, type Table } from '@daero/domain/table';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { kappaMethod } from './agreement/kappa-method.ts';
import { limitsOfAgreementMethod } from './agreement/limits-of-agreement-method.ts';
import { pairedAccuracyMethod } from './accuracy/paired-accuracy-method.ts';
import { predictiveValuesMethod } from './accuracy/predictive-values-method.ts';
import { verificationBiasMethod } from './accuracy/verification-bias-method.ts';
import { partialAucMethod } from './discrimination/partial-auc-method.ts';
import { aucComparisonMethod } from './discrimination/auc-comparison-method.ts';
import { accuracyMetaMethod } from './meta-analysis/accuracy-meta-method.ts';
import { centreHeterogeneityMethod } from './regression/centre-heterogeneity-method.ts';
import { decisionCurveMethod } from './usefulness/decision-curve-method.ts';
import { binaryAccuracyMethod } from './accuracy/binary-accuracy-method.ts';
import { proportionMethod } from './accuracy/proportion-method.ts';
import { logisticRecalibrationMethod } from './calibration/logistic-recalibration-method.ts';
import { aucDelongMethod } from './discrimination/auc-method.ts';
import { randomEffectsMethod } from './meta-analysis/random-effects-method.ts';
import { randomStream } from './resampling/random-stream.ts';
import { logistic } from './summary/interval.ts';
import { kaplanMeierMethod } from './survival/kaplan-meier-method.ts';

const label = { ko: '이름', en: 'Name' };

function cohort(n: number): Table {
  const { uniform, integerBelow } = randomStream(11, 0);
  const score = Array.from({ length: n }, () => integerBelow(12));
  const truth = score.map((value) => (uniform() < logistic(-3 + 0.4 * value) ? 1 : 0));
  return table([
    ['truth', numbers(truth)],
    ['score', numbers(score)],
    ['event', numbers(truth)],
    ['time', numbers(score.map((value) => 1 + (12 - value) * 3 + integerBelow(3)))],
    ['group', texts(score.map((_value, i) => `site-${(i % 3) + 1}`))],
  ]);
}

const sites = table([
  ['estimate', numbers([0.7, 0.75, 0.68])],
  ['standard-error', numbers([0.03, 0.04, 0.03])],
  ['label', texts(['A', 'B', 'C'])],
  ['size', numbers([300, 200, 250])],
]);

const run = <Settings extends z.ZodType>(
  record: Method<Settings>,
  roles: Table,
  settings: unknown,
): Result<AnalysisOutput> => record.run(roles, record.settings.parse(settings));

const survival = { at: [10, 30], eventLabel: label, censoringNote: label };
const forest = { quantity: label, label, scale: 'logit', reference: 0.5, unit: 'auc' };

type Row = {
  readonly name: string;
  readonly gives: readonly string[];
  readonly run: (roles?: Table) => Result<AnalysisOutput>;
};
const row = <Settings extends z.ZodType>(
  record: Method<Settings>,
  settings: unknown,
  roles: Table = cohort(400),
): Row => ({
  name: record.name,
  gives: record.gives,
  run: (other = roles) => run(record, other, settings),
});

const rows: readonly Row[] = [
  row(aucDelongMethod, {}),
  row(binaryAccuracyMethod, { threshold: 7 }),
  row(proportionMethod, {}),
  row(randomEffectsMethod, forest, sites),
  row(logisticRecalibrationMethod, {}),
  row(kaplanMeierMethod, survival),
];

const pairs = (n: number): Table => {
  const { uniform } = randomStream(12, 0);
  const truth = Array.from({ length: n }, () => (uniform() < 0.4 ? 1 : 0));
  const call = (right: number) => truth.map((y) => (uniform() < right ? y : 1 - y));
  const measure = truth.map(() => 10 * uniform());
  const category = (calls: readonly number[]) => texts(calls.map((x) => (x === 1 ? 'present' : 'absent')));
  const [first, second] = [call(0.85), call(0.8)];
  return table([
    ['truth', numbers(truth)],
    ['first', numbers(first)],
    ['second', numbers(second)],
    ['first-category', category(first)],
    ['second-category', category(second)],
    ['first-measure', numbers(measure.map((x) => x + uniform()))],
    ['second-measure', numbers(measure.map((x) => x + 0.3 + uniform()))],
    ['risk', numbers(truth.map((y) => (y + uniform()) / 2))],
    ['verified', texts(truth.map((y, i) => (i % 3 === 0 ? 'unverified' : y === 1 ? 'diseased' : 'healthy')))],
    ['centre', texts(truth.map((_y, i) => `site-${(i % 6) + 1}`))],
  ]);
};

/** The same columns under the names of other roles. */
const renamed = (of: Table, names: Readonly<Record<string, string>>): Table =>
  table(
    Object.entries(names).flatMap(([role, column]) => {
      const found = of.columns.get(column);
      return found === undefined ? [] : [[role, found] as const];
    }),
  );

const accuracyStudies = table([
  ['true-positive', numbers([90, 160, 70, 95, 82, 0])],
  ['false-negative', numbers([10, 40, 30, 5, 18, 4])],
  ['false-positive', numbers([20, 15, 6, 42, 9, 1])],
  ['true-negative', numbers([80, 185, 94, 58, 91, 30])],
]);

const laterRows: readonly Row[] = [
  row(pairedAccuracyMethod, {}, pairs(300)),
  row(partialAucMethod, { from: 1, to: 0.8, replicates: 200 }),
  row(verificationBiasMethod, {}, renamed(pairs(300), { test: 'first', reference: 'verified' })),
  row(predictiveValuesMethod, { threshold: 7, prevalence: { events: 30, trials: 400 } }),
  row(
    aucComparisonMethod,
    { hypothesis: { question: 'non-inferiority', margin: 0.05 } },
    renamed(pairs(300), { truth: 'truth', first: 'risk', second: 'second-measure' }),
  ),
  row(decisionCurveMethod, { threshold: 0.2, thresholds: [0.1, 0.3] }, pairs(300)),
  row(accuracyMetaMethod, {}, accuracyStudies),
  row(centreHeterogeneityMethod, {}, renamed(pairs(300), { event: 'truth', centre: 'centre' })),
  row(
    kappaMethod,
    { categories: ['absent', 'present'] },
    renamed(pairs(300), { first: 'first-category', second: 'second-category' }),
  ),
  row(
    limitsOfAgreementMethod,
    {},
    renamed(pairs(300), { first: 'first-measure', second: 'second-measure', subject: 'centre' }),
  ),
];

describe.each([...rows, ...laterRows])('$name', ({ gives, run: once }) => {
  test('gives what it says, each value within its interval, and words for every warning', () => {
    const { estimates, warnings } = unwrap(once());
    for (const name of gives.filter((each) => !each.endsWith('*')))
      expect(Object.keys(estimates)).toContain(name);
    for (const { value, low, high, warnings: own } of Object.values(estimates)) {
      expect(Number.isFinite(value)).toBe(true);
      if (low === null || high === null) expect(own.map(({ kind }) => kind)).toContain('no-interval');
      else expect(low <= value && value <= high).toBe(true);
      for (const warning of own)
        expect(speakWarning(warning, 'ko') + speakWarning(warning, 'en')).not.toBe('');
    }
    for (const warning of warnings) expect(speakWarning(warning, 'ko')).not.toBe('');
  });

  test('the same rows give the same answer, to the byte', () => {
    expect(JSON.stringify(unwrap(once()))).toBe(JSON.stringify(unwrap(once())));
  });

  test('a missing column is named', () => {
    const found = once(table([['other', numbers([1, 2])]]));
    expect(found).toMatchObject({ fault: { kind: 'column-missing' } });
  });
});

describe('what is wrong with the rows is said', () => {
  const cases = (truth: readonly number[], score: readonly number[]) =>
    table([
      ['truth', numbers(truth)],
      ['score', numbers(score)],
    ]);
  test.each([
    ['value-not-binary', cases([0, 2, 1, 1], [1, 2, 3, 4])],
    ['value-missing', cases([0, NaN, 1, 1], [1, 2, 3, 4])],
    ['value-missing', cases([0, 0, 1, 1], [1, NaN, 3, 4])],
    ['too-few-cases', cases([0, 0, 0, 0], [1, 2, 3, 4])],
    ['score-constant', cases([0, 0, 1, 1], [3, 3, 3, 3])],
  ] as const)('%s', (kind, roles) => {
    for (const found of [
      run(aucDelongMethod, roles, {}),
      run(binaryAccuracyMethod, roles, { threshold: 2 }),
    ]) {
      if (found.ok) throw new Error('a fault was expected');
      expect(found.fault.kind).toBe(kind);
      expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
    }
  });

  test('nobody above the threshold leaves no positive predictive value', () => {
    expect(run(binaryAccuracyMethod, cohort(60), { threshold: 99 })).toMatchObject({
      fault: { kind: 'no-trials', quantity: 'ppv' },
    });
  });

  test('a missing time is counted, and a group out of order is named', () => {
    const roles = table([
      ['time', numbers([1, NaN, NaN])],
      ['event', numbers([1, 0, 1])],
    ]);
    expect(run(kaplanMeierMethod, roles, survival)).toMatchObject({
      fault: { kind: 'value-missing', column: 'time', rows: 2 },
    });
    expect(
      run(kaplanMeierMethod, cohort(30), { ...survival, groupOrder: ['site-1', 'site-2'] }),
    ).toMatchObject({
      fault: { kind: 'group-unknown', row: 3, group: 'site-3' },
    });
  });

  test('a setting that does not exist is refused', () => {
    expect(aucDelongMethod.settings.safeParse({ confidence: 0.9 }).success).toBe(false);
  });
});

describe('what is found is said in full', () => {
  test('complete separation has an interval and a warning', () => {
    const roles = table([
      ['truth', numbers([0, 0, 0, 1, 1])],
      ['score', numbers([1, 2, 3, 4, 5])],
    ]);
    const { auc } = unwrap(run(aucDelongMethod, roles, {})).estimates;
    expect(auc).toMatchObject({ value: 1, high: 1, warnings: [{ kind: 'perfect-separation' }] });
    expect(auc?.low).toBeCloseTo(Math.sqrt(0.025), 12);
  });

  test('the forest has a row a site, weights that add up to 1, and a warning that sites are few', () => {
    const { shapes, warnings } = unwrap(run(randomEffectsMethod, sites, forest));
    const [shape] = shapes;
    if (shape?.shape !== 'forest') throw new Error('a forest was expected');
    expect(shape.rows.map(({ role }) => role)).toEqual(['site', 'site', 'site', 'summary']);
    expect(shape.rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 12);
    expect(shape.rows[3]?.n).toBe(750);
    expect(warnings).toEqual([{ kind: 'few-groups', facts: { groups: 3 } }]);
  });

  test('the survival of each group is given at the last day, and the groups in the order asked for', () => {
    const order = ['site-3', 'site-1', 'site-2'];
    const { estimates, shapes } = unwrap(
      run(kaplanMeierMethod, cohort(200), {
        ...survival,
        groupOrder: order,
        groupLabels: { 'site-3': label },
      }),
    );
    expect(estimates['survival-site-1']).toEqual(estimates['survival-site-1-day-30']);
    const [shape] = shapes;
    if (shape?.shape !== 'survival') throw new Error('curves were expected');
    expect(shape.groups.map((group) => group.label.en)).toEqual(['Name', 'site-1', 'site-2']);
    for (const { n, table: ticks } of shape.groups) {
      for (const { atRisk, events, censored, time } of ticks) {
        // Those who leave exactly at a tick are at risk at it and counted as gone by it.
        expect(atRisk + events + censored).toBeGreaterThanOrEqual(n);
        if (time === 0) expect([atRisk, events, censored]).toEqual([n, 0, 0]);
      }
    }
  });
});

describe('what a protocol asks of a difference is answered', () => {
  const asked = (sensitivity: object) => run(pairedAccuracyMethod, pairs(300), { sensitivity });

  test('a wide margin is shown, a narrow one is not, and the warning says which', () => {
    const shown = unwrap(asked({ question: 'non-inferiority', margin: 0.2 }));
    expect(shown.estimates['sensitivity-p']?.value).toBeLessThan(0.025);
    expect(shown.warnings).toEqual([
      { kind: 'hypothesis-shown', facts: { question: 'non-inferiority', margin: 0.2, alpha: 0.025 } },
    ]);
    const notShown = unwrap(asked({ question: 'equivalence', margin: 0.01 }));
    expect(notShown.warnings.map(({ kind }) => kind)).toEqual(['hypothesis-not-shown']);
  });

  test('a margin of the wrong sign is a fault in words', () => {
    const found = asked({ question: 'non-inferiority', margin: -0.1 });
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe('margin-impossible');
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).toContain('-0.1');
  });

  test('a category that is not in the list is named by rater and row', () => {
    const roles = renamed(pairs(30), { first: 'first-category', second: 'second-category' });
    expect(run(kappaMethod, roles, { categories: ['present', 'other'] })).toMatchObject({
      fault: { kind: 'rating-missing', rater: 1 },
    });
  });

  test('repeated pairs of one subject leave the reliability without an interval', () => {
    const roles = renamed(pairs(60), { first: 'first-measure', second: 'second-measure', subject: 'centre' });
    const { icc, bias } = unwrap(run(limitsOfAgreementMethod, roles, {})).estimates;
    expect([icc?.low, bias?.n]).toEqual([null, 6]);
  });
});
