import { fail, succeed, type Result } from '@daero/domain/result';
import { print } from '@daero/domain/expression/print';
import { comparisons, type Expression } from '@daero/domain/expression/tree';
import { unreachable } from '@daero/domain/unreachable';
import { type Path } from './place.ts';

/** Powers of what is measured; people, stays, alerts and other things counted have none. */
export type Dimension = {
  readonly money: number;
  readonly qaly: number;
  readonly day: number;
  readonly year: number;
};

export const noDimension: Dimension = { money: 0, qaly: 0, day: 0, year: 0 };
const bases: readonly (keyof Dimension)[] = ['money', 'qaly', 'day', 'year'];
const words: ReadonlyMap<string, Dimension> = new Map([
  ['qaly', { ...noDimension, qaly: 1 }],
  ['qalys', { ...noDimension, qaly: 1 }],
  ['day', { ...noDimension, day: 1 }],
  ['days', { ...noDimension, day: 1 }],
  ['year', { ...noDimension, year: 1 }],
  ['years', { ...noDimension, year: 1 }],
]);
const otherMeasures = new Set([
  'hour',
  'hours',
  'minute',
  'minutes',
  'week',
  'weeks',
  'month',
  'months',
  'usd',
  'eur',
  'gbp',
  'jpy',
  'krw',
]);

export const sameDimension = (a: Dimension, b: Dimension): boolean =>
  bases.every((base) => a[base] === b[base]);

const combine = (a: Dimension, b: Dimension, sign: 1 | -1): Dimension => ({
  money: a.money + sign * b.money,
  qaly: a.qaly + sign * b.qaly,
  day: a.day + sign * b.day,
  year: a.year + sign * b.year,
});

/** `KRW per day` as a dimension; null for a measure that models here do not use: state time in days or years. */
export function readUnit(unit: string, currency: string): Dimension | null {
  const [top = '', ...under] = unit.split(/\s+per\s+|^per\s+/);
  const read = (word: string): Dimension | null => {
    if (word.trim() === currency) return { ...noDimension, money: 1 };
    const name = word.trim().toLowerCase();
    return otherMeasures.has(name) ? null : (words.get(name) ?? noDimension);
  };
  let dimension = read(top);
  for (const word of under) {
    const one = read(word);
    if (dimension === null || one === null) return null;
    dimension = combine(dimension, one, -1);
  }
  return dimension;
}

/** `KRW per day`; 1 for a number without a unit. */
export function printDimension(dimension: Dimension, currency: string): string {
  const named = bases.map((base) => ({
    name: base === 'money' ? currency : base === 'qaly' ? 'QALY' : base,
    power: dimension[base],
  }));
  const power = ({ name, power: n }: { name: string; power: number }): string =>
    Math.abs(n) === 1 ? name : `${name}^${Math.abs(n)}`;
  const above = named.filter((base) => base.power > 0).map(power);
  const under = named.filter((base) => base.power < 0).map(power);
  if (above.length + under.length === 0) return '1';
  return [above.join(' '), ...under].join(' per ').trim();
}

export type UnitFault = {
  readonly kind: 'model-units-mixed';
  readonly path: Path;
  readonly source: string;
  readonly left: string;
  readonly right: string;
};

/** Units by name. */
export type Units = ReadonlyMap<string, Dimension>;

/** A bare number takes the unit that its place asks for. */
type Found = Dimension | 'any';

/**
 * The unit of an expression from the units of its names: sums and comparisons want like with like, exp, ln and exponents want none.
 * `'any'` where nothing but numbers stands in it.
 */
export function unitOf(
  expression: Expression,
  units: Units,
  {
    path,
    currency,
    tables,
  }: { readonly path: Path; readonly currency: string; readonly tables?: Units | undefined },
): Result<Found, UnitFault> {
  const mixed = (part: Expression, a: Dimension, b: Dimension): Result<Found, UnitFault> =>
    fail({
      kind: 'model-units-mixed',
      path,
      source: print(part),
      left: printDimension(a, currency),
      right: printDimension(b, currency),
    });

  const alike = (
    part: Expression,
    takes: readonly Expression[],
    start: Found = 'any',
  ): Result<Found, UnitFault> => {
    let common = start;
    for (const taken of takes) {
      const unit = of(taken);
      if (!unit.ok) return unit;
      if (unit.value === 'any') continue;
      if (common !== 'any' && !sameDimension(common, unit.value)) return mixed(part, common, unit.value);
      common = unit.value;
    }
    return succeed(common);
  };

  const plain = (part: Expression, takes: readonly Expression[]): Result<Found, UnitFault> => {
    const unit = alike(part, takes, noDimension);
    return unit.ok ? succeed(noDimension) : unit;
  };

  const binary = (part: Extract<Expression, { node: 'binary' }>): Result<Found, UnitFault> => {
    const { operator, left, right } = part;
    if (operator === '+' || operator === '-') return alike(part, [left, right]);
    if (operator === 'and' || operator === 'or') return plain(part, [left, right]);
    if (comparisons.includes(operator)) {
      const sides = alike(part, [left, right]);
      return sides.ok ? succeed(noDimension) : sides;
    }
    const [a, b] = [of(left), of(right)];
    if (!a.ok) return a;
    if (!b.ok) return b;
    const [top, under] = [
      a.value === 'any' ? noDimension : a.value,
      b.value === 'any' ? noDimension : b.value,
    ];
    if (operator === '*' || operator === '/') {
      return a.value === 'any' && b.value === 'any'
        ? succeed('any')
        : succeed(combine(top, under, operator === '*' ? 1 : -1));
    }
    if (!sameDimension(under, noDimension)) return mixed(part, under, noDimension);
    if (sameDimension(top, noDimension)) return succeed(a.value);
    if (right.node !== 'number') return mixed(part, top, noDimension); // only a stated power of a unit has a unit
    return succeed({
      money: top.money * right.value,
      qaly: top.qaly * right.value,
      day: top.day * right.value,
      year: top.year * right.value,
    });
  };

  const of = (part: Expression): Result<Found, UnitFault> => {
    switch (part.node) {
      case 'number':
        return succeed('any');
      case 'name':
        return succeed(units.get(part.name) ?? noDimension);
      case 'unary':
        return part.operator === 'not' ? plain(part, [part.operand]) : of(part.operand);
      case 'binary':
        return binary(part);
      case 'call':
        if (part.name === 'if') {
          const condition = plain(part, part.takes.slice(0, 1));
          return condition.ok ? alike(part, part.takes.slice(1)) : condition;
        }
        if (part.name === 'lookup') {
          const [table, key] = part.takes;
          const sought = key === undefined ? succeed('any' as const) : of(key);
          if (!sought.ok) return sought;
          return succeed((table?.node === 'name' ? tables?.get(table.name) : undefined) ?? noDimension);
        }
        if (part.name === 'exp' || part.name === 'ln' || part.name === 'sqrt') return plain(part, part.takes);
        return alike(part, part.takes);
      default:
        return unreachable(part);
    }
  };
  return of(expression);
}
