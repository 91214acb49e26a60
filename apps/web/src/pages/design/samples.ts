import type { Text } from '@daero/domain/text';
import { isoDate } from '@daero/domain/time';
import type { AuditRow, ChainNode } from '../../api-types.ts';
import type { Condition, FigureFacts, FigureState } from '../../figure/figure-facts.ts';
import type { ClockFacts } from '../../parts/clock.tsx';
import type { Gap, Gate } from '../../parts/gate-card.tsx';
import type { LayerCellFacts } from '../../parts/layer-board.tsx';
import type { MoneyRow } from '../../parts/money-table.tsx';
import type { ParameterRow } from '../../parts/parameter-table.tsx';
import type { RunFacts, RunState } from '../../parts/run-progress.tsx';
import type { Source } from '../../parts/source-badge.tsx';
import type { RoadStage } from '../../parts/stage-track.tsx';

/** Invented samples for the design page: each shows a state that pages must be able to show. */
const t = (ko: string, en: string): Text => ({ ko, en });
const node = '7f3a91c24e0b5d6688aa10c2f3b4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6';

export const sample = (state: FigureState, condition: Condition = { is: 'ready' }): FigureFacts => ({
  label: t('민감도, 점수 5 이상', 'Sensitivity at score 5 or more'),
  value: 0.842,
  low: 0.815,
  high: 0.869,
  level: 0.95,
  unit: 'probability',
  n: 4000,
  state,
  condition,
  node,
  sites: 4,
  snapshot: 'S-2026-09',
  method: t('Wilson 점수 구간', 'Wilson score interval'),
  source: 'Wilson (1927), JASA 22, 209-212',
  definition: t(
    '사망한 사람 가운데 점수가 5 이상이던 몫',
    'Of those who died, the share with a score of 5 or more',
  ),
  codeVersion: '3c9e51d077aa',
  at: '2026-11-22T05:20:00Z',
  parts: { events: 1207, trials: 1433 },
});

export const stateSamples: readonly FigureFacts[] = [
  {
    ...sample('law'),
    label: t('법정 심의 기한', 'Statutory review limit'),
    value: 250,
    low: null,
    high: null,
    unit: 'days',
    dayType: 'unknown',
    n: null,
  },
  {
    ...sample('typical'),
    label: t('보완 요청 뒤 답까지', 'From request to answer'),
    value: 60,
    low: 41,
    high: 88,
    unit: 'days',
    dayType: 'calendar',
    n: 23,
  },
  {
    ...sample('forecast'),
    label: t('결정까지', 'Until the decision'),
    value: 310,
    low: 252,
    high: 401,
    unit: 'days',
    dayType: 'calendar',
    n: null,
    intervalKind: 'uncertainty',
  },
  {
    ...sample('assumption'),
    label: t('경보 한 번의 비용', 'Cost of one alert'),
    value: 2920,
    low: 1500,
    high: 4800,
    unit: 'KRW',
    n: null,
    intervalKind: 'uncertainty',
  },
  sample('estimate'),
  { ...sample('demonstration'), label: t('AUC, 만든 자료', 'AUC, generated data'), unit: 'auc', n: 1200 },
  {
    ...sample('observed'),
    label: t('등록한 사람', 'People enrolled'),
    value: 1012,
    low: null,
    high: null,
    unit: 'count',
    n: 1012,
  },
];

export const conditionSamples: readonly FigureFacts[] = [
  sample('estimate', { is: 'computing' }),
  sample('estimate', {
    is: 'stale',
    days: 3,
    cause: t('병원 4의 스냅샷이 바뀌었습니다.', 'The snapshot of site 4 has changed.'),
  }),
  sample('estimate', { is: 'suppressed', smallestCell: 10 }),
  sample('estimate', { is: 'withheld', reason: t('병원 안에만 있습니다.', 'Kept inside the hospital.') }),
  sample('estimate', { is: 'failed', reason: t('한 무리의 사망이 0명입니다.', 'One group has 0 deaths.') }),
  sample('estimate', {
    is: 'no-access',
    grantor: t('연구 책임자에게 요청하십시오.', 'Ask the principal investigator.'),
  }),
];

