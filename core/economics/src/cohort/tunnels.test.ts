import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { unwrap } from '@daero/domain/result';
import { compileCohort, type Account, type CompiledCohort } from './compile-cohort.ts';
import { runCohort } from './run-cohort.ts';
import { type StructureForm } from './structure-form.ts';
import { readStructure } from './structure.ts';
import { traceCohort, transitionMatrix } from './trace.ts';

const account: Account = {
  rate: { expression: { node: 'number', value: 0.03, at: 0 }, path: '' },
  counting: { at: 'points', weights: 'half-cycle' },
  discounting: { form: 'annual', from: 'time-zero' },
};
const compiled = (form: StructureForm, cycles: number, given: readonly string[] = []): CompiledCohort =>
  compileCohort({
    structure: unwrap(readStructure(form, '', { names: [...given, 't', 'k'], tables: new Map() })),
    clock: { cycles, cycleYears: 1 },
    tables: new Map(),
    definitions: given.map((name) => ({ name, expression: 'given', range: null, path: '' })),
    accounts: new Map(form.rewards.map(({ name }) => [name, account])),
  });
const reward = (
  states: Record<string, string | number>,
  transitions: StructureForm['rewards'][number]['transitions'] = [],
): StructureForm['rewards'] => [{ name: 'worth', per: 'cycle', states, transitions }];

/** People fall ill, and the longer they have been ill the more likely they die; after recovery the clock starts again. */
const ill = (tunnels: number): StructureForm => ({
  states: [
    { name: 'well', tunnels: 1 },
    { name: 'ill', tunnels },
    { name: 'dead', tunnels: 1 },
  ],
  initial: { well: 0.8, ill: 0.2 },
  entries: [{ to: 'ill', share: 0.01 }],
  transitions: [
    { from: 'well', to: 'ill', probability: 0.1 },
    { from: 'well', to: 'well', probability: 'rest' },
    { from: 'ill', to: 'well', probability: 0.05 },
    { from: 'ill', to: 'dead', probability: 'risk*k + 0.001*t' },
    { from: 'ill', to: 'ill', probability: 'rest' },
    { from: 'dead', to: 'dead', probability: 1 },
  ],
  rewards: reward({ well: 1, ill: '0.5 - 0.01*k' }, [
    { from: 'ill', to: 'dead', value: '-k' },
    { from: 'ill', to: 'well', value: 0.3 },
  ]),
});

/** The same with every copy a state of its own. */
const expanded = (tunnels: number): StructureForm => {
  const copies = Array.from({ length: tunnels }, (_, index) => index + 1);
  const name = (k: number): string => `ill ${k}`;
  return {
    states: ['well', ...copies.map(name), 'dead'].map((state) => ({ name: state, tunnels: 1 })),
    initial: { well: 0.8, 'ill 1': 0.2 },
    entries: [{ to: 'ill 1', share: 0.01 }],
    transitions: [
      { from: 'well', to: 'ill 1', probability: 0.1 },
      { from: 'well', to: 'well', probability: 'rest' },
      { from: 'dead', to: 'dead', probability: 1 },
      ...copies.flatMap((k) => [
        { from: name(k), to: 'well', probability: 0.05 },
        { from: name(k), to: 'dead', probability: `risk*${k} + 0.001*t` },
        { from: name(k), to: name(Math.min(tunnels, k + 1)), probability: 'rest' },
      ]),
    ],
    rewards: reward(
      { well: 1, ...Object.fromEntries(copies.map((k) => [name(k), `0.5 - 0.01*${k}`])) },
      copies.flatMap((k) => [
        { from: name(k), to: 'dead', value: -k },
        { from: name(k), to: 'well', value: 0.3 },
      ]),
    ),
  };
};

describe('a state with tunnels is as many states', () => {
  test('the same totals, whatever the number of tunnels, cycles and draws', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 25 }),
        fc.array(fc.double({ min: 0, max: 0.08, noNaN: true }), { minLength: 1, maxLength: 5 }),
        (tunnels, cycles, risks) => {
          const run = {
            given: new Map([['risk', Float64Array.from(risks)]]),
            draws: risks.length,
            firstDraw: 1,
          };
          const [ring] = unwrap(runCohort(compiled(ill(tunnels), cycles, ['risk']), run));
          const [states] = unwrap(runCohort(compiled(expanded(tunnels), cycles, ['risk']), run));
          ring?.forEach((total, draw) => expect(total).toBeCloseTo(states?.[draw] ?? NaN, 11));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the same trace and the same matrix', () => {
    const given = new Map([['risk', Float64Array.of(0.02)]]);
    const [ring, states] = [compiled(ill(4), 12, ['risk']), compiled(expanded(4), 12, ['risk'])];
    const together = unwrap(traceCohort(states, given)).occupancy.map(([well = 0, ...others]) => {
      const dead = others.at(-1) ?? 0;
      return [well, others.slice(0, -1).reduce((sum, share) => sum + share, 0), dead];
    });
    unwrap(traceCohort(ring, given)).occupancy.forEach((row, point) =>
      row.forEach((share, state) => expect(share).toBeCloseTo(together[point]?.[state] ?? NaN, 13)),
    );
    expect(transitionMatrix(ring, 3, given)).toEqual(transitionMatrix(states, 3, given));
  });

  test('nobody is lost: with what has joined, the shares add up to one', () => {
    const { occupancy } = unwrap(
      traceCohort(compiled(ill(5), 20, ['risk']), new Map([['risk', Float64Array.of(0.01)]])),
    );
    occupancy.forEach((row, point) =>
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 + 0.01 * point, 12),
    );
  });
});

test('totals that are watched on the way end where the others do', () => {
  const given = new Map([['risk', Float64Array.of(0.03)]]);
  const cohort = compiled(ill(6), 30, ['risk']);
  const [total] = unwrap(runCohort(cohort, { given, draws: 1, firstDraw: 0 }));
  const watched = unwrap(traceCohort(cohort, given)).totals.at(-1);
  expect(watched?.[0]).toBeCloseTo(total?.[0] ?? NaN, 12);
});
