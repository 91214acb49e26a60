import type { StageView } from '@daero/api/schemas/pathway';
import { formatDate } from '@daero/domain/format/date';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Grounds } from './grounds.tsx';

const glyphOf = {
  done: 'full',
  now: 'half',
  ahead: 'none',
  skipped: 'skipped',
  exited: 'failed',
} as const satisfies Readonly<Record<StageView['state'], GlyphName>>;

type Days = Pick<NonNullable<StageView['rule']>, 'least' | 'usual' | 'most' | 'dayType'>;

/** 30, 30–60 or 10–65–80, always with the type of the days. */
export function useDays(): (days: Days) => string {
  const { say } = useWords();
  return ({ least, usual, most, dayType }) => {
    const stated = [...new Set([least, usual, most].filter((one) => one !== null))];
    return stated.length === 0 ? say('rules.none') : say(`days.${dayType}`, { n: stated.join('–') });
  };
}

/** The road by its rules: what each stage may take, who decides, what happened there, and where the rule comes from. */
export function RulesTable({ stages }: { readonly stages: readonly StageView[] }): ReactElement {
  const { language, say, text } = useWords();
  const days = useDays();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('case.route')}>
      <table className="tbl">
        <caption className="sr">{say('case.route')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('forecast.stage')}</th>
            <th scope="col">{say('rules.limit')}</th>
            <th scope="col">{say('rules.actors')}</th>
            <th scope="col">{say('rules.visits')}</th>
            <th scope="col">{say('grounds.open')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.stage.id}>
              <th scope="row">
                <Glyph name={glyphOf[stage.state]} /> {text(stage.stage.name)}{' '}
                <span className="t-dense quiet">{say(`stage.${stage.state}`)}</span>
              </th>
              <td>
                {stage.rule === null ? (
                  '—'
                ) : (
                  <>
                    <span className="nowrap">
                      <Glyph name={stage.rule.kindId === 'statutory' ? 'law' : 'typical'} />{' '}
                      {text(stage.rule.kind)}
                    </span>{' '}
                    {days(stage.rule)}
                  </>
                )}
              </td>
              <td>{stage.actors.map(text).join(', ')}</td>
              <td>
                {stage.visits.map((visit) => (
                  <span key={visit.attempt} className="now-line t-dense">
                    {say('rules.visit', { from: formatDate(visit.enteredOn, language) })}
                    {visit.decidedOn !== null && visit.outcome !== null && (
                      <>
                        {' '}
                        ·{' '}
                        <span className={stage.state === 'exited' ? 'role-bad' : 'role-ok'}>
                          {say('rules.decided', {
                            on: formatDate(visit.decidedOn, language),
                            outcome: text(visit.outcome),
                          })}
                        </span>
                      </>
                    )}
                    {visit.pauses.map((pause) => (
                      <span key={pause.fromOn} className="now-line quiet">
                        ‖{' '}
                        {say('rules.paused', {
                          from: formatDate(pause.fromOn, language),
                          to: pause.toOn === null ? '…' : formatDate(pause.toOn, language),
                          because: text(pause.because),
                        })}{' '}
                        · {say(pause.stops ? 'rules.clockStopped' : 'rules.clockRan')}
                      </span>
                    ))}
                  </span>
                ))}
              </td>
              <td>{stage.rule !== null && <Grounds grounds={stage.rule.grounds} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
