import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { z } from 'zod';
import { evaluateCohortModel } from './evaluate.ts';
import { baseGiven, prepareCohort } from './prepare.ts';
import { outcomesOf } from './probabilistic.ts';
import { readCohortModel } from './read.ts';

const root = join(import.meta.dirname, '../../../..');
const reference = resolve(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference/economics');
const rows = z.array(z.array(z.number()).length(2));

const totalsOfAge = (json: unknown): unknown =>
  z
    .object({ expected: z.object({ totals: z.array(z.object({ cost: z.number(), qaly: z.number() })) }) })
    .parse(json)
    .expected.totals.map(({ cost, qaly }) => [cost, qaly]);

/** The examples as newcomers read them, against what R computed for the same models. */
const classics: readonly {
  readonly example: string;
  readonly answers: string;
  readonly read: (json: unknown) => unknown;
}[] = [
  {
    example: 'sick-sicker',
    answers: 'sick-sicker-homogeneous/expected.json',
    read: (json) =>
      z
        .object({
          expected: z.object({
            by_within_cycle_correction: z.record(
              z.string(),
              z.object({ totals: z.array(z.object({ cost: z.number(), qaly: z.number() })) }),
            ),
          }),
        })
        .parse(json)
        .expected.by_within_cycle_correction['Simpson1/3']?.totals.map(({ cost, qaly }) => [cost, qaly]),
  },
  {
    example: 'sick-sicker-age',
    answers: 'sick-sicker-age-dependent/expected.json',
    read: totalsOfAge,
  },
  {
    example: 'hiv-combination',
    answers: 'markov-hiv-chancellor/expected.json',
    read: (json) =>
      z
        .object({
          expected: z.object({
            by_method: z.array(
              z.object({
                method: z.string(),
                values: z.array(z.object({ cost_total: z.number(), life_year: z.number() })),
              }),
            ),
          }),
        })
        .parse(json)
        .expected.by_method.find(({ method }) => method === 'end')
        ?.values.map((value) => [value.cost_total, value.life_year]),
  },
];

describe.skipIf(!existsSync(reference))('the examples give what R gave', () => {
  test.each(classics)('$example', async ({ example, answers, read }) => {
    const place = pathToFileURL(join(root, 'examples/economics', example, 'model.ts')).href;
    const { default: file }: { readonly default: unknown } = await import(place);
    // it is the base case that is compared: few draws will do
    const model = { ...unwrap(readCohortModel(file)), probabilistic: { draws: 100, seed: 1 } };
    const output = unwrap(evaluateCohortModel(model, {}));
    const expected = rows.parse(read(JSON.parse(readFileSync(join(reference, answers), 'utf8'))));
    expect(output.strategies).toHaveLength(expected.length);
    output.strategies.forEach(({ cost, qaly }, index) => {
      const [wantedCost = NaN, wantedEffect = NaN] = expected[index] ?? [];
      expect(Math.abs(cost / wantedCost - 1)).toBeLessThan(1e-9);
      expect(Math.abs(qaly / wantedEffect - 1)).toBeLessThan(1e-9);
    });
  });

  // R gave no set with residence. With a shape of 1 the hazard does not depend on it: 75 tunnels must then give what one state gave.
  test('sick-sicker-residence, where time spent sick is made not to matter', async () => {
    const place = pathToFileURL(join(root, 'examples/economics/sick-sicker-residence/model.ts')).href;
    const { default: file }: { readonly default: unknown } = await import(place);
    const prepared = unwrap(prepareCohort(unwrap(readCohortModel(file)), {}));
    const constant = new Map([
      ['r_S1S2_shape', 1],
      ['r_S1S2_scale', 0.105],
    ]);
    const answers = readFileSync(join(reference, 'sick-sicker-age-dependent/expected.json'), 'utf8');
    const expected = rows.parse(totalsOfAge(JSON.parse(answers)));
    const costOf = (index: number, instead: ReadonlyMap<string, number>): readonly number[] => {
      const run = { given: baseGiven(prepared, instead), draws: 1, firstDraw: 0 };
      const { cost, effect } = unwrap(outcomesOf(prepared, index, run));
      return [...cost, ...effect];
    };
    expected.forEach((wanted, index) =>
      costOf(index, constant).forEach((value, at) =>
        expect(Math.abs(value / (wanted[at] ?? NaN) - 1)).toBeLessThan(1e-9),
      ),
    );
    expect(costOf(0, new Map())[0]).not.toBeCloseTo(expected[0]?.[0] ?? NaN, 0); // otherwise it does matter
  });
});
