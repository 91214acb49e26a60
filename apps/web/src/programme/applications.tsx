import type { ApplicationView, CallView } from '@daero/api/schemas/programme-call';
import { formatDate } from '@daero/domain/format/date';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { percent, Won } from './won.tsx';

type Opens = { readonly onOpen: (application: string) => void; readonly onAct: (key: string) => void };

/** Who asks for how much, with which own share; what may be done with an application stands in its row. */
export function Applications({ found, onOpen, onAct }: { readonly found: CallView } & Opens): ReactElement {
  const { say } = useWords();
  const { applications, standing } = found;
  if (applications.length === 0)
    return (
      <Empty
        what={say(standing === 'office' ? 'call.noApplicationsOffice' : 'call.noApplications')}
        why={say(standing === 'reviewer' ? 'call.noApplicationsReviewer' : 'call.noApplicationsWhy')}
      />
    );
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.applications')}>
      <table className="tbl programme-table">
        <caption className="sr">{say('call.applications')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('call.title')}</th>
            <th scope="col" className="num">
              {say('call.members')}
            </th>
            <th scope="col" className="num">
              {say('call.grantAsked')}
            </th>
            <th scope="col" className="num">
              {say('call.ownShare')}
            </th>
            <th scope="col">{say('call.submitted')}</th>
            <th scope="col">{say('grant.standing')}</th>
            <th scope="col">
              <span className="sr">{say('call.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {applications.map((one) => (
            <Row key={one.application} one={one} found={found} onOpen={onOpen} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  one,
  found,
  onOpen,
  onAct,
}: { readonly one: ApplicationView; readonly found: CallView } & Opens): ReactElement {
  const { language, say, text } = useWords();
  const own = found.reviews.filter(({ application }) => application === one.application);
  const scoring = found.possible.find(
    ({ change }) => change.type === 'scored' && change['application'] === one.application,
  );
  const agreeing = found.agreements.find(({ change }) => change['application'] === one.application);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="row-button row-link" onClick={() => onOpen(one.application)}>
          {text(one.title)}
        </button>
        <span className="case-under t-dense quiet">{text(one.lead)}</span>
      </th>
      <td className="num">{formatCount(one.members.length)}</td>
      <td className="num">
        <Won amount={one.grant} />
      </td>
      <td className="num">{percent(one.ownShare)}</td>
      <td>
        <span className="nowrap">{formatDate(one.submittedOn, language)}</span>
        <span className="now-line t-dense quiet">{say('call.version', { n: one.versions })}</span>
      </td>
      <td>
        {one.withdrawnOn !== null ? (
          <span className="quiet">
            {say('call.withdrawn', { date: formatDate(one.withdrawnOn, language) })}
          </span>
        ) : one.selected === true ? (
          <span className="role-ok nowrap">
            <Glyph name="observed" /> {say('call.selected')}
          </span>
        ) : one.selected === false ? (
          <span className="quiet">{say('call.notSelected')}</span>
        ) : (
          <span className="quiet">
            {own.length === 0
              ? '—'
              : found.standing === 'reviewer'
                ? own.map(({ marks }) => formatNumber(marks, 2)).join(', ')
                : `${say('call.scored')} ${formatCount(own.length)}`}
          </span>
        )}
      </td>
      <td className="num">
        {scoring !== undefined && (
          <Button onClick={() => onAct(scoring.key)} aria-label={text(scoring.label)}>
            {say('call.score')}
          </Button>
        )}
        {agreeing !== undefined && (
          <Button onClick={() => onAct(agreeing.key)} aria-label={text(agreeing.label)}>
            {say('call.agree')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What is assigned but not shown: its number, why, and the declaration that may open it. */
export function ClosedApplications({
  found,
  onAct,
}: {
  readonly found: CallView;
  readonly onAct: (key: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  return (
    <div>
      <h3 className="t-dense strong">{say('call.closedTo')}</h3>
      <ul className="plain-list">
        {found.closed.map(({ application, because, conflicts }) => {
          const declaring = found.possible.find(
            ({ change }) => change.type === 'interest-declared' && change['application'] === application,
          );
          return (
            <li key={application} className="row">
              <span className={because.id === 'conflict' ? 'role-bad' : 'role-warn'}>
                <Glyph name="no-access" />
              </span>
              <span className="hash">{application}</span>
              <span>
                {text(because.name)}
                {conflicts.length > 0 && `: ${conflicts.map(text).join(', ')}`}
              </span>
              {declaring !== undefined && (
                <Button onClick={() => onAct(declaring.key)}>{say('call.declare')}</Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
