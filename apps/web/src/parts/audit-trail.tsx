import type { Language } from '@daero/domain/text';
import { formatInstant } from '@daero/domain/format/date';
import { instant, isInstant } from '@daero/domain/time';
import { roles } from '@daero/domain/product';
import { TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { AuditRow } from '../api-types.ts';
import { shortHash } from '../figure/figure-facts.ts';
import { useWords } from '../i18n.ts';
import { matches } from '../search/matches.ts';
import './parts.css';

/** A reason stands as somebody wrote it, in whichever language. */
const writtenIn = (reason: string): Language => (/[가-힣]/.test(reason) ? 'ko' : 'en');

/** Who did what, when and why. Events are never changed; a correction is a further event. */
export function AuditTrail({ rows }: { readonly rows: readonly AuditRow[] }): ReactElement {
  const { language, say } = useWords();
  const [wanted, setWanted] = useState('');
  const roleWord = (role: string): string => {
    const known = roles.find((one) => one === role);
    return known === undefined ? role : say(`role.${known}`);
  };
  const shown = rows.filter((row) =>
    matches(`${row.by} ${row.role} ${row.type} ${row.reason} ${row.hash}`, wanted),
  );
  return (
    <div className="stack">
      <TextInput
        className="trail-filter"
        aria-label={say('trail.filter')}
        placeholder={say('trail.filter')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {shown.length === 0 ? (
        <p className="t-dense quiet">{say('trail.none')}</p>
      ) : (
        <div className="frame-x" tabIndex={0} role="group" aria-label={say('trail.title')}>
          <table className="tbl">
            <caption className="sr">{say('trail.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('trail.time')}</th>
                <th scope="col">{say('trail.who')}</th>
                <th scope="col">{say('trail.what')}</th>
                <th scope="col">{say('trail.why')}</th>
                <th scope="col">{say('trail.hash')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.hash}>
                  <td className="nowrap">
                    {isInstant(row.at) ? formatInstant(instant(row.at), language) : row.at}
                  </td>
                  <td>
                    <span translate="no">{row.by}</span> <span className="faint">{roleWord(row.role)}</span>
                  </td>
                  <td className="hash">{row.type}</td>
                  <td lang={writtenIn(row.reason)}>{row.reason}</td>
                  <td className="hash nowrap">{shortHash(row.hash)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
