import { type CohortTraceShape, type ModelStructureShape } from '@daero/domain/shape';
import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { conventionWords } from '../cohort/conventions.ts';
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
import { type PartitionedFile } from './file-model.ts';
import { runPartitioned, sharesInDraws, type PartitionedRunFault } from './run.ts';

type Trouble = PartitionedRunFault | RangeFault;
export type PartitionedFileFault = BindingFault | Trouble;

const structure: Text = { ko: '분할 생존 모형', en: 'Partitioned survival model' };

/** The model with its parameters bound; every analysis runs it. */
export const preparePartitioned = (
  model: PartitionedFile,
  estimates: Estimates,
): Result<PreparedModel<PartitionedRunFault>, BindingFault> =>
  prepareModel(model, estimates, (strategy, run) => runPartitioned(model, strategy, run));

/** Base case, probabilistic analysis, tornado, value of information; shares of people over time. */
export function evaluatePartitionedModel(
  model: PartitionedFile,
  estimates: Estimates,
): Result<EconomicOutput, PartitionedFileFault> {
  const prepared = preparePartitioned(model, estimates);
  if (!prepared.ok) return prepared;
  const shares = baseShares(model, prepared.value);
  if (!shares.ok) return shares;
  return evaluatePrepared(model, prepared.value, {
    estimates,
    own: {
      structure,
      conventions: [...conventionWords(model.conventions), ...curveWords(model)],
      shapes: [traceShape(model, shares.value), structureShape(model)],
      warnings: [{ kind: 'curves-not-linked', facts: {} }],
    },
  });
}

/** The model as the battery sees it. Where strategies have curves of their own, there are no settings to make equal. */
export function partitionedUnderTest(
  model: PartitionedFile,
  estimates: Estimates,
): Result<ModelUnderTest, BindingFault> {
  const prepared = preparePartitioned(model, estimates);
  if (!prepared.ok) return prepared;
  const under = preparedUnderTest(prepared.value, {
    shares: () => {
      const found = baseShares(model, prepared.value);
      if (!found.ok) return found;
      return succeed(
        found.value.flatMap((states) =>
          Array.from(states[0] ?? [], (_, point) => states.map((share) => share[point] ?? NaN)),
        ),
      );
    },
    mostQalys: model.conventions.horizonYears,
  });
  const ownCurves = model.curves.some(({ byStrategy }) => byStrategy);
  return succeed(ownCurves ? { ...under, evaluateAlike: null } : under);
}

/** By strategy, then by state: shares at the points of the base case. */
function baseShares(
  model: PartitionedFile,
  { parameters, settings }: PreparedModel<PartitionedRunFault>,
): Result<readonly (readonly Float64Array[])[], Trouble> {
  const given = baseValues(parameters);
  return each([...settings.entries()], ([index, own]): Result<readonly Float64Array[], Trouble> => {
    const columns = strategyColumns(own, given, 0);
    return columns.ok ? sharesInDraws(model, index, { columns: columns.value, firstDraw: 0 })(0) : columns;
  });
}

const traceShape = (
  { states, strategies, conventions: { clock } }: PartitionedFile,
  shares: readonly (readonly Float64Array[])[],
): CohortTraceShape => ({
  shape: 'cohort-trace',
  label: { ko: '상태별 비율', en: 'Shares of people' },
  states: states.map(({ label }) => label),
  years: Array.from({ length: clock.cycles + 1 }, (_, point) => point * clock.cycleYears),
  strategies: strategies.map(({ label }, index) => ({
    name: label,
    occupancy: (shares[index] ?? []).map((share) => Array.from(share)),
  })),
});

/** States in their order; between them lie curves, and no passages. */
const structureShape = ({ title, states }: PartitionedFile): ModelStructureShape => ({
  shape: 'model-structure',
  label: title,
  drawing: {
    form: 'states',
    moves: 'between-curves',
    states: states.map(({ label }) => ({ label, tunnels: 1 })),
    passages: [],
  },
});

/** Which curve is of which family, and what extends it beyond the data. */
function curveWords({ curves, background }: PartitionedFile): readonly Text[] {
  const families = curves.map(({ label, times }) => {
    const names = [...new Set(times.map(timeName))].join(', ');
    return { ko: `${label.ko}: ${names}`, en: `${label.en}: ${names}` };
  });
  if (background === null)
    return [...families, { ko: '일반 인구 사망률을 더하지 않음', en: 'without mortality of the population' }];
  const rule: Readonly<Record<typeof background.rule, Text>> = {
    'greater-hazard': {
      ko: '사망 위험은 일반 인구의 것보다 낮아지지 않음',
      en: 'the hazard of death is never below that of the population',
    },
    excess: {
      ko: '일반 인구의 사망 위험에 초과 위험을 더함',
      en: 'the hazard of death is that of the population and the excess of the curve',
    },
  };
  return [...families, rule[background.rule]];
}
