import type { ReadinessView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { ActPanel, peopleIn } from './act.tsx';
import { FrameworksPart } from './frameworks-part.tsx';
import { About, HospitalTabs, useHospitalHead } from './hospital-frame.tsx';

const kinds = ['role', 'course', 'procedure'] as const;
type Item = ReadinessView['items'][number];

/** What must be there before patients meet the device, what is, and the frameworks that one record fills. */
export function ReadinessPage(): ReactElement {
  const { say } = useWords();
  const { adoption } = useParams({ from: '/hospitals/$adoption/readiness' });
  const found = useQuery(questions.readiness(adoption));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('hospital.readiness')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <Readiness key={adoption} found={found.data} />;
}

function Readiness({ found }: { readonly found: ReadinessView }): ReactElement {
  const { say, text } = useWords();
  const { drawer } = useSearch({ from: '/hospitals/$adoption/readiness' });
  const navigate = useNavigate({ from: '/hospitals/$adoption/readiness' });
  const show = (next: 'record' | undefined): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next }), resetScroll: false });
  const head = useHospitalHead(found, say('hospital.readiness'));
  const musts = found.items.filter(({ must }) => must);
  return (
    <DetailPage
      head={{
        ...head,
        title: say('hospital.readiness'),
        state: (
          <About row={found}>
            <span className={`now-line ${found.openMusts.length > 0 ? 'role-warn' : 'role-ok'}`}>
              <Glyph name={found.openMusts.length > 0 ? 'stale' : 'observed'} />{' '}
              {say('ready.state', {
                met: musts.filter(({ met }) => met).length,
                all: musts.length,
                open: found.openMusts.length,
              })}
            </span>
          </About>
        ),
        ...(found.withdrawn === null
          ? {
              action: (
                <Button variant="filled" onClick={() => show('record')}>
                  {say('ready.record')}
                </Button>
              ),
            }
          : {}),
      }}
      drawer={
        drawer === 'record' && found.withdrawn === null ? (
          <ReadyPanel key={found.version} found={found} onClose={() => show(undefined)} />
        ) : undefined
      }
      road={<HospitalTabs row={found} />}
      sections={[
        {
          id: 'open',
          title: say('ready.open'),
          body:
            found.openMusts.length === 0 ? (
              <p className="role-ok">
                <Glyph name="observed" /> {say('ready.allMet')}
              </p>
            ) : (
              <>
                <ul className="plain-list">
                  {found.openMusts.map((must) => (
                    <li key={must.en} className="role-warn strong">
                      <Glyph name="stale" /> {text(must)}
                    </li>
                  ))}
                </ul>
                <p className="t-dense quiet">{say('ready.refused')}</p>
              </>
            ),
        },
        ...kinds.map((kind) => ({
          id: kind,
          title: say(`ready.${kind}`),
          body: <Items items={found.items.filter((item) => item.kind === kind)} />,
        })),
        {
          id: 'frameworks',
          title: say('frame.title'),
          body: <FrameworksPart frameworks={found.frameworks} />,
        },
      ]}
    />
  );
}

