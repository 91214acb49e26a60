import { unwrap } from '@daero/domain/result';
import { callEventSchema, type CallEvent } from './event.ts';
import { decideCall, foldCall } from './fold.ts';
import type { CallState } from './state.ts';

export type Row = readonly [on: string, by: string, change: unknown];

const roleOf = (person: string): string =>
  person.startsWith('officer') ? 'programme-office' : person.startsWith('rev') ? 'reviewer' : 'market-access';

/** Events of a call from short rows: the day, who, what. */
export const callEvents = (rows: readonly Row[]): readonly CallEvent[] =>
  rows.map(([on, by, change], at) =>
    callEventSchema.parse({
      eventId: `c${at + 1}`,
      on,
      by: { personId: by, role: roleOf(by) },
      reason: 'as minuted',
      source: null,
      change,
    }),
  );

export const callAfter = (rows: readonly Row[]): CallState => unwrap(foldCall(callEvents(rows)));

/** The fault that the last of the rows meets; the others must stand. */
export function callRefusal(rows: readonly Row[]): Readonly<Record<string, unknown>> {
  const events = callEvents(rows);
  const [history, command] = [events.slice(0, -1), events.at(-1)];
  if (history.length > 0) unwrap(foldCall(history));
  const found = command === undefined ? null : decideCall(history, command);
  if (found === null || found.ok) throw new Error('nothing was refused');
  return found.fault;
}

const text = (en: string): { ko: string; en: string } => ({ ko: `${en} 한글`, en });

export const terms = (changed: object = {}): object => ({
  kind: 'consortium-validation',
  title: text('Call 2026'),
  opensOn: '2026-03-30',
  closesOn: '2026-05-04',
  budget: [
    { year: 2026, amount: 1_000_000_000 },
    { year: 2027, amount: 1_000_000_000 },
  ],
  tiers: [
    {
      tier: 'one',
      name: text('one tier'),
      grantMost: 1_500_000_000,
      projectsMost: null,
      ownShareLeast: { small: 2_000, medium: 2_500, large: 5_000, 'not-a-company': 0 },
      ownCashLeast: 1_000,
      source: 'text of the call, section 4',
      confidence: 'general-knowledge-unverified',
    },
  ],
  criteria: [
    { id: 'clinical', name: text('clinical need'), weight: 6_000, mostPoints: 30 },
    { id: 'plan', name: text('plan'), weight: 4_000, mostPoints: 20 },
  ],
  passMark: 6_000,
  reviewsLeast: 2,
  mean: 'all',
  ties: [{ by: 'criterion', criterion: 'clinical' }],
  budgetRule: 'stop-at-first-that-does-not-fit',
  officers: ['officer-1', 'officer-2'],
  demonstration: true,
  ...changed,
});

export const member = (partyId: string, kind: string, role: string, region = 'KR-11'): object => ({
  partyId,
  name: text(partyId),
  kind,
  size: kind === 'company' ? 'small' : 'not-a-company',
  region,
  role,
  persons: [`${partyId}-1`],
});

type Amounts = { readonly grant?: number; readonly ownCash?: number; readonly ownKind?: number };

export const line = (
  lineId: string,
  year: number,
  category: string,
  party: string,
  amounts: Amounts,
): object => ({
  lineId,
  year,
  category,
  party,
  text: text(`${category} of ${party}`),
  grant: 0,
  ownCash: 0,
  ownKind: 0,
  ...amounts,
});

export const proposal = (company: string, changed: object = {}): object => ({
  tier: 'one',
  title: text(`Validation by ${company}`),
  summary: text(`What ${company} validates at two hospitals`),
  product: { deviceId: `${company}-cxr`, version: '2.1' },
  indication: 'chest-radiograph',
  consortium: {
    consortiumId: `k-${company}`,
    name: text(`Consortium of ${company}`),
    members: [
      member(company, 'company', 'lead'),
      member('hospital-a', 'hospital', 'validation-site'),
      member('hospital-b', 'hospital', 'deployment-site', 'KR-26'),
    ],
  },
  lines: [
    line('l1', 2026, 'personnel', company, {
      grant: 400_000_000,
      ownCash: 100_000_000,
      ownKind: 100_000_000,
    }),
    line('l2', 2026, 'clinical', 'hospital-a', { grant: 300_000_000 }),
    line('l3', 2026, 'indirect', 'hospital-a', { grant: 30_000_000 }),
    line('l4', 2027, 'data', 'hospital-b', { grant: 200_000_000, ownKind: 40_000_000 }),
    line('l5', 2027, 'promotion', company, { grant: 100_000_000, ownCash: 60_000_000 }),
  ],
  ...changed,
});

export const opened: Row = ['2026-03-02', 'officer-1', { type: 'opened', callId: 'call-1', terms: terms() }];
export const submitted = (company: string, on = '2026-04-10', changed: object = {}): Row => [
  on,
  `${company}-1`,
  { type: 'submitted', application: `app-${company}`, proposal: proposal(company, changed) },
];
export const closed: Row = ['2026-05-04', 'officer-1', { type: 'closed' }];
export const appointed = (
  reviewer: string,
  applications: readonly string[],
  affiliations: readonly string[] = [],
): Row => [
  '2026-05-06',
  'officer-1',
  { type: 'reviewer-appointed', reviewer, name: text(reviewer), affiliations, applications },
];
export const declaredNone = (reviewer: string, application: string, conflict: string | null = null): Row => [
  '2026-05-11',
  reviewer,
  { type: 'interest-declared', reviewer, application, conflict },
];
export const scored = (reviewer: string, application: string, clinical: number, plan: number): Row => [
  '2026-05-12',
  reviewer,
  {
    type: 'scored',
    reviewer,
    application,
    points: [
      { criterion: 'clinical', points: clinical },
      { criterion: 'plan', points: plan },
    ],
    comment: 'as discussed',
  },
];
export const reviewClosed: Row = ['2026-05-20', 'officer-1', { type: 'review-closed' }];
export const selected = (...applications: readonly string[]): Row => [
  '2026-05-28',
  'officer-2',
  { type: 'selected', applications },
];

/** Two reviewers without a conflict score each company. */
export const reviewed = (scores: Readonly<Record<string, readonly [number, number]>>): readonly Row[] => [
  opened,
  ...Object.keys(scores).map((company) => submitted(company)),
  closed,
  ...['rev-1', 'rev-2'].map((reviewer) => appointed(reviewer, Object.keys(scores).map((name) => `app-${name}`))), // prettier-ignore
  ...['rev-1', 'rev-2'].flatMap((reviewer) =>
    Object.keys(scores).map((name) => declaredNone(reviewer, `app-${name}`)),
  ),
  ...['rev-1', 'rev-2'].flatMap((reviewer) =>
    Object.entries(scores).map(([name, [clinical, plan]]) => scored(reviewer, `app-${name}`, clinical, plan)),
  ),
  reviewClosed,
];
