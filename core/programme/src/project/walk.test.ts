import { speakFault } from '@daero/domain/words/speak';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import type { Row } from '../call/call.test-fixture.ts';
import type { Observation } from '../indicators/observation.ts';
import { receiptsCsv, settlementCsv } from '../money/export.ts';
import { statementOf } from '../money/statement.ts';
import {
  agreed,
  agreement,
  asked,
  paid,
  projectAfter,
  projectRefusal,
  receipt,
  spent,
} from './project.test-fixture.ts';

const protocolMet: Row = ['2026-07-20', 'officer-1', { type: 'milestone-met', milestone: 'protocol', proof: 'lock 7f3a', reading: null }]; // prettier-ignore
const reading = (value: number, on = '2026-12-14'): object => ({ indicator: 'patients', state: 'measured', value, asOf: on, proofs: value }); // prettier-ignore
const accrualMet = (value: number): Row => ['2026-12-14', 'officer-1', { type: 'milestone-met', milestone: 'accrual', proof: 'registry', reading: reading(value) }]; // prettier-ignore
const accrued = (n: number): readonly Observation[] =>
  Array.from({ length: n }, (_none, at) => ({
    measure: 'patients-accrued' as const,
    on: isoDate('2026-10-01'),
    subject: `e${at}`,
    site: 'hospital-a',
    count: 1,
    proof: `e${at}`,
  }));

const first: readonly Row[] = [
  agreed,
  paid('2026-06-20', 2026, 500_000_000),
  ['2026-06-22', 'ada-1', { type: 'own-cash-paid', party: 'ada', year: 2026, amount: 100_000_000, proof: 'bank 1' }], // prettier-ignore
  protocolMet,
  spent('2026-08-31', 's1', [2026, 'personnel', 'ada', 'grant'], 250_000_000),
  spent('2026-09-30', 's2', [2026, 'clinical', 'hospital-a', 'grant'], 120_000_000),
  ['2026-10-05', 'ada-1', { type: 'own-kind-given', spending: 's3', party: 'ada', year: 2026, category: 'personnel', amount: 80_000_000, receipt: receipt('v1', '2026-10-05', 'valuation'), text: 'two engineers' }], // prettier-ignore
];

/** The trial does not accrue: the milestone fails, its payment is withheld, what is left goes back. */
const whole: readonly Row[] = [
  ...first,
  asked('2026-10-10', 't1', ['clinical', 'data'], 50_000_000),
  asked('2026-10-11', 't2', ['clinical', 'equipment'], 20_000_000),
  ['2026-10-20', 'officer-2', { type: 'transfer-decided', transfer: 't2', approved: true }],
  spent('2026-11-10', 's4', [2026, 'equipment', 'hospital-a', 'grant'], 20_000_000),
  ['2026-12-20', 'officer-1', { type: 'milestone-failed', milestone: 'accrual', ends: 'payment-withheld' }],
  ['2027-01-10', 'ada-1', { type: 'interest-credited', year: 2026, amount: 1_234_567 }],
  ['2027-01-12', 'officer-1', { type: 'spending-disallowed', spending: 's4', amount: 5_000_000 }],
  ['2027-01-15', 'officer-1', { type: 'stopped' }],
  ['2027-01-20', 'officer-1', { type: 'recovered', party: 'hospital-a', year: 2026, funding: 'grant', amount: 5_000_000 }], // prettier-ignore
  ['2027-01-25', 'ada-1', { type: 'returned', year: 2026, what: 'grant', amount: 110_000_000 }],
  ['2027-01-25', 'ada-1', { type: 'returned', year: 2026, what: 'interest', amount: 1_234_567 }],
  ['2027-02-10', 'officer-1', { type: 'year-settled', year: 2026 }],
  ['2027-02-10', 'officer-1', { type: 'year-settled', year: 2027 }],
  ['2027-02-20', 'officer-1', { type: 'completed' }],
];

