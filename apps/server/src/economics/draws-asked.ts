import type { Estimates } from '@daero/economics/model/binding';
import { readEconomicModel, type EconomicModel } from '@daero/economics/model/economic-model';
import { withProbabilistic } from '@daero/economics/model/scenario';
import { succeed, type Result } from '@daero/domain/result';

/** So many draws of a model, from a seed: plain data that can cross to a thread or wait in a queue. */
export type DrawsAsked = {
  readonly model: unknown;
  readonly estimates: Estimates;
  readonly draws: number;
  readonly seed: number;
};

/** The model with the draws and the seed that were asked for, whatever its file says. */
export function drawnModel({ model, draws, seed }: Omit<DrawsAsked, 'estimates'>): Result<EconomicModel> {
  const read = readEconomicModel(model);
  return read.ok ? succeed(withProbabilistic(read.value, { draws, seed })) : read;
}
