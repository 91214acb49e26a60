import type { Text } from '@daero/domain/text';
import type { Account } from '../money/account.ts';
import type { Act } from './acts.ts';

/** What an act brings about, told to whoever is about to sign it. */
export const effectWords: Readonly<Record<Act, Text>> = {
  opened: { ko: '공고가 시작되고 그 규칙이 정해집니다.', en: 'The call begins, and its rules are fixed.' },
  submitted: {
    ko: '신청서가 접수됩니다. 마감 전에 다시 내면 새 판이 앞의 판을 대신합니다.',
    en: 'The application is in. Until the call closes a new version takes the place of this one.',
  },
  withdrawn: { ko: '신청은 더 이상 평가받지 않습니다.', en: 'The application no longer competes.' },
  closed: {
    ko: '접수가 끝나고 평가가 시작됩니다.',
    en: 'No more applications are taken; the review begins.',
  },
  'reviewer-appointed': {
    ko: '위원이 이해관계를 신고하면 배정된 신청을 볼 수 있습니다.',
    en: 'The reviewer sees the assigned applications once interests are declared.',
  },
  'interest-declared': {
    ko: '이해관계가 없으면 신청이 열립니다. 있으면 그 신청은 이 위원에게 끝까지 닫히고 준 점수도 세지 않습니다.',
    en: 'Without a conflict the application opens. With one it stays closed to this reviewer for good, and points given before do not count.',
  },
  scored: {
    ko: '점수가 순위에 들어갑니다. 평가가 끝나기 전에는 새 점수로 바꿀 수 있습니다.',
    en: 'The points enter the ranking. Until the review closes new points replace them.',
  },
  'review-closed': {
    ko: '점수가 굳고 순위가 정해집니다.',
    en: 'Points no longer change, and the ranking stands.',
  },
  'lot-drawn': {
    ko: '순위가 같은 신청의 차례가 추첨대로 정해집니다.',
    en: 'The lot decides the order of equals.',
  },
  selected: {
    ko: '선정이 공표되고 선정된 신청과 협약할 수 있습니다.',
    en: 'The selection is public, and agreements can be made with who was selected.',
  },
  cancelled: { ko: '공고가 선정 없이 끝납니다.', en: 'The call ends without a selection.' },
  annulled: {
    ko: '그 사건은 더 이상 세지 않지만 기록은 남습니다.',
    en: 'That event counts no longer; its record stays.',
  },
  agreed: {
    ko: '과제가 시작되고 예산이 장부에 오릅니다.',
    en: 'The project begins, and its budget enters the books.',
  },
  'grant-paid': {
    ko: '보조금이 과제의 현금으로 들어갑니다.',
    en: 'The grant becomes money in the hand of the project.',
  },
  'own-cash-paid': { ko: '현금 자부담이 들어온 것으로 적힙니다.', en: 'The own share in cash is in hand.' },
  'own-kind-given': {
    ko: '평가서에 적힌 값만큼 현물을 쓴 것으로 적힙니다.',
    en: 'The contribution counts at the value of its valuation, given and used at once.',
  },
  spent: {
    ko: '예산과 현금에서 빠지고 증빙은 다시 쓸 수 없습니다.',
    en: 'It leaves budget and cash; the receipt cannot be used again.',
  },
  'spending-reversed': {
    ko: '집행이 전액 되돌려지고 두 기록이 모두 남습니다.',
    en: 'The spending is booked back whole; both entries stay.',
  },
  'spending-disallowed': {
    ko: '기관이 그 금액을 갚아야 합니다.',
    en: 'The member owes the amount.',
  },
  recovered: {
    ko: '불인정액이 국고나 과제로 돌아옵니다.',
    en: 'What was owed is back, with the state or the project.',
  },
  'interest-credited': {
    ko: '이자가 국고 몫으로 적힙니다. 정산 전에 반납해야 합니다.',
    en: 'The interest belongs to the state and must go back before settlement.',
  },
  'transfer-asked': {
    ko: '경미한 변경은 곧바로 이루어지고 더 큰 변경은 승인을 기다립니다.',
    en: 'A minor transfer takes effect at once; a larger one waits for approval.',
  },
  'transfer-decided': {
    ko: '승인하면 예산이 옮겨지고, 승인하지 않으면 그대로 남습니다.',
    en: 'If approved, the budget moves; if not, it stays.',
  },
  'carried-over': {
    ko: '남은 예산과 현금이 다음 연도로 넘어갑니다.',
    en: 'What is left of budget and cash moves to the later year.',
  },
  returned: { ko: '돈이 국고로 돌아갑니다.', en: 'The money goes back to the state.' },
  'year-settled': {
    ko: '그 연도의 장부가 닫히고 금액은 더 바뀌지 않습니다.',
    en: 'The books of the year close; its amounts no longer change.',
  },
  'milestone-met': {
    ko: '이 마일스톤을 기다리던 교부를 할 수 있습니다.',
    en: 'Payments that waited for this milestone can be made.',
  },
  'milestone-failed': {
    ko: '미달이 기록에 남고 정해진 결과가 따릅니다.',
    en: 'The failure stays on record, with what follows from it.',
  },
  'milestone-moved': {
    ko: '기한이 바뀌고 변경 횟수가 남습니다.',
    en: 'The date moves, and the move is counted.',
  },
  'indicator-declared': {
    ko: '보고값으로 표시됩니다. 측정값이 있으면 측정값이 앞섭니다.',
    en: 'It is shown as declared. Where something is measured, the measurement stands before it.',
  },
  stopped: {
    ko: '새 집행을 할 수 없고 정산만 남습니다.',
    en: 'Nothing new can be spent; only winding up remains.',
  },
  completed: {
    ko: '과제가 끝나고 더 이상 아무것도 적지 않습니다.',
    en: 'The project ends; nothing is recorded after it.',
  },
};

