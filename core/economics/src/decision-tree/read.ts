import { nearest } from '@daero/domain/expression/nearest';
import { reserved } from '@daero/domain/expression/tree';
import { functions } from '@daero/domain/expression/functions';
import { print } from '@daero/domain/expression/print';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { z } from 'zod';
import {
  parameterForm,
  readParameter,
  textForm,
  type Parameter,
  type ParameterFault,
  type ParameterForm,
} from '../model/parameter.ts';
import { below, each, type Path } from '../model/place.ts';
import {
  noDimension,
  printDimension,
  readUnit,
  sameDimension,
  unitOf,
  type UnitFault,
} from '../model/unit.ts';
import {
  outcomes,
  type DecisionModel,
  type OneWayRange,
  type Outcome,
  type Strategy,
  type Willingness,
} from './model.ts';
import { strategiesOf } from './policy.ts';
import { nodeForm, nodesOf, readTree, type Formula, type TreeFault, type TreeNode } from './tree.ts';

const rate = z.number().min(0).max(1);

/** A model file as it is written; `readDecisionModel` checks what a form cannot say. */
export const decisionModelForm = z.strictObject({
  kind: z.literal('decision-tree'),
  title: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  perspective: textForm,
  timeHorizon: textForm,
  discounting: z.strictObject({ costs: rate, effects: rate, statement: textForm }),
  outcomes: z.strictObject({
    cost: z.strictObject({ unit: z.literal('KRW') }),
    qaly: z.strictObject({ unit: z.literal('QALY') }),
  }),
  parameters: z.array(parameterForm).min(1),
  reference: z.string().min(1),
  root: nodeForm,
  analyses: z.strictObject({
    willingness: z.strictObject({ from: z.number(), to: z.number(), step: z.number(), stated: z.number() }),
    probabilistic: z.strictObject({
      draws: z.int().min(100).max(1_000_000),
      seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    }),
    tornado: z
      .union([
        z.literal('all'),
        z.array(
          z.union([z.string(), z.strictObject({ parameter: z.string(), low: z.number(), high: z.number() })]),
        ),
      ])
      .default('all'),
  }),
});
export type DecisionModelForm = z.output<typeof decisionModelForm>;

type At = { readonly path: Path };
export type ModelFault =
  | ParameterFault
  | TreeFault
  | UnitFault
  | ({ readonly kind: 'model-field'; readonly problem: string } & At)
  | ({ readonly kind: 'model-field-missing' } & At)
  | ({ readonly kind: 'model-field-unknown' } & At)
  | { readonly kind: 'model-too-deep'; readonly limit: number }
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
  | ({
      readonly kind: 'model-payoff-unit';
      readonly outcome: string;
      readonly takes: string;
      readonly found: string;
    } & At)
  | ({ readonly kind: 'model-not-a-probability'; readonly source: string; readonly found: string } & At)
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

/** Decision nodes have names of their own, probabilities are probabilities, and payoffs are in the unit of their outcome. */
function checkTree(root: TreeNode, parameters: readonly Parameter[], currency: string): ModelFault | null {
  const decisions = new Set<string>();
  for (const node of nodesOf(root)) {
    if (node.type === 'decision') {
      if (decisions.has(node.name))
        return { kind: 'model-name-twice', path: below(node.path, 'name'), name: node.name };
      decisions.add(node.name);
    }
    const probabilities = node.type === 'chance' ? node.branches.map((branch) => branch.probability) : [];
    for (const probability of probabilities) {
      const fault = probability === 'complement' ? null : notAProbability(probability, parameters, currency);
      if (fault !== null) return fault;
    }
    const payoffs = node.type === 'leaf' ? [node.payoffs] : node.branches.map((branch) => branch.payoffs);
    for (const outcome of outcomes) {
      for (const payoff of payoffs) {
        const formula = payoff.get(outcome);
        const fault = formula === undefined ? null : wrongUnit(formula, outcome, parameters, currency);
        if (fault !== null) return fault;
      }
    }
  }
  return null;
}

const dimensions = (parameters: readonly Parameter[]): ReadonlyMap<string, Parameter['dimension']> =>
  new Map(parameters.map(({ name, dimension }) => [name, dimension]));

function notAProbability(
  { expression, path }: Formula,
  parameters: readonly Parameter[],
  currency: string,
): ModelFault | null {
  const unit = unitOf(expression, dimensions(parameters), { path, currency });
  if (!unit.ok) return unit.fault;
  const source = print(expression);
  if (unit.value !== 'any' && !sameDimension(unit.value, noDimension)) {
    return { kind: 'model-not-a-probability', path, source, found: printDimension(unit.value, currency) };
  }
  const bare =
    expression.node === 'name' ? parameters.find(({ name }) => name === expression.name) : undefined;
  return bare === undefined || bare.kind === 'probability'
    ? null
    : { kind: 'model-not-a-probability', path, source, found: bare.kind };
}

function wrongUnit(
  { expression, path }: Formula,
  outcome: Outcome,
  parameters: readonly Parameter[],
  currency: string,
): ModelFault | null {
  const unit = unitOf(expression, dimensions(parameters), { path, currency });
  if (!unit.ok) return unit.fault;
  const takes = readUnit(outcome === 'cost' ? currency : 'QALY', currency) ?? noDimension;
  if (unit.value === 'any' || sameDimension(unit.value, takes)) return null;
  return {
    kind: 'model-payoff-unit',
    path,
    outcome,
    takes: printDimension(takes, currency),
    found: printDimension(unit.value, currency),
  };
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
