import { type Fault, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { type ParameterKind } from '../model/parameter.ts';

export type Outcome = { readonly strategy: string; readonly cost: number; readonly effect: number };

/** What the battery needs of a model, whatever its structure. */
export type ModelUnderTest = {
  readonly reference: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly kind: ParameterKind;
    readonly base: number;
    /** Where it may be taken: the ends of its distribution or range. */
    readonly low: number;
    readonly high: number;
  }[];
  /** Every strategy, some parameters at other values. */
  readonly evaluate: (instead: ReadonlyMap<string, number>) => Result<readonly Outcome[]>;
  /** The same where every strategy is given the settings of the reference; null where strategies are choices and have no settings. */
  readonly evaluateAlike: (() => Result<readonly Outcome[]>) | null;
  /** Shares of people, by strategy and time, each of which should add up to 1; null for a structure without time. */
  readonly shares: (() => Result<readonly (readonly number[])[]>) | null;
  /** The most QALYs that anybody can have: the horizon in years; null where effects are not QALYs or there is no horizon. */
  readonly mostQalys: number | null;
};

export type CheckRow = {
  readonly name: CheckName;
  readonly title: Text;
  readonly verdict: 'passed' | 'to-explain' | 'does-not-apply';
  /** Where it did not hold, with the numbers: what has to be explained. */
  readonly found: readonly string[];
};

