import type { Text } from '@daero/domain/text';

/** What money is spent on. The categories are those that the calls seen have in common. */
export const categories = [
  'personnel',
  'equipment',
  'materials',
  'outsourced',
  'clinical',
  'data',
  'certification',
  'promotion',
  'travel',
  'indirect',
] as const;
export type Category = (typeof categories)[number];

export const categoryWords: Readonly<Record<Category, Text>> = {
  personnel: { ko: '인건비', en: 'personnel' },
  equipment: { ko: '장비·임차비', en: 'equipment and lease' },
  materials: { ko: '재료비', en: 'materials' },
  outsourced: { ko: '위탁·용역비', en: 'outsourced services' },
  clinical: { ko: '임상시험비', en: 'clinical study' },
  data: { ko: '데이터 가공비', en: 'data processing' },
  certification: { ko: '인허가·인증비', en: 'certification' },
  promotion: { ko: '홍보·시장진입비', en: 'promotion and market entry' },
  travel: { ko: '여비', en: 'travel' },
  indirect: { ko: '간접비', en: 'indirect costs' },
};

/** Whose money: the grant, or the consortium's own, in cash or in kind. */
export const fundings = ['grant', 'own-cash', 'own-kind'] as const;
export type Funding = (typeof fundings)[number];

export const fundingWords: Readonly<Record<Funding, Text>> = {
  grant: { ko: '국고보조금', en: 'grant' },
  'own-cash': { ko: '자부담(현금)', en: 'own share in cash' },
  'own-kind': { ko: '자부담(현물)', en: 'own share in kind' },
};
