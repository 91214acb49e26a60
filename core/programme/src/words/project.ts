import type { Text } from '@daero/domain/text';
import type { failureEnds, receiptKinds } from '../project/event.ts';
import type { MilestoneStanding, Transfer } from '../project/state.ts';

export const standingWords: Readonly<Record<MilestoneStanding['is'], Text>> = {
  open: { ko: '진행 중', en: 'open' },
  met: { ko: '달성', en: 'met' },
  failed: { ko: '미달', en: 'failed' },
};

export const failureWords: Readonly<Record<(typeof failureEnds)[number], Text>> = {
  'new-date': { ko: '새 기한', en: 'a new date is set' },
  'payment-withheld': { ko: '교부 보류', en: 'the payment is withheld' },
  'return-demanded': { ko: '반납 요구', en: 'money must be returned' },
};

export const transferWords: Readonly<Record<Transfer['standing'], Text>> = {
  asked: { ko: '신청됨', en: 'asked for' },
  approved: { ko: '승인됨', en: 'approved' },
  refused: { ko: '거절됨', en: 'refused' },
  'own-decision': { ko: '자체 변경', en: "done on the consortium's own" },
};

export const receiptWords: Readonly<Record<(typeof receiptKinds)[number], Text>> = {
  'tax-invoice': { ko: '세금계산서', en: 'tax invoice' },
  invoice: { ko: '계산서', en: 'invoice' },
  card: { ko: '카드', en: 'card' },
  transfer: { ko: '계좌이체', en: 'bank transfer' },
  payroll: { ko: '급여명세', en: 'payroll' },
  valuation: { ko: '현물 평가서', en: 'valuation of a contribution in kind' },
};

export const returnWords = {
  grant: { ko: '쓰지 않은 보조금', en: 'unspent grant' },
  interest: { ko: '이자', en: 'interest' },
} as const satisfies Readonly<Record<string, Text>>;
