import type { CallRow } from '@daero/api/schemas/programme-call';
import type { MinistryView, ProjectRow } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { api } from '../api.ts';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import '../pathway/pathway.css';
import '../plot/plot.css';
import { questions } from '../questions.ts';
import { matches } from '../search/matches.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { ActPanel } from './act-panel.tsx';
import './programme.css';
import { Risk } from './risk.tsx';
import type { ProgrammeSearch } from './search.ts';
import { percent, SpentOf, Won } from './won.tsx';
import { useName } from './use-name.ts';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

/** Is the money producing what was promised? Projects with their risk, calls with what waits, and all of it together. */
export function ProgrammePage(): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/programmes' });
  const navigate = useNavigate({ from: '/programmes' });
  const drawer = (next: 'open' | undefined): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next }), resetScroll: false });
  const found = useQuery(questions.programme);
  const { calls = [], projects = [], ministry = null } = found.data ?? {};
  const demonstration = [...calls, ...projects].some((one) => one.demonstration);
  useSaysDemonstration('generated', demonstration);
  if (found.isPending) return <Loading rows={10} what={say('programme.title')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  const { asOf, unreadable, opening } = found.data;
  const high = projects.filter(({ risk }) => risk.level.id === 'high').length;
  const slots = {
    projects: formatCount(projects.length),
    calls: formatCount(calls.length),
    high: formatCount(high),
    date: formatDate(asOf, language),
  };
  const projectsSection: Section = {
    id: 'projects',
    title: say('programme.projects'),
    body:
      projects.length === 0 ? (
        <Empty what={say('programme.noProjects')} why={say('programme.noProjectsWhy')} />
      ) : (
        <Projects rows={projects} search={search} />
      ),
  };
  const callsSection: Section = {
    id: 'calls',
    title: say('programme.calls'),
    body: <Calls rows={calls} />,
  };
  const sections: readonly Section[] = [
    ...(projects.length === 0 ? [callsSection, projectsSection] : [projectsSection, callsSection]),
    ...(ministry === null
      ? []
      : [
          {
            id: 'whole',
            title: say('programme.whole'),
            body: <Whole ministry={ministry} demonstration={demonstration} />,
          },
        ]),
  ];
  return (
    <DetailPage
      head={{
        title: say('programme.title'),
        state: (
          <>
            {say(ministry === null ? 'programme.stateMember' : 'programme.stateOffice', slots)}
            {unreadable.map(({ id, why }) => (
              <span key={id} className="now-line t-dense role-bad">
                <Glyph name="failed" /> {say('programme.unreadable', { id })} · {text(why)}
              </span>
            ))}
          </>
        ),
        figures: ministry === null ? [] : figuresOf(ministry, high, say),
        ...(opening.length === 0
          ? {}
          : {
              action: (
                <Button variant="filled" onClick={() => drawer('open')}>
                  {say('call.openNew')}
                </Button>
              ),
            }),
      }}
      drawer={
        search.drawer === 'open' && opening.length > 0 ? (
          <ActPanel
            acts={opening}
            chosen={opening[0]?.key}
            version={0}
            asOf={asOf}
            title={say('call.openNew')}
            send={api.openCall}
            onClose={() => drawer(undefined)}
          />
        ) : undefined
      }
      sections={sections}
    />
  );
}

function figuresOf(
  { totals, outsideCapitalShare }: MinistryView,
  high: number,
  say: ReturnType<typeof useWords>['say'],
) {
  const share = totals.agreed === 0 ? 0 : Math.round((10_000 * totals.spent) / totals.agreed);
  return [
    {
      name: `${say('programme.agreed')} · ${say('programme.nominal')}`,
      figure: (
        <span className="t-figure-m">
          <Won amount={totals.agreed} />
        </span>
      ),
    },
    {
      name: `${say('programme.spent')} · ${say('state.observed')}`,
      figure: (
        <span>
          <span className="t-figure-m">
            <Glyph name="observed" /> <Won amount={totals.spent} />
          </span>{' '}
          <span className="quiet">{say('programme.ofAgreed', { share: percent(share) })}</span>
        </span>
      ),
    },
    {
      name: say('programme.highRisk'),
      figure: (
        <span className={`t-figure-m ${high > 0 ? 'role-bad' : 'role-ok'}`}>
          <Glyph name={high > 0 ? 'failed' : 'observed'} /> {formatCount(high)}
        </span>
      ),
    },
    {
      name: say('programme.outside'),
      figure: <span className="t-figure-m">{percent(outsideCapitalShare)}</span>,
    },
  ];
}

