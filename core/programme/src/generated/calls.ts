import { callEventSchema, type CallEvent } from '../call/event.ts';
import { foldCall } from '../call/fold.ts';
import { selectionOf } from '../call/select.ts';
import type { Kind } from '../call/kinds.ts';
import { eventsFrom, text, wholeOf, type Draw, type Row } from './draw.ts';
import {
  demoCompanies,
  demoHospitals,
  memberOf,
  signedInAs,
  type DemoCompany,
  type DemoHospital,
} from './parties.ts';

const officers = ['demo-officer-1', 'demo-officer-2', signedInAs('programme-office')];
const million = 1_000_000;

const criteria = [
  { id: 'need', name: text('임상적 필요', 'clinical need'), weight: 3_000, mostPoints: 30 },
  { id: 'plan', name: text('검증 계획', 'validation plan'), weight: 4_000, mostPoints: 40 },
  { id: 'road', name: text('도입·확산 계획', 'plan for adoption'), weight: 3_000, mostPoints: 30 },
];

type Plan = {
  readonly callId: string;
  readonly kind: Kind;
  readonly title: { readonly ko: string; readonly en: string };
  readonly dates: readonly [opened: string, opens: string, closes: string];
  readonly budget: readonly (readonly [number, number])[];
  readonly tier: object;
  readonly companies: readonly DemoCompany[];
  readonly hospitalsEach: number;
  /** Millions of won by line: year, category, who (a place in the consortium, 0 the lead), grant, cash, kind. */
  readonly lines: readonly (readonly [number, string, number, number, number, number])[];
  readonly until: 'open' | 'reviewing' | 'selected';
};

const tier = (grantMost: number, small: number, medium: number, source: string | null): object => ({
  tier: 'one',
  name: text('일반', 'general'),
  grantMost: grantMost * million,
  projectsMost: null,
  ownShareLeast: { small, medium, large: 5_000, 'not-a-company': 0 },
  ownCashLeast: 0,
  source,
  confidence: source === null ? 'general-knowledge-unverified' : 'stated-in-source',
});

export const demoPlans: readonly Plan[] = [
  {
    callId: 'demo-consortium-2026',
    kind: 'consortium-validation',
    title: text(
      '시연: 병원·기업 컨소시엄 검증사업 2026-2027',
      'Demonstration: consortium validation 2026-2027',
    ),
    dates: ['2026-03-02', '2026-03-09', '2026-04-03'],
    budget: [[2026, 2_600], [2027, 2_100]], // prettier-ignore
    tier: tier(1_500, 3_000, 3_000, 'http://m.bokuennews.com/m/m_article.html?no=272033'),
    companies: demoCompanies.slice(0, 5),
    hospitalsEach: 3,
    lines: [
      [2026, 'personnel', 0, 300, 150, 160],
      [2026, 'clinical', 1, 220, 0, 30],
      [2026, 'clinical', 2, 180, 0, 0],
      [2026, 'data', 3, 100, 0, 20],
      [2027, 'clinical', 1, 200, 0, 20],
      [2027, 'outsourced', 0, 260, 60, 40],
      [2027, 'promotion', 0, 140, 80, 40],
    ],
    until: 'selected',
  },
  {
    callId: 'demo-voucher-2026',
    kind: 'data-voucher',
    title: text('시연: 의료 AI 데이터 바우처 2026', 'Demonstration: data voucher 2026'),
    dates: ['2026-02-02', '2026-02-10', '2026-03-16'],
    budget: [[2026, 340]], // prettier-ignore
    tier: tier(160, 1_500, 2_500, 'https://www.medicaltimes.com/Mobile/News/NewsView.html?ID=1167261'),
    companies: demoCompanies.slice(2),
    hospitalsEach: 1,
    lines: [
      [2026, 'data', 1, 130, 0, 0],
      [2026, 'outsourced', 0, 30, 30, 30],
    ],
    until: 'selected',
  },
  {
    callId: 'demo-pilot-2026',
    kind: 'demonstration',
    title: text('시연: 의료 AI 실증사업 2026', 'Demonstration: demonstration projects 2026'),
    dates: ['2026-09-21', '2026-10-01', '2026-10-30'],
    budget: [[2026, 130], [2027, 220]], // prettier-ignore
    tier: tier(
      270,
      2_000,
      2_000,
      'https://biz.chosun.com/en/en-science/2026/03/30/PY7BIW6JWFAEHH6RMJHJU4CBVM/',
    ),
    companies: [demoCompanies[1], demoCompanies[3], demoCompanies[5]].flatMap((one) => one ?? []),
    hospitalsEach: 1,
    lines: [
      [2026, 'equipment', 1, 60, 10, 10],
      [2027, 'personnel', 0, 100, 20, 20],
    ],
    until: 'reviewing',
  },
  {
    callId: 'demo-training-2027',
    kind: 'training',
    title: text('시연: 의료인력 AI 교육 2027', 'Demonstration: training of clinical staff 2027'),
    dates: ['2026-11-02', '2026-11-09', '2026-12-11'],
    budget: [[2027, 200]], // prettier-ignore
    tier: tier(100, 0, 0, null),
    companies: demoCompanies.slice(4, 5),
    hospitalsEach: 2,
    lines: [[2027, 'personnel', 1, 70, 0, 0]],
    until: 'open',
  },
];

