/**
 * What both variants with a life table share: the numbers of the Sick-Sicker model, with payments and losses at passages. Numbers:
 * Alarid-Escudero et al. (2023), Medical Decision Making 43, 21-41; money in its units.
 */
const both = (ko: string, en: string): { ko: string; en: string } => ({ ko, en });
export const tutorial = {
  literature: both(
    'Alarid-Escudero 등 (2023), Medical Decision Making 43, 21-41',
    'Alarid-Escudero et al. (2023), Medical Decision Making 43, 21-41',
  ),
  url: 'https://doi.org/10.1177/0272989X221121747',
  year: 2023,
};
/** All-cause mortality of the United States in 2015 at the ages 25 to 99, a year, as the tutorial gives it. */
export const mortality = {
  label: both('연령별 사망률, 미국 2015년', 'death by age, United States 2015'),
  lookup: 'exact' as const,
  unit: 'per year',
  keys: Array.from({ length: 75 }, (_, index) => 25 + index),
  // prettier-ignore
  values: [
  0.001014, 0.000999, 0.00107, 0.001087, 0.001162, 0.001167, 0.001213, 0.001289, 0.001331, 0.001375,
  0.00142, 0.00149, 0.00155, 0.001616, 0.001657, 0.001747, 0.001902, 0.002052, 0.002173, 0.002395,
  0.002559, 0.002807, 0.003023, 0.003349, 0.003712, 0.004085, 0.00449, 0.004905, 0.005364, 0.005806,
  0.006253, 0.006775, 0.007395, 0.007895, 0.008418, 0.008974, 0.009666, 0.010456, 0.011384, 0.011838,
  0.012667, 0.013593, 0.0147, 0.015732, 0.01734, 0.018758, 0.020967, 0.022917, 0.024913, 0.026767,
  0.029707, 0.032412, 0.035982, 0.039238, 0.043595, 0.048727, 0.053735, 0.059911, 0.066618, 0.074051,
  0.08219, 0.090754, 0.103968, 0.115093, 0.124341, 0.137872, 0.154177, 0.172393, 0.1941, 0.212654,
  0.243752, 0.259087, 0.287781, 0.316429, 0.339149,
  ],
  source: tutorial,
};

const stated = <Kind extends string>(kind: Kind, value: number, [ko, en]: readonly [string, string]) => ({
  ...{ kind, value, label: both(ko, en), source: tutorial },
});
const perYear = <Kind extends 'rate' | 'cost'>(
  kind: Kind,
  value: number,
  words: readonly [string, string],
) => ({
  ...stated(kind, value, words),
  unit: kind === 'rate' ? 'per year' : 'KRW per year',
});
const perCycle = (expression: string, [ko, en]: readonly [string, string]) =>
  ({ kind: 'probability', label: both(ko, en), expression }) as const;
const gamma = (shape: number, scale: number) => ({ form: 'gamma', shape, scale }) as const;
const beta = (alpha: number, other: number) => ({ form: 'beta', alpha, beta: other }) as const;
export const lognormal = (median: number, sdlog: number) =>
  ({ form: 'lognormal', meanlog: Math.log(median), sdlog }) as const;

