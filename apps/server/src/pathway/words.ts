import type { Text } from '@daero/domain/text';

export const pauseWords: Readonly<Record<'supplement-requested' | 'halted', Text>> = {
  'supplement-requested': { ko: '보완 요청', en: 'supplement request' },
  halted: { ko: '심사 정지', en: 'review halted' },
};
