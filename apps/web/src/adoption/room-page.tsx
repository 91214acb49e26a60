import type { RoomView } from '@daero/api/schemas/adoption';
import type { DecisionView } from '@daero/api/schemas/adoption-parts';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { Facts } from './facts.tsx';
import { About, HospitalTabs, useHospitalHead } from './hospital-frame.tsx';
import { Blocks } from './hospital-page.tsx';
import { RoomPanel } from './room-panels.tsx';
import type { RoomSearch } from './search.ts';
import { StandingWord } from './standing.tsx';

/** What one layer must know to sign: its questions with their answers, what came before, its conditions, and the decision. */
export function RoomPage(): ReactElement {
  const { say } = useWords();
  const { adoption, layer } = useParams({ from: '/hospitals/$adoption/adoption/$layer' });
  const found = useQuery(questions.decisionRoom(adoption, layer));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('hospital.layer')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <Room key={`${adoption} ${layer}`} found={found.data} />;
}

function Room({ found }: { readonly found: RoomView }): ReactElement {
  const { language, say, text } = useWords();
  const { drawer } = useSearch({ from: '/hospitals/$adoption/adoption/$layer' });
  const navigate = useNavigate({ from: '/hospitals/$adoption/adoption/$layer' });
  const show = (next: RoomSearch['drawer']): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next }), resetScroll: false });
  const { cell, may } = found;
  const head = useHospitalHead(found, text(cell.layer.name));
  const passes = cell.is === 'approved' || cell.is === 'conditional';
  const decides = may.approve === null || may.refuse === null;
  const open = found.decisions[0]?.conditions.filter(({ metOn }) => metOn === null) ?? [];
  return (
    <DetailPage
      head={{
        ...head,
        title: text(cell.layer.name),
        state: (
          <About row={found}>
            <span className="now-line">
              <StandingWord cell={cell} />{' '}
              <span className="quiet">
                {say('adoption.since', {
                  date: formatDate(cell.since, language),
                  days: formatCount(cell.days),
                })}
              </span>
              {cell.dueOn !== null && (
                <span className="role-warn">
                  {' '}
                  {say(cell.is === 'deferred' ? 'adoption.until' : 'adoption.due', {
                    date: formatDate(cell.dueOn, language),
                  })}
                </span>
              )}
            </span>
            <span className="now-line">
              <Glyph name="person" /> {say('hospital.holder')}: {text(cell.office)}{' '}
              <span className="quiet" translate="no" lang="en">
                {cell.holders.length === 0 ? '—' : cell.holders.join(', ')}
              </span>
            </span>
          </About>
        ),
        figures: [
          {
            name: say('room.known'),
            figure: (
              <span className="t-figure-m">
                {say('room.knownOf', { known: found.known, all: found.known + found.missing })}
              </span>
            ),
          },
          {
            name: say('room.papers'),
            figure: (
              <span className="t-figure-m">
                {say('room.knownOf', {
                  known: found.papers.filter(({ filedOn }) => filedOn !== null).length,
                  all: found.papers.length,
                })}
              </span>
            ),
          },
          ...(cell.conditions === null
            ? []
            : [
                {
                  name: say('room.condition'),
                  figure: (
                    <span className="t-figure-m">
                      {say('room.knownOf', { known: cell.conditions.met, all: cell.conditions.all })}
                    </span>
                  ),
                },
              ]),
        ],
        action: (
          <>
            <Button onClick={() => show('paper')}>{say('room.file')}</Button>
            {open.length > 0 && may.meet === null && (
              <Button onClick={() => show('meet')}>{say('room.meet')}</Button>
            )}
            {may.reopen === null && <Button onClick={() => show('reopen')}>{say('room.reopen')}</Button>}
            {may.passKey === null && <Button onClick={() => show('key')}>{say('room.pass')}</Button>}
            {decides && (
              <Button variant="filled" onClick={() => show('decide')}>
                {say('room.decide')}
              </Button>
            )}
          </>
        ),
      }}
      drawer={
        drawer === undefined ? undefined : (
          <RoomPanel
            key={`${drawer} ${found.version}`}
            kind={drawer}
            found={found}
            onClose={() => show(undefined)}
          />
        )
      }
      road={<HospitalTabs row={found} inRoom />}
      sections={[
        {
          id: 'sees',
          title: say('room.sees'),
          body: (
            <div className="stack">
              {found.blocks.length > 0 && <Blocks found={found} />}
              {may.approve !== null && !passes && (
                <p className="room-refusal t-dense">
                  <Glyph name="no-access" /> <span className="strong">{say('room.cannot')}</span>{' '}
                  {text(may.approve)}
                </p>
              )}
              <Facts sections={found.sections} />
            </div>
          ),
        },
        { id: 'papers', title: say('room.papers'), body: <Papers found={found} /> },
        {
          id: 'decisions',
          title: say('room.decisions'),
          body:
            found.decisions.length === 0 ? (
              <p className="quiet">{say('room.none')}</p>
            ) : (
              <div className="stack">
                {found.decisions.map((decision) => (
                  <Decision key={decision.eventId} decision={decision} asOf={found.asOf} />
                ))}
              </div>
            ),
        },
        { id: 'before', title: say('room.before'), body: <Before found={found} /> },
        {
          id: 'rule',
          title: say('room.rule'),
          body: (
            <div className="stack t-dense">
              {found.commonStop !== null && (
                <p>
                  <span className="strong">{say('hospital.stop')}:</span> {text(found.commonStop.text)}{' '}
                  <Grounds grounds={found.commonStop.grounds} />
                </p>
              )}
              {found.renewAfterMonths !== null && (
                <p>{say('room.renew', { months: found.renewAfterMonths })}</p>
              )}
              <p className="quiet">
                {say('room.noRule')} <Grounds grounds={found.grounds} />
              </p>
            </div>
          ),
        },
      ]}
    />
  );
}

