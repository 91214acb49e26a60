import type {
  BudgetImpactShape,
  CashFlowShape,
  CohortTraceShape,
  ModelStructureShape,
  ResearchValueShape,
  TwoWayShape,
  ValueOfInformationShape,
} from '@daero/domain/shape';

/** Invented shapes of an economic model, for tests and for looking at pictures. No number here is a result. */

const years = Array.from({ length: 21 }, (_, index) => index);
const traceOf = (progress: number): readonly (readonly number[])[] => {
  let [well, early, late, dead] = [1, 0, 0, 0];
  const points = years.map(() => {
    const now = [well, early, late, dead];
    const [sick, worse, dying] = [well * progress, early * 0.12, late * 0.22];
    const other = [well * 0.02, early * 0.03] as const;
    dead += dying + other[0] + other[1];
    [well, early, late] = [well - sick - other[0], early + sick - worse - other[1], late + worse - dying];
    return now;
  });
  return [0, 1, 2, 3].map((state) => points.map((shares) => shares[state] ?? 0));
};

export const cohortTrace: CohortTraceShape = {
  shape: 'cohort-trace',
  label: { ko: '판독 뒤의 코호트', en: 'Cohort after reading' },
  states: [
    { ko: '결절 없음', en: 'No nodule' },
    { ko: '초기 폐암', en: 'Early cancer' },
    { ko: '진행 폐암', en: 'Late cancer' },
    { ko: '사망', en: 'Dead' },
  ],
  years,
  strategies: [
    { name: { ko: '판독의 단독', en: 'Reader alone' }, occupancy: traceOf(0.07) },
    { name: { ko: '기기와 함께', en: 'With the aid' }, occupancy: traceOf(0.05) },
  ],
};

const willingness = Array.from({ length: 26 }, (_, index) => 10_000_000 + index * 2_000_000);

export const valueOfInformation: ValueOfInformationShape = {
  shape: 'value-of-information',
  label: { ko: '정보의 가치', en: 'Value of information' },
  currency: 'KRW',
  priceYear: 2026,
  effectUnit: 'QALY',
  draws: 10_000,
  willingness,
  evpi: willingness.map((price) => 64_000 / (1 + Math.abs(price - 36_000_000) / 9_000_000)),
  stated: 30_000_000,
  perfect: { value: 38_400, standardError: 700 },
  parameters: [
    {
      parameter: { ko: '경보에 따른 사망 감소 비율', en: 'Share of flagged deaths averted' },
      state: 'assumption',
      value: 24_100,
      standardError: 620,
    },
    {
      parameter: { ko: '민감도', en: 'Sensitivity' },
      state: 'estimate',
      value: 3_900,
      standardError: 410,
    },
    {
      parameter: { ko: '중환자실 하루 비용', en: 'A day in intensive care' },
      state: 'literature',
      value: 310,
      standardError: 240,
    },
  ],
  decisionsPerYear: 42_000,
};

const fees = [0.8, 1.9, 3.4, 4.2, 4.6].map((amount) => amount * 1e8);
const scaled = (by: number): readonly number[] => fees.map((amount) => amount * by);

export const budgetImpact: BudgetImpactShape = {
  shape: 'budget-impact',
  label: { ko: '판독 보조의 예산 영향', en: 'Budget impact of the reading aid' },
  payer: { ko: '국민건강보험공단', en: 'National Health Insurance Service' },
  currency: 'KRW',
  priceYear: 2026,
  years: [2027, 2028, 2029, 2030, 2031],
  scenarios: 3,
  panels: (['payer', 'patient', 'non-covered'] as const).map((bearer, index) => {
    const share = [1, 0.4, 0.15][index] ?? 0;
    const [own, offsets, displaced] = [scaled(share), scaled(-0.35 * share), scaled(-0.1 * share)];
    return {
      bearer,
      fees: own,
      offsets,
      displaced,
      net: own.map((fee, at) => {
        const value = fee + (offsets[at] ?? 0) + (displaced[at] ?? 0);
        return { value, low: value * 0.7, high: value * 1.4 };
      }),
      without: scaled(3 * share),
      with: scaled(3.9 * share),
    };
  }),
};

const net = Array.from({ length: 36 }, (_, month) =>
  month === 0
    ? -68_000_000
    : Math.min(1, month / 9) * 6_200_000 - 1_500_000 - (month % 12 === 0 ? 24_000_000 : 0),
);
let soFar = 0;
const cumulative = net.map((amount) => (soFar += amount));

export const cashFlow: CashFlowShape = {
  shape: 'cash-flow',
  label: { ko: '판독 보조의 병원 손익', en: 'Reading aid, the hospital’s case' },
  hospital: { ko: '나래대병원(가상)', en: 'Narae hospital (fictitious)' },
  currency: 'KRW',
  priceYear: 2026,
  monthsEach: 1,
  net,
  cumulative,
  paybackMonth: cumulative.findLastIndex((amount) => amount < 0) + 2,
  netPresentValue: 6_400_000,
};

