/** For a rating: the weight of those below it, and half of those equal to it. */
export const weightBelow = (
  ratings: readonly number[],
  weightOf: (at: number) => number,
): ((rating: number) => number) => {
  const at = new Map<number, number>();
  ratings.forEach((rating, i) => at.set(rating, (at.get(rating) ?? 0) + weightOf(i)));
  const levels = Float64Array.from(at.keys()).sort();
  const upTo = new Float64Array(levels.length + 1);
  levels.forEach((level, i) => (upTo[i + 1] = (upTo[i] ?? 0) + (at.get(level) ?? 0)));
  return (rating) => {
    let [low, high] = [0, levels.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((levels[middle] ?? NaN) < rating) low = middle + 1;
      else high = middle;
    }
    const equal = levels[low] === rating ? (upTo[low + 1] ?? 0) - (upTo[low] ?? 0) : 0;
    return (upTo[low] ?? 0) + equal / 2;
  };
};
