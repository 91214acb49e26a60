import { cohortModel } from '@daero/economics/cohort/build';

/**
 * Zidovudine alone or with lamivudine, for two years (Chancellor et al. 1997, as in Briggs, Claxton and Sculpher 2006, ex. 2.5). People
 * are counted at the end of each year; costs are discounted, life years are not. Money is in the units of the source.
 */
const chancellor = {
  literature: {
    ko: 'Chancellor 등 (1997), PharmacoEconomics 12, 54-66',
    en: 'Chancellor et al. (1997), PharmacoEconomics 12, 54-66',
  },
  year: 1997,
};
const both = (ko: string, en: string): { ko: string; en: string } => ({ ko, en });
type Given<Kind extends string> = {
  readonly kind: Kind;
  readonly value: number;
  readonly label: { ko: string; en: string };
  readonly source: typeof chancellor;
};
const counted = (value: number, ko: string, en: string): Given<'count'> => ({
  ...{ kind: 'count', value, label: both(ko, en), source: chancellor },
});
const yearly = (value: number, ko: string, en: string): Given<'cost'> & { readonly unit: string } => ({
  ...{ kind: 'cost', unit: 'KRW per year', value, label: both(ko, en), source: chancellor },
});

export default cohortModel({
  title: both('HIV 병용요법', 'Combination therapy for HIV'),
  currency: 'KRW',
  priceYear: 1995,
  perspective: both('의료 제공자', 'Provider of care'),
  conventions: {
    cycle: { length: 1, unit: 'years' },
    horizon: { length: 20, unit: 'years' },
    discount: { costs: 0.06, effects: 0, form: 'annual', from: 'time-zero' },
    withinCycle: { at: 'cycles', population: 'end', discountedAt: 'end' },
  },
  parameters: {
    n_AA: counted(1251, 'A에 머문 사람', 'stayed in A'),
    n_AB: counted(350, 'A에서 B로', 'from A to B'),
    n_AC: counted(116, 'A에서 C로', 'from A to C'),
    n_AD: counted(17, 'A에서 사망', 'died in A'),
    n_BB: counted(731, 'B에 머문 사람', 'stayed in B'),
    n_BC: counted(512, 'B에서 C로', 'from B to C'),
    n_BD: counted(15, 'B에서 사망', 'died in B'),
    n_CC: counted(1312, 'C에 머문 사람', 'stayed in C'),
    n_CD: counted(437, 'C에서 사망', 'died in C'),
    n_A: {
      kind: 'count',
      expression: 'n_AA + n_AB + n_AC + n_AD',
      label: both('A에 있던 사람', 'people in A'),
    },
    n_B: { kind: 'count', expression: 'n_BB + n_BC + n_BD', label: both('B에 있던 사람', 'people in B') },
    n_C: { kind: 'count', expression: 'n_CC + n_CD', label: both('C에 있던 사람', 'people in C') },
    rr: {
      ...{
        kind: 'relative-risk',
        value: 0.509,
        label: both('병용요법의 상대위험도', 'relative risk, combination'),
      },
      distribution: { form: 'lognormal', median: 0.509, interval: [0.365, 0.71] },
      source: chancellor,
    },
    combined: counted(0, '병용요법을 받음', 'on combination therapy'),
    treated: counted(2, '병용요법을 받는 주기', 'cycles on combination therapy'),
    m: {
      ...{ kind: 'ratio', expression: 'if(combined and t <= treated, rr, 1)' },
      label: both('진행에 곱하는 값', 'multiplier of progression'),
    },
    c_A: yearly(2756, '비용, 상태 A', 'cost, state A'),
    c_B: yearly(3052, '비용, 상태 B', 'cost, state B'),
    c_C: yearly(9007, '비용, 상태 C', 'cost, state C'),
    c_zidovudine: yearly(2278, '지도부딘', 'zidovudine'),
    c_lamivudine: yearly(2086.5, '라미부딘', 'lamivudine'),
    c_drugs: {
      ...{ kind: 'cost', unit: 'KRW per year', label: both('약값', 'cost of drugs') },
      expression: 'c_zidovudine + if(combined and t <= treated, c_lamivudine, 0*c_lamivudine)',
    },
  },
  states: {
    A: both('CD4 200-500', 'CD4 200 to 500'),
    B: both('CD4 200 미만', 'CD4 below 200'),
    C: both('에이즈', 'AIDS'),
    D: both('사망', 'Dead'),
  },
  initial: { A: 1 },
  transitions: {
    A: { B: 'm*n_AB/n_A', C: 'm*n_AC/n_A', D: 'm*n_AD/n_A', A: 'rest' },
    B: { C: 'm*n_BC/n_B', D: 'm*n_BD/n_B', B: 'rest' },
    C: { D: 'm*n_CD/n_C', C: 'rest' },
    D: { D: 1 },
  },
  rewards: {
    care: {
      label: both('진료비', 'Care'),
      counts: 'cost',
      per: 'year',
      states: { A: 'c_A', B: 'c_B', C: 'c_C' },
    },
    drugs: {
      label: both('약값', 'Drugs'),
      counts: 'cost',
      per: 'year',
      states: { A: 'c_drugs', B: 'c_drugs', C: 'c_drugs' },
    },
    // the source weighs all years alike: a life year counts as one
    'life-years': {
      label: both('수명', 'Life years'),
      counts: 'effect',
      per: 'year',
      states: { A: 1, B: 1, C: 1 },
    },
  },
  strategies: {
    mono: { label: both('단독요법', 'Monotherapy') },
    combination: { label: both('병용요법', 'Combination therapy'), set: { combined: 1 } },
  },
  reference: 'mono',
  analyses: {
    willingness: { from: 0, to: 30_000, step: 1_000, stated: 20_000 },
    probabilistic: { draws: 1_000, seed: 1997 },
    tornado: 'all',
  },
});
