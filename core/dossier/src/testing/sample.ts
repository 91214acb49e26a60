import { contentHash } from '@daero/domain/canonical';
import type { Estimate, EstimateUnit } from '@daero/domain/estimate';
import type { Language, Text } from '@daero/domain/text';
import { instant } from '@daero/domain/time';
import type { Shape } from '@daero/domain/shape';
import type { Figure } from '@daero/figures/figure';
import { figureOf } from '@daero/figures/figure-of';
import {
  acceptability,
  calibration,
  completeness,
  flow,
  forest,
  plane,
  roc,
  survival,
  tornado,
} from '@daero/figures/testing/shapes';
import {
  blandAltman,
  decisionCurve,
  froc,
  readers,
  rocPair,
  sroc,
} from '@daero/figures/testing/validation-shapes';
import type { DrawnFigure, Dossier, LiveNumber, NumberState, Parameter } from '../dossier.ts';

/** An invented dossier of realistic size, for tests and for looking at pages. No number here is a result. */
export function sampleDossier(draw: (figure: Figure) => string): Dossier {
  const drawn = (id: string, shape: Shape): DrawnFigure => {
    const one = (language: Language): { readonly figure: Figure; readonly svg: string } => {
      const figure = figureOf(shape, language);
      return { figure, svg: draw(figure) };
    };
    return { id, node: node(`figure:${id}`), drawn: { ko: one('ko'), en: one('en') } };
  };
  return {
    id: 'D-01',
    version: '3',
    node: node('document:D-01'),
    title: text(
      '중환자실 조기경보 NEWS2의 다기관 근거',
      'Multi-centre evidence on NEWS2 early warning in intensive care',
    ),
    summary: text(
      '공개된 중환자실 입실 자료로 기준 장치 NEWS2의 진단 정확도와 비용효과를 평가했습니다.',
      'Diagnostic accuracy and cost-effectiveness of the reference device NEWS2 on public data of intensive-care stays.',
    ),
    labels: ['demonstration', 'reference-device'],
    product: {
      name: text('악화 경보 NEWS2', 'NEWS2 deterioration warning'),
      maker: text('영국 왕립내과의사회 (공개 규칙)', 'Royal College of Physicians (published rule)'),
      version: '2017',
      standing: 'reference',
      indication: text(
        '성인 중환자의 병원 내 사망 위험',
        'Risk of in-hospital death in adult intensive care',
      ),
    },
    authors: [{ name: '홍길동', role: text('통계 책임자', 'lead statistician') }],
    lock: {
      state: 'locked',
      hash: node('plan'),
      lockedAt: instant('2026-09-01T05:20:00Z'),
      by: '홍길동',
      outcomes: 'not opened',
      deviations: [
        {
          path: 'analyses.accuracy-5.settings.level',
          from: 0.9,
          to: 0.95,
          account: { reason: '심평원 서식에 맞춤', by: '홍길동', at: instant('2026-09-12T01:05:00Z') },
        },
        { path: 'population.exclude', from: null, to: 'outcome missing', account: null },
      ],
    },
    outcomesOpenedAt: instant('2026-09-05T00:00:00Z'),
    numbers,
    claims,
    requirements: [
      {
        id: 'R-01',
        node: node('requirement:R-01'),
        text: text('여러 병원에서 얻은 진단 정확도', 'Diagnostic accuracy from several hospitals'),
        source: '신의료기술평가 신청 서식 4항',
        servedBy: ['C-01', 'C-02'],
        verdict: 'met',
        why: null,
      },
      {
        id: 'R-02',
        node: node('requirement:R-02'),
        text: text('비용효과성', 'Cost-effectiveness'),
        source: '요양급여 결정신청 경제성평가 지침',
        servedBy: ['C-03'],
        verdict: 'weak',
        why: text('모수 2개가 가정입니다.', 'Two parameters are assumptions.'),
      },
      {
        id: 'R-03',
        node: node('requirement:R-03'),
        text: text('실사용에서의 비교 효과', 'Comparative effectiveness in routine use'),
        source: 'HIRA conditions of temporary listing',
        servedBy: [],
        verdict: 'gap',
        why: text('비교군이 없습니다.', 'There is no comparison group.'),
      },
    ],
    sources: [
      source('icu', text('중환자실 관찰 기록', 'Intensive-care observations'), 1_757_980, 'open'),
      source('local', text('병원 4 입원 기록 <비공개>', 'Hospital 4 admissions <closed>'), 788, {
        smallestCell: 10,
      }),
    ],
    quality: [
      quality(
        '값이 생리적 범위 안에 있음',
        'Values lie in the physiological range',
        'plausibility',
        412,
        'waived',
      ),
      quality('결과가 모두 있음', 'Outcomes are all present', 'completeness', 0, 'passed'),
      quality(
        '시각이 입실 안에 있음',
        'Times lie within the stay',
        'conformance',
        31,
        'passed-with-failures',
      ),
    ],
    dataFigures: [drawn('flow', flow), drawn('completeness', completeness)],
    results: [
      {
        id: 'accuracy',
        node: node('analysis:accuracy'),
        title: text('진단 정확도', 'Diagnostic accuracy'),
        lead: text('점수는 첫 24시간의 최고값입니다.', 'The score is the highest of the first day.'),
        numbers: ['auc', 'auc-site-1', 'auc-site-4', 'sens-5', 'spec-5'],
        figures: [drawn('roc', roc), drawn('forest', forest), drawn('calibration', calibration)],
      },
      {
        id: 'survival',
        node: node('analysis:survival'),
        title: text('병원 내 사망까지의 시간', 'Time to in-hospital death'),
        lead: null,
        numbers: [],
        figures: [drawn('survival', survival)],
      },
      {
        id: 'readers',
        node: node('analysis:readers'),
        title: text('판독자 연구', 'Reader study'),
        lead: null,
        numbers: ['auc'],
        figures: [
          drawn('readers', readers),
          drawn('froc', froc),
          drawn('roc-pair', rocPair),
          drawn('decision', decisionCurve),
          drawn('agreement', blandAltman),
          drawn('studies', sroc),
          drawn('flow-readers', flow),
        ],
      },
    ],
    economics: {
      title: text('결정나무: 경보 대 통상 관찰', 'Decision tree: alerting against usual observation'),
      node: node('model:tree'),
      perspective: text('보험자', 'payer'),
      priceYear: 2026,
      parameters,
      numbers: ['delta-cost', 'delta-qaly', 'icer'],
      figures: [drawn('plane', plane), drawn('ceac', acceptability), drawn('tornado', tornado)],
    },
    methods: [
      {
        name: 'auc-delong',
        title: text('DeLong 분산의 AUC', 'AUC with DeLong variance'),
        source: 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845',
        file: 'statistics/src/discrimination/auc-delong.ts',
        codeVersion: node('code:auc-delong'),
      },
      {
        name: 'proportion-wilson',
        title: text('Wilson 점수 구간의 비율', 'Proportion with Wilson score interval'),
        source: 'Wilson (1927), JASA 22, 209-212',
        file: 'statistics/src/accuracy/proportion-wilson.ts',
        codeVersion: node('code:proportion-wilson'),
      },
    ],
    provenance: {
      nodes: [
        chain(
          'source:icu',
          text('자료원', 'source'),
          text('중환자실 관찰 기록', 'Intensive-care observations'),
          [],
        ),
        chain(
          'snapshot:icu',
          text('스냅샷', 'snapshot'),
          text('중환자실 관찰 기록', 'Intensive-care observations'),
          ['source:icu'],
        ),
        chain(
          'estimate:sens-5',
          text('추정', 'estimate'),
          text('민감도 (5점 이상)', 'Sensitivity (score 5 or more)'),
          ['snapshot:icu'],
        ),
        chain('claim:C-01', text('주장', 'claim'), text('정확도 주장', 'Accuracy claim'), [
          'estimate:sens-5',
        ]),
      ],
    },
  };
}

