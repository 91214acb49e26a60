import type { CaseEventRow, CaseView, PossibleView } from '@daero/api/schemas/pathway';
import type { LoggedEvent } from '@daero/domain/event';
import { succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { possibleChanges, type Possible } from '@daero/pathway/record/possible';
import { readEntry, type Entry } from '@daero/pathway/record/entry';
import { routeFacts } from '@daero/pathway/routes/facts';
import { clockEventWord } from '@daero/pathway/words/clock-events';
import {
  askedWord,
  assumedWord,
  boundWord,
  tellChange,
  unboundWord,
} from '@daero/pathway/words/change-words';
import { caseRow, statutoryView, windowView } from './case-row.ts';
import type { OpenedCase, TimedForecast } from './cases.ts';
import { gapsView, type Claims } from './claims.ts';
import { newerRules } from './rules-view.ts';
import { forecastView } from './forecast-view.ts';
import { groundsOf, nameOf } from './naming.ts';

/** A case whole: where it stands, its clocks, its forecast, what it lacks, what was recorded and what may be next. */
export function caseView(
  opened: OpenedCase,
  forecast: Result<TimedForecast>,
  { claims, mayRecord }: { readonly claims: Claims; readonly mayRecord: boolean },
): Result<CaseView> {
  const { record, clocks, events, asOf } = opened;
  const { rules } = record.state;
  const gaps = gapsView(record, claims, asOf);
  if (!gaps.ok) return gaps;
  const { inForceFrom, changed, source, confidence } = rules.version;
  return succeed({
    ...caseRow(opened, forecast.ok ? forecast.value.forecast : null),
    rulesFact: {
      ...{ inForceFrom, changed, newer: newerRules(record, asOf) },
      grounds: groundsOf(rules, { source, confidence }),
    },
    versions: record.state.versions,
    chosenOn: chosenOn(record),
    statutory: clocks.statutory.map((clock) => statutoryView(record, clock, opened)),
    duties: clocks.duties.map(({ stage, clock }) => ({
      stage: nameOf(rules, stage),
      what: clockEventWord(clock.event),
      days: clock.maxDays,
      grounds: groundsOf(rules, clock),
    })),
    windows: clocks.windows.map((clock) => windowView(rules, clock)),
    forecast: forecast.ok
      ? forecastView(
          { state: record.state, clocks, title: record.about.title },
          forecast.value.forecast,
          forecast.value.milliseconds,
        )
      : null,
    withoutForecast: forecast.ok
      ? null
      : { ko: speakFault(forecast.fault, 'ko'), en: speakFault(forecast.fault, 'en') },
    gaps: gaps.value,
    trail: trailOf(opened, events),
    possible: mayRecord ? possibleOf(opened) : [],
  });
}

/** The answers on which the route was chosen, as they were put. */
function chosenOn({ about, state }: OpenedCase['record']): CaseView['chosenOn'] {
  return routeFacts(state.rules.code).flatMap(({ name, question, values }) => {
    const answer = about.facts?.[name];
    return answer === undefined ? [] : [{ question, answer, yesNo: values.length === 2 }];
  });
}

/** The newest first. */
function trailOf({ record }: OpenedCase, events: readonly LoggedEvent[]): readonly CaseEventRow[] {
  const annulled = new Set(
    record.events.flatMap(({ change }) => (change.type === 'annulled' ? [change.eventId] : [])),
  );
  return events
    .map((event): CaseEventRow => {
      const read = readEntry(event);
      const entry = read.ok ? read.value : null;
      return {
        eventId: event.eventId,
        on: entry?.is === 'happened' ? entry.on : null,
        recordedAt: event.recordedAt,
        by: event.actor.personId,
        role: event.actor.role,
        signedBy: entry?.signedBy ?? '—',
        type: event.type,
        what: entry === null ? { ko: event.type, en: event.type } : whatOf(record, entry),
        reason: entry?.reason ?? '',
        source: entry?.is === 'happened' ? entry.source : null,
        annulled: annulled.has(event.eventId),
        position: event.position,
        hash: event.hash,
      };
    })
    .reverse();
}

function whatOf({ state }: OpenedCase['record'], entry: Entry): Text {
  switch (entry.is) {
    case 'happened':
      return tellChange(state.rules, entry.change).label;
    case 'assumed':
      return assumedWord;
    case 'asked':
      return askedWord;
    case 'bound':
      return withId(boundWord, entry.binding.claim);
    case 'unbound':
      return withId(unboundWord, entry.claim);
  }
}

const withId = ({ ko, en }: Text, id: string): Text => ({ ko: `${ko}: ${id}`, en: `${en}: ${id}` });

function possibleOf({ record, asOf }: OpenedCase): readonly PossibleView[] {
  const { rules } = record.state;
  return possibleChanges(record.events, record.state, asOf).map((possible) => {
    const { label, consequence, afterwards } = tellChange(rules, possible);
    const annulled =
      possible.type === 'annulled'
        ? record.events.find(({ eventId }) => eventId === possible.eventId)
        : undefined;
    const named: Text =
      annulled === undefined
        ? label
        : {
            ko: `${label.ko}: ${tellChange(rules, annulled.change).label.ko} (${annulled.on})`,
            en: `${label.en}: ${tellChange(rules, annulled.change).label.en} (${annulled.on})`,
          };
    return {
      key: keyOf(possible),
      ...{ label: named, consequence, afterwards },
      group: groupOf[possible.type],
      change: changeOf(possible),
      places:
        possible.type === 'decided'
          ? possible.to.map(({ place, usual }) => ({ ...nameOf(rules, place), usual }))
          : [],
      asks: asksOf[possible.type],
    };
  });
}

const groupOf = {
  entered: 'step',
  resumed: 'clock',
  appealed: 'decision',
  paused: 'clock',
  extended: 'clock',
  decided: 'decision',
  'window-opened': 'window',
  'window-extended': 'window',
  reached: 'standing',
  moved: 'rules',
  annulled: 'annul',
} as const satisfies Readonly<Record<Possible['type'], PossibleView['group']>>;

const asksOf: Readonly<Record<Possible['type'], PossibleView['asks']>> = {
  entered: [],
  resumed: [],
  appealed: [],
  paused: [],
  extended: ['days'],
  decided: [],
  'window-opened': ['fromOn', 'toOn'],
  'window-extended': ['toOn'],
  reached: ['reference'],
  moved: [],
  annulled: [],
};

/** The change as the form sends it back, without what the person fills in. */
function changeOf(possible: Possible): PossibleView['change'] {
  switch (possible.type) {
    case 'decided': {
      const { to: _to, ...change } = possible;
      return change;
    }
    case 'extended': {
      const { mostDays: _most, ...change } = possible;
      return change;
    }
    case 'window-opened': {
      const { usualToOn: _usual, ...change } = possible;
      return change;
    }
    case 'window-extended': {
      const { afterOn: _after, ...change } = possible;
      return change;
    }
    default:
      return possible;
  }
}

const keyOf = (possible: Possible): string => Object.values(changeOf(possible)).map(String).join(' ');