export const sources: readonly (Source | null)[] = [
  {
    short: t('의료법 시행규칙', 'Medical Service Act Rule'),
    year: 2026,
    tier: 'law',
    title: t('신의료기술평가에 관한 규칙', 'Rule on new health technology assessment'),
    publisher: t('보건복지부', 'Ministry of Health and Welfare'),
    inForceOn: isoDate('2026-01-26'),
    address: null,
    readOn: isoDate('2026-11-02'),
  },
  {
    short: t('심평원 안내', 'HIRA guide'),
    year: 2025,
    tier: 'official',
    title: t('평가유예 안내', 'Guide to deferral'),
    publisher: t('건강보험심사평가원', 'HIRA'),
    inForceOn: null,
    address: null,
    readOn: isoDate('2026-11-02'),
  },
  {
    short: t('윌슨', 'Wilson'),
    year: 1927,
    tier: 'journal',
    title: t('추론과 계승의 법칙', 'Probable inference, the law of succession'),
    publisher: t('JASA', 'JASA'),
    inForceOn: null,
    address: null,
    readOn: isoDate('2026-11-02'),
  },
  {
    short: t('의학 기사', 'Medical press'),
    year: 2026,
    tier: 'press',
    title: t('비급여 사용량 보도', 'Report on non-benefit use'),
    publisher: t('신문', 'Newspaper'),
    inForceOn: null,
    address: null,
    readOn: isoDate('2026-11-02'),
  },
  {
    short: t('자문 회의', 'Advisory meeting'),
    year: 2026,
    tier: 'expert',
    title: t('전문가 자문 기록', 'Minutes of expert advice'),
    publisher: t('연구진', 'Study group'),
    inForceOn: null,
    address: null,
    readOn: isoDate('2026-11-02'),
  },
  null,
];

export const clocks: readonly ClockFacts[] = [
  {
    kind: 'statutory',
    name: t('신의료기술평가', 'nHTA'),
    state: 'stopped',
    spent: 139,
    limit: 250,
    dayType: 'unknown',
    pauses: [{ from: 101, days: 14 }],
    since: {
      on: isoDate('2026-11-08'),
      why: t('보완 요청, 회사가 답할 차례', 'supplement asked, the company is to answer'),
    },
    endsOn: isoDate('2027-03-27'),
  },
  {
    kind: 'use',
    name: t('평가유예', 'Deferral'),
    state: 'running',
    spent: 326,
    limit: 730,
    dayType: 'calendar',
    pauses: [],
    since: null,
    endsOn: isoDate('2027-12-31'),
  },
  {
    kind: 'elapsed',
    name: t('허가 후', 'Since approval'),
    state: 'running',
    spent: 339,
    limit: null,
    dayType: 'calendar',
    pauses: [],
    since: null,
    endsOn: null,
  },
  {
    kind: 'statutory',
    name: t('확인 신청', 'Confirmation'),
    state: 'extended',
    spent: 28,
    limit: 60,
    dayType: 'working',
    pauses: [],
    since: { on: isoDate('2026-10-30'), why: t('심의위원회가 30일 늘림', 'the committee added 30 days') },
    endsOn: isoDate('2027-01-12'),
  },
  {
    kind: 'use',
    name: t('시장 즉시진입', 'Immediate market entry'),
    state: 'expired',
    spent: 1095,
    limit: 1095,
    dayType: 'calendar',
    pauses: [],
    since: null,
    endsOn: isoDate('2026-10-01'),
  },
];

export const roads: readonly {
  readonly name: Text;
  readonly thin: boolean;
  readonly stages: readonly RoadStage[];
}[] = [
  {
    name: t('조기 경보 NEWS2', 'Early warning NEWS2'),
    thin: false,
    stages: [
      { name: t('허가', 'authorised'), state: 'done', on: isoDate('2025-12-18'), range: null },
      { name: t('고시', 'gazetted'), state: 'done', on: isoDate('2026-02-03'), range: null },
      {
        name: t('코드', 'coded'),
        state: 'now',
        on: null,
        range: { from: isoDate('2027-01-01'), to: isoDate('2027-03-01') },
        note: t('심평원, 23일째', 'HIRA, 23 days'),
      },
      {
        name: t('구매', 'bought'),
        state: 'ahead',
        on: null,
        range: { from: isoDate('2027-07-01'), to: isoDate('2028-01-01') },
      },
      {
        name: t('사용', 'used'),
        state: 'ahead',
        on: null,
        range: { from: isoDate('2027-09-01'), to: isoDate('2028-05-01') },
      },
    ],
  },
  {
    name: t('흉부 X선 판독보조', 'Chest reading aid'),
    thin: true,
    stages: [
      { name: t('허가', 'authorised'), state: 'done', on: isoDate('2026-01-09'), range: null },
      { name: t('고시', 'gazetted'), state: 'skipped', on: null, range: null },
      { name: t('코드', 'coded'), state: 'returned', on: isoDate('2026-09-01'), range: null },
      {
        name: t('구매', 'bought'),
        state: 'ahead',
        on: null,
        range: { from: isoDate('2028-02-01'), to: isoDate('2028-11-01') },
      },
      { name: t('사용', 'used'), state: 'exited', on: null, range: null },
    ],
  },
];

