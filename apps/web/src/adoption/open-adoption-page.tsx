import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import { api } from '../api.ts';
import { useWords } from '../i18n.ts';
import { Consequence, Signature, Trouble, type Signed } from '../pathway/act.tsx';
import '../pathway/pathway.css';
import { DetailPage } from '../patterns/patterns.tsx';
import { questions } from '../questions.ts';
import { announce } from '../shell/announce.ts';
import { asDay, peopleIn } from './act.tsx';

const inKorea = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

const unwritten = {
  ...{ hospital: '', hospitalKo: '', hospitalEn: '', productVersion: '', productKo: '', productEn: '' },
  ...{ indicationKo: '', indicationEn: '', authorisedOn: '', id: '', project: '', source: '', need: '' },
  demonstration: false,
};
type Written = typeof unwritten;
type Field = Exclude<keyof Written, 'project' | 'demonstration'>;

/** The adoption of one product version at one hospital is opened: the usual layers, and who speaks for the need. */
export function OpenAdoptionPage(): ReactElement {
  const { say, text } = useWords();
  const navigate = useNavigate({ from: '/adoption/open' });
  const client = useQueryClient();
  const projects = useQuery(questions.projects);
  const [written, setWritten] = useState<Written>(unwritten);
  const [on, setOn] = useState(inKorea);
  const [signed, setSigned] = useState<Signed>({ reason: '', signedBy: '' });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const request = useMemo(() => crypto.randomUUID(), []);
  const write = (next: Partial<Written>): void => setWritten((old) => ({ ...old, ...next }));
  const field = (name: Field, key: Parameters<typeof say>[0], more: object = {}): ReactElement => (
    <TextInput
      required
      label={say(key)}
      value={written[name]}
      onChange={(event) => write({ [name]: event.currentTarget.value })}
      {...more}
    />
  );

  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { hospital, productVersion, project, authorisedOn, source, need, demonstration, id } = written;
    const name = { ko: written.hospitalKo, en: written.hospitalEn };
    const nothing = { pooled: [], local: [], subgroups: [], claims: [] };
    setBusy(true);
    setTrouble(null);
    api
      .recordAt('/api/adoptions', {
        adoption: id,
        about: {
          hospital: name,
          product: { ko: written.productKo, en: written.productEn },
          indication: { ko: written.indicationKo, en: written.indicationEn },
          ...{ demonstration, begunOn: null, fee: null },
          authorisedOn: authorisedOn === '' ? null : authorisedOn,
          evidence: project === '' ? null : { project, ...nothing },
        },
        key: { hospital, productVersion, indication: written.indicationEn },
        ...{ rules: null, holders: { need: peopleIn(need) } },
        ...{ on, source: source.trim() === '' ? null : source.trim(), ...signed, expected: 0, request },
      })
      .then(async () => {
        await client.invalidateQueries({ queryKey: ['adoption'] });
        announce(say('adoption.openDone', { hospital: text(name) }));
        void navigate({ to: '/hospitals/$adoption', params: { adoption: id } });
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };

  return (
    <form onSubmit={send}>
      <DetailPage
        head={{
          title: say('adoption.open'),
          crumbs: [
            <Link key="board" to="/adoption">
              {say('adoption.title')}
            </Link>,
            <span key="here">{say('adoption.open')}</span>,
          ],
          state: say('adoption.openState'),
        }}
        sections={[
          {
            id: 'what',
            title: say('open.what'),
            body: (
              <div className="open-grid">
                {field('hospitalKo', 'adoption.hospitalKo')}
                {field('hospitalEn', 'adoption.hospitalEn')}
                {field('hospital', 'adoption.hospitalId', { pattern: '[a-z0-9][a-z0-9\\-]*' })}
                {field('productVersion', 'open.productId', { pattern: '[^@\\s]+@[^@\\s]+' })}
                {field('productKo', 'open.productKo')}
                {field('productEn', 'open.productEn')}
                {field('indicationKo', 'adoption.indicationKo')}
                {field('indicationEn', 'adoption.indicationEn')}
                {field('authorisedOn', 'adoption.authorisedOn', { ...asDay, required: false })}
                <NativeSelect
                  label={say('open.project')}
                  value={written.project}
                  onChange={(event) => write({ project: event.currentTarget.value })}
                  data={[
                    { value: '', label: say('adoption.noProject') },
                    ...(projects.data ?? []).map(({ id, product }) => ({
                      value: id,
                      label: `${text(product)} · ${id}`,
                    })),
                  ]}
                />
                {field('need', 'adoption.needHolders', { description: say('adoption.needHoldersWhy') })}
                {field('id', 'adoption.openId', {
                  description: say('open.idWhy'),
                  pattern: '[a-z0-9][a-z0-9\\-]{2,60}',
                })}
                <label className="record-check">
                  <input
                    type="checkbox"
                    checked={written.demonstration}
                    onChange={(event) => write({ demonstration: event.currentTarget.checked })}
                  />
                  {say('open.demonstration')}
                </label>
              </div>
            ),
          },
          {
            id: 'sign',
            title: say('open.sign'),
            body: (
              <div className="record open-sign">
                <TextInput
                  required
                  {...asDay}
                  label={say('open.on')}
                  value={on}
                  onChange={(event) => setOn(event.currentTarget.value)}
                />
                {field('source', 'record.source', { required: false })}
                <Signature signed={signed} onChange={setSigned} />
                <Consequence>
                  <p>{say('adoption.openMeans')}</p>
                </Consequence>
                <Trouble error={trouble} />
                <Button type="submit" variant="filled" disabled={busy}>
                  {say('record.sign')}
                </Button>
              </div>
            ),
          },
        ]}
      />
    </form>
  );
}
