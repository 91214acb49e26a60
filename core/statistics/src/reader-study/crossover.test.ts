import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import { delongCovariance, jackknifeCovariance } from './case-covariance.ts';
import { cellFigures } from './cell-figures.ts';
import { crossover, type CrossoverComparison } from './crossover.ts';
import { obuchowskiRockette } from './obuchowski-rockette.ts';
import { readings } from './readings.ts';
import { drawCrossover, type DrawnCrossover } from './roe-metz.test-fixture.ts';
import { sessions, type SessionRows } from './sessions.ts';
import { varianceComponents } from './variance-components.ts';

const modalities = ['aided', 'unaided'] as const;
const namesOf = (rows: SessionRows) => ({
  readers: [...new Set(rows.reader)],
  modalities,
  periods: ['1', '2'] as const,
});

/** Readers take turns: the first three begin with the second modality, the others with the first. */
const turns: DrawnCrossover['firstIn'] = (reader) => (reader < 3 ? 1 : 0);
/** Each reader's cases take turns, the other way round for every second reader. */
const halves: DrawnCrossover['firstIn'] = (reader, at) => ((at + reader) % 2 === 0 ? 0 : 1);
/** The same split of the cases for everybody. */
const oneSplit: DrawnCrossover['firstIn'] = (_reader, at) => (at % 2 === 0 ? 0 : 1);

const base = { readers: 8, cases: 60, auc: () => 0.8, seed: 40, index: 0 } as const;
type To = 'readers-and-cases' | 'cases' | 'readers';

function analysed(rows: SessionRows, to: To = 'readers-and-cases'): CrossoverComparison {
  const study = unwrap(sessions(rows, namesOf(rows)));
  const values = cellFigures(study, { of: 'auc' }).map(({ value }) => value);
  const covariance = to === 'readers' ? null : delongCovariance(study);
  return unwrap(crossover(study, { values, covariance, to, level: 0.95 }));
}

function plain(rows: SessionRows, to: To) {
  const study = unwrap(readings(rows, namesOf(rows)));
  const values = cellFigures(study, { of: 'auc' }).map(({ value }) => value);
  const components = varianceComponents({ ...study, values, covariance: delongCovariance(study) }, 'shared');
  return { components, found: unwrap(obuchowskiRockette(components, { to, level: 0.95, negative: 'kept' })) };
}

describe('beside the plain analysis', () => {
  const balanced = drawCrossover({ ...base, firstIn: (reader) => (reader < 4 ? 1 : 0) });

  test('as many readers in each order: the same difference, and for these readers the same interval', () => {
    const { found } = plain(balanced, 'cases');
    const { difference } = analysed(balanced, 'cases');
    const [wanted] = found.differences;
    expect(difference.value).toBeCloseTo(wanted?.value ?? NaN, 12);
    expect(difference.standardError / (wanted?.standardError ?? NaN)).toBeCloseTo(1, 10);
  });

  test('random readers: what differs is the mean square, which the period is taken out of', () => {
    const { components } = plain(balanced, 'readers-and-cases');
    const { difference, period } = analysed(balanced, 'readers');
    // Of the sum of squares of r differences, r times the squared period effect belongs to the period.
    const [r, total] = [8, 2 * 7 * components.meanSquares.interaction];
    const square = (total - r * period.value * period.value) / (r - 2);
    expect(difference.standardError / Math.sqrt(square / r)).toBeCloseTo(1, 10);
    expect(difference.df).toBe(r - 2);
  });

  test('the difference is that of the means, and modalities exchanged turn it', () => {
    const rows = drawCrossover({ ...base, firstIn: turns });
    const found = analysed(rows);
    expect(found.difference.value).toBeCloseTo(found.modalities[0].value - found.modalities[1].value, 12);
    const study = unwrap(sessions(rows, { ...namesOf(rows), modalities: ['unaided', 'aided'] }));
    const values = cellFigures(study, { of: 'auc' }).map(({ value }) => value);
    const task = {
      values,
      covariance: delongCovariance(study),
      to: 'readers-and-cases',
      level: 0.95,
    } as const;
    const turned = unwrap(crossover(study, task));
    expect(turned.difference.value).toBeCloseTo(-found.difference.value, 12);
    expect(turned.difference.standardError).toBeCloseTo(found.difference.standardError, 12);
    expect(turned.period.value).toBeCloseTo(found.period.value, 12);
    expect(turned.carryOver.value).toBeCloseTo(-found.carryOver.value, 12);
  });

  test.each([
    ['by readers', turns],
    ['by cases', halves],
  ])('periods exchanged turn the period effect alone: %s', (_name, firstIn) => {
    const rows = drawCrossover({ ...base, firstIn });
    const study = unwrap(sessions(rows, { ...namesOf(rows), periods: ['2', '1'] }));
    const values = cellFigures(study, { of: 'auc' }).map(({ value }) => value);
    const task = {
      values,
      covariance: delongCovariance(study),
      to: 'readers-and-cases',
      level: 0.95,
    } as const;
    const [here, there] = [analysed(rows), unwrap(crossover(study, task))];
    expect(there.period.value).toBeCloseTo(-here.period.value, 12);
    expect(there.difference.value).toBeCloseTo(here.difference.value, 12);
  });
});

