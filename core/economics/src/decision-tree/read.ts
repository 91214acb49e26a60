import { functions } from '@daero/domain/expression/functions';
import { nearest } from '@daero/domain/expression/nearest';
import { reserved } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { type z } from 'zod';
import {
  readParameter,
  type Parameter,
  type ParameterFault,
  type ParameterForm,
} from '../model/parameter.ts';
import { below, each, type Path } from '../model/place.ts';
import { checkTree, type TreeCheckFault } from './check-tree.ts';
import { decisionModelForm, type DecisionModelForm } from './model-form.ts';
import { outcomes, type DecisionModel, type OneWayRange, type Strategy, type Willingness } from './model.ts';
import { decisionsOf, strategiesOf } from './policy.ts';
import { readTree, type TreeFault, type TreeNode } from './tree.ts';

type At = { readonly path: Path };
export type ModelFault =
  | ParameterFault
  | TreeFault
  | TreeCheckFault
  | ({ readonly kind: 'model-field'; readonly problem: string } & At)
  | ({ readonly kind: 'model-field-missing' } & At)
  | ({ readonly kind: 'model-field-unknown' } & At)
  | { readonly kind: 'model-too-deep'; readonly limit: number }
  | { readonly kind: 'model-too-many-policies'; readonly count: number; readonly limit: number }
  | ({ readonly kind: 'model-name-reserved'; readonly name: string } & At)
  | ({
      readonly kind: 'model-strategy-unknown';
      readonly name: string;
      readonly known: readonly string[];
    } & At)
  | ({
      readonly kind: 'model-parameter-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | { readonly kind: 'model-one-strategy'; readonly count: number }
  | ({ readonly kind: 'model-willingness' } & At)
  | ({ readonly kind: 'model-range-not-stated'; readonly name: string } & At);

/**
 * A decision-tree model from the data of its file.
 *
 * Is this text a model at all? Names, units and kinds are checked here, once, with the place in the file (a JSON pointer), so that
 * what comes out can be evaluated without surprise. It is data: nothing in it runs.
 *
 * Takes    json: what JSON.parse or a YAML reader gives
 * Gives    the model
 * Fails    model-field and the other kinds of ModelFault: the first trouble in the order form, parameters, tree, analyses
 * Cost     O(size of the file)
 * Source   CHEERS 2022 (Husereau et al.), items 6 to 12 and 19 to 21: what a model must state
 * Checked  decision-tree/read.test.ts, one case a fault
 */
export function readDecisionModel(json: unknown): Result<DecisionModel, ModelFault> {
  if (!notDeeperThan(json, depthLimit)) return fail({ kind: 'model-too-deep', limit: depthLimit });
  const form = decisionModelForm.safeParse(json, { reportInput: true });
  if (!form.success) return fail(fieldFault(form.error));
  const { title, currency, priceYear, perspective, timeHorizon, discounting, analyses } = form.data;
  const parameters = readParameters(form.data.parameters, currency);
  if (!parameters.ok) return parameters;
  const root = readTree(form.data.root, '/root', {
    names: parameters.value.map(({ name }) => name),
    outcomes,
  });
  if (!root.ok) return root;
  const sound = checkTree(root.value, parameters.value, currency);
  if (sound !== null) return fail(sound);

  const policies = decisionsOf(root.value).reduce((product, { branches }) => product * branches.length, 1);
  if (policies > policyLimit)
    return fail({ kind: 'model-too-many-policies', count: policies, limit: policyLimit });
  const strategies = [...strategiesOf(root.value)].map(([name, policy]): Strategy => ({
    name,
    policy,
    label: labelOf(root.value, name),
  }));
  if (strategies.length < 2) return fail({ kind: 'model-one-strategy', count: strategies.length });
  const reference = strategies.find(({ name }) => name === form.data.reference);
  if (reference === undefined) {
    const known = strategies.map(({ name }) => name);
    return fail({ kind: 'model-strategy-unknown', path: '/reference', name: form.data.reference, known });
  }
  const willingness = readWillingness(analyses.willingness);
  if (!willingness.ok) return willingness;
  const tornado = readTornado(analyses.tornado, parameters.value);
  if (!tornado.ok) return tornado;
  return succeed({
    ...{ title, currency, priceYear, perspective, timeHorizon, discounting },
    ...{ parameters: parameters.value, root: root.value, strategies, reference },
    ...{ probabilistic: analyses.probabilistic, tornado: tornado.value, willingness: willingness.value },
  });
}

function fieldFault({ issues: [issue] }: z.ZodError): ModelFault {
  if (issue === undefined) throw new Error('a refused form has an issue');
  const path = below('', ...issue.path.map(String));
  if (issue.code === 'unrecognized_keys')
    return { kind: 'model-field-unknown', path: below(path, issue.keys[0] ?? '') };
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { kind: 'model-field-missing', path };
  return { kind: 'model-field', path, problem: issue.message };
}

const depthLimit = 200;
const policyLimit = 1000;

/** Level by level, so that a hostile file cannot exhaust the stack. */
function notDeeperThan(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return false;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return true;
}

function readParameters(
  forms: readonly ParameterForm[],
  currency: string,
): Result<readonly Parameter[], ModelFault> {
  const parameters: Parameter[] = [];
  return each(forms, (form, index): Result<Parameter, ModelFault> => {
    const path = below('/parameters', index);
    const { name } = form;
    if (parameters.some((earlier) => earlier.name === name))
      return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    if (reserved.includes(name) || functions.has(name))
      return fail({ kind: 'model-name-reserved', path: below(path, 'name'), name });
    const parameter = readParameter(form, path, { earlier: parameters, currency });
    if (parameter.ok) parameters.push(parameter.value);
    return parameter;
  });
}

function labelOf(root: TreeNode, name: string): Text {
  const branch = root.type === 'decision' ? root.branches.find((each) => each.name === name) : undefined;
  return branch?.label ?? { ko: name, en: name };
}

const mostPoints = 1000;

function readWillingness({
  from,
  to,
  step,
  stated,
}: DecisionModelForm['analyses']['willingness']): Result<Willingness, ModelFault> {
  const steps = Math.round((to - from) / step);
  const sound =
    from >= 0 && to > from && step > 0 && steps >= 1 && steps <= mostPoints && stated >= from && stated <= to;
  if (!sound) return fail({ kind: 'model-willingness', path: '/analyses/willingness' });
  const points = Array.from({ length: steps + 1 }, (_, index) => Math.min(to, from + index * step));
  return succeed({ points, stated });
}

function readTornado(
  form: DecisionModelForm['analyses']['tornado'],
  parameters: readonly Parameter[],
): Result<readonly OneWayRange[], ModelFault> {
  const uncertain = ({ amount }: Parameter): boolean =>
    amount.from === 'estimate' || (amount.from === 'number' && amount.distribution !== null);
  if (form === 'all')
    return succeed(parameters.filter(uncertain).map(({ name }) => ({ parameter: name, range: null })));
  return each(form, (stated, index): Result<OneWayRange, ModelFault> => {
    const path = below('/analyses/tornado', index);
    const name = typeof stated === 'string' ? stated : stated.parameter;
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined || parameter.amount.from === 'expression') {
      const given = parameters.filter(({ amount }) => amount.from !== 'expression').map((one) => one.name);
      return fail({ kind: 'model-parameter-unknown', path, name, nearest: nearest(name, given) });
    }
    if (typeof stated !== 'string')
      return succeed({ parameter: name, range: { low: stated.low, high: stated.high } });
    return uncertain(parameter)
      ? succeed({ parameter: name, range: null })
      : fail({ kind: 'model-range-not-stated', path, name });
  });
}
