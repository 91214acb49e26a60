import type { CallView } from '@daero/api/schemas/programme-call';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { percent, Won } from './won.tsx';

/** Down the ranking as far as the budget lasts: the order, what broke a tie, and what the rules give. */
export function Ranking({
  found,
  onOpen,
}: {
  readonly found: CallView;
  readonly onOpen: (application: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  const { ranking, terms, tied } = found;
  if (ranking.length === 0) return <Empty what={say('call.noRanking')} why={say('call.noRankingWhy')} />;
  const cut = ranking.findIndex(({ verdict }) => verdict.id !== 'taken');
  return (
    <div className="stack">
      {tied.length > 0 && (
        <p className="role-warn">
          <Glyph name="stale" /> {say('call.tied')}
        </p>
      )}
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.ranking')}>
        <table className="tbl programme-table">
          <caption className="sr">{say('call.ranking')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('call.title')}</th>
              <th scope="col" className="num">
                {say('call.rank')}
              </th>
              <th scope="col" className="num">
                {say('call.mean')}
              </th>
              <th scope="col" className="num">
                {say('call.reviewCount')}
              </th>
              <th scope="col">{say('call.tie')}</th>
              <th scope="col" className="num">
                {say('call.grantAsked')}
              </th>
              <th scope="col">{say('call.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {ranking.map((one, at) => (
              <tr key={one.application} className={at === cut && at > 0 ? 'cut-below' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    className="row-button row-link"
                    onClick={() => onOpen(one.application)}
                  >
                    {text(one.title)}
                  </button>
                </th>
                <td className="num">{one.rank}</td>
                <td className="num">{formatNumber(one.marks, 2)}</td>
                <td className="num">{formatCount(one.reviews)}</td>
                <td>{one.decidedBy === null ? <span className="quiet">—</span> : text(one.decidedBy)}</td>
                <td className="num">
                  <Won amount={one.grant} />
                </td>
                <td>
                  <span className={one.verdict.id === 'taken' ? 'role-ok' : 'quiet'}>
                    <Glyph name={one.verdict.id === 'taken' ? 'observed' : 'failed'} />{' '}
                    {text(one.verdict.name)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="t-dense quiet">
        {say('call.rankRule', {
          mean: text(terms.mean),
          pass: percent(terms.passMark, 0).replace('%', ''),
          ties: terms.ties.map(text).join(' → '),
          budget: text(terms.budgetRule),
        })}
      </p>
      <dl className="flow-facts t-dense">
        {terms.budget.map(({ year, amount, left }) => (
          <div key={year}>
            <dt>
              {year} {say('call.left')}
            </dt>
            <dd>
              <Won amount={left ?? amount} /> / <Won amount={amount} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
