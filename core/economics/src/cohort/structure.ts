import { type ExpressionFault, type Tables } from '@daero/domain/expression/compile';
import { nearest } from '@daero/domain/expression/nearest';
import { type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { below, each, readExpression, type Path } from '../model/place.ts';
import { type StructureForm } from './structure-form.ts';

/** A number of the model as it was written, and where. */
export type Written = { readonly expression: Expression; readonly path: Path };

export type State = { readonly name: string; readonly tunnels: number };
export type Transition = {
  readonly from: number;
  readonly to: number;
  readonly probability: Written | 'rest';
  readonly path: Path;
};
export type Reward = {
  readonly name: string;
  readonly per: 'cycle' | 'year';
  /** By state; null counts as 0. */
  readonly states: readonly (Written | null)[];
  readonly transitions: readonly { readonly from: number; readonly to: number; readonly value: Written }[];
};

/** States and what moves between them, every name known. States are given by their place in `states`. */
export type Structure = {
  readonly states: readonly State[];
  readonly initial: readonly (Written | null)[];
  readonly entries: readonly { readonly to: number; readonly share: Written }[];
  /** By state left: its transitions in the order of the file. */
  readonly rows: readonly (readonly Transition[])[];
  readonly rewards: readonly Reward[];
  readonly path: Path;
};

type At = { readonly path: Path };
export type StructureFault =
  | ExpressionFault
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({
      readonly kind: 'cohort-state-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | ({ readonly kind: 'cohort-transition-twice'; readonly from: string; readonly to: string } & At)
  | ({ readonly kind: 'cohort-two-rests'; readonly from: string } & At)
  | ({ readonly kind: 'cohort-reward-without-transition'; readonly from: string; readonly to: string } & At)
  | ({ readonly kind: 'cohort-state-without-exit'; readonly name: string } & At);

type Known = { readonly names: Iterable<string>; readonly tables: Tables };

/** Reads states, transitions and rewards: each expression may use the names, the cycle `t` and the residence `k`. */
export function readStructure(
  form: StructureForm,
  path: Path,
  { names, tables }: Known,
): Result<Structure, StructureFault> {
  const known = new Set(names);
  const states = form.states.map(({ name, tunnels }) => ({ name, tunnels }));
  const stateNames = states.map(({ name }) => name);
  const twice = stateNames.findIndex((name, index) => stateNames.indexOf(name) < index);
  if (twice >= 0)
    return fail({
      kind: 'model-name-twice',
      path: below(path, 'states', twice, 'name'),
      name: stateNames[twice] ?? '',
    });

  const state = (name: string, place: Path): Result<number, StructureFault> => {
    const index = stateNames.indexOf(name);
    if (index >= 0) return succeed(index);
    return fail({ kind: 'cohort-state-unknown', path: place, name, nearest: nearest(name, stateNames) });
  };
  const written = (source: string | number, place: Path): Result<Written, StructureFault> => {
    const tree = readExpression(source, known, place, tables);
    return tree.ok ? succeed({ expression: tree.value, path: place }) : tree;
  };
  const byState = (
    amounts: Readonly<Record<string, string | number>>,
    place: Path,
  ): Result<readonly (Written | null)[], StructureFault> => {
    const found: (Written | null)[] = states.map(() => null);
    for (const [name, amount] of Object.entries(amounts)) {
      const index = state(name, below(place, name));
      if (!index.ok) return index;
      const value = written(amount, below(place, name));
      if (!value.ok) return value;
      found[index.value] = value.value;
    }
    return succeed(found);
  };

  const initial = byState(form.initial, below(path, 'initial'));
  if (!initial.ok) return initial;
  const entries = each(form.entries, ({ to, share }, index) => {
    const place = below(path, 'entries', index);
    const into = state(to, below(place, 'to'));
    if (!into.ok) return into;
    const value = written(share, below(place, 'share'));
    return value.ok ? succeed({ to: into.value, share: value.value }) : value;
  });
  if (!entries.ok) return entries;
  const transitions = each(form.transitions, (transition, index): Result<Transition, StructureFault> => {
    const place = below(path, 'transitions', index);
    const from = state(transition.from, below(place, 'from'));
    if (!from.ok) return from;
    const to = state(transition.to, below(place, 'to'));
    if (!to.ok) return to;
    const ends = { from: from.value, to: to.value, path: place };
    if (transition.probability === 'rest') return succeed({ ...ends, probability: 'rest' });
    const probability = written(transition.probability, below(place, 'probability'));
    return probability.ok ? succeed({ ...ends, probability: probability.value }) : probability;
  });
  if (!transitions.ok) return transitions;
  const rows = states.map((_, from) => transitions.value.filter((one) => one.from === from));
  const wrong = rowFault(rows, states, path);
  if (wrong !== null) return fail(wrong);

  const rewards = each(form.rewards, (reward, order): Result<Reward, StructureFault> => {
    const { name } = reward;
    const place = below(path, 'rewards', order);
    const values = byState(reward.states, below(place, 'states'));
    if (!values.ok) return values;
    const passages = each(reward.transitions, (passage, index) => {
      const at = below(place, 'transitions', index);
      const from = state(passage.from, below(at, 'from'));
      if (!from.ok) return from;
      const to = state(passage.to, below(at, 'to'));
      if (!to.ok) return to;
      if (rows[from.value]?.some((one) => one.to === to.value) !== true) {
        const { from: left, to: entered } = passage;
        return fail({ kind: 'cohort-reward-without-transition', path: at, from: left, to: entered });
      }
      const value = written(passage.value, below(at, 'value'));
      return value.ok ? succeed({ from: from.value, to: to.value, value: value.value }) : value;
    });
    if (!passages.ok) return passages;
    return succeed({ name, per: reward.per, states: values.value, transitions: passages.value });
  });
  if (!rewards.ok) return rewards;
  return succeed({
    ...{ states, initial: initial.value, entries: entries.value, rows, rewards: rewards.value, path },
  });
}

function rowFault(
  rows: readonly (readonly Transition[])[],
  states: readonly State[],
  path: Path,
): StructureFault | null {
  const name = (index: number): string => states[index]?.name ?? '';
  for (const [from, row] of rows.entries()) {
    if (row.length === 0)
      return {
        kind: 'cohort-state-without-exit',
        path: below(path, 'states', from),
        name: name(from),
      };
    const second = row.find((one, index) => row.findIndex(({ to }) => to === one.to) < index);
    if (second !== undefined)
      return { kind: 'cohort-transition-twice', path: second.path, from: name(from), to: name(second.to) };
    const rests = row.filter(({ probability }) => probability === 'rest');
    const [, another] = rests;
    if (another !== undefined)
      return { kind: 'cohort-two-rests', path: below(another.path, 'probability'), from: name(from) };
  }
  return null;
}