describe('simulated studies of Roe and Metz', () => {
  const effects = { modality: 0.05, period: 0.04, carryOver: 0.03 };
  const auc: DrawnCrossover['auc'] = (modality, period, before) =>
    0.8 +
    (modality === 0 ? effects.modality : 0) +
    (period === 1 ? effects.period : 0) +
    (before === 0 ? effects.carryOver : 0);
  const runs = 80;
  // Four standard errors of a share of 95 %, seeded: a wrong variance or a wrong sign lies far outside.
  const [least, most] = [0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs), 1];

  test.each([
    { name: 'readers take turns', firstIn: turns, carry: 0 },
    { name: 'readers take turns, with carry-over', firstIn: turns, carry: 1 },
    { name: 'cases take turns, readers in two groups', firstIn: halves, carry: 1 },
    { name: 'cases take turns, one split', firstIn: oneSplit, carry: 1 },
  ])('$name: each effect is found without bias, and its interval covers it', ({ firstIn, carry }) => {
    const truth = {
      // Carry-over leaves half of itself in the difference, as the warning says.
      difference: effects.modality - (carry * effects.carryOver) / 2,
      // And it raises half of the later readings.
      period: effects.period + (carry * effects.carryOver) / 2,
      carryOver: carry * effects.carryOver,
    };
    const found = Array.from({ length: runs }, (_each, index) =>
      analysed(
        drawCrossover({
          ...base,
          cases: 30,
          firstIn,
          index,
          auc: (modality, period, before) => auc(modality, period, carry === 1 ? before : null),
        }),
      ),
    );
    for (const effect of ['difference', 'period', 'carryOver'] as const) {
      const values = found.map((each) => each[effect].value);
      const mean = values.reduce((sum, value) => sum + value, 0) / runs;
      const sd = Math.sqrt(
        values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (runs - 1),
      );
      expect(Math.abs(mean - truth[effect]), effect).toBeLessThan((4 * sd) / Math.sqrt(runs));
      const covered = found.filter(
        ({ [effect]: { limits } }) => limits.low <= truth[effect] && truth[effect] <= limits.high,
      );
      expect(covered.length / runs, effect).toBeGreaterThanOrEqual(least);
      expect(covered.length / runs, effect).toBeLessThanOrEqual(most);
    }
  });

  test('without the term, an unbalanced order passes the period off as the aid', () => {
    const drawn = Array.from({ length: 60 }, (_each, index) =>
      drawCrossover({
        ...base,
        cases: 30,
        firstIn: turns,
        index,
        auc: (_modality, period) => 0.75 + 0.1 * period,
      }),
    );
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    // Three of eight begin unaided, so their aided reading is the later one: (3 - 5)/8 of the period.
    expect(mean(drawn.map((rows) => plain(rows, 'cases').found.differences[0]?.value ?? NaN))).toBeCloseTo(
      -0.025,
      2,
    );
    expect(Math.abs(mean(drawn.map((rows) => analysed(rows).difference.value)))).toBeLessThan(0.012);
  });
});

describe('what is wrong with the sessions is said', () => {
  const rows = drawCrossover({ ...base, readers: 4, cases: 4, firstIn: turns });
  const changed = (to: (row: number) => string): SessionRows => ({
    ...rows,
    period: rows.period.map((_period, row) => to(row)),
  });
  const own = (row: number): string => rows.period[row] ?? '';
  const half = drawCrossover({ ...base, readers: 2, cases: 4, firstIn: oneSplit });
  const kept = half.period.map(
    (_period, row) =>
      !(half.period[row] === '1' && half.modality[row] === 'aided' && half.case[row] !== 'd0'),
  );
  const only = <Value>(column: ArrayLike<Value>): Value[] =>
    Array.from(column).filter((_value, row) => kept[row]);
  const thin: SessionRows = {
    reader: only(half.reader),
    modality: only(half.modality),
    period: only(half.period),
    case: only(half.case),
    truth: only(half.truth),
    rating: only(half.rating),
  };
  test.each([
    ['crossover-one-order', drawCrossover({ ...base, cases: 4, firstIn: () => 1 })],
    ['case-twice-in-session', changed((row) => (rows.reader[row] === 'reader 2' ? '1' : own(row)))],
    ['session-one-class', thin],
    [
      'session-mixed',
      drawCrossover({
        ...base,
        readers: 4,
        cases: 8,
        firstIn: (reader, at) => (reader === 1 ? halves : turns)(reader, at),
      }),
    ],
    ['reading-twice', { ...rows, case: rows.case.map((id) => (id === 'd1' ? 'd0' : id)) }],
  ] as const)('%s', (kind, given) => {
    const found = sessions(given, namesOf(given));
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });

  test('two readers who take turns are too few to be a sample of readers', () => {
    const two = drawCrossover({
      ...base,
      readers: 2,
      cases: 10,
      firstIn: (reader) => (reader === 0 ? 0 : 1),
    });
    const study = unwrap(sessions(two, namesOf(two)));
    const figures = cellFigures(study, { of: 'auc' });
    const values = figures.map(({ value }) => value);
    const task = { values, covariance: jackknifeCovariance(figures, 'all'), level: 0.95 };
    expect(crossover(study, { ...task, to: 'readers-and-cases' })).toMatchObject({
      fault: { kind: 'readers-below-terms', readers: 2, terms: 2 },
    });
    expect(crossover(study, { ...task, to: 'cases' }).ok).toBe(true);
  });
});
