import type { Script } from './script.ts';
import type { Row } from './draw.ts';

const million = 1_000_000;
const reading = (value: number, asOf: string): object => ({
  indicator: 'patients',
  state: 'measured',
  value,
  asOf,
  proofs: 1,
});

const protocolMet = (s: Script): Row =>
  s.office('2026-07-10', '계획서 잠금 확인 / lock seen', { type: 'milestone-met', milestone: 'protocol', proof: 'demo-lock', reading: null }); // prettier-ignore

/** On plan: patients come in, money goes out evenly, a small transfer is made. */
export const onPlan = (s: Script, accrued: number): readonly Row[] => [
  s.paid('2026-06-05', 2026, 500),
  s.ownCash('2026-06-08', 2026, 150),
  s.spent('2026-06-25', [0, 'personnel'], 60),
  s.spent('2026-06-25', [0, 'personnel', 'own-cash'], 40),
  protocolMet(s),
  s.spent('2026-07-28', [1, 'clinical'], 60),
  s.ownKind('2026-07-30', [0, 'personnel'], 90),
  s.spent('2026-08-25', [0, 'personnel'], 70),
  s.spent('2026-08-25', [0, 'personnel', 'own-cash'], 50),
  s.spent('2026-09-10', [2, 'clinical'], 70),
  s.asked('2026-09-21', 1, 'clinical', 'data', 30),
  s.spent('2026-09-28', [1, 'data'], 25),
  s.spent('2026-10-15', [3, 'data'], 60),
  s.spent('2026-10-20', [1, 'clinical'], 80),
  s.ownKind('2026-10-22', [1, 'clinical'], 25),
  s.ownKind('2026-10-22', [3, 'data'], 15),
  s.ownKind('2026-10-23', [0, 'personnel'], 60),
  s.office('2026-10-30', '모집 확인 / accrual seen', { type: 'milestone-met', milestone: 'half-accrual', proof: 'demo-registry', reading: reading(accrued, '2026-10-30') }), // prettier-ignore
  s.paid('2026-11-03', 2026, 300, 'half-accrual'),
  s.spent('2026-11-10', [0, 'personnel'], 90),
  s.spent('2026-11-10', [0, 'personnel', 'own-cash'], 50),
  s.spent('2026-11-12', [2, 'clinical'], 80),
  s.lead('2026-11-13', '고용 보고 / jobs', { type: 'indicator-declared', indicator: 'jobs', value: 3, asOf: '2026-10-31' }), // prettier-ignore
];

/** Behind: one hospital recruits, a spending is not accepted, the milestone fails and its payment is withheld. */
export const behind = (s: Script): readonly Row[] => [
  s.paid('2026-06-09', 2026, 400),
  s.ownCash('2026-06-30', 2026, 60),
  protocolMet(s),
  s.spent('2026-07-30', [0, 'personnel'], 110),
  s.spent('2026-08-31', [0, 'personnel', 'own-cash'], 30),
  s.spent('2026-09-15', [1, 'clinical'], 40),
  s.asked('2026-09-22', 2, 'clinical', 'promotion', 60),
  s.office('2026-10-02', '홍보비 증액 불승인 / promotion not raised', { type: 'transfer-decided', transfer: 't-2026-09-22', approved: false }), // prettier-ignore
  s.spent('2026-10-12', [3, 'data'], 20),
  s.office('2026-10-26', '증빙 불일치 / receipt does not fit', { type: 'spending-disallowed', spending: 's-2026-10-12-3-data-grant', amount: 8 * million }), // prettier-ignore
  s.office('2026-11-02', '모집 미달 / accrual missed', { type: 'milestone-failed', milestone: 'half-accrual', ends: 'payment-withheld' }), // prettier-ignore
  s.lead('2026-11-09', '잔액 일부 반납 / part goes back', { type: 'returned', year: 2026, what: 'grant', amount: 80 * million }), // prettier-ignore
];

/** Begun late: the first payment is in, little has happened. */
export const begun = (s: Script): readonly Row[] => [
  s.paid('2026-07-01', 2026, 400),
  s.ownCash('2026-07-03', 2026, 100),
  s.office('2026-07-31', '계획서 잠금 확인 / lock seen', { type: 'milestone-met', milestone: 'protocol', proof: 'demo-lock', reading: null }), // prettier-ignore
  s.spent('2026-09-25', [0, 'personnel'], 90),
  s.spent('2026-09-25', [0, 'personnel', 'own-cash'], 60),
  s.ownKind('2026-10-05', [0, 'personnel'], 60),
  s.spent('2026-11-05', [1, 'clinical'], 70),
  s.lead('2026-11-05', '고용 보고 / jobs', { type: 'indicator-declared', indicator: 'jobs', value: 2, asOf: '2026-10-31' }), // prettier-ignore
  s.office('2026-11-06', '기한 변경 / new date', { type: 'milestone-moved', milestone: 'half-accrual', dueOn: '2026-12-31' }), // prettier-ignore
];

/** A voucher from its contract to settlement: something is left and goes back. */
export const settled = (s: Script): readonly Row[] => [
  s.paid('2026-05-11', 2026, 160),
  s.ownCash('2026-05-12', 2026, 30),
  s.office('2026-06-19', '심의 통과 / board passed', { type: 'milestone-met', milestone: 'board', proof: 'demo-drb', reading: null }), // prettier-ignore
  s.spent('2026-08-20', [1, 'data'], 118),
  s.spent('2026-09-11', [0, 'outsourced'], 30),
  s.spent('2026-09-11', [0, 'outsourced', 'own-cash'], 30),
  s.ownKind('2026-09-30', [0, 'outsourced'], 30),
  s.office('2026-10-12', '인도 확인 / delivery seen', { type: 'milestone-met', milestone: 'delivered', proof: 'demo-delivery', reading: null }), // prettier-ignore
  s.lead('2026-10-30', '예금이자 / interest', { type: 'interest-credited', year: 2026, amount: 214_530 }),
  s.lead('2026-11-04', '집행잔액 반납 / unspent', { type: 'returned', year: 2026, what: 'grant', amount: 12 * million }), // prettier-ignore
  s.lead('2026-11-04', '이자 반납 / interest', { type: 'returned', year: 2026, what: 'interest', amount: 214_530 }), // prettier-ignore
  s.office('2026-11-10', '정산 / settlement', { type: 'year-settled', year: 2026 }),
  s.office('2026-11-12', '완료 / completion', { type: 'completed' }),
];

/** A voucher whose data review board has not met: a mark is overdue and nothing is spent. */
export const waiting = (s: Script): readonly Row[] => [
  s.paid('2026-05-13', 2026, 80),
  s.ownCash('2026-05-14', 2026, 30),
  s.spent('2026-09-28', [0, 'outsourced'], 20),
];
