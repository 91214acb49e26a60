import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { z } from 'zod';
import { evaluateCohortModel } from './evaluate.ts';
import { readCohortModel } from './read.ts';

const root = join(import.meta.dirname, '../../../..');
const reference = resolve(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference/economics');
const rows = z.array(z.array(z.number()).length(2));

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
    const output = unwrap(evaluateCohortModel(unwrap(readCohortModel(file)), {}));
    const expected = rows.parse(read(JSON.parse(readFileSync(join(reference, answers), 'utf8'))));
    expect(output.strategies).toHaveLength(expected.length);
    output.strategies.forEach(({ cost, qaly }, index) => {
      const [wantedCost = NaN, wantedEffect = NaN] = expected[index] ?? [];
      expect(Math.abs(cost / wantedCost - 1)).toBeLessThan(1e-9);
      expect(Math.abs(qaly / wantedEffect - 1)).toBeLessThan(1e-9);
    });
  });
});
