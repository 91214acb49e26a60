import type { Assumption, CaseView } from '@daero/api/schemas/pathway';
import { formatDate, formatMonthRange } from '@daero/domain/format/date';
import { formatDaysLeft } from '@daero/domain/format/duration';
import { formatCount } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { api } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Failed, Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { StageTrack, type RoadStage } from '../parts/stage-track.tsx';
import type { KeyFigure } from '../patterns/page-header.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import '../plot/plot.css';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { AssumptionTable } from './assumption-table.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseTrail } from './case-trail.tsx';
import { ForecastFindings } from './forecast-part.tsx';
import { GapList } from './gap-list.tsx';
import { shownLevel } from './milestone.tsx';
import './pathway.css';
import { countryWord } from './portfolio-page.tsx';
import { AskPanel, BindPanel, UnbindPanel } from './claim-panels.tsx';
import { AssumePanel, RecordPanel } from './record-panel.tsx';
import { RuleVersion } from './rule-version.tsx';
import { RulesTable } from './rules-table.tsx';
import { productOf, type CaseDrawer, type CaseSearch } from './search.ts';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

/** Finds the case that the address names. */
export function CasePage(): ReactElement {
  const { say } = useWords();
  const { case: id } = useParams({ from: '/cases/$case' });
  const found = useQuery(questions.case(id));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('portfolio.case')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <OneCase key={id} found={found.data} />;
}

const settles = 200; // ms without a further change

/** Will it make the date? Clocks, the road in the calendar, the forecast with its assumptions, gaps, rules and trail. */
function OneCase({ found }: { readonly found: CaseView }): ReactElement {
  const { say, text } = useWords();
  const search = useSearch({ from: '/cases/$case' });
  const navigate = useNavigate({ from: '/cases/$case' });
  const recorded = found.forecast?.assumptions ?? [];
  const assumed = search.assume;
  const [asked] = useDebouncedValue(assumed, settles);
  const preview = useQuery({
    queryKey: ['cases', found.id, 'preview', found.version, asked],
    queryFn: () => api.previewForecast(found.id, { assumptions: asked ?? [] }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const isTried = assumed !== undefined;
  const forecast = (isTried ? preview.data : undefined) ?? found.forecast;
  const assume = (next: readonly Assumption[] | undefined): void =>
    void navigate({ search: (old) => ({ ...old, assume: next }), replace: true, resetScroll: false });
  const drawer = (next: CaseDrawer | undefined, of?: string): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next, of }), resetScroll: false });
  const close = (): void => drawer(undefined);
  const mayRecord = found.possible.length > 0;

  const sections: readonly Section[] = [
    {
      id: 'timeline',
      title: say('case.timeline'),
      body:
        forecast === null ? (
          <NoForecast found={found} />
        ) : (
          <Suspense fallback={<Loading what={say('case.timeline')} />}>
            <PlotFrame
              shape={forecast.shape}
              node={null}
              computing={isTried && preview.isFetching}
              demonstration={found.demonstration}
              keyed
            />
          </Suspense>
        ),
    },
    {
      id: 'forecast',
      title: say('case.forecast'),
      body:
        forecast === null ? (
          <NoForecast found={found} />
        ) : (
          <div className="stack">
            {isTried && (
              <Tried mayKeep={mayRecord} onReset={() => assume(undefined)} onKeep={() => drawer('assume')} />
            )}
            {isTried && preview.isError && (
              <QueryTrouble error={preview.error} onRetry={() => void preview.refetch()} />
            )}
            <ForecastFindings forecast={forecast} />
            <AssumptionTable forecast={forecast} assumptions={assumed ?? recorded} onChange={assume} />
          </div>
        ),
    },
    {
      id: 'requirements',
      title: say('case.gaps'),
      body: (
        <div className="stack">
          {isTried && (
            <Tried mayKeep={mayRecord} onReset={() => assume(undefined)} onKeep={() => drawer('assume')} />
          )}
          <GapList
            gaps={found.gaps}
            project={found.project}
            forecast={forecast}
            acts={{
              assumptions: assumed ?? recorded,
              onAssume: assume,
              open: mayRecord ? drawer : null,
            }}
          />
        </div>
      ),
    },
    {
      id: 'route',
      title: say('case.route'),
      body: (
        <div className="stack">
          <RuleVersion found={found} onMove={mayRecord ? () => drawer('move') : null} />
          {forecast !== null && <RulesTable stages={forecast.stages} />}
        </div>
      ),
    },
    { id: 'trail', title: say('case.trail'), body: <CaseTrail rows={found.trail} /> },
  ];

  return (
    <DetailPage
      head={{
        title: text(found.title),
        crumbs: [
          <Link key="portfolio" to="/portfolio">
            {say('portfolio.title')}
          </Link>,
          <Link key="product" to="/products/$product" params={{ product: productOf(found) }}>
            {text(found.product)}
          </Link>,
          <span key="route">{text(found.route.name)}</span>,
        ],
        labels: found.demonstration ? <DemoLabel kind="generated" /> : null,
        state: <CaseState found={found} />,
        figures: useKeyFigures(found, forecast),
        ...(found.possible.length === 0
          ? {}
          : {
              action: (
                <Button variant="filled" onClick={() => drawer('record')}>
                  {say('case.record')}
                </Button>
              ),
            }),
      }}
      drawer={
        mayRecord ? (
          <Drawer
            found={found}
            search={search}
            assumed={assumed}
            onClose={close}
            onAssumed={() =>
              void navigate({ search: (old) => ({ ...old, drawer: undefined, assume: undefined }) })
            }
          />
        ) : undefined
      }
      road={
        <div className="stack">
          <StageTrack stages={standingsOf(found)} label={say('case.standings')} />
          <CaseClocks found={found} asOf={asOfIn(found)} />
        </div>
      }
      sections={sections}
    />
  );
}

