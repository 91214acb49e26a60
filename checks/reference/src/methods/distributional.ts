import { unwrap } from '@daero/domain/result';
import { equallyDistributed } from '@daero/economics/distributional/equally-distributed';
import { z } from 'zod';
import { place } from './answers.ts';
import type { Runner } from './table.ts';

const column = z.array(z.number());

const inputs = z
  .looseObject({ structured: z.looseObject({}).optional() })
  .transform(({ structured, ...rest }) => ({ ...rest, ...structured }))
  .pipe(
    z.looseObject({
      group_weights: column,
      indices: z.array(
        z.looseObject({
          at: z.string(),
          index: z.string(),
          parameter: z.number(),
          /** The column that is judged: by name (`baseline`, `after`), or several of them. */
          values: z.union([z.string(), column, z.array(z.string())]).optional(),
        }),
      ),
    }),
  );

/** `after` is the baseline with the change, less the opportunity cost, where the set does not give it. */
function columnOf(given: Readonly<Record<string, unknown>>, name: string): readonly number[] {
  const stated = column.safeParse(given[name]);
  if (stated.success) return stated.data;
  if (name !== 'after') throw new Error(`the inputs have no column ${name}`);
  const baseline = columnOf(given, 'baseline');
  const change = columnOf(given, 'change');
  const cost = z.union([column, z.number()]).default(0).parse(given.opportunity_cost);
  return baseline.map(
    (health, i) => health + (change[i] ?? NaN) - (typeof cost === 'number' ? cost : (cost[i] ?? NaN)),
  );
}

export const distributionalRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const answers = {};
  const levels = (values: readonly number[], index: string, parameter: number): object => {
    const groups = values.map((health, i) => ({
      name: String(i),
      weight: asked.group_weights[i] ?? NaN,
      health,
    }));
    const form = z.enum(['atkinson', 'kolm']).parse(index.toLowerCase());
    const { mean, ede, inequality } = unwrap(equallyDistributed(groups, { index: form, parameter }));
    return { mean, ede, inequality, index: inequality, [form]: inequality };
  };
  place(answers, ['after'], columnOf(asked, 'after'));
  for (const { at, index, parameter, values = ['baseline', 'after'] } of asked.indices) {
    const names = typeof values === 'string' ? [values] : values;
    const [first] = names;
    const found =
      typeof first === 'number'
        ? levels(column.parse(names), index, parameter)
        : names.length === 1
          ? levels(columnOf(asked, String(first)), index, parameter)
          : bothOf(
              names.map((name) => [String(name), levels(columnOf(asked, String(name)), index, parameter)]),
            );
    const steps = at.split('/').slice(1);
    for (const [name, value] of Object.entries(found)) place(answers, [...steps, name], value);
  }
  return answers;
};

/** Each column's levels under its name, and `ede_baseline`, `ede_after`, `ede_gain` beside them. */
function bothOf(levels: readonly (readonly [string, object])[]): object {
  const flat = levels.flatMap(([name, of]) =>
    Object.entries(of).map(([key, value]) => [`${key}_${name}`, value] as const),
  );
  const ede = levels.map(([, of]) => z.looseObject({ ede: z.number() }).parse(of).ede);
  return { ...Object.fromEntries([...levels, ...flat]), ede_gain: (ede.at(-1) ?? NaN) - (ede[0] ?? NaN) };
}
