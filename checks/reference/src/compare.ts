/**
 * How near is near enough. Where `abs` is not stated, |expected| < 1e-8 is compared absolutely at 1e-10.
 * `absolute` compares magnitudes; `skip` gives the reason why a quantity is not scored.
 */
export type Tolerance = { readonly rel?: number | undefined; readonly abs?: number | undefined };
export type Rule = Tolerance & {
  readonly path: string;
  readonly absolute?: boolean | undefined;
  readonly skip?: string | undefined;
};

export type Difference = {
  readonly quantity: string;
  readonly expected: unknown;
  readonly got: unknown;
  /** |got - expected| / |expected|; null where there is no number to divide. */
  readonly relativeError: number | null;
};

export type Comparison = {
  /** Worst first. */
  readonly off: readonly Difference[];
  readonly compared: number;
  readonly skipped: readonly { readonly quantity: string; readonly reason: string }[];
};

const nearZero = { below: 1e-8, within: 1e-10 };
const notScored = new Set(['NaN', 'NA', 'Inf', '-Inf', 'Infinity', '-Infinity']);

/**
 * Compares what a method found with what is expected, leaf by leaf. Numbers and truth values must be there;
 * nulls and non-finite texts are not scored; any other text is scored where the method gives a text in that place.
 */
export function compare(
  expected: unknown,
  found: unknown,
  tolerance: Tolerance,
  rules: readonly Rule[],
): Comparison {
  const off: Difference[] = [];
  const skipped: { quantity: string; reason: string }[] = [];
  let compared = 0;

  const differ = (
    path: readonly string[],
    want: unknown,
    got: unknown,
    relativeError: number | null,
  ): void => {
    off.push({ quantity: path.join('.'), expected: want, got, relativeError });
  };

  const leaf = (
    want: number | boolean | string,
    got: unknown,
    path: readonly string[],
    rule: Rule | undefined,
  ): void => {
    if (typeof want === 'string' && typeof got !== 'string') return;
    compared += 1;
    if (typeof want !== 'number') {
      if (want !== got) differ(path, want, got, null);
    } else if (typeof got !== 'number') {
      differ(path, want, got ?? 'missing', null);
    } else {
      const [a, b] = rule?.absolute === true ? [Math.abs(want), Math.abs(got)] : [want, got];
      const own = rule?.rel !== undefined || rule?.abs !== undefined ? rule : tolerance;
      if (!near(a, b, own)) differ(path, want, got, Math.abs(b - a) / Math.abs(a));
    }
  };

  const walk = (want: unknown, got: unknown, path: readonly string[]): void => {
    if (want === null || want === undefined || (typeof want === 'string' && notScored.has(want))) return;
    const rule = rules.find((each) => names(each.path, path));
    if (rule?.skip !== undefined) {
      skipped.push({ quantity: path.join('.'), reason: rule.skip });
    } else if (Array.isArray(want)) {
      const items: readonly unknown[] = want;
      if (Array.isArray(got) && got.length !== items.length) {
        differ([...path, 'length'], items.length, got.length, null);
      }
      items.forEach((item, index) => walk(item, fieldOf(got, String(index)), [...path, String(index)]));
    } else if (typeof want === 'object') {
      for (const [key, item] of Object.entries(want)) walk(item, fieldOf(got, key), [...path, key]);
    } else if (typeof want === 'number' || typeof want === 'boolean' || typeof want === 'string') {
      leaf(want, got, path, rule);
    }
  };

  walk(expected, found, []);
  const size = (difference: Difference): number => difference.relativeError ?? Infinity;
  return { off: off.sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a))), compared, skipped };
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const field: unknown = Reflect.get(value, key);
  return field;
}

function near(expected: number, got: number, { rel = 0, abs }: Tolerance): boolean {
  if (!Number.isFinite(got)) return false;
  const distance = Math.abs(got - expected);
  if (abs === undefined && Math.abs(expected) < nearZero.below) return distance <= nearZero.within;
  return distance <= Math.max(abs ?? 0, rel * Math.abs(expected));
}

/**
 * Does a rule's dotted path name this place, or one above it? `*` is one step or a part of one, `**` any number of steps.
 * A key may itself hold dots, so the path is read both by its keys and by its dots.
 */
export function names(rulePath: string, path: readonly string[]): boolean {
  const wanted = rulePath.split('.');
  return matches(wanted, path) || matches(wanted, path.join('.').split('.'));
}

function matches(wanted: readonly string[], steps: readonly string[]): boolean {
  const [first, ...rest] = wanted;
  if (first === undefined) return true; // everything below a named place belongs to it
  if (first === '**')
    return rest.length === 0 || steps.some((_step, index) => matches(rest, steps.slice(index)));
  const [step, ...below] = steps;
  return step !== undefined && matchesStep(first, step) && matches(rest, below);
}

const matchesStep = (pattern: string, step: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`).test(step);
