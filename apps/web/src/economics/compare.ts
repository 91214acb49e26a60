import { canonicalJson, jsonField, textField, type Json } from '@daero/domain/canonical';
import type { Text } from '@daero/domain/text';

/** A parameter whose definition is not the same in two versions of a model; null where it is in one only. */
export type ChangedParameter = {
  readonly name: string;
  readonly label: Text;
  readonly before: Json | null;
  readonly after: Json | null;
};

export type ModelChanges = {
  readonly parameters: readonly ChangedParameter[];
  /** Other parts of the file that differ (`transitions`, `analyses`). */
  readonly parts: readonly string[];
};

/** What differs between two versions of a model file, whatever the order of their fields. */
export function changesBetween(before: Json, after: Json): ModelChanges {
  const [old, now] = [parametersOf(before), parametersOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const parts = [...new Set([...keysOf(before), ...keysOf(after)])].filter(
    (key) => key !== 'parameters' && !same(jsonField(before, key), jsonField(after, key)),
  );
  return {
    parts,
    parameters: names.flatMap((name) => {
      const [was, is] = [old.get(name) ?? null, now.get(name) ?? null];
      if (same(was, is)) return [];
      return [{ name, label: labelOf(is ?? was, name), before: was, after: is }];
    }),
  };
}

/** What fixes the value of a parameter, as the file states it: `beta(mean 0.05, sd 0.02)`, `estimate sens-5`, `c_day * days`. */
export function statedOf(definition: Json | null): string | null {
  if (definition === null) return null;
  const expression = textField(definition, 'expression');
  if (expression !== null) return expression;
  const estimate = textField(jsonField(definition, 'source'), 'estimate');
  if (estimate !== null) return `→ ${estimate}`;
  const distribution = jsonField(definition, 'distribution');
  const form = textField(distribution, 'form');
  if (form !== null && typeof distribution === 'object' && distribution !== null) {
    const rest = Object.entries(distribution)
      .filter(([key]) => key !== 'form')
      .map(([key, value]) => `${key} ${typeof value === 'number' ? value : JSON.stringify(value)}`);
    return `${form}(${rest.join(', ')})`;
  }
  const value = jsonField(definition, 'value');
  return value === null || value === undefined ? null : JSON.stringify(value);
}

const same = (one: Json | null | undefined, other: Json | null | undefined): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

const keysOf = (json: Json): readonly string[] =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.keys(json) : [];

function parametersOf(model: Json): ReadonlyMap<string, Json> {
  const list = jsonField(model, 'parameters');
  return new Map(
    Array.isArray(list) ? (list as readonly Json[]).map((one) => [textField(one, 'name') ?? '', one]) : [],
  );
}

function labelOf(definition: Json | null, name: string): Text {
  const label = jsonField(definition ?? null, 'label');
  return { ko: textField(label, 'ko') ?? name, en: textField(label, 'en') ?? name };
}
