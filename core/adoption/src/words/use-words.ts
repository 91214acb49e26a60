import type { Text } from '@daero/domain/text';
import type { UseStanding } from '../use/rules.ts';
import type { UseCounts } from '../use/weeks.ts';

export const useStandingWords: Readonly<Record<UseStanding['is'], Text>> = {
  'not-used': { ko: '아직 쓰지 않음', en: 'not used' },
  trial: { ko: '시범 사용', en: 'trial' },
  'in-use': { ko: '사용 중', en: 'in use' },
  sustained: { ko: '지속 사용', en: 'sustained use' },
  fading: { ko: '사용이 줄어듦', en: 'fading' },
  withdrawn: { ko: '사용 중단', en: 'withdrawn' },
};

export const withdrawnByWords: Readonly<Record<'decision' | 'silence', Text>> = {
  decision: { ko: '병원이 결정함', en: 'decided by the hospital' },
  silence: { ko: '결정 없이 쓰지 않게 됨', en: 'no longer used, without a decision' },
};

export const useCountWords: Readonly<Record<keyof UseCounts, Text>> = {
  eligible: { ko: '대상', en: 'eligible' },
  ran: { ko: '실행', en: 'run' },
  seen: { ko: '확인', en: 'seen' },
  used: { ko: '따르거나 고쳐 씀', en: 'used' },
  overridden: { ko: '다르게 결정', en: 'overridden' },
  ignored: { ko: '무시', en: 'ignored' },
  failed: { ko: '실패', en: 'failed' },
};
