import { formatDate } from '@daero/domain/format/date';
import { formatDaysLeft } from '@daero/domain/format/duration';
import { withParticle } from '@daero/domain/format/particle';
import { formatFraction } from '@daero/domain/format/probability';
import type { Text } from '@daero/domain/text';
import type { CaseReport } from '@daero/pathway/forecast/case-file';
import type { Dates } from '@daero/pathway/forecast/dates';
import type { Milestone } from '@daero/pathway/forecast/forecast';
import type { Basis } from '@daero/pathway/forecast/plan';
import { gapWords, questionWords } from '@daero/pathway/requirements/gaps';
import { standings } from '@daero/pathway/case/event';
import { placeName, routeName } from '@daero/pathway/words/name-words';
import { assumptionWords, basisWords, stateWords, withheldWords } from '@daero/pathway/words/route-words';
import { dayTypeWords, evidenceWords } from '@daero/pathway/words/terms';
import { language, print, tableText } from '../terminal.ts';
import { groundsText } from './pathway-routes.ts';

const say = (text: Text): string => text[language];
const heading = (text: Text): void => print(`\n${say(text)}`);
type Named = (stage: string) => string;

/** A case as a person reads it: how it stands, when it will be where, what that rests on and what is missing. */
export function tellForecast(report: CaseReport): void {
  const { state, forecast, title, demonstration } = report;
  const named: Named = (stage) => say(placeName(state.rules, stage));
  const label = demonstration ? { ko: ' · 시연 자료', en: ' · demonstration data' } : { ko: '', en: '' };
  print(`${say(title)}${say(label)}`);
  print(
    `${say(routeName(state.rules, forecast.route))} · ${state.rules.code} ${forecast.version} · ${formatDate(forecast.asOf, language)}`,
  );
  print(
    standings
      .map((one) => {
        const on = state.reached[one]?.on;
        return `${say(stateWords[one])} ${on === undefined ? '—' : formatDate(on, language)}`;
      })
      .join(' · '),
  );
  tellClocks(report, named);
  tellDates(report, named);
  tellWindow(report, named);
  tellBasis(report, named);
  tellGaps(report, named);
}

function tellClocks({ clocks }: CaseReport, named: Named): void {
  heading({ ko: '시계', en: 'Clocks' });
  const { calendarDays } = clocks.elapsed;
  print(
    `  ${language === 'ko' ? `경과 ${calendarDays}일(달력일)` : `elapsed ${calendarDays} calendar days`}`,
  );
  for (const clock of clocks.statutory) {
    if (clock.until !== null || clock.limitDays === null) continue;
    const type = dayTypeWords[clock.countedAs ?? clock.dayType][language];
    const counted = `${clock.countedDays ?? '—'} / ${clock.limitDays} ${type}`;
    const stopped = clock.stoppedSince === null ? '' : ` · ⏸ ${formatDate(clock.stoppedSince, language)}`;
    print(`  ${named(clock.stage)}: ${counted}${stopped}`);
  }
  for (const { stage, toOn, leftDays, overDays } of clocks.windows) {
    const left = formatDaysLeft(overDays > 0 ? -overDays : leftDays, language);
    print(`  ${named(stage)}: ${formatDate(toOn, language)} (${left})`);
  }
}

function tellDates({ forecast }: CaseReport, named: Named): void {
  const { draws, seed, milestones, critical, savings } = forecast;
  heading({
    ko: `예측 (결정이 모두 유리하고 보완이 더 없을 때; 추출 ${draws}번, 씨앗 ${seed})`,
    en: `Forecast (if every decision is favourable and nothing more is asked for; ${draws} draws, seed ${seed})`,
  });
  const rows: readonly (readonly [Text, Milestone])[] = [
    [{ ko: '등재', en: 'listing' }, milestones.listing],
    [{ ko: '첫 사용', en: 'first use' }, milestones.firstUse],
    [{ ko: '첫 유상 사용', en: 'first paid use' }, milestones.firstPaidUse],
  ];
  print(tableText(rows.map(([name, mark]) => [`  ${say(name)}`, milestoneText(mark, named)])));
  if (critical !== null)
    print(
      `  ${say({ ko: '임계 경로', en: 'critical path' })} (${formatFraction(critical.share)}): ${critical.path.map(named).join(' → ')}`,
    );
  for (const { scenario, allowedBy, listing, firstUse } of savings) {
    const what =
      scenario.change === 'earlier'
        ? { ko: `${scenario.days}일 일찍`, en: `${scenario.days} days earlier` }
        : {
            ko: `${withParticle(named(scenario.alongside), '과/와')} 함께`,
            en: `alongside ${named(scenario.alongside)}`,
          };
    const lawful =
      scenario.change === 'parallel' && allowedBy === null
        ? { ko: ' (허용하는 규정을 찾지 못함)', en: ' (no rule is known to allow it)' }
        : { ko: '', en: '' };
    const days = `${listing?.median ?? '—'} / ${firstUse?.median ?? '—'}`;
    print(
      `  ${named(scenario.stage)} ${say(what)}: ${say({ ko: '등재/첫 사용이 당겨지는 일수', en: 'days saved to listing / first use' })} ${days}${say(lawful)}`,
    );
  }
}

