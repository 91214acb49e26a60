import type { Text } from '@daero/domain/text';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { Grounds, UseWindow } from './schema.ts';

/**
 * A state of the law of one jurisdiction. The file holds the newest; an earlier version is the file less what came later.
 * `inForceFrom` is null where the day on which these rules began was not established.
 */
export type Version = Grounds & {
  readonly jurisdiction: string;
  readonly version: string;
  readonly inForceFrom: IsoDate | null;
  readonly changed: Text;
  /** Stages and routes that the law did not have yet. */
  readonly without: readonly string[];
  /** Use windows as they were then, by stage. */
  readonly windows: Readonly<Record<string, Pick<UseWindow, 'extensions' | 'maxMonths'>>>;
};

const sole = (jurisdiction: string): Version => ({
  jurisdiction,
  version: '2026-11',
  inForceFrom: null,
  changed: { ko: '2026년 11월에 파악한 규정', en: 'The rules as known in November 2026' },
  without: [],
  windows: {},
  source: null,
  confidence: 'general-knowledge-unverified',
});

const immediateEntry = ['kr.immediate', 'kr.r.immediate'];

export const versions: readonly Version[] = [
  {
    jurisdiction: 'KR',
    version: '2025-03-06',
    inForceFrom: isoDate('2025-03-06'),
    changed: {
      ko: '신의료기술평가에 관한 규칙 개정: 이의신청, 조기 사용 기술의 동의와 사용 보고 의무',
      en: 'Revision of the assessment rule: objection to a result, consent and use reports for every early-entry technology',
    },
    without: immediateEntry,
    windows: { 'kr.innotech': { extensions: 0, maxMonths: 36 } },
    source: ['rule25.03', 'rule25.04'],
    confidence: 'stated-in-source',
  },
  {
    jurisdiction: 'KR',
    version: '2025-11-18',
    inForceFrom: isoDate('2025-11-18'),
    changed: {
      ko: '혁신의료기술 사용기간을 한 번, 모두 5년까지 연장할 수 있게 됨',
      en: 'The use period of innovative technology may be extended once, to five years in all',
    },
    without: immediateEntry,
    windows: {},
    source: 'mdrex87',
    confidence: 'stated-in-source',
  },
  {
    jurisdiction: 'KR',
    version: '2026-01-26',
    inForceFrom: isoDate('2026-01-26'),
    changed: { ko: '시장 즉시진입 제도 시행', en: 'Immediate market entry in force' },
    without: [],
    windows: {},
    source: ['mt.ie', 'seoul.ie'],
    confidence: 'stated-in-source',
  },
  sole('US'),
  sole('DE'),
  sole('FR'),
  sole('UK'),
  sole('JP'),
];
