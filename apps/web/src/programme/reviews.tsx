import type { CallView } from '@daero/api/schemas/programme-call';
import { formatDate } from '@daero/domain/format/date';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { writtenIn } from './written-in.ts';

/** For the office: every application by every reviewer, with the conflicts where they bar one from the other. */
export function Reviewers({ found }: { readonly found: CallView }): ReactElement {
  const { say, text } = useWords();
  const { applications, reviewers, reviews } = found;
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.reviewers')}>
      <table className="tbl matrix">
        <caption className="sr">{say('call.marksOf100')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('call.reviewer')}</th>
            <th scope="col" className="num">
              {say('call.declared')}
            </th>
            <th scope="col" className="num">
              {say('call.scored')}
            </th>
            {applications.map(({ application, lead }) => (
              <th key={application} scope="col" className="num">
                {text(lead)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reviewers.map((one) => (
            <tr key={one.reviewer}>
              <th scope="row">{text(one.name)}</th>
              <td className="num">
                {formatCount(one.declared)} / {formatCount(one.assigned)}
              </td>
              <td className="num">
                {formatCount(one.scored)} / {formatCount(one.assigned - one.conflicts.length)}
              </td>
              {applications.map(({ application }) => {
                const conflict = one.conflicts.find((found_) => found_.application === application);
                const review = reviews.find(
                  (found_) => found_.application === application && found_.reviewer === one.reviewer,
                );
                return (
                  <td key={application} className="num">
                    {conflict !== undefined ? (
                      <span className="role-bad">
                        <Glyph name="no-access" /> {conflict.because.map(text).join(', ')}
                      </span>
                    ) : review === undefined ? (
                      <span className="quiet">—</span>
                    ) : (
                      formatNumber(review.marks, 2)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a reviewer wrote, or what an applicant is told of the own application. */
export function Reviews({ found }: { readonly found: CallView }): ReactElement {
  const { language, say, text } = useWords();
  const titleOf = (id: string): string => {
    const one = found.applications.find(({ application }) => application === id);
    return one === undefined ? id : text(one.title);
  };
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.reviews')}>
      <table className="tbl programme-table">
        <caption className="sr">{say('call.reviews')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('call.title')}</th>
            <th scope="col">{say('call.reviewer')}</th>
            <th scope="col" className="num">
              {say('call.marksOf100')}
            </th>
            <th scope="col">{say('call.comment')}</th>
            <th scope="col">{say('grant.day')}</th>
          </tr>
        </thead>
        <tbody>
          {found.reviews.map((one, at) => (
            <tr key={`${one.application} ${one.reviewer} ${at}`}>
              <th scope="row">{titleOf(one.application)}</th>
              <td>{one.reviewerName === null ? say('call.unnamed') : text(one.reviewerName)}</td>
              <td className="num">{formatNumber(one.marks, 2)}</td>
              <td lang={writtenIn(one.comment)} translate="no">
                {one.comment}
              </td>
              <td className="nowrap">{formatDate(one.on, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
