import type { PurchaseView } from '@daero/api/schemas/adoption-purchase';
import { formatDate } from '@daero/domain/format/date';
import { formatMoney, formatMoneyExact } from '@daero/domain/format/money';
import { formatCount } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { CaseTrail } from '../pathway/case-trail.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { wholePercent } from './percent.ts';
import { About, HospitalTabs, useHospitalHead } from './hospital-frame.tsx';
import { OffersTable } from './offers-table.tsx';
import { PurchasePanel } from './purchase-panel.tsx';

export type Purchase = NonNullable<PurchaseView['purchase']>;

/** One purchase from request to contract, held against the rules of its day. */
export function PurchasePage(): ReactElement {
  const { say } = useWords();
  const { adoption } = useParams({ from: '/hospitals/$adoption/procurement' });
  const found = useQuery(questions.purchase(adoption));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('hospital.procurement')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <OnePurchase key={adoption} found={found.data} />;
}

function OnePurchase({ found }: { readonly found: PurchaseView }): ReactElement {
  const { say } = useWords();
  const { drawer } = useSearch({ from: '/hospitals/$adoption/procurement' });
  const navigate = useNavigate({ from: '/hospitals/$adoption/procurement' });
  const show = (next: 'record' | undefined): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next }), resetScroll: false });
  const head = useHospitalHead(found, say('hospital.procurement'));
  const { purchase } = found;
  const open = purchase === null || purchase.cancelledOn === null;
  const rules: Section = { id: 'rules', title: say('buy.rules'), body: <Rules found={found} /> };
  return (
    <DetailPage
      head={{
        ...head,
        title: say('hospital.procurement'),
        state: (
          <About row={found}>
            <span className="now-line">
              <PurchaseState found={found} />
            </span>
          </About>
        ),
        ...(open
          ? {
              action: (
                <Button variant="filled" onClick={() => show('record')}>
                  {say('buy.record')}
                </Button>
              ),
            }
          : {}),
      }}
      drawer={
        drawer === 'record' && open ? (
          <PurchasePanel key={purchase?.version ?? 0} found={found} onClose={() => show(undefined)} />
        ) : undefined
      }
      road={<HospitalTabs row={found} />}
      sections={
        purchase === null
          ? [
              {
                id: 'request',
                title: say('buy.request'),
                body: <Empty what={say('buy.state.none')} why={say('buy.noneWhy')} />,
              },
              rules,
            ]
          : [
              { id: 'request', title: say('buy.request'), body: <Request purchase={purchase} /> },
              { id: 'criteria', title: say('buy.criteria'), body: <Criteria purchase={purchase} /> },
              { id: 'offers', title: say('buy.offers'), body: <OffersTable purchase={purchase} /> },
              { id: 'award', title: say('buy.award'), body: <Award purchase={purchase} /> },
              rules,
              { id: 'trail', title: say('hospital.trail'), body: <CaseTrail rows={purchase.trail} /> },
            ]
      }
    />
  );
}

function PurchaseState({ found: { purchase, asOf } }: { readonly found: PurchaseView }): ReactElement {
  const { language, say } = useWords();
  if (purchase === null) return <>{say('buy.state.none')}</>;
  const { cancelledOn, contract, award, criteria } = purchase;
  if (cancelledOn !== null)
    return <>{say('buy.state.cancelled', { date: formatDate(cancelledOn, language) })}</>;
  if (contract !== null) {
    const [from, to] = [formatDate(contract.fromOn, language), formatDate(contract.toOn, language)];
    return (
      <>{contract.toOn < asOf ? say('buy.state.ended', { to }) : say('buy.state.contracted', { from, to })}</>
    );
  }
  if (award !== null) return <>{say('buy.state.awarded')}</>;
  return <>{say(criteria.length === 0 ? 'buy.state.request' : 'buy.state.offers')}</>;
}

function Won({ amount }: { readonly amount: number }): ReactElement {
  const { language } = useWords();
  const money = { amount, currency: 'KRW' } as const;
  return <span title={formatMoneyExact(money, language)}>{formatMoney(money, language)}</span>;
}

function Request({ purchase }: { readonly purchase: Purchase }): ReactElement {
  const { language, say, text } = useWords();
  const { need, buyer, budget, usesPerYear, years, holders, openedOn } = purchase;
  return (
    <dl className="marks">
      <dt>{say('buy.need')}</dt>
      <dd>
        {text(need)} <span className="quiet">{formatDate(openedOn, language)}</span>
      </dd>
      <dt>{say('buy.buyer')}</dt>
      <dd>{text(buyer)}</dd>
      <dt>{say('buy.budget')}</dt>
      <dd>
        <Won amount={budget} />
      </dd>
      <dt>{say('buy.uses')}</dt>
      <dd>{say('buy.usesOf', { uses: formatCount(usesPerYear), years })}</dd>
      <dt>{say('buy.holders')}</dt>
      <dd translate="no" lang="en">
        {holders.join(', ')}
      </dd>
    </dl>
  );
}

