import type { IsoDate } from '@daero/domain/time';
import type { Assumption } from '../forecast/assumption.ts';
import type { AskedOnTop } from './script.ts';

/** Assumptions of the generated cases. Nobody's judgment stands behind them, and each says so. */
const grounds = {
  by: 'demo-ra',
  source: null,
  confidence: 'general-knowledge-unverified',
  reason: '시연용 가정입니다. 실제 근거가 없습니다',
} as const;

type Figures = readonly [least: number | null, usual: number | null, most: number | null];

export const takes = (
  stage: string,
  [least, usual, most]: Figures,
  dayType: 'calendar' | 'working' = 'calendar',
): Assumption => ({ about: 'days', stage, least, usual, most, dayType, ...grounds });

export const counted = (...stages: readonly string[]): readonly Assumption[] =>
  stages.map((stage) => ({ about: 'day-type', stage, dayType: 'calendar', ...grounds }));

export const study = (
  [least, usual, most]: readonly [IsoDate, IsoDate, IsoDate],
  followUpDays: number,
  reportDays: number,
): Assumption => ({
  about: 'study',
  lastPatientIn: { least, usual, most },
  followUpDays,
  reportDays,
  ...grounds,
});

export const ready = (
  requirement: string,
  [least, usual, most]: readonly [IsoDate, IsoDate, IsoDate],
): Assumption => ({ about: 'evidence', requirement, ready: { least, usual, most }, ...grounds });

/** What a protocol that does not exist is said to promise. */
export const atLeast = (requirement: string, minimumN: number): AskedOnTop => ({
  requirement,
  minimumN,
  ...grounds,
});

/** The days of assessment and listing, of which no source says what they count. */
export const koreanDays: readonly Assumption[] = [
  ...counted('kr.hira.check'),
  takes('kr.nhta', [200, 250, 330]),
  takes('kr.reassess', [200, 250, 330]),
  takes('kr.listing', [80, 100, 160]),
];