export const gate: Gate = {
  name: t('정식등재', 'Full listing'),
  authority: t('심평원', 'HIRA'),
  dueOn: isoDate('2027-04-25'),
  domains: [
    { name: t('임상유용성', 'clinical utility'), standing: 'met' },
    { name: t('안전성', 'safety'), standing: 'met' },
    { name: t('경제성', 'economics'), standing: 'weak' },
    { name: t('RWE', 'RWE'), standing: 'missing' },
  ],
  counts: { met: 6, weak: 3, missing: 2 },
};

export const gaps: readonly Gap[] = [
  {
    requirement: t('비교 효과(RWE)', 'Comparative effect (RWE)'),
    reason: 'missing',
    because: t('비교군과 시간영점이 없음', 'no comparator, no time zero'),
    closes: t('두 병원의 단절 시계열', 'Interrupted time series at two sites'),
    effort: t('9개월, 사람 2', '9 months, 2 people'),
    effect: t('+9개월', '+9 months'),
  },
  {
    requirement: t('다기관 정확도', 'Multi-centre accuracy'),
    reason: 'weak',
    because: t('병원 2곳, 표본이 작음', 'two sites, small sample'),
    closes: t('병원 2곳을 더함', 'Two more sites'),
    effort: t('3개월', '3 months'),
    effect: t('+3개월', '+3 months'),
  },
  {
    requirement: t('안전성 보고', 'Safety report'),
    reason: 'outdated',
    because: t('판 1.3의 자료', 'data of version 1.3'),
    closes: t('판 1.4로 다시', 'Again on version 1.4'),
    effort: t('2주', '2 weeks'),
    effect: t('없음', 'none'),
  },
  {
    requirement: t('사용성 평가', 'Usability'),
    reason: 'otherVersion',
    because: t('판 1.2로 함', 'done on version 1.2'),
    closes: t('차이 보고서', 'Report of differences'),
    effort: t('1주', '1 week'),
    effect: t('없음', 'none'),
  },
];

const cell = (state: LayerCellFacts['state'], rest: Partial<LayerCellFacts> = {}): LayerCellFacts => ({
  state,
  holder: null,
  days: null,
  conditions: null,
  blocking: false,
  ...rest,
});
export const layers: readonly Text[] = [
  t('필요', 'need'),
  t('임상', 'clinical'),
  t('국소검증', 'local check'),
  t('IT', 'IT'),
  t('보안', 'security'),
  t('재정', 'finance'),
  t('구매', 'purchase'),
];
export const layerRows = [
  {
    name: t('나래대병원(가상)', 'Narae University Hospital (fictitious)'),
    cells: [
      cell('approved'),
      cell('approved'),
      cell('approved'),
      cell('approved'),
      cell('conditional', {
        holder: t('정보보호팀', 'security team'),
        days: 23,
        conditions: { met: 2, all: 5 },
      }),
      cell('notBegun'),
      cell('notBegun'),
    ],
  },
  {
    name: t('한빛병원(가상)', 'Hanbit Hospital (fictitious)'),
    cells: [
      cell('approved'),
      cell('withHolder', { holder: t('영상의학과', 'radiology'), days: 6 }),
      cell('notApplicable'),
      cell('needsPaper', { holder: t('의료정보실', 'IT office'), days: 34, blocking: true }),
      cell('notBegun'),
      cell('notBegun'),
      cell('declined'),
    ],
  },
] as const;

export const runSample = (state: RunState): RunFacts => ({
  state,
  done: state === 'done' ? 214 : state === 'queued' ? 0 : 131,
  total: 214,
  secondsLeft: state === 'running' ? { low: 6, high: 11 } : null,
  lost: false,
  log:
    state === 'queued'
      ? []
      : [
          {
            step: 'auc',
            message:
              state === 'failed'
                ? t(
                    '하위군 75세 이상: 사망이 0명입니다. 하위군을 합치십시오.',
                    'Subgroup aged 75 and over: 0 deaths. Merge the subgroup.',
                  )
                : t('AUC, 병원 4', 'AUC, site 4'),
          },
          { step: 'flow', message: t('대상자 흐름', 'Participant flow') },
        ],
});

export const brokenFlow = {
  shape: 'flow',
  label: t('병원 3', 'Site 3'),
  unit: t('명', 'people'),
  stages: [
    {
      label: t('들어온 입실', 'Stays received'),
      n: 1481,
      left: [
        { reason: t('항목이 없음', 'no item at all'), n: 9 },
        { reason: t('결과 모름', 'outcome unknown'), n: 4 },
      ],
    },
    { label: t('분석한 입실', 'Stays analysed'), n: 1466, left: [] },
  ],
} as const;

