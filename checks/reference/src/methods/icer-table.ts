import { icerTable, type CostAndEffect, type IcerStatus } from '@daero/economics/incremental/icer-table';
import { z } from 'zod';
import type { Given } from '../case.ts';

const inputs = z.looseObject({
  strategies: z.array(z.looseObject({ strategy: z.string(), cost: z.number(), effect: z.number() })),
});

const codes: Readonly<Record<IcerStatus, string>> = {
  frontier: 'ND',
  'extendedly-dominated': 'ED',
  dominated: 'D',
};

/** Rows as the reference sets write them; a step is null off the frontier. */
export const icerRows = (strategies: readonly CostAndEffect[]): unknown =>
  icerTable(strategies).map(({ strategy, cost, effect, step, status }) => ({
    Strategy: strategy,
    Cost: cost,
    Effect: effect,
    Inc_Cost: step?.cost ?? null,
    Inc_Effect: step?.effect ?? null,
    ICER: step?.icer ?? null,
    Status: codes[status],
  }));

export const runIcerTable = (given: Given): unknown => ({
  icer_table: icerRows(inputs.parse(given.inputs).strategies),
});