describe('a project from its agreement to settlement, with a failed milestone and a returned grant', () => {
  const state = projectAfter(whole);
  test('every won of the grant is spent or back', () => {
    const { grant, interest, ownShare } = statementOf(state, 2026);
    expect(grant).toEqual({
      agreed: 730_000_000,
      paid: 500_000_000,
      spent: 385_000_000, // 250 + 120 + 20 - 5
      returned: 115_000_000, // 110 in hand and 5 recovered
      claimed: 0,
      inHand: 0,
    });
    expect(interest).toEqual({ credited: 1_234_567, returned: 1_234_567, inHand: 0 });
    // in cash nothing was spent of 100 million, in kind 80 of 100
    expect(ownShare).toMatchObject({
      agreed: 200_000_000,
      given: 80_000_000,
      short: 120_000_000,
      met: false,
    });
    expect([state.completedOn, state.settled.map(({ year }) => year)]).toEqual(['2027-02-20', [2026, 2027]]);
  });

  test('the failure and the transfers stay on record', () => {
    expect(state.milestones.map(({ standing }) => standing.is)).toEqual(['met', 'failed']);
    expect(state.transfers.map(({ transfer, standing, rule }) => [transfer, standing, rule])).toEqual([
      ['t1', 'own-decision', 'minor-changes-free'],
      ['t2', 'approved', 'minor-changes-free'],
    ]);
  });

  test('the settlement leaves as rows with Korean heads', () => {
    const rows = settlementCsv(state, 2026).split('\r\n');
    expect(rows[0]).toBe('협약번호,연도,비목,재원,협약예산,변경예산,집행액,불인정액,집행잔액');
    expect(rows).toContain('p-1,2026,장비·임차비,국고보조금,0,20000000,15000000,5000000,5000000');
    expect(rows).toContain('p-1,2026,임상시험비,국고보조금,300000000,230000000,120000000,0,110000000');
    expect(receiptsCsv(state, 2026)).toContain('p-1,2026,s4,2026-11-10,hospital-a 한글,장비·임차비,국고보조금,as ordered,Maker Ltd,세금계산서,r-s4,2026-11-10,20000000,5000000,,15000000'); // prettier-ignore
  });

  test('a text that a spreadsheet would run stays a text', () => {
    const rows = projectAfter([...first, ['2026-11-10', 'ada-1', { type: 'spent', spending: 'x', party: 'ada', year: 2026, category: 'personnel', funding: 'grant', amount: 1, receipt: receipt('x', '2026-11-10'), text: '=1+1, "so"' }]]); // prettier-ignore
    expect(receiptsCsv(rows, 2026)).toContain(`"'=1+1, ""so"""`);
  });
});

test('what is left of a year is used in the next, and nothing of it is lost', () => {
  const state = projectAfter([
    ...first,
    ['2026-12-30', 'officer-1', { type: 'carried-over', fromYear: 2026, toYear: 2027, funding: 'grant', from: { party: 'hospital-a', category: 'clinical' }, amount: 180_000_000, cash: 130_000_000 }], // prettier-ignore
    spent('2027-02-01', 's9', [2027, 'clinical', 'hospital-a', 'grant'], 130_000_000),
    ['2027-02-02', 'officer-1', { type: 'year-settled', year: 2026 }],
  ]);
  expect([2026, 2027].map((year) => statementOf(state, year).grant)).toMatchObject([
    { agreed: 550_000_000, paid: 370_000_000, spent: 370_000_000, inHand: 0 },
    { agreed: 480_000_000, paid: 130_000_000, spent: 130_000_000, inHand: 0 },
  ]);
});

test('a milestone that waits for patients is met when they are counted', () => {
  const state = projectAfter([...first, accrualMet(500), paid('2026-12-20', 2026, 230_000_000, 'accrual')], accrued(500)); // prettier-ignore
  expect(state.milestones.map(({ standing }) => standing.is)).toEqual(['met', 'met']);
  const annul: Row = ['2026-12-21', 'officer-2', { type: 'annulled', eventId: 'p2' }];
  expect(projectRefusal([...first, annul]).kind).toBe('money-not-annulled');
});

