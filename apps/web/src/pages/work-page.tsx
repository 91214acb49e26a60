import { formatDate, formatInstant } from '@daero/domain/format/date';
import { formatDaysLeft } from '@daero/domain/format/duration';
import { instant, isInstant, isoDate } from '@daero/domain/time';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Project, WorkItem } from '../api-types.ts';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { Empty, Loading, QueryTrouble } from '../parts/blank.tsx';
import { LockSeal } from '../parts/lock-seal.tsx';
import { ListPage } from '../patterns/patterns.tsx';
import { questions } from '../questions.ts';
import { matches } from '../search/matches.ts';
import './pages.css';

const inKorea = (millis: number): string => new Date(millis + 9 * 3_600_000).toISOString().slice(0, 10);
const dayOf = (moment: string): string => inKorea(Date.parse(moment));

/** Days from today in Korea to the day of a moment; negative once it has passed. */
const daysTo = (due: string, now: number): number =>
  Math.round((Date.parse(dayOf(due)) - Date.parse(inKorea(now))) / 86_400_000);

const bySooner = (left: WorkItem, right: WorkItem): number =>
  (left.due ?? '9999').localeCompare(right.due ?? '9999');

function Due({ due }: { readonly due: string | null }): ReactElement {
  const { language, say } = useWords();
  if (due === null) return <span className="faint">{say('work.noDue')}</span>;
  const days = daysTo(due, Date.now());
  const role = days < 0 ? 'role-bad' : days <= 7 ? 'role-warn' : 'quiet';
  return (
    <>
      {formatDate(isoDate(dayOf(due)), language)}{' '}
      <span className={`nowrap ${role}`}>
        {days <= 7 && <Glyph name={days < 0 ? 'failed' : 'stale'} />}{' '}
        {days === 0 ? say('work.today') : formatDaysLeft(days, language)}
      </span>
    </>
  );
}

