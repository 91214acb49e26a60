import { succeed, type Fault, type Result } from '@daero/domain/result';

export type OneWayInput = { readonly parameter: string; readonly low: number; readonly high: number };
export type OneWayBar = OneWayInput & { readonly atLow: number; readonly atHigh: number };

/**
 * One-way sensitivity analysis, widest first: the rows of a tornado.
 *
 * Which parameter moves the result most when it alone moves? The result should be a net benefit: an ICER jumps where the effect
 * crosses 0, and its widths do not rank anything.
 *
 * Takes    inputs: parameter with the ends of its range; result: of the model with one parameter replaced
 * Gives    a bar for each input, by falling |atHigh - atLow|; equal widths stay in the order given
 * Fails    as result does, at the first input that it refuses
 * Cost     two evaluations a parameter
 * Source   Briggs, Weinstein, Fenwick et al. (2012), ISPOR-SMDM modelling good practices 6, Value in Health 15, 835-842
 * Checked  reference/economics/tree-ai-reader
 */
export function oneWay<Trouble extends Fault>(
  inputs: readonly OneWayInput[],
  result: (parameter: string, value: number) => Result<number, Trouble>,
): Result<readonly OneWayBar[], Trouble> {
  const bars: OneWayBar[] = [];
  for (const input of inputs) {
    const atLow = result(input.parameter, input.low);
    if (!atLow.ok) return atLow;
    const atHigh = result(input.parameter, input.high);
    if (!atHigh.ok) return atHigh;
    bars.push({ ...input, atLow: atLow.value, atHigh: atHigh.value });
  }
  const width = ({ atLow, atHigh }: OneWayBar): number => Math.abs(atHigh - atLow);
  return succeed(bars.sort((a, b) => width(b) - width(a)));
}
