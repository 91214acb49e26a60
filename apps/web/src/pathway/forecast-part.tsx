import type { ForecastView } from '@daero/api/schemas/pathway';
import { formatCount } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Grounds } from './grounds.tsx';
import { ForecastRange, Milestone } from './milestone.tsx';

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** When it may be listed and paid for, counted back from the window, and what would change it. Ranges first, medians second. */
export function ForecastFindings({ forecast }: { readonly forecast: ForecastView }): ReactElement {
  const { say, text } = useWords();
  const { window, critical, savings, nominal } = forecast;
  const saved = savings.filter(({ listing, firstUse }) => (listing ?? firstUse) !== null);
  return (
    <div className="stack">
      <p className="t-dense quiet">{say('case.condition')}</p>
      <dl className="marks">
        <dt>{say('case.listing')}</dt>
        <dd>
          <Milestone milestone={forecast.listing} whole />
        </dd>
        <dt>{say('case.firstUse')}</dt>
        <dd>
          <Milestone milestone={forecast.firstUse} whole />
        </dd>
        <dt>{say('case.paid')}</dt>
        <dd>
          <Milestone milestone={forecast.firstPaidUse} whole />
        </dd>
        {critical !== null && (
          <>
            <dt>{say('forecast.path')}</dt>
            <dd>
              {critical.path.map(({ name }) => text(name)).join(' → ')}{' '}
              <span className="quiet t-dense">
                {say('forecast.pathShare', { share: percent(critical.share) })}
              </span>
            </dd>
          </>
        )}
      </dl>
      {window !== null && <WindowCount window={window} />}
      {saved.length > 0 && (
        <div>
          <h3 className="t-dense strong">{say('forecast.savings')}</h3>
          <ul className="grounds-list t-dense">
            {saved.map(({ label, listing, firstUse, allowedBy }) => {
              const days = listing ?? firstUse;
              return (
                <li key={label.en}>
                  {text(label)} ·{' '}
                  <span className="role-forecast">
                    <Glyph name="forecast" />{' '}
                    {days !== null &&
                      say('forecast.saved', {
                        days: formatCount(days.median),
                        low: formatCount(days.low),
                        high: formatCount(days.high),
                      })}
                  </span>{' '}
                  {allowedBy === null ? (
                    <span className="role-warn">{say('forecast.noRule')}</span>
                  ) : (
                    <Grounds grounds={allowedBy} />
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {nominal.length > 0 && (
        <div>
          <h3 className="t-dense strong">{say('forecast.nominal')}</h3>
          <p className="t-dense quiet">{say('forecast.nominalWhy')}</p>
          <ul className="grounds-list t-dense">
            {nominal.map(({ label, days, dayType, grounds }) => (
              <li key={label.en}>
                <span className="strong">{say(`days.${dayType}`, { n: formatCount(days) })}</span>{' '}
                <span className="quiet">{text(label)}</span> <Grounds grounds={grounds} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="t-dense faint">
        {say('forecast.draws', {
          draws: formatCount(forecast.draws),
          seed: String(forecast.seed),
        })}
      </p>
    </div>
  );
}

/** From the last day of use back to the last patient who may still come in. */
function WindowCount({ window }: { readonly window: NonNullable<ForecastView['window']> }): ReactElement {
  const { say, text } = useWords();
  const { lastDay, latestFiling, latestLastPatientIn, chanceOfMissing, chanceOfFilingLate, needs } = window;
  const row = (name: string, dates: typeof lastDay): ReactElement => (
    <>
      <dt>{name}</dt>
      <dd>{dates === null ? '—' : <ForecastRange ranges={dates.ranges} median={dates.median} whole />}</dd>
    </>
  );
  const chance = (name: string, share: number | null): ReactElement => (
    <>
      <dt>{name}</dt>
      <dd>
        {share === null ? (
          '—'
        ) : (
          <span className={share > 0.2 ? 'role-warn strong' : 'role-forecast strong'}>
            <Glyph name={share > 0.2 ? 'stale' : 'forecast'} /> {say('state.forecast')} {percent(share)}
          </span>
        )}
      </dd>
    </>
  );
  return (
    <div>
      <h3 className="t-dense strong">{say('forecast.back')}</h3>
      <dl className="marks">
        {row(say('forecast.lastDay'), lastDay)}
        {row(say('forecast.filing'), latestFiling)}
        {row(say('forecast.lastPatient'), latestLastPatientIn)}
        {chance(say('forecast.missing'), chanceOfMissing)}
        {chance(say('forecast.filingLate'), chanceOfFilingLate)}
      </dl>
      {needs.length > 0 && (
        <p className="t-dense quiet">
          <Glyph name="withheld" />{' '}
          {needs
            .map(({ stage, reason }) =>
              say('case.withheld', { stage: text(stage.name), reason: text(reason.name) }),
            )
            .join(' · ')}
        </p>
      )}
    </div>
  );
}
