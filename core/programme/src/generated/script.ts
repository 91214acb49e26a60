import type { Agreement } from '../project/event.ts';
import { defaultTransferRules } from '../money/transfer-rules.ts';
import { agreementSchema } from '../project/event.ts';
import { text, type Row } from './draw.ts';

const million = 1_000_000;

/** Dates, marks and measures that a made-up agreement adds to what was selected. */
export const consortiumMarks = agreementSchema
  .pick({ periods: true, milestones: true, indicators: true, transferRules: true })
  .parse({
    periods: [
      { year: 2026, fromOn: '2026-06-01', toOn: '2026-12-31' },
      { year: 2027, fromOn: '2027-01-01', toOn: '2027-12-31' },
    ],
    milestones: [
      {
        id: 'protocol',
        step: 'protocol',
        name: text('계획서 잠금', 'protocol locked'),
        dueOn: '2026-07-15',
        after: [],
        measure: null,
      },
      {
        id: 'half-accrual',
        step: 'validation',
        name: text('환자 400명 모집', '400 patients accrued'),
        dueOn: '2026-10-31',
        after: ['protocol'],
        measure: { indicator: 'patients', atLeast: 400 },
      },
      {
        id: 'live',
        step: 'adoption',
        name: text('병원 3곳 사용', '3 hospitals live'),
        dueOn: '2027-03-31',
        after: ['protocol'],
        measure: { indicator: 'hospitals', atLeast: 3 },
      },
      {
        id: 'economics',
        step: 'economics',
        name: text('경제성 보고서', 'economic report delivered'),
        dueOn: '2027-09-30',
        after: ['half-accrual'],
        measure: { indicator: 'report', atLeast: 1 },
      },
      {
        id: 'filed',
        step: 'market',
        name: text('등재 신청', 'listing filed'),
        dueOn: '2027-12-15',
        after: ['economics'],
        measure: { indicator: 'filed', atLeast: 1 },
      },
    ],
    indicators: [
      {
        id: 'patients',
        name: text('모집 환자', 'patients accrued'),
        unit: text('명', 'people'),
        measure: 'patients-accrued',
        plan: [
          { on: '2026-07-01', value: 0 },
          { on: '2026-10-31', value: 400 },
          { on: '2027-06-30', value: 1_200 },
        ],
      },
      {
        id: 'hospitals',
        name: text('사용 병원', 'hospitals live'),
        unit: text('곳', 'hospitals'),
        measure: 'hospitals-live',
        plan: [
          { on: '2026-09-01', value: 0 },
          { on: '2027-03-31', value: 3 },
        ],
      },
      {
        id: 'report',
        name: text('경제성 보고서', 'economic report'),
        unit: text('건', 'report'),
        measure: 'report-delivered',
        plan: [{ on: '2027-09-30', value: 1 }],
      },
      {
        id: 'filed',
        name: text('등재 신청', 'listing filed'),
        unit: text('건', 'filing'),
        measure: 'listing-filed',
        plan: [{ on: '2027-12-15', value: 1 }],
      },
      {
        id: 'jobs',
        name: text('새 일자리', 'new jobs'),
        unit: text('명', 'people'),
        measure: null,
        plan: [{ on: '2026-09-30', value: 2 }],
      },
    ],
    transferRules: defaultTransferRules,
  });

export const voucherMarks = agreementSchema
  .pick({ periods: true, milestones: true, indicators: true, transferRules: true })
  .parse({
    periods: [{ year: 2026, fromOn: '2026-05-01', toOn: '2026-10-31' }],
    milestones: [
      {
        id: 'board',
        step: 'review-board',
        name: text('심의위원회 승인', 'approved by the data review board'),
        dueOn: '2026-06-30',
        after: [],
        measure: null,
      },
      {
        id: 'delivered',
        step: 'delivery',
        name: text('가공 데이터 인도', 'processed data delivered'),
        dueOn: '2026-10-15',
        after: ['board'],
        measure: null,
      },
    ],
    indicators: [],
    transferRules: defaultTransferRules,
  });

/** Short forms of what happens to the money of a made-up project; amounts in millions of won. */
export type Script = {
  readonly paid: (on: string, year: number, amount: number, milestone?: string) => Row;
  readonly ownCash: (on: string, year: number, amount: number) => Row;
  readonly ownKind: (on: string, place: Place, amount: number) => Row;
  readonly spent: (on: string, place: Place, amount: number) => Row;
  readonly asked: (on: string, who: number, from: string, to: string, amount: number) => Row;
  readonly office: (on: string, reason: string, change: object) => Row;
  readonly lead: (on: string, reason: string, change: object) => Row;
};

type Place = readonly [who: number, category: string, funding?: 'own-cash'];

export function scriptOf({ consortium }: Pick<Agreement, 'consortium'>): Script {
  const parties = consortium.members.map(({ partyId }) => partyId);
  const at = (who: number): string => parties[who] ?? '';
  const person = (who: number): string => `${at(who)}-1`;
  const year = (on: string): number => Number(on.slice(0, 4));
  const receipt = (on: string, name: string, kind: string): object => ({
    number: `demo-${name}`,
    kind,
    on,
    payee: '시연 거래처 / demonstration payee',
    digest: null,
  });
  return {
    paid: (on, of, amount, milestone) => [
      on,
      'demo-officer-1',
      '보조금 교부 / payment of the grant',
      { type: 'grant-paid', payment: `pay-${on}`, year: of, amount: amount * million, milestone: milestone ?? null }, // prettier-ignore
    ],
    ownCash: (on, of, amount) => [
      on,
      person(0),
      '자부담 납입 / own share',
      { type: 'own-cash-paid', party: at(0), year: of, amount: amount * million, proof: 'demo-bank' },
    ],
    ownKind: (on, [who, category], amount) => [
      on,
      person(who),
      '현물 제공 / in kind',
      { type: 'own-kind-given', spending: `kind-${on}-${who}-${category}`, party: at(who), year: year(on), category, amount: amount * million, receipt: receipt(on, `kind-${on}-${who}-${category}`, 'valuation'), text: '시연 현물 / demonstration in kind' }, // prettier-ignore
    ],
    spent: (on, [who, category, funding = 'grant'], amount) => [
      on,
      person(who),
      '집행 / spending',
      { type: 'spent', spending: `s-${on}-${who}-${category}-${funding}`, party: at(who), year: year(on), category, funding, amount: amount * million, receipt: receipt(on, `${on}-${who}-${category}-${funding}`, 'tax-invoice'), text: '시연 집행 / demonstration spending' }, // prettier-ignore
    ],
    asked: (on, who, from, to, amount) => [
      on,
      person(who),
      '예산 변경 신청 / transfer',
      { type: 'transfer-asked', transfer: `t-${on}`, year: year(on), funding: 'grant', from: { party: at(who), category: from }, to: { party: at(who), category: to }, amount: amount * million }, // prettier-ignore
    ],
    office: (on, reason, change) => [on, 'demo-officer-2', reason, change],
    lead: (on, reason, change) => [on, person(0), reason, change],
  };
}
