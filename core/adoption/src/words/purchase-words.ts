import type { Text } from '@daero/domain/text';
import type { Buyer, ContractMethod } from '../procurement/contract-rules.ts';
import type { ProcurementChange } from '../procurement/event.ts';
import type { Price } from '../procurement/price.ts';
import type { AnswerGap } from '../security/answer-book.ts';
import type { AnswerChange, Topic } from '../security/question.ts';

export const buyerWords: Readonly<Record<Buyer, Text>> = {
  state: { ko: '국가기관', en: 'a body of the State' },
  'national-university-hospital': { ko: '국립대학교병원', en: 'a national university hospital' },
  'private-hospital': { ko: '사립병원', en: 'a private hospital' },
};

export const contractMethodWords: Readonly<Record<ContractMethod, Text>> = {
  'open-competition': { ko: '경쟁입찰', en: 'open competition' },
  'small-private-contract': { ko: '소액 수의계약', en: 'small private contract' },
  'small-private-contract-favoured': {
    ko: '여성기업·장애인기업 소액 수의계약',
    en: 'small private contract with a favoured firm',
  },
  'innovative-product': { ko: '혁신제품 수의계약', en: 'negotiated contract for an innovative product' },
  'own-rules': { ko: '병원 자체 규정', en: "the hospital's own rules" },
};

export const priceFormWords: Readonly<Record<Price['form'], Text>> = {
  'per-use': { ko: '건당', en: 'per use' },
  licence: { ko: '연간 사용권', en: 'licence by the year' },
  banded: { ko: '사용량 구간별', en: 'by bands of use' },
  'by-outcome': { ko: '성과 연동', en: 'partly by outcome' },
  subsidised: { ko: '사업비 지원', en: 'partly paid by a programme' },
};

export const procurementChangeWords: Readonly<Record<ProcurementChange['type'], Text>> = {
  opened: { ko: '구매 요청', en: 'requested' },
  'criteria-set': { ko: '평가 기준 확정', en: 'criteria set' },
  offered: { ko: '제안 접수', en: 'offer received' },
  'conflict-declared': { ko: '이해관계 신고', en: 'conflict declared' },
  scored: { ko: '평가', en: 'scored' },
  awarded: { ko: '낙찰', en: 'awarded' },
  contracted: { ko: '계약', en: 'contracted' },
  renewed: { ko: '갱신', en: 'renewed' },
  cancelled: { ko: '취소', en: 'cancelled' },
  annulled: { ko: '무효 처리', en: 'annulled' },
};

export const topicWords: Readonly<Record<Topic, Text>> = {
  'data-flow': { ko: '자료의 흐름', en: 'data flow' },
  access: { ko: '접속', en: 'access' },
  software: { ko: '소프트웨어', en: 'software' },
  operation: { ko: '운영', en: 'operation' },
  contract: { ko: '계약', en: 'contract' },
};

export const answerChangeWords: Readonly<Record<AnswerChange['type'], Text>> = {
  opened: { ko: '답변집 시작', en: 'opened' },
  answered: { ko: '답변', en: 'answered' },
  reaffirmed: { ko: '다른 판에서도 확인', en: 'reaffirmed for another version' },
  annulled: { ko: '무효 처리', en: 'annulled' },
};

export const answerGapWords: Readonly<Record<AnswerGap['because'], Text>> = {
  'not-answered': { ko: '답변 없음', en: 'not answered' },
  'other-version': { ko: '다른 제품 판의 답변', en: 'answered for another version' },
  expired: { ko: '유효 기간이 지남', en: 'expired' },
};
