import type { Text } from '@daero/domain/text';
import type { FactState, FactUnit, Missing } from '../view/fact.ts';

export const factStateWords: Readonly<Record<FactState, Text>> = {
  observed: { ko: '관찰', en: 'observed' },
  estimate: { ko: '추정', en: 'estimate' },
  assumption: { ko: '가정', en: 'assumption' },
  stated: { ko: '진술', en: 'stated' },
};

export const missingWords: Readonly<Record<Missing, Text>> = {
  'no-estimate-here': {
    ko: '이 병원 환자에서의 추정값이 없습니다.',
    en: 'There is no estimate on patients of this hospital.',
  },
  'no-estimate': { ko: '추정값이 없습니다.', en: 'There is no estimate.' },
  'other-version': {
    ko: '다른 제품 판의 것만 있습니다.',
    en: 'What there is belongs to another product version.',
  },
  'too-few-or-none': {
    ko: '기록이 없거나 사람이 너무 적어 보이지 않습니다.',
    en: 'Nothing was recorded, or too few people stand behind it to be shown.',
  },
  'not-filed': { ko: '제출되지 않았습니다.', en: 'It has not been filed.' },
  'not-answered': { ko: '답변이 없습니다.', en: 'It has not been answered.' },
  expired: { ko: '유효 기간이 지났습니다.', en: 'It has expired.' },
  'no-fee': { ko: '정해진 수가가 없습니다.', en: 'There is no fee.' },
  'no-business-case': { ko: '손익 분석이 없습니다.', en: 'There is no business case.' },
  'never-pays-back': {
    ko: '이 가정에서는 회수되지 않습니다.',
    en: 'Under these assumptions it never pays back.',
  },
  'no-purchase': { ko: '구매 절차가 시작되지 않았습니다.', en: 'No purchase has been opened.' },
  'no-offers': { ko: '제안이 없습니다.', en: 'There are no offers.' },
  'not-in-use': { ko: '아직 쓰지 않아 잰 것이 없습니다.', en: 'Nothing is measured, for it is not in use.' },
  'not-done': { ko: '아직 하지 않았습니다.', en: 'It has not been done.' },
};

export const factUnitWords: Readonly<Record<FactUnit, Text>> = {
  probability: { ko: '확률', en: 'probability' },
  auc: { ko: 'AUC', en: 'AUC' },
  ratio: { ko: '비', en: 'ratio' },
  logit: { ko: '로짓', en: 'logit' },
  count: { ko: '건', en: 'count' },
  days: { ko: '일', en: 'days' },
  KRW: { ko: '원', en: 'KRW' },
  QALY: { ko: 'QALY', en: 'QALY' },
  'KRW per QALY': { ko: '원/QALY', en: 'KRW per QALY' },
  score: { ko: '점', en: 'points' },
  minutes: { ko: '분', en: 'minutes' },
  seconds: { ko: '초', en: 'seconds' },
  hours: { ko: '시간', en: 'hours' },
  months: { ko: '개월', en: 'months' },
  'uses per month': { ko: '건/월', en: 'uses a month' },
  share: { ko: '비율', en: 'share' },
  cases: { ko: '건', en: 'cases' },
};