/** Everything but how fast people progress, which each variant states for itself. */
export const numbers = {
  r_HS1: { ...perYear('rate', 0.15, ['발병률', 'becoming sick']), distribution: gamma(30, 0.005) },
  r_S1H: { ...perYear('rate', 0.5, ['회복률', 'recovery']), distribution: gamma(60, 1 / 120) },
  hr_S1: {
    ...stated('hazard-ratio', 3, ['사망 위험비, 아픔', 'hazard ratio of death, sick']),
    distribution: lognormal(3, 0.01),
  },
  hr_S2: {
    ...stated('hazard-ratio', 10, ['사망 위험비, 더 아픔', 'hazard ratio of death, sicker']),
    distribution: lognormal(10, 0.02),
  },
  hr_B: {
    ...stated('hazard-ratio', 0.6, ['진행 위험비, 치료 B', 'hazard ratio of progression, treatment B']),
    distribution: lognormal(0.6, 0.02),
  },
  c_H: { ...perYear('cost', 2000, ['비용, 건강', 'cost, healthy']), distribution: gamma(100, 20) },
  c_S1: { ...perYear('cost', 4000, ['비용, 아픔', 'cost, sick']), distribution: gamma(177.8, 22.5) },
  c_S2: { ...perYear('cost', 15000, ['비용, 더 아픔', 'cost, sicker']), distribution: gamma(225, 66.7) },
  c_A: { ...perYear('cost', 12000, ['비용, 치료 A', 'cost, treatment A']), distribution: gamma(73.5, 163.3) },
  c_B: { ...perYear('cost', 13000, ['비용, 치료 B', 'cost, treatment B']), distribution: gamma(86.2, 150.8) },
  ic_HS1: {
    ...stated('cost', 1000, ['발병할 때의 비용', 'cost of becoming sick']),
    distribution: gamma(25, 40),
  },
  ic_D: { ...stated('cost', 2000, ['사망할 때의 비용', 'cost of dying']), distribution: gamma(100, 20) },
  u_H: { ...stated('utility', 1, ['효용, 건강', 'utility, healthy']), distribution: beta(200, 3) },
  u_S1: { ...stated('utility', 0.75, ['효용, 아픔', 'utility, sick']), distribution: beta(130, 45) },
  u_S2: { ...stated('utility', 0.5, ['효용, 더 아픔', 'utility, sicker']), distribution: beta(230, 230) },
  u_A: {
    ...stated('utility', 0.95, ['효용, 아픔과 치료 A', 'utility, sick with treatment A']),
    distribution: beta(300, 15),
  },
  du_HS1: {
    ...stated('qaly', 0.01, ['발병할 때의 손실', 'loss when becoming sick']),
    distribution: beta(11, 1088),
  },
  on_A: stated('count', 0, ['치료 A를 받음', 'on treatment A']),
  on_B: stated('count', 0, ['치료 B를 받음', 'on treatment B']),
  r_HD: {
    ...{ unit: 'per year', label: both('사망률, 건강', 'death, healthy') },
    kind: 'rate',
    expression: 'lookup(mortality, age)',
  },
  p_HD: perCycle('1 - exp(-r_HD*cycle)', ['주기당 사망, 건강', 'death in a cycle, healthy']),
  p_S1D: perCycle('1 - exp(-r_HD*hr_S1*cycle)', ['주기당 사망, 아픔', 'death in a cycle, sick']),
  p_S2D: perCycle('1 - exp(-r_HD*hr_S2*cycle)', ['주기당 사망, 더 아픔', 'death in a cycle, sicker']),
  p_HS1: perCycle('1 - exp(-r_HS1*cycle)', ['주기당 발병', 'becoming sick in a cycle']),
  p_S1H: perCycle('1 - exp(-r_S1H*cycle)', ['주기당 회복', 'recovery in a cycle']),
} as const;

/** What the variants say alike: conventions, passages, values, strategies. */
export const frame = {
  ...({
    currency: 'KRW',
    priceYear: 2023,
    perspective: both('보건의료체계', 'Healthcare system'),
    startingAge: 25,
  } as const),
  conventions: {
    cycle: { length: 1, unit: 'years' },
    horizon: { length: 75, unit: 'years' },
    discount: { costs: 0.03, effects: 0.03, form: 'annual', from: 'time-zero' },
    withinCycle: { at: 'points', weights: 'alternating' },
  },
  tables: { mortality },
  initial: { H: 1 },
  transitions: {
    H: { S1: '(1 - p_HD)*p_HS1', D: 'p_HD', H: 'rest' },
    S1: { H: '(1 - p_S1D)*p_S1H', S2: '(1 - p_S1D)*p_S1S2', D: 'p_S1D', S1: 'rest' },
    S2: { D: 'p_S2D', S2: 'rest' },
    D: { D: 1 },
  },
  rewards: {
    cost: {
      ...({ label: both('비용', 'Cost'), counts: 'cost', per: 'year' } as const),
      states: { H: 'c_H', S1: 'c_S1 + on_A*c_A + on_B*c_B', S2: 'c_S2 + on_A*c_A + on_B*c_B' },
      transitions: { H: { S1: 'ic_HS1', D: 'ic_D' }, S1: { D: 'ic_D' }, S2: { D: 'ic_D' } },
    },
    qaly: {
      ...({ label: both('질보정수명', 'QALY'), counts: 'effect', per: 'year' } as const),
      states: { H: 'u_H', S1: 'if(on_A, u_A, u_S1)', S2: 'u_S2' },
      transitions: { H: { S1: '-du_HS1' } },
    },
  },
  strategies: {
    'standard-care': { label: both('표준 진료', 'Standard of care') },
    a: { label: both('치료 A', 'Strategy A'), set: { on_A: 1 } },
    b: { label: both('치료 B', 'Strategy B'), set: { on_B: 1 } },
    ab: { label: both('치료 A와 B', 'Strategy AB'), set: { on_A: 1, on_B: 1 } },
  },
  reference: 'standard-care',
  analyses: {
    willingness: { from: 0, to: 200_000, step: 5_000, stated: 100_000 },
    probabilistic: { draws: 10_000, seed: 71_818 },
    tornado: 'all',
  },
} as const;
