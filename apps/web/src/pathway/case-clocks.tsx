import type { CaseView } from '@daero/api/schemas/pathway';
import type { StatutoryClockView, WindowClockView } from '@daero/api/schemas/pathway-parts';
import { formatDate } from '@daero/domain/format/date';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Clock, type ClockFacts } from '../parts/clock.tsx';
import { Grounds } from './grounds.tsx';

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The three clocks of a case: what a law limits, how long it has been, and how long it may be used. */
export function CaseClocks({
  found,
  asOf,
}: {
  readonly found: CaseView;
  readonly asOf: IsoDate;
}): ReactElement {
  const { say, text } = useWords();
  const running = found.statutory.filter(({ until, limitDays }) => until === null && limitDays !== null);
  const windows = found.windows.filter(({ standing }) => standing !== 'closed');
  return (
    <div className="stack">
      {running.length === 0 && found.ended === null && (
        <p className="t-dense quiet">
          <Glyph name="withheld" /> {say('case.noClock')}
        </p>
      )}
      <div className="clock-grid">
        {running.map((clock) => (
          <div key={`${clock.stage.id} ${clock.attempt}`}>
            <Statutory clock={clock} />
            <Grounds grounds={clock.grounds} />
            {clock.countedAs !== null && clock.countedAs !== clock.dayType && (
              <span className="t-dense role-assumption">
                <Glyph name="assumption" />{' '}
                {say('case.countedAs', { type: say(`forecast.${clock.countedAs}`) })}
              </span>
            )}
          </div>
        ))}
        <Clock
          clock={{
            ...{ kind: 'elapsed', name: elapsedName, state: found.ended === null ? 'running' : 'expired' },
            ...{ spent: found.elapsedDays, limit: null, dayType: 'calendar', pauses: [] },
            since: { on: found.openedOn, why: openedName },
            endsOn: found.ended?.on ?? null,
          }}
        />
        {windows.map((clock) => (
          <div key={clock.stage.id}>
            <Clock clock={windowFacts(clock, asOf)} />
            {clock.grounds !== null && <Grounds grounds={clock.grounds} />}
          </div>
        ))}
      </div>
      {found.duties.length > 0 && (
        <ul className="grounds-list t-dense" aria-label={say('case.duties')}>
          {found.duties.map(({ stage, what, days, grounds }) => (
            <li key={`${stage.id} ${what.en}`}>
              <Glyph name="law" /> {text(stage.name)} · {text(what)}
              {days !== null && ` · ${say('case.dutyDays', { days })}`} <Grounds grounds={grounds} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const elapsedName: Text = { ko: '건을 연 뒤', en: 'since the case was opened' };
const openedName: Text = { ko: '건을 엶', en: 'case opened' };

/** Days that nobody has said how to count are not counted: the clock says so instead of showing a number. */
function Statutory({ clock }: { readonly clock: StatutoryClockView }): ReactElement {
  const { language, say, text } = useWords();
  const { stage, countedAs, countedDays, limitDays, overDays, stoppedSince, extendedDays, since } = clock;
  if (countedAs === null || countedDays === null) {
    return (
      <div className="clock">
        <p className="t-dense">
          <span className="faint">{say('clock.statutory')}</span>{' '}
          <span className="strong">{text(stage.name)}</span>
        </p>
        <p className="t-dense quiet">
          <Glyph name="withheld" /> {say('case.dayTypeOpen')}
        </p>
        <p className="t-dense quiet">
          {say('clock.since', { date: formatDate(since, language), why: text(stage.name) })}
        </p>
      </div>
    );
  }
  const why: Text =
    stoppedSince === null ? stage.name : { ko: '보완을 기다림', en: 'waiting for the supplement' };
  return (
    <Clock
      clock={{
        kind: 'statutory',
        name: stage.name,
        state:
          stoppedSince !== null
            ? 'stopped'
            : (overDays ?? 0) > 0
              ? 'expired'
              : extendedDays > 0
                ? 'extended'
                : 'running',
        ...{ spent: countedDays, limit: limitDays, dayType: countedAs, pauses: [] },
        since: { on: stoppedSince ?? since, why },
        endsOn: clock.endsOn,
      }}
    />
  );
}

const windowFacts = (
  { stage, fromOn, toOn, standing, overDays }: WindowClockView,
  asOf: IsoDate,
): ClockFacts => {
  const limit = daysBetween(fromOn, toOn);
  return {
    kind: 'use',
    name: stage.name,
    state: standing === 'expired' ? 'expired' : 'running',
    spent:
      standing === 'expired' ? limit + overDays : Math.max(0, Math.min(limit, daysBetween(fromOn, asOf))),
    ...{ limit, dayType: 'calendar', pauses: [] },
    since: { on: fromOn, why: stage.name },
    endsOn: toOn,
  };
};
