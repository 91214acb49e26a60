import type { CaseView } from '@daero/api/schemas/pathway';
import { formatDate } from '@daero/domain/format/date';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Grounds } from './grounds.tsx';
import { countryWord } from './portfolio-page.tsx';

/** The version that the case runs under, those before it, and what a move to the newest would change; it moves by an event only. */
export function RuleVersion({
  found,
  onMove,
}: {
  readonly found: CaseView;
  /** Null for who may not record. */
  readonly onMove: (() => void) | null;
}): ReactElement {
  const { language, say, text } = useWords();
  const { inForceFrom, changed, newer, grounds } = found.rulesFact;
  return (
    <div className="stack">
      <div>
        <p>
          <Glyph name="law" />{' '}
          <span className="strong">
            {say('case.rules', { country: countryWord(say, found.jurisdiction), version: found.rules })}
          </span>{' '}
          {inForceFrom !== null && (
            <span className="quiet">{say('case.inForce', { date: formatDate(inForceFrom, language) })}</span>
          )}{' '}
          <Grounds grounds={grounds} />
        </p>
        <p className="t-dense quiet">{text(changed)}</p>
        {found.versions.length > 1 && (
          <p className="t-dense">
            <Glyph name="observed" /> {say('case.rulesBefore')}{' '}
            {found.versions
              .map(({ version, sinceOn }) =>
                say('case.rulesSince', { version, date: formatDate(sinceOn, language) }),
              )
              .join(' → ')}
          </p>
        )}
      </div>
      {newer !== null && (
        <div
          className="newer-rules"
          role="group"
          aria-label={say('case.rulesNewer', { version: newer.version })}
        >
          <p className="role-warn strong">
            <Glyph name="stale" /> {say('case.rulesNewer', { version: newer.version })}
          </p>
          <p className="t-dense">
            {text(newer.changed)}{' '}
            {newer.inForceFrom !== null && (
              <span className="quiet">
                {say('case.inForce', { date: formatDate(newer.inForceFrom, language) })}
              </span>
            )}{' '}
            <Grounds grounds={newer.grounds} />
          </p>
          <p className="t-dense strong">{say('case.rulesWould')}</p>
          {newer.differences.length === 0 ? (
            <p className="t-dense quiet">{say('case.rulesSame')}</p>
          ) : (
            <ul className="t-dense">
              {newer.differences.map(({ text: one, concerns }) => (
                <li key={one.en} className={concerns ? '' : 'quiet'}>
                  {text(one)} · {say(concerns ? 'case.rulesConcern' : 'case.rulesBeside')}
                </li>
              ))}
            </ul>
          )}
          {newer.refused !== null ? (
            <p className="t-dense role-bad">
              <Glyph name="failed" /> {text(newer.refused)}
            </p>
          ) : (
            onMove !== null && (
              <Button onClick={onMove}>{say('case.move', { version: newer.version })}</Button>
            )
          )}
        </div>
      )}
      {found.chosenOn.length > 0 && (
        <div>
          <p className="t-dense strong">{say('case.chosenOn')}</p>
          <ul className="t-dense">
            {found.chosenOn.map(({ question, answer, yesNo }) => (
              <li key={question.en}>
                {text(question)}{' '}
                <span className="strong">
                  {yesNo ? say(answer === 1 ? 'routes.yes' : 'routes.no') : answer}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
