import type { ProductView, UseView } from '@daero/api/schemas/pathway-product';
import { formatDate, formatMonthRange } from '@daero/domain/format/date';
import { formatDaysLeft } from '@daero/domain/format/duration';
import { formatCount } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import type { KeyFigure } from '../patterns/page-header.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { ProjectStatusMark, sealOf } from '../pages/work-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { writtenIn } from './case-trail.tsx';
import { Grounds } from './grounds.tsx';
import { Milestone, shownLevel } from './milestone.tsx';
import './pathway.css';
import { CaseName, Now, WindowEnd } from './portfolio-page.tsx';

/** One product: what is next and what is missing, over all its versions, indications and routes. */
export function ProductPage(): ReactElement {
  const { say } = useWords();
  const { product } = useParams({ from: '/products/$product' });
  const found = useQuery(questions.product(product));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('project.product')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <OneProduct found={found.data} />;
}

function OneProduct({ found }: { readonly found: ProductView }): ReactElement {
  const { language, say, text } = useWords();
  const navigate = useNavigate();
  const { cases, versions, gaps, asOf } = found;
  const [name] = found.names;
  const [top] = gaps;
  const title = name === undefined ? found.product : text(name);
  return (
    <DetailPage
      head={{
        title,
        crumbs: [
          <Link key="portfolio" to="/portfolio">
            {say('portfolio.title')}
          </Link>,
          <span key="here" className="hash">
            {found.product}
          </span>,
        ],
        labels: found.demonstration ? <DemoLabel kind="generated" /> : null,
        state: say('product.state', {
          versions: formatCount(versions.length),
          cases: formatCount(cases.length),
          running: formatCount(cases.filter(({ ended }) => ended === null).length),
          date: formatDate(asOf, language),
        }),
        figures: useFigures(found),
        ...(top === undefined
          ? {}
          : {
              action: (
                <Button
                  variant="filled"
                  onClick={() =>
                    void navigate({ to: '/cases/$case', params: { case: top.case }, hash: 'requirements' })
                  }
                >
                  {say('product.top')}
                </Button>
              ),
            }),
      }}
      sections={[
        { id: 'cases', title: say('product.cases'), body: <States found={found} /> },
        { id: 'gaps', title: say('product.gaps'), body: <TopGaps gaps={gaps} /> },
        { id: 'versions', title: say('product.versions'), body: <Versions versions={versions} /> },
        { id: 'evidence', title: say('product.evidence'), body: <Evidence projects={found.projects} /> },
      ]}
    />
  );
}

/** The earliest listing, the window that ends first, and how many cases have reached which state. */
function useFigures({ cases }: ProductView): readonly KeyFigure[] {
  const { language, say, text } = useWords();
  const [first] = cases
    .flatMap(({ listing }) => (listing.state === 'forecast' ? [listing] : []))
    .toSorted((a, b) => a.median.localeCompare(b.median));
  const range = first?.ranges.find(({ level }) => level === shownLevel);
  const [window] = cases
    .flatMap((one) => (one.window !== null && one.window.standing === 'open' ? [one.window] : []))
    .toSorted((a, b) => a.toOn.localeCompare(b.toOn));
  const states = cases[0]?.standings ?? [];
  return [
    ...(range === undefined
      ? []
      : [
          {
            name: `${say('product.next')} · ${say('case.interval', { level: '80%' })}`,
            figure: (
              <span className="t-figure-m role-forecast">
                <Glyph name="forecast" /> {formatMonthRange(range.fromOn, range.toOn, language)}
              </span>
            ),
          },
        ]),
    ...(window === undefined
      ? []
      : [
          {
            name: `${say('product.windowEnds')} · ${say('state.law')}`,
            figure: (
              <span>
                <span className="t-figure-m">
                  <Glyph name="law" /> {formatDaysLeft(window.leftDays, language)}
                </span>{' '}
                <span className="quiet">
                  {formatDate(window.toOn, language)} · {say('forecast.calendar')}
                </span>
              </span>
            ),
          },
        ]),
    {
      name: `${say('product.reached')} · ${say('case.done')}`,
      figure: (
        <span className="t-dense">
          {states
            .map(({ state, name }) =>
              say('product.reachedOf', {
                state: text(name),
                count: cases.filter(({ standings }) =>
                  standings.some((one) => one.state === state && one.on !== null),
                ).length,
                all: cases.length,
              }),
            )
            .join(' · ')}
        </span>
      ),
    },
  ];
}

