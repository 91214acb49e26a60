import { furtherResults, type FurtherResults } from '@daero/economics/analyses/further-results';
import { researchOf, type ResearchResult } from '@daero/economics/analyses/research';
import { readEconomicModel } from '@daero/economics/model/economic-model';
import { withScenario } from '@daero/economics/model/scenario';
import { succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { Asked } from './engine.ts';

type Named = { readonly name: string; readonly label: Text };

/** What the file asks besides base case and draws, with the names that its tables need. */
export type Further = {
  readonly results: FurtherResults;
  readonly strategies: readonly Named[];
  readonly reference: Named;
  readonly sets: readonly (Named & { readonly values: readonly (readonly [string, number])[] })[];
  readonly stated: number;
  readonly priceYear: number;
};

export function computeFurther(asked: Asked): Result<Further> {
  const model = modelOf(asked);
  if (!model.ok) return model;
  const results = furtherResults(model.value, asked.estimates);
  if (!results.ok) return results;
  const { strategies, reference, sets, willingness, priceYear } = model.value.model;
  const named = ({ name, label }: Named): Named => ({ name, label });
  return succeed({
    ...{ results: results.value, strategies: strategies.map(named), reference: named(reference) },
    sets: [...sets.scenarios, ...sets.subgroups].map(({ name, label, set }) => ({
      ...{ name, label, values: [...set] },
    })),
    ...{ stated: willingness.stated, priceYear },
  });
}

export function computeResearch(asked: Asked): Result<ResearchResult | null> {
  const model = modelOf(asked);
  return model.ok ? researchOf(model.value, asked.estimates) : model;
}

function modelOf({ model: json, set, draws, stated }: Asked): ReturnType<typeof readEconomicModel> {
  const read = readEconomicModel(json);
  if (!read.ok) return read;
  return succeed(withScenario(read.value, { set: new Map(Object.entries(set)), draws, stated }));
}
