import type { ProjectView } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import { Fragment, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { exact, percent } from './won.tsx';
import { useName } from './use-name.ts';

type Statement = ProjectView['statements'][number];
const columns = ['agreed', 'planned', 'spent', 'disallowed', 'left'] as const;
const headOf = {
  agreed: 'grant.agreed',
  planned: 'grant.budgetNow',
  spent: 'grant.spentCol',
  disallowed: 'grant.disallowed',
  left: 'grant.left',
} as const;

/** Category by category and by whose money, year by year: exact won, sums at the foot. */
export function Budgets({ found }: { readonly found: ProjectView }): ReactElement {
  const { say, text } = useWords();
  const name = useName();
  const { statements } = found;
  const keys = new Map(
    statements.flatMap(({ rows }) =>
      rows.map(({ category, funding }) => [`${category.id} ${funding.id}`, { category, funding }] as const),
    ),
  );
  const cells = ({ rows }: Statement, key: string) =>
    rows.find(({ category, funding }) => `${category.id} ${funding.id}` === key);
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.money')}>
      <table className="tbl money budget">
        <caption className="money-caption t-dense quiet">{say('grant.won')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say('grant.category')}
            </th>
            {statements.map(({ year }) => (
              <th key={year} scope="colgroup" colSpan={columns.length} className="year-starts">
                {say('grant.year', { year })}
              </th>
            ))}
          </tr>
          <tr>
            {statements.map(({ year }) => (
              <Fragment key={year}>
                {columns.map((column) => (
                  <th key={column} scope="col" className={`num ${column === 'agreed' ? 'year-starts' : ''}`}>
                    {say(headOf[column])}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...keys].map(([key, { category, funding }]) => (
            <tr key={key}>
              <th scope="row">
                {name(category.name)} <span className="t-dense quiet">{text(funding.name)}</span>
              </th>
              {statements.map((statement) => {
                const row = cells(statement, key);
                return (
                  <Fragment key={statement.year}>
                    {columns.map((column) => (
                      <td key={column} className={`num ${column === 'agreed' ? 'year-starts' : ''}`}>
                        {row === undefined ? <span className="quiet">—</span> : exact(row[column])}
                        {column === 'spent' && row !== undefined && row.planned > 0 && (
                          <span className="money-bar" aria-hidden="true">
                            <span style={{ width: `${Math.min(100, (100 * row.spent) / row.planned)}%` }} />
                          </span>
                        )}
                      </td>
                    ))}
                  </Fragment>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('grant.sum')}</th>
            {statements.map(({ year, rows }) => (
              <Fragment key={year}>
                {columns.map((column) => (
                  <td key={column} className={`num ${column === 'agreed' ? 'year-starts' : ''}`}>
                    {exact(rows.reduce((sum, row) => sum + row[column], 0))}
                  </td>
                ))}
              </Fragment>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Where the grant of each year is, whether the own share was given, what is still open, and the files to settle with. */
export function Settlements({ found }: { readonly found: ProjectView }): ReactElement {
  return (
    <div className="year-tables">
      {found.statements.map((statement) => (
        <Year key={statement.year} statement={statement} id={found.id} />
      ))}
    </div>
  );
}

function Year({ statement, id }: { readonly statement: Statement; readonly id: string }): ReactElement {
  const { language, say, text } = useWords();
  const { year, fromOn, toOn, settledOn, open, grant, interest, ownShare } = statement;
  const file = (of: 'statement' | 'receipts'): string =>
    `/api/programme/projects/${encodeURIComponent(id)}/settlement?year=${year}&of=${of}`;
  const facts = [
    ['grant.agreed', grant.agreed],
    ['grant.paid', grant.paid],
    ['grant.spentCol', grant.spent],
    ['grant.returned', grant.returned],
    ['grant.claimed', grant.claimed],
    ['grant.inHand', grant.inHand],
  ] as const;
  return (
    <div className="stack">
      <div className="year-head">
        <h3>
          {say('grant.year', { year })}{' '}
          <span className="quiet t-dense">
            {formatDate(fromOn, language)} – {formatDate(toOn, language)}
          </span>{' '}
          <span className={settledOn === null ? 'quiet' : 'role-ok'}>
            <Glyph name={settledOn === null ? 'none' : 'observed'} />{' '}
            {settledOn === null
              ? say('grant.notSettled')
              : say('grant.settledOn', { date: formatDate(settledOn, language) })}
          </span>
        </h3>
        <span className="row t-dense">
          <a href={file('statement')} download>
            <Glyph name="download" /> {say('grant.statementFile')}
          </a>
          <a href={file('receipts')} download>
            <Glyph name="download" /> {say('grant.receiptsFile')}
          </a>
        </span>
      </div>
      <p className="t-dense strong">
        {say('grant.flow')} <span className="quiet">({say('grant.won')})</span>
      </p>
      <dl className="flow-facts t-dense">
        {facts.map(([name, amount]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd className={name === 'grant.claimed' && amount > 0 ? 'role-bad' : ''}>{exact(amount)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('grant.interest')}</dt>
          <dd>
            {exact(interest.credited)} − {exact(interest.returned)}
          </dd>
        </div>
      </dl>
      <dl className="flow-facts t-dense">
        <div>
          <dt>{say('grant.ownAgreed')}</dt>
          <dd>{exact(ownShare.agreed)}</dd>
        </div>
        <div>
          <dt>{say('grant.ownGiven')}</dt>
          <dd>
            {exact(ownShare.given)} ({percent(ownShare.share)})
          </dd>
        </div>
        <div>
          <dt>{say('grant.short')}</dt>
          <dd className={ownShare.met ? '' : 'role-warn'}>{exact(ownShare.short)}</dd>
        </div>
      </dl>
      {open.length > 0 && (
        <p className="t-dense role-warn">
          <Glyph name="stale" /> {say('grant.before', { what: open.map(text).join(', ') })}
        </p>
      )}
    </div>
  );
}
