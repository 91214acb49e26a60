import type { Estimates } from '@daero/economics/model/binding';
import { readEconomicModel, type EconomicModel } from '@daero/economics/model/economic-model';
import type { Result } from '@daero/domain/result';

/** So many draws of a model, from a seed: plain data that can cross to a thread or wait in a queue. */
export type DrawsAsked = {
  readonly model: unknown;
  readonly estimates: Estimates;
  readonly draws: number;
  readonly seed: number;
};

/** The model with the draws and the seed that were asked for, whatever its file says. */
export function drawnModel({ model, draws, seed }: Omit<DrawsAsked, 'estimates'>): Result<EconomicModel> {
  const analyses = fieldOf(model, 'analyses');
  if (!isRecord(model) || !isRecord(analyses)) return readEconomicModel(model);
  return readEconomicModel({ ...model, analyses: { ...analyses, probabilistic: { draws, seed } } });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