const text = (ko: string, en: string): Text => ({ ko, en });
const node = (id: string): string => contentHash({ sample: id });

const estimate = (
  unit: EstimateUnit,
  [value, low, high]: readonly [number, number | null, number | null],
  rest: Partial<Estimate> = {},
): Estimate => ({
  value,
  low,
  high,
  standardError: null,
  level: 0.95,
  unit,
  n: 4000,
  parts: {},
  method: text('Wilson 점수 구간', 'Wilson score interval'),
  source: 'Wilson (1927), JASA 22, 209-212',
  warnings: [],
  ...rest,
});

const shown = (id: string, label: Text, given: Estimate, state: NumberState = 'estimate'): LiveNumber => ({
  id,
  node: node(`estimate:${id}`),
  label,
  state,
  content: {
    kind: 'shown',
    estimate: given,
    interval: given.seed === undefined ? 'confidence' : 'uncertainty',
    priceYear: given.unit === 'KRW' || given.unit === 'KRW per QALY' ? 2026 : null,
  },
});

const delong = {
  method: text('DeLong 분산', 'DeLong variance'),
  source: 'DeLong and others (1988), Biometrics 44, 837-845',
};
const draws = {
  method: text('확률 민감도분석', 'Probabilistic sensitivity analysis'),
  source: 'Briggs, Claxton and Sculpher (2006)',
  seed: 20261122,
  parts: { draws: 5000 },
};