export const statesStructure: ModelStructureShape = {
  shape: 'model-structure',
  label: { ko: '판독 뒤의 경과', en: 'Course after reading' },
  drawing: {
    form: 'states',
    moves: 'by-cycle',
    states: cohortTrace.states.map((label, index) => ({ label, tunnels: index === 2 ? 5 : 1 })),
    passages: [
      { from: 0, to: 0, amount: 'rest' },
      { from: 0, to: 1, amount: 'p_nodule' },
      { from: 0, to: 3, amount: 'mortality(age)' },
      { from: 1, to: 0, amount: 'p_found * p_cured' },
      { from: 1, to: 1, amount: 'rest' },
      { from: 1, to: 2, amount: '1 - (1 - p_progress) ^ hr_aid' },
      { from: 1, to: 3, amount: 'mortality(age)' },
      { from: 2, to: 2, amount: 'rest' },
      { from: 2, to: 3, amount: 'p_death_late' },
      { from: 3, to: 3, amount: '1' },
    ],
  },
};

type Node = Extract<ModelStructureShape['drawing'], { form: 'tree' }>['nodes'][number];
const node = (
  kind: Node['kind'],
  from: number,
  ko: string,
  en: string,
  probability: string | null,
  payoffs: readonly string[] = [],
): Node => ({ kind, name: en, branch: { from, label: { ko, en }, probability }, payoffs });

export const treeStructure: ModelStructureShape = {
  shape: 'model-structure',
  label: { ko: '검사 뒤 치료', en: 'Treat after a test' },
  drawing: {
    form: 'tree',
    nodes: [
      { kind: 'decision', name: 'strategy', branch: null, payoffs: [] },
      node('chance', 0, '통상 관찰', 'Usual observation', null, ['cost: c_stay']),
      node('leaf', 1, '사망', 'dies', 'p_death'),
      node('leaf', 1, '생존', 'lives', 'complement', ['qaly: q_survivor']),
      node('chance', 0, '경보에 따른 대응', 'Response to alerts', null, ['cost: c_stay + c_alerting']),
      node('chance', 4, '사망할 환자', 'would die', 'p_death'),
      node('leaf', 5, '경보가 울림', 'alert', 'sensitivity'),
      node('leaf', 5, '울리지 않음', 'no alert', 'complement'),
      node('leaf', 4, '생존할 환자', 'would live', 'complement', ['qaly: q_survivor']),
    ],
  },
};

const prices = Array.from({ length: 11 }, (_, at) => 2000 + at * 1800);
const gains = Array.from({ length: 11 }, (_, at) => 0.02 + at * 0.012);
export const twoWay: TwoWayShape = {
  shape: 'two-way',
  label: { ko: '값과 더해지는 민감도', en: 'Price and gain in sensitivity' },
  currency: 'KRW',
  priceYear: 2026,
  effectUnit: 'QALY',
  willingness: 30_000_000,
  axes: [
    {
      parameter: { ko: '판독 한 건당 기기 값', en: 'Price of the aid' },
      unit: 'KRW',
      values: prices,
      base: 8000,
    },
    {
      parameter: { ko: '기기가 더하는 민감도', en: 'Sensitivity that the aid adds' },
      unit: '',
      values: gains,
      base: 0.08,
    },
  ],
  strategies: [
    { ko: '판독의 단독', en: 'Reader alone' },
    { ko: '기기와 함께', en: 'With the aid' },
  ],
  reference: 0,
  worth: prices.map((price) => gains.map((gain) => [0, 140_000 * gain - price])),
};

const sizes = [100, 200, 400, 800, 1600, 3200];
const studyOf = (ko: string, en: string, most: number, half: number, each: number) => {
  const values = sizes.map((n) => {
    const evsi = (most / 42_000) * (n / (n + half));
    const cost = 150_000_000 + each * n;
    return { n, evsi, cost, netBenefit: evsi * 180_000 - cost };
  });
  const highest = Math.max(...values.map(({ netBenefit }) => netBenefit));
  const best = highest > 0 ? values.findIndex(({ netBenefit }) => netBenefit === highest) : null;
  return { label: { ko, en }, parameter: { ko, en }, sizes: values, best, most: (most / 42_000) * 180_000 };
};
export const researchValue: ResearchValueShape = {
  shape: 'research-value',
  label: { ko: '연구의 가치', en: 'Value of research' },
  currency: 'KRW',
  priceYear: 2026,
  effectUnit: 'QALY',
  willingness: 30_000_000,
  population: 180_000,
  studies: [
    studyOf('판독자 연구', 'Reader study', 320_000_000, 300, 90_000),
    studyOf('추적 연구', 'Follow-up study', 60_000_000, 500, 210_000),
  ],
};
