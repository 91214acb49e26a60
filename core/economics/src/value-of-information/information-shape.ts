import { type ValueOfInformationShape } from '@daero/domain/shape';
import { variance } from '@daero/statistics/summary/moments';
import { type Compared } from '../decision-tree/model.ts';
import { type StrategyResult } from '../decision-tree/summary.ts';
import { type BoundParameter } from '../model/binding.ts';
import { type ParameterColumns } from '../model/parameter-columns.ts';
import { acceptability, type StrategyDraws } from '../uncertainty/acceptability.ts';
import { type Basis } from './cubic-basis.ts';
import { evppi, valueOnBasis } from './evppi.ts';
import { predictorBasis } from './predictor-basis.ts';

/** Below this many draws a regression on them is noise, and nothing is told. */
export const leastDrawsOfInformation = 2000;
const batches = 10;

/**
 * What it would be worth to know everything (over the range of willingness), and to know each uncertain parameter (at the
 * stated one). Standard errors come from ten batches of the draws. None from too few draws, or where nothing is uncertain.
 */
export function informationShapes(
  model: Compared,
  results: readonly StrategyResult[],
  parameters: readonly BoundParameter[],
  columns: ParameterColumns,
): readonly ValueOfInformationShape[] {
  const { draws } = model.probabilistic;
  const { points, stated } = model.willingness;
  if (draws < leastDrawsOfInformation) return [];
  const strategies = results.map((result) => result.draws);
  const uncertain = parameters.flatMap(({ label, source, distribution }, index) => {
    const column = columns[index];
    if (distribution === null || source.state === 'derived' || column?.length !== draws) return [];
    const own = Float64Array.from(column);
    const value = knownAt(strategies, own, stated);
    if (value === null) return [];
    const state = source.state;
    const basis = predictorBasis([own]); // its knots serve every batch
    const standardError = errorOf(strategies, (batch, from) =>
      valueOnBasis(batch, slice(basis, from, batch), stated),
    );
    return [{ parameter: label, state, value, standardError }];
  });
  if (uncertain.length === 0) return [];
  return [
    {
      shape: 'value-of-information',
      label: { ko: '정보의 가치', en: 'Value of information' },
      currency: model.currency,
      priceYear: model.priceYear,
      effectUnit: 'QALY',
      ...{ draws, stated, willingness: points },
      evpi: acceptability(strategies, points).evpi,
      perfect: {
        value: perfectAt(strategies, stated),
        standardError: errorOf(strategies, (batch) => perfectAt(batch, stated)),
      },
      parameters: uncertain,
      decisionsPerYear: null,
    },
  ];
}

type Strategies = readonly StrategyDraws[];

const perfectAt = (strategies: Strategies, price: number): number =>
  acceptability(strategies, [price]).evpi[0] ?? NaN;

/** Draws that no regression can use (not finite) are refused there; then the parameter has no bar. */
function knownAt(strategies: Strategies, column: Float64Array, price: number): number | null {
  const known = evppi(strategies, [column], [price]);
  return known.ok ? (known.value[0]?.value ?? null) : null;
}

const slice = ({ columns, penalty }: Basis, from: number, like: Strategies): Basis => ({
  columns: columns.map((column) => column.subarray(from, from + (like[0]?.cost.length ?? 0))),
  penalty,
});

/** The spread of a figure over batches of the draws, brought to the mean of all batches. */
function errorOf(
  strategies: Strategies,
  figureOf: (batch: Strategies, from: number) => number,
): number | null {
  const size = Math.floor((strategies[0]?.cost.length ?? 0) / batches);
  const values = Array.from({ length: batches }, (_, index) => {
    const from = index * size;
    const batch = strategies.map(({ cost, effect }) => ({
      cost: cost.subarray(from, from + size),
      effect: effect.subarray(from, from + size),
    }));
    return figureOf(batch, from);
  });
  return values.every(Number.isFinite) ? Math.sqrt(variance(values) / batches) : null;
}
