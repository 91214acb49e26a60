import { read, type Tables } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';
import { columnFormula } from '@daero/domain/expression/compile';
import { type ParameterColumns } from '@daero/economics/model/parameter-columns';
import { type Given as TreeGiven } from '@daero/economics/decision-tree/rollback';
import { nodeForm, readTree, type TreeNode } from '@daero/economics/decision-tree/tree';
import { z } from 'zod';

const amount = z.union([z.number(), z.string()]);
const check = z.looseObject({ file: z.string(), at: z.string(), quantity: z.string() });

/** `model.json` of a decision tree, as the reference README describes it. */
const form = z.looseObject({
  parameters: z.record(z.string(), amount).default({}),
  tables: z
    .record(
      z.string(),
      z.looseObject({
        lookup: z.enum(['exact', 'floor']).default('exact'),
        keys: z.array(z.number()),
        values: z.array(z.number()),
      }),
    )
    .default({}),
  outcomes: z.array(z.string()),
  root: nodeForm,
  analyses: z
    .looseObject({
      thresholds: z
        .array(
          z.looseObject({
            name: z.string(),
            parameter: z.string(),
            range: z.tuple([z.number(), z.number()]),
            function: z.string(),
            target: amount.default(0),
          }),
        )
        .default([]),
      tornado: z
        .array(z.looseObject({ parameter: z.string(), low: z.number(), high: z.number() }))
        .default([]),
      net_benefit: z.looseObject({ cost: z.string(), effect: z.string(), wtp: amount }).optional(),
    })
    .default({ thresholds: [], tornado: [] }),
  checks: z.array(check),
});

export type Check = z.output<typeof check>;
export type TreeModel = Pick<z.output<typeof form>, 'outcomes' | 'analyses' | 'checks'> & {
  readonly root: TreeNode;
  readonly names: readonly string[];
  /** All parameters in order, with some replaced by a number. */
  readonly columns: (instead?: ReadonlyMap<string, number>) => ParameterColumns;
};

/** The reference's model in the engine's own structures. */
export function readTreeModel(json: unknown): TreeModel {
  const { parameters, root, outcomes, analyses, checks, tables: stated } = form.parse(json);
  const tables: Tables = new Map(
    Object.entries(stated).map(([name, { lookup, keys, values }]) => [name, { rule: lookup, keys, values }]),
  );
  const names = Object.keys(parameters);
  const formulas = Object.entries(parameters).map(([name, value], index) => {
    const tree = unwrap(read(String(value), names.slice(0, index), tables));
    return { name, formula: columnFormula(tree, names, tables) };
  });
  const columns = (instead: ReadonlyMap<string, number> = new Map()): ParameterColumns => {
    const found: Float64Array[] = [];
    for (const { name, formula } of formulas) {
      const given = instead.get(name);
      found.push(given === undefined ? formula(found) : Float64Array.of(given));
    }
    return found;
  };
  return {
    outcomes,
    analyses,
    checks,
    names,
    columns,
    root: unwrap(readTree(root, '/root', { names, outcomes })),
  };
}

export const givenOf = (model: TreeModel, instead?: ReadonlyMap<string, number>): TreeGiven => ({
  names: model.names,
  columns: model.columns(instead),
});
