import { cohortModel } from '@daero/economics/cohort/build';

/**
 * The Sick-Sicker model: a disease with two stages, a treatment that makes the first bearable (A), one that slows progression (B),
 * and both. Numbers: Alarid-Escudero et al. (2023), Medical Decision Making 43, 3-20; money in its units.
 */
const tutorial = {
  literature: {
    ko: 'Alarid-Escudero 등 (2023), Medical Decision Making 43, 3-20',
    en: 'Alarid-Escudero et al. (2023), Medical Decision Making 43, 3-20',
  },
  url: 'https://doi.org/10.1177/0272989X221103163',
  year: 2023,
};
const both = (ko: string, en: string): { ko: string; en: string } => ({ ko, en });

export default cohortModel({
  title: both('Sick-Sicker 모형', 'The Sick-Sicker model'),
  currency: 'KRW',
  priceYear: 2023,
  perspective: both('보건의료체계', 'Healthcare system'),
  conventions: {
    cycle: { length: 1, unit: 'years' },
    horizon: { length: 75, unit: 'years' },
    discount: { costs: 0.03, effects: 0.03, form: 'annual', from: 'time-zero' },
    withinCycle: { at: 'points', weights: 'alternating' },
  },
  startingAge: 25,

  parameters: {
    r_HD: {
      kind: 'rate',
      unit: 'per year',
      value: 0.002,
      distribution: { form: 'gamma', shape: 20, scale: 0.0001 },
      label: both('사망률, 건강', 'death, healthy'),
      source: tutorial,
    },
    r_HS1: {
      kind: 'rate',
      unit: 'per year',
      value: 0.15,
      distribution: { form: 'gamma', shape: 30, scale: 0.005 },
      label: both('발병률', 'becoming sick'),
      source: tutorial,
    },
    r_S1H: {
      kind: 'rate',
      unit: 'per year',
      value: 0.5,
      distribution: { form: 'gamma', shape: 60, scale: 1 / 120 },
      label: both('회복률', 'recovery'),
      source: tutorial,
    },
    r_S1S2: {
      kind: 'rate',
      unit: 'per year',
      value: 0.105,
      distribution: { form: 'gamma', shape: 84, scale: 0.00125 },
      label: both('진행률', 'progression'),
      source: tutorial,
    },
    hr_S1: {
      kind: 'hazard-ratio',
      value: 3,
      distribution: { form: 'lognormal', meanlog: 1.0986122886681098, sdlog: 0.01 },
      label: both('사망 위험비, 아픔', 'hazard ratio of death, sick'),
      source: tutorial,
    },
    hr_S2: {
      kind: 'hazard-ratio',
      value: 10,
      distribution: { form: 'lognormal', meanlog: 2.302585092994046, sdlog: 0.02 },
      label: both('사망 위험비, 더 아픔', 'hazard ratio of death, sicker'),
      source: tutorial,
    },
    hr_B: {
      kind: 'hazard-ratio',
      value: 0.6,
      distribution: { form: 'lognormal', meanlog: -0.5108256237659907, sdlog: 0.02 },
      label: both('진행 위험비, 치료 B', 'hazard ratio of progression, treatment B'),
      source: tutorial,
    },
    c_H: {
      kind: 'cost',
      unit: 'KRW per year',
      value: 2000,
      distribution: { form: 'gamma', shape: 100, scale: 20 },
      label: both('비용, 건강', 'cost, healthy'),
      source: tutorial,
    },
    c_S1: {
      kind: 'cost',
      unit: 'KRW per year',
      value: 4000,
      distribution: { form: 'gamma', shape: 177.8, scale: 22.5 },
      label: both('비용, 아픔', 'cost, sick'),
      source: tutorial,
    },
    c_S2: {
      kind: 'cost',
      unit: 'KRW per year',
      value: 15000,
      distribution: { form: 'gamma', shape: 225, scale: 66.7 },
      label: both('비용, 더 아픔', 'cost, sicker'),
      source: tutorial,
    },
    c_A: {
      kind: 'cost',
      unit: 'KRW per year',
      value: 12000,
      distribution: { form: 'gamma', shape: 73.5, scale: 163.3 },
      label: both('비용, 치료 A', 'cost, treatment A'),
      source: tutorial,
    },
    c_B: {
      kind: 'cost',
      unit: 'KRW per year',
      value: 13000,
      distribution: { form: 'gamma', shape: 86.2, scale: 150.8 },
      label: both('비용, 치료 B', 'cost, treatment B'),
      source: tutorial,
    },
    u_H: {
      kind: 'utility',
      value: 1,
      distribution: { form: 'beta', alpha: 200, beta: 3 },
      label: both('효용, 건강', 'utility, healthy'),
      source: tutorial,
    },
    u_S1: {
      kind: 'utility',
      value: 0.75,
      distribution: { form: 'beta', alpha: 130, beta: 45 },
      label: both('효용, 아픔', 'utility, sick'),
      source: tutorial,
    },
    u_S2: {
      kind: 'utility',
      value: 0.5,
      distribution: { form: 'beta', alpha: 230, beta: 230 },
      label: both('효용, 더 아픔', 'utility, sicker'),
      source: tutorial,
    },
    u_A: {
      kind: 'utility',
      value: 0.95,
      distribution: { form: 'beta', alpha: 300, beta: 15 },
      label: both('효용, 아픔과 치료 A', 'utility, sick with treatment A'),
      source: tutorial,
    },
    on_A: { kind: 'count', value: 0, label: both('치료 A를 받음', 'on treatment A'), source: tutorial },
    on_B: { kind: 'count', value: 0, label: both('치료 B를 받음', 'on treatment B'), source: tutorial },
    p_HD: {
      kind: 'probability',
      expression: '1 - exp(-r_HD*cycle)',
      label: both('주기당 사망, 건강', 'death in a cycle, healthy'),
    },
    p_S1D: {
      kind: 'probability',
      expression: '1 - exp(-r_HD*hr_S1*cycle)',
      label: both('주기당 사망, 아픔', 'death in a cycle, sick'),
    },
    p_S2D: {
      kind: 'probability',
      expression: '1 - exp(-r_HD*hr_S2*cycle)',
      label: both('주기당 사망, 더 아픔', 'death in a cycle, sicker'),
    },
    p_HS1: {
      kind: 'probability',
      expression: '1 - exp(-r_HS1*cycle)',
      label: both('주기당 발병', 'becoming sick in a cycle'),
    },
    p_S1H: {
      kind: 'probability',
      expression: '1 - exp(-r_S1H*cycle)',
      label: both('주기당 회복', 'recovery in a cycle'),
    },
    p_S1S2: {
      kind: 'probability',
      expression: '1 - exp(-r_S1S2*(if(on_B, hr_B, 1))*cycle)',
      label: both('주기당 진행', 'progression in a cycle'),
    },
  },

  states: {
    H: both('건강', 'Healthy'),
    S1: both('아픔', 'Sick'),
    S2: both('더 아픔', 'Sicker'),
    D: both('사망', 'Dead'),
  },
  initial: { H: 1 },
  transitions: {
    H: { S1: '(1 - p_HD)*p_HS1', D: 'p_HD', H: 'rest' },
    S1: { H: '(1 - p_S1D)*p_S1H', S2: '(1 - p_S1D)*p_S1S2', D: 'p_S1D', S1: 'rest' },
    S2: { D: 'p_S2D', S2: 'rest' },
    D: { D: 1 },
  },
  rewards: {
    cost: {
      ...{ label: both('비용', 'Cost'), counts: 'cost', per: 'year' },
      states: { H: 'c_H', S1: 'c_S1 + on_A*c_A + on_B*c_B', S2: 'c_S2 + on_A*c_A + on_B*c_B' },
    },
    qaly: {
      ...{ label: both('질보정수명', 'QALY'), counts: 'effect', per: 'year' },
      states: { H: 'u_H', S1: 'if(on_A, u_A, u_S1)', S2: 'u_S2' },
    },
    'life-years': {
      ...{
        label: both('수명(할인 없음)', 'Life years, undiscounted'),
        counts: 'aside',
        unit: 'years',
        per: 'year',
      },
      states: { H: 1, S1: 1, S2: 1 },
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
});
