import { columnFormula, type DrawColumn } from '@daero/domain/expression/compile';
import { fail, succeed, type Result } from '@daero/domain/result';
import { drawJoint, type Joint } from '../uncertainty/joint.ts';
import { sampleDistribution } from '../uncertainty/sampling.ts';
import { type BoundParameter } from './binding.ts';
import { rangeOf, type ParameterFault } from './parameter.ts';

/** One column a parameter, in the order of the model. A column of length 1 holds in every draw. */
export type ParameterColumns = readonly DrawColumn[];
export type RangeFault = Extract<ParameterFault, { kind: 'parameter-out-of-range' }>;

/** The base case: every parameter at its stated value, or at the value that `instead` gives it. */
export const baseColumns = (
  parameters: readonly BoundParameter[],
  instead: ReadonlyMap<string, number> = new Map(),
): Result<ParameterColumns, RangeFault> =>
  columnsFrom(parameters, ({ name, base }) => Float64Array.of(instead.get(name) ?? base ?? NaN));

/** Draws of every uncertain parameter, together where a group says so; the others stay at their base value. */
export function drawColumns(
  parameters: readonly BoundParameter[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
  joint: readonly Joint[] = [],
): Result<ParameterColumns, RangeFault> {
  const together = drawJoint(joint, parameters, { draws, seed, from: 0 });
  return columnsFrom(parameters, ({ name, base, distribution }) => {
    if (distribution === null) return Float64Array.of(base ?? NaN);
    return together.get(name) ?? sampleDistribution(distribution, draws, { seed, name });
  });
}

/** Columns of parameters in the order given, derived ones from those before them; `firstDraw` is the number of the first draw, for the words of a fault. */
export function columnsFrom(
  parameters: readonly BoundParameter[],
  given: (parameter: BoundParameter) => DrawColumn,
  firstDraw = 1,
): Result<ParameterColumns, RangeFault> {
  const names = parameters.map(({ name }) => name);
  const columns: DrawColumn[] = [];
  for (const parameter of parameters) {
    const { amount } = parameter;
    const column =
      amount.from === 'expression' ? columnFormula(amount.expression, names)(columns) : given(parameter);
    const fault = outside(parameter, column, firstDraw);
    if (fault !== null) return fail(fault);
    columns.push(column);
  }
  return succeed(columns);
}

/** Sums of a few products miss the end of a range by this much at most. */
const rounding = 1e-12;

function outside(
  { name, kind, path }: BoundParameter,
  column: DrawColumn,
  firstDraw: number,
): RangeFault | null {
  const [low, high] = rangeOf[kind];
  const at = column.findIndex(
    (value) => !(Number.isFinite(value) && value >= low - rounding && value <= high + rounding),
  );
  if (at < 0) return null;
  const draw = column.length === 1 ? 0 : at + firstDraw;
  return { kind: 'parameter-out-of-range', path, name, value: column[at] ?? NaN, low, high, draw };
}
