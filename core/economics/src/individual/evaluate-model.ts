import { type ModelStructureShape } from '@daero/domain/shape';
import { print } from '@daero/domain/expression/print';
import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { evaluatePrepared } from '../evaluation/evaluate-prepared.ts';
import {
  baseValues,
  prepareModel,
  strategyColumns,
  type PreparedModel,
} from '../evaluation/prepared-model.ts';
import { preparedUnderTest } from '../evaluation/under-test.ts';
import { type BindingFault, type Estimates } from '../model/binding.ts';
import { type EconomicOutput } from '../model/economic-model.ts';
import { type RangeFault } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { timeName } from '../survival/time-of-file.ts';
import { type ModelUnderTest } from '../verification/battery.ts';
import { type IndividualFile } from './file-model.ts';
import { outcomesOf, type IndividualOutcome } from './outcome.ts';
import { individualsInDraws, runIndividual, type IndividualRunFault } from './run.ts';
import { patientsInBlock, simulateBlock } from './simulate.ts';

type Trouble = IndividualRunFault | RangeFault;
export type IndividualFileFault = BindingFault | Trouble;

const structure: Text = { ko: '개인 단위 연속시간 모형', en: 'Individual continuous-time model' };

/** The model with its parameters bound; every analysis runs it. */
export const prepareIndividual = (
  model: IndividualFile,
  estimates: Estimates,
): Result<PreparedModel<IndividualRunFault>, BindingFault> =>
  prepareModel(model, estimates, (strategy, run) => runIndividual(model, strategy, run));

/** Base case, probabilistic analysis, tornado, value of information; how much of it is the luck of the simulation. */
export function evaluateIndividualModel(
  model: IndividualFile,
  estimates: Estimates,
): Result<EconomicOutput, IndividualFileFault> {
  const prepared = prepareIndividual(model, estimates);
  if (!prepared.ok) return prepared;
  const output = evaluatePrepared(model, prepared.value, {
    estimates,
    own: {
      structure,
      conventions: conventionsOf(model),
      shapes: [structureShape(model)],
      warnings: [],
    },
  });
  if (!output.ok) return output;
  const people = simulatedPeople(model, prepared.value);
  if (!people.ok) return people;
  const { base, perDraw } = model.conventions.patients;
  const error = Math.max(
    ...people.value.map(({ netBenefit }) => netBenefit(model.willingness.stated).monteCarloError),
  );
  const facts = { patients: base, perDraw, error: Number(error.toPrecision(3)) };
  const warnings = [...output.value.warnings, { kind: 'individual-monte-carlo', facts } as const];
  return succeed({ ...output.value, warnings });
}

/** The model as the battery sees it: years in each state are shares of the horizon. */
export function individualUnderTest(
  model: IndividualFile,
  estimates: Estimates,
): Result<ModelUnderTest, BindingFault> {
  const prepared = prepareIndividual(model, estimates);
  if (!prepared.ok) return prepared;
  const under = preparedUnderTest(prepared.value, {
    shares: () => {
      const found = simulatedPeople(model, prepared.value);
      if (!found.ok) return found;
      const { horizonYears } = model.conventions;
      return succeed(found.value.map(({ years }) => years.map((spent) => spent / horizonYears)));
    },
    mostQalys: model.conventions.horizonYears,
  });
  const ownTimes = model.transitions.some(({ byStrategy }) => byStrategy);
  return succeed(ownTimes ? { ...under, evaluateAlike: null } : under);
}

/** The people of the base case under every strategy: means with their Monte-Carlo errors, years, passages. */
export function simulatedPeople(
  model: IndividualFile,
  { parameters, settings }: PreparedModel<IndividualRunFault>,
): Result<readonly IndividualOutcome[], Trouble> {
  const given = baseValues(parameters);
  const own = each([...settings.entries()], ([index, setting]): Result<Whole, Trouble> => {
    const columns = strategyColumns(setting, given, 0);
    return columns.ok
      ? individualsInDraws(model, index, { columns: columns.value, firstDraw: 0 })(0)
      : columns;
  });
  if (!own.ok) return own;
  const [first] = own.value;
  if (first === undefined) throw new Error('a model has strategies');
  const whole: Whole = {
    ...first,
    strategies: own.value.flatMap(({ strategies }) => strategies),
    reference: model.reference.name,
  };
  const patients = model.conventions.patients.base;
  const { seed } = model.probabilistic;
  const blocks = Array.from({ length: Math.ceil(patients / patientsInBlock) }, (_, block) =>
    simulateBlock(whole, { seed, block, patients }),
  );
  return succeed(outcomesOf(whole, blocks));
}
type Whole = Parameters<typeof simulateBlock>[0];

/** States in the order of the file, each way out with the family of its time. */
const structureShape = ({ title, states, transitions }: IndividualFile): ModelStructureShape => ({
  shape: 'model-structure',
  label: title,
  drawing: {
    form: 'states',
    moves: 'by-time',
    states: states.map(({ label }) => ({ label, tunnels: 1 })),
    passages: transitions.map(({ from, to, times, clock }) => ({
      from: states.findIndex(({ name }) => name === from),
      to: states.findIndex(({ name }) => name === to),
      amount: `${[...new Set(times.map(timeName))].join(', ')} (${clock})`,
    })),
  },
});

function conventionsOf({ conventions, transitions }: IndividualFile): readonly Text[] {
  const { horizonYears, rates, form, patients } = conventions;
  const [costs, effects] = [print(rates.costs.expression), print(rates.effects.expression)];
  const years = String(Number(horizonYears.toPrecision(6)));
  const forward = transitions.filter(({ clock }) => clock === 'forward').length;
  const factor = form === 'annual' ? '(1 + r)^-t' : 'exp(-r t)';
  return [
    { ko: `연속시간, 분석 기간 ${years}년`, en: `continuous time, horizon of ${years} years` },
    {
      ko: `할인율(연) 비용 ${costs}, 효과 ${effects}; 시작부터 ${factor}을 연속으로 적용`,
      en: `discount rates a year: costs ${costs}, effects ${effects}; ${factor} through the years, from the start`,
    },
    {
      ko: `시계: 전이 ${forward}개는 시작부터, ${transitions.length - forward}개는 상태에 들어갈 때부터`,
      en: `clocks: ${forward} transitions from the start, ${transitions.length - forward} from entry into the state`,
    },
    {
      ko: `모의 인원: 기본 분석 ${patients.base}명, 추출마다 ${patients.perDraw}명; 대안끼리 같은 난수`,
      en: `people simulated: ${patients.base} in the base case, ${patients.perDraw} in each draw; common random numbers across strategies`,
    },
  ];
}
