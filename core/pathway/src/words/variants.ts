import type { Text } from '@daero/domain/text';

/** Forms of a stage that take other times, by stage and form. */
const variantWords: Readonly<Record<string, Text>> = {
  'kr.authorise class1': { ko: '1등급 신고', en: 'class 1 notification' },
  'kr.authorise class2': {
    ko: '2등급 인증(기술문서 심사와 인증)',
    en: 'class 2 certification (technical review and certificate)',
  },
  'kr.authorise class34': {
    ko: '3·4등급 허가, 임상자료 없음',
    en: 'class 3–4 approval without clinical data',
  },
  'kr.authorise class34c': { ko: '3·4등급 허가, 임상자료 있음', en: 'class 3–4 approval with clinical data' },
};

export const variantWord = (stage: string, variant: string): Text =>
  variantWords[`${stage} ${variant}`] ?? { ko: variant, en: variant };
