import {
  evaluateEconomicModel,
  readEconomicModel,
  type EconomicOutput,
} from '@daero/economics/model/economic-model';
import { jsonField, textField, type Json } from '@daero/domain/canonical';
import type { Estimate } from '@daero/domain/estimate';
import { succeed, type Result } from '@daero/domain/result';
import type { Shape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { AnalysisNodeOutput, EstimateOutput } from './outputs.ts';

/** A parameter as the model file defines it, with the estimate it is bound to. */
export type ParameterOutput = {
  readonly name: string;
  readonly definition: Json;
  readonly bound: EstimateOutput | null;
};

/** The model's output in the form of an analysis, so that its estimates are estimates like any other. */
export type ModelNodeOutput = AnalysisNodeOutput &
  Pick<EconomicOutput, 'conventions' | 'parameters' | 'strategies'>;

/** Puts the model together from its structure (a tree or a cohort) and its parameters, in their order, and evaluates it. */
export function runModel(structure: Json, parameters: readonly ParameterOutput[]): Result<ModelNodeOutput> {
  const fields =
    typeof structure === 'object' && structure !== null && !Array.isArray(structure) ? structure : {};
  const model = readEconomicModel({ ...fields, parameters: parameters.map(({ definition }) => definition) });
  if (!model.ok) return model;
  const bound = new Map<string, EstimateOutput>();
  for (const { definition, bound: estimate } of parameters) {
    const name = boundTo(definition);
    if (name !== null && estimate !== null) bound.set(name, estimate);
  }
  const estimates = Object.fromEntries(
    [...bound].flatMap(([name, output]): [string, Estimate][] =>
      output.state === 'not given' ? [] : [[name, output.estimate]],
    ),
  );
  const output = evaluateEconomicModel(model.value, estimates);
  if (!output.ok) return output;
  const hidden = new Set(
    [...bound].flatMap(([name, estimate]) => (estimate.state === 'withheld' ? [name] : [])),
  );
  return succeed({
    ...(hidden.size === 0 ? output.value : without(hidden, output.value)),
    failures: [],
    n: 0,
  });
}

/**
 * What would say a withheld estimate again goes: its row, every derived row (it may be the estimate times a price), its bars,
 * and where the cohort is (its start or its first cycle may be the estimate).
 */
function without(hidden: ReadonlySet<string>, output: EconomicOutput): EconomicOutput {
  const isHidden = (row: EconomicOutput['parameters'][number]): boolean =>
    row.state === 'derived' || hidden.has(row.estimateId ?? '');
  const labels = new Set(output.parameters.filter(isHidden).map(({ label }) => label.en));
  const named = ({ parameter }: { readonly parameter: Text }): boolean => labels.has(parameter.en);
  return {
    ...output,
    parameters: output.parameters.filter((row) => !isHidden(row)),
    shapes: output.shapes.flatMap((shape): readonly Shape[] => {
      switch (shape.shape) {
        case 'tornado':
          return [{ ...shape, bars: shape.bars.filter((bar) => !named(bar)) }];
        case 'value-of-information':
          return [{ ...shape, parameters: shape.parameters.filter((one) => !named(one)) }];
        case 'cohort-trace':
          return [];
        default:
          return [shape];
      }
    }),
  };
}

/** The estimate that a parameter's definition binds it to. */
export const boundTo = (definition: Json): string | null =>
  textField(jsonField(definition, 'source'), 'estimate');

/** Splits a model file into its parameters, which are nodes of their own, and the rest. */
export function modelParts(json: Json): {
  readonly structure: Json;
  readonly parameters: readonly {
    readonly name: string;
    readonly label: { ko: string; en: string };
    readonly definition: Json;
    readonly estimate: string | null;
  }[];
} {
  const { parameters, ...structure } = (json ?? {}) as Readonly<Record<string, Json>>;
  const list = Array.isArray(parameters) ? (parameters as readonly Json[]) : [];
  return {
    structure,
    parameters: list.map((definition) => {
      const name = textField(definition, 'name') ?? '';
      const label = jsonField(definition, 'label');
      const words = (language: string): string => textField(label, language) ?? name;
      return { name, label: { ko: words('ko'), en: words('en') }, definition, estimate: boundTo(definition) };
    }),
  };
}
