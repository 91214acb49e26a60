import type { ApplicationView, CallView } from '@daero/api/schemas/programme-call';
import { formatNumber } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { SidePanel } from '../shell/side-panel.tsx';
import { writtenIn } from './written-in.ts';
import { exact, percent, Won } from './won.tsx';

/** One application: what it is about, who takes part with which share, its budget lines, and the reviews that may be seen. */
export function ApplicationPanel({
  application: one,
  reviews,
  terms,
  onClose,
}: {
  readonly application: ApplicationView;
  readonly reviews: CallView['reviews'];
  readonly terms: CallView['terms'];
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const own = reviews.filter(({ application }) => application === one.application);
  const nameOf = (id: string): string => {
    const found = terms.criteria.find(({ criterion }) => criterion.id === id);
    return found === undefined ? id : text(found.criterion.name);
  };
  return (
    <SidePanel title={text(one.title)} of={one.application} onClose={onClose}>
      <div className="stack">
        <p>{text(one.summary)}</p>
        <dl className="pairs t-dense">
          <div>
            <dt>{say('call.product')}</dt>
            <dd className="hash">{one.product ?? say('call.none')}</dd>
          </div>
          <div>
            <dt>{say('call.tier')}</dt>
            <dd>{text(one.tier)}</dd>
          </div>
          <div>
            <dt>{say('call.grantAsked')}</dt>
            <dd>
              <Won amount={one.grant} />
            </dd>
          </div>
          <div>
            <dt>{say('call.ownShare')}</dt>
            <dd>
              {percent(one.ownShare)} (<Won amount={one.ownCash} /> + <Won amount={one.ownKind} />)
            </dd>
          </div>
        </dl>
        <h3 className="t-dense strong">{say('grant.consortium')}</h3>
        <ul className="plain-list t-dense">
          {one.members.map(({ party, role, region, share }) => (
            <li key={party.id}>
              <span className="strong">{text(party.name)}</span>
              <span className="now-line quiet">
                {text(role.name)} · {text(region.name)} · {percent(share)}
              </span>
            </li>
          ))}
        </ul>
        <h3 className="t-dense strong">
          {say('call.lines')} <span className="quiet">({say('grant.won')})</span>
        </h3>
        <ul className="plain-list t-dense">
          {one.lines.map((line) => (
            <li key={line.lineId}>
              <span className="line-item">
                <span>
                  {line.year} · {text(line.category.name)} · {text(line.party.name)}
                </span>
                <span className="strong">{exact(line.grant + line.ownCash + line.ownKind)}</span>
              </span>
              <span className="now-line quiet">{text(line.text)}</span>
            </li>
          ))}
        </ul>
        {own.length > 0 && (
          <>
            <h3 className="t-dense strong">{say('call.reviews')}</h3>
            <ul className="plain-list t-dense">
              {own.map((review, at) => (
                <li key={`${review.reviewer} ${at}`}>
                  <span className="line-item">
                    <span>
                      {review.reviewerName === null ? say('call.unnamed') : text(review.reviewerName)}
                    </span>
                    <span className="strong">{formatNumber(review.marks, 2)}</span>
                  </span>
                  <span className="now-line quiet">
                    {review.points
                      .map(({ criterion, points }) => `${nameOf(criterion)} ${points}`)
                      .join(' · ')}
                  </span>
                  <span className="now-line" lang={writtenIn(review.comment)} translate="no">
                    {review.comment}
                  </span>
                  {!review.counts && (
                    <span className="role-warn">
                      <Glyph name="stale" /> {say('call.notCounted')}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </SidePanel>
  );
}