function Papers({ found }: { readonly found: RoomView }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <ul className="plain-list">
      {found.papers.map(({ paper, must, filedOn }) => (
        <li key={paper.id}>
          <span className={filedOn !== null ? 'role-ok' : must ? 'role-warn' : 'role-quiet'}>
            <Glyph name={filedOn !== null ? 'observed' : must ? 'stale' : 'none'} />{' '}
            {filedOn === null
              ? say('room.notFiled')
              : say('room.filed', { date: formatDate(filedOn, language) })}
          </span>{' '}
          <span className="strong">{text(paper.name)}</span>{' '}
          <span className="quiet t-dense">{say(must ? 'room.must' : 'room.should')}</span>
        </li>
      ))}
    </ul>
  );
}

function Decision({
  decision,
  asOf,
}: {
  readonly decision: DecisionView;
  readonly asOf: RoomView['asOf'];
}): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="decision">
      <p>
        <span className="strong">{text(decision.name)}</span> · {formatDate(decision.on, language)} ·{' '}
        <span translate="no" lang="en">
          {decision.by}
        </span>
        {decision.untilOn !== null &&
          ` · ${say('adoption.until', { date: formatDate(decision.untilOn, language) })}`}
      </p>
      <p className="t-dense quiet" lang={/[가-힣]/.test(decision.reason) ? 'ko' : 'en'}>
        {decision.reason}
      </p>
      {decision.conditions.length > 0 && (
        <ul className="plain-list t-dense">
          {decision.conditions.map(({ id, text: words, dueOn, metOn, reference }) => (
            <li key={id}>
              {metOn !== null ? (
                <span className="role-ok">
                  <Glyph name="observed" /> {say('room.met', { date: formatDate(metOn, language) })}
                </span>
              ) : dueOn < asOf ? (
                <span className="role-bad">
                  <Glyph name="failed" /> {say('room.overdue')}
                </span>
              ) : (
                <span className="role-warn">
                  <Glyph name="stale" /> {say('room.open')}
                </span>
              )}{' '}
              {text(words)}{' '}
              <span className="quiet">{say('room.due', { date: formatDate(dueOn, language) })}</span>
              {reference !== null && <span className="quiet hash"> {reference}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Before({ found }: { readonly found: RoomView }): ReactElement {
  const { language, say, text } = useWords();
  if (found.after.length === 0) return <Empty what={say('room.first')} why={say('room.none')} />;
  return (
    <ul className="plain-list">
      {found.after.map(({ cell, decision }) => (
        <li key={cell.layer.id}>
          <span className="strong">{text(cell.layer.name)}</span> <StandingWord cell={cell} />
          {decision !== null && (
            <span className="quiet t-dense">
              {' '}
              · {formatDate(decision.on, language)} ·{' '}
              <span translate="no" lang={/[가-힣]/.test(decision.reason) ? 'ko' : 'en'}>
                {decision.by}: {decision.reason}
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
