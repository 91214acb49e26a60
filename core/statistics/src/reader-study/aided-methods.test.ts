import type { AnalysisOutput, Method } from '@daero/domain/method';
import { unwrap, type Result } from '@daero/domain/result';
import type { ReadersShape } from '@daero/domain/shape';
import { numbers, table, texts, type Table } from '@daero/domain/table';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { crossoverMethod } from './crossover-method.ts';
import { obuchowskiRocketteMethod } from './obuchowski-rockette-method.ts';
import { drawCrossover, type DrawnCrossover } from './roe-metz.test-fixture.ts';
import { sequentialMethod } from './sequential-method.ts';

const run = <Settings extends z.ZodType>(
  record: Method<Settings>,
  settings: unknown,
  roles: Table,
): Result<AnalysisOutput> => record.run(roles, record.settings.parse(settings));

const drawn = (change: Partial<DrawnCrossover> = {}): Table => {
  const rows = drawCrossover({
    readers: 6,
    cases: 40,
    firstIn: (reader) => (reader % 2 === 0 ? 0 : 1),
    auc: (modality) => (modality === 0 ? 0.85 : 0.75),
    seed: 7,
    index: 1,
    ...change,
  });
  return table([
    ['reader', texts(rows.reader)],
    ['modality', texts(rows.modality)],
    ['case', texts(rows.case)],
    ['truth', numbers(rows.truth)],
    ['rating', numbers(rows.rating)],
    ['period', numbers(rows.period.map(Number))],
    ['cluster', texts(rows.case.map((id) => `patient ${Number(id.slice(1)) % 12}`))],
  ]);
};

/** Everybody reads without the aid first. */
const oneOrder = drawn({ firstIn: () => 1 });
const order = { modalities: ['aided', 'unaided'] };
const apart = { ...order, washoutDays: 28 };

const shapeOf = ({ shapes: [shape] }: AnalysisOutput): ReadersShape => {
  if (shape?.shape !== 'readers') throw new Error('a picture of readers was expected');
  return shape;
};

const rows = [
  {
    name: 'crossover',
    gives: crossoverMethod.gives,
    run: (more: object) => run(crossoverMethod, { ...apart, ...more }, drawn()),
  },
  {
    name: 'crossover by cases',
    gives: crossoverMethod.gives,
    run: (more: object) =>
      run(
        crossoverMethod,
        { ...apart, ...more },
        drawn({ firstIn: (_reader, at) => (at % 2 === 0 ? 0 : 1) }),
      ),
  },
  {
    name: 'sequential',
    gives: sequentialMethod.gives,
    run: (more: object) => run(sequentialMethod, { ...order, ...more }, oneOrder),
  },
];