const numbers: readonly LiveNumber[] = [
  shown(
    'auc',
    text('AUC', 'AUC'),
    estimate('auc', [0.6923, 0.6681, 0.7165], { ...delong, parts: { diseased: 554, healthy: 3446 } }),
  ),
  shown(
    'auc-site-1',
    text('AUC, 병원 1 (가상)', 'AUC, hospital 1 (fictitious)'),
    estimate('auc', [0.701, 0.653, 0.749], { ...delong, n: 1203, parts: { diseased: 161, healthy: 1042 } }),
  ),
  {
    id: 'auc-site-4',
    node: node('estimate:auc-site-4'),
    label: text('AUC, 병원 4 (가상)', 'AUC, hospital 4 (fictitious)'),
    state: 'estimate',
    content: { kind: 'withheld', smallestCell: 10 },
  },
  shown(
    'sens-5',
    text('민감도 (5점 이상)', 'Sensitivity (score 5 or more)'),
    estimate('probability', [0.8123, 0.7776, 0.8427], {
      n: 554,
      parts: { events: 450, trials: 554 },
      warnings: [{ kind: 'missing-excluded', facts: { rows: 62 } }],
    }),
  ),
  shown(
    'spec-5',
    text('특이도 (5점 이상)', 'Specificity (score 5 or more)'),
    estimate('probability', [0.4321, 0.4156, 0.4487], { n: 3446, parts: { events: 1489, trials: 3446 } }),
  ),
  shown(
    'delta-cost',
    text('증분 비용', 'Incremental cost'),
    estimate('KRW', [1_180_000, -40_000, 2_310_000], draws),
    'forecast',
  ),
  shown(
    'delta-qaly',
    text('증분 효과', 'Incremental effect'),
    estimate('QALY', [0.0312, 0.0121, 0.0554], draws),
    'forecast',
  ),
  shown(
    'icer',
    text('점증적 비용효과비', 'Incremental cost-effectiveness ratio'),
    estimate('KRW per QALY', [37_820_512, null, null], draws),
    'forecast',
  ),
];

const words = (said: string): { readonly part: 'words'; readonly words: string } => ({
  part: 'words',
  words: said,
});
const number = (
  id: string,
  said: string | null,
): { readonly part: 'number'; readonly estimate: string; readonly shown: string | null } => ({
  part: 'number',
  estimate: id,
  shown: said,
});

