import type { Text } from '../text.ts';

/** Faults of adoption as it is asked for over the API. */
export const adoptionServerFaults = {
  'adoption-unknown': {
    ko: '볼 수 있는 도입 검토 가운데 그런 번호가 없습니다: {adoption}. 번호를 확인하거나 도입판에서 고르십시오.',
    en: 'There is no adoption {adoption} that you may see. Check its id or choose it on the board.',
  },
  'adoption-exists': {
    ko: '이미 있는 도입 검토의 번호입니다: {adoption}. 다른 번호를 쓰십시오.',
    en: 'There is an adoption {adoption} already. Choose another id.',
  },
  'adoption-day-ahead': {
    ko: '일어난 날({on})이 오늘({today})보다 뒤입니다. 이미 일어난 일만 기록할 수 있습니다.',
    en: 'The day {on} is after today, {today}. Only what has happened can be recorded.',
  },
  'adoption-product-unknown': {
    ko: '도입을 검토하는 병원 가운데 그런 제품이 없습니다: {product}. 제품 번호를 확인하십시오.',
    en: 'No hospital that you may see considers a product {product}. Check its id.',
  },
} as const satisfies Readonly<Record<string, Text>>;
