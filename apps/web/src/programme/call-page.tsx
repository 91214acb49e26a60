import type { CallView } from '@daero/api/schemas/programme-call';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { CaseTrail } from '../pathway/case-trail.tsx';
import '../pathway/pathway.css';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { ActPanel } from './act-panel.tsx';
import { ApplicationPanel } from './application-panel.tsx';
import { Applications, ClosedApplications } from './applications.tsx';
import { Overlaps } from './overlaps.tsx';
import './programme.css';
import { phaseGlyph } from './programme-page.tsx';
import { Ranking } from './ranking.tsx';
import { Reviewers, Reviews } from './reviews.tsx';
import { Terms } from './terms.tsx';
import { Won } from './won.tsx';
import { useName } from './use-name.ts';

/** Finds the call that the address names. */
export function CallPage(): ReactElement {
  const { say } = useWords();
  const { call: id } = useParams({ from: '/programmes/calls/$call' });
  const found = useQuery(questions.call(id));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('call.name')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <OneCall key={id} found={found.data} />;
}

/** A call as the caller's part in it opens it: applications, reviews, ranking, overlaps, its rules and its trail. */
function OneCall({ found }: { readonly found: CallView }): ReactElement {
  const { language, say, text } = useWords();
  const name = useName();
  const search = useSearch({ from: '/programmes/calls/$call' });
  const navigate = useNavigate({ from: '/programmes/calls/$call' });
  const show = (next: Partial<typeof search>): void =>
    void navigate({
      search: (old) => ({ ...old, drawer: undefined, application: undefined, act: undefined, ...next }),
      resetScroll: false,
    });
  const { standing, possible, terms } = found;
  const record = (act?: string): void => show({ drawer: 'record', act });
  const open = (application: string): void => show({ drawer: 'application', application });
  const opened = found.applications.find(({ application }) => application === search.application);
  const isOffice = standing === 'office';
  const agreeing = found.agreements.filter(({ key }) => key === search.act);

  const sections: readonly Section[] = [
    ...(standing === 'reader'
      ? []
      : [
          {
            id: 'applications',
            title: say('call.applications'),
            body: (
              <div className="stack">
                <Applications found={found} onOpen={open} onAct={record} />
                {found.closed.length > 0 && <ClosedApplications found={found} onAct={record} />}
              </div>
            ),
          },
        ]),
    ...(isOffice
      ? [
          {
            id: 'ranking',
            title: say('call.ranking'),
            body: <Ranking found={found} onOpen={open} />,
          },
          {
            id: 'review',
            title: say('call.reviewers'),
            body: found.reviewers.length === 0 ? <NoReviews /> : <Reviewers found={found} />,
          },
          { id: 'overlap', title: say('call.overlap'), body: <Overlaps found={found} /> },
        ]
      : standing === 'reader'
        ? []
        : [
            {
              id: 'review',
              title: say('call.reviews'),
              body: found.reviews.length === 0 ? <NoReviews /> : <Reviews found={found} />,
            },
          ]),
    { id: 'terms', title: say('call.terms'), body: <Terms found={found} /> },
    ...(found.projects.length === 0
      ? []
      : [{ id: 'projects', title: say('call.projects'), body: <Agreed found={found} /> }]),
    { id: 'trail', title: say('case.trail'), body: <CaseTrail rows={found.trail} /> },
  ];

  return (
    <DetailPage
      head={{
        title: text(found.title),
        crumbs: [
          <Link key="programme" to="/programmes">
            {say('programme.title')}
          </Link>,
          <span key="kind">{name(found.kind.name)}</span>,
        ],
        labels: found.demonstration ? <DemoLabel kind="generated" /> : null,
        state: (
          <>
            <span className="now-line">
              <Glyph name={phaseGlyph[found.phase.id] ?? 'none'} />{' '}
              <span className="strong">{name(found.phase.name)}</span>{' '}
              <span className="quiet">
                · {say('call.dates')} {formatDate(terms.opensOn, language)} –{' '}
                {formatDate(terms.closesOn, language)}
              </span>
            </span>
            <span className="now-line t-dense quiet">{say(`call.standing.${standing}`)}</span>
          </>
        ),
        figures: [
          {
            name: `${say('call.budget')} · ${say('programme.nominal')}`,
            figure: (
              <span className="t-figure-m">
                <Won amount={terms.budget.reduce((sum, { amount }) => sum + amount, 0)} />
              </span>
            ),
          },
          ...(isOffice
            ? [
                {
                  name: say('call.applications'),
                  figure: (
                    <span className="t-figure-m">
                      {formatCount(
                        found.applications.filter(({ withdrawnOn }) => withdrawnOn === null).length,
                      )}
                    </span>
                  ),
                },
                {
                  name: say('call.scored'),
                  figure: (
                    <span className="t-figure-m">
                      {formatCount(found.reviews.length)} /{' '}
                      {formatCount(
                        found.reviewers.reduce((sum, one) => sum + one.assigned - one.conflicts.length, 0),
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ],
        ...(possible.length === 0
          ? {}
          : {
              action: (
                <Button variant="filled" onClick={() => record()}>
                  {say(isOffice ? 'call.record' : standing === 'reviewer' ? 'call.review' : 'call.apply')}
                </Button>
              ),
            }),
      }}
      drawer={
        search.drawer === 'record' && agreeing.length > 0 ? (
          <ActPanel
            key={search.act}
            acts={agreeing}
            chosen={search.act}
            version={0}
            asOf={found.asOf}
            title={say('call.agree')}
            send={api.agreeProject}
            onClose={() => show({})}
          />
        ) : search.drawer === 'record' && possible.length > 0 ? (
          <ActPanel
            key={`${found.version} ${search.act ?? ''}`}
            acts={possible}
            chosen={search.act}
            version={found.version}
            asOf={found.asOf}
            title={say('call.record')}
            send={(body) => api.recordInCall(found.id, body)}
            onClose={() => show({})}
          />
        ) : search.drawer === 'application' && opened !== undefined ? (
          <ApplicationPanel
            application={opened}
            reviews={found.reviews}
            terms={terms}
            onClose={() => show({})}
          />
        ) : undefined
      }
      sections={sections}
    />
  );
}

const NoReviews = (): ReactElement => {
  const { say } = useWords();
  return <Empty what={say('call.noReviews')} why={say('call.noReviewsWhy')} />;
};

const Agreed = ({ found }: { readonly found: CallView }): ReactElement => {
  const { text } = useWords();
  return (
    <ul className="plain-list">
      {found.projects.map(({ project }) => (
        <li key={project.id}>
          <Link to="/programmes/projects/$grant" params={{ grant: project.id }}>
            {text(project.name)}
          </Link>
        </li>
      ))}
    </ul>
  );
};