/** A day of the plan moved by some days, so that nothing is said before it can be. */
const day = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

const hospitalsOf = (at: number, n: number): readonly DemoHospital[] =>
  Array.from({ length: n }, (_none, k) => demoHospitals[(2 * at + k) % demoHospitals.length]).flatMap(
    (one) => one ?? [],
  );

function proposalOf(plan: Plan, company: DemoCompany, at: number): object {
  const hospitals = hospitalsOf(at, plan.hospitalsEach);
  const parties = [company.id, ...hospitals.map(({ id }) => id)];
  return {
    tier: 'one',
    title: text(`${company.name.ko}: ${company.what.ko}`, `${company.name.en}: ${company.what.en}`),
    summary: text(
      `${hospitals.map(({ name }) => name.ko).join(', ')}에서 ${company.what.ko} 기기를 검증하고 도입합니다.`,
      `The device for ${company.what.en} is validated and adopted at ${hospitals.map(({ name }) => name.en).join(', ')}.`,
    ),
    product: plan.kind === 'training' ? null : company.product,
    indication: plan.kind === 'training' ? null : company.indication,
    consortium: {
      consortiumId: `${plan.callId}-${company.id}`,
      name: text(`${company.name.ko} 컨소시엄`, `${company.name.en} consortium`),
      members: [
        memberOf(company, ['company', company.size, 'lead']),
        ...hospitals.map((one, k) => memberOf(one, ['hospital', 'not-a-company', k === 0 ? 'validation-site' : 'deployment-site'])), // prettier-ignore
      ],
    },
    lines: plan.lines.map(([year, category, who, grant, ownCash, ownKind], k) => ({
      lineId: `l${k + 1}`,
      year,
      category,
      party: parties[who] ?? company.id,
      text: text(`${company.what.ko} ${k + 1}차 항목`, `item ${k + 1} for ${company.what.en}`),
      grant: grant * million,
      ownCash: ownCash * million,
      ownKind: ownKind * million,
    })),
  };
}

const reviewers = ['demo-rev-1', 'demo-rev-2', 'demo-rev-3', signedInAs('reviewer')];