function WorkTable({ items }: { readonly items: readonly WorkItem[] }): ReactElement {
  const { say, text } = useWords();
  return (
    <table className="tbl">
      <caption className="sr">{say('work.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('work.due')}</th>
          <th scope="col">{say('work.what')}</th>
          <th scope="col">{say('work.object')}</th>
          <th scope="col">{say('work.kind')}</th>
          <th scope="col">{say('work.waits')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.path} ${item.title.en}`}>
            <td className="nowrap">
              {item.due !== null && item.dueIs !== undefined && (
                <span className={item.dueIs === 'law' ? 'quiet' : 'role-assumption'}>
                  <Glyph name={item.dueIs} /> {say(`state.${item.dueIs}`)}{' '}
                </span>
              )}
              <Due due={item.due} />
            </td>
            <th scope="row">
              <Link to={item.path} className="row-link" data-row-link="">
                {text(item.title)}
              </Link>
            </th>
            <td>{text(item.object)}</td>
            <td className="nowrap quiet">{say(`workKind.${item.kind}`)}</td>
            <td className="quiet">{text(item.waits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const statusGlyph = {
  built: 'observed',
  building: 'computing',
  never: 'none',
  failed: 'failed',
} as const satisfies Readonly<Record<Project['status'], GlyphName>>;
const statusRole = {
  built: 'role-ok',
  building: 'role-accent',
  never: 'role-quiet',
  failed: 'role-bad',
} as const;

export function ProjectStatusMark({ status }: { readonly status: Project['status'] }): ReactElement {
  const { say } = useWords();
  return (
    <span className={`nowrap ${statusRole[status]}`}>
      <Glyph name={statusGlyph[status]} /> {say(`project.${status}`)}
    </span>
  );
}

export const sealOf = (project: Project): ReactElement =>
  project.lock === null ? (
    <LockSeal lock={{ is: 'draft' }} />
  ) : (
    <LockSeal lock={{ is: 'locked', ...project.lock, deviations: project.deviations }} />
  );

function ProjectsTable({ projects }: { readonly projects: readonly Project[] }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('work.products')}>
      <table className="tbl">
        <caption className="sr">{say('work.products')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('project.product')}</th>
            <th scope="col">{say('project.status')}</th>
            <th scope="col">{say('project.builtAt')}</th>
            <th scope="col">{say('project.nodes')}</th>
            <th scope="col" className="num">
              {say('project.claims')}
            </th>
            <th scope="col">{say('project.lock')}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <th scope="row">
                <span className="row">
                  <Link
                    to="/projects/$project"
                    params={{ project: project.id }}
                    className="row-link"
                    data-row-link=""
                  >
                    {text(project.product)}
                  </Link>
                  {project.reference && <DemoLabel kind="reference" />}
                  {project.generated && <DemoLabel kind="generated" />}
                </span>
              </th>
              <td>
                <ProjectStatusMark status={project.status} />
              </td>
              <td className="nowrap quiet">
                {project.builtAt !== null && isInstant(project.builtAt)
                  ? formatInstant(instant(project.builtAt), language)
                  : '—'}
              </td>
              <td>
                {[
                  say('project.fresh', project.counts),
                  project.counts.failed > 0
                    ? say('project.failedCount', { count: project.counts.failed })
                    : null,
                  project.counts.withheld > 0
                    ? say('project.withheldCount', { count: project.counts.withheld })
                    : null,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </td>
              <td className="num">{project.claims}</td>
              <td>{sealOf(project)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Home: what waits, until when, who waits. The products come second. */
export function WorkPage(): ReactElement {
  const { language, say } = useWords();
  const { q } = useSearch({ from: '/work' });
  const navigate = useNavigate({ from: '/work' });
  const router = useRouter();
  const work = useQuery(questions.work);
  const projects = useQuery(questions.projects);
  const items = [...(work.data ?? [])].sort(bySooner);
  const shown = items.filter((item) =>
    matches(
      `${item.title.ko} ${item.title.en} ${item.object.ko} ${item.object.en} ${item.waits[language]}`,
      q ?? '',
    ),
  );
  const filter = (wanted: string): void =>
    void navigate({
      search: (search) => ({ ...search, q: wanted === '' ? undefined : wanted }),
      replace: true,
    });
  const days = items.flatMap((item) => (item.due === null ? [] : [daysTo(item.due, Date.now())]));
  const next = items.find((item) => item.due !== null);
  const first = shown[0];

  const table = work.isPending ? (
    <Loading rows={8} what={say('work.table')} />
  ) : work.isError ? (
    <QueryTrouble error={work.error} onRetry={() => void work.refetch()} />
  ) : items.length === 0 ? (
    <Empty what={say('work.none')} why={say('work.noneWhy')} />
  ) : shown.length === 0 ? (
    <Empty
      what={say('work.noMatch')}
      why={say('work.noMatchWhy')}
      action={<Button onClick={() => filter('')}>{say('page.clear')}</Button>}
    />
  ) : (
    <WorkTable items={shown} />
  );

  return (
    <ListPage
      head={{
        title: say('work.title'),
        state: (
          <>
            {say('work.state', {
              count: items.length,
              today: days.filter((one) => one === 0).length,
              late: days.filter((one) => one < 0).length,
            })}
            {next !== undefined && (
              <>
                {' · '}
                {say('work.next')} <Due due={next.due} />
              </>
            )}
          </>
        ),
        ...(first === undefined
          ? {}
          : {
              action: (
                <Button variant="filled" onClick={() => router.history.push(first.path)}>
                  {say('work.open')}
                </Button>
              ),
            }),
      }}
      filter={
        <TextInput
          className="work-filter"
          data-filter=""
          aria-label={say('work.filter')}
          placeholder={say('work.filter')}
          leftSection={<Glyph name="search" />}
          value={q ?? ''}
          onChange={(event) => filter(event.currentTarget.value)}
        />
      }
      table={table}
      after={
        <section className="second" aria-labelledby="products">
          <h2 id="products" className="t-section">
            {say('work.products')}
          </h2>
          {projects.isPending ? (
            <Loading rows={3} what={say('work.products')} />
          ) : projects.isError ? (
            <QueryTrouble error={projects.error} onRetry={() => void projects.refetch()} />
          ) : projects.data.length === 0 ? (
            <Empty what={say('project.none')} why={say('project.noneWhy')} />
          ) : (
            <ProjectsTable projects={projects.data} />
          )}
        </section>
      }
    />
  );
}
