import type { HospitalView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { CaseTrail } from '../pathway/case-trail.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { ActPanel } from './act.tsx';
import { About, HospitalTabs, useHospitalHead } from './hospital-frame.tsx';
import type { RecordSearch } from './search.ts';
import { StandingWord, UseWord } from './standing.tsx';

/** One hospital: every layer with its holder, its last decision and its reason; what blocks; and the whole trail. */
export function HospitalPage(): ReactElement {
  const { say } = useWords();
  const { adoption } = useParams({ from: '/hospitals/$adoption' });
  const found = useQuery(questions.adoption(adoption));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('adoption.hospital')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <Hospital found={found.data} />;
}

function Hospital({ found }: { readonly found: HospitalView }): ReactElement {
  const { language, say, text } = useWords();
  const { drawer } = useSearch({ from: '/hospitals/$adoption' });
  const navigate = useNavigate({ from: '/hospitals/$adoption' });
  const show = (next: RecordSearch['drawer']): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next }), resetScroll: false });
  const head = useHospitalHead(found, say('hospital.decisions'));
  const mayLeave = found.withdrawal.refused === null && found.withdrawn === null;
  const mayPay = found.liveOn !== null && found.paidOn === null && found.withdrawn === null;
  return (
    <DetailPage
      head={{
        ...head,
        title: text(found.hospital.name),
        state: (
          <About row={found}>
            <span className="now-line">
              {say('hospital.pass', { passed: found.passed, all: found.cells.length })} ·{' '}
              {say('adoption.since', {
                date: formatDate(found.openedOn, language),
                days: formatCount(found.days),
              })}{' '}
              · <UseWord use={found.use} />
            </span>
            {found.withdrawn !== null && (
              <span className="now-line role-bad">
                <Glyph name="failed" />{' '}
                {say('adoption.withdrawn', {
                  date: formatDate(found.withdrawn.on, language),
                  why: found.withdrawn.because.map(text).join(', '),
                })}
              </span>
            )}
          </About>
        ),
        ...(mayLeave || mayPay
          ? {
              action: (
                <>
                  {mayPay && <Button onClick={() => show('payment')}>{say('hospital.paid')}</Button>}
                  {mayLeave && <Button onClick={() => show('record')}>{say('hospital.withdraw')}</Button>}
                </>
              ),
            }
          : {}),
      }}
      drawer={
        drawer === 'record' && mayLeave ? (
          <WithdrawPanel key={found.version} found={found} onClose={() => show(undefined)} />
        ) : drawer === 'payment' && mayPay ? (
          <PaymentPanel key={found.version} found={found} onClose={() => show(undefined)} />
        ) : undefined
      }
      road={<HospitalTabs row={found} />}
      sections={[
        ...(found.blocks.length === 0
          ? []
          : [{ id: 'blocks', title: say('hospital.blocks'), body: <Blocks found={found} /> }]),
        { id: 'layers', title: say('hospital.decisions'), body: <Layers found={found} /> },
        { id: 'trail', title: say('hospital.trail'), body: <CaseTrail rows={found.trail} /> },
      ]}
    />
  );
}

function Layers({ found }: { readonly found: HospitalView }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="stack">
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('hospital.decisions')}>
        <table className="tbl">
          <caption className="sr">{say('hospital.decisions')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('hospital.layer')}</th>
              <th scope="col">{say('hospital.standing')}</th>
              <th scope="col">{say('hospital.holder')}</th>
              <th scope="col">{say('hospital.decided')}</th>
              <th scope="col">{say('hospital.stop')}</th>
            </tr>
          </thead>
          <tbody>
            {found.layers.map(({ cell, decision, commonStop }) => (
              <tr key={cell.layer.id}>
                <th scope="row">
                  <Link
                    to="/hospitals/$adoption/adoption/$layer"
                    params={{ adoption: found.id, layer: cell.layer.id }}
                    className="row-link"
                  >
                    {text(cell.layer.name)}
                  </Link>
                </th>
                <td>
                  <StandingWord cell={cell} />{' '}
                  <span className="quiet t-dense nowrap">
                    {say('adoption.days', { days: formatCount(cell.days) })}
                  </span>
                </td>
                <td>
                  {text(cell.office)}
                  <span className="case-under t-dense quiet" translate="no" lang="en">
                    {cell.holders.length === 0 ? '—' : cell.holders.join(', ')}
                  </span>
                </td>
                <td>
                  {decision === null ? (
                    <span className="quiet">{say('hospital.undecided')}</span>
                  ) : (
                    <>
                      <span className="nowrap">
                        {text(decision.name)} · {formatDate(decision.on, language)}
                      </span>
                      <span
                        className="case-under t-dense quiet"
                        lang={/[가-힣]/.test(decision.reason) ? 'ko' : 'en'}
                      >
                        {decision.reason}
                      </span>
                    </>
                  )}
                </td>
                <td className="t-dense">
                  {commonStop === null ? (
                    '—'
                  ) : (
                    <>
                      {text(commonStop.text)} <Grounds grounds={commonStop.grounds} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="t-dense quiet">
        {say('hospital.rules', { version: found.rules.version })} <Grounds grounds={found.rules.grounds} />{' '}
        {say('room.noRule')}
      </p>
    </div>
  );
}

export function Blocks({ found }: { readonly found: Pick<HospitalView, 'blocks'> }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <ul className="plain-list">
      {found.blocks.map(({ layer, because, name, what, since, days }) => (
        <li key={`${layer.id} ${because}`}>
          <span className="role-warn strong">
            <Glyph name="stale" /> {text(layer.name)}: {text(name)}
          </span>
          {what.length > 0 && <span> — {what.map(text).join(', ')}</span>}{' '}
          <span className="quiet t-dense">
            {say('adoption.since', { date: formatDate(since, language), days: formatCount(days) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function PaymentPanel({
  found,
  onClose,
}: {
  readonly found: HospitalView;
  readonly onClose: () => void;
}): ReactElement {
  const { say } = useWords();
  const [reference, setReference] = useState('');
  return (
    <ActPanel
      title={say('hospital.paid')}
      place={{
        path: `/api/adoptions/${encodeURIComponent(found.id)}/events`,
        version: found.version,
        asOf: found.asOf,
      }}
      change={reference.trim() === '' ? null : { type: 'paid', reference: reference.trim() }}
      means={say('hospital.paidMeans')}
      onClose={onClose}
    >
      <TextInput
        required
        label={say('hospital.paidReference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </ActPanel>
  );
}

function WithdrawPanel({
  found,
  onClose,
}: {
  readonly found: HospitalView;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const [because, setBecause] = useState<readonly string[]>([]);
  return (
    <ActPanel
      title={say('hospital.withdraw')}
      place={{
        path: `/api/adoptions/${encodeURIComponent(found.id)}/events`,
        version: found.version,
        asOf: found.asOf,
      }}
      change={because.length === 0 ? null : { type: 'withdrawn', because }}
      means={say('hospital.withdrawMeans')}
      onClose={onClose}
    >
      <fieldset>
        <legend className="t-dense strong">{say('hospital.withdrawReasons')}</legend>
        {found.withdrawal.reasons.map(({ id, name }) => (
          <label key={id} className="record-check">
            <input
              type="checkbox"
              checked={because.includes(id)}
              onChange={(event) =>
                setBecause(
                  event.currentTarget.checked ? [...because, id] : because.filter((one) => one !== id),
                )
              }
            />
            {text(name)}
          </label>
        ))}
      </fieldset>
    </ActPanel>
  );
}
