import type { CallView } from '@daero/api/schemas/programme-call';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { Grounds } from '../pathway/grounds.tsx';
import { percent, Won } from './won.tsx';
import { useName } from './use-name.ts';

/** What the call asks: criteria, tiers with their shares, budget by year, the steps of its kind, and what is known of it. */
export function Terms({ found }: { readonly found: CallView }): ReactElement {
  const { say, text } = useWords();
  const name = useName();
  const { terms, steps, known } = found;
  return (
    <div className="stack">
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.criterion')}>
        <table className="tbl">
          <caption className="sr">{say('call.criterion')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('call.criterion')}</th>
              <th scope="col" className="num">
                {say('call.weight')}
              </th>
              <th scope="col" className="num">
                {say('call.mostPoints')}
              </th>
            </tr>
          </thead>
          <tbody>
            {terms.criteria.map(({ criterion, weight, mostPoints }) => (
              <tr key={criterion.id}>
                <th scope="row">{name(criterion.name)}</th>
                <td className="num">{percent(weight, 0)}</td>
                <td className="num">{mostPoints}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('call.tier')}>
        <table className="tbl">
          <caption className="sr">{say('call.tier')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('call.tier')}</th>
              <th scope="col" className="num">
                {say('call.grantMost')}
              </th>
              <th scope="col">{say('call.ownLeast')}</th>
              <th scope="col">{say('grounds.open')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.tiers.map(({ tier, grantMost, ownShareLeast, grounds }) => (
              <tr key={tier.id}>
                <th scope="row">{name(tier.name)}</th>
                <td className="num">
                  <Won amount={grantMost} />
                </td>
                <td>
                  {ownShareLeast
                    .map(({ size, share }) => `${text(size.name)} ${percent(share, 0)}`)
                    .join(' · ')}
                </td>
                <td>
                  <Grounds grounds={grounds} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="pairs t-dense">
        <div>
          <dt>{say('call.yearly')}</dt>
          <dd className="flow-facts">
            {terms.budget.map(({ year, amount }) => (
              <span key={year}>
                {year} <Won amount={amount} />
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say('call.steps')}</dt>
          <dd>{steps.map((one) => text(one.name)).join(' → ')}</dd>
        </div>
      </dl>
      <h3 className="t-dense strong">{say('call.known')}</h3>
      <ul className="plain-list t-dense">
        {known.map(({ text: told, since, grounds }) => (
          <li key={told.en}>
            {text(told)} <span className="quiet">({since})</span> <Grounds grounds={grounds} />
          </li>
        ))}
      </ul>
    </div>
  );
}
