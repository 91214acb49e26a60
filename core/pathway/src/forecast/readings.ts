import type { Text } from '@daero/domain/text';

/**
 * Where a figure of the file is not the time that its stage takes, by the file's own note. Taken as it stands it would
 * be counted twice, or be the life of a code instead of the wait for it.
 */
export type Reading = { readonly as: 'covered' | 'not-processing'; readonly why: Text };

const readings: Readonly<Record<string, Reading>> = {
  'kr.immediate': {
    as: 'covered',
    why: {
      ko: '80일에서 140일은 허가와 기존기술 확인을 포함한 전체 기간이므로 다시 더하지 않습니다.',
      en: 'The 80 to 140 days are those of authorisation and check together, and are not added again.',
    },
  },
  'kr.designate': {
    as: 'not-processing',
    why: {
      ko: '30일은 단계별 심사 한 단계의 기한이며 지정에 걸리는 기간이 아닙니다.',
      en: 'The 30 days limit one step of a staged review; they are not the time that the designation takes.',
    },
  },
  'us.cpt3': {
    as: 'not-processing',
    why: {
      ko: '5년은 코드가 효력을 잃기까지의 기간이며 코드를 받는 데 걸리는 기간이 아닙니다.',
      en: 'Five years is when such a code lapses, not how long it takes to get one.',
    },
  },
  'jp.challenge': {
    as: 'not-processing',
    why: {
      ko: '신청할 수 있는 기간이며 심사에 걸리는 기간이 아닙니다.',
      en: 'It is the time in which one may apply, not the time of the review.',
    },
  },
};

export const readingOf = (stage: string): Reading | undefined => readings[stage];
export const readStages: readonly string[] = Object.keys(readings);