function Items({ items }: { readonly items: readonly Item[] }): ReactElement {
  const { say, text } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('ready.what')}>
      <table className="tbl ready-table">
        <caption className="sr">{say('ready.what')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ready.what')}</th>
            <th scope="col">{say('hospital.standing')}</th>
            <th scope="col">{say('ready.asks')}</th>
            <th scope="col">{say('ready.done')}</th>
            <th scope="col">{say('fact.source')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                {text(item.name)}{' '}
                <span className="quiet t-dense">{say(item.must ? 'room.must' : 'room.should')}</span>
              </th>
              <td>
                <span className={`nowrap ${item.met ? 'role-ok' : item.must ? 'role-warn' : 'role-quiet'}`}>
                  <Glyph name={item.met ? 'observed' : item.must ? 'stale' : 'none'} />{' '}
                  {say(item.met ? 'ready.ready' : 'ready.notReady')}
                </span>
                {item.lacking.map(({ name, who }, at) => (
                  <span key={at} className="case-under t-dense quiet">
                    {text(name)}
                    {who !== null && (
                      <span translate="no" lang="en">
                        {' '}
                        {who}
                      </span>
                    )}
                  </span>
                ))}
              </td>
              <td className="t-dense">{text(item.asks)}</td>
              <td className="t-dense">
                <Done item={item} />
              </td>
              <td>
                <Grounds grounds={item.grounds} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Done({ item }: { readonly item: Item }): ReactElement {
  const { language, say } = useWords();
  if (item.done.length === 0) return <span className="quiet">—</span>;
  return (
    <>
      {item.done.map(({ what, on, score }, at) => (
        <span key={at} className="case-under">
          {what === 'drill' ? (
            say('ready.drill')
          ) : (
            <span translate="no" lang="en">
              {what}
            </span>
          )}
          {on !== null && ` · ${formatDate(on, language)}`}
          {score !== null && ` · ${say('ready.score', { score: formatCount(score) })}`}
        </span>
      ))}
    </>
  );
}

const acts = ['role', 'course', 'adopt', 'drill'] as const;
type Act = (typeof acts)[number];
const kindOf = { role: 'role', course: 'course', adopt: 'procedure', drill: 'procedure' } as const;

function ReadyPanel({
  found,
  onClose,
}: {
  readonly found: ReadinessView;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const [act, setAct] = useState<Act>('role');
  const items = found.items.filter(({ kind }) => kind === kindOf[act]);
  const [chosen, setChosen] = useState('');
  const item = items.find(({ id }) => id === chosen)?.id ?? items[0]?.id ?? '';
  const [people, setPeople] = useState('');
  const [score, setScore] = useState('');
  const [reference, setReference] = useState('');
  const [wentWell, setWentWell] = useState(true);
  const change = {
    role: { type: 'role-filled', role: item, persons: peopleIn(people) },
    course: {
      type: 'course-taken',
      course: item,
      person: people.trim(),
      score: score.trim() === '' ? null : Number(score),
    },
    adopt: { type: 'procedure-adopted', procedure: item, reference },
    drill: { type: 'procedure-drilled', procedure: item, wentWell, reference },
  }[act];
  return (
    <ActPanel
      title={say('ready.record')}
      place={{
        path: `/api/adoptions/${encodeURIComponent(found.id)}/events`,
        version: found.version,
        asOf: found.asOf,
      }}
      change={item === '' ? null : change}
      means={say('ready.means')}
      onClose={onClose}
    >
      <NativeSelect
        label={say('ready.kind')}
        value={act}
        onChange={(event) => setAct(acts.find((one) => one === event.currentTarget.value) ?? 'role')}
        data={acts.map((one) => ({ value: one, label: say(`ready.do.${one}`) }))}
      />
      <NativeSelect
        label={say('ready.item')}
        value={item}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={items.map(({ id, name }) => ({ value: id, label: text(name) }))}
      />
      {(act === 'role' || act === 'course') && (
        <TextInput
          required
          label={say(act === 'role' ? 'ready.people' : 'ready.person')}
          value={people}
          onChange={(event) => setPeople(event.currentTarget.value)}
        />
      )}
      {act === 'course' && (
        <TextInput
          inputMode="numeric"
          label={say('ready.points')}
          value={score}
          onChange={(event) => setScore(event.currentTarget.value)}
        />
      )}
      {(act === 'adopt' || act === 'drill') && (
        <TextInput
          required
          label={say('record.reference')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      )}
      {act === 'drill' && (
        <label className="record-check">
          <input
            type="checkbox"
            checked={wentWell}
            onChange={(event) => setWentWell(event.currentTarget.checked)}
          />
          {say('ready.wentWell')}
        </label>
      )}
    </ActPanel>
  );
}