/** The panel that the address names. */
function Drawer({
  found,
  search: { drawer, of = '' },
  assumed,
  onClose,
  onAssumed,
}: {
  readonly found: CaseView;
  readonly search: CaseSearch;
  readonly assumed: readonly Assumption[] | undefined;
  readonly onClose: () => void;
  readonly onAssumed: () => void;
}): ReactElement | null {
  const both = { found, onClose };
  switch (drawer) {
    case 'record':
      return <RecordPanel key={found.version} {...both} />;
    case 'move':
      return <RecordPanel key="move" initial={`moved ${found.rulesFact.newer?.version ?? ''}`} {...both} />;
    case 'bind':
      return <BindPanel key={of} requirement={of} {...both} />;
    case 'unbind':
      return <UnbindPanel key={of} claim={of} {...both} />;
    case 'ask':
      return <AskPanel key={of} requirement={of} {...both} />;
    case 'assume':
      return assumed === undefined ? null : (
        <AssumePanel found={found} assumptions={assumed} onDone={onAssumed} onClose={onClose} />
      );
    case undefined:
      return null;
  }
}

/** Says that what is seen is only tried, with the ways back and on. */
function Tried({
  mayKeep,
  onReset,
  onKeep,
}: {
  readonly mayKeep: boolean;
  readonly onReset: () => void;
  readonly onKeep: () => void;
}): ReactElement {
  const { say } = useWords();
  return (
    <div className="preview row spread" role="status">
      <span>
        <Glyph name="assumption" /> {say('forecast.preview')}
      </span>
      <span className="row">
        <Button onClick={onReset}>{say('forecast.reset')}</Button>
        {mayKeep && <Button onClick={onKeep}>{say('forecast.keep')}</Button>}
      </span>
    </div>
  );
}

const asOfIn = ({ forecast, openedOn }: CaseView) => forecast?.asOf ?? openedOn;