const fits = (row: ProjectRow, { kind, stage, risk, q }: ProgrammeSearch): boolean =>
  (kind === undefined || row.kind.id === kind) &&
  (stage === undefined || row.stage.id === stage) &&
  (risk === undefined || row.risk.level.id === risk) &&
  (q === undefined || matches(`${row.title.ko} ${row.title.en} ${row.lead.ko} ${row.lead.en} ${row.id}`, q));

const riskOrder = ['high', 'watch', 'low'];

function Projects({
  rows,
  search,
}: {
  readonly rows: readonly ProjectRow[];
  readonly search: ProgrammeSearch;
}): ReactElement {
  const { say, text } = useWords();
  const navigate = useNavigate({ from: '/programmes' });
  const set = (next: Partial<ProgrammeSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  const shown = rows
    .filter((row) => fits(row, search))
    .toSorted(
      (a, b) =>
        riskOrder.indexOf(a.risk.level.id) - riskOrder.indexOf(b.risk.level.id) || a.id.localeCompare(b.id),
    );
  const choices = (of: (row: ProjectRow) => ProjectRow['kind'], any: string) => [
    { value: '', label: any },
    ...[...new Map(rows.map((row) => [of(row).id, of(row).name] as const))].map(([value, name]) => ({
      value,
      label: text(name),
    })),
  ];
  return (
    <div className="stack">
      <div className="list-filter">
        <NativeSelect
          aria-label={say('programme.kind')}
          value={search.kind ?? ''}
          onChange={(event) => set({ kind: event.currentTarget.value || undefined })}
          data={choices(({ kind }) => kind, say('programme.anyKind'))}
        />
        <NativeSelect
          aria-label={say('programme.stage')}
          value={search.stage ?? ''}
          onChange={(event) => set({ stage: event.currentTarget.value || undefined })}
          data={choices(({ stage }) => stage, say('programme.anyStage'))}
        />
        <NativeSelect
          aria-label={say('programme.risk')}
          value={search.risk ?? ''}
          onChange={(event) => set({ risk: event.currentTarget.value || undefined })}
          data={choices(({ risk }) => risk.level, say('programme.anyRisk'))}
        />
        <TextInput
          data-filter
          aria-label={say('programme.filter')}
          placeholder={say('programme.filter')}
          value={search.q ?? ''}
          onChange={(event) => set({ q: event.currentTarget.value || undefined })}
        />
      </div>
      {shown.length === 0 ? (
        <Empty what={say('programme.noMatch')} why={say('programme.noMatchWhy')} />
      ) : (
        <ProjectTable rows={shown} />
      )}
    </div>
  );
}

function ProjectTable({ rows }: { readonly rows: readonly ProjectRow[] }): ReactElement {
  const { language, say, text } = useWords();
  const name = useName();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('programme.projects')}>
      <table className="tbl programme-table projects-table">
        <caption className="sr">{say('programme.projects')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('programme.project')}</th>
            <th scope="col" className="risk-column">
              {say('programme.risk')}
            </th>
            <th scope="col">{say('programme.stage')}</th>
            <th scope="col" className="next-column">
              {say('programme.next')}
            </th>
            <th scope="col">{say('programme.grant')}</th>
            <th scope="col">{say('programme.own')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link
                  to="/programmes/projects/$grant"
                  params={{ grant: row.id }}
                  className="row-link"
                  data-row-link
                >
                  {text(row.title)}
                </Link>
                <span className="case-under t-dense quiet">{name(row.kind.name)}</span>
              </th>
              <td className="programme-risk">
                <Risk risk={row.risk} />
              </td>
              <td>{name(row.stage.name)}</td>
              <td>
                {row.next === null ? (
                  <span className="quiet">—</span>
                ) : (
                  <>
                    {name(row.next.name)}
                    <span className={`now-line t-dense ${row.next.overdueDays > 0 ? 'role-bad' : 'quiet'}`}>
                      {row.next.overdueDays > 0 && <Glyph name="failed" />}{' '}
                      {say('programme.due', { date: formatDate(row.next.dueOn, language) })}
                      {row.next.overdueDays > 0 &&
                        ` · ${say('programme.overdue', { days: formatCount(row.next.overdueDays) })}`}
                    </span>
                  </>
                )}
                <span className="now-line t-dense quiet">
                  {say('programme.marksOf', {
                    met: row.milestones.met,
                    failed: row.milestones.failed,
                    open: row.milestones.open,
                  })}
                </span>
              </td>
              <td>
                <SpentOf spent={row.grant.spent} agreed={row.grant.agreed} />
              </td>
              <td>
                <SpentOf spent={row.ownShare.given} agreed={row.ownShare.agreed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const phaseGlyph: Readonly<Record<string, GlyphName>> = {
  open: 'half',
  reviewing: 'half',
  reviewed: 'half',
  selected: 'full',
  cancelled: 'failed',
};

function Calls({ rows }: { readonly rows: readonly CallRow[] }): ReactElement {
  const { language, say, text } = useWords();
  const name = useName();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('programme.calls')}>
      <table className="tbl programme-table">
        <caption className="sr">{say('programme.calls')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('call.name')}</th>
            <th scope="col">{say('call.phase')}</th>
            <th scope="col">{say('call.dates')}</th>
            <th scope="col" className="num">
              {say('call.budget')}
            </th>
            <th scope="col" className="num">
              {say('call.applications')}
            </th>
            <th scope="col" className="num">
              {say('call.selected')}
            </th>
            <th scope="col">{say('call.waits')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link
                  to="/programmes/calls/$call"
                  params={{ call: row.id }}
                  className="row-link"
                  data-row-link
                >
                  {text(row.title)}
                </Link>
                <span className="case-under t-dense quiet">{name(row.kind.name)}</span>
              </th>
              <td className="nowrap">
                <Glyph name={phaseGlyph[row.phase.id] ?? 'none'} /> {name(row.phase.name)}
              </td>
              <td className="nowrap">
                {formatDate(row.opensOn, language)} – {formatDate(row.closesOn, language)}
              </td>
              <td className="num">
                <Won amount={row.budget} />
              </td>
              <td className="num">
                {row.applications === null ? (
                  <span className="quiet">
                    — <span className="sr">{say('call.hidden')}</span>
                  </span>
                ) : (
                  formatCount(row.applications)
                )}
              </td>
              <td className="num">{row.selected === null ? '—' : formatCount(row.selected)}</td>
              <td>
                {row.waits === null ? (
                  <span className="quiet">{say('call.nothingWaits')}</span>
                ) : (
                  <span className="role-accent">
                    <Glyph name="right" /> {text(row.waits.name)}
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

/** By stage, risk, region and kind: each adds up to the same total, and has its table behind it. */
function Whole({
  ministry,
  demonstration,
}: {
  readonly ministry: MinistryView;
  readonly demonstration: boolean;
}): ReactElement {
  const { say } = useWords();
  return (
    <Suspense fallback={<Loading what={say('programme.whole')} />}>
      <div className="plots-two">
        {ministry.shapes.map((shape, at) => (
          <PlotFrame key={at} shape={shape} node={null} demonstration={demonstration} />
        ))}
      </div>
    </Suspense>
  );
}
