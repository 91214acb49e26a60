import { type Text } from '@daero/domain/text';
import { type CohortModelFile } from './model-form.ts';

type Amount = number | string;
type Written = CohortModelFile['parameters'][number];
type WrittenReward = CohortModelFile['rewards'][number];
type WrittenStrategy = CohortModelFile['strategies'][number];
type WrittenTable = NonNullable<CohortModelFile['tables']>[number];

/** Passages by the state left and the state entered, as a matrix is read. */
type Matrix<State extends string> = { readonly [From in State]?: { readonly [To in State]?: Amount } };

/** A cohort model as an economist writes it in TypeScript: everything that has a name is a field, and a state that is not there does not compile. */
export type CohortText<State extends string, Parameter extends string> = Omit<
  CohortModelFile,
  | 'kind'
  | 'parameters'
  | 'tables'
  | 'states'
  | 'initial'
  | 'entries'
  | 'transitions'
  | 'rewards'
  | 'strategies'
> & {
  readonly parameters: Readonly<Record<Parameter, Omit<Written, 'name'>>>;
  readonly tables?: Readonly<Record<string, Omit<WrittenTable, 'name'>>>;
  readonly states: Readonly<Record<State, Text & { readonly tunnels?: number }>>;
  /** Left out where a tree (`start`) hands people over. */
  readonly initial?: { readonly [Here in State]?: Amount };
  readonly entries?: { readonly [To in State]?: Amount };
  readonly transitions: { readonly [From in State]: { readonly [To in State]?: Amount } };
  readonly rewards: Readonly<
    Record<
      string,
      Omit<WrittenReward, 'name' | 'states' | 'transitions'> & {
        readonly states?: { readonly [Here in State]?: Amount };
        readonly transitions?: Matrix<State>;
      }
    >
  >;
  readonly strategies: Readonly<
    Record<
      string,
      Omit<WrittenStrategy, 'name' | 'set'> & { readonly set?: { readonly [Name in Parameter]?: Amount } }
    >
  >;
};

/** The model file (data, as JSON holds it) of a model written in TypeScript. It is checked by `readCohortModel`, like any file. */
export function cohortModel<State extends string, Parameter extends string>(
  text: CohortText<State, Parameter>,
): CohortModelFile {
  const { parameters, tables, states, initial, entries, transitions, rewards, strategies, ...rest } = text;
  return {
    kind: 'cohort',
    ...rest,
    parameters: fields<Omit<Written, 'name'>>(parameters).map(([name, parameter]) => ({
      name,
      ...parameter,
    })),
    tables: fields<Omit<WrittenTable, 'name'>>(tables ?? {}).map(([name, table]) => ({ name, ...table })),
    states: fields<Text & { readonly tunnels?: number }>(states).map(([name, { ko, en, tunnels = 1 }]) => ({
      name,
      label: { ko, en },
      tunnels,
    })),
    ...(initial === undefined ? {} : { initial: amounts(initial) }),
    entries: fields(amounts(entries ?? {})).map(([to, share]) => ({ to, share })),
    transitions: passages(transitions).map(({ from, to, amount }) => ({ from, to, probability: amount })),
    rewards: fields(rewards).map(([name, { states: values, transitions: paid, ...reward }]) => ({
      ...{ name, ...reward, states: amounts(values ?? {}) },
      transitions: passages(paid ?? {}).map(({ from, to, amount }) => ({ from, to, value: amount })),
    })),
    strategies: fields(strategies).map(([name, { label, set, choose = {} }]) => ({
      ...{ name, label, choose },
      set: amounts(set ?? {}),
    })),
  };
}

const fields = <Value>(record: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] =>
  Object.entries(record);

const amounts = (record: { readonly [name: string]: Amount | undefined }): Record<string, Amount> =>
  Object.fromEntries(
    fields(record).flatMap(([name, amount]) => (amount === undefined ? [] : [[name, amount]])),
  );

function passages(matrix: {
  readonly [from: string]: { readonly [to: string]: Amount | undefined } | undefined;
}): readonly { readonly from: string; readonly to: string; readonly amount: Amount }[] {
  return fields(matrix).flatMap(([from, row]) =>
    fields(amounts(row ?? {})).map(([to, amount]) => ({ from, to, amount })),
  );
}
