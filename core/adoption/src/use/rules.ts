import type { IsoDate } from '@daero/domain/time';
import type { Grounds } from '../record/event.ts';

/** When use counts as what it is called. Settings are data: nobody has stated them, so they say so. */
export type UseRules = {
  readonly version: string;
  /** A week with fewer eligible cases is not judged. */
  readonly leastEligiblePerWeek: number;
  /** Share of eligible cases whose result was seen, at or above which a week counts as used. */
  readonly usedWeekShare: number;
  /** Judged weeks looked back on, and how many of them must be used for use to be sustained. */
  readonly sustainedWindow: number;
  readonly sustainedWeeks: number;
  /** Weeks since go-live before use can be called sustained. */
  readonly sustainedAfterWeeks: number;
  /** Judged weeks looked back on for fading, and how many of them may be used at most. */
  readonly fadingWindow: number;
  readonly fadingUsedAtMost: number;
  /** How many weeks of the same window must be used again before fading is over: more than begin it, so that use does not flicker. */
  readonly recoveredWeeks: number;
  /** Judged weeks in a row without any run after which a product counts as withdrawn without notice. */
  readonly silentWeeks: number;
  readonly grounds: Grounds;
};

export const defaultUseRules: UseRules = {
  version: 'default-2026-1',
  leastEligiblePerWeek: 5,
  usedWeekShare: 0.5,
  sustainedWindow: 12,
  sustainedWeeks: 10,
  sustainedAfterWeeks: 26,
  fadingWindow: 6,
  fadingUsedAtMost: 2,
  recoveredWeeks: 4,
  silentWeeks: 13,
  grounds: { source: null, confidence: 'general-knowledge-unverified' },
};

export type UseStanding =
  | { readonly is: 'not-used' }
  | { readonly is: 'trial' }
  | { readonly is: 'in-use' }
  | { readonly is: 'sustained' }
  | { readonly is: 'fading' }
  | { readonly is: 'withdrawn'; readonly by: 'decision' | 'silence' };

/** From the week that begins on `since`. */
export type UsePeriod = { readonly standing: UseStanding; readonly since: IsoDate };
