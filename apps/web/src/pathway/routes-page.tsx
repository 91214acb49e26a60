import type { CountryRoutesView } from '@daero/api/schemas/pathway-routes';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { isoDate } from '@daero/domain/time';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../api.ts';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { ListPage } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import './pathway.css';
import { countryWord } from './portfolio-page.tsx';
import { answered, FactQuestions, RouteRow } from './route-parts.tsx';
import { countryCodes } from './search.ts';

type Route = CountryRoutesView['routes'][number];

/** Which routes a product may take, in which country, by which rule; what they take and give. Answers are in the address. */
export function RoutesPage(): ReactElement {
  const { language, say } = useWords();
  const search = useSearch({ from: '/routes/compare' });
  const navigate = useNavigate({ from: '/routes/compare' });
  const chosen =
    search.countries === undefined || search.countries === '' ? countryCodes.join(',') : search.countries;
  const facts = search.facts ?? '';
  const found = useQuery({
    queryKey: ['routes', chosen, facts],
    queryFn: () => api.routes(chosen, facts),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (found.isPending) return <Loading rows={10} what={say('routes.title')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  const countries = found.data;
  const all = countries.flatMap(({ routes }) => routes);
  const counted = (standing: Route['standing']): string =>
    formatCount(all.filter((one) => one.standing === standing).length);
  const today = isoDate(new Date().toISOString().slice(0, 10));
  const answer = (code: string, name: string, value: string): void => {
    const next = answered(facts, `${code}.${name}`, value);
    void navigate({ search: (old) => ({ ...old, facts: next || undefined }), replace: true });
  };
  const toggle = (code: string, shown: boolean): void => {
    const now = chosen.split(',');
    const next = countryCodes.filter((one) => (one === code ? shown : now.includes(one)));
    if (next.length > 0)
      void navigate({
        search: (old) => ({
          ...old,
          countries: next.length === countryCodes.length ? undefined : next.join(','),
        }),
        replace: true,
      });
  };
  return (
    <ListPage
      head={{
        title: say('routes.title'),
        crumbs: [
          <Link key="portfolio" to="/portfolio">
            {say('portfolio.title')}
          </Link>,
          <span key="here">{say('routes.title')}</span>,
        ],
        state: say('routes.state', {
          date: formatDate(today, language),
          open: counted('open'),
          closed: counted('closed'),
          undecided: counted('undecided'),
        }),
      }}
      filter={
        <fieldset className="country-pick">
          <legend className="sr">{say('routes.countries')}</legend>
          {countryCodes.map((code) => (
            <label key={code} className="record-check">
              <input
                type="checkbox"
                checked={chosen.split(',').includes(code)}
                onChange={(event) => toggle(code, event.currentTarget.checked)}
              />
              {countryWord(say, code)}
            </label>
          ))}
        </fieldset>
      }
      table={
        <div className="stack routes-table">
          {countries.map((country) => (
            <Country key={country.jurisdiction} country={country} onAnswer={answer} />
          ))}
        </div>
      }
    />
  );
}

function Country({
  country,
  onAnswer,
}: {
  readonly country: CountryRoutesView;
  readonly onAnswer: (code: string, name: string, value: string) => void;
}): ReactElement {
  const { say } = useWords();
  const { jurisdiction, rules, routes } = country;
  const name = countryWord(say, jurisdiction);
  return (
    <section className="country" aria-label={name}>
      <h2 className="t-section">
        {name}{' '}
        <span className="t-dense quiet">
          {say('routes.asOf', { asOf: rules.asOf, version: rules.version })}
        </span>
      </h2>
      <FactQuestions country={country} onAnswer={(fact, value) => onAnswer(jurisdiction, fact, value)} />
      <div className="frame-x" tabIndex={0} role="group" aria-label={name}>
        <table className="tbl">
          <caption className="sr">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{say('routes.route')}</th>
              <th scope="col">{say('routes.standing')}</th>
              <th scope="col">{say('routes.takes')}</th>
              <th scope="col">{say('routes.gives')}</th>
            </tr>
          </thead>
          <tbody>
            {routes.map((route) => (
              <RouteRow key={route.route.id} route={route} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
