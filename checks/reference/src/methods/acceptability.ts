import { mean } from '@daero/statistics/summary/moments';
import { acceptability } from '@daero/economics/uncertainty/acceptability';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { fileOf, strategyDraws } from './strategy-draws.ts';

const columnNames = z.union([z.string(), z.array(z.string())]);
export const acceptabilityForm = z.looseObject({
  strategies: z.array(z.string()),
  reference_strategy: z.int().default(1),
  wtp: z.array(z.number()),
  structured: z.looseObject({
    index_base: z.int().default(1),
    comparators: z.array(z.int()).optional(),
    draws: z.looseObject({ file: z.string(), cost: columnNames, effect: columnNames }),
  }),
});

/** BCEA's quantities: differences are reference less comparator, and strategies are counted from `index_base`. */
export function acceptabilityRunner(given: Given): unknown {
  const { strategies, reference_strategy, wtp, structured } = acceptabilityForm.parse(given.inputs);
  const base = structured.index_base;
  const draws = strategyDraws(fileOf(given, structured.draws.file), strategies, structured.draws);
  const reference = reference_strategy - base;
  const comparators =
    structured.comparators?.map((one) => one - base) ??
    strategies.flatMap((_, index) => (index === reference ? [] : [index]));
  const means = draws.map(({ cost, effect }) => ({ cost: mean(cost), effect: mean(effect) }));
  const { best, frontier, evpi } = acceptability(draws, wtp);
  const worth = (index: number, price: number): Float64Array => {
    const own = draws[index];
    return (own?.cost ?? new Float64Array(0)).map((cost, draw) => price * (own?.effect[draw] ?? NaN) - cost);
  };
  const benefits = wtp.map((price) => {
    const own = worth(reference, price);
    return comparators.map((index) => {
      const other = worth(index, price);
      return own.map((value, draw) => value - (other[draw] ?? NaN));
    });
  });
  const byName = (
    of: (index: number) => number,
    indices: readonly number[],
  ): Readonly<Record<string, number>> =>
    Object.fromEntries(indices.map((index) => [strategies[index] ?? '', of(index)]));
  const all = [...strategies.keys()];
  const between = (index: number, of: 'cost' | 'effect'): number =>
    (means[reference]?.[of] ?? NaN) - (means[index]?.[of] ?? NaN);
  return {
    icer: byName((index) => between(index, 'cost') / between(index, 'effect'), comparators),
    mean_effects: byName((index) => means[index]?.effect ?? NaN, all),
    mean_costs: byName((index) => means[index]?.cost ?? NaN, all),
    ceac: benefits.map((row) => row.map((drawn) => drawn.filter((value) => value > 0).length / drawn.length)),
    eib: benefits.map((row) => row.map(mean)),
    evi: evpi,
    kstar: wtp.filter((_, at) => at > 0 && best[at] !== best[at - 1]),
    best: best.map((index) => index + base),
    ceaf: frontier,
    multi_ceac: frontier.map((share) => [share]),
    interventions: strategies,
  };
}
