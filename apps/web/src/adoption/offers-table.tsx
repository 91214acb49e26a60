import { formatDate } from '@daero/domain/format/date';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { wholePercent } from './percent.ts';
import type { Purchase } from './purchase-page.tsx';

/** Offers beside one another in the order of the ranking, with the score of every criterion. */
export function OffersTable({ purchase }: { readonly purchase: Purchase }): ReactElement {
  const { language, say, text } = useWords();
  const { offers, criteria } = purchase;
  const score = (value: number | null): string => (value === null ? '—' : formatNumber(value, 1));
  if (offers.length === 0) return <p className="quiet">{say('buy.state.offers')}</p>;
  const row = (
    name: string,
    cell: (offer: Purchase['offers'][number]) => ReactElement | string,
    num = false,
  ) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {offers.map((offer) => (
        <td key={offer.id} className={num ? 'num' : ''}>
          {cell(offer)}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('buy.offers')}>
      <table className="tbl offers-table">
        <caption className="sr">{say('buy.offers')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('buy.vendor')}</th>
            {offers.map(({ id, vendor, productVersion }) => (
              <th key={id} scope="col">
                <span translate="no" lang="en">
                  {vendor}
                </span>
                <span className="case-under hash">{productVersion}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(
            say('buy.rank'),
            ({ rank, missing, failed }) => (
              <>
                <span className="strong">{rank === null ? '—' : formatCount(rank)}</span>
                {missing > 0 && (
                  <span className="case-under t-dense role-warn">
                    <Glyph name="stale" /> {say('buy.missing', { count: missing })}
                  </span>
                )}
                {failed.length > 0 && (
                  <span className="case-under t-dense role-bad">
                    <Glyph name="failed" /> {say('buy.failed', { what: failed.map(text).join(', ') })}
                  </span>
                )}
              </>
            ),
            true,
          )}
          {row(
            say('buy.score'),
            (offer) => (
              <span className="strong">{score(offer.score)}</span>
            ),
            true,
          )}
          {criteria.map(({ id, name, weight }) =>
            row(
              `${text(name)} (${wholePercent(weight)})`,
              ({ byCriterion }) => score(byCriterion.find(({ criterion }) => criterion === id)?.mean ?? null),
              true,
            ),
          )}
          {row(say('buy.value'), ({ value }) => formatCount(Math.round(value)), true)}
          {row(say('buy.price'), ({ price }) => `${text(price.form)} · ${text(price.terms)}`)}
          {row(say('buy.level'), ({ serviceLevel }) =>
            say('buy.levelOf', {
              availability: wholePercent(serviceLevel.availability),
              result: formatCount(serviceLevel.resultWithinSeconds),
              answer: formatCount(serviceLevel.answerWithinHours),
              repair: formatCount(serviceLevel.repairWithinHours),
            }),
          )}
          {row(say('buy.innovative'), ({ innovativeProduct }) =>
            innovativeProduct === null
              ? say('buy.notInnovative')
              : say('buy.innovativeOf', {
                  number: innovativeProduct.number,
                  date: formatDate(innovativeProduct.designatedOn, language),
                }),
          )}
        </tbody>
      </table>
    </div>
  );
}