export const parameters: readonly ParameterRow[] = [
  {
    name: 'p_sens',
    label: t('경보 민감도', 'Alert sensitivity'),
    unit: t('확률', 'probability'),
    kind: 'probability',
    figure: sample('estimate'),
    base: null,
    origin: { is: 'bound', node },
    changedOn: isoDate('2026-11-22'),
  },
  {
    name: 'u_ward',
    label: t('병동의 효용', 'Utility on the ward'),
    unit: t('효용', 'utility'),
    kind: 'utility',
    figure: { ...sample('estimate'), value: 0.61, low: 0.55, high: 0.67, n: null },
    base: null,
    origin: {
      is: 'literature',
      source: sources[2] ?? {
        short: t('', ''),
        year: 0,
        tier: 'expert',
        title: t('', ''),
        publisher: t('', ''),
        inForceOn: null,
        address: null,
        readOn: isoDate('2026-11-02'),
      },
    },
    changedOn: isoDate('2026-08-03'),
  },
  {
    name: 'c_alert',
    label: t('경보 한 번의 비용', 'Cost of one alert'),
    unit: t('원, 2026년', 'KRW, 2026'),
    kind: 'cost',
    figure: { ...sample('assumption'), value: 3400, low: 1500, high: 4800, unit: 'KRW', n: null },
    base: { ...sample('assumption'), value: 2920, low: null, high: null, unit: 'KRW', n: null },
    origin: { is: 'assumption', by: '홍길동' },
    changedOn: isoDate('2026-11-20'),
  },
  {
    name: 'p_relapse',
    label: t('재입실', 'Return to intensive care'),
    unit: t('확률', 'probability'),
    kind: 'probability',
    figure: null,
    base: null,
    origin: { is: 'missing' },
    changedOn: null,
  },
];

export const money: readonly MoneyRow[] = [
  {
    category: t('인건비', 'Staff'),
    kind: 'grant',
    years: [
      { budget: 412_000_000, spent: 201_345_000, committed: 88_000_000 },
      { budget: 430_000_000, spent: 0, committed: 120_000_000 },
    ],
    rule: null,
  },
  {
    category: t('장비', 'Equipment'),
    kind: 'cash',
    years: [
      { budget: 96_000_000, spent: 88_120_000, committed: 12_400_000 },
      { budget: 40_000_000, spent: 0, committed: 0 },
    ],
    rule: t('장비비는 예산 안에서만', 'equipment within its budget only'),
  },
  {
    category: t('병상과 공간', 'Beds and space'),
    kind: 'inKind',
    years: [
      { budget: 60_000_000, spent: 30_000_000, committed: 0 },
      { budget: 60_000_000, spent: 0, committed: 0 },
    ],
    rule: null,
  },
];

export const trail: readonly AuditRow[] = [
  {
    at: '2026-11-22T01:12:00Z',
    by: '홍길동',
    role: 'operator',
    type: 'chain.built',
    reason: 'new snapshot',
    hash: '9a8b7c6d5e4f',
    position: 1,
  },
  {
    at: '2026-09-01T05:20:00Z',
    by: '김하나',
    role: 'statistician',
    type: 'plan.locked',
    reason: 'before opening the data',
    hash: '7f3a91c24e0b',
    position: 2,
  },
];

const chainNode = (
  hash: string,
  kind: ChainNode['kind'],
  label: Text,
  inputs: readonly string[],
  status: ChainNode['status'],
  value: number | null,
): ChainNode => ({
  hash: hash.padEnd(64, '0'),
  id: hash,
  kind,
  label,
  figure:
    value === null
      ? null
      : { value, low: value - 0.03, high: value + 0.03, level: 0.95, n: 4000, unit: 'probability' },
  status,
  inputs: inputs.map((input) => input.padEnd(64, '0')),
  why: null,
  codeVersion: '3c9e51d077aa',
  method: null,
  facts: {},
  warnings: [],
});
export const smallChain: readonly ChainNode[] = [
  chainNode('a1', 'source', t('원자료', 'Source file'), [], 'fresh', null),
  chainNode('b2', 'snapshot', t('스냅샷 S-2026-09', 'Snapshot S-2026-09'), ['a1'], 'fresh', null),
  chainNode('c3', 'analysis', t('병원 2 재계산', 'Recomputation at site 2'), ['b2'], 'withheld', null),
  chainNode('d4', 'estimate', t('민감도', 'Sensitivity'), ['b2'], 'stale', 0.71),
  chainNode('e5', 'estimate', t('특이도', 'Specificity'), ['b2'], 'computing', 0.68),
  chainNode('f6', 'estimate', t('하위군', 'Subgroup'), ['b2'], 'failed', null),
  chainNode('a7', 'claim', t('주장 C-07', 'Claim C-07'), ['d4', 'e5'], 'fresh', null),
  chainNode('b8', 'document', t('서류', 'Dossier'), ['a7'], 'fresh', null),
];
