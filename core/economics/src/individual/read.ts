import { nearest } from '@daero/domain/expression/nearest';
import { type ExpressionFault } from '@daero/domain/expression/compile';
import { fail, succeed, type Result } from '@daero/domain/result';
import { yearsOf } from '../cohort/conventions.ts';
import { readParts, type PartsFault } from '../evaluation/read-parts.ts';
import { readWorth, unitOfOutcome, type WorthFault } from '../evaluation/read-worth.ts';
import { readFile, type FileFault } from '../model/file.ts';
import { namesOf, type ParameterScope } from '../model/parameter.ts';
import { below, each, readExpression, type Path } from '../model/place.ts';
import { type TimeScope } from '../survival/time-of-file.ts';
import { readTimes, type TimeByStrategyFault } from '../survival/time-by-strategy.ts';
import {
  type IndividualConventions,
  type IndividualFile,
  type IndividualReward,
  type Written,
} from './file-model.ts';
import { individualModelForm, type IndividualModelForm } from './model-form.ts';

type At = { readonly path: Path };
export type IndividualModelFault =
  | FileFault
  | PartsFault
  | TimeByStrategyFault
  | WorthFault
  | ExpressionFault
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({
      readonly kind: 'cohort-state-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | ({
      readonly kind:
        | 'cohort-transition-twice'
        | 'cohort-reward-without-transition'
        | 'individual-to-itself'
        | 'life-table-clock';
      readonly from: string;
      readonly to: string;
    } & At)
  | ({
      readonly kind: 'individual-too-large';
      readonly strategies: number;
      readonly transitions: number;
      readonly patients: number;
      readonly cells: number;
      readonly limit: number;
    } & At);

const cellLimit = 1e9;

/**
 * An individual continuous-time model from the data of its file.
 *
 * Is this text a model at all? States, clocks, units, kinds and conventions are checked here, once, with the place in the file (a JSON
 * pointer).
 *
 * Takes    json: what JSON.parse or a YAML reader gives
 * Gives    the model; `model.file` written out as JSON reads back to the same model
 * Fails    the kinds of IndividualModelFault: the first trouble in the order form, parameters, conventions, states, transitions, rewards
 * Cost     O(size of the file)
 * Source   Incerti and Jansen (2021), hesim, arXiv 2102.09437; CHEERS 2022, items 6 to 12 and 19 to 21
 * Checked  individual/file-model.test.ts, one case a fault
 */
export function readIndividualModel(json: unknown): Result<IndividualFile, IndividualModelFault> {
  const file = readFile(individualModelForm, json);
  if (!file.ok) return file;
  const form = file.value;
  const { title, currency, priceYear, perspective } = form;
  const read = readParts(form);
  if (!read.ok) return read;
  const { fits, ...parts } = read.value;
  const scope = { earlier: parts.parameters, currency, priceYear };
  const conventions = readConventions(form, scope);
  if (!conventions.ok) return conventions;
  const unsound = statesFault(form) ?? sizeFault(form);
  if (unsound !== null) return fail(unsound);
  const transitions = readTransitions(form, {
    ...{ ...scope, fits, horizonYears: conventions.value.horizonYears },
  });
  if (!transitions.ok) return transitions;
  const rewards = readRewards(form, scope);
  if (!rewards.ok) return rewards;
  return succeed({
    ...parts,
    ...{ title, currency, priceYear, perspective, conventions: conventions.value },
    ...{ states: form.states, start: form.start, transitions: transitions.value },
    ...{ rewards: rewards.value, file: form },
  });
}

function readConventions(
  { conventions: { horizon, discount, patients } }: IndividualModelForm,
  scope: ParameterScope,
): Result<IndividualConventions, ExpressionFault> {
  const rate = (of: 'costs' | 'effects'): Result<Written, ExpressionFault> => {
    const path = `/conventions/discount/${of}`;
    const tree = readExpression(discount[of], namesOf(scope), path);
    return tree.ok ? succeed({ expression: tree.value, path }) : tree;
  };
  const costs = rate('costs');
  if (!costs.ok) return costs;
  const effects = rate('effects');
  if (!effects.ok) return effects;
  return succeed({
    ...{ horizonYears: yearsOf(horizon), form: discount.form, patients },
    rates: { costs: costs.value, effects: effects.value },
  });
}

