/**
 * The value of one parameter at which a result reaches a target.
 *
 * At what price, sensitivity or prevalence does the decision turn? Without a change of sign between the ends there is no answer in
 * the range, and null says so; with several crossings one of them is found.
 *
 * Takes    result: a continuous function of the parameter; low < high: where to look; target
 * Gives    the value, to the last digits that bisection can reach; null when both ends lie on one side of the target
 * Fails    never; a result that is not a number at an end gives null
 * Cost     at most 200 evaluations
 * Source   bisection; Briggs, Claxton and Sculpher (2006), ch. 1, threshold analysis
 * Checked  reference/economics/tree-ai-reader (R uniroot)
 */
export function threshold(
  result: (value: number) => number,
  { low, high, target }: { readonly low: number; readonly high: number; readonly target: number },
): number | null {
  const [atLow, atHigh] = [result(low) - target, result(high) - target];
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (!(atLow < 0 ? atHigh > 0 : atHigh < 0)) return null;
  let [from, to] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    const there = result(middle) - target;
    if (there === 0) return middle;
    if (there < 0 === atLow < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