function Criteria({ purchase }: { readonly purchase: Purchase }): ReactElement {
  const { say, text } = useWords();
  if (purchase.criteria.length === 0) return <p className="quiet">{say('buy.state.request')}</p>;
  return (
    <div className="stack">
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('buy.criteria')}>
        <table className="tbl">
          <caption className="sr">{say('buy.criteria')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('buy.criterion')}</th>
              <th scope="col" className="num">
                {say('buy.weight')}
              </th>
              <th scope="col" className="num">
                {say('buy.least')}
              </th>
            </tr>
          </thead>
          <tbody>
            {purchase.criteria.map(({ id, name, weight, leastScore }) => (
              <tr key={id}>
                <th scope="row">{text(name)}</th>
                <td className="num">{wholePercent(weight)}</td>
                <td className="num">{leastScore === null ? '—' : formatCount(leastScore)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="t-dense quiet">
        {say('buy.reviewers', { count: purchase.reviewers.length })}{' '}
        <span translate="no" lang="en">
          {purchase.reviewers.join(', ')}
        </span>
      </p>
    </div>
  );
}

function Award({ purchase }: { readonly purchase: Purchase }): ReactElement {
  const { language, say, text } = useWords();
  const { award, contract, offers } = purchase;
  if (award === null) return <p className="quiet">{say('buy.notAwarded')}</p>;
  const vendor = offers.find(({ id }) => id === award.offer)?.vendor ?? award.offer;
  return (
    <dl className="marks">
      <dt>{say('buy.awardedTo')}</dt>
      <dd>
        <span translate="no" lang="en">
          {vendor}
        </span>{' '}
        · {formatDate(award.on, language)} · <Won amount={award.value} />
      </dd>
      <dt>{say('buy.method')}</dt>
      <dd>{text(award.method)}</dd>
      {award.rule !== null && (
        <>
          <dt>{say('buy.ruleHeld')}</dt>
          <dd>
            {text(award.rule.name)}
            {award.rule.ceiling !== null && (
              <>
                {' '}
                · {say('buy.ceiling')} {formatCount(award.rule.ceiling)}
              </>
            )}{' '}
            <Grounds grounds={award.rule.grounds} />
          </dd>
        </>
      )}
      {award.whyNotFirst !== null && (
        <>
          <dt>{say('buy.whyNotFirst')}</dt>
          <dd lang={/[가-힣]/.test(award.whyNotFirst) ? 'ko' : 'en'}>{award.whyNotFirst}</dd>
        </>
      )}
      {contract !== null && (
        <>
          <dt>{say('buy.signed')}</dt>
          <dd>
            <span className="hash" translate="no">
              {contract.reference}
            </span>{' '}
            · {formatDate(contract.signedOn, language)}
          </dd>
          <dt>{say('buy.term')}</dt>
          <dd>
            {formatDate(contract.fromOn, language)} – {formatDate(contract.toOn, language)}
          </dd>
          <dt>{say('buy.price')}</dt>
          <dd>
            {text(contract.price.form)} · {text(contract.price.terms)}
          </dd>
          <dt>{say('buy.level')}</dt>
          <dd>
            {say('buy.levelOf', {
              availability: wholePercent(contract.serviceLevel.availability),
              result: formatCount(contract.serviceLevel.resultWithinSeconds),
              answer: formatCount(contract.serviceLevel.answerWithinHours),
              repair: formatCount(contract.serviceLevel.repairWithinHours),
            })}
          </dd>
          <dt>{say('buy.exit')}</dt>
          <dd>{text(contract.exit)}</dd>
        </>
      )}
    </dl>
  );
}

function Rules({ found }: { readonly found: PurchaseView }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('buy.rules')}>
      <table className="tbl rules-table">
        <caption className="sr">{say('buy.rules')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('buy.rule')}</th>
            <th scope="col" className="num">
              {say('buy.ceiling')}
            </th>
            <th scope="col">{say('buy.knownFrom')}</th>
            <th scope="col">{say('buy.note')}</th>
            <th scope="col">{say('fact.source')}</th>
          </tr>
        </thead>
        <tbody>
          {found.rules.map(({ id, name, ceiling, designationYears, knownFrom, note, grounds }) => (
            <tr key={id}>
              <th scope="row">{text(name)}</th>
              <td className="num">
                {ceiling === null ? (
                  <span className="quiet">
                    {designationYears === null
                      ? say('buy.noCeiling')
                      : say('buy.designation', { years: designationYears })}
                  </span>
                ) : (
                  formatCount(ceiling)
                )}
              </td>
              <td className="nowrap">{formatDate(knownFrom, language)}</td>
              <td className="t-dense">{text(note)}</td>
              <td>
                <Grounds grounds={grounds} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
