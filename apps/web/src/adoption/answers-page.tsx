import type { AnswersView } from '@daero/api/schemas/adoption-purchase';
import { formatDate } from '@daero/domain/format/date';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { CaseTrail } from '../pathway/case-trail.tsx';
import '../pathway/pathway.css';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { ActPanel, asDay } from './act.tsx';
import './adoption.css';

type Question = AnswersView['questions'][number];

/** What hospitals ask about security, answered once for all of them; what is missing, expired or of another version is flagged. */
export function AnswersPage(): ReactElement {
  const { say } = useWords();
  const { product } = useParams({ from: '/security/$product' });
  const found = useQuery(questions.answers(product));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('answers.title')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <Answers key={product} found={found.data} />;
}

function Answers({ found }: { readonly found: AnswersView }): ReactElement {
  const { language, say, text } = useWords();
  const { drawer } = useSearch({ from: '/security/$product' });
  const navigate = useNavigate({ from: '/security/$product' });
  const show = (next: 'record' | undefined): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next }), resetScroll: false });
  const topics = [...new Map(found.questions.map(({ topic }) => [topic.id, topic.name]))];
  return (
    <DetailPage
      head={{
        title: say('answers.title'),
        crumbs: [
          <Link key="adoption" to="/adoption">
            {say('adoption.title')}
          </Link>,
          <span key="product">{text(found.product.name)}</span>,
        ],
        labels: found.demonstration ? <DemoLabel kind="generated" /> : null,
        state: (
          <>
            <span className="now-line">
              {say('answers.state', {
                version: found.productVersion,
                all: found.questions.length,
                ready: found.ready,
                date: formatDate(found.asOf, language),
              })}
            </span>
            <span className="now-line quiet">{say('answers.once')}</span>
          </>
        ),
        ...(found.mayAnswer
          ? {
              action: (
                <Button variant="filled" onClick={() => show('record')}>
                  {say('answers.record')}
                </Button>
              ),
            }
          : {}),
      }}
      drawer={
        drawer === 'record' && found.mayAnswer ? (
          <AnswerPanel key={found.eventCount} found={found} onClose={() => show(undefined)} />
        ) : undefined
      }
      sections={[
        ...topics.map(([topic, name]) => ({
          id: topic,
          title: text(name),
          body: <Rows name={text(name)} rows={found.questions.filter((one) => one.topic.id === topic)} />,
        })),
        { id: 'forms', title: say('answers.forms'), body: <Forms found={found} /> },
        { id: 'trail', title: say('hospital.trail'), body: <CaseTrail rows={found.trail} /> },
      ]}
    />
  );
}

function Gap({ gap }: { readonly gap: Question['gap'] }): ReactElement {
  const { say, text } = useWords();
  return gap === null ? (
    <span className="role-ok nowrap">
      <Glyph name="observed" /> {say('answers.ok')}
    </span>
  ) : (
    <span className={gap.because === 'not-answered' ? 'role-bad' : 'role-warn'}>
      <Glyph name={gap.because === 'not-answered' ? 'failed' : 'stale'} /> {text(gap.name)}
    </span>
  );
}

function Rows({ name, rows }: { readonly name: string; readonly rows: readonly Question[] }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={name}>
      <table className="tbl answers-table">
        <caption className="sr">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('answers.question')}</th>
            <th scope="col">{say('answers.answer')}</th>
            <th scope="col">{say('hospital.standing')}</th>
            <th scope="col">{say('answers.proof')}</th>
            <th scope="col">{say('answers.said')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, text: words, answer, gap }) => (
            <tr key={id}>
              <th scope="row">{text(words)}</th>
              <td>{answer === null ? <span className="quiet">—</span> : text(answer.answer)}</td>
              <td>
                <Gap gap={gap} />
              </td>
              <td className="t-dense" translate="no">
                {answer?.proof ?? '—'}
              </td>
              <td className="t-dense">
                {answer === null ? (
                  '—'
                ) : (
                  <>
                    <span className="nowrap">{formatDate(answer.on, language)}</span>
                    <span className="case-under quiet">
                      {say('answers.edition', { edition: answer.edition })} ·{' '}
                      {say('answers.versions', { versions: answer.versions.join(', ') })}
                      {answer.validUntilOn !== null &&
                        ` · ${say('answers.valid', { date: formatDate(answer.validUntilOn, language) })}`}
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Forms({ found }: { readonly found: AnswersView }): ReactElement {
  const { say, text } = useWords();
  if (found.forms.length === 0) return <p className="quiet">{say('answers.noForms')}</p>;
  const asked = new Map(found.questions.map((one) => [one.id, one.text]));
  return (
    <div className="stack">
      {found.forms.map((form) => (
        <section key={form.hospital.id} className="fact-section">
          <h3>
            {say('answers.formOf', { hospital: text(form.hospital.name), edition: form.edition })} ·{' '}
            <span className="quiet">
              {say('answers.ready', { ready: form.ready, all: form.questions.length })}
            </span>
          </h3>
          <ul className="plain-list">
            {form.questions.map(({ id, text: words, from }) => (
              <li key={id}>
                <span className="strong">
                  {id} {text(words)}
                </span>
                {from.map(({ question, gap }) => {
                  const common = asked.get(question);
                  return (
                    <span key={question} className="case-under t-dense">
                      <Gap gap={gap} />{' '}
                      <span className="quiet">{common === undefined ? question : text(common)}</span>
                    </span>
                  );
                })}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AnswerPanel({
  found,
  onClose,
}: {
  readonly found: AnswersView;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const [question, setQuestion] = useState(
    (found.questions.find(({ gap }) => gap !== null) ?? found.questions[0])?.id ?? '',
  );
  const [ko, setKo] = useState('');
  const [en, setEn] = useState('');
  const [proof, setProof] = useState('');
  const [until, setUntil] = useState('');
  return (
    <ActPanel
      title={say('answers.record')}
      place={{
        path: `/api/products/${encodeURIComponent(found.product.id)}/answers/events`,
        version: found.eventCount,
        asOf: found.asOf,
      }}
      change={{
        ...{ type: 'answered', question, version: found.productVersion, answer: { ko, en } },
        proof: proof.trim() === '' ? null : proof,
        validUntilOn: until.trim() === '' ? null : until,
      }}
      means={say('answers.means')}
      onClose={onClose}
    >
      <NativeSelect
        label={say('answers.question')}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
        data={found.questions.map((one) => ({ value: one.id, label: text(one.text) }))}
      />
      <TextInput
        required
        label={say('answers.ko')}
        value={ko}
        onChange={(event) => setKo(event.currentTarget.value)}
      />
      <TextInput
        required
        label={say('answers.en')}
        value={en}
        onChange={(event) => setEn(event.currentTarget.value)}
      />
      <TextInput
        label={say('answers.proof')}
        value={proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
      <TextInput
        {...asDay}
        label={say('answers.until')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ActPanel>
  );
}
