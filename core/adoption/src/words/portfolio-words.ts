import type { Text } from '@daero/domain/text';
import type { Efficiency } from '../portfolio/efficiency.ts';
import type { Wait } from '../portfolio/waiting.ts';

export const efficiencyWords: Readonly<
  Record<'innovation' | 'toFirstUse' | 'toSustainedUse' | 'toPayment', Text>
> = {
  innovation: { ko: '시작에서 허가까지', en: 'from the beginning to authorisation' },
  toFirstUse: { ko: '허가에서 첫 사용까지', en: 'from authorisation to first use' },
  toSustainedUse: { ko: '허가에서 지속 사용까지', en: 'from authorisation to sustained use' },
  toPayment: { ko: '허가에서 보상까지', en: 'from authorisation to payment' },
} satisfies Partial<Readonly<Record<keyof Efficiency, Text>>>;

export const waitWords: Readonly<Record<Wait['ended'], Text>> = {
  reached: { ko: '도달', en: 'reached' },
  never: { ko: '도달하지 못하고 끝남', en: 'ended without it' },
  'not-yet': { ko: '아직 도달하지 않음(중도절단)', en: 'not yet (censored)' },
};
