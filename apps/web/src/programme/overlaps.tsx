import type { CallView } from '@daero/api/schemas/programme-call';
import { formatNumber } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { capital } from './use-name.ts';

const shownAtFirst = 6;

/** Pairs of applications that share something, within the call and with every other call of the office. */
export function Overlaps({ found }: { readonly found: CallView }): ReactElement {
  const { say, text } = useWords();
  const [all, setAll] = useState(false);
  const { overlaps, overlapRule: rule } = found;
  if (overlaps.length === 0) return <Empty what={say('call.noOverlap')} why={say('call.noOverlapWhy')} />;
  const shown = all ? overlaps : overlaps.slice(0, shownAtFirst);
  const likeness = (share: number): string => `${formatNumber(100 * share, 0)}%`;
  return (
    <div className="stack">
      <p className="t-dense quiet">
        {say('call.overlapRule', { text: likeness(rule.textLeast) })} <Grounds grounds={rule.grounds} />
      </p>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.overlap')}>
        <table className="tbl programme-table">
          <caption className="sr">{say('call.overlap')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('call.overlapPair')}</th>
              <th scope="col">{say('call.overlapWhy')}</th>
              <th scope="col" className="num">
                {say('call.overlapText')}
              </th>
              <th scope="col">{say('grant.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ first, second, reasons, resemblance, serious }) => (
              <tr key={`${first.application} ${second.application}`}>
                <th scope="row">
                  {[first, second].map((side) => (
                    <span key={side.application} className="now-line">
                      {text(side.title)}
                      {side.call.id !== found.id && (
                        <span className="quiet t-dense"> · {text(side.call.name)}</span>
                      )}
                    </span>
                  ))}
                </th>
                <td>
                  {reasons.map(({ because, what }) => (
                    <span key={because.id} className="now-line">
                      {capital(text(because.name))}{' '}
                      {because.id === 'hospitals' ? (
                        <span className="quiet">{what.map(text).join(', ')}</span>
                      ) : because.id === 'text' ? null : (
                        <span className="hash faint">{what.map(text).join(', ')}</span>
                      )}
                    </span>
                  ))}
                </td>
                <td className="num">{likeness(resemblance)}</td>
                <td>
                  {serious ? (
                    <span className="role-warn">
                      <Glyph name="stale" /> {say('call.serious')}
                    </span>
                  ) : (
                    <span className="quiet">—</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && overlaps.length > shownAtFirst && (
        <div>
          <Button onClick={() => setAll(true)}>
            {say('call.overlapMore', { n: overlaps.length - shownAtFirst })}
          </Button>
        </div>
      )}
    </div>
  );
}