function CaseState({ found }: { readonly found: CaseView }): ReactElement {
  const { language, say, text } = useWords();
  const now = found.now.map(({ stage, since, calendarDays, waits, actors }) => (
    <span key={`${stage.id} ${since}`} className="now-line">
      <span className={waits === 'applicant' ? 'role-warn' : ''}>
        <Glyph name={waits === 'applicant' ? 'pause' : 'half'} />{' '}
        <span className="strong">{text(stage.name)}</span>
      </span>{' '}
      {say('waits.for', {
        who: waits === 'authority' && actors.length > 0 ? actors.map(text).join(', ') : say(`waits.${waits}`),
      })}
      <span className="quiet">
        {' '}
        · {say('case.since', { date: formatDate(since, language), days: formatCount(calendarDays) })}
      </span>
    </span>
  ));
  return (
    <>
      <span className="now-line quiet">
        {countryWord(say, found.jurisdiction)} · {text(found.route.name)} ·{' '}
        <span className="hash">{found.productVersion}</span>
      </span>
      {now}
      {found.next.map(({ id, name }) => (
        <span key={id} className="now-line role-accent">
          <Glyph name="right" /> {say('case.next', { stage: text(name) })}
        </span>
      ))}
      {found.ended !== null && (
        <span className="now-line strong">
          {say('case.ended', {
            date: formatDate(found.ended.on, language),
            end: found.ended.ends.map(({ name }) => text(name)).join(', '),
          })}
        </span>
      )}
    </>
  );
}

/** When it may be listed, what is left of the window, and how likely it is to be missed. */
function useKeyFigures(found: CaseView, forecast: CaseView['forecast']): readonly KeyFigure[] {
  const { language, say } = useWords();
  const listing = forecast?.listing ?? found.listing;
  const range =
    listing.state === 'forecast' ? listing.ranges.find(({ level }) => level === shownLevel) : undefined;
  const chance = forecast?.window?.chanceOfMissing ?? null;
  const { window } = found;
  return [
    ...(range === undefined
      ? []
      : [
          {
            name: `${say('case.listing')} · ${say('case.interval', { level: '80%' })}`,
            figure: (
              <span className="t-figure-m role-forecast">
                <Glyph name="forecast" /> {formatMonthRange(range.fromOn, range.toOn, language)}
              </span>
            ),
          },
        ]),
    ...(window === null || window.standing === 'closed'
      ? []
      : [
          {
            name: `${say('case.windowLeft')} · ${say('state.law')}`,
            figure: (
              <span>
                <span className="t-figure-m">
                  <Glyph name="law" />{' '}
                  {formatDaysLeft(window.overDays > 0 ? -window.overDays : window.leftDays, language)}
                </span>{' '}
                <span className="quiet">
                  {formatDate(window.toOn, language)} · {say('forecast.calendar')}
                </span>
              </span>
            ),
          },
        ]),
    ...(chance === null
      ? []
      : [
          {
            name: `${say('case.chance')} · ${say('state.forecast')}`,
            figure: (
              <span className={`t-figure-m ${chance > 0.2 ? 'role-warn' : 'role-forecast'}`}>
                <Glyph name={chance > 0.2 ? 'stale' : 'forecast'} /> {Math.round(100 * chance)}%
              </span>
            ),
          },
        ]),
  ];
}

const standingsOf = ({ standings }: CaseView): readonly RoadStage[] =>
  standings.map(({ name, on, forecast }) => {
    const range =
      forecast?.state === 'forecast' ? forecast.ranges.find(({ level }) => level === shownLevel) : undefined;
    return {
      name,
      state: on !== null ? 'done' : 'ahead',
      on,
      range: range === undefined ? null : { from: range.fromOn, to: range.toOn },
    };
  });

function NoForecast({ found }: { readonly found: CaseView }): ReactElement {
  const { say, text } = useWords();
  return (
    <Failed
      trouble={{
        happened: say('case.noForecast'),
        where: null,
        todo: found.withoutForecast === null ? null : text(found.withoutForecast),
        code: 'no-forecast',
      }}
    />
  );
}
