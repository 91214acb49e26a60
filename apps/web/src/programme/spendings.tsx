import type { ProjectView } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { writtenIn } from './written-in.ts';
import { exact, percent } from './won.tsx';

/** Every spending with its receipt, the newest first; what was reversed or not accepted stays. */
export function Spendings({ found }: { readonly found: ProjectView }): ReactElement {
  const { language, say, text } = useWords();
  if (found.spendings.length === 0)
    return <Empty what={say('grant.noSpending')} why={say('grant.noSpendingWhy')} />;
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.spendings')}>
      <table className="tbl programme-table">
        <caption className="sr">{say('grant.spendings')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('grant.day')}</th>
            <th scope="col">{say('grant.party')}</th>
            <th scope="col">{say('grant.category')}</th>
            <th scope="col" className="num">
              {say('grant.amount')}
            </th>
            <th scope="col" className="num">
              {say('grant.recognised')}
            </th>
            <th scope="col">{say('grant.receipt')}</th>
            <th scope="col">{say('grant.what')}</th>
          </tr>
        </thead>
        <tbody>
          {found.spendings.toReversed().map((one) => (
            <tr key={one.spending} className={one.reversedOn === null ? '' : 'trail-annulled'}>
              <th scope="row" className="nowrap">
                {formatDate(one.on, language)}
              </th>
              <td>{text(one.party.name)}</td>
              <td>
                {text(one.category.name)} <span className="t-dense quiet">{text(one.funding.name)}</span>
              </td>
              <td className="num">{exact(one.amount)}</td>
              <td className="num">
                {exact(one.recognised)}
                {one.disallowed > 0 && (
                  <span className="now-line t-dense role-bad">
                    <Glyph name="failed" /> {say('grant.disallowed')} {exact(one.disallowed)}
                  </span>
                )}
                {one.reversedOn !== null && (
                  <span className="now-line t-dense">
                    {say('grant.reversed', { date: formatDate(one.reversedOn, language) })}
                  </span>
                )}
              </td>
              <td>
                {text(one.receipt.kind)}{' '}
                <span className="hash faint" translate="no">
                  {one.receipt.number}
                </span>
              </td>
              <td translate="no">
                <span lang={writtenIn(one.text)}>{one.text}</span>
                <span className="now-line t-dense quiet" lang={writtenIn(one.receipt.payee)}>
                  {one.receipt.payee}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Moves of budget with the rule that let them through, and the rules themselves with their source. */
export function Transfers({ found }: { readonly found: ProjectView }): ReactElement {
  const { language, say, text } = useWords();
  const { transfers, transferRules: rules } = found;
  return (
    <div className="stack">
      {transfers.length === 0 ? (
        <p className="quiet">{say('grant.noTransfers')}</p>
      ) : (
        <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.transfers')}>
          <table className="tbl programme-table">
            <caption className="sr">{say('grant.transfers')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('grant.day')}</th>
                <th scope="col">{say('grant.from')}</th>
                <th scope="col">{say('grant.to')}</th>
                <th scope="col" className="num">
                  {say('grant.amount')}
                </th>
                <th scope="col">{say('grant.standing')}</th>
                <th scope="col">{say('grant.rule')}</th>
              </tr>
            </thead>
            <tbody>
              {transfers.toReversed().map((one) => (
                <tr key={one.transfer}>
                  <th scope="row" className="nowrap">
                    {formatDate(one.on, language)}
                  </th>
                  <td>
                    {text(one.from.category)}
                    <span className="now-line t-dense quiet">{text(one.from.party)}</span>
                  </td>
                  <td>
                    {text(one.to.category)}
                    <span className="now-line t-dense quiet">{text(one.to.party)}</span>
                  </td>
                  <td className="num">{exact(one.amount)}</td>
                  <td
                    className={
                      one.standing.id === 'refused'
                        ? 'role-bad'
                        : one.standing.id === 'asked'
                          ? 'role-warn'
                          : 'role-ok'
                    }
                  >
                    {text(one.standing.name)}
                  </td>
                  <td>
                    {text(one.rule)} {one.grounds !== null && <Grounds grounds={one.grounds} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="t-dense strong">
        {say('grant.rules', { version: rules.version, date: formatDate(rules.inForceFrom, language) })}
      </p>
      <ul className="plain-list t-dense">
        {rules.rows.map(({ because, ownMost, approvedMost, grounds }) => (
          <li key={because.en}>
            {say('grant.ruleRow', {
              because: text(because),
              own: percent(ownMost, 0),
              approved: percent(approvedMost, 0),
            })}{' '}
            <Grounds grounds={grounds} />
          </li>
        ))}
      </ul>
    </div>
  );
}
