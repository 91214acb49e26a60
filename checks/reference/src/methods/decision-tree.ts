import { compile } from '@daero/domain/expression/compile';
import { succeed, unwrap } from '@daero/domain/result';
import { pathsOf } from '@daero/economics/decision-tree/paths';
import { decisionsOf, policiesOf, strategiesOf, type Policy } from '@daero/economics/decision-tree/policy';
import { rollBack } from '@daero/economics/decision-tree/rollback';
import { oneWay } from '@daero/economics/uncertainty/one-way';
import { threshold } from '@daero/economics/uncertainty/threshold';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { answersOf } from './answers.ts';
import { givenOf, readTreeModel, type Check, type TreeModel } from './decision-tree-model.ts';
import { icerRows } from './icer-table.ts';

type Values = Readonly<Record<string, number>>;
type Instead = ReadonlyMap<string, number>;

/** Each check of `model.json` answered, each at its place. */
export function runDecisionTree(given: Given): unknown {
  const model = readTreeModel(given.model);
  return answersOf(
    model.checks.filter(({ file }) => file === given.expectedFile),
    (check) => answer(model, check),
  );
}

function answer(model: TreeModel, check: Check): unknown {
  switch (check.quantity) {
    case 'expected-value':
      return outcomeOf(strategyValues(model, text(check, 'strategy')), text(check, 'outcome'));
    case 'net-benefit': {
      const values = strategyValues(model, text(check, 'strategy'));
      return (
        number(model, check.wtp) * outcomeOf(values, text(check, 'effect')) -
        outcomeOf(values, text(check, 'cost'))
      );
    }
    case 'difference':
      return difference(model, check, text(check, 'outcome'));
    case 'icer':
      return difference(model, check, text(check, 'cost')) / difference(model, check, text(check, 'effect'));
    case 'icer-table':
      return icerRows(
        [...strategiesOf(model.root)].map(([strategy, policy]) => {
          const values = valuesOf(model, policy);
          return {
            strategy,
            cost: outcomeOf(values, text(check, 'cost')),
            effect: outcomeOf(values, text(check, 'effect')),
          };
        }),
      );
    case 'strategy-table':
      return policiesInOrder(model, check).map((policy) => {
        const values = valuesOf(model, policy);
        return {
          Run: 1,
          ...choices(check, policy),
          Probability: 1,
          ...packageDefaults,
          ...columnsOf(check, values),
        };
      });
    case 'path-table':
      return policiesInOrder(model, check).flatMap((policy) => pathRows(model, check, policy));
    case 'best-policy':
      return bestPolicy(model, check);
    case 'parameter':
      return number(model, text(check, 'parameter'));
    case 'expression':
      return number(model, text(check, 'expression'));
    case 'leaf-probability':
      return outcomeOf(leafProbabilities(model), text(check, 'leaf'));
    case 'leaf-expression':
      return evaluate(text(check, 'expression'), leafProbabilities(model));
    case 'function':
      return resultOf(model, text(check, 'function'));
    case 'threshold': {
      const stated = model.analyses.thresholds.find(({ name }) => name === check.name);
      if (stated === undefined) throw new Error(`no threshold is named ${text(check, 'name')}`);
      const [low, high] = stated.range;
      const at = (value: number): number =>
        resultOf(model, stated.function, new Map([[stated.parameter, value]]));
      return threshold(at, { low, high, target: number(model, stated.target) }) ?? {};
    }
    case 'tornado': {
      const result = text(check, 'function');
      const bars = oneWay(model.analyses.tornado, (name, value) =>
        succeed(resultOf(model, result, new Map([[name, value]]))),
      );
      return unwrap(bars).map(({ parameter, low, high, atLow, atHigh }) => ({
        parameter,
        low,
        high,
        inmb_low: atLow,
        inmb_high: atHigh,
      }));
    }
    default:
      throw new Error(`quantity ${check.quantity} is not known`);
  }
}

const text = (check: Check, field: string): string =>
  z.string(`${field} of the check at ${check.at}`).parse(check[field]);

function outcomeOf(values: Values, name: string): number {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`nothing is named ${name}: ${Object.keys(values).join(', ')}`);
  return value;
}

const evaluate = (source: string, values: Values): number =>
  unwrap(compile(source, Object.keys(values)))(Object.values(values));

const parameterValues = (model: TreeModel, instead?: Instead): Values => {
  const columns = model.columns(instead);
  return Object.fromEntries(model.names.map((name, index) => [name, columns[index]?.[0] ?? NaN]));
};

const number = (model: TreeModel, stated: unknown, instead?: Instead): number =>
  typeof stated === 'number' ? stated : evaluate(z.string().parse(stated), parameterValues(model, instead));

function valuesOf(model: TreeModel, policy: Policy, instead?: Instead): Values {
  const { outcomes, root } = model;
  const values = unwrap(rollBack(root, policy, { given: givenOf(model, instead), outcomes }));
  return Object.fromEntries(outcomes.map((outcome, index) => [outcome, values[index]?.[0] ?? NaN]));
}

function strategyValues(model: TreeModel, strategy: string): Values {
  const policy = strategiesOf(model.root).get(strategy);
  if (policy === undefined) throw new Error(`no strategy is named ${strategy}`);
  return valuesOf(model, policy);
}

