import { formatDate } from '@daero/domain/format/date';
import type { IsoDate } from '@daero/domain/time';
import type { Rules } from '@daero/pathway/jurisdiction/rules';
import { sourceNames } from '@daero/pathway/jurisdiction/read-jurisdiction';
import type { Grounds, Route } from '@daero/pathway/jurisdiction/schema';
import type { Asked, RouteAnswer } from '@daero/pathway/routes/which-routes';
import { paymentWords, standingWords } from '@daero/pathway/words/route-words';
import {
  confidenceWords,
  dayTypeWords,
  durationWords,
  evidenceWords,
  needWords,
} from '@daero/pathway/words/terms';
import { language, print } from '../terminal.ts';

const marks = { open: '○', closed: '✕', undecided: '?' } as const;

/** Where a statement comes from: the source's title, and how far it may be trusted. */
export function groundsText(rules: Rules, { source, confidence }: Grounds): string {
  const titles = sourceNames(source).map((name) => rules.file.sources[name]?.publisher ?? name);
  return `[${[...titles, confidenceWords[confidence][language]].join('; ')}]`;
}

/** Each route of a country: open, closed with its rule, or waiting for an answer; what it asks, takes and gives. */
export function tellRoutes(rules: Rules, on: IsoDate, routes: readonly RouteAnswer[]): void {
  print({
    ko: `${rules.code} · ${formatDate(on, 'ko')} · 제도 판 ${rules.version.version}`,
    en: `${rules.code} · ${formatDate(on, 'en')} · rules of version ${rules.version.version}`,
  });
  for (const route of routes) tellRoute(rules, route);
}

function tellRoute(rules: Rules, answer: RouteAnswer): void {
  print(
    `\n${marks[answer.standing]} ${answer.name[language]} (${answer.route}): ${standingWords[answer.standing][language]}`,
  );
  for (const rule of answer.closedBy) print(`    ✕ ${rule.text[language]} ${groundsText(rules, rule)}`);
  for (const rule of answer.waitsFor) {
    print(`    ? ${rule.text[language]} ${groundsText(rules, rule)}`);
    for (const fact of rule.facts) print(`        ${fact.question[language]}  --fact ${fact.name}=`);
  }
  for (const { label, days, source, confidence } of answer.nominal) {
    const count = language === 'ko' ? `${days}일` : `${days} days`;
    print(`    · ${count}: ${label[language]} ${groundsText(rules, { source, confidence })}`);
  }
  const total = totalText(answer.total);
  if (total !== null) print(`    · ${total} ${groundsText(rules, answer.total)}`);
  print(`    → ${givesText(answer)}`);
  for (const asked of answer.asks) {
    const needs = needsText(asked);
    if (needs !== '') print(`      ${asked.name[language]}: ${needs} ${groundsText(rules, asked.grounds)}`);
  }
}

function totalText({ minDays, typicalDays, maxDays, kind, dayType }: Route['total']): string | null {
  const [low = null, high = null] = [minDays ?? typicalDays, maxDays ?? typicalDays];
  if (low === null && high === null) return null;
  const figures = low === null || high === null || low === high ? `${low ?? high}` : `${low}–${high}`;
  const type = dayTypeWords[dayType][language];
  const said = durationWords[kind][language];
  return language === 'ko'
    ? `전체(${said}) ${figures}일, ${type}`
    : `in all (${said}) ${figures} days, ${type}`;
}

function givesText({ gives }: RouteAnswer): string {
  const ends = gives.ends.map(({ name }) => name[language]).join(' / ');
  const window =
    gives.window === null
      ? []
      : [
          language === 'ko'
            ? `사용기간 ${gives.window.initialMonths}개월, 최대 ${gives.window.maxMonths ?? '?'}개월`
            : `use window ${gives.window.initialMonths} months, at most ${gives.window.maxMonths ?? '?'}`,
        ];
  return [ends, paymentWords[gives.payment][language], ...window].filter((part) => part !== '').join(' · ');
}

/** Only what must or should be there; what is merely considered is in the JSON. */
const needsText = ({ needs }: Asked): string =>
  needs
    .filter(({ need }) => need !== 'considered')
    .map(({ evidence, need }) => `${evidenceWords[evidence][language]} (${needWords[need][language]})`)
    .join(', ');