describe.each(rows)('$name', ({ gives, run: once }) => {
  test.each([
    {},
    { covariance: 'delong' },
    { covariance: 'cluster-jackknife' },
    { to: 'cases' },
    { to: 'readers' },
    { metric: 'sensitivity', threshold: 0.8 },
    { metric: 'specificity', threshold: 0.8, covariance: 'cluster-jackknife' },
  ])('gives what it says, in words and with its sources: %o', (more) => {
    const output = unwrap(once(more));
    const given = Object.keys(output.estimates);
    for (const name of gives)
      expect(
        given.some((key) => (name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name)),
        name,
      ).toBe(true);
    for (const { value, low, high, warnings, source } of Object.values(output.estimates)) {
      expect(Number.isFinite(value)).toBe(true);
      if (low !== null && high !== null) expect(low <= value && value <= high).toBe(true);
      expect(source).toMatch(/\(\d{4}\)/);
      for (const warning of warnings)
        expect(speakWarning(warning, 'ko') + speakWarning(warning, 'en')).not.toContain('{');
    }
    expect(JSON.stringify(output)).not.toMatch(/Infinity|null,"p"/);
  });

  test('the picture says what the estimates say', () => {
    const output = unwrap(once({ hypothesis: { question: 'non-inferiority', margin: 0.05 } }));
    const { first, second, difference } = output.estimates;
    const shape = shapeOf(output);
    expect(shape.means.map(({ value }) => value)).toEqual([first?.value, second?.value]);
    expect(shape.modalities.map(({ en }) => en)).toEqual(['aided', 'unaided']);
    // `second` less `first`: the unaided is its first.
    expect(shape.differences).toMatchObject([
      {
        first: 1,
        second: 0,
        difference: { value: difference?.value, low: difference?.low, high: difference?.high },
      },
    ]);
    expect(shape.margin).toBe(-0.05);
    expect(shape.readers.length).toBe(6);
  });

  test('what the protocol asks is answered by the limit of the interval', () => {
    const at = (margin: number, question: string) =>
      unwrap(once({ hypothesis: { question, margin, alpha: 0.025 } }));
    const { low = null, high = null } = unwrap(once({})).estimates.difference ?? {};
    if (low === null || high === null) throw new Error('an interval was expected');
    // A margin just beyond the limit is shown, one just within it is not.
    for (const [margin, kind] of [
      [Math.max(-low, 0) + 1e-6, 'hypothesis-shown'],
      ...(low < -2e-6 ? ([[-low - 1e-6, 'hypothesis-not-shown']] as const) : []),
    ] as const) {
      const { estimates, warnings } = at(margin, 'non-inferiority');
      expect(warnings.map((warning) => warning.kind)).toContain(kind);
      expect((estimates.p?.value ?? NaN) <= 0.025).toBe(kind === 'hypothesis-shown');
    }
    const same = at(Math.min(high + 0.01, 0.9), 'equivalence');
    expect(same.warnings.map(({ kind }) => kind)).toContain(
      -low < high + 0.01 ? 'hypothesis-shown' : 'hypothesis-not-shown',
    );
    const superior = at(0, 'superiority').warnings.map(({ kind }) => kind);
    expect(superior).toContain(low > 0 ? 'hypothesis-shown' : 'hypothesis-not-shown');
  });

  test('a margin of the wrong sign is a fault', () => {
    expect(once({ hypothesis: { question: 'non-inferiority', margin: -0.05 } })).toMatchObject({
      fault: { kind: 'margin-impossible' },
    });
  });
});

describe('readings at one sitting', () => {
  test('are analysed as the plain study is, and every estimate says that order and aid go together', () => {
    const output = unwrap(run(sequentialMethod, order, oneOrder));
    const plain = unwrap(run(obuchowskiRocketteMethod, order, oneOrder)).estimates;
    expect(output.estimates.difference?.value).toBe(plain.difference?.value);
    expect(output.estimates.difference?.standardError).toBe(plain.difference?.standardError);
    for (const { warnings } of Object.values(output.estimates))
      expect(warnings).toContainEqual({ kind: 'order-confounded', facts: {} });
    expect(Object.keys(output.estimates).filter((name) => /period|carry/.test(name))).toEqual([]);
  });

  test('an aided reading that came first is named', () => {
    const found = run(sequentialMethod, order, drawn());
    expect(found).toMatchObject({ fault: { kind: 'order-not-sequential', reader: 'reader 1' } });
    if (!found.ok)
      expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).toContain('reader 1');
  });
});

describe('readings in two sessions', () => {
  test('carry-over is warned of where it shows, and its weakness always', () => {
    const strong = drawn({
      cases: 200,
      firstIn: (_reader, at) => (at % 2 === 0 ? 0 : 1),
      auc: (_modality, _period, before) => (before === 0 ? 0.95 : 0.7),
    });
    const output = unwrap(run(crossoverMethod, apart, strong));
    expect(output.warnings.map(({ kind }) => kind)).toContain('carry-over-suspected');
    expect(output.estimates['carry-over']?.value).toBeGreaterThan(0.1);
    const kinds = output.estimates['p-carry-over']?.warnings.map(({ kind }) => kind);
    expect(kinds).toContain('carry-over-weak');
  });

  test.each([
    ['crossover-one-order', () => run(crossoverMethod, apart, oneOrder)],
    ['crossover-not-two', () => run(crossoverMethod, { ...apart, periods: ['1', '3'] }, drawn())],
    ['modality-unknown', () => run(crossoverMethod, { ...apart, modalities: ['aided', 'blind'] }, drawn())],
    ['readers-below-terms', () => run(crossoverMethod, apart, drawn({ readers: 2 }))],
  ] as const)('%s', (kind, found) => {
    const result = found();
    if (result.ok) throw new Error('a fault was expected');
    expect(result.fault.kind).toBe(kind);
    expect(speakFault(result.fault, 'ko') + speakFault(result.fault, 'en')).not.toContain('{');
  });

  test('a washout must be stated', () => {
    expect(crossoverMethod.settings.safeParse(order).success).toBe(false);
  });
});