/** The two sides of a comparison are `strategy` and whatever the check calls the other one. */
function difference(model: TreeModel, check: Check, outcome: string): number {
  const other = ['comparator', 'reference', 'minus', 'versus', 'than'].find(
    (field) => typeof check[field] === 'string',
  );
  if (other === undefined) throw new Error(`the check at ${check.at} names no comparator`);
  const [own, against] = [
    strategyValues(model, text(check, 'strategy')),
    strategyValues(model, text(check, other)),
  ];
  return outcomeOf(own, outcome) - outcomeOf(against, outcome);
}

/** `nmb(s)` and `outcome(s)` become names of their own; parameters may stand beside them. */
function resultOf(model: TreeModel, source: string, instead?: Instead): number {
  const { net_benefit: worth } = model.analyses;
  const values: Record<string, number> = { ...parameterValues(model, instead) };
  for (const [strategy, policy] of strategiesOf(model.root)) {
    const outcomes = valuesOf(model, policy, instead);
    for (const [outcome, value] of Object.entries(outcomes)) values[`${outcome}(${strategy})`] = value;
    if (worth === undefined) continue;
    const price = number(model, worth.wtp, instead);
    values[`nmb(${strategy})`] = price * outcomeOf(outcomes, worth.effect) - outcomeOf(outcomes, worth.cost);
  }
  const named = source.replace(
    /([\p{L}_][\p{L}\p{N}_.]*)\s*\(\s*([^()]*?)\s*\)/gu,
    (whole, name: string, strategy: string) =>
      Object.hasOwn(values, `${name}(${strategy})`) ? `[${name}(${strategy})]` : whole,
  );
  return evaluate(named, values);
}

function leafProbabilities(model: TreeModel): Values {
  const found: Record<string, number> = {};
  for (const policy of strategiesOf(model.root).values()) {
    const inPolicy: Record<string, number> = {};
    for (const { leaf, probability } of paths(model, policy))
      inPolicy[leaf] = (inPolicy[leaf] ?? 0) + probability;
    Object.assign(found, inPolicy);
  }
  return found;
}

function paths(
  model: TreeModel,
  policy: Policy,
): readonly { leaf: string; probability: number; payoffs: Values }[] {
  const { outcomes, root } = model;
  const found = unwrap(pathsOf(root, policy, { given: givenOf(model), outcomes }));
  return found.map(({ leaf, probability, payoffs }) => ({
    leaf,
    probability: probability[0] ?? NaN,
    payoffs: Object.fromEntries(outcomes.map((outcome, index) => [outcome, payoffs[index]?.[0] ?? NaN])),
  }));
}

const textList = (check: Check, field: string): readonly string[] => z.array(z.string()).parse(check[field]);
const columnForms = (check: Check): readonly (readonly [string, string])[] =>
  Object.entries(z.record(z.string(), z.string()).parse(check.columns));

/**
 * The tables are those of rdecision, which also prints the outcomes that a model does not have at its own defaults:
 * no benefit, a utility of 1, and that utility over one year.
 */
const packageDefaults = { Benefit: 0, Utility: 1, QALY: 1 };

const columnsOf = (check: Check, values: Values): Values =>
  Object.fromEntries(columnForms(check).map(([column, source]) => [column, evaluate(source, values)]));

const choices = (check: Check, policy: Policy): Readonly<Record<string, string>> =>
  Object.fromEntries(textList(check, 'decisions').map((decision) => [decision, policy.get(decision) ?? '']));

/** rdecision sorts by the choices, the first decision slowest. */
function policiesInOrder(model: TreeModel, check: Check): readonly Policy[] {
  const order = textList(check, 'decisions');
  const unnamed = decisionsOf(model.root).filter(({ name }) => !order.includes(name));
  if (unnamed.length > 0)
    throw new Error(`the table leaves out decision ${unnamed.map(({ name }) => name).join(', ')}`);
  const compare = (a: Policy, b: Policy): number =>
    order
      .map((decision) => (a.get(decision) ?? '').localeCompare(b.get(decision) ?? '', 'en'))
      .find((sign) => sign !== 0) ?? 0;
  return [...policiesOf(model.root)].sort(compare);
}

function pathRows(model: TreeModel, check: Check, policy: Policy): readonly unknown[] {
  return paths(model, policy).map(({ leaf, probability, payoffs }) => {
    const weighted = Object.entries({ ...packageDefaults, ...columnsOf(check, payoffs) });
    return {
      Run: 1,
      ...choices(check, policy),
      [typeof check.leaf === 'string' ? check.leaf : 'Leaf']: leaf,
      Probability: probability,
      ...Object.fromEntries(weighted.map(([column, value]) => [column, probability * value])),
    };
  });
}

function bestPolicy(model: TreeModel, check: Check): string {
  const ranked = policiesInOrder(model, check).map((policy) => ({
    policy,
    worth: evaluate(text(check, 'maximise'), valuesOf(model, policy)),
  }));
  const best = ranked.reduce((top, next) => (next.worth > top.worth ? next : top));
  return Object.values(choices(check, best.policy)).join(text(check, 'separator'));
}