const other = (changed: object): Row => ['2026-06-12', 'officer-1', { type: 'agreed', projectId: 'p-1', callId: 'call-1', application: 'app-ada', agreement: { ...agreement, ...changed } }]; // prettier-ignore
const refusals: readonly { readonly kind: string; readonly rows: readonly Row[] }[] = [
  { kind: 'agreement-not-selected', rows: [['2026-06-12', 'officer-1', { ...(agreed[2] as object), application: 'app-ben' }]] }, // prettier-ignore
  { kind: 'programme-date-before', rows: [['2026-05-20', 'officer-1', agreed[2]]] },
  { kind: 'programme-key-missing', rows: [['2026-06-12', 'officer-7', agreed[2]]] },
  { kind: 'agreement-differs', rows: [other({ lines: agreement.lines.map((one) => (one.lineId === 'l1' ? { ...one, grant: 400_000_001 } : one)) })] }, // prettier-ignore
  { kind: 'agreement-years', rows: [other({ periods: agreement.periods.map((one) => (one.year === 2027 ? { ...one, fromOn: '2027-01-02' } : one)) })] }, // prettier-ignore
  { kind: 'programme-opened-twice', rows: [...first, agreed] },
  { kind: 'money-grant-over', rows: [...first, paid('2026-07-01', 2026, 230_000_001)] },
  { kind: 'money-milestone-open', rows: [...first, paid('2026-12-01', 2026, 1, 'accrual')] },
  { kind: 'money-cash-over', rows: [agreed, paid('2026-06-20', 2026, 10), spent('2026-07-01', 's', [2026, 'personnel', 'ada', 'grant'], 11)] }, // prettier-ignore
  { kind: 'money-budget-over', rows: [...first, spent('2026-11-01', 's', [2026, 'indirect', 'hospital-a', 'grant'], 30_000_001)] }, // prettier-ignore
  { kind: 'money-receipt-twice', rows: [...first, ['2026-11-01', 'ada-1', { type: 'spent', spending: 's', party: 'ada', year: 2026, category: 'personnel', funding: 'grant', amount: 5, receipt: receipt('r-s1', '2026-08-31'), text: 'again' }]] }, // prettier-ignore
  { kind: 'money-outside-year', rows: [...first, spent('2027-01-02', 's', [2026, 'personnel', 'ada', 'grant'], 5)] }, // prettier-ignore
  { kind: 'programme-date-before', rows: [...first, ['2026-08-01', 'ada-1', { type: 'spent', spending: 's', party: 'ada', year: 2026, category: 'personnel', funding: 'grant', amount: 5, receipt: receipt('x', '2026-08-02'), text: 'early' }]] }, // prettier-ignore
  { kind: 'programme-date-before', rows: [...first, ['2026-08-01', 'ada-1', { type: 'spending-reversed', spending: 's1' }]] }, // prettier-ignore
  { kind: 'programme-key-missing', rows: [...first, ['2026-11-01', 'hospital-a-1', { type: 'spending-reversed', spending: 's1' }]] }, // prettier-ignore
  { kind: 'money-transfer-refused', rows: [...first, asked('2026-10-10', 't', ['clinical', 'data'], 150_000_001)] }, // prettier-ignore
  { kind: 'money-transfer-refused', rows: [...first, asked('2026-10-10', 't', ['clinical', 'indirect'], 1)] },
  { kind: 'money-transfer-refused', rows: [...first, asked('2026-10-10', 't', ['clinical', 'data'], 60_000_000), asked('2026-10-11', 'u', ['clinical', 'data'], 90_000_001)] }, // prettier-ignore
  { kind: 'money-transfer-decided', rows: [...first, asked('2026-10-10', 't', ['clinical', 'data'], 5), ['2026-10-12', 'officer-1', { type: 'transfer-decided', transfer: 't', approved: true }]] }, // prettier-ignore
  { kind: 'programme-key-missing', rows: [...first, asked('2026-10-10', 't', ['clinical', 'data'], 90_000_000), ['2026-10-12', 'ada-1', { type: 'transfer-decided', transfer: 't', approved: true }]] }, // prettier-ignore
  { kind: 'programme-date-before', rows: [...first, asked('2026-10-10', 't', ['clinical', 'data'], 90_000_000), ['2026-10-09', 'officer-1', { type: 'transfer-decided', transfer: 't', approved: true }]] }, // prettier-ignore
  { kind: 'money-spending-over', rows: [...first, ['2027-01-12', 'officer-1', { type: 'spending-disallowed', spending: 's2', amount: 120_000_001 }]] }, // prettier-ignore
  { kind: 'money-recovery-over', rows: [...first, ['2027-01-12', 'officer-1', { type: 'recovered', party: 'ada', year: 2026, funding: 'grant', amount: 1 }]] }, // prettier-ignore
  { kind: 'money-return-over', rows: [...first, ['2027-01-12', 'ada-1', { type: 'returned', year: 2026, what: 'grant', amount: 130_000_001 }]] }, // prettier-ignore
  { kind: 'money-settlement-open', rows: [...first, ['2027-01-12', 'officer-1', { type: 'year-settled', year: 2026 }]] }, // prettier-ignore
  { kind: 'programme-date-before', rows: [...first, ['2026-12-30', 'officer-1', { type: 'year-settled', year: 2026 }]] }, // prettier-ignore
  { kind: 'milestone-before', rows: [agreed, accrualMet(500)] },
  { kind: 'milestone-unmeasured', rows: [...first, accrualMet(499)] },
  { kind: 'milestone-unmeasured', rows: [...first, accrualMet(500)] }, // nobody has counted them
  { kind: 'milestone-decided', rows: [...first, protocolMet] },
  { kind: 'programme-key-missing', rows: [agreed, ['2026-07-20', 'ada-1', protocolMet[2]]] },
  { kind: 'project-not-settled', rows: [...first, ['2027-12-31', 'officer-1', { type: 'completed' }]] },
  { kind: 'project-ended', rows: [...first, ['2026-11-01', 'officer-1', { type: 'stopped' }], paid('2026-11-02', 2026, 5)] }, // prettier-ignore
  { kind: 'project-ended', rows: [...whole, ['2027-03-01', 'officer-1', { type: 'stopped' }]] },
  { kind: 'money-year-settled', rows: [...whole.slice(0, -2), ['2027-02-11', 'ada-1', { type: 'interest-credited', year: 2026, amount: 1 }]] }, // prettier-ignore
  { kind: 'programme-reference-unknown', rows: [...first, asked('2026-10-10', 't', ['clinical', 'data'], 5, 'nobody', 'ada-1')] }, // prettier-ignore
  { kind: 'programme-name-twice', rows: [...first, paid('2026-06-20', 2026, 5)] },
];

describe('what the rules of an agreement refuse, in both languages', () => {
  test.each(refusals)('$kind', ({ kind, rows }) => {
    const fault = projectRefusal(rows, accrued(499));
    expect(fault.kind).toBe(kind);
    for (const language of ['ko', 'en'] as const)
      expect(speakFault(fault as Parameters<typeof speakFault>[0], language)).not.toMatch(
        /undefined|\[object/,
      );
  });
  test('a limit is exact to the won', () => {
    expect(projectAfter([...first, asked('2026-10-10', 't', ['clinical', 'data'], 150_000_000)]).transfers[0]?.standing).toBe('asked'); // prettier-ignore
    expect(projectAfter([...first, asked('2026-10-10', 't', ['clinical', 'data'], 60_000_000)]).transfers[0]?.standing).toBe('own-decision'); // prettier-ignore
    expect(projectAfter([...first, asked('2026-10-10', 't', ['clinical', 'data'], 60_000_001)]).transfers[0]?.standing).toBe('asked'); // prettier-ignore
  });
});
