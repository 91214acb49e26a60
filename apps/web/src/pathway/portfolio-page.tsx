import type { CaseRowView } from '@daero/api/schemas/pathway';
import { formatDate } from '@daero/domain/format/date';
import { formatDaysLeft } from '@daero/domain/format/duration';
import { formatCount } from '@daero/domain/format/number';
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { ListPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { matches } from '../search/matches.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { Lane, spanOf, yearsIn, type Span } from './lane.tsx';
import { Milestone } from './milestone.tsx';
import './pathway.css';
import { portfolioOrders, portfolioViews, productOf, type PortfolioSearch } from './search.ts';

/** Where every product stands, who is waited for, and when it may be listed: a range, and what may be missed. */
export function PortfolioPage(): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/portfolio' });
  const navigate = useNavigate({ from: '/portfolio' });
  const found = useQuery(questions.portfolio);
  const cases = found.data?.cases ?? [];
  const { data: session } = useQuery(questions.session);
  const role = session?.role ?? null;
  const mayOpen = role === 'market-access' || role === 'operator';
  const seesReleased = mayOpen || role === 'investor' || role === 'programme-office';
  useSaysDemonstration(
    'generated',
    cases.some(({ demonstration }) => demonstration),
  );
  if (found.isPending) return <Loading rows={10} what={say('portfolio.title')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  const { asOf, unreadable } = found.data;
  const set = (next: Partial<PortfolioSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const view = search.view ?? 'road';
  const shown = inOrder(
    cases.filter((row) => fits(row, search)),
    search.sort ?? 'window',
  );
  const stages = new Map(cases.flatMap(({ now }) => now.map(({ stage }) => [stage.id, stage.name] as const)));
  const counted = (holds: (row: CaseRowView) => boolean): string => formatCount(cases.filter(holds).length);
  return (
    <ListPage
      head={{
        title: say('portfolio.title'),
        state: say('portfolio.state', {
          count: formatCount(cases.length),
          running: counted(({ ended }) => ended === null),
          ended: counted(({ ended }) => ended !== null),
          waiting: counted(({ now }) => now.some(({ waits }) => waits === 'applicant')),
          date: formatDate(asOf, language),
        }),
        action: (
          <>
            {seesReleased && <Link to="/investor">{say('investor.title')}</Link>}
            <Link to="/routes/compare">{say('portfolio.compare')}</Link>
            {mayOpen && (
              <Button variant="filled" onClick={() => void navigate({ to: '/portfolio/open' })}>
                {say('open.title')}
              </Button>
            )}
          </>
        ),
      }}
      filter={
        <>
          <SegmentedControl
            aria-label={say('portfolio.view')}
            value={view}
            onChange={(chosen) => set({ view: portfolioViews.find((one) => one === chosen) })}
            data={portfolioViews.map((one) => ({ value: one, label: say(`portfolio.${one}`) }))}
          />
          <NativeSelect
            aria-label={say('portfolio.stage')}
            value={search.stage ?? ''}
            onChange={(event) => set({ stage: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: say('portfolio.anyStage') },
              ...[...stages].map(([value, name]) => ({ value, label: text(name) })),
            ]}
          />
          <NativeSelect
            aria-label={say('portfolio.sort')}
            value={search.sort ?? 'window'}
            onChange={(event) =>
              set({ sort: portfolioOrders.find((one) => one === event.currentTarget.value) })
            }
            data={portfolioOrders.map((one) => ({ value: one, label: say(`portfolio.sort.${one}`) }))}
          />
          <TextInput
            className="work-filter"
            data-filter
            aria-label={say('portfolio.filter')}
            placeholder={say('portfolio.filter')}
            value={search.q ?? ''}
            onChange={(event) => set({ q: event.currentTarget.value || undefined })}
          />
        </>
      }
      table={
        cases.length === 0 ? (
          <Empty what={say('portfolio.none')} why={say('portfolio.noneWhy')} />
        ) : shown.length === 0 ? (
          <Empty what={say('portfolio.noMatch')} why={say('work.noMatchWhy')} />
        ) : view === 'road' ? (
          <RoadTable rows={shown} span={spanOf(cases, asOf)} />
        ) : (
          <StateTable rows={shown} />
        )
      }
      after={
        <>
          {view === 'road' && shown.length > 0 && <p className="t-dense quiet">{say('portfolio.key')}</p>}
          {unreadable.map(({ id, why }) => (
            <p key={id} className="t-dense role-bad">
              <Glyph name="failed" /> {say('portfolio.unreadable', { id })} · {text(why)}
            </p>
          ))}
        </>
      }
    />
  );
}

const fits = (row: CaseRowView, { stage, q }: PortfolioSearch): boolean =>
  (stage === undefined || row.now.some((one) => one.stage.id === stage)) &&
  (q === undefined ||
    matches(
      `${row.title.ko} ${row.title.en} ${row.product.ko} ${row.product.en} ${row.route.name.ko} ${row.route.name.en} ${row.productVersion} ${row.id} ${row.jurisdiction}`,
      q,
    ));

const late = '9999';
const keyOf = (row: CaseRowView, order: (typeof portfolioOrders)[number]): string => {
  switch (order) {
    case 'window':
      return row.ended === null ? (row.window?.toOn ?? late) : `${late}9`;
    case 'listing':
      return row.listing.state === 'forecast' ? row.listing.median : late;
    case 'waiting':
      return row.now.map(({ since }) => since).sort()[0] ?? late;
  }
};
const inOrder = (
  rows: readonly CaseRowView[],
  order: (typeof portfolioOrders)[number],
): readonly CaseRowView[] =>
  rows.toSorted((a, b) => keyOf(a, order).localeCompare(keyOf(b, order)) || a.id.localeCompare(b.id));

export function CaseName({
  row,
  withProduct = false,
}: {
  readonly row: CaseRowView;
  /** Where the page is not the product's own. */
  readonly withProduct?: boolean;
}): ReactElement {
  const { say, text } = useWords();
  const { data: session } = useQuery(questions.session);
  return (
    <>
      <Link to="/cases/$case" params={{ case: row.id }} className="row-link" data-row-link>
        {text(row.title)}
      </Link>
      <span className="case-under t-dense quiet">
        {countryWord(say, row.jurisdiction)} · {text(row.route.name)}
        {withProduct && session?.role !== 'investor' && (
          <>
            {' · '}
            <Link to="/products/$product" params={{ product: productOf(row) }} className="near-link">
              {text(row.product)}
            </Link>
          </>
        )}
      </span>
    </>
  );
}

/** Under what name a country is known here; a further one by its code. */
export const countryWord = (say: ReturnType<typeof useWords>['say'], code: string): string => {
  switch (code) {
    case 'KR':
    case 'US':
    case 'DE':
    case 'FR':
    case 'UK':
    case 'JP':
      return say(`country.${code}`);
    default:
      return code;
  }
};

/** What runs, since when and who is waited for; or what may be filed; or how it ended. */
export function Now({ row }: { readonly row: CaseRowView }): ReactElement {
  const { language, say, text } = useWords();
  if (row.ended !== null)
    return (
      <span className="quiet t-dense">
        {say('case.ended', {
          date: formatDate(row.ended.on, language),
          end: row.ended.ends.map(({ name }) => text(name)).join(', '),
        })}
      </span>
    );
  const shown = row.now.filter(({ waits }) => waits !== 'time');
  const lines = shown.length > 0 ? shown : row.now;
  return (
    <>
      {lines.slice(0, 2).map(({ stage, waits, calendarDays }) => (
        <span key={stage.id} className="now-line t-dense">
          <span className={waits === 'applicant' ? 'role-warn' : ''}>
            <Glyph name={waits === 'applicant' ? 'pause' : 'half'} /> {text(stage.name)}
          </span>
          <span className="quiet">
            {' '}
            {say('waits.for', { who: say(`waits.${waits}`) })} ·{' '}
            {say('layer.days', { days: formatCount(calendarDays) })}
          </span>
        </span>
      ))}
      {lines.length === 0 &&
        row.next.map(({ id, name }) => (
          <span key={id} className="now-line t-dense role-accent">
            <Glyph name="right" /> {say('case.next', { stage: text(name) })}
          </span>
        ))}
    </>
  );
}

export function WindowEnd({ row }: { readonly row: CaseRowView }): ReactElement {
  const { language, say } = useWords();
  const { window, chanceOfMissing } = row;
  if (window === null || window.standing === 'closed') return <span className="quiet">—</span>;
  return (
    <span className="t-dense">
      <span className="nowrap">
        <Glyph name="law" /> {formatDate(window.toOn, language)}
      </span>{' '}
      <span className="quiet nowrap">
        {formatDaysLeft(window.overDays > 0 ? -window.overDays : window.leftDays, language)}
      </span>
      {chanceOfMissing !== null && (
        <span className={`nowrap now-line ${chanceOfMissing > 0.2 ? 'role-warn' : 'role-forecast'}`}>
          <Glyph name={chanceOfMissing > 0.2 ? 'stale' : 'forecast'} />{' '}
          {say('portfolio.miss', { share: `${Math.round(100 * chanceOfMissing)}%` })}
        </span>
      )}
    </span>
  );
}

function RoadTable({
  rows,
  span,
}: {
  readonly rows: readonly CaseRowView[];
  readonly span: Span;
}): ReactElement {
  const { say } = useWords();
  return (
    <table className="tbl portfolio">
      <caption className="sr">{say('portfolio.title')}</caption>
      <thead>
        <tr>
          <th scope="col" className="portfolio-case">
            {say('portfolio.case')}
          </th>
          <th scope="col" className="portfolio-lane">
            <span className="sr">{say('portfolio.lane')}</span>
            <span className="lane-years" aria-hidden="true">
              {yearsIn(span).map(({ year, left }) => (
                <span key={year} style={{ left: `${left}%` }}>
                  {year}
                </span>
              ))}
            </span>
          </th>
          <th scope="col" className="portfolio-now">
            {say('portfolio.now')}
          </th>
          <th scope="col">{say('portfolio.listing')}</th>
          <th scope="col">{say('portfolio.window')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <CaseName row={row} withProduct />
            </th>
            <td className="portfolio-lane">
              <Lane row={row} span={span} />
            </td>
            <td>
              <Now row={row} />
            </td>
            <td>
              <Milestone milestone={row.listing} />
            </td>
            <td>
              <WindowEnd row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateTable({ rows }: { readonly rows: readonly CaseRowView[] }): ReactElement {
  const { language, say, text } = useWords();
  const names = rows[0]?.standings ?? [];
  return (
    <div className="frame-x portfolio-states" tabIndex={0} role="group" aria-label={say('portfolio.title')}>
      <table className="tbl portfolio">
        <caption className="sr">{say('portfolio.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('portfolio.case')}</th>
            {names.map(({ state, name }) => (
              <th key={state} scope="col">
                {text(name)}
              </th>
            ))}
            <th scope="col" className="portfolio-now">
              {say('portfolio.now')}
            </th>
            <th scope="col">{say('portfolio.window')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <CaseName row={row} withProduct />
              </th>
              {row.standings.map(({ state, on }) => (
                <td key={state} className="nowrap t-dense">
                  {on === null ? (
                    <span className="quiet">
                      <Glyph name="none" /> <span className="sr">{say('stage.ahead')}</span>
                    </span>
                  ) : (
                    <>
                      <span className="role-ok">
                        <Glyph name="observed" /> <span className="sr">{say('case.done')}</span>
                      </span>
                      {formatDate(on, language)}
                    </>
                  )}
                </td>
              ))}
              <td>
                <Now row={row} />
              </td>
              <td>
                <WindowEnd row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
