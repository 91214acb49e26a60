import type { Text } from '@daero/domain/text';

/** What sets a clock of the rules in motion, as a case's events name it, and its words. */
export type ClockTrigger = 'supplement-requested' | 'extended' | 'halted' | 'duty';

/** Every clock event that a jurisdiction file names, by its English text. */
export const clockEvents: Readonly<Record<string, { readonly trigger: ClockTrigger; readonly ko: string }>> =
  {
    'Supplement request': { trigger: 'supplement-requested', ko: '보완 요청' },
    'Supplement request to the applicant': { trigger: 'supplement-requested', ko: '신청인에 대한 보완 요청' },
    'Additional-information request': { trigger: 'supplement-requested', ko: '추가 자료 요청' },
    'Deficiency found during assessment': { trigger: 'supplement-requested', ko: '평가 중 발견된 미비' },
    'Committee or outside-expert advice; major protocol change': {
      trigger: 'extended',
      ko: '위원회·외부 전문가 자문, 계획의 중대한 변경',
    },
    'In-depth review needed': { trigger: 'extended', ko: '심층 검토 필요' },
    'Good reason to go past 100 days': { trigger: 'extended', ko: '100일을 넘길 만한 사유' },
    'Device authorisation refused': { trigger: 'halted', ko: '의료기기 허가 거부' },
    'Applicant statement procedure': { trigger: 'duty', ko: '신청인 의견 진술 절차' },
    'First claim after becoming claimable': { trigger: 'duty', ko: '청구할 수 있게 된 뒤의 첫 청구' },
    'Ordinary-listing file due': { trigger: 'duty', ko: '일반 등재 신청서 제출' },
    'Progress report': { trigger: 'duty', ko: '경과 보고' },
  };

export const clockEventWord = (event: string): Text => ({ ko: clockEvents[event]?.ko ?? event, en: event });
