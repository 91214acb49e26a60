import type { AdoptionRowView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
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
import '../pathway/pathway.css';
import { questions } from '../questions.ts';
import { matches } from '../search/matches.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import './adoption.css';
import { Blocked, Board, HospitalName, Legend, Next } from './board.tsx';
import { adoptionOrders, adoptionViews, type AdoptionSearch } from './search.ts';
import { UseWord } from './standing.tsx';
import { TimesPart } from './times-part.tsx';

/** Where every hospital stands, who is next, what blocks, and for how long; and how long it all takes. */
export function AdoptionPage(): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/adoption' });
  const navigate = useNavigate({ from: '/adoption' });
  const found = useQuery(questions.adoptions);
  const { data: session } = useQuery(questions.session);
  const mayOpen = session?.role === 'administrator' || session?.role === 'operator';
  const rows = found.data?.rows ?? [];
  useSaysDemonstration(
    'generated',
    rows.some(({ demonstration }) => demonstration),
  );
  if (found.isPending) return <Loading rows={10} what={say('adoption.title')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  const { asOf, opens, unreadable } = found.data;
  const set = (next: Partial<AdoptionSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const view = search.view ?? 'board';
  const shown = inOrder(
    rows.filter((row) => fits(row, search)),
    search.sort ?? 'blocked',
  );
  const counted = (holds: (row: AdoptionRowView) => boolean): string =>
    formatCount(rows.filter(holds).length);
  const products = [...new Map(rows.map((row) => [row.productVersion.split('@')[0] ?? '', row.product]))];
  return (
    <ListPage
      head={{
        title: say('adoption.title'),
        state: (
          <>
            {say('adoption.state', {
              count: formatCount(rows.length),
              live: counted(({ liveOn }) => liveOn !== null),
              sustained: counted(({ use }) => use?.is === 'sustained'),
              blocked: counted(({ blocks }) => blocks.length > 0),
              left: counted(({ withdrawn, use }) => withdrawn !== null || use?.is === 'withdrawn'),
              date: formatDate(asOf, language),
            })}
            {!opens && <span className="case-under t-dense">{say('adoption.stagesOnly')}</span>}
          </>
        ),
        ...(mayOpen
          ? {
              action: (
                <Button variant="filled" onClick={() => void navigate({ to: '/adoption/open' })}>
                  {say('adoption.open')}
                </Button>
              ),
            }
          : {}),
      }}
      filter={
        <>
          <SegmentedControl
            aria-label={say('adoption.view')}
            value={view}
            onChange={(chosen) => set({ view: adoptionViews.find((one) => one === chosen) })}
            data={adoptionViews.map((one) => ({ value: one, label: say(`adoption.view.${one}`) }))}
          />
          {view !== 'times' && (
            <>
              <NativeSelect
                aria-label={say('adoption.sort')}
                value={search.sort ?? 'blocked'}
                onChange={(event) =>
                  set({ sort: adoptionOrders.find((one) => one === event.currentTarget.value) })
                }
                data={adoptionOrders.map((one) => ({ value: one, label: say(`adoption.sort.${one}`) }))}
              />
              <TextInput
                className="work-filter"
                data-filter
                aria-label={say('adoption.filter')}
                placeholder={say('adoption.filter')}
                value={search.q ?? ''}
                onChange={(event) => set({ q: event.currentTarget.value || undefined })}
              />
            </>
          )}
        </>
      }
      table={
        view === 'times' ? (
          <TimesPart />
        ) : rows.length === 0 ? (
          <Empty what={say('adoption.none')} why={say('adoption.noneWhy')} />
        ) : shown.length === 0 ? (
          <Empty what={say('adoption.noMatch')} why={say('work.noMatchWhy')} />
        ) : view === 'board' ? (
          <Board rows={shown} opens={opens} />
        ) : (
          <StateTable rows={shown} opens={opens} />
        )
      }
      after={
        <>
          {view === 'board' && shown.length > 0 && (
            <div className="board-legend t-dense">
              <Legend />
            </div>
          )}
          <p className="row t-dense">
            {products.map(([product, name]) => (
              <Link key={product} to="/security/$product" params={{ product }}>
                {say('hospital.security')}: {text(name)}
              </Link>
            ))}
          </p>
          {unreadable.map(({ id, why }) => (
            <p key={id} className="t-dense role-bad">
              <Glyph name="failed" /> {say('adoption.unreadable', { id })} · {text(why)}
            </p>
          ))}
        </>
      }
    />
  );
}

const fits = ({ hospital, product, id, productVersion }: AdoptionRowView, { q }: AdoptionSearch): boolean =>
  q === undefined ||
  matches(`${hospital.name.ko} ${hospital.name.en} ${product.ko} ${product.en} ${productVersion} ${id}`, q);

const blockedDays = ({ blocks }: AdoptionRowView): number => Math.max(-1, ...blocks.map(({ days }) => days));
function inOrder(
  rows: readonly AdoptionRowView[],
  order: (typeof adoptionOrders)[number],
): readonly AdoptionRowView[] {
  const by = {
    blocked: (a: AdoptionRowView, b: AdoptionRowView) => blockedDays(b) - blockedDays(a),
    passed: (a: AdoptionRowView, b: AdoptionRowView) => b.passed - a.passed,
    opened: (a: AdoptionRowView, b: AdoptionRowView) => a.openedOn.localeCompare(b.openedOn),
  }[order];
  return rows.toSorted((a, b) => by(a, b) || a.id.localeCompare(b.id));
}

function StateTable({
  rows,
  opens,
}: {
  readonly rows: readonly AdoptionRowView[];
  readonly opens: boolean;
}): ReactElement {
  const { language, say } = useWords();
  const day = (on: AdoptionRowView['liveOn']): string => (on === null ? '—' : formatDate(on, language));
  return (
    <div className="frame-x adoption-plain" tabIndex={0} role="group" aria-label={say('adoption.view.table')}>
      <table className="tbl">
        <caption className="sr">{say('adoption.view.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('adoption.hospital')}</th>
            <th scope="col" className="num">
              {say('adoption.passed')}
            </th>
            <th scope="col">{say('adoption.next')}</th>
            <th scope="col">{say('adoption.block')}</th>
            <th scope="col">{say('adoption.use')}</th>
            <th scope="col">{say('adoption.opened')}</th>
            <th scope="col">{say('adoption.live')}</th>
            <th scope="col">{say('adoption.paid')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <HospitalName row={row} opens={opens} />
              </th>
              <td className="num">
                {row.passed}/{row.cells.length}
              </td>
              <td>
                <Next row={row} />
              </td>
              <td>
                <Blocked row={row} />
              </td>
              <td>
                <UseWord use={row.use} />
              </td>
              <td className="nowrap">{day(row.openedOn)}</td>
              <td className="nowrap">{day(row.liveOn)}</td>
              <td className="nowrap">{day(row.paidOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
