import type { Text } from '../text.ts';

/** Decisions that are recorded in the log: cases, and whatever else decides by its events. */
export const pathwayServerFaults = {
  'stream-moved': {
    ko: '{stream}에 그사이 다른 기록이 더해졌습니다(보신 것 {expected}건, 지금 {now}건). 다시 불러와 확인한 뒤 기록하십시오.',
    en: 'Something was recorded in {stream} meanwhile (you saw {expected} events, there are {now}). Load it again, look, and then record.',
  },
  'request-key-reused': {
    ko: '같은 요청 번호({key})로 다른 내용을 이미 기록했습니다. 새 요청 번호로 보내십시오.',
    en: 'Another content was recorded under the request key {key} already. Send it under a new key.',
  },
  'case-unknown': {
    ko: '볼 수 있는 건 가운데 그런 번호가 없습니다: {case}. 번호를 확인하거나 포트폴리오에서 고르십시오.',
    en: 'There is no case {case} that you may see. Check its id or choose it in the portfolio.',
  },
  'case-exists': {
    ko: '이미 있는 건의 번호입니다: {case}. 다른 번호를 쓰십시오.',
    en: 'There is a case {case} already. Choose another id.',
  },
  'case-day-ahead': {
    ko: '일어난 날({on})이 오늘({today})보다 뒤입니다. 일어난 일만 기록할 수 있습니다. 앞으로의 일은 가정으로 적으십시오.',
    en: 'The day {on} is after today, {today}. Only what has happened can be recorded; state what is to come as an assumption.',
  },
  'case-entry-unreadable': {
    ko: '기록 {eventId}({type})의 {path} 자리를 읽을 수 없습니다. 이 프로그램보다 새로운 판이 쓴 기록일 수 있습니다. 판을 올리십시오.',
    en: 'Event {eventId} ({type}) cannot be read at {path}. A newer version may have written it; update this program.',
  },
  'case-route-closed': {
    ko: '이 제품에는 닫힌 경로입니다({route}): {ruleKo} 다른 경로를 고르거나 물음의 답을 확인하십시오.',
    en: 'The route {route} is closed to this product: {ruleEn} Choose another route, or check the answers given.',
  },
  'product-unknown': {
    ko: '볼 수 있는 건 가운데 그런 제품이 없습니다: {product}. 포트폴리오에서 고르십시오.',
    en: 'No case that you may see is of the product {product}. Choose one in the portfolio.',
  },
  'case-claim-not-bound': {
    ko: '이 건에 묶이지 않은 주장입니다: {claim}. 묶인 주장 목록에서 고르십시오.',
    en: 'The claim {claim} is not bound to this case. Choose one of the bound claims.',
  },
  'case-claim-unknown': {
    ko: '근거 저장소 {project}에 그런 주장이 없습니다: {claim}. 주장의 번호를 확인하십시오.',
    en: 'The evidence repository {project} has no claim {claim}. Check its id.',
  },
  'case-without-project': {
    ko: '이 건({case})에는 근거 저장소가 정해져 있지 않아 주장을 묶을 수 없습니다. 저장소를 정해 건을 여십시오.',
    en: 'The case {case} names no evidence repository, so no claim can be bound. Open it with one.',
  },
} as const satisfies Readonly<Record<string, Text>>;
