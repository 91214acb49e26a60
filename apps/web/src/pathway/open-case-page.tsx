import type { CountryRoutesView } from '@daero/api/schemas/pathway-routes';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import { api } from '../api.ts';
import { useWords } from '../i18n.ts';
import { Loading, QueryTrouble } from '../parts/blank.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { questions } from '../questions.ts';
import { announce } from '../shell/announce.ts';
import { asDay, Consequence, Signature, Trouble, type Signed } from './act.tsx';
import './pathway.css';
import { countryWord } from './portfolio-page.tsx';
import { answered, FactQuestions, RouteRow } from './route-parts.tsx';
import { countryCodes } from './search.ts';

const inKorea = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

const unwritten = {
  ...{ productVersion: '', productKo: '', productEn: '', titleKo: '', titleEn: '', indication: '', act: '' },
  ...{ id: '', project: '', source: '', demonstration: false },
};
type Written = typeof unwritten;
type Field = Exclude<keyof Written, 'project' | 'demonstration'>;

/** A case is one version, indication, act and route: the route is taken from those open, and the rule that closes the others is told. */
export function OpenCasePage(): ReactElement {
  const { say, text } = useWords();
  const search = useSearch({ from: '/portfolio/open' });
  const navigate = useNavigate({ from: '/portfolio/open' });
  const client = useQueryClient();
  const country = search.country ?? 'KR';
  const facts = search.facts ?? '';
  const projects = useQuery(questions.projects);
  const routes = useQuery({
    queryKey: ['routes', country, facts],
    queryFn: () => api.routes(country, facts),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const [written, setWritten] = useState<Written>(unwritten);
  const [on, setOn] = useState(inKorea);
  const [route, setRoute] = useState('');
  const [signed, setSigned] = useState<Signed>({ reason: '', signedBy: '' });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const request = useMemo(() => crypto.randomUUID(), []);
  const write = (next: Partial<Written>): void => setWritten((old) => ({ ...old, ...next }));
  const found: CountryRoutesView | undefined = routes.data?.find(
    ({ jurisdiction }) => jurisdiction === country,
  );
  const chosen = found?.routes.find((one) => one.route.id === route && one.standing !== 'closed');

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (found === undefined || chosen === undefined) return;
    const { productVersion, indication, act, project, demonstration, source } = written;
    const known = Object.fromEntries(
      found.questions.flatMap(({ name, answer }) => (answer === null ? [] : [[name, answer] as const])),
    );
    setBusy(true);
    setTrouble(null);
    api
      .openCase({
        ...{ case: written.id, on, source: source.trim() === '' ? null : source.trim(), ...signed },
        about: {
          title: { ko: written.titleKo, en: written.titleEn },
          product: { ko: written.productKo, en: written.productEn },
          ...{ demonstration, project: project === '' ? null : project, facts: known },
        },
        change: {
          type: 'opened',
          key: { productVersion, indication, act, route },
          ...{ jurisdiction: country, version: found.rules.version },
        },
        ...{ expected: 0, request },
      })
      .then(async () => {
        await client.invalidateQueries({ queryKey: ['cases'] });
        announce(say('open.done', { title: text({ ko: written.titleKo, en: written.titleEn }) }));
        void navigate({ to: '/cases/$case', params: { case: written.id } });
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  const field = (name: Field, key: Parameters<typeof say>[0], more: object = {}): ReactElement => (
    <TextInput
      required
      label={say(key)}
      value={written[name]}
      onChange={(event) => write({ [name]: event.currentTarget.value })}
      {...more}
    />
  );

  return (
    <form onSubmit={send}>
      <DetailPage
        head={{
          title: say('open.title'),
          crumbs: [
            <Link key="portfolio" to="/portfolio">
              {say('portfolio.title')}
            </Link>,
            <span key="here">{say('open.title')}</span>,
          ],
          state: say('open.state'),
        }}
        sections={[
          {
            id: 'what',
            title: say('open.what'),
            body: (
              <div className="open-grid">
                {field('productVersion', 'open.productId', { pattern: '[^@\\s]+@[^@\\s]+' })}
                <NativeSelect
                  label={say('open.project')}
                  value={written.project}
                  onChange={(event) => write({ project: event.currentTarget.value })}
                  data={[
                    { value: '', label: say('open.noProject') },
                    ...(projects.data ?? []).map(({ id, product }) => ({
                      value: id,
                      label: `${text(product)} · ${id}`,
                    })),
                  ]}
                />
                {field('productKo', 'open.productKo')}
                {field('productEn', 'open.productEn')}
                {field('indication', 'open.indication')}
                {field('act', 'open.act')}
                {field('titleKo', 'open.titleKo')}
                {field('titleEn', 'open.titleEn')}
                {field('id', 'open.id', {
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
            id: 'known',
            title: say('open.known'),
            body: (
              <div className="stack">
                <NativeSelect
                  label={say('open.country')}
                  className="open-country"
                  value={country}
                  onChange={(event) => {
                    const code = countryCodes.find((one) => one === event.currentTarget.value);
                    setRoute('');
                    void navigate({ search: (old) => ({ ...old, country: code }), replace: true });
                  }}
                  data={countryCodes.map((code) => ({ value: code, label: countryWord(say, code) }))}
                />
                {found !== undefined && (
                  <FactQuestions
                    country={found}
                    onAnswer={(fact, value) =>
                      void navigate({
                        search: (old) => ({
                          ...old,
                          facts: answered(facts, `${country}.${fact}`, value) || undefined,
                        }),
                        replace: true,
                        resetScroll: false,
                      })
                    }
                  />
                )}
              </div>
            ),
          },
          {
            id: 'route',
            title: say('open.route'),
            body:
              found === undefined ? (
                routes.isError ? (
                  <QueryTrouble error={routes.error} onRetry={() => void routes.refetch()} />
                ) : (
                  <Loading rows={4} what={say('open.route')} />
                )
              ) : (
                <div className="stack">
                  <p className="t-dense quiet">
                    {say('routes.asOf', { asOf: found.rules.asOf, version: found.rules.version })}
                  </p>
                  <div className="frame-x" tabIndex={0} role="group" aria-label={say('open.route')}>
                    <table className="tbl open-routes">
                      <caption className="sr">{say('open.route')}</caption>
                      <thead>
                        <tr>
                          <th scope="col">{say('routes.route')}</th>
                          <th scope="col">{say('routes.standing')}</th>
                          <th scope="col">{say('routes.takes')}</th>
                          <th scope="col">{say('routes.gives')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {found.routes.map((one) => (
                          <RouteRow
                            key={one.route.id}
                            route={one}
                            pick={{
                              chosen: chosen?.route.id === one.route.id,
                              choose: () => setRoute(one.route.id),
                            }}
                          />
                        ))}
                      </tbody>
                    </table>
                  </div>
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
                <TextInput
                  label={say('record.source')}
                  value={written.source}
                  onChange={(event) => write({ source: event.currentTarget.value })}
                />
                <Signature signed={signed} onChange={setSigned} />
                <Consequence>
                  <p>
                    {chosen === undefined
                      ? say('open.needsRoute')
                      : `${text(chosen.route.name)}. ${say('open.consequence', { version: found?.rules.version ?? '' })}`}
                  </p>
                  <p className="quiet">{say('open.afterwards')}</p>
                </Consequence>
                <Trouble error={trouble} />
                <Button type="submit" variant="filled" disabled={busy || chosen === undefined}>
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
