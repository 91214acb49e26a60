import type { IsoDate } from '@daero/domain/time';
import { addDays, daysBetween } from '@daero/pathway/calendar/day-number';
import { weekOf, type UseWeek } from './weeks.ts';
import type { UsePeriod, UseRules, UseStanding } from './rules.ts';

/** What the hospital decided, as far as it bears on use. */
export type Decided = { readonly wentLiveOn: IsoDate | null; readonly withdrawnOn: IsoDate | null };

/**
 * The states of use, one after another, each from the week in which it began. A week is judged once it is over and had enough
 * eligible cases; a week without them says nothing and changes nothing.
 */
export function useHistory(
  weeks: readonly UseWeek[],
  { wentLiveOn, withdrawnOn }: Decided,
  rules: UseRules,
): readonly UsePeriod[] {
  const periods: UsePeriod[] = [];
  const judged: UseWeek[] = [];
  let standing: UseStanding = { is: 'not-used' };
  for (const week of weeks) {
    const ended = withdrawnOn !== null && withdrawnOn < addDays(week.weekOf, 7);
    if (ended || standing.is === 'withdrawn') break;
    if (!week.over || week.eligible < rules.leastEligiblePerWeek) continue;
    judged.push(week);
    const next = standingAfter(judged, standing, wentLiveOn, rules);
    if (next.is !== standing.is) periods.push({ standing: next, since: week.weekOf });
    standing = next;
  }
  // What was withdrawn in silence and by decision afterwards was left when the silence was noticed.
  if (withdrawnOn !== null && standing.is !== 'withdrawn')
    periods.push({ standing: { is: 'withdrawn', by: 'decision' }, since: withdrawnOn });
  return periods;
}

/** How use stands at the end of the weeks. */
export const useStanding = (history: readonly UsePeriod[]): UsePeriod | null => history.at(-1) ?? null;

/** When use first stood so; null while it never did. */
export const firstSince = (history: readonly UsePeriod[], is: UseStanding['is']): IsoDate | null =>
  history.find(({ standing }) => standing.is === is)?.since ?? null;

function standingAfter(
  judged: readonly UseWeek[],
  before: UseStanding,
  wentLiveOn: IsoDate | null,
  rules: UseRules,
): UseStanding {
  const week = judged.at(-1);
  if (week === undefined || judged.every(({ seen }) => seen === 0)) return { is: 'not-used' };
  const silent = judged.slice(-rules.silentWeeks);
  if (silent.length === rules.silentWeeks && silent.every(({ ran }) => ran === 0))
    return { is: 'withdrawn', by: 'silence' };
  if (wentLiveOn === null || weekOf(wentLiveOn) > week.weekOf) return { is: 'trial' };
  const live = judged.filter(({ weekOf: monday }) => monday >= weekOf(wentLiveOn));
  const used = (of: readonly UseWeek[]): number => of.filter((one) => isUsed(one, rules)).length;
  const recent = live.slice(-rules.fadingWindow);
  const most = before.is === 'fading' ? rules.recoveredWeeks - 1 : rules.fadingUsedAtMost;
  if (recent.length === rules.fadingWindow && used(recent) <= most) return { is: 'fading' };
  const span = live.slice(-rules.sustainedWindow);
  const old = daysBetween(weekOf(wentLiveOn), week.weekOf) >= 7 * rules.sustainedAfterWeeks;
  const enough = span.length === rules.sustainedWindow && used(span) >= rules.sustainedWeeks;
  if (old && enough) return { is: 'sustained' };
  // Sustained use is not lost over a few bad weeks: only fading ends it.
  return before.is === 'sustained' ? before : { is: 'in-use' };
}

const isUsed = ({ eligible, seen }: UseWeek, { usedWeekShare }: UseRules): boolean =>
  eligible > 0 && seen / eligible >= usedWeekShare;
