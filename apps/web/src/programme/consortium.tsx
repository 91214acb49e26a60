import type { MemberView } from '@daero/api/schemas/programme-parts';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { exact, percent } from './won.tsx';
import { useName } from './use-name.ts';

/** Who takes part, as what, and what each gets and gives: computed from the lines of the budget. */
export function Consortium({ members }: { readonly members: readonly MemberView[] }): ReactElement {
  const { say, text } = useWords();
  const name = useName();
  const sum = (of: 'grant' | 'ownCash' | 'ownKind'): string =>
    exact(members.reduce((all, one) => all + one[of], 0));
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.consortium')}>
      <table className="tbl">
        <caption className="sr">{say('grant.consortium')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('grant.party')}</th>
            <th scope="col">{say('grant.role')}</th>
            <th scope="col">{say('grant.kind')}</th>
            <th scope="col">{say('grant.region')}</th>
            <th scope="col" className="num">
              {say('grant.grantCol')}
            </th>
            <th scope="col" className="num">
              {say('grant.cashCol')}
            </th>
            <th scope="col" className="num">
              {say('grant.kindCol')}
            </th>
            <th scope="col" className="num">
              {say('grant.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((one) => (
            <tr key={one.party.id}>
              <th scope="row">{text(one.party.name)}</th>
              <td>{name(one.role.name)}</td>
              <td>
                {name(one.kind.name)}
                {one.kind.id === 'company' && <span className="quiet t-dense"> · {text(one.size.name)}</span>}
              </td>
              <td>{text(one.region.name)}</td>
              <td className="num">{exact(one.grant)}</td>
              <td className="num">{exact(one.ownCash)}</td>
              <td className="num">{exact(one.ownKind)}</td>
              <td className="num">{percent(one.share)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('grant.sum')}</th>
            <td colSpan={3} />
            <td className="num">{sum('grant')}</td>
            <td className="num">{sum('ownCash')}</td>
            <td className="num">{sum('ownKind')}</td>
            <td className="num" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
