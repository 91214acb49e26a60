import { z } from 'zod';
import { place } from './answers.ts';
import type { Runner } from './table.ts';
import { evaluateLine } from './yearly-lines.ts';

const line = z.looseObject({ at: z.string(), expression: z.string() });
const inputs = z.looseObject({
  structured: z.looseObject({
    n_years: z.int().min(1),
    lines: z.array(line.extend({ name: z.string() })),
    totals: z.array(line),
  }),
});

const steps = (at: string): readonly string[] => at.split('/').slice(1);

/** Every line for every year, in the order of the lines, then the totals. */
export const budgetImpactRunner: Runner = (given) => {
  const { structured, ...fields } = inputs.parse(given.inputs);
  const known: Record<string, unknown> = { ...fields, n_years: structured.n_years };
  const answers = {};
  for (const { name, at, expression } of structured.lines) {
    const values: number[] = [];
    known[name] = values; // a line may look back at its own earlier years
    for (let y = 1; y <= structured.n_years; y += 1) {
      values.push(evaluateLine(expression, known, { y }));
      place(
        answers,
        steps(at.replaceAll('{y-1}', String(y - 1)).replaceAll('{y}', String(y))),
        values.at(-1),
      );
    }
  }
  for (const { at, expression } of structured.totals)
    place(answers, steps(at), evaluateLine(expression, known, {}));
  return answers;
};
