import type { InvestorView } from '@daero/api/schemas/pathway-product';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { StageTrack } from '../parts/stage-track.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { writtenIn } from './case-trail.tsx';
import { Grounds } from './grounds.tsx';
import { Milestone, shownLevel } from './milestone.tsx';
import './pathway.css';
import { countryWord } from './portfolio-page.tsx';
import { Uses } from './product-page.tsx';

type Product = InvestorView['products'][number];
type Case = Product['cases'][number];

/** How far each product is from approval to sustained, paid use: what has happened with its proof, what is forecast with its range. */
export function InvestorPage(): ReactElement {
  const { language, say, text } = useWords();
  const found = useQuery(questions.investor);
  useSaysDemonstration('generated', found.data?.products.some(({ demonstration }) => demonstration) ?? false);
  if (found.isPending) return <Loading rows={10} what={say('investor.title')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  const { asOf, products } = found.data;
  return (
    <DetailPage
      head={{
        title: say('investor.title'),
        crumbs: [
          <Link key="portfolio" to="/portfolio">
            {say('portfolio.title')}
          </Link>,
          <span key="here">{say('investor.title')}</span>,
        ],
        state: say('investor.state', {
          products: formatCount(products.length),
          date: formatDate(asOf, language),
        }),
      }}
      road={
        products.length === 0 ? (
          <Empty what={say('investor.none')} why={say('investor.noneWhy')} />
        ) : (
          <Summary products={products} />
        )
      }
      sections={products.map((product) => ({
        id: product.product,
        title: text(product.name),
        body: <OneProduct product={product} />,
      }))}
    />
  );
}

type Forecast = Extract<Case['listing'], { state: 'forecast' }>;

/** The mark that comes first: one that is reached, else the earliest forecast, else why there is none. */
function earliest(marks: readonly Case['listing'][]): Case['listing'] {
  const reached = marks.find(({ state }) => state === 'reached');
  const [forecast] = marks
    .filter((one): one is Forecast => one.state === 'forecast')
    .toSorted((a, b) => a.median.localeCompare(b.median));
  return reached ?? forecast ?? marks[0] ?? { state: 'not-on-route' };
}

/** One line a product: the furthest of the five states, the earliest listing and paid use, and where hospitals stand. */
function Summary({ products }: { readonly products: readonly Product[] }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="frame-x panel" tabIndex={0} role="group" aria-label={say('investor.summary')}>
      <table className="tbl">
        <caption className="sr">{say('investor.summary')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('project.product')}</th>
            <th scope="col">{say('investor.furthest')}</th>
            <th scope="col">{say('case.listing')}</th>
            <th scope="col">{say('case.paid')}</th>
            <th scope="col">{say('investor.adoption')}</th>
          </tr>
        </thead>
        <tbody>
          {products.map(({ product, name, cases, adoption }) => {
            const reached = cases.flatMap(({ standings }) => standings.filter(({ on }) => on !== null));
            const order = cases[0]?.standings.map(({ state }) => state) ?? [];
            const furthest = reached.toSorted((a, b) => order.indexOf(b.state) - order.indexOf(a.state))[0];
            return (
              <tr key={product}>
                <th scope="row">
                  <a href={`#${product}`} className="row-link" data-row-link="">
                    {text(name)}
                  </a>
                </th>
                <td>
                  {furthest === undefined || furthest.on === null ? (
                    <span className="quiet">
                      <Glyph name="none" /> {say('stage.ahead')}
                    </span>
                  ) : (
                    <>
                      <span className="role-ok">
                        <Glyph name="observed" /> {text(furthest.name)}
                      </span>{' '}
                      <span className="quiet nowrap">{formatDate(furthest.on, language)}</span>
                    </>
                  )}
                </td>
                <td>
                  <Milestone milestone={earliest(cases.map(({ listing }) => listing))} />
                </td>
                <td>
                  <Milestone milestone={earliest(cases.map(({ firstPaidUse }) => firstPaidUse))} />
                </td>
                <td>
                  <Uses uses={adoption} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function OneProduct({ product }: { readonly product: Product }): ReactElement {
  const { say } = useWords();
  const { cases, adoption, renewal, proofs, demonstration } = product;
  return (
    <div className="stack">
      <p className="row">
        <span className="hash quiet">{product.product}</span>
        {demonstration && <DemoLabel kind="generated" />}
      </p>
      {cases.map((one) => (
        <OneCase key={one.id} found={one} />
      ))}
      <dl className="marks">
        <dt>{say('investor.adoption')}</dt>
        <dd>
          <Uses uses={adoption} />
        </dd>
        <dt>{say('investor.renewal')}</dt>
        <dd>
          {renewal.rate === null ? (
            <span className="quiet t-dense">
              <Glyph name="withheld" /> {say('investor.noRenewal')}
            </span>
          ) : (
            <span>
              <Glyph name="observed" /> {Math.round(100 * renewal.rate)}%{' '}
              <span className="quiet">
                (
                {say('investor.renewed', {
                  renewed: formatCount(renewal.renewed),
                  ended: formatCount(renewal.ended),
                })}
                )
              </span>
            </span>
          )}
        </dd>
      </dl>
      <Proofs proofs={proofs} name={product.name} />
    </div>
  );
}

function OneCase({ found }: { readonly found: Case }): ReactElement {
  const { language, say, text } = useWords();
  const { title, productVersion, route, jurisdiction, ended, stages, standings, window } = found;
  return (
    <div className="released">
      <h3>
        {text(title)}{' '}
        <span className="t-dense quiet">
          {countryWord(say, jurisdiction)} · {text(route.name)} ·{' '}
          <span className="hash">{productVersion}</span>
        </span>
      </h3>
      <StageTrack
        thin
        label={`${text(title)}: ${say('case.standings')}`}
        stages={standings.map(({ name, on, forecast }) => {
          const range =
            forecast?.state === 'forecast'
              ? forecast.ranges.find(({ level }) => level === shownLevel)
              : undefined;
          return {
            name,
            state: on !== null ? ('done' as const) : ('ahead' as const),
            on,
            range: range === undefined ? null : { from: range.fromOn, to: range.toOn },
          };
        })}
      />
      <dl className="marks t-dense">
        <dt>{say('investor.stage')}</dt>
        <dd>
          {ended === null
            ? stages.length === 0
              ? '—'
              : stages.map(text).join(' · ')
            : ended.map(({ name }) => text(name)).join(', ')}
        </dd>
        <dt>{say('case.listing')}</dt>
        <dd>
          <Milestone milestone={found.listing} whole />
        </dd>
        <dt>{say('case.paid')}</dt>
        <dd>
          <Milestone milestone={found.firstPaidUse} whole />
        </dd>
        {window !== null && window.standing !== 'closed' && (
          <>
            <dt>{say('portfolio.window')}</dt>
            <dd>
              <Glyph name="law" /> {say('state.law')} {formatDate(window.toOn, language)}{' '}
              {window.grounds !== null && <Grounds grounds={window.grounds} />}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Proofs({
  proofs,
  name,
}: {
  readonly proofs: Product['proofs'];
  readonly name: Product['name'];
}): ReactElement {
  const { language, say, text } = useWords();
  if (proofs.length === 0) return <p className="quiet t-dense">{say('investor.noProofs')}</p>;
  const label = `${text(name)}: ${say('investor.proofs')}`;
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={label}>
      <table className="tbl">
        <caption className="sr">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{say('investor.day')}</th>
            <th scope="col">{say('investor.what')}</th>
            <th scope="col">{say('investor.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {proofs.map(({ what, on, proof }) => (
            <tr key={`${on} ${what.en} ${proof}`}>
              <td className="nowrap">
                <span className="role-ok">
                  <Glyph name="observed" /> <span className="sr">{say('case.done')}</span>
                </span>
                {formatDate(on, language)}
              </td>
              <th scope="row">{text(what)}</th>
              <td lang={writtenIn(proof)} translate="no">
                {proof}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