function statesFault({ states, start }: IndividualModelForm): IndividualModelFault | null {
  const names = states.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0)
    return { kind: 'model-name-twice', path: below('/states', twice, 'name'), name: names[twice] ?? '' };
  return names.includes(start) ? null : unknownState(start, '/start', names);
}

const unknownState = (name: string, path: Path, known: readonly string[]): IndividualModelFault => ({
  ...{ kind: 'cohort-state-unknown', path, name },
  nearest: nearest(name, known),
});

function sizeFault({
  strategies,
  transitions,
  analyses,
  conventions: { patients },
}: IndividualModelForm): IndividualModelFault | null {
  const all = patients.base + analyses.probabilistic.draws * patients.perDraw;
  const cells = strategies.length * transitions.length * all;
  if (cells < cellLimit) return null;
  const about = { strategies: strategies.length, transitions: transitions.length, patients: all, cells };
  return { kind: 'individual-too-large', path: '/conventions/patients', ...about, limit: cellLimit };
}

function readTransitions(
  { transitions, states, strategies }: IndividualModelForm,
  scope: TimeScope,
): Result<IndividualFile['transitions'], IndividualModelFault> {
  const names = states.map(({ name }) => name);
  const about = { ...scope, strategies: strategies.map(({ name }) => name) };
  return each(
    transitions,
    (transition, index): Result<IndividualFile['transitions'][number], IndividualModelFault> => {
      const path = below('/transitions', index);
      const { from, to, clock } = transition;
      if (!names.includes(from)) return fail(unknownState(from, below(path, 'from'), names));
      if (!names.includes(to)) return fail(unknownState(to, below(path, 'to'), names));
      if (from === to) return fail({ kind: 'individual-to-itself', path, from, to });
      const twice = transitions.findIndex((one) => one.from === from && one.to === to) < index;
      if (twice) return fail({ kind: 'cohort-transition-twice', path, from, to });
      const times = readTimes(transition, path, about);
      if (!times.ok) return times;
      if (clock === 'reset' && times.value.times.some(({ table }) => table !== null))
        return fail({ kind: 'life-table-clock', path: below(path, 'clock'), from, to });
      return succeed({ from, to, clock, ...times.value, path });
    },
  );
}

function readRewards(
  { rewards, states, transitions }: IndividualModelForm,
  scope: ParameterScope,
): Result<readonly IndividualReward[], IndividualModelFault> {
  const names = states.map(({ name }) => name);
  return each(rewards, (reward, index): Result<IndividualReward, IndividualModelFault> => {
    const path = below('/rewards', index);
    const { name, counts } = reward;
    if (rewards.findIndex((one) => one.name === name) < index)
      return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    const whole = unitOfOutcome(counts, scope.currency);
    const unknown = Object.keys(reward.states).find((state) => !names.includes(state));
    if (unknown !== undefined) return fail(unknownState(unknown, below(path, 'states', unknown), names));
    const stays = each(names, (state): Result<Written | null, IndividualModelFault> => {
      const source = reward.states[state];
      const about = { outcome: name, takes: { ...whole, year: whole.year - 1 } };
      return source === undefined
        ? succeed(null)
        : readWorth(source, below(path, 'states', state), scope, about);
    });
    if (!stays.ok) return stays;
    const passages: (Written | null)[] = transitions.map(() => null);
    for (const [place, { from, to, value }] of reward.transitions.entries()) {
      const at = below(path, 'transitions', place);
      const way = transitions.findIndex((one) => one.from === from && one.to === to);
      if (way < 0) return fail({ kind: 'cohort-reward-without-transition', path: at, from, to });
      const worth = readWorth(value, below(at, 'value'), scope, { outcome: name, takes: whole });
      if (!worth.ok) return worth;
      passages[way] = worth.value;
    }
    const start =
      reward.start === undefined
        ? succeed(null)
        : readWorth(reward.start, below(path, 'start'), scope, { outcome: name, takes: whole });
    if (!start.ok) return start;
    return succeed({ name, counts, states: stays.value, transitions: passages, start: start.value });
  });
}