const titles = {
  'base-case': {
    ko: '기본값에서 비용과 효과가 유한합니다',
    en: 'Costs and effects are finite in the base case',
  },
  repeatable: { ko: '두 번 계산하면 같은 값이 나옵니다', en: 'Computed twice, the answer is the same' },
  'equal-arms': {
    ko: '대안의 설정이 같으면 차이가 없습니다',
    en: 'Strategies with equal settings do not differ',
  },
  'costs-zero': {
    ko: '비용 모수가 모두 0이면 비용이 없습니다',
    en: 'With all costs at 0 nothing costs anything',
  },
  'costs-double': {
    ko: '비용 모수를 두 배로 하면 비용이 두 배가 됩니다',
    en: 'With all costs doubled the totals double',
  },
  'effects-zero': {
    ko: '효용이 모두 0이면 효과가 없습니다',
    en: 'With all utilities at 0 nothing is gained',
  },
  'utility-raises': { ko: '효용을 높이면 효과가 줄지 않습니다', en: 'Raising a utility lowers no effect' },
  'sums-to-one': { ko: '모든 시점에서 비율의 합이 1입니다', en: 'Shares add up to 1 at every time' },
  extremes: { ko: '모수의 양 끝에서도 계산됩니다', en: 'The model runs at both ends of every parameter' },
  'within-horizon': {
    ko: '효과가 분석 기간을 넘지 않습니다',
    en: 'Nobody gains more QALYs than the horizon has years',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type CheckName = keyof typeof titles;

const rounding = 1e-9;
const none: ReadonlyMap<string, number> = new Map();

/**
 * A battery that every model passes or explains.
 *
 * Does the model behave as any model must, whatever it is about? A check that does not hold is not yet an error (a cost typed into a formula
 * remains when all cost parameters are 0), but somebody has to say why.
 *
 * Takes    the model, as functions
 * Gives    one row a check: passed, to be explained with what was found, or not applicable
 * Fails    never: a fault of the model is what a check found
 * Cost     some 8 evaluations and two a parameter
 * Source   Büyükkaramikli et al. (2019), PharmacoEconomics 37, 1391-1408 (TECH-VER)
 * Checked  verification/verification.test.ts: each check fails on a model that was broken for it
 */
export function verifyModel(model: ModelUnderTest): readonly CheckRow[] {
  const base = outcomes(model.evaluate(none));
  const costs = model.parameters.filter(({ kind }) => kind === 'cost');
  const gains = model.parameters.filter(({ kind }) => kind === 'utility' || kind === 'qaly');
  const at = (of: typeof costs, change: (base: number) => number): Outcomes =>
    outcomes(model.evaluate(new Map(of.map(({ name, base: value }) => [name, change(value)]))));
  const perOutcome = (found: Outcomes, wrong: (each: Outcome, i: number) => boolean): readonly string[] =>
    found.trouble ??
    found.rows.filter(wrong).map(({ strategy, cost, effect }) => `${strategy}: ${cost}, ${effect}`);
  const original = (i: number): Outcome => base.rows[i] ?? { strategy: '', cost: NaN, effect: NaN };

  return [
    row(
      'base-case',
      perOutcome(base, ({ cost, effect }) => !Number.isFinite(cost) || !Number.isFinite(effect)),
    ),
    row(
      'repeatable',
      perOutcome(
        outcomes(model.evaluate(none)),
        ({ cost, effect }, i) => !Object.is(cost, original(i).cost) || !Object.is(effect, original(i).effect),
      ),
    ),
    row('equal-arms', alike(model)),
    row(
      'costs-zero',
      costs.length === 0
        ? null
        : perOutcome(
            at(costs, () => 0),
            ({ cost }, i) => !near(cost, 0, original(i).cost),
          ),
    ),
    row(
      'costs-double',
      costs.length === 0
        ? null
        : perOutcome(
            at(costs, (x) => 2 * x),
            ({ cost }, i) => !near(cost, 2 * original(i).cost, original(i).cost),
          ),
    ),
    row(
      'effects-zero',
      gains.length === 0
        ? null
        : perOutcome(
            at(gains, () => 0),
            ({ effect }, i) => !near(effect, 0, original(i).effect),
          ),
    ),
    row('utility-raises', gains.length === 0 ? null : raised(model, base)),
    row('sums-to-one', model.shares === null ? null : sums(model.shares())),
    row(
      'extremes',
      model.parameters.flatMap((parameter) => ends(model, parameter)),
    ),
    row(
      'within-horizon',
      model.mostQalys === null
        ? null
        : perOutcome(base, ({ effect }) => effect > (model.mostQalys ?? Infinity) * (1 + rounding)),
    ),
  ];
}

type Outcomes = { readonly rows: readonly Outcome[]; readonly trouble: readonly string[] | null };

const outcomes = (result: Result<readonly Outcome[]>): Outcomes =>
  result.ok ? { rows: result.value, trouble: null } : { rows: [], trouble: [shown(result.fault)] };

const shown = (fault: Fault): string => JSON.stringify(fault);

const row = (name: CheckName, found: readonly string[] | null): CheckRow => ({
  name,
  title: titles[name],
  verdict: found === null ? 'does-not-apply' : found.length === 0 ? 'passed' : 'to-explain',
  found: found ?? [],
});

const near = (got: number, want: number, scale: number): boolean =>
  Math.abs(got - want) <= rounding * Math.max(Math.abs(want), Math.abs(scale), 1e-300);

function alike({ evaluateAlike, reference }: ModelUnderTest): readonly string[] | null {
  if (evaluateAlike === null) return null;
  const { rows, trouble } = outcomes(evaluateAlike());
  if (trouble !== null) return trouble;
  const own = rows.find(({ strategy }) => strategy === reference);
  if (own === undefined) return [reference];
  return rows
    .filter(({ cost, effect }) => !near(cost, own.cost, own.cost) || !near(effect, own.effect, own.effect))
    .map(({ strategy, cost, effect }) => `${strategy}: ${cost - own.cost}, ${effect - own.effect}`);
}

/** Each utility a tenth of its way towards 1. */
function raised({ parameters, evaluate }: ModelUnderTest, base: Outcomes): readonly string[] {
  return parameters
    .filter(({ kind }) => kind === 'utility')
    .flatMap(({ name, base: value }) => {
      const { rows, trouble } = outcomes(evaluate(new Map([[name, value + (1 - value) / 10]])));
      if (trouble !== null) return trouble;
      return rows
        .filter(({ effect }, i) => effect < (base.rows[i]?.effect ?? NaN) - rounding * Math.abs(effect))
        .map(({ strategy, effect }, i) => `${name}, ${strategy}: ${base.rows[i]?.effect ?? NaN} > ${effect}`);
    });
}

function sums(shares: Result<readonly (readonly number[])[]>): readonly string[] {
  if (!shares.ok) return [shown(shares.fault)];
  return shares.value
    .map((each, i) => ({
      sum: each.reduce((total, share) => total + share, 0),
      lowest: Math.min(...each),
      i,
    }))
    .filter(({ sum, lowest }) => Math.abs(sum - 1) > rounding || lowest < -rounding)
    .map(({ sum, lowest, i }) => `${i}: ${sum}, ${lowest}`);
}

const ends = (
  { evaluate }: ModelUnderTest,
  { name, low, high }: ModelUnderTest['parameters'][number],
): readonly string[] =>
  [low, high].flatMap((value) => {
    const found = evaluate(new Map([[name, value]]));
    const finite = found.ok && found.value.every(({ cost, effect }) => Number.isFinite(cost + effect));
    return finite ? [] : [`${name} = ${value}: ${found.ok ? 'NaN' : shown(found.fault)}`];
  });
