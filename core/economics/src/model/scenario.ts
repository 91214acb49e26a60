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
export function withScenario(economic: EconomicModel, scenario: Scenario): EconomicModel {
  const { model } = economic;
  return changed(economic, {
    probabilistic: { ...model.probabilistic, draws: scenario.draws },
    willingness: { ...model.willingness, stated: scenario.stated ?? model.willingness.stated },
    parameters: model.parameters.map((parameter) => held(parameter, scenario.set)),
  });
}

/** The model with other draws. */
export const withProbabilistic = (
  economic: EconomicModel,
  probabilistic: Common['probabilistic'],
): EconomicModel => changed(economic, { probabilistic });

/** What every structure has. */
type Common = Pick<EconomicModel['model'], 'probabilistic' | 'willingness' | 'parameters'>;

function changed({ structure, model }: EconomicModel, change: Partial<Common>): EconomicModel {
  switch (structure) {
    case 'decision-tree':
      return { structure, model: { ...model, ...change } };
    case 'cohort':
      return { structure, model: { ...model, ...change } };
    case 'partitioned-survival':
      return { structure, model: { ...model, ...change } };
    case 'individual':
      return { structure, model: { ...model, ...change } };
  }
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