/** The events of one made-up call, as far as it has come. */
export function demoCall(plan: Plan, draw: Draw): readonly CallEvent[] {
  const [openedOn, opensOn, closesOn] = plan.dates;
  const names = plan.companies.map(({ id }) => `${plan.callId}-${id}`);
  const terms = {
    kind: plan.kind,
    title: plan.title,
    opensOn,
    closesOn,
    budget: plan.budget.map(([year, amount]) => ({ year, amount: amount * million })),
    tiers: [plan.tier],
    criteria,
    passMark: 6_000,
    reviewsLeast: 3,
    mean: 'without-highest-and-lowest',
    ties: [{ by: 'more-hospitals-outside-capital' }, { by: 'criterion', criterion: 'plan' }],
    budgetRule: 'stop-at-first-that-does-not-fit',
    officers,
    demonstration: true,
  };
  const submitted = plan.companies.map((company, at): Row => [
    day(opensOn, 5 + 2 * at),
    `${company.id}-1`,
    '신청서 제출 / application',
    { type: 'submitted', application: names[at], proposal: proposalOf(plan, company, at) },
  ]);
  const rows: readonly Row[] = [
    [openedOn, 'demo-officer-1', '사업 공고 / call', { type: 'opened', callId: plan.callId, terms }],
    ...submitted,
    ...(plan.until === 'open' ? [] : reviewed(plan, names, draw)),
  ];
  const events = eventsFrom(plan.callId, rows).map((event) => callEventSchema.parse(event));
  if (plan.until !== 'selected') return events;
  const state = foldCall(events);
  if (!state.ok) throw new Error(`the made-up call does not stand: ${JSON.stringify(state.fault)}`);
  const applications = selectionOf(state.value).taken;
  const last: Row = [day(closesOn, 30), 'demo-officer-2', '선정위원회 의결 / decision of the committee', { type: 'selected', applications }]; // prettier-ignore
  return [
    ...events,
    ...eventsFrom(`${plan.callId}-end`, [last]).map((event) => callEventSchema.parse(event)),
  ];
}

/** The fourth reviewer works at the hospital of the first application and takes no part in it. */
function reviewed(plan: Plan, names: readonly string[], draw: Draw): readonly Row[] {
  const closesOn = plan.dates[2];
  const conflicted = hospitalsOf(0, 1).map(({ id }) => id);
  const free = (reviewer: string, at: number): boolean =>
    reviewer !== reviewers[3] ||
    !hospitalsOf(at, plan.hospitalsEach).some(({ id }) => conflicted.includes(id));
  const done = plan.until === 'selected' ? reviewers : reviewers.slice(0, 2);
  return [
    [closesOn, 'demo-officer-1', '접수 마감 / end of the call', { type: 'closed' }],
    ...reviewers.map((reviewer, at): Row => [
      day(closesOn, 3),
      'demo-officer-1',
      '평가위원 위촉 / appointment',
      {
        type: 'reviewer-appointed',
        reviewer,
        name: text(`시연 위원 ${at + 1}`, `Demonstration reviewer ${at + 1}`),
        affiliations: at === 3 ? conflicted : [],
        applications: names,
      },
    ]),
    ...done.flatMap((reviewer) =>
      names.map((application, at): Row => [
        day(closesOn, 7),
        reviewer,
        '이해관계 신고 / declaration',
        {
          type: 'interest-declared',
          reviewer,
          application,
          conflict: free(reviewer, at) ? null : 'same-institution',
        },
      ]),
    ),
    ...done.flatMap((reviewer, n) =>
      names.flatMap((application, at): readonly Row[] =>
        free(reviewer, at)
          ? [[day(closesOn, 10), reviewer, '서면평가 / written review', { type: 'scored', reviewer, application, points: criteria.map(({ id, mostPoints }, k) => ({ criterion: id, points: wholeOf(draw, `${application}/demo-rev-${n + 1}`, k, [Math.floor(mostPoints * 0.62), mostPoints]) })), comment: '시연 평가 / demonstration review' }]] // prettier-ignore
          : [],
      ),
    ),
    ...(plan.until === 'reviewing' ? [declaredNone(reviewers[3] ?? '', names[1] ?? '', closesOn)] : []),
    ...(plan.until === 'selected'
      ? ([[day(closesOn, 20), 'demo-officer-1', '평가 종료 / end of the review', { type: 'review-closed' }]] as const) // prettier-ignore
      : []),
  ];
}

const declaredNone = (reviewer: string, application: string, closesOn: string): Row => [
  day(closesOn, 12),
  reviewer,
  '이해관계 신고 / declaration',
  { type: 'interest-declared', reviewer, application, conflict: null },
];
