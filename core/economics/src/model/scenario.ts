import { type Text } from '@daero/domain/text';
import { type EconomicModel } from './economic-model.ts';
import { type Parameter } from './parameter.ts';

/** What is asked of a model instead of what its file says: nothing of it is written anywhere. */
export type Scenario = {
  /** Parameters that are held at a value. */
  readonly set: ReadonlyMap<string, number>;
  readonly draws: number;
  /** Willingness to pay at which single numbers are given; null keeps that of the file. */
  readonly stated: number | null;
};

const statement: Text = { ko: '여기서 정한 값', en: 'Value set here' };

/** The model with some parameters held at a value: certain, and an assumption whatever they were before. */
export function withScenario({ structure, model }: EconomicModel, scenario: Scenario): EconomicModel {
  const probabilistic = { ...model.probabilistic, draws: scenario.draws };
  const willingness = { ...model.willingness, stated: scenario.stated ?? model.willingness.stated };
  const parameters = model.parameters.map((parameter) => held(parameter, scenario.set));
  const changed = { probabilistic, willingness, parameters };
  return structure === 'decision-tree'
    ? { structure, model: { ...model, ...changed } }
    : { structure, model: { ...model, ...changed } };
}

function held(parameter: Parameter, set: Scenario['set']): Parameter {
  const value = set.get(parameter.name);
  if (value === undefined) return parameter;
  return {
    ...parameter,
    amount: { from: 'number', value, distribution: null },
    source: { state: 'assumption', statement, by: '—', on: '—' },
  };
}

/** Parameters that a scenario may hold: not derived, and not drawn together with others. */
export function holdable({ model }: EconomicModel): readonly Parameter[] {
  const joined = model.joint.flatMap(({ parameters }) => parameters);
  return model.parameters.filter(
    ({ name, amount }) => amount.from !== 'expression' && !joined.includes(name),
  );
}