function milestoneText(mark: Milestone, named: Named): string {
  switch (mark.state) {
    case 'reached':
      return `${formatDate(mark.on, language)} ✓`;
    case 'forecast':
      return datesText(mark.dates);
    case 'withheld':
      return mark.needs
        .map(({ stage, reason }) => `${named(stage)}: ${say(withheldWords[reason])}`)
        .join('; ');
    case 'not-on-route':
      return say({ ko: '이 경로에 없음', en: 'not on this route' });
  }
}

/** Where every stage is taken to be a single figure there is no interval to show, and the day is no surer for it. */
function datesText({ median, intervals }: Dates): string {
  const day = formatDate(median, language);
  if (intervals.every(({ fromOn, toOn }) => fromOn === toOn))
    return `${day} ${say({ ko: '(남은 단계가 모두 한 값이어서 폭이 없음)', en: '(no interval: every stage left is a single figure)' })}`;
  const spans = intervals.map(
    ({ level, fromOn, toOn }) =>
      `${Math.round(level * 100)}%: ${formatDate(fromOn, language)} – ${formatDate(toOn, language)}`,
  );
  return [day, ...spans].join(' · ');
}

function tellWindow({ forecast }: CaseReport, named: Named): void {
  const { window } = forecast;
  if (window === null) return;
  heading({ ko: '사용기간에서 거꾸로 세면', en: 'Counted back from the end of the use window' });
  const rows: readonly (readonly [Text, Dates | null])[] = [
    [{ ko: '사용기간의 마지막 날', en: 'last day of the window' }, window.lastDay],
    [{ ko: '늦어도 재평가를 신청할 날', en: 'latest filing for reassessment' }, window.latestFiling],
    [{ ko: '늦어도 마지막 환자가 들어올 날', en: 'latest last patient in' }, window.latestLastPatientIn],
  ];
  print(tableText(rows.map(([name, dates]) => [`  ${say(name)}`, dates === null ? '—' : datesText(dates)])));
  if (window.chanceOfMissing !== null)
    print(
      `  ${say({ ko: '기간 안에 재평가가 끝나지 못할 확률', en: 'chance that the reassessment is not decided in time' })}: ${formatFraction(window.chanceOfMissing)}`,
    );
  for (const { stage, reason } of window.withheld) print(`  ${named(stage)}: ${say(withheldWords[reason])}`);
}

function tellBasis({ forecast, state }: CaseReport, named: Named): void {
  heading({ ko: '근거와 가정', en: 'What it rests on' });
  print(
    tableText(
      forecast.basis.map((basis) => [
        `  ${named(basis.stage)}`,
        spreadText(basis),
        say(basisWords[basis.from]),
        groundsText(state.rules, basis),
      ]),
    ),
  );
  for (const one of forecast.assumptions) {
    const about = say(assumptionWords[one.about]);
    const place = 'stage' in one ? `${named(one.stage)}, ${about}` : about;
    print(
      `  · ${place}: ${one.reason} — ${one.by} ${groundsText(state.rules, { source: one.source, confidence: one.confidence })}`,
    );
  }
  for (const { label, days } of forecast.nominal)
    print(`  ${language === 'ko' ? `${days}일` : `${days} days`}: ${say(label)}`);
}

function spreadText({ spread, dayType }: Basis): string {
  if (spread === null) return '—';
  const type = dayType === null ? '?' : say(dayTypeWords[dayType]);
  switch (spread.form) {
    case 'point':
      return `${spread.days} ${type}`;
    case 'uniform':
      return `${spread.least}–${spread.most} ${type}`;
    case 'pert':
      return `${spread.least}–${spread.usual}–${spread.most} ${type}`;
  }
}

function tellGaps({ gaps, forecast }: CaseReport, named: Named): void {
  heading({
    ko: `요건 ${gaps.requirements.length} · 갖춘 것 ${gaps.met.length} · 빈틈 ${gaps.gaps.length}`,
    en: `${gaps.requirements.length} requirements · ${gaps.met.length} met · ${gaps.gaps.length} gaps`,
  });
  print(
    tableText(
      gaps.gaps.map(({ requirement, kind, claim, found, asked, study }) => [
        requirement.must ? '  !' : '  ·',
        named(requirement.stage),
        say(evidenceWords[requirement.evidence]),
        say(gapWords[kind]),
        claim === null ? '' : `${claim}: ${found ?? '—'} → ${asked ?? '—'}`,
        say(questionWords[study.question]),
        savedBy(forecast, requirement.id),
      ]),
    ),
  );
}

/** What closing a gap today would save, where somebody assumes when its evidence will be there. */
function savedBy({ evidence }: CaseReport['forecast'], requirement: string): string {
  const effect = evidence.find((one) => one.requirement === requirement);
  const saved = effect?.listing ?? effect?.firstUse;
  if (saved === undefined || saved === null) return '';
  const { median, low, high } = saved;
  return say({
    ko: `◇ 오늘 채우면 −${median}일 (80% ${low}–${high}, 달력일)`,
    en: `◇ −${median} calendar days if closed today (80% ${low}–${high})`,
  });
}
