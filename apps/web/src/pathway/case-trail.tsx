import type { CaseEventRow } from '@daero/api/schemas/pathway';
import { formatDate, formatInstant } from '@daero/domain/format/date';
import { roles } from '@daero/domain/product';
import type { Language } from '@daero/domain/text';
import { instant } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { shortHash } from '../figure/figure-facts.ts';
import { useWords } from '../i18n.ts';

/** What somebody wrote stands in the language in which they wrote it. */
export const writtenIn = (words: string): Language => (/[가-힣]/.test(words) ? 'ko' : 'en');

/** Every event of the case, newest first: what, when, who signed it and why. Nothing is deleted. */
export function CaseTrail({ rows }: { readonly rows: readonly CaseEventRow[] }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="stack">
      <p className="t-dense quiet">{say('trail.events', { count: rows.length })}</p>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('trail.title')}>
        <table className="tbl">
          <caption className="sr">{say('trail.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('trail.day')}</th>
              <th scope="col">{say('trail.what')}</th>
              <th scope="col">{say('trail.why')}</th>
              <th scope="col">{say('trail.source')}</th>
              <th scope="col">{say('trail.signed')}</th>
              <th scope="col">{say('trail.recorded')}</th>
              <th scope="col">{say('trail.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.eventId} className={row.annulled ? 'trail-annulled' : ''}>
                <td className="nowrap">{row.on === null ? '—' : formatDate(row.on, language)}</td>
                <th scope="row">
                  {text(row.what)}{' '}
                  {row.annulled && <span className="chip role-warn">{say('trail.annulled')}</span>}
                </th>
                <td lang={writtenIn(row.reason)}>{row.reason}</td>
                <td lang={writtenIn(row.source ?? '')}>{row.source ?? '—'}</td>
                <td>
                  <span lang={writtenIn(row.signedBy)} translate="no">
                    {row.signedBy}
                  </span>{' '}
                  <span className="faint t-dense">{roleWord(say, row.role)}</span>
                </td>
                <td className="nowrap">{formatInstant(instant(row.recordedAt), language)}</td>
                <td className="hash nowrap trail-kept">{shortHash(row.hash)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const roleWord = (say: ReturnType<typeof useWords>['say'], role: string): string => {
  const known = roles.find((one) => one === role);
  return known === undefined ? role : say(`role.${known}`);
};
