import type { ProjectView } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { exact } from './won.tsx';
import { useName } from './use-name.ts';

const shownAtFirst = 8;

/** The one journal, the newest first: each entry balances, and none is ever changed. */
export function Journal({ entries }: { readonly entries: ProjectView['journal'] }): ReactElement {
  const { language, say, text } = useWords();
  const name = useName();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  const amount = (won: number): string => (won === 0 ? '' : exact(won));
  return (
    <div className="stack">
      <p className="t-dense quiet">{say('grant.balanced', { n: formatCount(entries.length) })}</p>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.journal')}>
        <table className="tbl journal">
          <caption className="sr">{say('grant.journal')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('grant.day')}</th>
              <th scope="col">{say('grant.act')}</th>
              <th scope="col">{say('grant.account')}</th>
              <th scope="col" className="num">
                {say('grant.debit')}
              </th>
              <th scope="col" className="num">
                {say('grant.credit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((entry) =>
              entry.legs.map((leg, at) => (
                <tr key={`${entry.eventId} ${at}`} className={at === 0 ? 'entry-starts' : ''}>
                  <th scope="row" className="nowrap">
                    {at === 0 ? (
                      formatDate(entry.on, language)
                    ) : (
                      <span className="sr">{formatDate(entry.on, language)}</span>
                    )}
                  </th>
                  <td>{at === 0 ? name(entry.act) : ''}</td>
                  <td>
                    {name(leg.account)} <span className="quiet t-dense">{text(leg.of)}</span>
                  </td>
                  <td className="num">{amount(leg.debit)}</td>
                  <td className="num">{amount(leg.credit)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {!all && entries.length > shownAtFirst && (
        <div>
          <Button onClick={() => setAll(true)}>{say('grant.all', { n: formatCount(entries.length) })}</Button>
        </div>
      )}
    </div>
  );
}