/** What an account of the journal is called. */
export const accountWords: Readonly<Record<Account['of'], Text>> = {
  budget: { ko: '예산', en: 'budget' },
  agreed: { ko: '협약 총액', en: 'agreed' },
  cash: { ko: '현금', en: 'cash' },
  cost: { ko: '집행', en: 'spent' },
  funded: { ko: '들어온 돈', en: 'funded' },
  claim: { ko: '받을 돈', en: 'owed' },
  returned: { ko: '반납', en: 'returned' },
};

/** Whose money an account holds, where it is not one of the three of a budget. */
export const interestWord: Text = { ko: '이자', en: 'interest' };
export const stateWord: Text = { ko: '국고', en: 'the state' };

/** Words of the rules of a call. */
export const meanWords = {
  all: { ko: '모든 점수의 평균', en: 'mean of all marks' },
  'without-highest-and-lowest': {
    ko: '최고점과 최저점을 뺀 평균',
    en: 'mean without the highest and the lowest',
  },
} as const satisfies Readonly<Record<string, Text>>;
export const budgetRuleWords = {
  'stop-at-first-that-does-not-fit': {
    ko: '예산이 모자라는 첫 신청에서 멈춤',
    en: 'stops at the first that the budget does not hold',
  },
  'pass-over-what-does-not-fit': {
    ko: '예산이 모자라는 신청은 건너뜀',
    en: 'passes over what the budget does not hold',
  },
} as const satisfies Readonly<Record<string, Text>>;
export const closedWords = {
  undeclared: { ko: '이해관계를 신고해야 열립니다', en: 'opens once interests are declared' },
  conflict: { ko: '이해관계가 있어 닫혔습니다', en: 'closed: there is a conflict of interest' },
} as const satisfies Readonly<Record<string, Text>>;

/** What undoes an act: money only by its opposite, anything else by an annulment. */
export const undoWords = {
  money: {
    ko: '서명한 뒤에는 지울 수 없습니다. 바로잡으려면 반대로 적는 사건이 필요합니다.',
    en: 'Once signed it cannot be deleted. To correct it takes an event that books the opposite.',
  },
  event: {
    ko: '서명한 뒤에는 지울 수 없습니다. 되돌리려면 새 사건이 필요합니다.',
    en: 'Once signed it cannot be deleted. To undo it takes a further event.',
  },
} as const satisfies Readonly<Record<string, Text>>;