function States({ found: { cases } }: { readonly found: ProductView }): ReactElement {
  const { language, say, text } = useWords();
  const names = cases[0]?.standings ?? [];
  return (
    <div className="stack">
      <p className="t-dense quiet">{say('product.casesWhy')}</p>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('product.cases')}>
        <table className="tbl product-cases">
          <caption className="sr">{say('product.cases')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('portfolio.case')}</th>
              {names.map(({ state, name }) => (
                <th key={state} scope="col">
                  {text(name)}
                </th>
              ))}
              <th scope="col">{say('portfolio.now')}</th>
              <th scope="col">{say('product.forecasts')}</th>
              <th scope="col">{say('portfolio.window')}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <CaseName row={row} />
                  <span className="case-under t-dense quiet hash">
                    {row.productVersion.split('@')[1]} · {row.indication}
                  </span>
                </th>
                {row.standings.map(({ state, on, reference }) => (
                  <td key={state} className="t-dense">
                    {on === null ? (
                      <span className="quiet">
                        <Glyph name="none" /> <span className="sr">{say('stage.ahead')}</span>
                      </span>
                    ) : (
                      <>
                        <span className="nowrap">
                          <span className="role-ok">
                            <Glyph name="observed" /> <span className="sr">{say('case.done')}</span>
                          </span>
                          {formatDate(on, language)}
                        </span>
                        {reference !== null && (
                          <span className="now-line quiet" lang={writtenIn(reference)} translate="no">
                            {reference}
                          </span>
                        )}
                      </>
                    )}
                  </td>
                ))}
                <td>
                  <Now row={row} />
                </td>
                <td className="t-dense">
                  <span className="now-line">
                    <span className="quiet">{say('case.listing')}</span> <Milestone milestone={row.listing} />
                  </span>
                  <span className="now-line">
                    <span className="quiet">{say('case.paid')}</span>{' '}
                    <Milestone milestone={row.firstPaidUse} />
                  </span>
                </td>
                <td>
                  <WindowEnd row={row} />
                  {row.window !== null && row.window.standing !== 'closed' && row.window.grounds !== null && (
                    <Grounds grounds={row.window.grounds} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What stands before the product, the gap that costs most days first; one whose cost nobody has assumed says so. */
function TopGaps({ gaps }: Pick<ProductView, 'gaps'>): ReactElement {
  const { say, text } = useWords();
  if (gaps.length === 0) return <p className="quiet">{say('product.noGaps')}</p>;
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('product.gaps')}>
      <table className="tbl">
        <caption className="sr">{say('product.gaps')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('product.gap')}</th>
            <th scope="col">{say('portfolio.case')}</th>
            <th scope="col" className="num">
              {say('product.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ case: id, title, requirement, gate, evidence, must, missing, days }) => (
            <tr key={`${id} ${requirement}`}>
              <th scope="row">
                <span className={missing ? 'role-bad' : 'role-warn'}>
                  <Glyph name={missing ? 'failed' : 'stale'} /> {say(missing ? 'gate.missing' : 'gate.weak')}
                </span>{' '}
                {text(gate.name)} · {text(evidence)}{' '}
                <span className="faint t-dense">{say(must ? 'gaps.must' : 'gaps.expected')}</span>
              </th>
              <td>
                <Link to="/cases/$case" params={{ case: id }} hash="requirements" className="near-link">
                  {text(title)}
                </Link>
              </td>
              <td className="num">
                {days === null ? (
                  <span className="quiet t-dense">
                    <Glyph name="withheld" /> {say('gaps.notAssumed')}
                  </span>
                ) : (
                  <span className="role-forecast">
                    <Glyph name="forecast" /> {formatCount(days)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Hospitals by how they use it, as care itself tells. */
export function Uses({ uses }: { readonly uses: readonly UseView[] }): ReactElement {
  const { say, text } = useWords();
  if (uses.length === 0) return <span className="quiet t-dense">{say('product.noAdoption')}</span>;
  return (
    <span className="t-dense">
      <Glyph name="observed" />{' '}
      {uses
        .map(
          ({ name, hospitals }) =>
            `${text(name)} ${say('investor.hospitals', { count: formatCount(hospitals) })}`,
        )
        .join(' · ')}
    </span>
  );
}

function Versions({ versions }: Pick<ProductView, 'versions'>): ReactElement {
  const { say } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('product.versions')}>
      <table className="tbl">
        <caption className="sr">{say('product.versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('product.version')}</th>
            <th scope="col" className="num">
              {say('portfolio.case')}
            </th>
            <th scope="col">{say('product.indications')}</th>
            <th scope="col">{say('product.adoption')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, cases, indications, adoption }) => (
            <tr key={version}>
              <th scope="row" className="hash">
                {version}
              </th>
              <td className="num">{formatCount(cases)}</td>
              <td className="hash">{indications.length === 0 ? '—' : indications.join(', ')}</td>
              <td>
                <Uses uses={adoption} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Evidence({ projects }: Pick<ProductView, 'projects'>): ReactElement {
  const { say, text } = useWords();
  const known = useQuery(questions.projects);
  const own = (known.data ?? []).filter(({ id }) => projects.includes(id));
  if (projects.length === 0) return <p className="quiet">{say('product.noEvidence')}</p>;
  return (
    <ul className="grounds-list">
      {own.map((project) => (
        <li key={project.id} className="row">
          <Link to="/projects/$project" params={{ project: project.id }} className="near-link">
            {text(project.title)}
          </Link>
          <ProjectStatusMark status={project.status} />
          {sealOf(project)}
          {project.reference && <DemoLabel kind="reference" />}
          {project.generated && <DemoLabel kind="generated" />}
        </li>
      ))}
    </ul>
  );
}
