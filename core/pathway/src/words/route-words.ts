import type { Text } from '@daero/domain/text';
import type { Assumption } from '../forecast/assumption.ts';
import type { Standing as State } from '../case/event.ts';
import type { Basis, Withheld } from '../forecast/plan.ts';
import type { Payment } from '../routes/network.ts';
import type { Standing } from '../routes/which-routes.ts';

export const standingWords: Readonly<Record<Standing, Text>> = {
  open: { ko: '열림', en: 'open' },
  closed: { ko: '닫힘', en: 'closed' },
  undecided: { ko: '답을 기다림', en: 'waits for an answer' },
};

export const paymentWords: Readonly<Record<Payment, Text>> = {
  'listed-fee': { ko: '등재된 수가', en: 'a listed fee' },
  'temporary-fee': { ko: '임시 수가 또는 비급여 상한', en: 'a temporary fee, or non-benefit with a ceiling' },
  'non-benefit': { ko: '비급여(환자 부담)', en: 'non-benefit (the patient pays)' },
  'own-budget': { ko: '병원 자체 예산', en: "the hospital's own budget" },
  'separate-payment': { ko: '별도 지불', en: 'a separate payment' },
  none: { ko: 'AI에 대한 별도 지불 없음', en: 'no payment of its own for the AI' },
};

export const stateWords: Readonly<Record<State, Text>> = {
  authorised: { ko: '허가됨', en: 'authorised' },
  gazetted: { ko: '고시됨', en: 'gazetted' },
  coded: { ko: '코드 부여됨', en: 'coded' },
  bought: { ko: '구매됨', en: 'bought' },
  used: { ko: '사용됨', en: 'used' },
};

export const withheldWords: Readonly<Record<Withheld['reason'], Text>> = {
  'no-duration': { ko: '걸리는 기간을 아무도 말하지 않음', en: 'nobody has said how long it takes' },
  'day-type': {
    ko: '업무일인지 달력일인지 정해지지 않음',
    en: 'not said whether working or calendar days',
  },
  calendar: { ko: '그 나라의 공휴일 자료가 없음', en: 'no calendar of public holidays for that country' },
  overdue: { ko: '알려진 기간을 이미 넘김', en: 'past every duration that is known of it' },
  study: { ko: '연구 계획이 없음', en: 'no study is planned' },
  refused: { ko: '이 경로를 벗어나는 결정이 남', en: 'a decision has led off this route' },
};

export const basisWords: Readonly<Record<Basis['from'], Text>> = {
  rules: { ko: '규정', en: 'rules' },
  assumption: { ko: '가정', en: 'assumption' },
  window: { ko: '사용기간 규정', en: 'use window of the rule' },
  'gazetted-window': { ko: '고시된 사용기간', en: 'use window as gazetted' },
  covered: { ko: '앞 단계에 포함', en: 'within the stages before' },
};

export const assumptionWords: Readonly<Record<Assumption['about'], Text>> = {
  days: { ko: '걸리는 일수', en: 'how many days' },
  'day-type': { ko: '일수의 기준', en: 'type of days' },
  variant: { ko: '단계의 형태', en: 'form of the stage' },
  window: { ko: '사용기간의 길이', en: 'length of the use window' },
  start: { ko: '시작하는 날', en: 'day of the start' },
  resume: { ko: '멈춘 시계가 다시 가는 날', en: 'day on which a stopped clock goes on' },
  evidence: { ko: '근거가 갖춰지는 날', en: 'day on which evidence is at hand' },
  study: { ko: '사용기간의 연구 계획', en: 'study in the use window' },
};
