import { budgetImpact } from '@daero/economics/budget-impact/budget-impact';
import { readBudgetImpact } from '@daero/economics/budget-impact/read';
import { budgetImpactShape } from '@daero/economics/budget-impact/shape';
import { readHospitalCase } from '@daero/economics/hospital-case/hospital-case';
import { cashFlowShape } from '@daero/economics/hospital-case/shape';
import type { Estimates } from '@daero/economics/model/binding';
import {
  evaluateEconomicModel,
  readEconomicModel,
  type EconomicModel,
  type EconomicOutput,
} from '@daero/economics/model/economic-model';
import type { ResearchResult } from '@daero/economics/analyses/research';
import { holdable, withScenario } from '@daero/economics/model/scenario';
import type { Json } from '@daero/domain/canonical';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { BudgetImpactShape, CashFlowShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { computeFurther, computeResearch, type Further } from './engine-further.ts';

/** What is asked of the engine: plain data, so that it can cross to a worker. */
export type Asked = {
  readonly model: Json;
  readonly estimates: Estimates;
  /** Parameters held at a value. */
  readonly set: Readonly<Record<string, number>>;
  readonly stated: number | null;
  readonly draws: number;
};

export type Computed = {
  readonly structure: EconomicModel['structure'];
  readonly draws: number;
  /** Draws that the file asks for. */
  readonly fullDraws: number;
  readonly priceYear: number;
  readonly perspective: Text;
  readonly title: Text;
  readonly willingness: { readonly from: number; readonly to: number; readonly stated: number };
  readonly reference: string;
  readonly holdable: readonly string[];
  readonly output: EconomicOutput;
  /** What must be read with the results, in words. */
  readonly warnings: readonly Text[];
};

/** A model evaluated as asked; a parameter that cannot be held, or a model that cannot be run, is a fault with words. */
export function compute({ model: json, estimates, set, stated, draws }: Asked): Result<Computed> {
  const read = readEconomicModel(json);
  if (!read.ok) return read;
  const free = holdable(read.value).map(({ name }) => name);
  const fixed = Object.keys(set).find((name) => !free.includes(name));
  if (fixed !== undefined) return fail({ kind: 'model-parameter-not-holdable', name: fixed });
  const asked = withScenario(read.value, { set: new Map(Object.entries(set)), draws, stated });
  const { structure, model } = asked;
  const output = evaluateEconomicModel(asked, estimates);
  if (!output.ok) return output;
  const { points } = model.willingness;
  return succeed({
    ...{ structure, draws, fullDraws: read.value.model.probabilistic.draws },
    ...{ priceYear: model.priceYear, perspective: model.perspective, title: model.title },
    willingness: {
      from: points[0] ?? model.willingness.stated,
      to: points.at(-1) ?? model.willingness.stated,
      stated: model.willingness.stated,
    },
    reference: model.reference.name,
    holdable: free,
    output: output.value,
    warnings: output.value.warnings.map((warning) => ({
      ko: speakWarning(warning, 'ko'),
      en: speakWarning(warning, 'en'),
    })),
  });
}

export type BudgetView = { readonly shape: BudgetImpactShape; readonly peopleAYear: number };

export function computeBudget(content: Json): Result<BudgetView> {
  const file = readBudgetImpact(content);
  if (!file.ok) return file;
  const people = budgetImpact(file.value).years.map((year) => year.people);
  return succeed({
    shape: budgetImpactShape(file.value),
    peopleAYear: people.reduce((sum, each) => sum + each, 0) / people.length,
  });
}

export function computeHospital(content: Json): Result<CashFlowShape> {
  const file = readHospitalCase(content);
  return file.ok ? succeed(cashFlowShape(file.value)) : file;
}

/** What goes to the worker, and what comes back under the same number. */
export type Question =
  | { readonly id: number; readonly ask: 'model'; readonly channel: string; readonly asked: Asked }
  | { readonly id: number; readonly ask: 'further' | 'research'; readonly asked: Asked }
  | { readonly id: number; readonly ask: 'budget'; readonly content: Json }
  | { readonly id: number; readonly ask: 'hospital'; readonly content: Json };
export type Answer = Computed | BudgetView | CashFlowShape | Further | ResearchResult | null;
/** Trouble crosses in words, so that the page need not hold all of them. */
export type Said = { readonly kind: string; readonly said: Text };
export type Reply = { readonly id: number } & (
  { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly trouble: Said }
);

export const inWords = (fault: Fault): Said => ({
  kind: fault.kind,
  said: { ko: speakFault(fault, 'ko'), en: speakFault(fault, 'en') },
});

export function answer(question: Question): Result<Answer> {
  switch (question.ask) {
    case 'model':
      return compute(question.asked);
    case 'further':
      return computeFurther(question.asked);
    case 'research':
      return computeResearch(question.asked);
    case 'budget':
      return computeBudget(question.content);
    case 'hospital':
      return computeHospital(question.content);
  }
}