const claims: Dossier['claims'] = [
  {
    id: 'C-01',
    node: node('claim:C-01'),
    serves: ['R-01'],
    sentence: {
      ko: [
        words('점수 '),
        { part: 'setting', shown: '5' },
        words('점 이상을 양성으로 볼 때 민감도는 '),
        number('sens-5', '0.812 (95% 신뢰구간 0.778–0.843)'),
        words(', 특이도는 '),
        number('spec-5', '0.432 (95% 신뢰구간 0.416–0.449)'),
        words('였습니다.'),
      ],
      en: [
        words('With scores of '),
        { part: 'setting', shown: '5' },
        words(' or more as positive, sensitivity was '),
        number('sens-5', '0.812 (95% CI 0.778–0.843)'),
        words(' and specificity '),
        number('spec-5', '0.432 (95% CI 0.416–0.449)'),
        words('.'),
      ],
    },
  },
  {
    id: 'C-02',
    node: node('claim:C-02'),
    serves: ['R-01'],
    sentence: {
      ko: [
        words('AUC는 '),
        number('auc', '0.692 (95% 신뢰구간 0.668–0.717)'),
        words('였고, 병원 4에서는 '),
        number('auc-site-4', null),
        words('입니다.'),
      ],
      en: [
        words('The AUC was '),
        number('auc', '0.692 (95% CI 0.668–0.717)'),
        words('; at hospital four it was '),
        number('auc-site-4', null),
        words('.'),
      ],
    },
  },
  {
    id: 'C-03',
    node: node('claim:C-03'),
    serves: ['R-02'],
    sentence: {
      ko: [
        words('경보의 증분 비용은 '),
        number('delta-cost', '118만 원 (95% 불확실성 구간 −4, 231)'),
        words('으로 추정됩니다.'),
      ],
      en: [
        words('The incremental cost of alerting is estimated at '),
        number('delta-cost', 'KRW 1.18m (95% UI −0.04, 2.31)'),
        words('.'),
      ],
    },
  },
];

const source = (
  id: string,
  title: Text,
  rows: number,
  disclosure: Dossier['sources'][number]['disclosure'],
): Dossier['sources'][number] => ({
  id,
  node: node(`snapshot:${id}`),
  title,
  file: `physionet2012_${id}.csv.gz`,
  origin: 'file',
  sha256: node(`bytes:${id}`),
  bytes: rows * 23,
  rows,
  snapshot: node(`rows:${id}`),
  disclosure,
  licence: text('개방 이용 (ODC-BY)', 'Open (ODC-BY)'),
});

const quality = (
  ko: string,
  en: string,
  dimension: Dossier['quality'][number]['dimension'],
  failing: number,
  outcome: Dossier['quality'][number]['outcome'],
): Dossier['quality'][number] => ({
  source: 'icu',
  node: node(`quality:${en}`),
  dimension,
  check: text(ko, en),
  failing,
  of: 1_757_980,
  outcome,
  note:
    outcome === 'waived'
      ? text('기기 오류로 알려진 값: 분석에서 빠집니다.', 'Known device errors: left out of the analysis.')
      : null,
});

const parameters: readonly Parameter[] = [
  {
    id: 'p_sens',
    node: node('parameter:p_sens'),
    label: text('민감도', 'Sensitivity'),
    state: 'bound',
    quantity: { value: 0.8123, low: 0.7776, high: 0.8427, unit: 'probability', level: 0.95 },
    distribution: 'beta(450, 104)',
    source: text('이 서류의 추정', 'estimate of this dossier'),
    from: 'sens-5',
  },
  {
    id: 'c_alert',
    node: node('parameter:c_alert'),
    label: text('경보 한 건당 업무 비용', 'Cost of work per alert'),
    state: 'assumption',
    quantity: { value: 24_000, low: 12_000, high: 58_000, unit: 'KRW', level: 0.95 },
    distribution: 'gamma(4, 6000)',
    source: text('홍길동의 가정: 10분의 간호 업무', 'assumed by 홍길동: ten minutes of nursing'),
    from: null,
  },
  {
    id: 'c_icu_day',
    node: node('parameter:c_icu_day'),
    label: text('중환자실 하루 비용', 'Cost of a day in intensive care'),
    state: 'literature',
    quantity: { value: 742_000, low: null, high: null, unit: 'KRW', level: 0.95 },
    distribution: null,
    source: text('심평원 청구 통계, 2025', 'HIRA claims statistics, 2025'),
    from: null,
  },
];

const chain = (
  id: string,
  kind: Text,
  label: Text,
  inputs: readonly string[],
): Dossier['provenance']['nodes'][number] => ({
  id,
  kind,
  label,
  hash: node(id),
  inputs: inputs.map(node),
});
